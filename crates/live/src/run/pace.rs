//! How long a thread executes before it looks whether it should stop or let go of the GIL.

use trace::Nanos;

/// Instructions before the first look.
const FIRST: u64 = 10_000;
/// What lies between two looks. To look takes the lock that all processes of a run share: who looks often gets in their way. To
/// look seldom delays them when they need what this process holds, and delays whoever waits for the GIL.
const AIM: Nanos = 200_000;
/// Bounds for instructions between two looks.
const LEAST: u64 = 100;
const MOST: u64 = 1 << 20;

/// How many instructions a thread executes between two looks; it follows how long they take.
#[derive(Debug)]
pub(super) struct Pace {
    slice: u64,
    /// The last look.
    looked: Nanos,
}

impl Pace {
    pub fn new(now: Nanos) -> Self {
        Self {
            slice: FIRST,
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
        if took > 2 * AIM {
            self.slice = (self.slice / 2).max(LEAST);
        } else if took < AIM / 2 && steps >= self.slice {
            self.slice = (self.slice * 2).min(MOST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The slice after many of instructions that take so long.
    fn after_many(nanos: Nanos) -> u64 {
        let mut pace = Pace::new(0);
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
            let took = after_many(nanos) * nanos;
            assert!((AIM / 2..=2 * AIM).contains(&took), "{took}");
        }
        assert_eq!(after_many(1_000_000), LEAST);
    }

    #[test]
    fn slices_that_end_early_do_not_grow() {
        let mut pace = Pace::new(0);
        for now in 0..100 {
            pace.went(3, now);
        }
        assert_eq!(pace.slice(), FIRST);
    }
}
