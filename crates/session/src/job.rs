//! What is worked on a slice at a time, by whoever has time for it: a run that is modelled or repeated, a search, a look at a
//! run's state.

use std::sync::Arc;

use explore::{Report, Search};
use machine::{Program, Written};
use schedule::{Inspection, Ran, Replay, ReplayLive, Simulation};
use trace::{Event, EventKind, LimitKind, Model, Recording, StateView, Stream};
use wire::{Console, Mode, Outcome, Outcomes, Progress, Proof, Reply, RunId, RunResult};

use crate::{Kept, Told};

/// A job under way.
pub(crate) struct Job {
    run: RunId,
    program: Arc<Program>,
    model: Model,
    task: Task,
    over: bool,
}

/// What a job does: one run, or all of them, or a part of one again.
enum Task {
    Run {
        driver: Driver,
        /// Events whose output was told.
        told: usize,
        ran: Option<Ran>,
    },
    Search(Box<Search>),
    Inspect {
        inspection: Box<Inspection>,
        state: Option<StateView>,
    },
}

/// Who decides which thread goes on.
enum Driver {
    Model(Box<Simulation>),
    Replay(Box<Replay>),
    ReplayLive(Box<ReplayLive>, Recording),
}

impl Driver {
    fn advance(&mut self, steps: u64) -> Option<Ran> {
        match self {
            Self::Model(simulation) => simulation.advance(steps),
            Self::Replay(replay) => replay.advance(steps),
            Self::ReplayLive(replay, _) => replay.advance(steps),
        }
    }

    fn stop(&mut self) -> Ran {
        match self {
            Self::Model(simulation) => simulation.stop(),
            Self::Replay(replay) => replay.stop(),
            Self::ReplayLive(replay, _) => replay.stop(),
        }
    }

    fn events(&self) -> &[Event] {
        match self {
            Self::Model(simulation) => simulation.events(),
            Self::Replay(replay) => replay.events(),
            Self::ReplayLive(replay, _) => replay.events(),
        }
    }

    fn steps(&self) -> u64 {
        match self {
            Self::Model(simulation) => simulation.steps(),
            Self::Replay(replay) => replay.steps(),
            Self::ReplayLive(replay, _) => replay.steps(),
        }
    }
}

