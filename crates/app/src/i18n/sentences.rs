//! Sentences with values in them.

use trace::{
    End, Event, EventKind, ExitStatus, FiberId, FiberState, LaneState, LimitKind, Nanos, Place, Stream,
    Trace, WaitEdge, WaitFor, WaitOn,
};
use wire::{Progress, Proof};

use super::{
    Language::{self, Chinese, English},
    bytes, count, duration,
    names::{lock, thread},
    resources, words,
};

/// What a thread waits for, as the end of a sentence: "waits for …".
pub(crate) fn wait(language: Language, trace: &Trace, on: WaitOn, holder: Option<FiberId>) -> String {
    match (language, on) {
        (English, WaitOn::Lock(id)) => {
            let name = lock(language, trace, id);
            match holder {
                Some(holder) => format!("waits for {name}, held by {}", thread(trace, holder)),
                None => format!("waits for {name}"),
            }
        }
        (Chinese, WaitOn::Lock(id)) => {
            let name = lock(language, trace, id);
            match holder {
                Some(holder) => format!("等待{name}（由 {} 持有）", thread(trace, holder)),
                None => format!("等待{name}"),
            }
        }
        (English, WaitOn::Resource(id)) => {
            format!("waits for {}", resources::resource(language, trace, id))
        }
        (Chinese, WaitOn::Resource(id)) => format!("等待{}", resources::resource(language, trace, id)),
        (English, WaitOn::End(other)) => format!("joins {}: waits until it ends", thread(trace, other)),
        (Chinese, WaitOn::End(other)) => format!("join {}：等待它结束", thread(trace, other)),
        (English, WaitOn::Start(other)) => format!("waits until {} has started", thread(trace, other)),
        (Chinese, WaitOn::Start(other)) => format!("等待 {} 启动", thread(trace, other)),
        (English, WaitOn::Sleep { nanos }) => format!("sleeps for {}", duration(nanos)),
        (Chinese, WaitOn::Sleep { nanos }) => format!("休眠 {}", duration(nanos)),
        (English, WaitOn::Work { nanos }) => format!("works in C without the GIL for {}", duration(nanos)),
        (Chinese, WaitOn::Work { nanos }) => format!("在 C 代码中工作 {}，不持有 GIL", duration(nanos)),
        (English, WaitOn::Write) => "writes to the terminal".to_owned(),
        (Chinese, WaitOn::Write) => "正在写终端".to_owned(),
        (English, WaitOn::Kernel { object, kind }) => {
            format!("waits for {}", resources::shared(language, trace, object, kind))
        }
        (Chinese, WaitOn::Kernel { object, kind }) => {
            format!("等待{}", resources::shared(language, trace, object, kind))
        }
        (English, WaitOn::Child(Some(pid))) => format!("waits for the end of process {pid}"),
        (Chinese, WaitOn::Child(Some(pid))) => format!("等待进程 {pid} 结束"),
        (English, WaitOn::Child(None)) => "waits for the end of a child process".to_owned(),
        (Chinese, WaitOn::Child(None)) => "等待某个子进程结束".to_owned(),
        (English, WaitOn::Signal) => "waits for a signal".to_owned(),
        (Chinese, WaitOn::Signal) => "等待信号".to_owned(),
        (English, WaitOn::Descriptors) => "waits for one of several descriptors".to_owned(),
        (Chinese, WaitOn::Descriptors) => "等待多个描述符之一".to_owned(),
    }
}

/// What a lane shows at one place: "Thread-2 waits for lock `lock`, held by Thread-1 · 3.20 ms".
pub(crate) fn lane(
    language: Language,
    trace: &Trace,
    fiber: FiberId,
    state: LaneState,
    (holder, length): (Option<FiberId>, Nanos),
) -> String {
    let name = thread(trace, fiber);
    let what = match (language, state) {
        (English, LaneState::Running) => "runs and holds the GIL".to_owned(),
        (Chinese, LaneState::Running) => "正在运行，持有 GIL".to_owned(),
        (English, LaneState::GilWait) => match holder {
            Some(holder) => format!("waits for the GIL, held by {}", thread(trace, holder)),
            None => "waits for the GIL".to_owned(),
        },
        (Chinese, LaneState::GilWait) => match holder {
            Some(holder) => format!("等待 GIL（由 {} 持有）", thread(trace, holder)),
            None => "等待 GIL".to_owned(),
        },
        (_, LaneState::Blocked(on)) => wait(language, trace, on, holder),
    };
    format!("{name} {what} · {}", duration(length))
}

