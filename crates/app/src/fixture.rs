//! Small runs for tests, made by hand so that every figure can be checked by eye.

use trace::{
    End, Event, EventKind, FiberId, FiberInfo, LockId, LockInfo, ProcessId, ProcessInfo, Slice, Stream,
    Trace, WaitOn,
};

fn fiber(name: &str, parent: Option<FiberId>, spawned_at: u64) -> FiberInfo {
    FiberInfo {
        name: name.to_owned(),
        process: ProcessId::MAIN,
        parent,
        spawned_at,
    }
}

fn slice(fiber: u32, ready: u64, start: u64, end: u64, first_step: u64) -> Slice {
    Slice {
        fiber: FiberId(fiber),
        ready,
        start,
        end,
        first_step,
        steps: (end - start) / 10,
    }
}

/// The main thread takes `lock` and starts thread 1, which blocks on it at 300 and gets it at 500. An instruction takes 10 ns.
pub(crate) fn two_threads_and_a_lock() -> Trace {
    let (main, other, lock) = (FiberId::MAIN, FiberId(1), LockId(0));
    let event = |at: u64, fiber, kind| Event {
        at,
        step: at / 10,
        fiber,
        kind,
    };
    Trace {
        processes: vec![ProcessInfo {
            pid: 1000,
            parent: None,
        }],
        fibers: vec![
            fiber("MainThread", None, 0),
            fiber("Thread-1 (work)", Some(main), 200),
        ],
        locks: vec![LockInfo {
            name: "lock".to_owned(),
            reentrant: false,
        }],
        resources: vec![],
        slices: vec![
            slice(0, 0, 0, 200, 0),
            slice(1, 200, 200, 300, 20),
            slice(0, 200, 300, 500, 30),
            slice(1, 500, 500, 600, 50),
        ],
        events: vec![
            event(100, main, EventKind::Acquired { lock }),
            event(200, main, EventKind::Spawned { child: other }),
            event(
                300,
                other,
                EventKind::Blocked {
                    on: WaitOn::Lock(lock),
                },
            ),
            event(
                400,
                main,
                EventKind::Output {
                    stream: Stream::Out,
                    text: "held\n".to_owned(),
                },
            ),
            event(450, main, EventKind::Released { lock }),
            event(500, main, EventKind::Finished),
            event(510, other, EventKind::Acquired { lock }),
            event(590, other, EventKind::Released { lock }),
            event(600, other, EventKind::Finished),
        ],
        end: End::Finished { status: 0 },
        ended_at: 600,
    }
}

/// Two threads that take turns of 100 ns.
pub(crate) fn many_switches(turns: u64) -> Trace {
    let slices = (0..turns).map(|turn| {
        let start = turn * 100;
        slice(
            (turn % 2) as u32,
            start.saturating_sub(100),
            start,
            start + 100,
            turn * 10,
        )
    });
    Trace {
        processes: vec![ProcessInfo {
            pid: 1000,
            parent: None,
        }],
        fibers: vec![
            fiber("MainThread", None, 0),
            fiber("Thread-1", Some(FiberId::MAIN), 0),
        ],
        locks: vec![],
        resources: vec![],
        slices: slices.collect(),
        events: vec![],
        end: End::Stopped,
        ended_at: turns * 100,
    }
}

/// A run that was stopped before its first instruction.
pub(crate) fn empty() -> Trace {
    Trace {
        processes: vec![ProcessInfo {
            pid: 1000,
            parent: None,
        }],
        fibers: vec![fiber("MainThread", None, 0)],
        locks: vec![],
        resources: vec![],
        slices: vec![],
        events: vec![],
        end: End::Stopped,
        ended_at: 0,
    }
}
