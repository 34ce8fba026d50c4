//! What threads and locks are called.

use trace::{FiberId, LockId, ProcessId, Trace};

use super::Language::{self, Chinese, English};

/// A thread's name as Python tells it. Each process has a main thread, and numbers its threads from 1, so those of other
/// processes than the first say whose they are.
pub(crate) fn thread(trace: &Trace, fiber: FiberId) -> String {
    let Some(info) = trace.fibers.get(fiber.index()) else {
        return format!("#{}", fiber.0);
    };
    match info.process {
        ProcessId(0) => info.name.clone(),
        process => format!("pid {} · {}", trace.pid(process), info.name),
    }
}

/// Threads that wait for each other in a circle.
pub(crate) fn circle(language: Language, trace: &Trace, circle: &[FiberId]) -> String {
    let names: Vec<String> = circle
        .iter()
        .chain(circle.first())
        .map(|fiber| thread(trace, *fiber))
        .collect();
    let names = names.join(" → ");
    match language {
        English => format!("They wait in a circle: {names}"),
        Chinese => format!("互相等待，围成一圈：{names}"),
    }
}

/// So many threads that are not shown.
pub(crate) fn more_threads(language: Language, number: usize) -> String {
    match language {
        English => format!("and {number} more"),
        Chinese => format!("还有 {number} 个"),
    }
}

/// The GIL of a process, as a row's name.
pub(crate) fn gil(trace: &Trace, process: ProcessId) -> String {
    match process {
        ProcessId::MAIN => "GIL".to_owned(),
        process => format!("pid {} · GIL", trace.pid(process)),
    }
}

/// A lock by the variable that holds it, or by its number.
pub(crate) fn lock(language: Language, trace: &Trace, lock: LockId) -> String {
    let name = trace
        .locks
        .get(lock.index())
        .map_or("", |info| info.name.as_str());
    match (language, name) {
        (English, "") => format!("lock {}", lock.0 + 1),
        (Chinese, "") => format!("{} 号锁", lock.0 + 1),
        (English, name) => format!("lock `{name}`"),
        (Chinese, name) => format!("锁 `{name}`"),
    }
}

/// A lock as a row's name.
pub(crate) fn lock_label(language: Language, trace: &Trace, id: LockId) -> String {
    let name = trace.locks.get(id.index()).map_or("", |info| info.name.as_str());
    match (language, name) {
        (English, "") => format!("Lock {}", id.0 + 1),
        (Chinese, "") => format!("{} 号锁", id.0 + 1),
        (English, name) => format!("Lock {name}"),
        (Chinese, name) => format!("锁 {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::two_threads_and_a_lock;
    use trace::ProcessInfo;

    /// Two rows called `MainThread` would be told apart by nobody.
    #[test]
    fn threads_of_other_processes_say_whose_they_are() {
        let mut trace = two_threads_and_a_lock();
        trace.processes.push(ProcessInfo {
            pid: 1001,
            parent: Some(ProcessId(0)),
        });
        trace.fibers[1].process = ProcessId(1);
        assert_eq!(thread(&trace, FiberId::MAIN), "MainThread");
        assert_eq!(thread(&trace, FiberId(1)), "pid 1001 · Thread-1 (work)");
    }
}