/// The GIL within a sentence.
pub(crate) fn the_gil(language: Language) -> &'static str {
    match language {
        English => "the GIL",
        Chinese => " GIL",
    }
}

/// Who holds the GIL or a lock for how long.
pub(crate) fn held(language: Language, trace: &Trace, what: &str, owner: FiberId, length: Nanos) -> String {
    let owner = thread(trace, owner);
    match language {
        English => format!("{owner} holds {what} · {}", duration(length)),
        Chinese => format!("{owner} 持有{what} · {}", duration(length)),
    }
}

/// Nobody holds the GIL or a lock.
pub(crate) fn not_held(language: Language, what: &str) -> String {
    match language {
        English => format!("Nobody holds {what}"),
        Chinese => format!("无人持有{what}"),
    }
}

/// A thread's state in the state view.
pub(crate) fn fiber_state(
    language: Language,
    trace: &Trace,
    state: FiberState,
    ran_last: bool,
    holder: Option<FiberId>,
) -> String {
    match state {
        FiberState::Ready if ran_last => language.say(words::STATE_RUNS_NEXT).to_owned(),
        FiberState::Ready => language.say(words::STATE_READY).to_owned(),
        FiberState::Finished => language.say(words::STATE_FINISHED).to_owned(),
        FiberState::Blocked(on) => wait(language, trace, on, holder),
    }
}

/// An event in words.
pub(crate) fn event(language: Language, trace: &Trace, kind: &EventKind) -> String {
    match (language, kind) {
        (English, EventKind::Spawned { child }) => format!("starts {}", thread(trace, *child)),
        (Chinese, EventKind::Spawned { child }) => format!("启动 {}", thread(trace, *child)),
        (_, EventKind::Blocked { on }) => wait(language, trace, *on, None),
        (English, EventKind::Acquired { lock: id }) => format!("acquires {}", lock(language, trace, *id)),
        (Chinese, EventKind::Acquired { lock: id }) => format!("获得{}", lock(language, trace, *id)),
        (English, EventKind::Released { lock: id }) => format!("releases {}", lock(language, trace, *id)),
        (Chinese, EventKind::Released { lock: id }) => format!("释放{}", lock(language, trace, *id)),
        (
            _,
            EventKind::Used {
                resource,
                what,
                value,
            },
        ) => resources::used(language, trace, (*resource, *what, *value)),
        (_, EventKind::Woke { who, on }) => resources::woke(language, trace, *who, *on),
        (_, EventKind::Task { task, step }) => resources::step(language, trace, *task, *step),
        (English, EventKind::Output { stream, text }) => match stream {
            Stream::Out => format!("prints {text:?}"),
            Stream::Err => format!("prints {text:?} to the error output"),
        },
        (Chinese, EventKind::Output { stream, text }) => match stream {
            Stream::Out => format!("打印 {text:?}"),
            Stream::Err => format!("向错误输出打印 {text:?}"),
        },
        (English, EventKind::Raised { message }) => format!("ends with {message}"),
        (Chinese, EventKind::Raised { message }) => format!("因 {message} 而结束"),
        (English, EventKind::Forked { process, .. }) => format!("begins process {}", trace.pid(*process)),
        (Chinese, EventKind::Forked { process, .. }) => format!("启动进程 {}", trace.pid(*process)),
        (English, EventKind::Signalled { process, signal }) => {
            format!("signal {signal} comes to process {}", trace.pid(*process))
        }
        (Chinese, EventKind::Signalled { process, signal }) => {
            format!("进程 {} 收到信号 {signal}", trace.pid(*process))
        }
        (English, EventKind::Exited { process, status }) => match status {
            ExitStatus::Exited(status) => {
                format!("process {} ends with status {status}", trace.pid(*process))
            }
            ExitStatus::Killed { signal } => {
                format!("process {} is ended by signal {signal}", trace.pid(*process))
            }
        },
        (Chinese, EventKind::Exited { process, status }) => match status {
            ExitStatus::Exited(status) => {
                format!("进程 {} 结束，状态码 {status}", trace.pid(*process))
            }
            ExitStatus::Killed { signal } => {
                format!("进程 {} 被信号 {signal} 终止", trace.pid(*process))
            }
        },
        (English, EventKind::Finished) => "ends".to_owned(),
        (Chinese, EventKind::Finished) => "结束".to_owned(),
    }
}

