//! A live run: Python threads on workers, one GIL, and the recording of who had it when.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use machine::{Outcome, Program, World};
use schedule::TraceBuilder;
use trace::{
    EventKind, FiberId, LimitKind, Limits, LockId, Model, Nanos, Recording, Schedule, Stream, Trace, WaitOn,
};

use crate::clock::RunClock;
use crate::gil::Gil;
use crate::inside::{Inside, Turn};
use crate::lock;
use crate::park::Park;
use crate::pool::{Pool, WorkerId};

/// Instructions between two looks at whether to stop or to let go of the GIL: a fraction of a millisecond.
const SLICE: u64 = 10_000;

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
}

/// A live run.
#[derive(Debug)]
pub struct LiveRun {
    pool: Arc<Pool>,
    model: Model,
    clock: RunClock,
    gil: Gil,
    /// Only whoever holds the GIL locks it while the run lasts, so nobody ever waits here.
    inside: Mutex<Inside>,
    /// Where each thread waits, by fiber.
    parks: Mutex<Vec<Arc<Park>>>,
    stopping: AtomicBool,
    /// Jobs that have not returned.
    jobs: AtomicU32,
    steps: AtomicU64,
    alive: AtomicU32,
    stuck: AtomicBool,
    console: Mutex<Vec<(Stream, String)>>,
    finished: Mutex<Option<Arc<Finished>>>,
    done: Condvar,
}

