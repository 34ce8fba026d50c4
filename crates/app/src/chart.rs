//! What a plot shows, computed without a browser: scales with their ticks, and the laws that are fitted to measured points.

mod amdahl;
mod scale;
mod ticks;

pub(crate) use amdahl::Amdahl;
pub(crate) use scale::Scale;