/// Something that happened, with who did it and when.
pub(crate) fn happened(language: Language, trace: &Trace, event: &Event) -> String {
    let (who, what) = (
        thread(trace, event.fiber),
        self::event(language, trace, &event.kind),
    );
    let at = duration(event.at);
    match language {
        English => format!("{who} {what} · at {at}"),
        Chinese => format!("{who} {what} · {at} 时"),
    }
}

/// The heading of a run's end.
pub(crate) fn end_title(language: Language, end: &End) -> &'static str {
    language.say(match end {
        End::Finished { status: 0 } => words::END_FINISHED_TITLE,
        End::Finished { .. } => words::END_RAISED_TITLE,
        End::Deadlock { .. } => words::END_DEADLOCK_TITLE,
        End::Limit { .. } => words::END_LIMIT_TITLE,
        End::Stopped => words::END_STOPPED_TITLE,
        End::Diverged { .. } => words::END_DIVERGED_TITLE,
    })
}

/// How a run ended, sentence by sentence. `raised` are the exceptions that ended threads, with the thread.
pub(crate) fn end_text(language: Language, trace: &Trace) -> Vec<String> {
    let raised = trace.events.iter().filter_map(|event| match &event.kind {
        EventKind::Raised { message } => Some((event.fiber, message)),
        _ => None,
    });
    let mut sentences: Vec<String> = raised
        .take(5)
        .map(|(fiber, message)| {
            let name = thread(trace, fiber);
            match language {
                English => format!("An exception ended {name}: {message}"),
                Chinese => format!("{name} 因异常结束：{message}"),
            }
        })
        .collect();
    match (language, &trace.end) {
        (English, End::Finished { status: 0 }) if sentences.is_empty() => {
            sentences.push(match trace.fibers.len() {
                1 => "The program ended.".to_owned(),
                threads => format!("All {threads} threads ended."),
            });
        }
        (Chinese, End::Finished { status: 0 }) if sentences.is_empty() => {
            sentences.push(match trace.fibers.len() {
                1 => "程序已结束。".to_owned(),
                threads => format!("全部 {threads} 个线程均已结束。"),
            });
        }
        (_, End::Finished { .. }) => {}
        (English, End::Deadlock { waits }) => {
            sentences.push("Nobody can ever run again:".to_owned());
            sentences.extend(waits.iter().map(|edge| wait_edge(language, trace, edge)));
        }
        (Chinese, End::Deadlock { waits }) => {
            sentences.push("谁也无法继续运行：".to_owned());
            sentences.extend(waits.iter().map(|edge| wait_edge(language, trace, edge)));
        }
        (English, End::Limit { kind, fiber, place }) => sentences.push(format!(
            "{} reached the limit on {} in line {}.",
            thread(trace, *fiber),
            limit(language, *kind),
            place.line
        )),
        (Chinese, End::Limit { kind, fiber, place }) => sentences.push(format!(
            "{} 在第 {} 行达到{}上限。",
            thread(trace, *fiber),
            place.line,
            limit(language, *kind)
        )),
        (English, End::Stopped) => sentences.push("You stopped the run. What it did until then is shown here.".to_owned()),
        (Chinese, End::Stopped) => sentences.push("您停止了运行。这里显示停止之前的过程。".to_owned()),
        (English, End::Diverged { turn }) => sentences.push(format!(
            "The recorded schedule does not fit this program: its turn {} could not be executed. What came before is shown here.",
            turn + 1
        )),
        (Chinese, End::Diverged { turn }) => sentences.push(format!(
            "记录的调度与程序不符：第 {} 个时间片无法执行。这里显示此前的过程。",
            turn + 1
        )),
    }
    sentences
}