/// What a thread does behind a turn.
enum Next {
    /// It wants the GIL again.
    Retake,
    /// It waits for another thread, with a bound until some time.
    Park { until: Option<Nanos> },
    /// It sleeps.
    Sleep { until: Nanos },
    /// It is over, or the run is.
    Leave,
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
        let inside = Inside {
            world: World::new(program, &model)?,
            builder: TraceBuilder::new(),
            answers: Vec::new(),
            blocked: Vec::new(),
            last: None,
            written: 0,
            workers: BTreeSet::new(),
            end: None,
        };
        let run = Arc::new(Self {
            pool: Arc::clone(pool),
            clock: RunClock::start(),
            gil: Gil::new(Duration::from_micros(model.switch_interval_us.into())),
            model,
            inside: Mutex::new(inside),
            parks: Mutex::new(Vec::new()),
            stopping: AtomicBool::new(false),
            jobs: AtomicU32::new(0),
            steps: AtomicU64::new(0),
            alive: AtomicU32::new(0),
            stuck: AtomicBool::new(false),
            console: Mutex::new(Vec::new()),
            finished: Mutex::new(None),
            done: Condvar::new(),
        });
        run.start_thread(FiberId::MAIN);
        Ok(run)
    }

    /// Asks all threads to stop; they do within about a millisecond.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        self.gil.look();
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
        }
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
    #[must_use]
    pub fn wait(&self) -> Arc<Finished> {
        let mut finished = lock(&self.finished);
        loop {
            if let Some(finished) = &*finished {
                return Arc::clone(finished);
            }
            finished = self.done.wait(finished).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    fn start_thread(self: &Arc<Self>, fiber: FiberId) {
        let park = Arc::new(Park::default());
        lock(&self.parks).push(Arc::clone(&park));
        self.jobs.fetch_add(1, Ordering::SeqCst);
        self.alive.fetch_add(1, Ordering::Relaxed);
        let run = Arc::clone(self);
        self.pool.run(Box::new(move |worker| {
            run.thread(fiber, worker, &park);
            if run.jobs.fetch_sub(1, Ordering::SeqCst) == 1 {
                run.finish();
            }
        }));
    }

    /// A Python thread, from its first instruction to its end or the run's.
    fn thread(self: &Arc<Self>, fiber: FiberId, worker: WorkerId, park: &Park) {
        // Until when it waits for another thread, if there is a bound.
        let mut deadline = None;
        loop {
            let ready = self.clock.ticks();
            if !self.gil.take(fiber, &self.stopping) {
                return;
            }
            // Wake-ups come from whoever has the GIL: those that came until now are about the wait that has ended.
            park.forget();
            let next = self.turn(fiber, ready, worker, deadline.take());
            self.gil.release(fiber, &self.stopping);
            match next {
                Next::Retake => {}
                Next::Park { until: None } => park.wait(&self.stopping),
                Next::Park { until: Some(until) } => {
                    park.wait_at_most_until(until, &self.clock, &self.stopping);
                    deadline = Some(until);
                    continue;
                }
                Next::Sleep { until } => park.wait_at_most_until(until, &self.clock, &self.stopping),
                Next::Leave => return,
            }
        }
    }

    /// Executes Python until there is a reason to let go of the GIL.
    fn turn(
        self: &Arc<Self>,
        fiber: FiberId,
        ready: Nanos,
        worker: WorkerId,
        deadline: Option<Nanos>,
    ) -> Next {
        let mut inside = lock(&self.inside);
        if let Some(until) = deadline {
            inside.blocked.retain(|other| *other != fiber);
            if !inside.world.is_ready(fiber) && self.clock.nanos() < until {
                // Another was quicker, and there is time left.
                inside.blocked.push(fiber);
                return Next::Park { until: deadline };
            }
        }
        let start = inside.start(fiber, self.clock.ticks());
        let mut turn = Turn {
            fiber,
            ready: ready.min(start),
            start,
            steps: 0,
            events: Vec::new(),
        };
        let next = loop {
            let next = self.slice(&mut inside, &mut turn);
            if let Some(limit) = inside.exceeded(&turn, &self.model.limits) {
                inside.limit(limit, fiber);
            }
            if inside.end.is_some() {
                self.stop();
            }
            if self.is_stopping() {
                break Next::Leave;
            }
            if let Some(next) = next {
                break next;
            }
        };
        if turn.steps > 0 {
            inside.workers.insert(worker);
            inside.record(turn, self.clock.ticks());
        }
        if matches!(next, Next::Park { .. }) {
            inside.blocked.push(fiber);
        }
        self.wake(&mut inside, &BTreeSet::new());
        let alive = self.alive.load(Ordering::Relaxed);
        let is_for_ever = |fiber: &FiberId| inside.world.timeout(*fiber).is_none();
        self.stuck.store(
            alive > 0 && inside.blocked.len() == alive as usize && inside.blocked.iter().all(is_for_ever),
            Ordering::Relaxed,
        );
        next
    }

    fn wake(&self, inside: &mut Inside, released: &BTreeSet<LockId>) {
        if inside.blocked.is_empty() {
            return;
        }
        let woken = inside.take_woken(released);
        let parks = lock(&self.parks);
        for fiber in woken {
            parks[fiber.index()].wake();
        }
    }

    /// Executes one slice; what to do if that ends the turn.
    fn slice(self: &Arc<Self>, inside: &mut Inside, turn: &mut Turn) -> Option<Next> {
        let fiber = turn.fiber;
        let fibers = inside.world.fibers();
        let dropping = self.gil.is_drop_requested();
        let ran = if dropping {
            inside.world.run(fiber, 1, true)
        } else {
            inside.world.run(fiber, SLICE, false)
        };
        let mut released = BTreeSet::new();
        for (at, event) in inside.world.take_events() {
            match &event {
                EventKind::Output { stream, text } => {
                    inside.written += text.len() as u64;
                    self.write(*stream, text);
                }
                EventKind::Released { lock } => {
                    released.insert(*lock);
                }
                EventKind::Signalled { process, .. } => {
                    // It may sleep, which is nobody's business else.
                    let main = inside.world.main_fiber(*process);
                    lock(&self.parks)[main.index()].wake();
                }
                _ => {}
            }
            turn.events.push((turn.steps + at, event));
        }
        turn.steps += ran.steps;
        self.steps.fetch_add(ran.steps, Ordering::Relaxed);
        for child in fibers..inside.world.fibers() {
            self.start_thread(FiberId(child as u32));
        }
        self.wake(inside, &released);
        match ran.outcome {
            Outcome::BudgetUsed => {
                // Whoever asks while a call ends is heard at its end, not only at the next switch point.
                let asked = dropping || (ran.at_switch_point && self.gil.is_drop_requested());
                asked.then_some(Next::Retake)
            }
            Outcome::Clock(clock) => {
                let answer = self.clock.answer(clock);
                inside.answers.push(answer);
                inside.world.answer_clock(fiber, answer);
                None
            }
            // CPython lets go of the GIL around `write(2)`, and for work in C that has been done here: the next slice goes on.
            Outcome::Blocked(WaitOn::Write | WaitOn::Work { .. }) => Some(Next::Retake),
            Outcome::Blocked(WaitOn::Sleep { nanos }) => Some(Next::Sleep {
                until: self.clock.nanos().saturating_add(nanos),
            }),
            Outcome::Blocked(_) => {
                let longest = inside.world.timeout(fiber);
                let until = longest.map(|longest| self.clock.nanos().saturating_add(longest));
                Some(Next::Park { until })
            }
            Outcome::Finished => {
                self.alive.fetch_sub(1, Ordering::Relaxed);
                if inside.world.is_over() {
                    // What is left are daemon threads, which end with the process.
                    self.stop();
                }
                Some(Next::Leave)
            }
            Outcome::System => unreachable!("the world answers system calls"),
            Outcome::Limit(kind) => {
                inside.limit(kind, fiber);
                Some(Next::Leave)
            }
        }
    }

    fn write(&self, stream: Stream, text: &str) {
        let mut console = lock(&self.console);
        match console.last_mut() {
            Some((last, written)) if *last == stream => written.push_str(text),
            _ => console.push((stream, text.to_owned())),
        }
    }

    /// Makes the result; nobody runs any more.
    fn finish(&self) {
        let mut inside = lock(&self.inside);
        let at = self.clock.ticks().max(inside.last.map_or(0, |(_, end)| end));
        let builder = std::mem::take(&mut inside.builder);
        // Stopping threads that all wait for each other is how a deadlock ends.
        let end = inside.end.take().unwrap_or_else(|| inside.world.end());
        let finished = Finished {
            schedule: builder.schedule().clone(),
            recording: builder.recording(std::mem::take(&mut inside.answers), at),
            trace: builder.finish(&inside.world, end, at),
            model: self.model.clone(),
            workers: inside.workers.len() as u32,
        };
        self.alive.store(0, Ordering::Relaxed);
        *lock(&self.finished) = Some(Arc::new(finished));
        self.done.notify_all();
    }
}
