//! A modelled run, a slice at a time.

use std::sync::Arc;

use machine::{Program, World};
use trace::{End, LimitKind, Model, Step};

use crate::policy::Chooser;
use crate::stage::{Ran, Stage};

/// A modelled run.
#[derive(Clone, Debug)]
pub struct Simulation {
    stage: Stage,
    chooser: Chooser,
    model: Model,
}

impl Simulation {
    /// A run that is about to begin.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn new(program: Arc<Program>, model: &Model) -> Result<Self, LimitKind> {
        let stage = Stage::new(new_world(program, model)?, model.clone());
        Ok(Self {
            stage,
            chooser: Chooser::new(model),
            model: model.clone(),
        })
    }

    /// Goes on for about `steps` instructions; how the run ended, if it did. However it is cut in pieces, the run is the same.
    pub fn advance(&mut self, steps: u64) -> Option<Ran> {
        let until = self.stage.builder().steps().saturating_add(steps);
        while self.stage.builder().steps() < until {
            if let Some(end) = self.stage.wait_for_somebody() {
                return Some(self.stage.finish(end));
            }
            let most = until - self.stage.builder().steps();
            if let Err(end) = self.chooser.turn(&mut self.stage, &self.model, most) {
                return Some(self.stage.finish(end));
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
        self.stage.finish(End::Stopped)
    }

    /// Instructions so far.
    #[must_use]
    pub fn steps(&self) -> Step {
        self.stage.builder().steps()
    }

    /// What happened so far.
    #[must_use]
    pub fn events(&self) -> &[trace::Event] {
        self.stage.builder().events()
    }
}

/// The world of a run that is about to begin.
///
/// # Errors
/// When the program's constants do not even fit into the memory that it may use.
pub(crate) fn new_world(program: Arc<Program>, model: &Model) -> Result<World, LimitKind> {
    World::new(program, &model.limits, model.unbuffered)
}
