//! A live run: Python threads on workers, a GIL for each process, and the recording of who had it when.

mod meeting;
mod pace;
mod thread;

use std::sync::Arc;
use std::time::Duration;

use machine::{Program, World};
use trace::{FiberId, LimitKind, Limits, Model, Nanos, ProcessId, Recording, Schedule, Stream, Trace};

use crate::clock::RunClock;
use crate::gil::Gil;
use crate::inside::Inside;
use crate::park::Park;
use crate::pool::Pool;
use crate::recorder::Recorder;
use crate::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use crate::sync::{Condvar, Mutex, lock, wait_at_most};
use thread::Thread;

/// How long nobody looks whether the workers still live.
const LOOK: Duration = Duration::from_millis(100);

/// What a live run left behind.
#[derive(Clone, Debug)]
pub struct Finished {
    /// What happened.
    pub trace: Trace,
    /// Who executed.
    pub schedule: Schedule,
    /// With which times, and what clocks answered: a replay of it gives the same trace.
    pub recording: Recording,
    /// The settings with the bound on threads that the pool's size set: those that a replay must have.
    pub model: Model,
    /// How many workers executed Python.
    pub workers: u32,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Instructions so far.
    pub steps: u64,
    /// Python threads that have not ended.
    pub threads: u32,
    /// How often a GIL went to another thread.
    pub switches: u64,
    /// Bytes that the program's processes use.
    pub memory: u64,
}

/// A live run.
#[derive(Debug)]
pub struct LiveRun {
    pool: Arc<Pool>,
    model: Model,
    clock: RunClock,
    inside: Mutex<Inside>,
    /// A process has come back, or is not waited for any more.
    here: Condvar,
    /// By process.
    gils: Mutex<Vec<Arc<Gil>>>,
    /// Where each thread waits, by fiber.
    parks: Mutex<Vec<Arc<Park>>>,
    stopping: AtomicBool,
    /// Jobs that have not returned.
    jobs: AtomicU32,
    steps: AtomicU64,
    /// Bytes in use.
    memory: AtomicU64,
    alive: AtomicU32,
    stuck: AtomicBool,
    console: Mutex<Vec<(Stream, String)>>,
    /// What had happened when that was last asked for.
    so_far: Mutex<SoFar>,
    finished: Mutex<Option<Arc<Finished>>>,
    done: Condvar,
}

/// What had happened at some time, which the page draws while a run goes on.
#[derive(Debug)]
enum SoFar {
    /// Nobody asked.
    Unwanted,
    /// The next thread that has executed something tells.
    Wanted,
    /// It was told.
    Told(Box<Trace>),
}

impl SoFar {
    /// Whether somebody asked, whom one thread answers.
    fn take_wanted(&mut self) -> bool {
        let is_wanted = matches!(self, Self::Wanted);
        if is_wanted {
            *self = Self::Unwanted;
        }
        is_wanted
    }
}

impl LiveRun {
    /// Starts a program. Each of its threads has a worker of the pool; when all have work, starting one more raises
    /// `RuntimeError`, as when the operating system has no more threads.
    ///
    /// # Errors
    /// When the program's constants alone do not fit into the memory that it may use.
    pub fn start(pool: &Arc<Pool>, program: Arc<Program>, model: &Model) -> Result<Arc<Self>, LimitKind> {
        let limits = Limits {
            threads: model.limits.threads.min(pool.size()),
            ..model.limits.clone()
        };
        let model = Model {
            limits,
            ..model.clone()
        };
        let inside = Inside::new(World::new(program, &model)?);
        let run = Arc::new(Self {
            pool: Arc::clone(pool),
            clock: RunClock::start(),
            model,
            inside: Mutex::new(inside),
            here: Condvar::new(),
            gils: Mutex::new(Vec::new()),
            parks: Mutex::new(Vec::new()),
            stopping: AtomicBool::new(false),
            jobs: AtomicU32::new(0),
            steps: AtomicU64::new(0),
            memory: AtomicU64::new(0),
            alive: AtomicU32::new(0),
            stuck: AtomicBool::new(false),
            console: Mutex::new(Vec::new()),
            so_far: Mutex::new(SoFar::Unwanted),
            finished: Mutex::new(None),
            done: Condvar::new(),
        });
        run.start_threads(&mut lock(&run.inside));
        Ok(run)
    }

