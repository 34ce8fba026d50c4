//! What the threads of a live run share, and touch only briefly: the world between the parts of their turns.

use std::collections::BTreeSet;

use machine::World;
use trace::{End, FiberId, LimitKind, Limits, LockId, Nanos, ProcessId, Trace, WaitOn};

use crate::pool::WorkerId;
use crate::recorder::Recorder;

/// The world and what is known of the run.
#[derive(Debug)]
pub(crate) struct Inside {
    pub world: World,
    pub recorder: Recorder,
    /// Fibers that have a worker.
    pub started: usize,
    /// Threads that have not left.
    pub alive: u32,
    /// Threads that wait for others, in the order in which they began to.
    pub blocked: Vec<FiberId>,
    /// By process: how many threads of others wait for it to be here.
    wanted: Vec<u32>,
    /// How many threads wait for all to be here.
    wanting_all: u32,
    /// Bytes printed.
    pub written: u64,
    /// Which workers executed Python.
    pub workers: BTreeSet<WorkerId>,
    /// How the run ended, if a limit ended it.
    pub end: Option<End>,
}

impl Inside {
    pub fn new(world: World) -> Self {
        Self {
            world,
            recorder: Recorder::new(),
            started: 0,
            alive: 0,
            blocked: Vec::new(),
            wanted: Vec::new(),
            wanting_all: 0,
            written: 0,
            workers: BTreeSet::new(),
            end: None,
        }
    }

    /// Whether somebody waits for a process to be here.
    pub fn is_wanted(&self, process: ProcessId) -> bool {
        self.wanting_all > 0 || self.wanted.get(process.index()).is_some_and(|count| *count > 0)
    }

    /// Somebody begins to wait for a process to be here, or has stopped to.
    pub fn want(&mut self, process: ProcessId, begins: bool) {
        if self.wanted.len() <= process.index() {
            self.wanted.resize(process.index() + 1, 0);
        }
        count(&mut self.wanted[process.index()], begins);
    }

    /// The same for all processes, those that are born meanwhile too.
    pub fn want_all(&mut self, begins: bool) {
        count(&mut self.wanting_all, begins);
    }

    /// How much has numbers that everybody shares: if more does, others can notice.
    pub fn numbered(&self) -> usize {
        self.world.fibers() + self.world.locks() + self.world.resources()
    }

    /// Threads that wait no longer, but for those of processes that are away: they look when theirs is back. Of those that
    /// wait for one lock only the first is told that it was released, and even if it is taken again by now: whether the
    /// thread or another gets it is decided when it has the GIL.
    pub fn take_woken(&mut self, process: ProcessId, released: &BTreeSet<LockId>) -> Vec<FiberId> {
        let Self { world, blocked, .. } = self;
        let mut told = BTreeSet::new();
        let mut woken = Vec::new();
        blocked.retain(|fiber| {
            let its = world.process_of(*fiber);
            if !world.is_here(its) {
                return true;
            }
            let lock = match world.waits_on(*fiber) {
                Some(WaitOn::Lock(_) | WaitOn::Resource(_)) => world.awaited_lock(*fiber),
                _ => None,
            };
            let wakes = match lock {
                Some(lock) => {
                    let is_released = its == process && released.contains(&lock);
                    (is_released || world.is_ready(*fiber)) && told.insert((its, lock))
                }
                _ => world.is_ready(*fiber) || world.is_finished(*fiber),
            };
            if wakes {
                woken.push(*fiber);
            }
            !wakes
        });
        woken
    }

    /// Whether no process is away.
    pub fn are_all_here(&self) -> bool {
        let mut all = (0..self.world.processes() as u32).map(ProcessId);
        all.all(|process| self.world.is_here(process))
    }

    /// What happened so far, while all processes are here.
    pub fn so_far(&self, now: Nanos) -> Trace {
        let builder = self.recorder.so_far(now);
        let at = now.max(builder.latest_end());
        builder.finish(&self.world, End::Stopped, at)
    }

    /// Whether a thread's process has ended.
    pub fn has_gone(&self, fiber: FiberId) -> bool {
        self.world.has_ended(self.world.process_of(fiber))
    }

    /// Whether every thread waits for another, for ever.
    pub fn is_stuck(&self) -> bool {
        let is_for_ever = |fiber: &FiberId| self.world.timeout(*fiber).is_none();
        self.alive > 0 && self.blocked.len() == self.alive as usize && self.blocked.iter().all(is_for_ever)
    }

    /// The bound that was reached, if one was.
    pub fn exceeded(&self, limits: &Limits) -> Option<LimitKind> {
        if self.written > limits.output {
            return Some(LimitKind::Output);
        }
        (self.recorder.entries() >= limits.trace).then_some(LimitKind::Trace)
    }

    pub fn limit(&mut self, kind: LimitKind, fiber: FiberId) {
        let end = self.world.limit(kind, fiber);
        self.end.get_or_insert(end);
    }
}

/// One more begins, or one stops.
fn count(waiting: &mut u32, begins: bool) {
    *waiting = if begins { *waiting + 1 } else { *waiting - 1 };
}
