//! Real clocks.

#![cfg_attr(
    not(target_family = "wasm"),
    expect(
        clippy::disallowed_methods,
        reason = "a live run happens in real time; what clocks answer is recorded"
    )
)]

use machine::Clock;
use trace::Nanos;
use web_time::{Instant, SystemTime, UNIX_EPOCH};

/// What a recorded time is a multiple of: recordings travel in links, and no browser's clock is finer.
pub(crate) const TICK: Nanos = 1_000;

/// Time since a run began.
#[derive(Debug)]
pub(crate) struct RunClock {
    start: Instant,
}

impl RunClock {
    pub fn start() -> Self {
        Self {
            start: Instant::now(),
        }
    }

    /// Nanoseconds since the run began.
    pub fn nanos(&self) -> Nanos {
        Nanos::try_from(self.start.elapsed().as_nanos()).unwrap_or(Nanos::MAX)
    }

    /// The same in whole ticks.
    pub fn ticks(&self) -> Nanos {
        self.nanos() / TICK * TICK
    }

    /// What a program that reads a clock is told.
    pub fn answer(&self, clock: Clock) -> Nanos {
        match clock {
            Clock::Monotonic => self.nanos(),
            Clock::Real => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Nanos::try_from(since.as_nanos()).unwrap_or(Nanos::MAX)
            }
        }
    }
}
