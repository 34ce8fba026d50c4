//! Locks: the standard library's, or those of `loom`, which tries every order in which threads can go (`model.rs`).
//!
//! A panic of somebody who holds a lock is reported there; what it left behind is still the best that there is to show.

use std::sync::PoisonError;
use std::time::Duration;

#[cfg(feature = "loom")]
pub(crate) use loom::sync::{Condvar, Mutex, MutexGuard, atomic};
#[cfg(not(feature = "loom"))]
pub(crate) use std::sync::{Condvar, Mutex, MutexGuard, atomic};

/// Locks a mutex.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Lets go of a mutex until told that something has changed.
pub(crate) fn wait<'a, T>(changed: &Condvar, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    changed.wait(guard).unwrap_or_else(PoisonError::into_inner)
}

/// The same, but not for longer than a time; whether that is over.
#[cfg(not(feature = "loom"))]
pub(crate) fn wait_at_most<'a, T>(
    changed: &Condvar,
    (_, guard): (&'a Mutex<T>, MutexGuard<'a, T>),
    time: Duration,
) -> (MutexGuard<'a, T>, bool) {
    let (guard, result) = changed
        .wait_timeout(guard, time)
        .unwrap_or_else(PoisonError::into_inner);
    (guard, result.timed_out())
}

/// The same where there is no time: it may be over whenever others have done something.
#[cfg(feature = "loom")]
pub(crate) fn wait_at_most<'a, T>(
    _: &Condvar,
    (mutex, guard): (&'a Mutex<T>, MutexGuard<'a, T>),
    _: Duration,
) -> (MutexGuard<'a, T>, bool) {
    drop(guard);
    loom::thread::yield_now();
    (lock(mutex), true)
}
