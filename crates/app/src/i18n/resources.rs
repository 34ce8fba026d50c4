//! Sentences about queues, events, tasks and what else a trace tells of beside threads and locks.

use trace::{
    KernelId, KernelKind, ResourceId, ResourceKind, Sleeper, TaskState, TaskStep, TaskWait, Trace, Use,
};

use super::{
    Language::{self, Chinese, English},
    count, duration,
    names::thread,
};

/// A resource within a sentence: queue `work`, 3 号信号量.
pub(crate) fn resource(language: Language, trace: &Trace, id: ResourceId) -> String {
    let Some(info) = trace.resources.get(id.index()) else {
        return format!("#{}", id.0);
    };
    let kind = kind(language, info.kind);
    match (language, info.name.as_str()) {
        (_, "") if matches!(info.kind, ResourceKind::Loop | ResourceKind::Futures) => kind.to_owned(),
        (English, "") => format!("{kind} {}", id.0 + 1),
        (Chinese, "") => format!("{} 号{kind}", id.0 + 1),
        (English, name) => format!("{kind} `{name}`"),
        (Chinese, name) => format!("{kind} `{name}`"),
    }
}

/// A resource as a row's name; a task is named by its name alone.
pub(crate) fn label(language: Language, trace: &Trace, id: ResourceId) -> String {
    match trace.resources.get(id.index()) {
        Some(info) if info.kind.runs() && !info.name.is_empty() => info.name.clone(),
        Some(info) if !info.name.is_empty() => format!("{} {}", kind(language, info.kind), info.name),
        _ => resource(language, trace, id),
    }
}

fn kind(language: Language, kind: ResourceKind) -> &'static str {
    match (language, kind) {
        (English, ResourceKind::Lock) => "lock",
        (Chinese, ResourceKind::Lock) => "锁",
        (English, ResourceKind::Condition) => "condition",
        (Chinese, ResourceKind::Condition) => "条件变量",
        (English, ResourceKind::Event) => "event",
        (Chinese, ResourceKind::Event) => "事件",
        (English, ResourceKind::Semaphore) => "semaphore",
        (Chinese, ResourceKind::Semaphore) => "信号量",
        (English, ResourceKind::Barrier) => "barrier",
        (Chinese, ResourceKind::Barrier) => "屏障",
        (English, ResourceKind::Queue) => "queue",
        (Chinese, ResourceKind::Queue) => "队列",
        (English, ResourceKind::Future) => "future",
        (Chinese, ResourceKind::Future) => "future",
        (English, ResourceKind::Futures) => "several futures",
        (Chinese, ResourceKind::Futures) => "多个 future",
        (English, ResourceKind::Task) => "task",
        (Chinese, ResourceKind::Task) => "任务",
        (_, ResourceKind::Greenlet) => "greenlet",
        (English, ResourceKind::Loop) => "the event loop's next callback",
        (Chinese, ResourceKind::Loop) => "事件循环的下一个回调",
        (English, ResourceKind::Pipe) => "pipe",
        (Chinese, ResourceKind::Pipe) => "管道",
    }
}

/// What processes share, as what is waited for.
pub(super) fn shared(language: Language, trace: &Trace, object: KernelId, wait: KernelKind) -> String {
    let place = trace
        .resources
        .iter()
        .position(|info| info.kernel == Some(object));
    let name = match place.map(|place| ResourceId(place as u32)) {
        Some(id) if !trace.resources[id.index()].name.is_empty() => resource(language, trace, id),
        _ => unnamed(language, object, wait),
    };
    match (language, wait) {
        (English, KernelKind::Read) => format!("data in {name}"),
        (Chinese, KernelKind::Read) => format!("{name} 中的数据"),
        (English, KernelKind::Write) => format!("room in {name}"),
        (Chinese, KernelKind::Write) => format!("{name} 中的空位"),
        (English, KernelKind::Connection) => format!("a connection to process {}", object.pid),
        (Chinese, KernelKind::Connection) => format!("到进程 {} 的连接", object.pid),
        (_, KernelKind::Semaphore) => name,
    }
}

