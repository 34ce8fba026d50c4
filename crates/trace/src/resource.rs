//! What threads and tasks wait for beside locks, and tasks themselves: things that a trace tells of by number.

use serde::{Deserialize, Serialize};

use crate::{FiberId, KernelId, Nanos, ProcessId};

/// A primitive or a task of a run, numbered in the order in which the trace comes across them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ResourceId(pub u32);

impl ResourceId {
    /// Its place in a table of all resources.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A primitive or a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceInfo {
    /// What it is.
    pub kind: ResourceKind,
    /// Whose it is; nobody's if the kernel keeps it.
    pub process: Option<ProcessId>,
    /// Which object of the kernel, if it is one.
    pub kernel: Option<KernelId>,
    /// A task's name, a future's function, else the variable that holds it (`queue`, `self.ready`, `forks[2]`) where it was
    /// first used; empty if none does.
    pub name: String,
}

/// What a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ResourceKind {
    /// A lock between tasks or between processes; those between threads are in the table of locks.
    Lock,
    /// A condition.
    Condition,
    /// An event.
    Event,
    /// A semaphore.
    Semaphore,
    /// A barrier.
    Barrier,
    /// A queue between threads or tasks.
    Queue,
    /// A future, or another result that is still to come.
    Future,
    /// Several futures that are waited for together.
    Futures,
    /// A task of an event loop.
    Task,
    /// A greenlet.
    Greenlet,
    /// An event loop that has nothing to do.
    Loop,
    /// A pipe, or one direction of a connection.
    Pipe,
}

impl ResourceKind {
    /// Whether it is something that runs.
    #[must_use]
    pub fn runs(self) -> bool {
        matches!(self, Self::Task | Self::Greenlet)
    }
}

/// What was done with a resource. The figure that goes with it is told in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Use {
    /// An item was put into a queue (items in it then).
    Put,
    /// An item was taken out of a queue (items in it then).
    Got,
    /// An item that was taken out has been dealt with (items that have not).
    TaskDone,
    /// A permit, or the lock, was taken (permits left).
    Acquired,
    /// A permit, or the lock, was given back (permits then).
    Released,
    /// An event was set.
    Set,
    /// An event was cleared.
    Cleared,
    /// Waiters of a condition were woken (how many).
    Notified,
    /// All parties of a barrier have come (how many).
    Tripped,
    /// A barrier was broken.
    Broken,
    /// A barrier was reset.
    Reset,
    /// A future waits for its turn.
    Pending,
    /// A future's call runs.
    Running,
    /// A future has its result or exception.
    Done,
    /// A future was cancelled.
    Cancelled,
    /// Bytes were written to a pipe (bytes in it then).
    Sent {
        /// How many.
        bytes: u32,
    },
    /// Bytes were read from a pipe (bytes in it then).
    Received {
        /// How many.
        bytes: u32,
    },
}

/// Who can be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sleeper {
    /// A thread.
    Thread(FiberId),
    /// A task or greenlet.
    Task(ResourceId),
}

/// What happens to a task or a greenlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TaskStep {
    /// It was made, and could run.
    Created,
    /// It runs from now on, in the thread that tells so; whoever ran there before it does not any more.
    Resumed,
    /// It lets others run.
    Suspended {
        /// Why.
        why: TaskWait,
    },
    /// It has returned.
    Returned,
    /// An exception ended it.
    Raised,
    /// It was cancelled.
    Cancelled,
}

/// Why a task does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TaskWait {
    /// It only lets others run: `await asyncio.sleep(0)`, or a greenlet that switches to another.
    Turn,
    /// A time.
    Sleep {
        /// How long.
        nanos: Nanos,
    },
    /// A primitive, a future or another task.
    Resource(ResourceId),
    /// Several of them.
    Several,
}
