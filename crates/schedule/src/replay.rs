//! Repeating a run: its turns come from a schedule instead of a policy.

use std::sync::Arc;

use machine::{Outcome, Program, World};
use trace::{End, FiberId, LimitKind, Limits, Model, Nanos, Recording, Schedule, StateView, Step, TimedRun};

use crate::TraceBuilder;
use crate::simulation::new_world;
use crate::stage::{Ran, Stage};

/// Instructions in one go: between two goes the machine may collect cycles of dead objects.
const SLICE: u64 = 10_000;

/// A schedule being repeated in virtual time.
#[derive(Clone, Debug)]
pub struct Replay {
    stage: Stage,
    schedule: Schedule,
    turn: usize,
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
            limits,
        })
    }

    /// Goes on for about `steps` instructions; how the run ended, if it did.
    pub fn advance(&mut self, steps: u64) -> Option<Ran> {
        let until = self.stage.builder().steps().saturating_add(steps);
        while self.stage.builder().steps() < until {
            let Some(run) = self.schedule.runs.get(self.turn).copied() else {
                // A deadlock or the end is for the stage to see; otherwise whoever recorded this stopped here.
                let end = if self.stage.is_stuck() {
                    self.stage.wait_for_somebody()
                } else {
                    None
                };
                return Some(self.stage.finish(end.unwrap_or(End::Stopped)));
            };
            self.turn += 1;
            let mut left = run.steps;
            while left > 0 {
                self.stage.wake_due();
                self.stage.hurry(run.fiber);
                let before = self.stage.builder().steps();
                let went = self.stage.turn(run.fiber, left, false);
                let done = self.stage.builder().steps() - before;
                left = left.saturating_sub(done);
                match went {
                    Err(End::Diverged { .. }) => return Some(self.diverged()),
                    Err(end) => return Some(self.stage.finish(end)),
                    Ok(_) if done == 0 => return Some(self.diverged()),
                    Ok(_) => {}
                }
            }
            if let Err(end) = self.stage.within(&self.limits, run.fiber) {
                return Some(self.stage.finish(end));
            }
        }
        None
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

/// A live run being repeated with the times that were measured.
#[derive(Clone, Debug)]
pub struct ReplayLive {
    world: World,
    recording: Recording,
    builder: TraceBuilder,
    turn: usize,
    clock: usize,
    /// Bytes that may be printed.
    output: u64,
}

impl ReplayLive {
    /// A repetition that is about to begin.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn new(program: Arc<Program>, model: &Model, recording: Recording) -> Result<Self, LimitKind> {
        let world = new_world(program, model)?;
        Ok(Self {
            world,
            recording,
            builder: TraceBuilder::new(),
            turn: 0,
            clock: 0,
            output: model.limits.output,
        })
    }

    /// Goes on for about `steps` instructions; how the run ended, if it did.
    pub fn advance(&mut self, steps: u64) -> Option<Ran> {
        let until = self.builder.steps().saturating_add(steps);
        while self.builder.steps() < until {
            let Some(run) = self.recording.runs.get(self.turn).copied() else {
                return Some(self.finish(None));
            };
            self.turn += 1;
            let mut events = Vec::new();
            let went = self.repeat(run, &mut events);
            if !matches!(went, Err(End::Diverged { .. })) {
                self.builder.turn(run, events);
            }
            if let Err(end) = went {
                return Some(self.finish(Some(end)));
            }
        }
        None
    }

    /// Ends the repetition where it is.
    pub fn stop(&mut self) -> Ran {
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
        self.builder.steps()
    }

    /// Executes exactly what a turn executed, and says what happened.
    fn repeat(&mut self, run: TimedRun, events: &mut Vec<(u64, trace::EventKind)>) -> Result<(), End> {
        let diverged = End::Diverged {
            turn: self.turn as u64 - 1,
        };
        let mut done = 0;
        while done < run.steps {
            if run.fiber.index() >= self.world.process.fibers() || !self.world.process.is_ready(run.fiber) {
                return Err(diverged);
            }
            let turn = self.world.run(run.fiber, (run.steps - done).min(SLICE), false);
            let told = self.world.process.take_events().into_iter();
            events.extend(told.map(|(at, kind)| (at + done, kind)));
            done += turn.steps;
            match turn.outcome {
                Outcome::Clock(_) => {
                    let Some(answer) = self.recording.clock.get(self.clock).copied() else {
                        return Err(diverged);
                    };
                    self.clock += 1;
                    self.world.process.answer_clock(run.fiber, answer);
                }
                Outcome::Limit(kind) => return Err(self.limit(kind, run.fiber)),
                _ if turn.steps == 0 => return Err(diverged),
                _ => {}
            }
        }
        if self.world.kernel.written() as u64 > self.output {
            return Err(self.limit(LimitKind::Output, run.fiber));
        }
        Ok(())
    }

    fn limit(&self, kind: LimitKind, fiber: FiberId) -> End {
        End::Limit {
            kind,
            fiber,
            place: self.world.process.place(fiber),
        }
    }

    fn finish(&mut self, end: Option<End>) -> Ran {
        let at: Nanos = self.recording.end;
        let mut builder = std::mem::take(&mut self.builder);
        let end = end.unwrap_or_else(|| self.world.process.end());
        if matches!(end, End::Finished { .. })
            && let Some(text) = self.world.process.take_unfinished_line()
        {
            builder.flush(text, at);
        }
        let schedule = builder.schedule().clone();
        Ran {
            trace: builder.finish(&self.world.process, end, at),
            schedule,
        }
    }
}

/// The state of a run behind instruction `step` of a schedule; `clock` is what a live run read from clocks.
///
/// # Errors
/// When the program's constants do not even fit into the memory that it may use.
pub fn state_at(
    program: Arc<Program>,
    model: &Model,
    schedule: &Schedule,
    clock: Option<&[Nanos]>,
    step: Step,
) -> Result<StateView, LimitKind> {
    let mut left = step;
    let untimed = schedule.untimed;
    let runs = schedule.runs.iter().map_while(|run| {
        let steps = run.steps.min(left);
        left -= steps;
        (steps > 0).then_some(trace::Run {
            fiber: run.fiber,
            steps,
        })
    });
    let world = match clock {
        None => {
            let mut replay = Replay::new(
                program,
                model,
                Schedule {
                    runs: runs.collect(),
                    untimed,
                },
            )?;
            replay.run();
            replay.stage.world
        }
        Some(clock) => {
            let timed = |run: trace::Run| TimedRun {
                fiber: run.fiber,
                steps: run.steps,
                ready: 0,
                start: 0,
                end: 0,
            };
            let recording = Recording {
                runs: runs.map(timed).collect(),
                clock: clock.to_vec(),
                end: 0,
            };
            let mut replay = ReplayLive::new(program, model, recording)?;
            while replay.advance(u64::MAX).is_none() {}
            replay.world
        }
    };
    Ok(world.process.view(step))
}
