//! A live run: Python threads on workers, a GIL for each process, and the recording of who had it when.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use machine::{Budget, Done, Outcome, Part, Program, Turn, Work, World};
use trace::{
    EventKind, FiberId, LimitKind, Limits, LockId, Model, Nanos, ProcessId, Recording, Schedule, Stream,
    Trace, WaitOn,
};

use crate::clock::RunClock;
use crate::gil::Gil;
use crate::inside::Inside;
use crate::park::Park;
use crate::pool::{Pool, WorkerId};
use crate::recorder::Recorder;
use crate::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use crate::sync::{Condvar, Mutex, MutexGuard, lock, wait, wait_at_most};

/// Instructions between two looks at whether to stop or to let go of the GIL: a fraction of a millisecond.
const SLICE: u64 = 10_000;
/// How long nobody looks whether the workers still live.
const LOOK: Duration = Duration::from_millis(100);
/// Bytes that threads may have ready for their processes, all together: nobody is charged for them before they are brought.
const MOST_UNCHARGED: usize = 64 << 20;

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

/// A Python thread and what it is given.
#[derive(Debug)]
struct Thread {
    fiber: FiberId,
    process: ProcessId,
    /// Whether it is a timer of the kernel.
    is_timer: bool,
    worker: WorkerId,
    gil: Arc<Gil>,
    park: Arc<Park>,
}

/// What a thread does behind a turn.
enum Next {
    /// It wants the GIL again.
    Retake,
    /// It waits for another thread, with a bound until some time.
    Park { until: Option<Nanos> },
    /// Its event loop waits for the next event, with a bound until some time.
    Idle { until: Option<Nanos> },
    /// It sleeps.
    Sleep { until: Nanos },
    /// It works without the GIL.
    Work(Work),
    /// It is over, or the run is.
    Leave,
}

