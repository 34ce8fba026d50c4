//! The facade behind `wire`: requests in, replies out, a slice of work at a time. The engine and the command line both call
//! it, and neither it nor what is below knows which of them does.

mod job;

use std::sync::Arc;

use live::Pool;
use machine::Program;
use trace::{Model, Recording, Schedule, Text};
use wire::{Reply, Request, RunId, RunRequest};

pub use job::Job;

/// The last run, kept so that its states can be looked at.
struct Kept {
    run: RunId,
    program: Arc<Program>,
    model: Model,
    schedule: Schedule,
    recording: Option<Recording>,
}

/// Everything between two reloads of the page.
#[derive(Default)]
pub struct Session {
    /// Workers for live runs, where there are any.
    pool: Option<Arc<Pool>>,
    job: Option<Job>,
    kept: Option<Kept>,
}

impl Session {
    /// A session in which nothing has happened yet; live runs take place on the pool.
    #[must_use]
    pub fn new(pool: Option<Arc<Pool>>) -> Self {
        Self {
            pool,
            ..Self::default()
        }
    }

    /// Whether live runs are possible.
    #[must_use]
    pub fn has_threads(&self) -> bool {
        self.pool.is_some()
    }

    /// Takes a request; what can be answered at once is.
    pub fn request(&mut self, request: Request) -> Vec<Reply> {
        match request {
            Request::Check { source } => {
                let diagnostics = match machine::load(&source) {
                    Ok(_) => Vec::new(),
                    Err(diagnostics) => diagnostics,
                };
                vec![Reply::Checked { diagnostics }]
            }
            Request::Run(request) => self.start(request),
            Request::Stop => {
                if let Some(job) = &mut self.job {
                    job.stop();
                }
                Vec::new()
            }
            Request::Inspect { run, step } => self.inspect(run, step).into_iter().collect(),
        }
    }

    fn start(&mut self, request: RunRequest) -> Vec<Reply> {
        let run = request.id;
        self.job = None;
        let program = match machine::load(&request.source) {
            Ok(program) => Arc::new(program),
            Err(diagnostics) => return vec![Reply::Refused { run, diagnostics }],
        };
        match Job::start(Arc::clone(&program), request, self.pool.as_ref()) {
            Ok(job) => {
                self.job = Some(job);
                Vec::new()
            }
            Err(message) => vec![Reply::Failed { run, message }],
        }
    }

    /// Whether there is work to do.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Whether the work is done elsewhere, so that looking every few milliseconds is enough.
    #[must_use]
    pub fn only_watches(&self) -> bool {
        self.job.as_ref().is_some_and(Job::is_elsewhere)
    }

    /// Works for about `steps` instructions or states; what there is to tell.
    pub fn work(&mut self, steps: u64) -> Vec<Reply> {
        let Some(job) = &mut self.job else {
            return Vec::new();
        };
        let replies = job.work(steps);
        let last = replies.iter().find_map(|reply| match reply {
            Reply::Finished { result, .. } => Some(Some(result)),
            Reply::Outcomes { outcomes, .. } if outcomes.done => Some(None),
            Reply::Failed { .. } => Some(None),
            _ => None,
        });
        if let Some(finished) = last {
            if let Some(result) = finished {
                self.kept = Some(Kept {
                    run: job.run(),
                    program: job.program(),
                    model: job.model().clone(),
                    schedule: result.schedule.clone(),
                    recording: result.recording.clone(),
                });
            }
            self.job = None;
        }
        replies
    }

    fn inspect(&self, run: RunId, step: u64) -> Option<Reply> {
        let kept = self.kept.as_ref().filter(|kept| kept.run == run)?;
        let clock = kept
            .recording
            .as_ref()
            .map(|recording| recording.clock.as_slice());
        let state = schedule::state_at(
            Arc::clone(&kept.program),
            &kept.model,
            &kept.schedule,
            clock,
            step,
        );
        Some(match state {
            Ok(state) => Reply::Inspected { run, state },
            Err(_) => Reply::Failed {
                run,
                message: too_large(),
            },
        })
    }
}

/// The program's constants alone do not fit into the memory that it may use.
fn too_large() -> Text {
    Text::new(
        "The program is too large for the memory that it may use.",
        "程序太大，超出了允许使用的内存。",
    )
}
