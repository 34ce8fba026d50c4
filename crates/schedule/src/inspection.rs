//! What a run looked like at one of its instructions.

use std::sync::Arc;

use machine::Program;
use trace::{LimitKind, Model, Nanos, Recording, Run, Schedule, StateView, Step, TimedRun};

use crate::{Replay, ReplayLive};

/// The state of a run behind one of its instructions, on the way there: the run is repeated up to it.
#[derive(Clone, Debug)]
pub struct Inspection {
    replay: Kind,
    step: Step,
}

#[derive(Clone, Debug)]
enum Kind {
    Model(Box<Replay>),
    Live(Box<ReplayLive>),
}

impl Inspection {
    /// Is about to repeat the first `step` instructions of a schedule; `clock` is what a live run read from clocks.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn new(
        program: Arc<Program>,
        model: &Model,
        schedule: &Schedule,
        clock: Option<&[Nanos]>,
        step: Step,
    ) -> Result<Self, LimitKind> {
        let mut left = step;
        let runs = schedule.runs.iter().map_while(|run| {
            let steps = run.steps.min(left);
            left -= steps;
            (steps > 0).then_some(Run {
                fiber: run.fiber,
                steps,
            })
        });
        let replay = match clock {
            None => {
                let beginning = Schedule {
                    runs: runs.collect(),
                    untimed: schedule.untimed,
                };
                Kind::Model(Box::new(Replay::new(program, model, beginning)?))
            }
            Some(clock) => {
                let untimed = |run: Run| TimedRun {
                    fiber: run.fiber,
                    steps: run.steps,
                    ready: 0,
                    start: 0,
                    end: 0,
                };
                let beginning = Recording {
                    runs: runs.map(untimed).collect(),
                    clock: clock.to_vec(),
                    end: 0,
                };
                Kind::Live(Box::new(ReplayLive::new(program, model, beginning)?))
            }
        };
        Ok(Self { replay, step })
    }

    /// Goes on for about `steps` instructions; the state, once it is reached.
    pub fn advance(&mut self, steps: u64) -> Option<StateView> {
        let world = match &mut self.replay {
            Kind::Model(replay) => {
                replay.advance(steps)?;
                replay.world()
            }
            Kind::Live(replay) => {
                replay.advance(steps)?;
                replay.world()
            }
        };
        Some(world.view(self.step))
    }
}