    /// Asks all threads to stop; they do within about a millisecond.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        for gil in lock(&self.gils).iter() {
            gil.look();
        }
        for park in lock(&self.parks).iter() {
            park.look();
        }
    }

    /// Whether all threads have left.
    #[must_use]
    pub fn is_done(&self) -> bool {
        lock(&self.finished).is_some()
    }

    /// Whether every thread waits for another: nothing will happen any more, but as in reality the run does not end.
    #[must_use]
    pub fn is_stuck(&self) -> bool {
        self.stuck.load(Ordering::Relaxed)
    }

    /// What was written since this was last asked; neighbouring writes to one stream are one.
    #[must_use]
    pub fn take_console(&self) -> Vec<(Stream, String)> {
        std::mem::take(&mut *lock(&self.console))
    }

    /// How far the run is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            steps: self.steps.load(Ordering::Relaxed),
            threads: self.alive.load(Ordering::Relaxed),
            switches: lock(&self.gils).iter().map(|gil| gil.switches()).sum(),
            memory: self.memory.load(Ordering::Relaxed),
        }
    }

    /// What has happened so far: what was known when this was asked last, or, while nobody executes anything, what is known
    /// now. It does not wait.
    #[must_use]
    pub fn so_far(&self) -> Option<Trace> {
        let told = std::mem::replace(&mut *lock(&self.so_far), SoFar::Wanted);
        if let SoFar::Told(trace) = told {
            return Some(*trace);
        }
        let inside = self.inside.try_lock().ok()?;
        inside.are_all_here().then(|| inside.so_far(self.clock.ticks()))
    }

    /// What the run left behind, once it is done.
    #[must_use]
    pub fn result(&self) -> Option<Arc<Finished>> {
        lock(&self.finished).clone()
    }

    /// The same, and the run forgets it: results are large.
    #[must_use]
    pub fn take_result(&self) -> Option<Finished> {
        lock(&self.finished).take().map(Arc::unwrap_or_clone)
    }

    /// Waits until the run is done.
    ///
    /// # Panics
    /// When a worker has panicked.
    #[must_use]
    pub fn wait(&self) -> Arc<Finished> {
        let mut finished = lock(&self.finished);
        loop {
            if let Some(finished) = &*finished {
                return Arc::clone(finished);
            }
            assert!(!self.pool.is_broken(), "a worker has panicked");
            (finished, _) = wait_at_most(&self.done, (&self.finished, finished), LOOK);
        }
    }

    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    /// Gives a worker to each fiber that has none yet.
    fn start_threads(self: &Arc<Self>, inside: &mut Inside) {
        while inside.started < inside.world.fibers() {
            let fiber = FiberId(inside.started as u32);
            inside.started += 1;
            inside.alive += 1;
            self.alive.store(inside.alive, Ordering::Relaxed);
            let process = inside.world.process_of(fiber);
            let is_timer = inside.world.is_timer(fiber);
            let gil = self.gil(process);
            let park = Arc::new(Park::default());
            lock(&self.parks).push(Arc::clone(&park));
            self.jobs.fetch_add(1, Ordering::SeqCst);
            let run = Arc::clone(self);
            self.pool.spawn(move |worker| async move {
                let thread = Thread {
                    fiber,
                    process,
                    is_timer,
                    worker,
                    gil,
                    park,
                };
                run.thread(&thread).await;
                if run.jobs.fetch_sub(1, Ordering::SeqCst) == 1 {
                    run.finish();
                }
            });
        }
    }

    fn gil(&self, process: ProcessId) -> Arc<Gil> {
        let mut gils = lock(&self.gils);
        while gils.len() <= process.index() {
            let interval = Nanos::from(self.model.switch_interval_us) * 1_000;
            gils.push(Arc::new(Gil::new(interval)));
        }
        Arc::clone(&gils[process.index()])
    }

    /// Makes the result; nobody runs any more.
    fn finish(&self) {
        let mut inside = lock(&self.inside);
        let recorder = std::mem::replace(&mut inside.recorder, Recorder::new());
        let at = self.clock.ticks().max(recorder.latest_end());
        let builder = recorder.builder;
        // Stopping threads that all wait for each other is how a deadlock ends.
        let end = inside.end.take().unwrap_or_else(|| inside.world.end());
        let finished = Finished {
            schedule: builder.schedule().clone(),
            recording: builder.recording(recorder.answers, at),
            trace: builder.finish(&inside.world, end, at),
            model: self.model.clone(),
            workers: inside.workers.len() as u32,
        };
        self.alive.store(0, Ordering::Relaxed);
        *lock(&self.finished) = Some(Arc::new(finished));
        self.done.notify_all();
    }
}
