//! Where a Python thread waits while it does not want the GIL.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use trace::Nanos;

use crate::clock::RunClock;
use crate::lock;

/// The longest single wait; longer ones are several. Engines differ in how long a time they can wait for.
const LONGEST: Duration = Duration::from_secs(3_600);

/// One thread's place to wait.
#[derive(Debug, Default)]
pub(crate) struct Park {
    woken: Mutex<bool>,
    changed: Condvar,
}

impl Park {
    /// Ends the wait, or the next one if there is none now.
    pub fn wake(&self) {
        *lock(&self.woken) = true;
        self.changed.notify_one();
    }

    /// Makes the thread look at what it waits for and at `stopping`.
    pub fn look(&self) {
        drop(lock(&self.woken));
        self.changed.notify_one();
    }

    /// Waits until woken.
    pub fn wait(&self, stopping: &AtomicBool) {
        let mut woken = lock(&self.woken);
        while !*woken && !stopping.load(Ordering::SeqCst) {
            woken = self.changed.wait(woken).unwrap_or_else(PoisonError::into_inner);
        }
        *woken = false;
    }

    /// Forgets a wake-up that came too late for the wait that it was for.
    pub fn forget(&self) {
        *lock(&self.woken) = false;
    }

    /// Waits until woken, or until a time.
    pub fn wait_at_most_until(&self, time: Nanos, clock: &RunClock, stopping: &AtomicBool) {
        let mut woken = lock(&self.woken);
        while !*woken && !stopping.load(Ordering::SeqCst) {
            let left = Duration::from_nanos(time.saturating_sub(clock.nanos())).min(LONGEST);
            if left.is_zero() {
                return;
            }
            woken = self
                .changed
                .wait_timeout(woken, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }
}