fn unnamed(language: Language, object: KernelId, wait: KernelKind) -> String {
    let KernelId { pid, number } = object;
    match (language, wait) {
        (English, KernelKind::Semaphore) => format!("semaphore {number} of process {pid}"),
        (Chinese, KernelKind::Semaphore) => format!("进程 {pid} 的信号量 {number}"),
        (English, _) => format!("pipe {number} of process {pid}"),
        (Chinese, _) => format!("进程 {pid} 的管道 {number}"),
    }
}

/// What a thread did with a resource: "puts into queue `work` (3 items then)".
pub(super) fn used(
    language: Language,
    trace: &Trace,
    (id, what, value): (ResourceId, Use, Option<u64>),
) -> String {
    let name = resource(language, trace, id);
    let done = match (language, what) {
        (English, Use::Put) => format!("puts into {name}"),
        (Chinese, Use::Put) => format!("放入{name}"),
        (English, Use::Got) => format!("gets from {name}"),
        (Chinese, Use::Got) => format!("从{name} 取出"),
        (English, Use::TaskDone) => format!("is done with an item of {name}"),
        (Chinese, Use::TaskDone) => format!("处理完{name} 的一项"),
        (English, Use::Acquired) => format!("acquires {name}"),
        (Chinese, Use::Acquired) => format!("获得{name}"),
        (English, Use::Released) => format!("releases {name}"),
        (Chinese, Use::Released) => format!("释放{name}"),
        (English, Use::Set) => format!("sets {name}"),
        (Chinese, Use::Set) => format!("置位{name}"),
        (English, Use::Cleared) => format!("clears {name}"),
        (Chinese, Use::Cleared) => format!("清除{name}"),
        (English, Use::Notified) => format!("notifies {name}"),
        (Chinese, Use::Notified) => format!("通知{name}"),
        (English, Use::Tripped) => format!("is the last to come to {name}, which opens"),
        (Chinese, Use::Tripped) => format!("最后到达{name}，屏障打开"),
        (English, Use::Broken) => format!("breaks {name}"),
        (Chinese, Use::Broken) => format!("破坏{name}"),
        (English, Use::Reset) => format!("resets {name}"),
        (Chinese, Use::Reset) => format!("重置{name}"),
        (English, Use::Pending) => format!("submits {name}"),
        (Chinese, Use::Pending) => format!("提交 {name}"),
        (English, Use::Running) => format!("begins {name}"),
        (Chinese, Use::Running) => format!("开始 {name}"),
        (English, Use::Done) => format!("ends {name}"),
        (Chinese, Use::Done) => format!("完成 {name}"),
        (English, Use::Cancelled) => format!("cancels {name}"),
        (Chinese, Use::Cancelled) => format!("取消 {name}"),
        (English, Use::Sent { bytes }) => format!("sends {} bytes into {name}", count(bytes.into())),
        (Chinese, Use::Sent { bytes }) => format!("向{name} 发送 {} 字节", count(bytes.into())),
        (English, Use::Received { bytes }) => format!("receives {} bytes from {name}", count(bytes.into())),
        (Chinese, Use::Received { bytes }) => format!("从{name} 接收 {} 字节", count(bytes.into())),
    };
    match value.map(|value| figure(language, what, value)) {
        Some(figure) => format!("{done} ({figure})"),
        None => done,
    }
}

/// The figure that goes with a use.
fn figure(language: Language, what: Use, value: u64) -> String {
    let many = count(value);
    match (language, what) {
        (English, Use::Notified) => format!("{many} woken"),
        (Chinese, Use::Notified) => format!("唤醒 {many} 个"),
        (English, Use::Tripped) => format!("{many} parties"),
        (Chinese, Use::Tripped) => format!("共 {many} 方"),
        (English, Use::TaskDone) => format!("{many} to be done"),
        (Chinese, Use::TaskDone) => format!("还有 {many} 项未完成"),
        (English, _) => format!("{many} in it then"),
        (Chinese, _) => format!("此后为 {many}"),
    }
}

