//! The global interpreter lock, handed over as CPython 3.11 does (`Python/ceval_gil.h`).

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use trace::{FiberId, Nanos};

use crate::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use crate::sync::{Condvar, Mutex, lock, wait, wait_at_most};

/// The lock. It protects nothing by itself: it decides who may execute Python.
#[derive(Debug)]
pub(crate) struct Gil {
    state: Mutex<State>,
    /// Somebody took the lock, so that whoever was made to let go can go on.
    taken: Condvar,
    /// Whether the holder is asked to let go.
    drop_request: AtomicBool,
    /// How long a waiter is patient, in nanoseconds.
    interval: AtomicU64,
}

#[derive(Debug, Default)]
struct State {
    held: bool,
    /// Who holds it, or held it last.
    holder: Option<FiberId>,
    /// How often it went to another thread.
    switches: u64,
    /// Who waits, in order of arrival.
    waiters: VecDeque<(FiberId, Arc<Condvar>)>,
}

impl Gil {
    pub fn new(interval: Nanos) -> Self {
        let state = Mutex::new(State::default());
        Self {
            state,
            taken: Condvar::new(),
            drop_request: AtomicBool::new(false),
            interval: AtomicU64::new(interval),
        }
    }

    /// How often it went to another thread.
    pub fn switches(&self) -> u64 {
        lock(&self.state).switches
    }

    /// How long waiters are patient from now on.
    pub fn set_interval(&self, interval: Nanos) {
        self.interval.store(interval, Ordering::Relaxed);
    }

    /// A wait of no time at all would be a busy loop.
    fn interval(&self) -> Duration {
        Duration::from_nanos(self.interval.load(Ordering::Relaxed).max(1_000))
    }

    /// Whether the holder is asked to let go.
    pub fn is_drop_requested(&self) -> bool {
        self.drop_request.load(Ordering::Relaxed)
    }

    /// Takes the lock; `false`, and not taken, when the run stops meanwhile.
    ///
    /// A waiter who saw no hand-over for the whole interval asks the holder to let go. As in CPython, a thread that comes
    /// while the lock is free takes it, even if a waiter has just been told so. A kernel's timer is `urgent`: the signal
    /// that it sends asks nobody for the lock in CPython, so it asks at once, and comes first.
    pub fn take(&self, fiber: FiberId, urgent: bool, stopping: &AtomicBool) -> bool {
        let mut state = lock(&self.state);
        if state.held {
            let told = Arc::new(Condvar::new());
            let waiter = (fiber, Arc::clone(&told));
            if urgent {
                state.waiters.push_front(waiter);
                self.drop_request.store(true, Ordering::Relaxed);
            } else {
                state.waiters.push_back(waiter);
            }
            while state.held && !stopping.load(Ordering::SeqCst) {
                let seen = state.switches;
                let is_over;
                (state, is_over) = wait_at_most(&told, (&self.state, state), self.interval());
                if is_over && state.held && state.switches == seen {
                    self.drop_request.store(true, Ordering::Relaxed);
                }
            }
            state.waiters.retain(|(waiter, _)| *waiter != fiber);
        }
        if stopping.load(Ordering::SeqCst) {
            self.taken.notify_all();
            return false;
        }
        state.held = true;
        if state.holder != Some(fiber) {
            state.holder = Some(fiber);
            state.switches += 1;
        }
        self.drop_request.store(false, Ordering::Relaxed);
        self.taken.notify_all();
        true
    }

    /// Lets go. Whoever was asked to waits until another has taken the lock ("forced switching"): else it would take it
    /// again before the other had woken up.
    pub fn release(&self, fiber: FiberId, stopping: &AtomicBool) {
        let mut state = lock(&self.state);
        state.held = false;
        if let Some((_, told)) = state.waiters.front() {
            told.notify_one();
        }
        if !self.is_drop_requested() {
            return;
        }
        self.drop_request.store(false, Ordering::Relaxed);
        while state.holder == Some(fiber) && !state.waiters.is_empty() && !stopping.load(Ordering::SeqCst) {
            state = wait(&self.taken, state);
        }
    }

    /// Makes all that wait look at `stopping`.
    pub fn look(&self) {
        let state = lock(&self.state);
        for (_, told) in &state.waiters {
            told.notify_one();
        }
        self.taken.notify_all();
    }
}
