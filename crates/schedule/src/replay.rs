//! Repeating a run: its turns come from a schedule instead of a policy.

use std::sync::Arc;

use machine::{Program, World};
use trace::{End, LimitKind, Limits, Model, Schedule, Step};

use crate::simulation::new_world;
use crate::stage::{Ran, Stage};

/// A schedule being repeated in virtual time.
#[derive(Clone, Debug)]
pub struct Replay {
    stage: Stage,
    schedule: Schedule,
    /// Turns begun.
    turn: usize,
    /// Instructions of the last of them that are still to be executed.
    left: u64,
    /// The bounds of the run that is repeated; the stage has wider ones.
    limits: Limits,
}

/// How far a turn may go past a bound that ends the run: it went on to a switch point, and only the schedule knows where
/// that was.
const TO_SWITCH_POINT: u64 = 1 << 16;

impl Replay {
    /// A repetition that is about to begin.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn new(program: Arc<Program>, model: &Model, schedule: Schedule) -> Result<Self, LimitKind> {
        let limits = model.limits.clone();
        let wider = Limits {
            instructions: limits.instructions.saturating_add(TO_SWITCH_POINT),
            trace: limits.trace.saturating_add(TO_SWITCH_POINT),
            ..limits.clone()
        };
        let model = Model {
            limits: wider,
            ..model.clone()
        };
        let mut stage = Stage::new(new_world(program, &model)?, model);
        stage.untimed = schedule.untimed;
        Ok(Self {
            stage,
            schedule,
            turn: 0,
            left: 0,
            limits,
        })
    }

    /// Goes on for about `steps` instructions; how the run ended, if it did. However it is cut in pieces, the run is the same.
    pub fn advance(&mut self, steps: u64) -> Option<Ran> {
        let until = self.steps().saturating_add(steps);
        while self.steps() < until {
            if self.left == 0 {
                let Some(run) = self.schedule.runs.get(self.turn) else {
                    let end = self.end();
                    return Some(self.stage.finish(end));
                };
                self.left = run.steps;
                self.turn += 1;
                continue;
            }
            let fiber = self.schedule.runs[self.turn - 1].fiber;
            let before = self.steps();
            self.stage.wake_due();
            self.stage.hurry(fiber);
            let went = self.stage.turn(fiber, self.left.min(until - before), false);
            let done = self.steps() - before;
            self.left = self.left.saturating_sub(done);
            match went {
                Err(End::Diverged { .. }) => return Some(self.diverged()),
                Err(end) => return Some(self.stage.finish(end)),
                Ok(_) if done == 0 => return Some(self.diverged()),
                Ok(_) => {}
            }
            if self.left == 0
                && let Err(end) = self.stage.within(&self.limits, fiber)
            {
                return Some(self.stage.finish(end));
            }
        }
        None
    }

    /// How the run ended, whose schedule ends here.
    fn end(&mut self) -> End {
        // A deadlock or the end is for the stage to see.
        if self.stage.is_stuck()
            && let Some(end) = self.stage.wait_for_somebody()
        {
            return end;
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
        self.stage.finish(End::Stopped)
    }

    /// What happened so far.
    #[must_use]
    pub fn events(&self) -> &[trace::Event] {
        self.stage.builder().events()
    }

    /// Instructions so far.
    #[must_use]
    pub fn steps(&self) -> Step {
        self.stage.builder().steps()
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
