//! How long a thread executes before it looks whether it should stop or let go of the GIL.

use trace::Nanos;

/// Instructions before the first look.
const FIRST: u64 = 10_000;
/// What lies between two looks, at least and at most. To look takes the lock that all processes of a run share: who looks often
/// gets in their way. To look seldom delays them when they need what this process holds.
const AIMS: (Nanos, Nanos) = (20_000, 200_000);
/// Whoever waits for the GIL is delayed by this share of the switch interval.
const SHARE: Nanos = 4;
/// Bounds for instructions between two looks.
const LEAST: u64 = 100;
const MOST: u64 = 1 << 20;

/// How many instructions a thread executes between two looks; it follows how long they take.
#[derive(Debug)]
pub(super) struct Pace {
    slice: u64,
    aim: Nanos,
    /// The last look.
    looked: Nanos,
}

impl Pace {
    /// For a thread that has got the GIL, with the process's switch interval.
    pub fn new(now: Nanos, interval: Nanos) -> Self {
        Self {
            slice: FIRST,
            aim: (interval / SHARE).clamp(AIMS.0, AIMS.1),
            looked: now,
        }
    }

    /// Instructions before the next look.
    pub fn slice(&self) -> u64 {
        self.slice
    }

    /// So many were executed; a slice may also end early, and says nothing then.
    pub fn went(&mut self, steps: u64, now: Nanos) {
        let took = now.saturating_sub(self.looked);
        self.looked = now;
        if took > 2 * self.aim {
            self.slice = (self.slice / 2).max(LEAST);
        } else if took < self.aim / 2 && steps >= self.slice {
            self.slice = (self.slice * 2).min(MOST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The slice after many of instructions that take so long.
    fn after_many(nanos: Nanos, interval: Nanos) -> u64 {
        let mut pace = Pace::new(0, interval);
        let mut now = 0;
        for _ in 0..100 {
            let slice = pace.slice();
            now += slice * nanos;
            pace.went(slice, now);
        }
        pace.slice()
    }

    #[test]
    fn slices_take_about_as_long_however_quick_instructions_are() {
        for nanos in [1, 5, 50, 1_000] {
            let took = after_many(nanos, 5_000_000) * nanos;
            assert!((AIMS.1 / 2..=2 * AIMS.1).contains(&took), "{took}");
        }
        assert_eq!(after_many(1_000_000, 5_000_000), LEAST);
    }

    #[test]
    fn who_waits_for_a_short_interval_is_heard_soon() {
        for (interval, aim) in [(200_000, 50_000), (1_000, AIMS.0)] {
            let took = after_many(5, interval) * 5;
            assert!((aim / 2..=2 * aim).contains(&took), "{took}");
        }
    }

    #[test]
    fn slices_that_end_early_do_not_grow() {
        let mut pace = Pace::new(0, 5_000_000);
        for now in 0..100 {
            pace.went(3, now);
        }
        assert_eq!(pace.slice(), FIRST);
    }
}
