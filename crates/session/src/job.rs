//! A run under way, whatever its mode.

use std::sync::Arc;

use machine::Program;
use schedule::{Ran, Replay, ReplayLive, Simulation};
use trace::{Event, EventKind, Model, Recording, Text};
use wire::{Console, Mode, Progress, Reply, RunId, RunRequest, RunResult};

/// A run under way.
pub struct Job {
    run: RunId,
    program: Arc<Program>,
    model: Model,
    kind: Kind,
    /// Events whose output was told.
    told: usize,
    stopped: bool,
}

enum Kind {
    Model(Box<Simulation>),
    Replay(Box<Replay>),
    ReplayLive(Box<ReplayLive>, Recording),
}

impl Kind {
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
    /// Begins what was asked for.
    pub(crate) fn start(program: Arc<Program>, request: RunRequest) -> Result<Self, Text> {
        let RunRequest {
            id: run, model, mode, ..
        } = request;
        let shared = Arc::clone(&program);
        let kind = match mode {
            Mode::Model => {
                Simulation::new(shared, &model).map(|simulation| Kind::Model(Box::new(simulation)))
            }
            Mode::Replay(schedule) => {
                Replay::new(shared, &model, schedule).map(|replay| Kind::Replay(Box::new(replay)))
            }
            Mode::ReplayLive(recording) => ReplayLive::new(shared, &model, recording.clone())
                .map(|replay| Kind::ReplayLive(Box::new(replay), recording)),
            Mode::Live | Mode::Search => {
                return Err(Text::new(
                    "This engine cannot run that mode.",
                    "此引擎不支持该模式。",
                ));
            }
        };
        let kind = kind.map_err(|_| crate::too_large())?;
        Ok(Self {
            run,
            program,
            model,
            kind,
            told: 0,
            stopped: false,
        })
    }

    pub(crate) fn run(&self) -> RunId {
        self.run
    }

    pub(crate) fn program(&self) -> Arc<Program> {
        Arc::clone(&self.program)
    }

    pub(crate) fn model(&self) -> &Model {
        &self.model
    }

    /// The run ends at the next opportunity.
    pub(crate) fn stop(&mut self) {
        self.stopped = true;
    }

    /// Works for about `steps` instructions; what there is to tell.
    pub(crate) fn work(&mut self, steps: u64) -> Vec<Reply> {
        let run = self.run;
        let ran = if self.stopped {
            Some(self.kind.stop())
        } else {
            self.kind.advance(steps)
        };
        let events = ran
            .as_ref()
            .map_or_else(|| self.kind.events(), |ran| ran.trace.events.as_slice());
        let writes: Vec<Console> = events[self.told..].iter().filter_map(written).collect();
        let told = events.len();
        self.told = told;
        let mut replies = Vec::new();
        if !writes.is_empty() {
            replies.push(Reply::Console { run, writes });
        }
        replies.push(match ran {
            None => {
                let progress = Progress {
                    instructions: self.kind.steps(),
                    ..Progress::default()
                };
                Reply::Progress { run, progress }
            }
            Some(Ran { trace, schedule }) => {
                let recording = match &self.kind {
                    Kind::ReplayLive(_, recording) => Some(recording.clone()),
                    _ => None,
                };
                Reply::Finished {
                    run,
                    result: RunResult {
                        trace,
                        schedule,
                        recording,
                        workers: 0,
                    },
                }
            }
        });
        replies
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
