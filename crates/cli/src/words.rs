//! What things of a trace are called on the terminal and in trace files.

use trace::{FiberId, KernelId, KernelKind, LockId, ResourceId, ResourceKind, TaskWait, Trace, WaitOn};

/// A thread's name as Python tells it.
pub(crate) fn thread_name(trace: &Trace, fiber: FiberId) -> &str {
    trace
        .fibers
        .get(fiber.index())
        .map_or("?", |info| info.name.as_str())
}

/// A lock by the variable that first held it, else by its number.
pub(crate) fn lock_name(trace: &Trace, lock: LockId) -> String {
    match trace.locks.get(lock.index()) {
        Some(info) if !info.name.is_empty() => format!("lock {}", info.name),
        _ => format!("lock number {}", lock.0),
    }
}

/// A resource: what it is, and the variable that first held it, else its number.
pub(crate) fn resource_name(trace: &Trace, resource: ResourceId) -> String {
    let Some(info) = trace.resources.get(resource.index()) else {
        return format!("resource number {}", resource.0);
    };
    let kind = kind_name(info.kind);
    match info.name.as_str() {
        "" if info.kind == ResourceKind::Loop || info.kind == ResourceKind::Futures => kind.to_owned(),
        "" => format!("{kind} number {}", resource.0),
        name => format!("{kind} {name}"),
    }
}

fn kind_name(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::Lock => "lock",
        ResourceKind::Condition => "condition",
        ResourceKind::Event => "event",
        ResourceKind::Semaphore => "semaphore",
        ResourceKind::Barrier => "barrier",
        ResourceKind::Queue => "queue",
        ResourceKind::Future => "future",
        ResourceKind::Futures => "several futures",
        ResourceKind::Task => "task",
        ResourceKind::Greenlet => "greenlet",
        ResourceKind::Loop => "event loop",
        ResourceKind::Pipe => "pipe",
    }
}

/// What somebody waits for that the kernel keeps.
pub(crate) fn kernel_wait(trace: &Trace, on: WaitOn) -> String {
    let WaitOn::Kernel { object, kind } = on else {
        return match on {
            WaitOn::Child(Some(pid)) => format!("the end of process {pid}"),
            WaitOn::Child(None) => "the end of a child process".to_owned(),
            _ => "one of several pipes or processes".to_owned(),
        };
    };
    let what = kernel_object(trace, object, kind);
    match kind {
        KernelKind::Read => format!("data in {what}"),
        KernelKind::Write => format!("room in {what}"),
        KernelKind::Connection => "a connection".to_owned(),
        KernelKind::Semaphore => what,
    }
}

/// An object of the kernel by the variable that first held it, else by its number.
fn kernel_object(trace: &Trace, object: KernelId, kind: KernelKind) -> String {
    let place = trace
        .resources
        .iter()
        .position(|info| info.kernel == Some(object));
    match place.map(|place| (place, trace.resources[place].name.is_empty())) {
        Some((place, false)) => resource_name(trace, ResourceId(place as u32)),
        _ if kind == KernelKind::Semaphore => format!("semaphore {}", object.number),
        _ => format!("pipe {}", object.number),
    }
}

/// What a waiting thread does, in a few words.
pub(crate) fn wait_text(trace: &Trace, on: WaitOn) -> String {
    match on {
        WaitOn::Lock(lock) if lock.is_internal() => "waiting to be woken".to_owned(),
        WaitOn::Lock(lock) => format!("waiting for {}", lock_name(trace, lock)),
        WaitOn::Resource(resource) => format!("waiting for {}", resource_name(trace, resource)),
        WaitOn::End(fiber) => format!("waiting for the end of {}", thread_name(trace, fiber)),
        WaitOn::Start(fiber) => format!("waiting for the start of {}", thread_name(trace, fiber)),
        WaitOn::Sleep { .. } => "sleeping".to_owned(),
        WaitOn::Write => "writing".to_owned(),
        WaitOn::Work { .. } => "working without the GIL".to_owned(),
        WaitOn::Kernel { .. } | WaitOn::Child(_) | WaitOn::Signal | WaitOn::Descriptors => {
            format!("waiting for {}", kernel_wait(trace, on))
        }
    }
}

/// Why a task does not run, in a few words.
pub(crate) fn task_wait_text(trace: &Trace, why: TaskWait) -> String {
    match why {
        TaskWait::Turn => "lets others run".to_owned(),
        TaskWait::Sleep { .. } => "sleeping".to_owned(),
        TaskWait::Resource(resource) => format!("waiting for {}", resource_name(trace, resource)),
        TaskWait::Several => "waiting for several".to_owned(),
    }
}
