//! Workers that wait for jobs. Each Python thread is a job.
//!
//! A job is a future. While it computes, and where a Python thread blocks, it blocks its worker; where it awaits, the worker
//! is free for its own event loop, which is the browser's, or natively that of `futures`' executor. Between two jobs a
//! worker blocks: it has nothing else to do.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;

use futures::executor::block_on;
use futures::future::LocalBoxFuture;

use crate::sync::{Condvar, Mutex, lock, wait};

/// A worker's number.
pub type WorkerId = u32;

/// What a worker does; it is told which worker it is. Only the job travels to the worker, its future is born there.
type Job = Box<dyn FnOnce(WorkerId) -> LocalBoxFuture<'static, ()> + Send>;

/// Bytes of stack of a worker of the operating system: Python's calls are not on it, but values in values in values are gone
/// through by recursion, and without optimisation that takes much.
const STACK: usize = 2 << 20;

/// Workers. Those of a dropped pool return from [`Pool::worker`] when they have nothing left to do.
pub struct Pool {
    shared: Arc<Shared>,
    size: u32,
    /// Whether workers are started when they are needed, as the operating system's threads.
    grows: bool,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Job>,
    /// Workers that wait.
    free: usize,
    /// Workers that the pool has started.
    started: u32,
    closed: bool,
    /// A worker has panicked.
    broken: bool,
}

/// Notes that its worker panics.
struct Watch<'a>(&'a Shared);

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            lock(&self.0.state).broken = true;
        }
    }
}

impl Pool {
    /// A pool for `size` workers that somebody else starts: each must call [`Pool::worker`].
    #[must_use]
    pub fn new(size: u32) -> Arc<Self> {
        Self::with(size, false)
    }

    /// A pool that starts threads of the operating system as they are needed, `size` at most.
    #[must_use]
    pub fn native(size: u32) -> Arc<Self> {
        Self::with(size, true)
    }

    fn with(size: u32, grows: bool) -> Arc<Self> {
        let shared = Shared {
            state: Mutex::new(State::default()),
            changed: Condvar::new(),
        };
        Arc::new(Self {
            shared: Arc::new(shared),
            size,
            grows,
        })
    }

    /// How many workers there can be.
    #[must_use]
    pub fn size(&self) -> u32 {
        self.size
    }

    /// How many workers wait for a job at the moment.
    #[must_use]
    pub fn free(&self) -> usize {
        let state = lock(&self.shared.state);
        state.free.saturating_sub(state.jobs.len())
    }

    /// Whether a worker has panicked: what it did will not come to its end. In a browser a worker that dies takes the whole
    /// engine with it, and the page starts another.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        lock(&self.shared.state).broken
    }

    /// A worker's main loop: does jobs until the pool is dropped and none is left.
    pub fn worker(&self, worker: WorkerId) -> impl Future<Output = ()> + use<> {
        Arc::clone(&self.shared).work(worker)
    }

    /// Hands a job that never awaits to a worker.
    pub fn run(&self, job: impl FnOnce(WorkerId) + Send + 'static) {
        self.spawn(|worker| async move { job(worker) });
    }

    /// Hands a job to a worker: a free one, a new one if the pool grows, else the next that becomes free.
    pub fn spawn<F: Future<Output = ()> + 'static>(&self, job: impl FnOnce(WorkerId) -> F + Send + 'static) {
        let mut state = lock(&self.shared.state);
        state.jobs.push_back(Box::new(|worker| Box::pin(job(worker))));
        if self.grows && state.free < state.jobs.len() && state.started < self.size {
            let worker = state.started;
            let shared = Arc::clone(&self.shared);
            let thread = std::thread::Builder::new()
                .name(format!("worker-{worker}"))
                .stack_size(STACK);
            // Without a new thread the job waits for an old one.
            if thread.spawn(move || block_on(shared.work(worker))).is_ok() {
                state.started += 1;
            }
        }
        drop(state);
        self.shared.changed.notify_one();
    }
}

impl Shared {
    async fn work(self: Arc<Self>, worker: WorkerId) {
        let _watch = Watch(&self);
        while let Some(job) = self.next() {
            job(worker).await;
        }
    }

    /// Waits for a job; nothing when the pool is gone.
    fn next(&self) -> Option<Job> {
        let mut state = lock(&self.state);
        loop {
            if let Some(job) = state.jobs.pop_front() {
                return Some(job);
            }
            if state.closed {
                return None;
            }
            state.free += 1;
            state = wait(&self.changed, state);
            state.free -= 1;
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        lock(&self.shared.state).closed = true;
        self.shared.changed.notify_all();
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Pool")
            .field("size", &self.size)
            .field("free", &self.free())
            .finish_non_exhaustive()
    }
}
