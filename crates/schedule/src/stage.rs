//! The stage on which a modelled run takes place: the world, its virtual clock, who could run, and the trace so far.

mod turn;
mod waits;

use std::collections::BTreeSet;

use machine::World;
use trace::{End, FiberId, Model, Nanos, Schedule, Step, Trace};

use crate::TraceBuilder;
use turn::UnderWay;
pub(crate) use turn::{SLACK, Went};

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
    /// What time it is for whoever decides on the next turn.
    pub now: Nanos,
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
    under_way: Option<UnderWay>,
    builder: TraceBuilder,
    model: Model,
    fibers: usize,
    /// Whether clocks stand still at 0, as in search.
    untimed: bool,
}

impl Stage {
    pub fn new(mut world: World, model: Model, untimed: bool) -> Self {
        world.begin_turns_with_calls();
        Self {
            world,
            now: 0,
            cores: vec![0; model.cores.max(1) as usize],
            gils: Vec::new(),
            pinned: Vec::new(),
            ready: vec![(FiberId::MAIN, 0)],
            timers: BTreeSet::new(),
            timers_set: 0,
            expired: BTreeSet::new(),
            alarms: Vec::new(),
            blocked: Vec::new(),
            under_way: None,
            builder: TraceBuilder::new(),
            model,
            fibers: 1,
            untimed,
        }
    }

    /// What happened so far.
    pub fn events(&self) -> &[trace::Event] {
        self.builder.events()
    }

    /// Instructions so far.
    pub fn steps(&self) -> Step {
        self.builder.steps() + self.under_way.as_ref().map_or(0, |turn| turn.steps)
    }

    /// Whether a turn has begun and is not over.
    pub fn is_under_way(&self) -> bool {
        self.under_way.is_some()
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

    /// Whether nobody can run, now or later. Threads that a process leaves behind when it ends never do.
    pub fn is_stuck(&self) -> bool {
        let ready = self.ready.iter().map(|(fiber, _)| *fiber);
        let later = self.timers.iter().map(|(_, _, fiber)| *fiber);
        !ready
            .chain(later)
            .any(|fiber| self.world.is_ready(fiber) || self.world.timeout(fiber).is_some())
    }

    /// Whether one fiber can run and nobody will join it before its turn ends.
    pub fn is_alone(&self) -> bool {
        self.ready.len() == 1 && self.timers.is_empty() && self.blocked.is_empty()
    }

    /// Lets time pass until somebody can run; an end, if nobody ever can.
    pub fn wait_for_somebody(&mut self) -> Option<End> {
        loop {
            self.wake_until(self.now);
            let core = self.free_core();
            let free = self.ready.iter().filter(|(fiber, _)| self.may_run(*fiber));
            let first = free
                .map(|(fiber, since)| self.could_begin(*fiber, *since, core))
                .min();
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
        self.could_run().map(|(fiber, _)| fiber).collect()
    }

    /// The candidate that has waited longest.
    pub fn longest_waiting(&self) -> FiberId {
        let longest = self.could_run().min_by_key(|(_, since)| *since);
        longest.map_or(FiberId::MAIN, |(fiber, _)| fiber)
    }

    fn could_run(&self) -> impl Iterator<Item = (FiberId, Nanos)> {
        let core = self.free_core();
        let free = move |(fiber, since): &(FiberId, Nanos)| {
            self.may_run(*fiber) && self.could_begin(*fiber, *since, core) <= self.now
        };
        self.ready.iter().copied().filter(free)
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

    /// From when on there is a free processor.
    fn free_core(&self) -> Nanos {
        self.cores.iter().copied().min().unwrap_or_default()
    }

    /// From when on a fiber that is ready has its GIL and a processor, if one is free then.
    fn could_begin(&self, fiber: FiberId, since: Nanos, core: Nanos) -> Nanos {
        let gil = self.gils.get(self.world.process_of(fiber).index()).copied();
        since.max(gil.unwrap_or_default()).max(core)
    }

    /// A turn takes a processor and the GIL of its process.
    fn occupy(&mut self, fiber: FiberId, start: Nanos, end: Nanos) {
        let process = self.world.process_of(fiber).index();
        // That which has become free last: if it goes on without a pause, it stays where it is.
        let free = self.cores.iter_mut().filter(|free| **free <= start).max();
        if let Some(core) = free {
            *core = end;
        }
        if self.gils.len() <= process {
            self.gils.resize(process + 1, 0);
            self.pinned.resize(process + 1, None);
        }
        if self.model.gil {
            self.gils[process] = end;
        }
        if !self.is_parallel() {
            // Where only one can run, nothing happens before it has.
            self.now = end;
        }
    }

    /// Puts a fiber that could go on behind all others that wait for the GIL.
    pub fn send_to_back(&mut self, fiber: FiberId) {
        if let Some(place) = self.ready.iter().position(|(candidate, _)| *candidate == fiber) {
            let entry = self.ready.remove(place);
            self.ready.push(entry);
        }
    }

    /// Ends the run, in the middle of a turn if need be.
    pub fn finish(&mut self, end: End) -> Ran {
        self.break_off();
        let builder = std::mem::take(&mut self.builder);
        let schedule = Schedule {
            untimed: self.untimed,
            ..builder.schedule().clone()
        };
        let latest = builder.latest_end();
        Ran {
            trace: builder.finish(&self.world, end, latest),
            schedule,
        }
    }

    /// Ends the run where it is; it was stopped, unless nobody could have gone on.
    pub fn stop(&mut self) -> Ran {
        self.break_off();
        let end = if self.is_stuck() {
            self.world.end()
        } else {
            End::Stopped
        };
        self.finish(end)
    }
}
