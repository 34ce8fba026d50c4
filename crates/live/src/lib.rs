//! The same machine on real threads: a worker per Python thread, and for each process a GIL that is a lock.
//!
//! The same code runs on the operating system's threads and on Web Workers; the only difference is who calls
//! [`Pool::work`]. Here time is real and the operating system decides who goes first, so no two runs need be alike; each
//! leaves a recording that repeats it to the instruction.

mod clock;
mod gil;
mod inside;
mod park;
mod pool;
mod recorder;
mod run;

pub use pool::{Job, Pool, WorkerId};
pub use run::{Finished, LiveRun, Progress};

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks a mutex. A panic elsewhere is reported there; what it left behind is still the best that there is to show.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