impl Job {
    /// A job for a mode; `None` for live runs, which threads of their own do.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn new(
        run: RunId,
        program: Arc<Program>,
        model: Model,
        mode: Mode,
    ) -> Result<Option<Self>, LimitKind> {
        let shared = Arc::clone(&program);
        let driver = match mode {
            Mode::Model => Driver::Model(Box::new(Simulation::new(shared, &model)?)),
            Mode::Replay(schedule) => Driver::Replay(Box::new(Replay::new(shared, &model, schedule)?)),
            Mode::ReplayLive(recording) => {
                let replay = ReplayLive::new(shared, &model, recording.clone())?;
                Driver::ReplayLive(Box::new(replay), recording)
            }
            Mode::Search => {
                let search = Box::new(Search::new(shared, &model)?);
                return Ok(Some(Self::with(run, program, model, Task::Search(search))));
            }
            Mode::Live => return Ok(None),
        };
        let task = Task::Run {
            driver,
            told: 0,
            ran: None,
        };
        Ok(Some(Self::with(run, program, model, task)))
    }

    /// A look at a run that is over.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn inspect(kept: &Kept, step: u64) -> Result<Self, LimitKind> {
        let clock = kept.recording.as_ref().map(|recording| &*recording.clock);
        let program = Arc::clone(&kept.program);
        let inspection = Inspection::new(program, &kept.model, &kept.schedule, clock, step)?;
        let task = Task::Inspect {
            inspection: Box::new(inspection),
            state: None,
        };
        Ok(Self::with(
            kept.run,
            Arc::clone(&kept.program),
            kept.model.clone(),
            task,
        ))
    }

    fn with(run: RunId, program: Arc<Program>, model: Model, task: Task) -> Self {
        Self {
            run,
            program,
            model,
            task,
            over: false,
        }
    }

    /// Whether there is nothing left to do.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Instructions for a slice on a worker. Until it is over nobody looks whether to stop, nor is the first output told.
    pub fn slice(&self) -> u64 {
        match self.task {
            // All cores share a slice, so there must be something to share.
            Task::Search(_) => 50_000,
            Task::Run { .. } | Task::Inspect { .. } => 20_000,
        }
    }

    /// Works for about `steps` instructions.
    pub fn advance(&mut self, steps: u64) {
        self.over = match &mut self.task {
            Task::Run { driver, ran, .. } => {
                *ran = driver.advance(steps);
                ran.is_some()
            }
            Task::Search(search) => search.advance(steps),
            Task::Inspect { inspection, state } => {
                *state = inspection.advance(steps);
                state.is_some()
            }
        };
    }

    /// Ends it where it is.
    pub fn stop(&mut self) {
        match &mut self.task {
            Task::Run { driver, ran, .. } => *ran = Some(driver.stop()),
            Task::Search(search) => search.stop(),
            Task::Inspect { .. } => {}
        }
        self.over = true;
    }

    /// What there is to tell that was not told yet.
    pub fn tell(&mut self) -> Told {
        let run = self.run;
        match &mut self.task {
            Task::Search(search) => Told {
                replies: vec![Reply::Outcomes {
                    run,
                    outcomes: outcomes(search.report()),
                }],
                over: self.over,
                kept: None,
            },
            Task::Inspect { state, .. } => Told {
                replies: state
                    .take()
                    .map(|state| Reply::Inspected { run, state })
                    .into_iter()
                    .collect(),
                over: self.over,
                kept: None,
            },
            Task::Run { driver, told, ran } => {
                let ran = ran.take();
                let events = ran
                    .as_ref()
                    .map_or_else(|| driver.events(), |ran| ran.trace.events.as_slice());
                let mut replies = console(run, events[*told..].iter().filter_map(written).collect());
                *told = events.len();
                let Some(Ran { trace, schedule }) = ran else {
                    let progress = Progress {
                        instructions: driver.steps(),
                        ..Progress::default()
                    };
                    replies.push(Reply::Progress { run, progress });
                    return Told {
                        replies,
                        ..Told::default()
                    };
                };
                let recording = match driver {
                    Driver::ReplayLive(_, recording) => Some(std::mem::take(recording)),
                    _ => None,
                };
                let result = RunResult {
                    trace,
                    schedule,
                    recording,
                    workers: 0,
                };
                Told::finished(replies, run, &self.program, &self.model, result)
            }
        }
    }
}

/// What was written, if anything was.
pub(crate) fn console(run: RunId, writes: Vec<Console>) -> Vec<Reply> {
    if writes.is_empty() {
        Vec::new()
    } else {
        vec![Reply::Console { run, writes }]
    }
}

fn outcomes(report: Report) -> Outcomes {
    let outcomes = report.outcomes.into_iter().map(|found| Outcome {
        console: found.terminal.into_iter().map(on_terminal).collect(),
        end: found.end,
        witness: found.witness,
        at_cpython_switch_points: found.at_cpython_switch_points,
    });
    Outcomes {
        outcomes: outcomes.collect(),
        proof: if report.complete {
            Proof::All
        } else {
            Proof::Partial { limit: report.limit }
        },
        states: report.states,
        transitions: report.transitions,
        done: report.done,
    }
}

fn on_terminal(written: Written) -> Console {
    let stream = if written.error { Stream::Err } else { Stream::Out };
    Console {
        stream,
        text: written.text,
    }
}

fn written(event: &Event) -> Option<Console> {
    match &event.kind {
        EventKind::Output { stream, text } => Some(Console {
            stream: *stream,
            text: text.clone(),
        }),
        _ => None,
    }
}
