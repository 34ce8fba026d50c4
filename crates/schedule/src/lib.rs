//! The simulated world: virtual clock, GIL, policies, replay. Deterministic: the same program, model and seed give the same
//! trace on every machine.

mod build;
mod policy;
mod random;
mod replay;
mod simulation;
mod stage;

pub use build::TraceBuilder;
pub use replay::{Replay, ReplayLive, state_at};
pub use simulation::Simulation;
pub use stage::Ran;
