//! Where the time of a run went.

use serde::{Deserialize, Serialize};

use crate::{LaneState, Nanos, Timeline, Trace, WaitOn};

/// Times of a run and of each of its fibers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statistics {
    /// From start to end.
    pub wall: Nanos,
    /// Time during which somebody held the GIL.
    pub gil_held: Nanos,
    /// How often the GIL went to another fiber.
    pub switches: u64,
    /// Instructions of all fibers together.
    pub steps: u64,
    /// Times of each fiber, at the index of its id.
    pub fibers: Vec<FiberTimes>,
}

/// Times of a fiber.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiberTimes {
    /// Holding the GIL.
    pub running: Nanos,
    /// Waiting for the GIL.
    pub gil_wait: Nanos,
    /// Waiting for locks, and for other threads to start or end.
    pub blocked: Nanos,
    /// Without the GIL: sleeping, writing to the terminal, working in C.
    pub sleeping: Nanos,
    /// Instructions.
    pub steps: u64,
}

impl Statistics {
    /// Adds up a trace.
    #[must_use]
    pub fn of(trace: &Trace) -> Self {
        let timeline = Timeline::of(trace);
        let mut fibers = vec![FiberTimes::default(); trace.fibers.len()];
        for (times, lane) in fibers.iter_mut().zip(&timeline.lanes) {
            for segment in &lane.segments {
                let length = segment.end - segment.start;
                match segment.state {
                    LaneState::Running => times.running += length,
                    LaneState::GilWait => times.gil_wait += length,
                    LaneState::Blocked(WaitOn::Sleep { .. } | WaitOn::Work { .. } | WaitOn::Write) => {
                        times.sleeping += length;
                    }
                    LaneState::Blocked(_) => times.blocked += length,
                }
            }
        }
        for slice in &trace.slices {
            fibers[slice.fiber.index()].steps += slice.steps;
        }
        let switches = trace
            .slices
            .windows(2)
            .filter(|pair| pair[0].fiber != pair[1].fiber)
            .count();
        Self {
            wall: trace.ended_at,
            gil_held: fibers.iter().map(|times| times.running).sum(),
            switches: switches as u64,
            steps: trace.steps(),
            fibers,
        }
    }
}
