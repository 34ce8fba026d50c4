//! The same machine on real threads: a worker per Python thread, and for each process a GIL that is a lock.
//!
//! The same code runs on the operating system's threads and on Web Workers; the only difference is who calls
//! [`Pool::worker`]. Here time is real and the operating system decides who goes first, so no two runs need be alike; each
//! leaves a recording that repeats it to the instruction.

mod clock;
mod gil;
mod inside;
#[cfg(all(test, feature = "loom"))]
mod model;
mod park;
mod pool;
mod recorder;
mod run;
mod sync;

pub use pool::{Pool, WorkerId};
pub use run::{Finished, LiveRun, Progress};
