//! A modelled run, a slice at a time.

use std::sync::Arc;

use machine::{Program, World};
use trace::{LimitKind, Limits, Model, Policy, Step};

use crate::policy::Chooser;
use crate::stage::{Ran, Stage};

/// How far a program is followed to find out how many instructions it executes.
const LONGEST_ESTIMATE: u64 = 1 << 20;

/// A modelled run.
#[derive(Clone, Debug)]
pub struct Simulation {
    stage: Stage,
    chooser: Chooser,
    model: Model,
    /// A run by CPython's rules that comes before, to count instructions.
    estimate: Option<Box<Self>>,
}

impl Simulation {
    /// A run that is about to begin.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn new(program: Arc<Program>, model: &Model) -> Result<Self, LimitKind> {
        let estimate = match model.policy {
            Policy::Pct if model.depth > 1 => {
                let limits = Limits {
                    instructions: model.limits.instructions.min(LONGEST_ESTIMATE),
                    ..model.limits.clone()
                };
                let counting = Model {
                    policy: Policy::CPython,
                    limits,
                    ..model.clone()
                };
                Some(Box::new(Self::new(Arc::clone(&program), &counting)?))
            }
            _ => None,
        };
        Ok(Self {
            stage: Stage::new(new_world(program, model)?, model.clone(), false),
            chooser: Chooser::new(model, 0),
            model: model.clone(),
            estimate,
        })
    }

    /// Goes on for about `steps` instructions; how the run ended, if it did. However it is cut in pieces, the run is the same.
    pub fn advance(&mut self, steps: u64) -> Option<Ran> {
        if let Some(estimate) = &mut self.estimate {
            let counted = estimate.advance(steps)?.trace.steps();
            self.chooser = Chooser::new(&self.model, counted);
            self.estimate = None;
            return None;
        }
        let until = self.steps().saturating_add(steps);
        while self.steps() < until {
            if !self.stage.is_under_way() {
                if let Some(end) = self.stage.wait_for_somebody() {
                    return Some(self.stage.finish(end));
                }
                let (fiber, budget) = self.chooser.decide(&mut self.stage);
                if let Err(end) = self.stage.begin(fiber, budget) {
                    return Some(self.stage.finish(end));
                }
            }
            match self.stage.go_on(until - self.steps())? {
                Ok(went) => self.chooser.turned(&mut self.stage, went),
                Err(end) => return Some(self.stage.finish(end)),
            }
        }
        None
    }

    /// Goes on to the end.
    pub fn run(&mut self) -> Ran {
        loop {
            if let Some(ran) = self.advance(u64::MAX) {
                return ran;
            }
        }
    }

    /// Ends the run where it is.
    pub fn stop(&mut self) -> Ran {
        self.stage.stop()
    }

    /// Instructions so far.
    #[must_use]
    pub fn steps(&self) -> Step {
        self.stage.steps()
    }

    /// What happened so far.
    #[must_use]
    pub fn events(&self) -> &[trace::Event] {
        self.stage.events()
    }
}

/// The world of a run that is about to begin.
///
/// # Errors
/// When the program's constants do not even fit into the memory that it may use.
pub(crate) fn new_world(program: Arc<Program>, model: &Model) -> Result<World, LimitKind> {
    World::new(program, model)
}
