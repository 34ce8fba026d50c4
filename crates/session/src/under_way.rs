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
    pub run: RunId,
    pub program: Arc<Program>,
    pub live: Arc<LiveRun>,
}

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
    fn tell(&self) -> Told {
        let run = self.run;
        // Asked first: what is printed before the end is told before the end.
        let finished = self.live.take_result();
        let writes = self.live.take_console().into_iter();
        let mut replies = console(
            run,
            writes.map(|(stream, text)| Console { stream, text }).collect(),
        );
        let Some(finished) = finished else {
            let live::Progress { steps, threads } = self.live.progress();
            let progress = Progress {
                instructions: steps,
                threads,
                states: 0,
                stuck: self.live.is_stuck(),
            };
            replies.push(Reply::Progress { run, progress });
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
