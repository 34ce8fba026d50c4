//! The simulated world: virtual clock, GIL, policies, replay. Deterministic: the same program, model and seed give the same
//! trace on every machine.

mod build;
mod inspection;
mod policy;
mod random;
mod replay;
mod replay_live;
mod simulation;
mod stage;

pub use build::TraceBuilder;
pub use inspection::Inspection;
pub use replay::Replay;
pub use replay_live::ReplayLive;
pub use simulation::Simulation;
pub use stage::Ran;
