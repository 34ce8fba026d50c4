//! Identities and units that every crate shares.

use serde::{Deserialize, Serialize};

/// A fiber (a Python thread, for now) of a run, numbered in order of creation; the main thread is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FiberId(pub u32);

impl FiberId {
    /// The main thread.
    pub const MAIN: Self = Self(0);

    /// The fiber's place in a table of all fibers.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A process of a run, numbered in order of creation; the main program's is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProcessId(pub u32);

impl ProcessId {
    /// The main program's.
    pub const MAIN: Self = Self(0);

    /// The process's place in a table of all processes.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A pipe, a connection's direction, a socket that listens, a semaphore or a block of shared memory, named by who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct KernelId {
    /// The maker, as `os.getpid()` told it.
    pub pid: u32,
    /// Which of the objects that it made.
    pub number: u32,
}

impl KernelId {
    /// Bits of a handle that tell the number.
    const NUMBER_BITS: u32 = 31;

    /// The number under which programs know it.
    #[must_use]
    pub fn handle(self) -> i64 {
        i64::from(self.pid) << Self::NUMBER_BITS | i64::from(self.number)
    }

    /// What a handle names, whether or not there is such an object.
    #[must_use]
    pub fn of_handle(handle: i64) -> Self {
        Self {
            pid: (handle >> Self::NUMBER_BITS) as u32,
            number: (handle & ((1 << Self::NUMBER_BITS) - 1)) as u32,
        }
    }
}

/// A lock of a run, numbered in order of creation. Locks that only the library knows, such as what a condition's waiters wait
/// for, have numbers of their own and are in no table of locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LockId(pub u32);

impl LockId {
    const INTERNAL: u32 = 1 << 31;
    const START: u32 = Self::INTERNAL | 1 << 30;

    /// A lock that only the library knows.
    #[must_use]
    pub fn internal(number: u32) -> Self {
        Self(number | Self::INTERNAL)
    }

    /// What whoever starts a thread waits for; the thread releases it when it runs.
    #[must_use]
    pub fn start_of(fiber: FiberId) -> Self {
        Self(fiber.0 | Self::START)
    }

    /// Whether only the library knows it.
    #[must_use]
    pub fn is_internal(self) -> bool {
        self.0 & Self::INTERNAL != 0
    }

    /// The lock's place in a table of all locks.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Nanoseconds since the run began: virtual ones in a model, measured ones in a live run.
pub type Nanos = u64;

/// How many instructions (of all fibers together) the run had executed.
pub type Step = u64;
