//! The trace: which fiber ran when, what it blocked on, whom it woke, what it printed, and how the run ended.

use serde::{Deserialize, Serialize};

use crate::{
    FiberId, KernelId, LockId, Nanos, Place, ProcessId, ResourceId, ResourceInfo, Sleeper, Step, TaskStep,
    Use,
};

/// Everything that a run left behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// All processes, at the index of their id.
    pub processes: Vec<ProcessInfo>,
    /// All fibers, at the index of their id.
    pub fibers: Vec<FiberInfo>,
    /// All locks that were ever used, at the index of their id.
    pub locks: Vec<LockInfo>,
    /// Other primitives and tasks that the events tell of, at the index of their id.
    pub resources: Vec<ResourceInfo>,
    /// Turns of fibers, in order of `start`; they do not overlap within a process.
    pub slices: Vec<Slice>,
    /// What happened, in order of `step`.
    pub events: Vec<Event>,
    /// How the run ended.
    pub end: End,
    /// When it ended.
    pub ended_at: Nanos,
}

impl Trace {
    /// Instructions of all fibers together.
    #[must_use]
    pub fn steps(&self) -> Step {
        self.slices
            .last()
            .map_or(0, |slice| slice.first_step + slice.steps)
    }

    /// What the program printed to `stream`.
    #[must_use]
    pub fn output(&self, stream: Stream) -> String {
        let written = self.events.iter().filter_map(|event| match &event.kind {
            EventKind::Output { stream: to, text } if *to == stream => Some(text.as_str()),
            _ => None,
        });
        written.collect()
    }

    /// The slice that executes instruction number `step` (from 0), or the last one behind the end.
    #[must_use]
    pub fn slice_at_step(&self, step: Step) -> Option<&Slice> {
        let behind = self.slices.partition_point(|slice| slice.first_step <= step);
        self.slices.get(behind.checked_sub(1)?)
    }

    /// A process's number, as `os.getpid()` tells it; 0 for one that is in no table.
    #[must_use]
    pub fn pid(&self, process: ProcessId) -> u32 {
        self.processes.get(process.index()).map_or(0, |info| info.pid)
    }
}

/// A process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessInfo {
    /// Its number, as `os.getpid()` tells it.
    pub pid: u32,
    /// Who began it; nobody began the main program's.
    pub parent: Option<ProcessId>,
}

/// A fiber: a Python thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiberInfo {
    /// The thread's name as Python tells it: `MainThread`, `Thread-1 (work)`.
    pub name: String,
    /// Whose thread it is.
    pub process: ProcessId,
    /// Who started it; nobody started the main thread.
    pub parent: Option<FiberId>,
    /// When it was started.
    pub spawned_at: Nanos,
}

/// A lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockInfo {
    /// The variable that held it where it was first used (`lock`, `self.lock`, `forks[2]`), or empty.
    pub name: String,
    /// Whether its holder may acquire it again.
    pub reentrant: bool,
}

/// One turn of a fiber: from getting the GIL to letting go of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slice {
    /// Who ran.
    pub fiber: FiberId,
    /// When it began to wait for the GIL; `ready..start` is GIL wait.
    pub ready: Nanos,
    /// When it got the GIL.
    pub start: Nanos,
    /// When it let go.
    pub end: Nanos,
    /// The run's instruction count when the slice began.
    pub first_step: Step,
    /// How many instructions it executed.
    pub steps: u64,
}

/// Something that happened at an instruction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub at: Nanos,
    /// The run's instruction count behind the instruction that did it.
    pub step: Step,
    /// Whose instruction it was.
    pub fiber: FiberId,
    /// What.
    pub kind: EventKind,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventKind {
    /// It started another thread.
    Spawned {
        /// The new one.
        child: FiberId,
    },
    /// It began another process.
    Forked {
        /// The new one.
        process: ProcessId,
        /// Its main thread.
        child: FiberId,
    },
    /// A process ended, with all of its threads. Told of by whoever ended it, and only where there are several processes.
    Exited {
        /// Which.
        process: ProcessId,
        /// How.
        status: ExitStatus,
    },
    /// It cannot go on until something happens.
    Blocked {
        /// What it waits for.
        on: WaitOn,
    },
    /// It got a lock.
    Acquired {
        /// Which.
        lock: LockId,
    },
    /// It let go of a lock.
    Released {
        /// Which.
        lock: LockId,
    },
    /// It did something with a resource.
    Used {
        /// Which.
        resource: ResourceId,
        /// What it did.
        what: Use,
        /// The figure that goes with it, where there is one.
        value: Option<u64>,
    },
    /// It told somebody to go on who waited.
    Woke {
        /// Whom.
        who: Sleeper,
        /// For what that one waited.
        on: Option<ResourceId>,
    },
    /// Something happened to a task or greenlet of this thread.
    Task {
        /// Which.
        task: ResourceId,
        /// What.
        step: TaskStep,
    },
    /// It wrote to a stream.
    Output {
        /// Where to.
        stream: Stream,
        /// What.
        text: String,
    },
    /// An exception ended it; its traceback is in the output.
    Raised {
        /// The exception's last line: `ValueError: no`.
        message: String,
    },
    /// It ended.
    Finished,
    /// A signal came to a process that handles it, whose main thread waits for nothing any more that signals end.
    Signalled {
        /// Which.
        process: ProcessId,
        /// Its number (`signal(7)`).
        signal: u32,
    },
}

