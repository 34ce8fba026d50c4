//! Repeating a live run: its turns and their times come from a recording.

use std::sync::Arc;

use machine::{Budget, Outcome, Program, World};
use trace::{End, EventKind, FiberId, LimitKind, Limits, Model, Nanos, Recording, Step, TimedRun};

use crate::TraceBuilder;
use crate::simulation::new_world;
use crate::stage::{Ran, SLACK};

/// A live run being repeated with the times that were measured.
#[derive(Clone, Debug)]
pub struct ReplayLive {
    world: World,
    recording: Recording,
    builder: TraceBuilder,
    /// The turn under way, how many of its instructions were executed, and what happened in them.
    turn: usize,
    done: u64,
    told: Vec<(u64, EventKind)>,
    /// Clock readings so far.
    clock: usize,
    limits: Limits,
}

impl ReplayLive {
    /// A repetition that is about to begin.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn new(program: Arc<Program>, model: &Model, recording: Recording) -> Result<Self, LimitKind> {
        let mut world = new_world(program, model)?;
        // So that no part has more instructions than it is to have.
        world.begin_turns_with_calls();
        Ok(Self {
            world,
            recording,
            builder: TraceBuilder::new(),
            turn: 0,
            done: 0,
            told: Vec::new(),
            clock: 0,
            limits: model.limits.clone(),
        })
    }

    /// Goes on for about `steps` instructions; how the run ended, if it did. However it is cut in pieces, the run is the same.
    pub fn advance(&mut self, steps: u64) -> Option<Ran> {
        let until = self.steps().saturating_add(steps);
        while self.steps() < until {
            let Some(run) = self.recording.runs.get(self.turn).copied() else {
                return Some(self.finish(None));
            };
            let most = (run.steps - self.done).min(until - self.steps());
            let went = self.repeat(run.fiber, most);
            if matches!(went, Err(End::Diverged { .. })) {
                return went.err().map(|end| self.finish(Some(end)));
            }
            if went.is_err() || self.done >= run.steps {
                self.turned(run);
            }
            if let Err(end) = went {
                return Some(self.finish(Some(end)));
            }
        }
        None
    }

    /// Ends the repetition where it is.
    pub fn stop(&mut self) -> Ran {
        if self.done > 0 {
            self.turned(self.recording.runs[self.turn]);
        }
        self.finish(Some(End::Stopped))
    }

    /// What happened so far.
    #[must_use]
    pub fn events(&self) -> &[trace::Event] {
        self.builder.events()
    }

    /// Instructions so far.
    #[must_use]
    pub fn steps(&self) -> Step {
        self.builder.steps() + self.done
    }

    /// Executes up to `most` instructions of the turn under way, at least one if it is to have any.
    fn repeat(&mut self, fiber: FiberId, most: u64) -> Result<(), End> {
        let diverged = Err(End::Diverged {
            turn: self.turn as u64,
        });
        if most == 0 {
            return Ok(());
        }
        let could = |world: &World| world.is_ready(fiber) || world.timeout(fiber).is_some();
        if fiber.index() >= self.world.fibers() || !could(&self.world) {
            return diverged;
        }
        let turn = self.world.run_part(fiber, &mut Budget::exactly(most), most);
        let told = self.world.take_events().into_iter();
        self.told.extend(told.map(|(at, kind)| (at + self.done, kind)));
        self.done += turn.steps;
        match turn.outcome {
            Outcome::Clock(_) => {
                let Some(answer) = self.recording.clock.get(self.clock).copied() else {
                    return diverged;
                };
                self.clock += 1;
                self.world.answer_clock(fiber, answer);
            }
            Outcome::Limit(kind) => return Err(self.world.limit(kind, fiber)),
            _ if turn.steps == 0 => return diverged,
            _ => {}
        }
        match self.exceeded() {
            Some(kind) => Err(self.world.limit(kind, fiber)),
            None => Ok(()),
        }
    }

    /// A bound that has been reached. The run that is repeated looked at them at the end of a turn, if not before, and one that
    /// was made up may not go much further than that.
    fn exceeded(&self) -> Option<LimitKind> {
        let is_whole = self
            .recording
            .runs
            .get(self.turn)
            .is_some_and(|run| run.steps <= self.done);
        let (room, slack) = if is_whole {
            (0, 0)
        } else {
            (self.limits.memory, SLACK)
        };
        if self.world.kernel.written() as u64 > self.limits.output.saturating_add(room) {
            return Some(LimitKind::Output);
        }
        let entries = self.builder.entries() + (self.told.len() + self.clock) as u64;
        (entries >= self.limits.trace.saturating_add(slack)).then_some(LimitKind::Trace)
    }

    /// Writes down what was executed of a turn.
    fn turned(&mut self, run: TimedRun) {
        let steps = std::mem::take(&mut self.done);
        let events = std::mem::take(&mut self.told);
        self.builder.turn(TimedRun { steps, ..run }, events);
        self.turn += 1;
    }

    /// The world as it is now.
    pub(crate) fn world(&self) -> &World {
        &self.world
    }

    fn finish(&mut self, end: Option<End>) -> Ran {
        let at: Nanos = self.recording.end;
        let builder = std::mem::take(&mut self.builder);
        let end = end.unwrap_or_else(|| self.world.end());
        let schedule = builder.schedule().clone();
        Ran {
            trace: builder.finish(&self.world, end, at),
            schedule,
        }
    }
}
