//! What is under way, and where.

use std::sync::Arc;

use live::{LiveRun, Pool};
use machine::Program;
use wire::{Console, Progress, Reply, RunId, RunResult};

use crate::Told;
use crate::background::Background;
use crate::job::{Job, console};

/// A job or a live run.
pub(crate) enum UnderWay {
    /// Here, a slice at a time: there are no threads.
    Here { job: Box<Job>, stopping: bool },
    /// On a worker.
    Worker(Background),
    /// On a worker per Python thread.
    Live(Watched),
}

/// A live run and what it was asked to run. Dropped, it stops.
pub(crate) struct Watched {
    run: RunId,
    program: Arc<Program>,
    live: Arc<LiveRun>,
    /// Looks before the page is told what has happened so far.
    patience: u64,
}

/// Looks at a run before the page is first told what has happened so far: most runs are over by then.
const PATIENCE: u64 = 8;

/// Turns and events for which one look is long enough: copying them all takes well below a hundredth of it.
const ENTRIES_A_LOOK: u64 = 1_000;

impl Drop for Watched {
    fn drop(&mut self) {
        self.live.stop();
    }
}

impl UnderWay {
    /// Begins a job: on a worker, if there are any.
    pub fn start(pool: Option<&Arc<Pool>>, job: Job) -> Self {
        match pool {
            Some(pool) => Self::Worker(Background::start(pool, job)),
            None => Self::Here {
                job: Box::new(job),
                stopping: false,
            },
        }
    }

    /// It ends at the next opportunity.
    pub fn stop(&mut self) {
        match self {
            Self::Here { stopping, .. } => *stopping = true,
            Self::Worker(background) => background.stop(),
            Self::Live(watched) => watched.live.stop(),
        }
    }

    /// Whether it is a live run all of whose threads wait for each other.
    pub fn is_stuck(&self) -> bool {
        matches!(self, Self::Live(watched) if watched.live.is_stuck())
    }

    /// Whether others do the work.
    pub fn is_elsewhere(&self) -> bool {
        !matches!(self, Self::Here { .. })
    }

    /// Works for about `steps` instructions, if that is to be done here; what there is to tell.
    pub fn work(&mut self, steps: u64) -> Told {
        match self {
            Self::Here { job, stopping } => {
                if *stopping {
                    job.stop();
                } else {
                    job.advance(steps);
                }
                job.tell()
            }
            Self::Worker(background) => background.take(),
            Self::Live(watched) => watched.tell(),
        }
    }
}

impl Watched {
    pub fn new(run: RunId, program: Arc<Program>, live: Arc<LiveRun>) -> Self {
        Self {
            run,
            program,
            live,
            patience: PATIENCE,
        }
    }

    fn tell(&mut self) -> Told {
        let run = self.run;
        // Asked first: what is printed before the end is told before the end.
        let finished = self.live.take_result();
        let writes = self.live.take_console().into_iter();
        let mut replies = console(
            run,
            writes.map(|(stream, text)| Console { stream, text }).collect(),
        );
        let Some(finished) = finished else {
            let live::Progress {
                steps,
                threads,
                switches,
                memory,
            } = self.live.progress();
            let progress = Progress {
                instructions: steps,
                threads,
                switches,
                memory,
                states: 0,
                stuck: self.live.is_stuck(),
            };
            replies.push(Reply::Progress { run, progress });
            self.patience = self.patience.saturating_sub(1);
            if self.patience == 0
                && let Some(trace) = self.live.so_far()
            {
                self.patience = (trace.slices.len() + trace.events.len()) as u64 / ENTRIES_A_LOOK;
                replies.push(Reply::SoFar { run, trace });
            }
            return Told {
                replies,
                ..Told::default()
            };
        };
        let result = RunResult {
            trace: finished.trace,
            schedule: finished.schedule,
            recording: Some(finished.recording),
            workers: finished.workers,
        };
        Told::finished(replies, run, &self.program, &finished.model, result)
    }
}
