//! Systematic search over machine states: every outcome, with a schedule that reaches it.
//!
//! Search visits states, not schedules: two schedules that lead to the same state have the same future, so it is explored
//! once. It is untimed: a sleep or a write to the terminal may take any time, so whatever a real run can print is among
//! the outcomes; clocks stand still at 0.

mod fingerprint;
mod pass;
mod search;
mod transition;

pub use search::{Bounds, Found, Report, Search};
