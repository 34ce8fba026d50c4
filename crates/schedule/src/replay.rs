//! Repeating a run: its turns come from a schedule instead of a policy.

use std::sync::Arc;

use machine::{Program, World};
use trace::{End, LimitKind, Model, Schedule, Step};

use crate::simulation::new_world;
use crate::stage::{Ran, Stage};

/// A schedule being repeated in virtual time.
#[derive(Clone, Debug)]
pub struct Replay {
    stage: Stage,
    schedule: Schedule,
    /// Turns begun.
    turn: usize,
    /// Instructions of the last of them that are still to be executed, or are under way.
    left: u64,
}

impl Replay {
    /// A repetition that is about to begin.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn new(program: Arc<Program>, model: &Model, schedule: Schedule) -> Result<Self, LimitKind> {
        Ok(Self {
            stage: Stage::new(new_world(program, model)?, model.clone(), schedule.untimed),
            schedule,
            turn: 0,
            left: 0,
        })
    }

    /// Goes on for about `steps` instructions; how the run ended, if it did. However it is cut in pieces, the run is the same.
    pub fn advance(&mut self, steps: u64) -> Option<Ran> {
        let until = self.steps().saturating_add(steps);
        while self.steps() < until {
            if !self.stage.is_under_way() {
                while self.left == 0 {
                    let Some(run) = self.schedule.runs.get(self.turn) else {
                        let end = self.end();
                        return Some(self.stage.finish(end));
                    };
                    self.left = run.steps;
                    self.turn += 1;
                }
                let fiber = self.schedule.runs[self.turn - 1].fiber;
                self.stage.hurry(fiber);
                if self.stage.begin_again(fiber, self.left).is_err() {
                    return Some(self.diverged());
                }
            }
            match self.stage.go_on(until - self.steps())? {
                Ok(went) if went.steps == 0 => return Some(self.diverged()),
                Ok(went) => self.left -= went.steps.min(self.left),
                Err(end) => return Some(self.stage.finish(end)),
            }
        }
        None
    }

    /// How the run ended, whose schedule ends here.
    fn end(&mut self) -> End {
        if self.stage.is_stuck() {
            return self.stage.world.end();
        }
        match self.schedule.runs.last() {
            // Nobody stops search in the middle of a schedule: it gave up a thread that went on and on unseen.
            Some(last) if self.schedule.untimed => {
                self.stage.world.limit(LimitKind::Instructions, last.fiber)
            }
            _ => End::Stopped,
        }
    }

    /// Ends the repetition where it is.
    pub fn stop(&mut self) -> Ran {
        self.stage.stop()
    }

    /// What happened so far.
    #[must_use]
    pub fn events(&self) -> &[trace::Event] {
        self.stage.events()
    }

    /// Instructions so far.
    #[must_use]
    pub fn steps(&self) -> Step {
        self.stage.steps()
    }

    /// The world as it is now.
    pub(crate) fn world(&self) -> &World {
        &self.stage.world
    }

    fn diverged(&mut self) -> Ran {
        let turn = self.turn as u64 - 1;
        self.stage.finish(End::Diverged { turn })
    }

    /// Goes on to the end.
    pub fn run(&mut self) -> Ran {
        loop {
            if let Some(ran) = self.advance(u64::MAX) {
                return ran;
            }
        }
    }
}
