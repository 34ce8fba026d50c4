//! Policies: who runs next, and for how long.

mod chance;
mod gil;
mod pct;
mod queue;

use machine::Budget;
use trace::{FiberId, Model, Nanos, Policy, SwitchPoints};

use crate::stage::{Stage, Went};
use chance::Chance;
use gil::Gils;
use pct::Pct;
use queue::{Batch, Queue};

/// Who runs next, and for how long: one decision for each turn.
#[derive(Clone, Debug)]
pub(crate) struct Chooser {
    /// Whether a switch may happen only where CPython 3.11 has one.
    to_switch_point: bool,
    rules: Rules,
    policy: Chosen,
    /// The timer of the kernel whose turn it is.
    alarm: Option<FiberId>,
}

#[derive(Clone, Debug)]
enum Chosen {
    CPython(Gils),
    Random(Chance),
    Batch(Batch),
    Queue(Queue),
    Pct(Pct),
}

/// What all policies keep to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    /// How long a processor is given to a process that others wait for.
    pub interval: Nanos,
    /// Instructions of a turn at most.
    pub most: u64,
}

/// Instructions of a turn without a GIL, where others run at the same time and see what it does.
const FREE_THREADED: u64 = 20;

impl Chooser {
    /// `steps` is how many instructions the program executes, about, for policies that want to know.
    pub fn new(model: &Model, steps: u64) -> Self {
        let policy = match model.policy {
            Policy::CPython => Chosen::CPython(Gils::default()),
            Policy::Random => Chosen::Random(Chance::new(model.seed)),
            Policy::RunToCompletion => Chosen::Batch(Batch::default()),
            Policy::SwitchOnBlock => Chosen::Queue(Queue::new(None)),
            Policy::RoundRobin => Chosen::Queue(Queue::new(Some(Nanos::from(model.quantum_us) * 1_000))),
            Policy::Pct => Chosen::Pct(Pct::new(model.seed, model.depth, steps)),
        };
        Self {
            to_switch_point: model.switch_points == SwitchPoints::CPython,
            rules: Rules {
                interval: Nanos::from(model.switch_interval_us) * 1_000,
                most: if model.gil { u64::MAX } else { FREE_THREADED },
            },
            policy,
            alarm: None,
        }
    }

    /// Whose turn is next, and how far it goes; somebody must be able to take one.
    pub fn decide(&mut self, stage: &mut Stage) -> (FiberId, Budget) {
        let mut rules = self.rules;
        if stage.is_parallel() {
            // What other processes do meanwhile is seen then.
            let interval = stage.steps_until(stage.now.saturating_add(rules.interval));
            rules.most = rules.most.min(interval);
        }
        if let Chosen::Batch(batch) = &self.policy {
            batch.waste_time(stage);
        }
        // Timers of the kernel are nobody's to decide on.
        self.alarm = stage.due_alarm();
        if let Some(at) = stage.next_alarm() {
            rules.most = rules.most.min(stage.steps_until(at));
        }
        let (fiber, steps) = match (self.alarm, &mut self.policy) {
            (Some(alarm), _) => (alarm, rules.most),
            (None, Chosen::CPython(gils)) => gils.decide(stage, rules),
            (None, Chosen::Random(chance)) => chance.decide(stage, rules),
            (None, Chosen::Batch(batch)) => batch.decide(stage, rules),
            (None, Chosen::Queue(queue)) => queue.decide(stage, rules),
            (None, Chosen::Pct(pct)) => pct.decide(stage, rules),
        };
        let budget = if self.to_switch_point {
            Budget::to_switch_point(steps)
        } else {
            Budget::whole(steps)
        };
        (fiber, budget)
    }

    /// The turn that was decided on last is over.
    pub fn turned(&mut self, stage: &mut Stage, went: Went) {
        if self.alarm == Some(went.fiber) {
            return;
        }
        match &mut self.policy {
            Chosen::CPython(gils) => gils.turned(stage, went),
            Chosen::Random(chance) => chance.turned(stage, went),
            Chosen::Batch(_) => {}
            Chosen::Queue(queue) => queue.turned(stage, went),
            Chosen::Pct(pct) => pct.turned(stage, went),
        }
    }
}
