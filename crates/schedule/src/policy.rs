//! Policies: who runs next, and for how long.

mod gil;
mod pct;
mod queue;

use trace::{End, FiberId, Model, Nanos, Policy, SwitchPoints};

use crate::random::Random;
use crate::stage::Stage;
use gil::Gils;
use pct::Pct;
use queue::{Batch, Queue};

/// Who runs next, and for how long.
#[derive(Clone, Debug)]
pub(crate) enum Chooser {
    CPython(Gils),
    Random(Random),
    Batch(Batch),
    Queue(Queue),
    Pct(Pct),
}

/// How a chooser lets somebody run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    /// Whether a switch may happen only where CPython 3.11 has one.
    pub to_switch_point: bool,
    /// How long a waiter waits before it asks for the GIL, and how long a processor is given to a process that others wait for.
    pub interval: Nanos,
    /// Instructions of a turn at most.
    pub most: u64,
}

/// Instructions of a turn without a GIL, where others run at the same time and see what it does.
const FREE_THREADED: u64 = 20;

impl Chooser {
    /// `steps` is how many instructions the program executes, about, for policies that want to know.
    pub fn new(model: &Model, steps: u64) -> Self {
        match model.policy {
            Policy::CPython => Self::CPython(Gils::default()),
            Policy::Random => Self::Random(Random::new(model.seed)),
            Policy::RunToCompletion => Self::Batch(Batch::default()),
            Policy::SwitchOnBlock => Self::Queue(Queue::new(None)),
            Policy::RoundRobin => Self::Queue(Queue::new(Some(Nanos::from(model.quantum_us) * 1_000))),
            Policy::Pct => Self::Pct(Pct::new(model.seed, model.depth, steps)),
        }
    }

    /// Lets somebody take a turn of about `most` instructions at most; somebody must be able to. How large `most` is does not
    /// change the run: a turn that it cuts is gone on with.
    pub fn turn(&mut self, stage: &mut Stage, model: &Model, most: u64) -> Result<(), End> {
        let interval = Nanos::from(model.switch_interval_us) * 1_000;
        let mut rules = Rules {
            to_switch_point: model.switch_points == SwitchPoints::CPython,
            interval,
            most,
        };
        if !model.gil {
            rules.most = most.min(FREE_THREADED);
        } else if stage.is_parallel() {
            // What other processes do meanwhile is seen then.
            rules.most = most.min(stage.steps_until(stage.now.saturating_add(interval)));
        }
        if let Some(alarm) = stage.due_alarm() {
            return stage.turn(alarm, rules.most, rules.to_switch_point).map(|_| ());
        }
        if let Some(at) = stage.next_alarm() {
            rules.most = rules.most.min(stage.steps_until(at));
        }
        match self {
            Self::CPython(gils) => gils.turn(stage, rules),
            Self::Batch(batch) => batch.turn(stage, rules),
            Self::Queue(queue) => queue.turn(stage, rules),
            Self::Pct(pct) => pct.turn(stage, rules),
            Self::Random(random) => by_chance(random, stage, rules),
        }
    }
}

/// Each candidate is equally likely, and a fair coin says at each switch point whether it stays.
fn by_chance(random: &mut Random, stage: &mut Stage, rules: Rules) -> Result<(), End> {
    if stage.is_alone() {
        // There is nothing to decide, so nothing is drawn.
        let (fiber, _) = stage.ready[0];
        return stage.turn(fiber, rules.most, rules.to_switch_point).map(|_| ());
    }
    let candidates = stage.candidates();
    let fiber = candidates[random.below(candidates.len())];
    // As many switch points as a fair coin says to stay.
    for _ in 0..=random.heads() {
        // Where others run at the same time, their turns come first that begin before this one goes on.
        if !stage.turn(fiber, 1, rules.to_switch_point)? || stage.is_parallel() {
            break;
        }
    }
    Ok(())
}

/// The candidate that has waited longest.
fn longest_waiting(stage: &Stage, candidates: &[FiberId]) -> FiberId {
    let found = candidates.iter().min_by_key(|fiber| stage.ready_since(**fiber));
    found.copied().unwrap_or(FiberId::MAIN)
}
