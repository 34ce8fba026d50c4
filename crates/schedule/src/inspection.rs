//! What a run looked like at one of its instructions.

use std::sync::Arc;

use machine::{Program, World};
use trace::{FiberId, LimitKind, Model, Nanos, Recording, Run, Schedule, StateView, Step, TimedRun};

use crate::{Replay, ReplayLive};

/// How many instructions on either side are looked at for the begin of a line: few lines have as many.
const LOOK: u64 = 2_000;

/// The state of a run behind one of its instructions, on the way there: the run is repeated up to it, and a little further to
/// see where the next line begins.
#[derive(Clone, Debug)]
pub struct Inspection {
    replay: Kind,
    step: Step,
    /// The schedule up to where lines are looked for.
    runs: Vec<Run>,
    /// The run that the next instruction belongs to, and how many of its instructions were executed.
    at: (usize, u64),
    /// Where the next instruction stands.
    place: Option<Line>,
    /// The last begin of a line before `step`.
    line_before: Option<Step>,
    view: Option<StateView>,
}

/// A line that is executed: whose, in the how many-th call, which.
type Line = (FiberId, Option<(usize, u32)>);

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
        let mut left = step.saturating_add(LOOK);
        let runs = schedule.runs.iter().map_while(|run| {
            let steps = run.steps.min(left);
            left -= steps;
            (steps > 0).then_some(Run {
                fiber: run.fiber,
                steps,
            })
        });
        let runs: Vec<Run> = runs.collect();
        let replay = match clock {
            None => {
                let beginning = Schedule {
                    runs: runs.clone(),
                    untimed: schedule.untimed,
                };
                Kind::Model(Box::new(Replay::new(program, model, beginning)?))
            }
            Some(clock) => {
                let untimed = |run: &Run| TimedRun {
                    fiber: run.fiber,
                    steps: run.steps,
                    ready: 0,
                    start: 0,
                    end: 0,
                };
                let beginning = Recording {
                    runs: runs.iter().map(untimed).collect(),
                    clock: clock.to_vec(),
                    end: 0,
                };
                Kind::Live(Box::new(ReplayLive::new(program, model, beginning)?))
            }
        };
        Ok(Self {
            replay,
            step,
            runs,
            at: (0, 0),
            place: None,
            line_before: None,
            view: None,
        })
    }

    /// Goes on for about `steps` instructions; the state, once it is reached.
    pub fn advance(&mut self, steps: u64) -> Option<StateView> {
        let until = self.replay.steps().saturating_add(steps);
        while self.replay.steps() < until {
            let at = self.replay.steps();
            let is_over = if at.saturating_add(LOOK) < self.step {
                let most = (self.step - LOOK).min(until) - at;
                self.go_on(most)
            } else {
                self.look(at);
                self.view.as_ref().is_some_and(|view| view.lines.1.is_some()) || self.go_on(1)
            };
            if is_over {
                // The run may be shorter than the step that was asked for.
                return Some(self.view.take().unwrap_or_else(|| self.state()));
            }
        }
        None
    }

    /// Looks at the line that the next instruction belongs to.
    fn look(&mut self, at: Step) {
        let fiber = self.runs.get(self.at.0).map(|run| run.fiber);
        let place = fiber.map(|fiber| (fiber, self.replay.world().line(fiber)));
        let begins = self.place.is_some() && place != self.place;
        self.place = place;
        if begins && at < self.step {
            self.line_before = Some(at);
        }
        match &mut self.view {
            Some(view) if begins => view.lines.1 = Some(at),
            Some(_) => {}
            None if at == self.step => self.view = Some(self.state()),
            None => {}
        }
    }

    /// Executes instructions; whether the run is over.
    fn go_on(&mut self, steps: u64) -> bool {
        let before = self.replay.steps();
        if self.replay.advance(steps) {
            return true;
        }
        let mut left = self.replay.steps() - before;
        while let Some(run) = self.runs.get(self.at.0) {
            let own = left.min(run.steps - self.at.1);
            left -= own;
            self.at.1 += own;
            if self.at.1 < run.steps {
                break;
            }
            self.at = (self.at.0 + 1, 0);
        }
        false
    }

    fn state(&self) -> StateView {
        let mut view = self.replay.world().view(self.step);
        let begin = (self.step > 0 && self.step <= LOOK).then_some(0);
        view.lines.0 = self.line_before.or(begin);
        view
    }
}

impl Kind {
    /// Whether the run is over then.
    fn advance(&mut self, steps: u64) -> bool {
        match self {
            Self::Model(replay) => replay.advance(steps).is_some(),
            Self::Live(replay) => replay.advance(steps).is_some(),
        }
    }

    fn steps(&self) -> Step {
        match self {
            Self::Model(replay) => replay.steps(),
            Self::Live(replay) => replay.steps(),
        }
    }

    fn world(&self) -> &World {
        match self {
            Self::Model(replay) => replay.world(),
            Self::Live(replay) => replay.world(),
        }
    }
}
