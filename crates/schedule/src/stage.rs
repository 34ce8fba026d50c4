//! The stage on which a modelled run takes place: the world, its virtual clock, who could run, and the trace so far.

use std::collections::BTreeSet;

use machine::{Clock, Outcome, World};
use trace::{
    End, EventKind, FiberId, LimitKind, Limits, LockId, Model, Nanos, ProcessId, Schedule, TimedRun, Trace,
    WaitOn,
};

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
    /// When the next turn begins.
    pub now: Nanos,
    /// When the last turn so far ends.
    latest: Nanos,
    /// From when on each processor is free.
    cores: Vec<Nanos>,
    /// The same for each process's GIL.
    gils: Vec<Nanos>,
    /// The fiber of each process that is in the middle of what CPython does in one go, so that no other runs there.
    pinned: Vec<Option<FiberId>>,
    /// Fibers that could run, in the order in which they began to wait for the GIL, and since when.
    pub ready: Vec<(FiberId, Nanos)>,
    /// Fibers that sleep or write, by the time at which that ends and then by the order in which they began.
    timers: BTreeSet<(Nanos, u64, FiberId)>,
    timers_set: u64,
    /// Fibers that could run because they have waited as long as they wanted to.
    expired: BTreeSet<FiberId>,
    /// Timers of the kernel, which run as soon as they are due.
    alarms: Vec<FiberId>,
    /// Fibers that wait for somebody else, in the order in which they began to.
    blocked: Vec<FiberId>,
    builder: TraceBuilder,
    model: Model,
    fibers: usize,
    /// Whether clocks stand still at 0, as in search.
    pub untimed: bool,
}

impl Stage {
    pub fn new(mut world: World, model: Model) -> Self {
        world.begin_turns_with_calls();
        Self {
            world,
            now: 0,
            latest: 0,
            cores: vec![0; model.cores.max(1) as usize],
            gils: Vec::new(),
            pinned: Vec::new(),
            ready: vec![(FiberId::MAIN, 0)],
            timers: BTreeSet::new(),
            timers_set: 0,
            expired: BTreeSet::new(),
            alarms: Vec::new(),
            blocked: Vec::new(),
            builder: TraceBuilder::new(),
            model,
            fibers: 1,
            untimed: false,
        }
    }

    pub fn builder(&self) -> &TraceBuilder {
        &self.builder
    }

    /// When the next sleeper wakes.
    pub fn next_timer(&self) -> Option<Nanos> {
        self.timers.first().map(|(at, _, _)| *at)
    }

    /// When the next timer of the kernel is due: now, if it only waits for the end of what CPython does in one go.
    pub fn next_alarm(&self) -> Option<Nanos> {
        if self.alarms.is_empty() {
            return None;
        }
        if self.ready.iter().any(|(fiber, _)| self.alarms.contains(fiber)) {
            return Some(self.now);
        }
        let mut sleeping = self.timers.iter();
        sleeping
            .find(|(_, _, fiber)| self.alarms.contains(fiber))
            .map(|(at, _, _)| *at)
    }