/// Whom a thread told to go on.
pub(super) fn woke(language: Language, trace: &Trace, who: Sleeper, on: Option<ResourceId>) -> String {
    let who = match who {
        Sleeper::Thread(fiber) => thread(trace, fiber),
        Sleeper::Task(task) => resource(language, trace, task),
    };
    let on = on.map(|on| resource(language, trace, on));
    match (language, on) {
        (English, Some(on)) => format!("wakes {who}, which waits for {on}"),
        (Chinese, Some(on)) => format!("唤醒 {who}（它在等待{on}）"),
        (English, None) => format!("wakes {who}"),
        (Chinese, None) => format!("唤醒 {who}"),
    }
}

/// What happened to a task.
pub(super) fn step(language: Language, trace: &Trace, task: ResourceId, step: TaskStep) -> String {
    let name = resource(language, trace, task);
    match (language, step) {
        (English, TaskStep::Created) => format!("makes {name}"),
        (Chinese, TaskStep::Created) => format!("创建{name}"),
        (English, TaskStep::Resumed) => format!("goes on with {name}"),
        (Chinese, TaskStep::Resumed) => format!("继续执行{name}"),
        (English, TaskStep::Suspended { why }) => format!("{name} {}", task_wait(language, trace, why)),
        (Chinese, TaskStep::Suspended { why }) => format!("{name} {}", task_wait(language, trace, why)),
        (English, TaskStep::Returned) => format!("{name} returns"),
        (Chinese, TaskStep::Returned) => format!("{name} 返回"),
        (English, TaskStep::Raised) => format!("{name} ends with an exception"),
        (Chinese, TaskStep::Raised) => format!("{name} 因异常结束"),
        (English, TaskStep::Cancelled) => format!("{name} is cancelled"),
        (Chinese, TaskStep::Cancelled) => format!("{name} 被取消"),
    }
}

/// Why a task does not run.
fn task_wait(language: Language, trace: &Trace, why: TaskWait) -> String {
    match (language, why) {
        (English, TaskWait::Turn) => "lets others run".to_owned(),
        (Chinese, TaskWait::Turn) => "让出执行".to_owned(),
        (English, TaskWait::Sleep { nanos }) => format!("sleeps for {}", duration(nanos)),
        (Chinese, TaskWait::Sleep { nanos }) => format!("休眠 {}", duration(nanos)),
        (English, TaskWait::Resource(on)) => format!("waits for {}", resource(language, trace, on)),
        (Chinese, TaskWait::Resource(on)) => format!("等待{}", resource(language, trace, on)),
        (English, TaskWait::Several) => "waits for several".to_owned(),
        (Chinese, TaskWait::Several) => "等待多个对象".to_owned(),
    }
}

/// What a task's lane shows at one place: "task `Task-2 (work)` waits for queue `q` · 3.20 ms".
pub(crate) fn task_lane(
    language: Language,
    trace: &Trace,
    task: ResourceId,
    (state, length): (TaskState, u64),
) -> String {
    let name = resource(language, trace, task);
    let what = match (language, state) {
        (English, TaskState::Running) => "runs".to_owned(),
        (Chinese, TaskState::Running) => "正在运行".to_owned(),
        (English, TaskState::Ready) => "could run, and waits for its turn".to_owned(),
        (Chinese, TaskState::Ready) => "可以运行，等待轮到它".to_owned(),
        (_, TaskState::Waiting(why)) => task_wait(language, trace, why),
    };
    format!("{name} {what} · {}", duration(length))
}

/// How much there is in a queue, a semaphore or a pipe.
pub(crate) fn level(language: Language, trace: &Trace, id: ResourceId, value: u64) -> String {
    let name = resource(language, trace, id);
    let many = count(value);
    let kind = trace.resources.get(id.index()).map(|info| info.kind);
    match (language, kind) {
        (English, Some(ResourceKind::Pipe)) => format!("{many} bytes in {name}"),
        (Chinese, Some(ResourceKind::Pipe)) => format!("{name} 中有 {many} 字节"),
        (English, Some(ResourceKind::Queue)) if value == 1 => format!("1 item in {name}"),
        (English, Some(ResourceKind::Queue)) => format!("{many} items in {name}"),
        (Chinese, Some(ResourceKind::Queue)) => format!("{name} 中有 {many} 项"),
        (English, _) if value == 1 => format!("1 permit in {name}"),
        (English, _) => format!("{many} permits in {name}"),
        (Chinese, _) => format!("{name} 有 {many} 个许可"),
    }
}
