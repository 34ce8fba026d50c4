//! A schedule: who executed, and for how many instructions; with a live run's clock it is a recording.

use serde::{Deserialize, Serialize};

use crate::{FiberId, Nanos};

/// One uninterrupted turn of a fiber.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Run {
    /// Who.
    pub fiber: FiberId,
    /// For how many instructions.
    pub steps: u64,
}

/// Who executes, turn after turn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Schedule {
    /// The turns in order.
    pub runs: Vec<Run>,
    /// Whether search found it: there a sleep may take any time, so clocks stand still at 0, also when it is repeated.
    pub untimed: bool,
}

impl Schedule {
    /// Adds a turn; a turn of the fiber that ran last continues it.
    pub fn push(&mut self, fiber: FiberId, steps: u64) {
        match self.runs.last_mut() {
            Some(last) if last.fiber == fiber => last.steps += steps,
            _ => self.runs.push(Run { fiber, steps }),
        }
    }

    /// How often another fiber took over.
    #[must_use]
    pub fn switches(&self) -> usize {
        self.runs.len().saturating_sub(1)
    }
}

/// One turn of a fiber in a live run, with the times that were measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TimedRun {
    /// Who.
    pub fiber: FiberId,
    /// For how many instructions.
    pub steps: u64,
    /// When it began to wait for the GIL.
    pub ready: Nanos,
    /// When it got the GIL.
    pub start: Nanos,
    /// When it let go of the GIL.
    pub end: Nanos,
}

/// All that is needed to repeat a live run: its turns with their times, and what the clock answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Recording {
    /// The turns in order of `start`.
    pub runs: Vec<TimedRun>,
    /// The answers that the program got from clocks, in the order in which it asked.
    pub clock: Vec<Nanos>,
    /// When the run ended.
    pub end: Nanos,
}
