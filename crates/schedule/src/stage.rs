//! The stage on which a modelled run takes place: the world, its virtual clock, who could run, and the trace so far.

use std::collections::BTreeSet;

use machine::{Clock, Outcome, World};
use trace::{End, EventKind, FiberId, LimitKind, LockId, Model, Nanos, Schedule, TimedRun, Trace, WaitOn};

use crate::TraceBuilder;

/// What a write to the terminal takes in virtual time: a system call and a terminal that is not slow.
const WRITE: Nanos = 10_000;

/// What `time.time()` counts from in a model: 2024-01-01 00:00 UTC, in nanoseconds since 1970.
const EPOCH: Nanos = 1_704_067_200_000_000_000;

/// A modelled run's result.
#[derive(Clone, Debug)]
pub struct Ran {
    /// The trace.
    pub trace: Trace,
    /// The turns that were taken.
    pub schedule: Schedule,
}

/// The world, its clock and its trace.
#[derive(Clone, Debug)]
pub(crate) struct Stage {
    pub world: World,
    pub now: Nanos,
    /// Fibers that could run, in the order in which they began to wait for the GIL, and since when.
    pub ready: Vec<(FiberId, Nanos)>,
    /// Fibers that sleep or write, by the time at which that ends and then by the order in which they began.
    timers: BTreeSet<(Nanos, u64, FiberId)>,
    timers_set: u64,
    /// Fibers that wait for somebody else, in the order in which they began to.
    blocked: Vec<FiberId>,
    builder: TraceBuilder,
    model: Model,
    fibers: usize,
}

impl Stage {
    pub fn new(world: World, model: Model) -> Self {
        Self {
            world,
            now: 0,
            ready: vec![(FiberId::MAIN, 0)],
            timers: BTreeSet::new(),
            timers_set: 0,
            blocked: Vec::new(),
            builder: TraceBuilder::new(),
            model,
            fibers: 1,
        }
    }

    pub fn builder(&self) -> &TraceBuilder {
        &self.builder
    }

    /// When the next sleeper wakes.
    pub fn next_timer(&self) -> Option<Nanos> {
        self.timers.first().map(|(at, _, _)| *at)
    }

    /// How many instructions fit before a time; at least one.
    pub fn steps_until(&self, time: Nanos) -> u64 {
        let cost = u64::from(self.model.instruction_ns.max(1));
        time.saturating_sub(self.now).div_ceil(cost).max(1)
    }

    /// Whether nobody can run, now or later.
    pub fn is_stuck(&self) -> bool {
        self.ready.is_empty() && self.timers.is_empty()
    }

    /// Whether one fiber can run and nobody will join it before its turn ends: who waits for a lock or a start might.
    pub fn is_alone(&self) -> bool {
        let waits_for_an_end =
            |fiber: &FiberId| matches!(self.world.process.waits_on(*fiber), Some(WaitOn::End(_)));
        self.ready.len() == 1 && self.timers.is_empty() && self.blocked.iter().all(waits_for_an_end)
    }

    /// Lets time pass until somebody can run; an end, if nobody ever can.
    pub fn wait_for_somebody(&mut self) -> Option<End> {
        self.wake_due();
        if !self.ready.is_empty() {
            return None;
        }
        if let Some(at) = self.next_timer() {
            self.now = self.now.max(at);
            self.wake_due();
            return None;
        }
        Some(self.world.process.end())
    }

    /// Sleepers whose time has come are ready from that time on.
    pub fn wake_due(&mut self) {
        while let Some((at, order, fiber)) = self.timers.first().copied()
            && at <= self.now
        {
            self.timers.remove(&(at, order, fiber));
            self.ready.push((fiber, at));
        }
    }

    /// Makes a fiber ready even before its time has come: a schedule that is repeated may say so.
    pub fn hurry(&mut self, fiber: FiberId) {
        let timer = self
            .timers
            .iter()
            .find(|(_, _, sleeper)| *sleeper == fiber)
            .copied();
        if let Some(timer) = timer {
            self.timers.remove(&timer);
            self.ready.push((fiber, timer.0));
            self.now = self.now.max(timer.0);
        }
    }

