//! Fixed phrases: labels, hints, headings.

use super::Phrase;

/// Each line gives a phrase its name and both of its wordings.
macro_rules! phrases {
    ($($name:ident = $en:literal, $zh:literal;)*) => {
        $(pub(crate) const $name: Phrase = Phrase { en: $en, zh: $zh };)*
    };
}

phrases! {
    // The page
    SKIP_TO_PROGRAM = "Skip to the program", "跳到程序";
    LESSONS = "Lesson", "课程";
    CHOOSE_LESSON = "Choose a lesson", "选择课程";
    LESSON_LOADING = "Loading the lesson …", "正在载入课程……";
    LESSONS_FAILED = "The lessons could not be loaded. You can still write and run a program of your own.",
        "课程载入失败。您仍然可以编写并运行自己的程序。";
    TRY_AGAIN = "Try again", "重试";
    SWITCH_LANGUAGE = "中文", "English";
    SWITCH_LANGUAGE_LABEL = "切换到中文", "Switch to English";
    THEME_SYSTEM = "Appearance: as the system", "外观：跟随系统";
    THEME_LIGHT = "Appearance: light", "外观：浅色";
    THEME_DARK = "Appearance: dark", "外观：深色";
    DISMISS = "Dismiss", "关闭";
    CLOSE = "Close", "关闭";

    // Program
    PROGRAM = "Program", "程序";
    VARIANTS = "Variants of the program", "程序的变体";
    PARAMETERS = "Parameters", "参数";
    EDITOR_LABEL = "Python program. Escape, then Tab leaves the editor.", "Python 程序。按 Escape 再按 Tab 可离开编辑器。";
    EDITOR_LEAVE = "Esc, then Tab leaves the editor", "先按 Esc 再按 Tab 离开编辑器";
    RESET = "Reset", "恢复";
    RESET_HINT = "Back to the original text; yours can be had back.", "恢复为原来的程序；您的修改可以还原。";
    UNDO_RESET = "Back to my text", "还原我的修改";
    EDITED = "edited", "已修改";
    CHECKING = "Checking …", "正在检查……";
    NO_PROBLEMS = "No problems found", "未发现问题";
    ERROR = "Error", "错误";
    WARNING = "Warning", "警告";
    INSTEAD = "Instead:", "改为：";
    MY_PROGRAM = "My program", "我的程序";
    OWN_TEXT = "Write any program with threads and locks, then run it, or let all its outcomes be found. It stays in this browser.",
        "编写任何使用线程与锁的程序，运行它，或找出它的所有可能结果。内容只保存在此浏览器中。";

    // Running
    RUN = "Run", "运行";
    STOP = "Stop", "停止";
    SHARE = "Share", "分享";
    RUN_HINT = "Run (Ctrl+Enter)", "运行（Ctrl+Enter）";
    STOP_HINT = "Stop (Esc)", "停止（Esc）";
    SHARE_HINT = "Share this program and run as a link (Ctrl+Shift+S)", "以链接分享程序与运行（Ctrl+Shift+S）";
    MODE = "How to run", "运行方式";
    MODE_LIVE = "Live", "实跑";
    MODE_MODEL = "Model", "模型";
    MODE_SEARCH = "All outcomes", "全部结果";
    MODE_LIVE_HINT = "On real Web Workers, one per Python thread; each process has a GIL of its own. Times are measured.",
        "在真实的 Web Worker 上运行，每个 Python 线程一个；每个进程各有自己的 GIL。时间为实测值。";
    MODE_MODEL_HINT = "On a deterministic model: the same seed gives the same run. Times are virtual.",
        "在确定性的模型上运行：种子相同，过程就相同。时间为虚拟时间。";
    MODE_SEARCH_HINT = "Visits every interleaving and lists every possible outcome.",
        "遍历所有交错执行，列出所有可能的结果。";
    LIVE_OFF_ISOLATION = "Live is off: this page is not cross-origin isolated, so the browser grants it no shared memory for threads. Model and All outcomes work.",
        "“实跑”不可用：本页未处于跨源隔离状态，浏览器不提供线程所需的共享内存。“模型”和“全部结果”可正常使用。";
    LIVE_OFF_BROWSER = "Live is off: this browser has no shared memory for threads (SharedArrayBuffer). Model and All outcomes work.",
        "“实跑”不可用：此浏览器没有线程所需的共享内存（SharedArrayBuffer）。“模型”和“全部结果”可正常使用。";
    LIVE_OFF_ENGINE = "Live is off: the engine with threads did not start here. Model and All outcomes work.",
        "“实跑”不可用：多线程引擎未能在此启动。“模型”和“全部结果”可正常使用。";
    SETTINGS = "Settings of the run", "运行设置";
    SEED = "Seed", "随机种子";
    NEW_SEED = "New seed", "换一个种子";
    SWITCH_POINTS = "A switch may happen", "可能切换的位置";
    SWITCH_CPYTHON = "where CPython 3.11 switches", "CPython 3.11 会切换之处";
    SWITCH_INSTRUCTION = "after any instruction", "任意指令之后";
    POLICY = "Who runs next", "由谁接着运行";
    POLICY_CPYTHON = "as CPython's GIL decides", "按 CPython 的 GIL";
    POLICY_RANDOM = "at random, from the seed", "由种子随机决定";
    POLICY_BATCH = "one after the other, as in a batch", "像批处理一样逐个运行到底";
    POLICY_BLOCK = "another one when one blocks", "一个阻塞时换另一个";
    POLICY_ROUND_ROBIN = "in turns, for a quantum each", "轮流运行，每次一个时间片";
    POLICY_PCT = "by random priorities (PCT)", "按随机优先级（PCT）";
    QUANTUM = "Quantum (µs)", "时间片（微秒）";
    DEPTH = "Depth of the bug", "缺陷深度";
    CORES = "Processors", "处理器数";
    GIL = "With a GIL", "有 GIL";
    GIL_HINT = "Without one, threads of one process run in parallel, on as many processors as there are.",
        "没有 GIL 时，同一进程的线程可以在多个处理器上并行。";
    SWITCH_INTERVAL = "Switch interval (µs)", "切换间隔（微秒）";
    UNBUFFERED = "Unbuffered output (python3 -u)", "无缓冲输出（python3 -u）";
    UNBUFFERED_HINT = "print writes the text and the line end separately.", "print 会把文本和换行分两次写出。";

    // State of the run
    RESULTS = "Run", "运行";
    IDLE_TITLE = "Nothing has run yet", "尚未运行";
    IDLE_TEXT = "Press Run, and see here who ran when, who waited for whom, and what was printed.",
        "点击“运行”，这里会显示谁在何时运行、谁在等谁、打印了什么。";
    LOADING_ENGINE = "Loading the engine; the run starts as soon as it is there.", "正在载入引擎，就绪后立即运行。";
    RUNNING = "Running …", "运行中……";
    SEARCHING = "Searching all interleavings …", "正在搜索所有交错执行……";
    STOPPING = "Stopping …", "正在停止……";
    ENGINE_RESTARTED = "The run did not stop in time, so its engine was replaced by a fresh one. Your text is untouched.",
        "运行未能及时停止，已换上新的引擎。您的代码没有变化。";
    ENGINE_DIED = "The engine stopped unexpectedly and was replaced by a fresh one. Your text is untouched.",
        "引擎意外退出，已换上新的引擎。您的代码没有变化。";
    ENGINE_ABSENT = "The engine could not be loaded, so programs cannot run now. Check the connection, then try again.",
        "引擎载入失败，目前无法运行程序。请检查网络后重试。";
    ENGINE_SPOKE_NONSENSE = "The engine's answer could not be read: page and engine seem to be of different versions. Reload the page.",
        "无法读取引擎的回答：页面与引擎的版本可能不一致。请刷新页面。";
    STUCK = "Every thread waits for another, and will for ever. Stop ends the run and shows who waits for whom.",
        "所有线程都在互相等待，永远不会再有进展。按“停止”结束运行，并查看谁在等谁。";
    REFUSED = "The program was not started: see the problems under the editor.", "程序没有启动：请看编辑器下方列出的问题。";
    STATE_GONE = "The engine was replaced, so this run's states are gone. Run again to step through it.",
        "引擎已更换，这次运行的状态不复存在。重新运行即可逐步查看。";

    // Timeline
    TIMELINE = "Timeline", "时间线";
    TIMELINE_LABEL = "Timeline. Left and right move the cursor by one instruction, up and down by a line, with Shift to the next switch, with Alt to the next event; plus and minus zoom, 0 shows everything.",
        "时间线。左右键按单条指令移动游标，上下键按行移动，按住 Shift 移到下一次切换，按住 Alt 移到下一个事件；加号与减号缩放，0 显示全部。";
    TIMELINE_HINT = "Click or drag to place the cursor. Ctrl + wheel or pinch zooms, Shift + drag pans.",
        "点击或拖动可放置游标。Ctrl＋滚轮或双指缩放，Shift＋拖动平移。";
    TIMELINE_TABLE = "Timeline as a table", "以表格显示时间线";
    EVENTS_TABLE = "Events as a table", "以表格显示事件";
    VIRTUAL_TIME = "virtual time", "虚拟时间";
    MEASURED_TIME = "measured time", "实测时间";
    ZOOM_IN = "Zoom in (+)", "放大（+）";
    ZOOM_OUT = "Zoom out (−)", "缩小（−）";
    ZOOM_FIT = "Show everything (0)", "显示全部（0）";
    STEP_FIRST = "To the start (Home)", "到开头（Home）";
    STEP_LAST = "To the end (End)", "到结尾（End）";
    PREVIOUS_SWITCH = "Previous switch (Shift+←)", "上一次切换（Shift+←）";
    NEXT_SWITCH = "Next switch (Shift+→)", "下一次切换（Shift+→）";
    LIBRARY = "All lessons", "全部课程";
    LIBRARY_SEARCH = "Search lessons", "搜索课程";
    LIBRARY_NOTHING = "No lesson says that.", "没有找到相关课程。";
    LIBRARY_OPEN = "Lessons", "课程";
    LIBRARY_ANSWERED = "question answered", "已答对";
    LIBRARY_OPENED = "opened", "已打开过";
    OWN_EMPTY = "Empty program", "空白程序";
    OWN_EMPTY_HINT = "Begin a program of your own with nothing; what was there can be had back.",
        "从空白开始写自己的程序；原来的内容可以还原。";
    OWN_COPY = "To my program", "复制为我的程序";
    OWN_COPY_HINT = "Work on a copy of this program, apart from the lesson; what was there can be had back.",
        "把这个程序复制一份，脱离课程自由修改；“我的程序”原来的内容可以还原。";
    QUESTION = "Before you run it", "运行之前";
    QUESTION_HINT = "Choose what you expect, then press Run.", "先选出你预计的答案，再点“运行”。";
    QUESTION_CHOSEN = "Press Run to see.", "点“运行”看结果。";
    QUESTION_AGAIN = "Other parameters now: what will the next run say?", "参数改过了：下一次运行会怎样？";
    QUESTION_REWRITTEN = "You have changed the program itself, so its runs are your own and not compared with these answers.",
        "你改动了程序本身，它的运行不再与这些答案对照。";
    ANSWERED_BEFORE = "answered", "已答对";
    ANSWER_RIGHT = "As you expected.", "与你预计的一样。";
    ANSWER_OTHERWISE = "This run fits none of these answers.", "这次运行与这些答案都不相符。";
    THIS_RUN = "this run", "这次运行";
    PREVIOUS_LESSON = "Previous:", "上一课：";
    NEXT_LESSON = "Next:", "下一课：";
    LESSON_STEPS = "Other lessons", "其他课程";
    LINE = "Line", "行";
    PREVIOUS_LINE = "To the begin of the line (↑)", "回到行首（↑）";
    NEXT_LINE = "To the next line (↓)", "到下一行（↓）";
    RESOURCES = "Queues, events, semaphores", "队列、事件、信号量";
    LINE_CODE = "bytecode of the line", "该行的字节码";
    PREVIOUS_EVENT = "Previous event (Alt+←)", "上一个事件（Alt+←）";
    NEXT_EVENT = "Next event (Alt+→)", "下一个事件（Alt+→）";
    PREVIOUS_STEP = "Back one instruction (←)", "后退一条指令（←）";
    NEXT_STEP = "Forward one instruction (→)", "前进一条指令（→）";
    SWITCH = "Switch", "切换";
    EVENT = "Event", "事件";
    INSTRUCTION = "Instruction", "指令";
    STEPPING = "Step through the run", "逐步查看运行";
    LEGEND_RUNNING = "running", "运行";
    LEGEND_GIL_WAIT = "waits for the GIL, or for its turn", "等待 GIL 或轮到自己";
    LEGEND_LOCK = "waits for a lock, a queue, an event", "等待锁、队列、事件";
    LEGEND_JOIN = "waits for a thread, a task", "等待线程或任务";
    LEGEND_SLEEP = "sleeps or writes", "休眠或写出";
    LEGEND_OUTPUT = "output", "输出";
    COLUMN_FROM = "From", "自";
    COLUMN_TO = "To", "至";
    COLUMN_AT = "At", "时刻";
    COLUMN_STEP = "Step", "步";
    COLUMN_WHAT = "What", "内容";

    // Console
    CONSOLE = "Console", "控制台";
    CONSOLE_EMPTY = "Nothing printed.", "没有输出。";
    COPY = "Copy", "复制";
    COPY_FAILED = "The browser did not allow copying. Select the text and copy it by hand.",
        "浏览器不允许复制。请选中文本手动复制。";
    STDERR = "error output", "错误输出";

    // State at the cursor
    STATE_AT_CURSOR = "State at the cursor", "游标处的状态";
    STATE_HINT = "Place the cursor on the timeline, or step, to see every thread's line and variables at that moment.",
        "在时间线上放置游标或逐步前进，即可看到该时刻每个线程所在的行与变量。";
    GLOBALS = "Global variables", "全局变量";
    LOCKS = "Locks", "锁";
    WAITS = "Who waits for whom", "谁在等谁";
    WAITS_HINT = "An arrow leads from who waits to whom it waits for, and names the lock that the other holds.",
        "箭头从等待者指向被等待者，并标出对方持有的锁。";
    WAITS_FOR_END = "its end", "等它结束";
    LOCK_FREE = "free", "空闲";
    NO_VARIABLES = "none yet", "暂无";
    STATE_READY = "ready to run", "可以运行";
    STATE_RUNS_NEXT = "has just run", "刚刚运行";
    STATE_FINISHED = "finished", "已结束";
    NEXT_INSTRUCTION = "next:", "下一条：";

    // Timings
    TIMINGS = "Timings", "耗时";
    WALL = "From start to end", "从开始到结束";
    GIL_HELD = "GIL held", "GIL 被持有";
    SWITCHES = "Switches", "切换次数";
    INSTRUCTIONS = "Instructions", "指令数";
    WORKERS = "Workers", "Worker 数";
    INSTRUCTIONS_A_SECOND = "Instructions a second", "每秒指令数";
    CLOCK_STEP = "Step of the clock", "时钟分辨率";
    THREAD = "Thread", "线程";
    RUNNING_TIME = "Running", "运行";
    GIL_WAIT_TIME = "Waiting for the GIL", "等待 GIL";
    BLOCKED_TIME = "Blocked", "阻塞";
    SLEEPING_TIME = "Sleeping", "休眠";
    TIMES_VIRTUAL = "Virtual times of the model: every instruction costs the same there. They say how threads interleave, not how fast this machine is.",
        "这是模型的虚拟时间：每条指令的代价相同。它说明线程如何交错，而不是这台机器有多快。";
    TIMES_MEASURED = "Measured on this machine; another run will differ.", "在本机实测；再次运行会有不同。";
    TIMES_REPLAYED = "Measured when the run was recorded; this is its replay.", "录制这次运行时的实测值；现在是回放。";

    KEEP = "Keep for comparison", "留作对比";
    KEPT = "Kept for comparison", "已留作对比";
    UTILISATION = "Utilisation", "利用率";
    RUNNING_UTILISED = "Running, utilisation", "运行（利用率）";
    UTILISATION_HINT = "Executing Python, as a share of the time: of one processor for a thread, of all processors for the run.",
        "执行 Python 的时间占比：线程相对一个处理器，整个运行相对全部处理器。";

    // Plots
    PLOTS = "Plots", "图表";
    OWN_PLOT = "A plot of your own", "自选图表";
    OWN_PLOT_TEXT = "The open program runs once for each of several values; the other parameters stay as they are.",
        "对若干取值各运行一次当前程序，其余参数保持不变。";
    VARY = "Vary", "改变";
    FIGURE = "Figure", "指标";
    HOW = "How", "方式";
    DRAW = "Draw", "绘制";
    DRAW_AGAIN = "Draw again", "重新绘制";
    PLOT_STALE = "The program or its settings have changed since this was drawn.", "绘制之后，程序或设置已经改动。";
    NOTHING_TO_VARY = "The program has no such parameter any more, so there is nothing to vary.", "程序中已没有这个参数，无法绘制。";
    READING = "Value under the cursor. Arrow keys move along the axis.", "当前取值。方向键可沿坐标轴移动。";
    PLOT_HINT = "Point at the plot, or use the arrow keys, to read its values.", "指向图表，或用方向键，即可读出数值。";
    NO_POINTS = "None of the runs gave a figure to draw.", "没有任何一次运行给出可绘制的数值。";
    NO_FIGURE = "–", "–";
    SPEED_UP = "Speed-up, and Amdahl's law", "加速比与阿姆达尔定律";
    SPEED_UP_MEASURED = "speed-up over the first point", "相对第一个点的加速比";
    SPEED_UP_LAW = "Amdahl's law, fitted", "拟合的阿姆达尔定律";
    FIGURE_SECONDS = "From start to end, in seconds", "从开始到结束（秒）";
    FIGURE_GIL_HELD = "GIL held, as a share of the time", "GIL 被持有的时间占比";
    FIGURE_THREADS = "Threads", "线程数";
    FIGURE_PROCESSES = "Processes", "进程数";

    // Comparison
    COMPARISON = "Comparison", "对比";
    COMPARE_TEXT = "Runs every program of the lesson as it stands, one after the other, and puts their figures beside each other.",
        "依次按当前内容运行本课的每个程序，并排列出各项指标。";
    COMPARE_ALL = "Run all programs", "运行全部程序";
    COMPARE_AGAIN = "Run all again", "重新运行全部";
    COMPARE_STALE = "A program or the settings have changed since these runs.", "这些运行之后，程序或设置已经改动。";
    EXECUTING = "Executing Python, GIL held", "执行 Python（持有 GIL）";
    NOT_YET = "not run yet", "尚未运行";
    SHOWN_RUN = "shown above", "上方显示的运行";
    FORGET = "Remove from the comparison", "移出对比";
    ENDED = "It ended", "结局";

    // Outcomes
    OUTCOMES = "Outcomes", "全部结果";
    OUTCOME_OUTPUT = "It prints", "打印";
    OUTCOME_END = "It ends", "结局";
    OUTCOME_POSSIBLE = "Possible", "何时可能";
    OUTCOME_SWITCHES = "Switches", "切换次数";
    POSSIBLE_CPYTHON = "in CPython 3.11", "CPython 3.11 中可能";
    POSSIBLE_INSTRUCTION = "only if any instruction may be interrupted", "仅当任意指令后都可切换";
    OUTCOME_SHOW = "Show this run", "查看这次运行";
    NOTHING_PRINTED = "(nothing)", "（无输出）";
    OUTCOMES_STALE = "The program has changed since this search.", "搜索之后程序已经改动。";

    // Sharing
    SHARE_TITLE = "Share", "分享";
    SHARE_NOTE = "Everything is in the link itself, behind the #; nothing is sent to any server. Opening it starts nothing.",
        "全部内容都在链接 # 之后，不会发送给任何服务器。打开链接不会自动运行任何东西。";
    SHARE_LINK = "Link", "链接";
    SHARE_COPIED = "The link is on the clipboard.", "链接已复制到剪贴板。";
    SHARE_COPY = "Copy the link", "复制链接";
    SHARE_OLD_RUN = "The program was changed after the shown run, so the link carries the program without the run.",
        "显示的运行之后程序又有改动，因此链接只包含程序，不含运行。";
    SHARE_DOWNLOAD = "Download as a file", "下载为文件";
    OPEN_FILE = "Open a file …", "打开文件……";
    SHARE_FILE_HINT = "A file made here can be opened here, by anybody.", "在此生成的文件，任何人都可以在此打开。";
    SHARED_RUN = "This link carries a run.", "这个链接带有一次运行。";
    SHOW_SHARED_RUN = "Show the shared run", "查看分享的运行";
    SHARED_LESSON_UNKNOWN = "The link names a lesson that this page does not have; here is its program on its own, if it carried one.",
        "链接所指的课程在本页不存在；若链接带有程序，已单独打开。";

    // Ends
    END_STOPPED = "stopped", "已停止";
    END_STOPPED_TITLE = "Stopped", "已停止";
    END_FINISHED_TITLE = "Finished", "运行结束";
    END_DEADLOCK_TITLE = "Deadlock", "死锁";
    END_LIMIT_TITLE = "Limit reached", "达到上限";
    END_RAISED_TITLE = "Ended by an exception", "因异常结束";
    END_DIVERGED_TITLE = "The run could not be repeated", "无法重现这次运行";
    FAILED_TITLE = "The run failed", "运行失败";
}