/// One wait of a deadlock.
fn wait_edge(language: Language, trace: &Trace, edge: &WaitEdge) -> String {
    let (who, line) = (thread(trace, edge.fiber), edge.place.line);
    match (language, edge.on) {
        (English, WaitFor::Lock { lock: id, holder }) => {
            let name = lock(language, trace, id);
            match holder {
                Some(holder) if holder == edge.fiber => {
                    format!("{who} waits in line {line} for {name}, which it holds itself.")
                }
                Some(holder) => format!(
                    "{who} waits in line {line} for {name}, held by {}.",
                    thread(trace, holder)
                ),
                None => format!("{who} waits in line {line} for {name}, whose holder has ended."),
            }
        }
        (Chinese, WaitFor::Lock { lock: id, holder }) => {
            let name = lock(language, trace, id);
            match holder {
                Some(holder) if holder == edge.fiber => {
                    format!("{who} 在第 {line} 行等待{name}，而持有者正是它自己。")
                }
                Some(holder) => format!(
                    "{who} 在第 {line} 行等待{name}，由 {} 持有。",
                    thread(trace, holder)
                ),
                None => format!("{who} 在第 {line} 行等待{name}，其持有者已经结束。"),
            }
        }
        (English, WaitFor::Resource(id)) => {
            let name = resources::resource(language, trace, id);
            format!("{who} waits in line {line} for {name}, and nobody is left to wake it.")
        }
        (Chinese, WaitFor::Resource(id)) => {
            let name = resources::resource(language, trace, id);
            format!("{who} 在第 {line} 行等待{name}，已没有谁能唤醒它。")
        }
        (English, WaitFor::End(other)) => {
            format!(
                "{who} waits in line {line} for the end of {}.",
                thread(trace, other)
            )
        }
        (Chinese, WaitFor::End(other)) => {
            format!("{who} 在第 {line} 行等待 {} 结束。", thread(trace, other))
        }
        (English, WaitFor::Kernel { on, process }) => {
            let on = wait(language, trace, on, None);
            match process {
                Some(process) => {
                    let other = trace.pid(process);
                    format!("{who} {on} in line {line}; process {other} could end that.")
                }
                None => format!("{who} {on} in line {line}, and nobody could end that."),
            }
        }
        (Chinese, WaitFor::Kernel { on, process }) => {
            let on = wait(language, trace, on, None);
            match process {
                Some(process) => {
                    let other = trace.pid(process);
                    format!("{who} 在第 {line} 行{on}；进程 {other} 可以使其结束。")
                }
                None => format!("{who} 在第 {line} 行{on}，没有谁能使其结束。"),
            }
        }
    }
}

/// How a run of search ended, in few words for the table.
pub(crate) fn end_short(language: Language, end: &End) -> String {
    match (language, end) {
        (English, End::Finished { status: 0 }) => "finished".to_owned(),
        (Chinese, End::Finished { status: 0 }) => "正常结束".to_owned(),
        (English, End::Finished { .. }) => "exception".to_owned(),
        (Chinese, End::Finished { .. }) => "异常".to_owned(),
        (English, End::Deadlock { .. }) => "deadlock".to_owned(),
        (Chinese, End::Deadlock { .. }) => "死锁".to_owned(),
        (English, End::Limit { kind, .. }) => format!("limit on {}", limit(language, *kind)),
        (Chinese, End::Limit { kind, .. }) => format!("{}上限", limit(language, *kind)),
        (_, End::Stopped) => language.say(words::END_STOPPED).to_owned(),
        (English, End::Diverged { .. }) => "not repeatable".to_owned(),
        (Chinese, End::Diverged { .. }) => "无法重现".to_owned(),
    }
}

