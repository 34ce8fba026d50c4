//! What a Python thread does on its worker: turns with the GIL, and waits without it.

use std::collections::BTreeSet;
use std::sync::Arc;

use machine::{Budget, Done, Outcome, Turn, Work, World};
use trace::{EventKind, FiberId, LockId, Nanos, ProcessId, Stream, WaitOn};

use super::LiveRun;
use super::pace::Pace;
use crate::gil::Gil;
use crate::inside::Inside;
use crate::park::Park;
use crate::pool::WorkerId;
use crate::sync::atomic::Ordering;
use crate::sync::{MutexGuard, lock, wait};

/// Bytes that threads may have ready for their processes, all together: nobody is charged for them before they are brought.
const MOST_UNCHARGED: usize = 64 << 20;

/// A Python thread and what it is given.
#[derive(Debug)]
pub(super) struct Thread {
    pub fiber: FiberId,
    pub process: ProcessId,
    /// Whether it is a timer of the kernel.
    pub is_timer: bool,
    pub worker: WorkerId,
    pub gil: Arc<Gil>,
    pub park: Arc<Park>,
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
    /// A Python thread, from its first instruction to its end or the run's.
    pub(super) async fn thread(self: &Arc<Self>, thread: &Thread) {
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
        let now = self.clock.ticks();
        inside.recorder.begin(process, fiber, ready, now);
        let mut pace = Pace::new(now, inside.world.switch_interval(process));
        let next = loop {
            if inside.has_gone(fiber) {
                // Its process has ended, and left it behind.
                break Next::Leave;
            }
            let next;
            (inside, next) = self.slice(inside, thread, &mut pace);
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
        pace: &mut Pace,
    ) -> (MutexGuard<'a, Inside>, Option<Next>) {
        let Thread { fiber, process, .. } = *thread;
        let dropping = thread.gil.is_drop_requested();
        let mut budget = if dropping {
            Budget::to_switch_point(1)
        } else {
            Budget::whole(pace.slice())
        };
        let mut released = BTreeSet::new();
        let mut steps = 0;
        let (inside, part) = loop {
            let part;
            (inside, part) = self.part(inside, thread, &mut budget, &mut released);
            steps += part.steps;
            if budget.is_over() {
                break (inside, part);
            }
        };
        pace.went(steps, self.clock.ticks());
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
}