    /// Lets a ready fiber take a turn; whether it could go on, or how the run ended.
    pub fn turn(&mut self, fiber: FiberId, budget: u64, to_switch_point: bool) -> Result<bool, End> {
        let Some(place) = self.ready.iter().position(|(candidate, _)| *candidate == fiber) else {
            return Err(End::Diverged {
                turn: self.builder.schedule().runs.len() as u64,
            });
        };
        let (_, ready) = self.ready.remove(place);
        let start = self.now;
        let turn = self.world.run(fiber, budget, to_switch_point);
        self.now += turn.steps * u64::from(self.model.instruction_ns);
        let events = self.world.process.take_events();
        let releases = events.iter().filter_map(|(at, event)| match event {
            EventKind::Released { lock } => Some((*lock, start + at * u64::from(self.model.instruction_ns))),
            _ => None,
        });
        let releases: Vec<(LockId, Nanos)> = releases.collect();
        self.builder.turn(
            TimedRun {
                fiber,
                steps: turn.steps,
                ready,
                start,
                end: self.now,
            },
            events,
        );
        let goes_on = match turn.outcome {
            Outcome::BudgetUsed => true,
            Outcome::Clock(clock) => {
                let now = match clock {
                    Clock::Monotonic => self.now,
                    Clock::Real => EPOCH + self.now,
                };
                self.world.process.answer_clock(fiber, now);
                true
            }
            Outcome::Blocked(WaitOn::Sleep { nanos }) => {
                self.set_timer(fiber, nanos);
                false
            }
            Outcome::Blocked(WaitOn::Write) => {
                self.set_timer(fiber, WRITE);
                false
            }
            Outcome::Blocked(_) => {
                self.blocked.push(fiber);
                false
            }
            Outcome::Finished => false,
            Outcome::Limit(kind) => return Err(self.limit(kind, fiber)),
        };
        while self.fibers < self.world.process.fibers() {
            self.ready.push((FiberId(self.fibers as u32), self.now));
            self.fibers += 1;
        }
        self.release_blocked(start, &releases);
        if goes_on {
            self.ready.insert(0, (fiber, self.now));
        }
        if self.builder.steps() >= self.model.limits.instructions {
            return Err(self.limit(LimitKind::Instructions, fiber));
        }
        if self.world.kernel.written() as u64 > self.model.limits.output {
            return Err(self.limit(LimitKind::Output, fiber));
        }
        Ok(goes_on)
    }

    /// Puts a fiber that could go on behind all others that wait for the GIL.
    pub fn send_to_back(&mut self, fiber: FiberId) {
        if let Some(place) = self.ready.iter().position(|(candidate, _)| *candidate == fiber) {
            let entry = self.ready.remove(place);
            self.ready.push(entry);
        }
    }

    fn limit(&self, kind: LimitKind, fiber: FiberId) -> End {
        End::Limit {
            kind,
            fiber,
            place: self.world.process.place(fiber),
        }
    }

    fn set_timer(&mut self, fiber: FiberId, after: Nanos) {
        self.timers
            .insert((self.now.saturating_add(after), self.timers_set, fiber));
        self.timers_set += 1;
    }

    /// Moves fibers whose wait is over to those that are ready, since the moment at which it was over: not since the end
    /// of the turn that began at `start`, so that the trace does not depend on how a driver cuts turns.
    fn release_blocked(&mut self, start: Nanos, releases: &[(LockId, Nanos)]) {
        let process = &self.world.process;
        let now = self.now;
        let first_instruction = start + u64::from(self.model.instruction_ns);
        let ready = &mut self.ready;
        self.blocked.retain(|fiber| {
            let over = process.is_ready(*fiber);
            if over {
                let since = match process.waits_on(*fiber) {
                    Some(WaitOn::Lock(lock)) => releases
                        .iter()
                        .rev()
                        .find(|(id, _)| *id == lock)
                        .map(|(_, at)| *at),
                    Some(WaitOn::Start(_)) => Some(first_instruction),
                    _ => None,
                };
                ready.push((*fiber, since.unwrap_or(now)));
            }
            !over
        });
        // Whoever waits for a lock that was taken again while it waited for the GIL waits for the lock on.
        let blocked = &mut self.blocked;
        self.ready.retain(|(fiber, _)| {
            let still = process.is_ready(*fiber);
            if !still {
                blocked.push(*fiber);
            }
            still
        });
    }

    /// Ends the run.
    pub fn finish(&mut self, end: End) -> Ran {
        let mut builder = std::mem::take(&mut self.builder);
        if matches!(end, End::Finished { .. })
            && let Some(text) = self.world.process.take_unfinished_line()
        {
            builder.flush(text, self.now);
        }
        let schedule = builder.schedule().clone();
        Ran {
            trace: builder.finish(&self.world.process, end, self.now),
            schedule,
        }
    }
}