fn limit(language: Language, kind: LimitKind) -> &'static str {
    match (language, kind) {
        (English, LimitKind::Instructions) => "instructions",
        (Chinese, LimitKind::Instructions) => "指令数",
        (English, LimitKind::Memory) => "memory",
        (Chinese, LimitKind::Memory) => "内存",
        (English, LimitKind::Output) => "output",
        (Chinese, LimitKind::Output) => "输出",
        (English, LimitKind::Trace) => "recorded switches and events",
        (Chinese, LimitKind::Trace) => "记录的切换与事件数",
        (English, LimitKind::Processes) => "processes",
        (Chinese, LimitKind::Processes) => "进程数",
    }
}

/// What a search has proven.
pub(crate) fn proof(language: Language, proof: Proof, states: u64, done: bool) -> String {
    let states = count(states);
    match (language, done, proof) {
        (English, false, _) => format!("Searching: {states} states so far."),
        (Chinese, false, _) => format!("正在搜索：已访问 {states} 个状态。"),
        (English, true, Proof::All) => {
            format!("All interleavings visited: {states} states. There is no other outcome.")
        }
        (Chinese, true, Proof::All) => format!("已遍历所有交错执行：{states} 个状态。不存在其他结果。"),
        (English, true, Proof::Partial { limit: None }) => {
            format!("Stopped after {states} states: there may be more outcomes.")
        }
        (Chinese, true, Proof::Partial { limit: None }) => {
            format!("访问 {states} 个状态后停止：可能还有其他结果。")
        }
        (English, true, Proof::Partial { limit: Some(kind) }) => format!(
            "The limit on {} was reached after {states} states: there may be more outcomes.",
            limit(language, kind)
        ),
        (Chinese, true, Proof::Partial { limit: Some(kind) }) => format!(
            "访问 {states} 个状态后达到{}上限：可能还有其他结果。",
            limit(language, kind)
        ),
    }
}

/// How far a run is.
pub(crate) fn progress(language: Language, progress: Progress) -> String {
    let mut parts = Vec::new();
    let mut part = |number: u64, one: &str, many: &str, zh: &str| {
        if number > 0 {
            let number_text = count(number);
            parts.push(match language {
                English => format!("{number_text} {}", if number == 1 { one } else { many }),
                Chinese => format!("{number_text} {zh}"),
            });
        }
    };
    part(progress.states, "state", "states", "个状态");
    part(progress.instructions, "instruction", "instructions", "条指令");
    part(u64::from(progress.threads), "thread", "threads", "个线程");
    part(progress.switches, "switch", "switches", "次切换");
    if progress.memory > 0 {
        parts.push(bytes(progress.memory));
    }
    parts.join(" · ")
}

/// Where the cursor is.
pub(crate) fn cursor(language: Language, step: u64, steps: u64, at: Nanos) -> String {
    let (step, steps, at) = (count(step), count(steps), duration(at));
    match language {
        English => format!("Behind instruction {step} of {steps}, at {at}"),
        Chinese => format!("第 {step} 条指令之后（共 {steps} 条），时刻 {at}"),
    }
}

/// A place in the program.
pub(crate) fn place(language: Language, place: Place) -> String {
    match language {
        English => format!("line {}, column {}", place.line, place.column),
        Chinese => format!("第 {} 行，第 {} 列", place.line, place.column),
    }
}

/// A line of the program.
pub(crate) fn line(language: Language, line: u32) -> String {
    match language {
        English => format!("line {line}"),
        Chinese => format!("第 {line} 行"),
    }
}

/// How many problems a program has.
pub(crate) fn problems(language: Language, number: usize) -> String {
    match (language, number) {
        (English, 1) => "1 problem".to_owned(),
        (English, number) => format!("{number} problems"),
        (Chinese, number) => format!("{number} 个问题"),
    }
}

/// Earlier output that is not in the page.
pub(crate) fn console_cut(language: Language, hidden: usize) -> String {
    let hidden = count(hidden as u64);
    match language {
        English => format!("{hidden} more writes are not shown here; Copy takes all."),
        Chinese => format!("另有 {hidden} 次写出未在此显示；“复制”会包含全部内容。"),
    }
}

