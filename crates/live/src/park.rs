//! Where a Python thread waits while it does not want the GIL.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use futures::future::{Either, select};
use futures::task::AtomicWaker;
use futures_timer::Delay;
use trace::Nanos;

use crate::clock::RunClock;
use crate::sync::atomic::{AtomicBool, Ordering};
use crate::sync::{Condvar, Mutex, lock, wait, wait_at_most};

/// The longest single wait; longer ones are several. Engines differ in how long a time they can wait for.
const LONGEST: Duration = Duration::from_secs(3_600);

/// How late a timer of a browser's event loop may come: nested ones last 4 ms at least (HTML, "timer initialisation steps").
/// So the last part of a wait that is to end at a time is a blocking one.
const COARSE: Nanos = 6_000_000;

/// One thread's place to wait.
#[derive(Debug, Default)]
pub(crate) struct Park {
    woken: Mutex<bool>,
    changed: Condvar,
    /// Who awaits, if the thread does not block.
    waker: AtomicWaker,
}

impl Park {
    /// Ends the wait, or the next one if there is none now.
    pub fn wake(&self) {
        *lock(&self.woken) = true;
        self.changed.notify_one();
        self.waker.wake();
    }

    /// Makes the thread look at what it waits for and at `stopping`.
    pub fn look(&self) {
        drop(lock(&self.woken));
        self.changed.notify_one();
        self.waker.wake();
    }

    /// Waits until woken.
    pub fn wait(&self, stopping: &AtomicBool) {
        let mut woken = lock(&self.woken);
        while !*woken && !stopping.load(Ordering::SeqCst) {
            woken = wait(&self.changed, woken);
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
            (woken, _) = wait_at_most(&self.changed, (&self.woken, woken), left);
        }
    }

    /// Waits until woken, or until a time if one is given, and leaves the worker to its own event loop meanwhile.
    pub async fn idle(&self, until: Option<Nanos>, clock: &RunClock, stopping: &AtomicBool) {
        let mut woken = poll_fn(|context| {
            self.waker.register(context.waker());
            if *lock(&self.woken) || stopping.load(Ordering::SeqCst) {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        });
        let Some(until) = until else {
            return woken.await;
        };
        loop {
            let left = until.saturating_sub(COARSE).saturating_sub(clock.nanos());
            let left = Duration::from_nanos(left).min(LONGEST);
            if left.is_zero() {
                return self.wait_at_most_until(until, clock, stopping);
            }
            if let Either::Left(_) = select(&mut woken, Delay::new(left)).await {
                return;
            }
        }
    }
}
