//! A run under way, whatever its mode.

use std::sync::Arc;

use explore::{Report, Search};
use live::{LiveRun, Pool};
use machine::{Program, Written};
use schedule::{Ran, Replay, ReplayLive, Simulation};
use trace::{Event, EventKind, Model, Recording, Stream, Text};
use wire::{Console, Mode, Outcome, Outcomes, Progress, Proof, Reply, RunId, RunRequest, RunResult};

/// A run under way.
pub struct Job {
    run: RunId,
    program: Arc<Program>,
    model: Model,
    task: Task,
    /// Events whose output was told.
    told: usize,
    stopped: bool,
}

enum Kind {
    Model(Box<Simulation>),
    Replay(Box<Replay>),
    ReplayLive(Box<ReplayLive>, Recording),
}

/// What a job does: one run, or all of them.
enum Task {
    Run(Kind),
    Search(Box<Search>),
    Live(Arc<LiveRun>),
}

/// Instructions that visiting a state costs, roughly: a slice of work is as long for search as for a run.
const STEPS_PER_STATE: u64 = 400;

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
    pub(crate) fn start(
        program: Arc<Program>,
        request: RunRequest,
        pool: Option<&Arc<Pool>>,
    ) -> Result<Self, Text> {
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
            Mode::Search => {
                let search = Search::new(shared, &model).map_err(|_| crate::too_large())?;
                return Ok(Self::new(run, program, model, Task::Search(Box::new(search))));
            }
            Mode::Live => {
                let Some(pool) = pool else {
                    return Err(no_threads());
                };
                let live = LiveRun::start(pool, shared, &model).map_err(|_| crate::too_large())?;
                return Ok(Self::new(run, program, model, Task::Live(live)));
            }
        };
        let kind = kind.map_err(|_| crate::too_large())?;
        Ok(Self::new(run, program, model, Task::Run(kind)))
    }

    fn new(run: RunId, program: Arc<Program>, model: Model, task: Task) -> Self {
        Self {
            run,
            program,
            model,
            task,
            told: 0,
            stopped: false,
        }
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
        if let Task::Live(live) = &self.task {
            live.stop();
        }
    }

    /// Whether others do the work, so that looking now and then is enough.
    pub(crate) fn is_elsewhere(&self) -> bool {
        matches!(self.task, Task::Live(_))
    }

    /// Works for about `steps` instructions; what there is to tell.
    pub(crate) fn work(&mut self, steps: u64) -> Vec<Reply> {
        let run = self.run;
        match &mut self.task {
            Task::Search(search) => {
                if self.stopped {
                    search.stop();
                } else {
                    search.advance(steps.div_ceil(STEPS_PER_STATE));
                }
                vec![Reply::Outcomes {
                    run,
                    outcomes: outcomes(search.report()),
                }]
            }
            Task::Live(live) => {
                let (replies, settings) = tell_live(run, live);
                if let Some(settings) = settings {
                    self.model = settings;
                }
                replies
            }
            Task::Run(kind) => {
                let ran = if self.stopped {
                    Some(kind.stop())
                } else {
                    kind.advance(steps)
                };
                tell(run, kind, &mut self.told, ran)
            }
        }
    }
}

/// What a run has to tell since `told` of its events were told.
fn tell(run: RunId, kind: &Kind, told: &mut usize, ran: Option<Ran>) -> Vec<Reply> {
    let events = ran
        .as_ref()
        .map_or_else(|| kind.events(), |ran| ran.trace.events.as_slice());
    let writes: Vec<Console> = events[*told..].iter().filter_map(written).collect();
    *told = events.len();
    let mut replies = Vec::new();
    if !writes.is_empty() {
        replies.push(Reply::Console { run, writes });
    }
    replies.push(match ran {
        None => {
            let progress = Progress {
                instructions: kind.steps(),
                ..Progress::default()
            };
            Reply::Progress { run, progress }
        }
        Some(Ran { trace, schedule }) => {
            let recording = match kind {
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

/// What a live run has to tell, and once it is over the settings that a replay needs.
fn tell_live(run: RunId, live: &LiveRun) -> (Vec<Reply>, Option<Model>) {
    // Asked first: what is printed before the end is told before the end.
    let finished = live.result();
    let writes = live
        .take_console()
        .into_iter()
        .map(|(stream, text)| Console { stream, text });
    let writes: Vec<Console> = writes.collect();
    let mut replies = Vec::new();
    if !writes.is_empty() {
        replies.push(Reply::Console { run, writes });
    }
    let Some(finished) = finished else {
        let live::Progress { steps, threads } = live.progress();
        let progress = Progress {
            instructions: steps,
            threads,
            states: 0,
        };
        replies.push(Reply::Progress { run, progress });
        return (replies, None);
    };
    let result = RunResult {
        trace: finished.trace.clone(),
        schedule: finished.schedule.clone(),
        recording: Some(finished.recording.clone()),
        workers: finished.workers,
    };
    replies.push(Reply::Finished { run, result });
    (replies, Some(finished.model.clone()))
}

/// Live was asked for where there are no threads.
fn no_threads() -> Text {
    Text::new(
        "Live needs real threads, and this page has none: it is not isolated from other sites.",
        "“实况”需要真正的线程，而此页面没有：它未与其他站点隔离。",
    )
}

fn outcomes(report: Report) -> Outcomes {
    let outcomes = report.outcomes.into_iter().map(|found| Outcome {
        console: found.terminal.into_iter().map(console).collect(),
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

fn console(written: Written) -> Console {
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
