//! The GIL, the places to wait and the pool, in every order in which their threads can go, up to a few preemptions:
//! `cargo test -p live --features loom`.
//!
//! `loom` reports a deadlock where nobody can go on any more. Waits with a bound may end whenever others have done something, so
//! what is shown holds for every switch interval.

use std::sync::Arc;

use loom::cell::UnsafeCell;
use loom::future::block_on;
use loom::model::Builder;
use loom::thread;
use trace::FiberId;

use crate::gil::Gil;
use crate::park::Park;
use crate::pool::Pool;
use crate::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Every order with up to three preemptions: nearly all mistakes in such code need two at most.
fn in_every_order(test: impl Fn() + Send + Sync + 'static) {
    in_orders(3, test);
}

fn in_orders(preemptions: usize, test: impl Fn() + Send + Sync + 'static) {
    let mut builder = Builder::new();
    builder.preemption_bound = Some(preemptions);
    builder.check(test);
}

/// A timer of the kernel, which waits for nobody's interval.
const URGENT: FiberId = FiberId(1);

/// What only the holder of a GIL touches: `loom` reports two who do at once.
struct Held {
    gil: Gil,
    stopping: AtomicBool,
    turns: UnsafeCell<u32>,
}

// SAFETY: that nobody touches it without the GIL is what the tests are about; `loom` looks at every access.
unsafe impl Sync for Held {}

impl Held {
    fn new() -> Arc<Self> {
        Arc::new(Self {
            gil: Gil::new(0),
            stopping: AtomicBool::new(false),
            turns: UnsafeCell::new(0),
        })
    }

    /// A turn of a thread; `false` if the run stops.
    fn turn(&self, fiber: u32) -> bool {
        let fiber = FiberId(fiber);
        if !self.gil.take(fiber, fiber == URGENT, &self.stopping) {
            return false;
        }
        // SAFETY: this thread has the GIL, and the reference does not outlive the closure.
        self.turns.with_mut(|turns| unsafe { *turns += 1 });
        self.gil.release(fiber, &self.stopping);
        true
    }
}

#[test]
fn one_thread_at_a_time_has_the_gil_and_all_get_it() {
    in_every_order(|| {
        let held = Held::new();
        let other = {
            let held = Arc::clone(&held);
            thread::spawn(move || assert!(held.turn(1) && held.turn(1)))
        };
        assert!(held.turn(0) && held.turn(0));
        other.join().expect("it gets its turns");
        // SAFETY: the other thread is gone.
        assert_eq!(held.turns.with(|turns| unsafe { *turns }), 4);
    });
}

#[test]
fn three_threads_get_the_gil() {
    in_orders(1, || {
        let held = Held::new();
        let others = [1, 2].map(|fiber| {
            let held = Arc::clone(&held);
            thread::spawn(move || assert!(held.turn(fiber)))
        });
        assert!(held.turn(0));
        for other in others {
            other.join().expect("it gets its turn");
        }
    });
}

#[test]
fn who_waits_for_the_gil_leaves_when_the_run_stops() {
    in_every_order(|| {
        let held = Held::new();
        let holder = FiberId(0);
        assert!(held.gil.take(holder, false, &held.stopping));
        let waiter = {
            let held = Arc::clone(&held);
            thread::spawn(move || held.turn(1))
        };
        held.stopping.store(true, Ordering::SeqCst);
        held.gil.look();
        assert!(!waiter.join().expect("it leaves"), "the GIL was never free");
        held.gil.release(holder, &held.stopping);
    });
}

#[test]
fn a_wake_up_is_never_lost() {
    in_every_order(|| {
        let park = Arc::new(Park::default());
        let sleeper = {
            let park = Arc::clone(&park);
            thread::spawn(move || park.wait(&AtomicBool::new(false)))
        };
        park.wake();
        sleeper.join().expect("it was woken");
    });
}

#[test]
fn who_sleeps_leaves_when_the_run_stops() {
    in_every_order(|| {
        let shared = Arc::new((Park::default(), AtomicBool::new(false)));
        let sleeper = {
            let shared = Arc::clone(&shared);
            thread::spawn(move || shared.0.wait(&shared.1))
        };
        shared.1.store(true, Ordering::SeqCst);
        shared.0.look();
        sleeper.join().expect("it looked");
    });
}

#[test]
fn every_job_is_done_once_and_workers_leave_when_the_pool_goes() {
    in_every_order(|| {
        let pool = Pool::new(2);
        let done = Arc::new(AtomicUsize::new(0));
        let workers = [0, 1].map(|number| {
            let work = pool.worker(number);
            thread::spawn(move || block_on(work))
        });
        for _ in 0..2 {
            let done = Arc::clone(&done);
            pool.run(move |_| {
                done.fetch_add(1, Ordering::Relaxed);
            });
        }
        drop(pool);
        for worker in workers {
            worker.join().expect("it leaves");
        }
        assert_eq!(done.load(Ordering::Relaxed), 2);
    });
}