/// Rows that a table leaves out.
pub(crate) fn table_cut(language: Language, shown: usize, all: usize) -> String {
    let (shown, all) = (count(shown as u64), count(all as u64));
    match language {
        English => format!("The first {shown} of {all} rows."),
        Chinese => format!("共 {all} 行，此处显示前 {shown} 行。"),
    }
}

/// How long a link is.
pub(crate) fn link_length(language: Language, length: usize) -> String {
    let length = count(length as u64);
    match language {
        English => format!("{length} characters"),
        Chinese => format!("{length} 个字符"),
    }
}

/// A link that is too long to be sent around.
pub(crate) fn link_too_long(language: Language, length: usize, most: usize) -> String {
    let (length, most) = (count(length as u64), count(most as u64));
    match language {
        English => format!(
            "The link would have {length} characters; chats and mails often cut links beyond {most}. Send a file instead."
        ),
        Chinese => {
            format!("链接将有 {length} 个字符；聊天和邮件常会截断超过 {most} 个字符的链接。请改用文件分享。")
        }
    }
}

/// Who waits for a lock.
pub(crate) fn lock_state(
    language: Language,
    trace: &Trace,
    owner: Option<FiberId>,
    waiters: &[FiberId],
) -> String {
    let owner = owner.map(|owner| thread(trace, owner));
    let waiters: Vec<String> = waiters.iter().map(|waiter| thread(trace, *waiter)).collect();
    let mut text = match (language, owner) {
        (_, None) => language.say(words::LOCK_FREE).to_owned(),
        (English, Some(owner)) => format!("held by {owner}"),
        (Chinese, Some(owner)) => format!("由 {owner} 持有"),
    };
    if !waiters.is_empty() {
        text.push_str(&match language {
            English => format!("; waiting: {}", waiters.join(", ")),
            Chinese => format!("；等待者：{}", waiters.join("、")),
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use trace::LockId;

    #[test]
    fn a_wait_names_the_lock_and_its_holder() {
        let trace = fixture::two_threads_and_a_lock();
        let state = LaneState::Blocked(WaitOn::Lock(LockId(0)));
        let say = |language| lane(language, &trace, FiberId(1), state, (Some(FiberId(0)), 3_200_000));
        assert_eq!(
            say(English),
            "Thread-1 (work) waits for lock `lock`, held by MainThread · 3.20 ms"
        );
        assert_eq!(
            say(Chinese),
            "Thread-1 (work) 等待锁 `lock`（由 MainThread 持有） · 3.20 ms"
        );
    }

    #[test]
    fn a_deadlock_says_who_waits_for_whom_and_where() {
        let mut trace = fixture::two_threads_and_a_lock();
        let wait = |fiber, on, line| WaitEdge {
            fiber,
            on,
            place: Place {
                line,
                ..Place::default()
            },
        };
        let (lock, main, other) = (LockId(0), FiberId(0), FiberId(1));
        trace.end = End::Deadlock {
            waits: vec![
                wait(main, WaitFor::End(other), 9),
                wait(
                    other,
                    WaitFor::Lock {
                        lock,
                        holder: Some(other),
                    },
                    4,
                ),
            ],
        };
        assert_eq!(
            end_text(English, &trace),
            [
                "Nobody can ever run again:",
                "MainThread waits in line 9 for the end of Thread-1 (work).",
                "Thread-1 (work) waits in line 4 for lock `lock`, which it holds itself.",
            ]
        );
        assert_eq!(end_text(Chinese, &trace).len(), 3);
    }

    #[test]
    fn proofs_are_honest() {
        assert!(
            proof(English, Proof::All, 2_065, true).starts_with("All interleavings visited: 2,065 states")
        );
        let partial = Proof::Partial {
            limit: Some(LimitKind::Memory),
        };
        assert!(proof(English, partial, 5, true).contains("there may be more"));
        assert!(proof(Chinese, partial, 5, true).contains("内存上限"));
    }
}
