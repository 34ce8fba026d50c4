//! The boundary between the page and the engine: a closed set of plain data, encoded with postcard.
//!
//! The page knows this crate and `trace`, and nothing of the machine; the engine answers each [`Request`] with [`Reply`]s.

mod link;
mod message;

pub use link::{LONGEST, Link, LinkError, LinkMode, Settings, SharedRun, TooLong, VERSION};
pub use message::{
    Console, Engine, Mode, Outcome, Outcomes, Progress, Proof, Reply, Request, RunId, RunRequest, RunResult,
    decode, encode,
};
