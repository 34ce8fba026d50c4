//! A job on a worker: whoever asked for it only looks now and then at what it told, and never waits.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use live::Pool;

use crate::Told;
use crate::job::Job;

/// A job on a worker. Dropped, it stops.
pub(crate) struct Background(Arc<Shared>);

struct Shared {
    stopping: AtomicBool,
    /// What was told and not taken yet.
    told: Mutex<Told>,
}

impl Background {
    /// Hands a job to a worker.
    pub fn start(pool: &Pool, job: Job) -> Self {
        let shared = Arc::new(Shared {
            stopping: AtomicBool::new(false),
            told: Mutex::default(),
        });
        let worker = Arc::clone(&shared);
        pool.run(move |_| worker.work(job));
        Self(shared)
    }

    /// The job ends within a slice.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::Relaxed);
    }

    /// What there is to tell since this was last asked.
    pub fn take(&self) -> Told {
        std::mem::take(&mut *self.0.told())
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn work(&self, mut job: Job) {
        while !job.is_over() {
            if self.stopping.load(Ordering::Relaxed) {
                job.stop();
            } else {
                job.advance(job.slice());
            }
            // Nothing piles up: as long as the last news were not taken, the job gathers more.
            if job.is_over() || self.told().replies.is_empty() {
                let news = job.tell();
                self.told().append(news);
            }
        }
    }

    /// Nobody panics while holding it but for want of memory; what it has is still the best that there is to tell.
    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
