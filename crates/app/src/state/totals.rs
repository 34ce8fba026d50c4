//! The sums of a run, by which runs are compared.

use trace::{FiberTimes, Nanos, Statistics, Trace};

/// The sums of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    /// From start to end.
    pub wall: Nanos,
    /// Time during which somebody held a GIL, or ran without one.
    pub gil_held: Nanos,
    /// What all threads together waited for the GIL.
    pub gil_wait: Nanos,
    /// What they waited for locks and for each other.
    pub blocked: Nanos,
    /// What they slept, wrote, or worked in C.
    pub sleeping: Nanos,
    /// How often the GIL went to another thread.
    pub switches: u64,
    /// Instructions.
    pub steps: u64,
    /// Threads, the main ones too.
    pub threads: usize,
    /// Processes.
    pub processes: usize,
    /// Processors that it could have used, if that is known.
    pub processors: Option<u32>,
}

impl Totals {
    /// The sums of a run that had so many processors.
    pub(crate) fn of(trace: &Trace, statistics: &Statistics, processors: Option<u32>) -> Self {
        let sum = |of: fn(&FiberTimes) -> Nanos| statistics.fibers.iter().map(of).sum();
        Self {
            wall: statistics.wall,
            gil_held: statistics.gil_held,
            gil_wait: sum(|times| times.gil_wait),
            blocked: sum(|times| times.blocked),
            sleeping: sum(|times| times.sleeping),
            switches: statistics.switches,
            steps: statistics.steps,
            threads: trace.fibers.len(),
            processes: trace.processes.len(),
            processors,
        }
    }

    /// Which part of its processors' time it executed Python, from 0 to 1. A live run's threads can have the GIL while the system
    /// runs another program, so there it is at most that.
    pub(crate) fn utilisation(&self) -> Option<f64> {
        let all = self.wall as f64 * f64::from(self.processors?);
        (all > 0.0).then(|| self.gil_held as f64 / all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn utilisation_counts_all_processors() {
        let trace = fixture::two_threads_and_a_lock();
        let statistics = Statistics::of(&trace);
        let of = |processors| Totals::of(&trace, &statistics, processors);
        let one = of(Some(1));
        assert_eq!(
            (one.wall, one.gil_held, one.blocked, one.threads),
            (600, 600, 200, 2)
        );
        assert_eq!(one.utilisation(), Some(1.0));
        assert_eq!(of(Some(4)).utilisation(), Some(0.25));
        assert_eq!(of(None).utilisation(), None);
    }
}