    /// A timer of the kernel that is due.
    pub fn due_alarm(&self) -> Option<FiberId> {
        if self.alarms.is_empty() {
            return None;
        }
        let candidates = self.candidates();
        candidates.into_iter().find(|fiber| self.alarms.contains(fiber))
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

    /// Whether one fiber can run and nobody will join it before its turn ends.
    pub fn is_alone(&self) -> bool {
        self.ready.len() == 1 && self.timers.is_empty() && self.blocked.is_empty()
    }

    /// Lets time pass until somebody can run; an end, if nobody ever can.
    pub fn wait_for_somebody(&mut self) -> Option<End> {
        loop {
            self.wake_due();
            let free = self.ready.iter().filter(|(fiber, _)| self.may_run(*fiber));
            let first = free.map(|(fiber, since)| self.could_begin(*fiber, *since)).min();
            match (first, self.next_timer()) {
                (Some(first), _) if first <= self.now => return None,
                (None, None) => return Some(self.world.end()),
                (first, timer) => {
                    let next = first.into_iter().chain(timer).min();
                    self.now = next.map_or(self.now, |next| next.max(self.now));
                }
            }
        }
    }

    /// Fibers that could begin a turn now, in the order in which they began to wait.
    pub fn candidates(&self) -> Vec<FiberId> {
        let free = self
            .ready
            .iter()
            .filter(|(fiber, since)| self.may_run(*fiber) && self.could_begin(*fiber, *since) <= self.now);
        free.map(|(fiber, _)| *fiber).collect()
    }

    /// Since when a fiber has been ready.
    pub fn ready_since(&self, fiber: FiberId) -> Nanos {
        let found = self.ready.iter().find(|(other, _)| *other == fiber);
        found.map_or(self.now, |(_, since)| *since)
    }

    /// Whether several processes may run at the same time, or several threads of one.
    pub fn is_parallel(&self) -> bool {
        self.world.processes() > 1 || !self.model.gil
    }

    /// Whether nobody else of its process has to go on first.
    fn may_run(&self, fiber: FiberId) -> bool {
        let pinned = self.pinned.get(self.world.process_of(fiber).index());
        pinned.copied().flatten().is_none_or(|pinned| pinned == fiber)
    }

    /// From when on a fiber that is ready has its GIL and a processor.
    fn could_begin(&self, fiber: FiberId, since: Nanos) -> Nanos {
        let gil = self.gils.get(self.world.process_of(fiber).index()).copied();
        let core = self.cores.iter().copied().min().unwrap_or_default();
        since.max(gil.unwrap_or_default()).max(core)
    }

    /// A turn takes a processor and the GIL of its process.
    fn occupy(&mut self, fiber: FiberId, start: Nanos, end: Nanos) {
        let process = self.world.process_of(fiber).index();
        if let Some(core) = self.cores.iter_mut().find(|free| **free <= start) {
            *core = end;
        }
        if self.gils.len() <= process {
            self.gils.resize(process + 1, 0);
            self.pinned.resize(process + 1, None);
        }
        if self.model.gil {
            self.gils[process] = end;
        }
        self.latest = self.latest.max(end);
        // Where only one can run, nothing happens before it has.
        self.now = if self.is_parallel() { start } else { end };
    }

    /// Sleepers whose time has come are ready from that time on.
    pub fn wake_due(&mut self) {
        while let Some((at, order, fiber)) = self.timers.first().copied()
            && at <= self.now
        {
            self.timers.remove(&(at, order, fiber));
            self.time_is_up(fiber, at);
        }
    }

    /// A fiber's time has come: if it waited for something else as well, it does no longer.
    fn time_is_up(&mut self, fiber: FiberId, at: Nanos) {
        self.blocked.retain(|other| *other != fiber);
        if self.world.timeout(fiber).is_some() {
            self.expired.insert(fiber);
        }
        // What it waited for may have happened just before.
        if self.ready.iter().all(|(other, _)| *other != fiber) {
            self.is_ready_since(fiber, at);
        }
    }

    /// A signal has come to a fiber. If it ended what the fiber waited for, it can go on.
    fn interrupt(&mut self, fiber: FiberId, at: Nanos) {
        if self.world.waits_on(fiber).is_some() || self.ready.iter().any(|(other, _)| *other == fiber) {
            return;
        }
        let waited = self.blocked.len() + self.timers.len();
        self.blocked.retain(|other| *other != fiber);
        self.timers.retain(|(_, _, sleeper)| *sleeper != fiber);
        if self.blocked.len() + self.timers.len() < waited {
            self.is_ready_since(fiber, at);
        }
    }

    /// Adds a fiber to those that wait for the GIL, behind all who have waited as long.
    fn is_ready_since(&mut self, fiber: FiberId, since: Nanos) {
        let behind = self.ready.iter().rposition(|(_, other)| *other <= since);
        self.ready
            .insert(behind.map_or(0, |place| place + 1), (fiber, since));
    }

    /// Makes a fiber ready even before its time has come: a schedule that is repeated may say so.
    pub fn hurry(&mut self, fiber: FiberId) {
        let timer = self
            .timers
            .iter()
            .find(|(_, _, sleeper)| *sleeper == fiber)
            .copied();
        if let Some(timer) = timer
            && self.ready.iter().all(|(other, _)| *other != fiber)
        {
            self.timers.remove(&timer);
            self.now = self.now.max(timer.0);
            self.time_is_up(fiber, timer.0);
        }
    }

    /// If a fiber sleeps or writes, lets time pass until it has, or until a timer of the kernel is due.
    pub fn hurry_to_end_of_sleep(&mut self, fiber: FiberId) {
        let sleepers = self.timers.iter().map(|(_, _, sleeper)| *sleeper);
        let sleeps = |sleeper: &FiberId| *sleeper == fiber || self.alarms.contains(sleeper);
        let mut first = sleepers.clone().filter(sleeps);
        if !self.blocked.contains(&fiber)
            && sleepers.clone().any(|sleeper| sleeper == fiber)
            && let Some(first) = first.next()
        {
            self.hurry(first);
        }
    }

    /// Lets a ready fiber take a turn, which ends at the latest behind whatever others can notice; whether it could go on, or
    /// how the run ended.
    pub fn turn(&mut self, fiber: FiberId, budget: u64, to_switch_point: bool) -> Result<bool, End> {
        let Some(place) = self.ready.iter().position(|(candidate, _)| *candidate == fiber) else {
            return Err(End::Diverged {
                turn: self.builder.schedule().runs.len() as u64,
            });
        };
        let (_, ready) = self.ready.remove(place);
        self.timers.retain(|(_, _, sleeper)| *sleeper != fiber);
        self.expired.remove(&fiber);
        // A schedule that is repeated says who is next, and not when.
        self.now = self.now.max(self.could_begin(fiber, ready));
        let start = self.now;
        let budget = budget.min(self.room(fiber, ready));
        let turn = self.world.run(fiber, budget, to_switch_point);
        let cost = u64::from(self.model.instruction_ns);
        let end = start + turn.steps * cost;
        self.occupy(fiber, start, end);
        let events = self.world.take_events();
        let process = self.world.process_of(fiber);
        let exit = events.iter().rev().find_map(|(at, event)| match event {
            EventKind::Exited { .. } => Some(start + at * cost),
            _ => None,
        });
        let forks = events
            .iter()
            .any(|(_, event)| matches!(event, EventKind::Forked { .. }));
        let locks = events.iter().filter_map(|(at, event)| match event {
            EventKind::Released { lock } => Some((*lock, true, start + at * cost)),
            EventKind::Acquired { lock } => Some((*lock, false, start + at * cost)),
            _ => None,
        });
        let locks: Vec<(LockId, bool, Nanos)> = locks.collect();
        let signalled = events.iter().filter_map(|(at, event)| match event {
            EventKind::Signalled { process, .. } => Some((*process, start + at * cost)),
            _ => None,
        });
        let signalled: Vec<(ProcessId, Nanos)> = signalled.collect();
        self.builder.turn(
            TimedRun {
                fiber,
                steps: turn.steps,
                ready,
                start,
                end,
            },
            events,
        );
        let goes_on = match turn.outcome {
            Outcome::BudgetUsed => true,
            Outcome::Clock(clock) => {
                let now = match clock {
                    _ if self.untimed => 0,
                    Clock::Monotonic => end,
                    Clock::Real => EPOCH + end,
                };
                self.world.answer_clock(fiber, now);
                true
            }
            Outcome::Blocked(WaitOn::Sleep { nanos } | WaitOn::Work { nanos }) => {
                self.set_timer(fiber, end, nanos);
                false
            }
            Outcome::Blocked(WaitOn::Write) => {
                self.set_timer(fiber, end, WRITE);
                false
            }
            Outcome::Blocked(_) => {
                self.blocked.push(fiber);
                if let Some(longest) = self.world.timeout(fiber) {
                    self.set_timer(fiber, end, longest);
                }
                false
            }
            Outcome::Finished => {
                if self.world.is_over() {
                    self.forget_all();
                }
                false
            }
            Outcome::System => unreachable!("the world answers system calls"),
            Outcome::Limit(kind) => return Err(self.world.limit(kind, fiber)),
        };
        self.wake_due();
        for (lock, released, at) in locks {
            self.lock_changed(process, lock, released, at);
        }
        while self.fibers < self.world.fibers() {
            let since = if forks { start + cost } else { end };
            let new = FiberId(self.fibers as u32);
            self.ready.push((new, since));
            if self.world.is_timer(new) {
                self.alarms.push(new);
            }
            self.fibers += 1;
        }
        for (process, at) in signalled {
            self.interrupt(self.world.main_fiber(process), at);
        }
        if exit.is_some() {
            self.forget_finished();
        }
        // The kernel is called at the beginning of a turn.
        self.release_blocked(exit.unwrap_or(start + cost));
        if goes_on {
            self.ready.insert(0, (fiber, end));
        }
        self.pinned[process.index()] = Some(fiber).filter(|_| goes_on && self.world.is_atomic(fiber));
        self.within(&self.model.limits, fiber)?;
        Ok(goes_on)
    }

    /// The process has ended, with all that waited for anything.
    fn forget_all(&mut self) {
        self.ready.clear();
        self.timers.clear();
        self.blocked.clear();
    }

    /// A process has ended, maybe by a signal, and its threads wait for nothing any more.
    fn forget_finished(&mut self) {
        let world = &self.world;
        self.ready.retain(|(fiber, _)| !world.is_finished(*fiber));
        self.timers.retain(|(_, _, fiber)| !world.is_finished(*fiber));
        self.blocked.retain(|fiber| !world.is_finished(*fiber));
        self.alarms.retain(|fiber| !world.is_finished(*fiber));
    }

    /// Nothing, or how a bound ends the run.
    pub fn within(&self, limits: &Limits, fiber: FiberId) -> Result<(), End> {
        let exceeded = [
            (
                LimitKind::Instructions,
                self.builder.steps() >= limits.instructions,
            ),
            (LimitKind::Trace, self.builder.entries() >= limits.trace),
            (
                LimitKind::Output,
                self.world.kernel.written() as u64 > limits.output,
            ),
        ];
        match exceeded.into_iter().find(|(_, exceeded)| *exceeded) {
            Some((kind, _)) => Err(self.world.limit(kind, fiber)),
            None => Ok(()),
        }
    }

    /// How many instructions a turn may have before a limit has to be looked at.
    fn room(&self, fiber: FiberId, ready: Nanos) -> u64 {
        let limits = &self.model.limits;
        let fills_trace = self.builder.entries().saturating_add(1) >= limits.trace
            && !self.builder.continues(fiber, ready, self.now);
        if fills_trace {
            return 1;
        }
        limits.instructions.saturating_sub(self.builder.steps()).max(1)
    }

    /// Puts a fiber that could go on behind all others that wait for the GIL.
    pub fn send_to_back(&mut self, fiber: FiberId) {
        if let Some(place) = self.ready.iter().position(|(candidate, _)| *candidate == fiber) {
            let entry = self.ready.remove(place);
            self.ready.push(entry);
        }
    }

    fn set_timer(&mut self, fiber: FiberId, from: Nanos, after: Nanos) {
        self.timers
            .insert((from.saturating_add(after), self.timers_set, fiber));
        self.timers_set += 1;
    }

    /// Those that wait for a lock are ready from the moment of its release on, not from the turn's end, and wait for the lock
    /// again if it is taken while they wait for the GIL: the trace does not depend on how a driver cuts turns.
    fn lock_changed(&mut self, process: ProcessId, lock: LockId, released: bool, at: Nanos) {
        let world = &self.world;
        // Locks are a process's own.
        let waits =
            |fiber: FiberId| world.process_of(fiber) == process && world.awaited_lock(fiber) == Some(lock);
        if !released {
            let expired = &self.expired;
            let wait_on = self
                .ready
                .extract_if(.., |(fiber, _)| waits(*fiber) && !expired.contains(fiber));
            self.blocked.extend(wait_on.map(|(fiber, _)| fiber));
            return;
        }
        let woken: Vec<FiberId> = self.blocked.extract_if(.., |fiber| waits(*fiber)).collect();
        for fiber in woken {
            self.is_ready_since(fiber, at);
        }
    }

    /// Moves fibers to those that are ready whose wait is over without a lock's release, for another fiber's first instruction
    /// or for the kernel, and back if another was quicker.
    fn release_blocked(&mut self, first_instruction: Nanos) {
        let world = &self.world;
        let over = |fiber: &mut FiberId| world.awaited_lock(*fiber).is_none() && world.is_ready(*fiber);
        let woken: Vec<FiberId> = self.blocked.extract_if(.., over).collect();
        let expired = &self.expired;
        let too_late = self.ready.extract_if(.., |(fiber, _)| {
            world.calls_kernel(*fiber) && !expired.contains(fiber) && !world.is_ready(*fiber)
        });
        self.blocked.extend(too_late.map(|(fiber, _)| fiber));
        for fiber in woken {
            self.is_ready_since(fiber, first_instruction);
        }
    }

    /// Ends the run.
    pub fn finish(&mut self, end: End) -> Ran {
        let builder = std::mem::take(&mut self.builder);
        let schedule = Schedule {
            untimed: self.untimed,
            ..builder.schedule().clone()
        };
        Ran {
            trace: builder.finish(&self.world, end, self.latest.max(self.now)),
            schedule,
        }
    }
}
