//! What the GIL of a live run protects: the process, and what its driver writes down of it.

use std::collections::BTreeSet;

use machine::World;
use schedule::TraceBuilder;
use trace::{End, EventKind, FiberId, LimitKind, Limits, LockId, Nanos, TimedRun, WaitOn};

use crate::clock::TICK;
use crate::pool::WorkerId;

/// What the GIL protects.
#[derive(Debug)]
pub(crate) struct Inside {
    pub world: World,
    pub builder: TraceBuilder,
    /// What clocks answered.
    pub answers: Vec<Nanos>,
    /// Threads that wait for others, in the order in which they began to.
    pub blocked: Vec<FiberId>,
    /// The last turn's fiber and end.
    pub last: Option<(FiberId, Nanos)>,
    /// Bytes printed.
    pub written: u64,
    /// Which workers executed Python.
    pub workers: BTreeSet<WorkerId>,
    /// How the run ended, if a limit ended it.
    pub end: Option<End>,
}

/// A turn while it is taken.
pub(crate) struct Turn {
    pub fiber: FiberId,
    pub ready: Nanos,
    pub start: Nanos,
    pub steps: u64,
    pub events: Vec<(u64, EventKind)>,
}

impl Inside {
    /// When a turn that begins now is said to begin. Turns do not overlap, and one thread's two turns do not touch: that
    /// would make them one.
    pub fn start(&self, fiber: FiberId, now: Nanos) -> Nanos {
        match self.last {
            Some((last, end)) if last == fiber => now.max(end + TICK),
            Some((_, end)) => now.max(end),
            None => now,
        }
    }

    pub fn record(&mut self, turn: Turn, now: Nanos) {
        let Turn {
            fiber,
            ready,
            start,
            steps,
            events,
        } = turn;
        let end = now.max(start);
        self.builder.turn(
            TimedRun {
                fiber,
                steps,
                ready,
                start,
                end,
            },
            events,
        );
        self.last = Some((fiber, end));
    }

    /// Threads that wait no longer. Of those that wait for one lock only the first is told that it was released, and even
    /// if it is taken again by now: whether the thread or another gets it is decided when it has the GIL.
    pub fn take_woken(&mut self, released: &BTreeSet<LockId>) -> Vec<FiberId> {
        let Self { world, blocked, .. } = self;
        let mut told = BTreeSet::new();
        let mut woken = Vec::new();
        blocked.retain(|fiber| {
            let lock = match world.waits_on(*fiber) {
                Some(WaitOn::Lock(_) | WaitOn::Resource(_)) => world.awaited_lock(*fiber),
                _ => None,
            };
            let wakes = match lock {
                Some(lock) => (released.contains(&lock) || world.is_ready(*fiber)) && told.insert(lock),
                _ => world.is_ready(*fiber) || world.is_finished(*fiber),
            };
            if wakes {
                woken.push(*fiber);
            }
            !wakes
        });
        woken
    }

    /// The bound that was reached with a turn, if one was.
    pub fn exceeded(&self, turn: &Turn, limits: &Limits) -> Option<LimitKind> {
        if self.written > limits.output {
            return Some(LimitKind::Output);
        }
        let entries = self.builder.entries() + (turn.events.len() + self.answers.len()) as u64;
        (entries >= limits.trace).then_some(LimitKind::Trace)
    }

    pub fn limit(&mut self, kind: LimitKind, fiber: FiberId) {
        let end = self.world.limit(kind, fiber);
        self.end.get_or_insert(end);
    }
}