impl EventKind {
    /// Whether a trace tells of it: what locks do that only the library knows is nobody's business.
    #[must_use]
    pub fn is_told(&self) -> bool {
        match self {
            Self::Acquired { lock } | Self::Released { lock } => !lock.is_internal(),
            _ => true,
        }
    }
}

/// What a fiber can wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WaitOn {
    /// A lock that somebody else holds.
    Lock(LockId),
    /// A condition, queue, semaphore or the like, until somebody wakes it.
    Resource(ResourceId),
    /// The end of a thread (`join`).
    End(FiberId),
    /// The first instruction of a thread that it started: `Thread.start` returns only then (`threading.py`, `_started`).
    Start(FiberId),
    /// A time.
    Sleep {
        /// How long.
        nanos: Nanos,
    },
    /// The terminal; CPython lets go of the GIL around `write(2)`.
    Write,
    /// The end of work that C code does without the GIL, as `hashlib` and `zlib` do.
    Work {
        /// How long it takes on a processor of its own.
        nanos: Nanos,
    },
    /// An object of the kernel.
    Kernel {
        /// Which.
        object: KernelId,
        /// What has to happen to it.
        kind: KernelKind,
    },
    /// The end of the child with that number, or of any child.
    Child(Option<u32>),
    /// One of several descriptors.
    Descriptors,
    /// A signal (`sigwait`).
    Signal,
}

/// What has to happen to an object of the kernel before a wait for it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum KernelKind {
    /// Somebody writes to a pipe or connection that is empty, or closes it.
    Read,
    /// Somebody reads from a pipe or connection that is full.
    Write,
    /// Somebody connects.
    Connection,
    /// Somebody releases a semaphore.
    Semaphore,
}

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ExitStatus {
    /// By itself, with this status.
    Exited(i32),
    /// By a signal.
    Killed {
        /// Its number.
        signal: u32,
    },
}

/// A standard stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum End {
    /// All threads ended.
    Finished {
        /// The process's exit status: 1 when an exception ended the main thread, else 0.
        status: i32,
    },
    /// Nobody can ever run again.
    Deadlock {
        /// Who waits for whom.
        waits: Vec<WaitEdge>,
    },
    /// A bound on what a run may use was reached.
    Limit {
        /// Which bound.
        kind: LimitKind,
        /// Who reached it.
        fiber: FiberId,
        /// Where in the program.
        place: Place,
    },
    /// The learner stopped it.
    Stopped,
    /// The schedule that was to be repeated does not fit the program: this turn of it (from 0) could not be executed.
    Diverged {
        /// The turn's number.
        turn: u64,
    },
}

/// A fiber that waits, and for what.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct WaitEdge {
    /// Who waits.
    pub fiber: FiberId,
    /// For what.
    pub on: WaitFor,
    /// Where in the program.
    pub place: Place,
}

/// What a fiber waits for in a deadlock, with who could end the wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WaitFor {
    /// A lock, and who acquired it last (`None` when that thread has ended).
    Lock {
        /// Which.
        lock: LockId,
        /// Who has it.
        holder: Option<FiberId>,
    },
    /// To be woken by somebody who uses the same resource.
    Resource(ResourceId),
    /// The end of a thread.
    End(FiberId),
    /// The kernel, and one of the processes that could end the wait, if there is one.
    Kernel {
        /// What.
        on: WaitOn,
        /// Who.
        process: Option<ProcessId>,
    },
}

/// Which bound was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LimitKind {
    /// Instructions.
    Instructions,
    /// Memory.
    Memory,
    /// Output.
    Output,
    /// Entries of the trace.
    Trace,
    /// Processes begun.
    Processes,
}