impl Next {
    /// How a thread waits for others.
    fn wait(world: &World, fiber: FiberId, until: Option<Nanos>) -> Self {
        if world.is_idle(fiber) {
            Self::Idle { until }
        } else {
            Self::Park { until }
        }
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

    /// A Python thread, from its first instruction to its end or the run's.
    async fn thread(self: &Arc<Self>, thread: &Thread) {
        let Thread {
            fiber,
            is_timer,
            gil,
            park,
            ..
        } = thread;
        // Until when it waits for another thread, if there is a bound.
        let mut deadline = None;
        let mut done = None;
        loop {
            let ready = self.clock.ticks();
            if !gil.take(*fiber, *is_timer, &self.stopping) {
                return;
            }
            if let Some(done) = done.take() {
                lock(&self.inside).world.bring_work(*fiber, done);
            }
            let next = self.turn(thread, ready, deadline.take());
            gil.release(*fiber, &self.stopping);
            match next {
                Next::Retake => {}
                Next::Park { until: None } => park.wait(&self.stopping),
                Next::Park { until: Some(until) } => {
                    park.wait_at_most_until(until, &self.clock, &self.stopping);
                    deadline = Some(until);
                }
                Next::Idle { until } => {
                    park.idle(until, &self.clock, &self.stopping).await;
                    deadline = until;
                }
                Next::Sleep { until } => park.wait_at_most_until(until, &self.clock, &self.stopping),
                Next::Work(work) => done = self.work(&work),
                Next::Leave => return,
            }
        }
    }

    /// Does what needs no GIL, unless the run stops, or too much came of it: then the thread's next turn does it.
    fn work(&self, work: &Work) -> Option<Done> {
        let most = MOST_UNCHARGED / self.alive.load(Ordering::Relaxed).max(1) as usize;
        work.run(|bytes| !self.is_stopping() && bytes <= most)
    }

    /// Executes Python until there is a reason to let go of the GIL.
    fn turn(self: &Arc<Self>, thread: &Thread, ready: Nanos, deadline: Option<Nanos>) -> Next {
        let Thread { fiber, process, .. } = *thread;
        let mut inside = lock(&self.inside);
        // Wake-ups come from whoever has locked this: those that came until now are about the wait that has ended.
        thread.park.forget();
        inside.blocked.retain(|other| *other != fiber);
        if let Some(until) = deadline
            && !inside.has_gone(fiber)
            && !inside.world.is_ready(fiber)
            && self.clock.nanos() < until
        {
            // Another was quicker, and there is time left.
            inside.blocked.push(fiber);
            return Next::wait(&inside.world, fiber, deadline);
        }
        inside.recorder.begin(process, fiber, ready, self.clock.ticks());
        let next = loop {
            if inside.has_gone(fiber) {
                // Its process has ended, and left it behind.
                break Next::Leave;
            }
            let next;
            (inside, next) = self.slice(inside, thread);
            if let Some(limit) = inside.exceeded(&self.model.limits) {
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
        thread.gil.set_interval(inside.world.switch_interval(process));
        if inside.recorder.end(process, self.clock.ticks()) {
            inside.workers.insert(thread.worker);
        }
        match next {
            Next::Park { .. } | Next::Idle { .. } => inside.blocked.push(fiber),
            Next::Leave => {
                inside.alive -= 1;
                self.alive.store(inside.alive, Ordering::Relaxed);
                if inside.world.is_over() {
                    // What is left are threads that end with their process.
                    self.stop();
                }
            }
            _ => {}
        }
        self.wake(&mut inside, process, &BTreeSet::new());
        self.stuck.store(inside.is_stuck(), Ordering::Relaxed);
        next
    }

    fn wake(&self, inside: &mut Inside, process: ProcessId, released: &BTreeSet<LockId>) {
        if inside.blocked.is_empty() {
            return;
        }
        let woken = inside.take_woken(process, released);
        let parks = lock(&self.parks);
        for fiber in woken {
            parks[fiber.index()].wake();
        }
    }

    /// Executes one slice; what to do if that ends the turn.
    fn slice<'a>(
        self: &'a Arc<Self>,
        mut inside: MutexGuard<'a, Inside>,
        thread: &Thread,
    ) -> (MutexGuard<'a, Inside>, Option<Next>) {
        let Thread { fiber, process, .. } = *thread;
        let dropping = thread.gil.is_drop_requested();
        let mut budget = if dropping {
            Budget::to_switch_point(1)
        } else {
            Budget::whole(SLICE)
        };
        let mut released = BTreeSet::new();
        let (inside, part) = loop {
            let part;
            (inside, part) = self.part(inside, thread, &mut budget, &mut released);
            if budget.is_over() {
                break (inside, part);
            }
        };
        let mut guard = inside;
        let inside = &mut *guard;
        self.wake(inside, process, &released);
        let next = match part.outcome {
            Outcome::BudgetUsed => {
                // Whoever asks while a call ends is heard at its end, not only at the next switch point.
                let asked = dropping || (part.at_switch_point && thread.gil.is_drop_requested());
                asked.then_some(Next::Retake)
            }
            Outcome::Clock(clock) => {
                let answer = self.clock.answer(clock);
                inside.recorder.answered(process, answer);
                inside.world.answer_clock(fiber, answer);
                None
            }
            // CPython lets go of the GIL around `write(2)`.
            Outcome::Blocked(WaitOn::Write) => Some(Next::Retake),
            Outcome::Blocked(WaitOn::Work { .. }) => inside.world.work(fiber).map(Next::Work),
            Outcome::Blocked(WaitOn::Sleep { nanos }) => Some(Next::Sleep {
                until: self.clock.nanos().saturating_add(nanos),
            }),
            Outcome::Blocked(_) => {
                let longest = inside.world.timeout(fiber);
                let until = longest.map(|longest| self.clock.nanos().saturating_add(longest));
                Some(Next::wait(&inside.world, fiber, until))
            }
            Outcome::Finished => Some(Next::Leave),
            Outcome::System => unreachable!("the world answers system calls"),
            Outcome::Limit(kind) => {
                inside.limit(kind, fiber);
                Some(Next::Leave)
            }
        };
        (guard, next)
    }

    /// Executes a part of a turn, and tells everybody of it.
    fn part<'a>(
        self: &'a Arc<Self>,
        mut inside: MutexGuard<'a, Inside>,
        thread: &Thread,
        budget: &mut Budget,
        released: &mut BTreeSet<LockId>,
    ) -> (MutexGuard<'a, Inside>, Turn) {
        let Thread { fiber, process, .. } = *thread;
        inside = self.tell_so_far(inside);
        while inside.is_wanted(process) {
            inside = wait(&self.here, inside);
        }
        if inside.has_gone(fiber) {
            budget.end();
            return (inside, Turn::finished());
        }
        let executed = if let Some(mut lent) = inside.world.lend(fiber) {
            drop(inside);
            lent.run(budget);
            inside = lock(&self.inside);
            let part = inside.world.bring_back(lent);
            inside = self.wait_for_reached(inside, &part);
            Some(part)
        } else {
            None
        };
        let numbered = inside.numbered();
        let part = match executed {
            Some(part) => inside.world.settle(part, budget),
            None => inside.world.run_part(fiber, budget, u64::MAX),
        };
        let events = inside.world.take_events();
        let is_noticed = part.is_told() || !events.is_empty() || inside.numbered() > numbered;
        for (_, event) in &events {
            match event {
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
                EventKind::Exited { process, .. } => self.wake_all_of(&inside, *process),
                _ => {}
            }
        }
        let now = self.clock.ticks();
        inside
            .recorder
            .went(process, (part.steps, events), is_noticed, now);
        self.steps.fetch_add(part.steps, Ordering::Relaxed);
        self.memory.store(inside.world.memory(), Ordering::Relaxed);
        self.start_threads(&mut inside);
        (inside, part)
    }

    /// Tells what has happened so far, if that is wanted. It waits until all processes are here, and none leaves meanwhile.
    fn tell_so_far<'a>(&'a self, mut inside: MutexGuard<'a, Inside>) -> MutexGuard<'a, Inside> {
        if !lock(&self.so_far).take_wanted() {
            return inside;
        }
        inside.want_all(true);
        while !inside.are_all_here() {
            inside = wait(&self.here, inside);
        }
        inside.want_all(false);
        let trace = inside.so_far(self.clock.ticks());
        *lock(&self.so_far) = SoFar::Told(Box::new(trace));
        self.here.notify_all();
        inside
    }

    /// Waits until every process that a part reaches into is here. Two can reach into each other: both are here then, and
    /// whoever comes first goes first.
    fn wait_for_reached<'a>(
        &'a self,
        mut inside: MutexGuard<'a, Inside>,
        part: &Part,
    ) -> MutexGuard<'a, Inside> {
        // Somebody may wait for this very process.
        self.here.notify_all();
        let reached = inside.world.reach(part);
        inside = self.wait_for(inside, &reached);
        for process in reached {
            inside.recorder.cut(process);
        }
        inside
    }

    /// Waits until processes are here.
    fn wait_for<'a>(
        &'a self,
        mut inside: MutexGuard<'a, Inside>,
        processes: &[ProcessId],
    ) -> MutexGuard<'a, Inside> {
        if processes.is_empty() {
            return inside;
        }
        for process in processes {
            inside.want(*process, true);
        }
        while !processes.iter().all(|process| inside.world.is_here(*process)) {
            inside = wait(&self.here, inside);
        }
        for process in processes {
            inside.want(*process, false);
        }
        self.here.notify_all();
        inside
    }

    /// Has all threads of a process that has ended look around.
    fn wake_all_of(&self, inside: &Inside, process: ProcessId) {
        for (index, park) in lock(&self.parks).iter().enumerate() {
            if inside.world.process_of(FiberId(index as u32)) == process {
                park.wake();
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
