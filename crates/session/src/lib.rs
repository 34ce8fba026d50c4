//! The facade behind `wire`: requests in, replies out. The engine and the command line both call it, and neither it nor what
//! is below knows which of them does.
//!
//! With a pool of workers a session is a supervisor: it runs no Python and waits for nobody, so it hears Stop at once. Without,
//! the same jobs are done a slice at a time between two messages.

mod background;
mod job;
mod told;
mod under_way;
mod warm_up;

use std::sync::Arc;

use live::{LiveRun, Pool};
use machine::Program;
use trace::{Model, Text};
use wire::{Mode, Reply, Request, RunId, RunRequest};

use job::Job;
use told::{Kept, Told};
use under_way::{UnderWay, Watched};

/// Everything between two reloads of the page.
#[derive(Default)]
pub struct Session {
    /// Workers, where there are any.
    pool: Option<Arc<Pool>>,
    run: Option<UnderWay>,
    /// The last look at a state that was asked for; a newer one takes its place.
    inspection: Option<UnderWay>,
    kept: Option<Kept>,
}

impl Session {
    /// A session in which nothing has happened yet; whatever takes long takes place on the pool, if there is one.
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

    /// Has a worker, if there are any, run what makes the first run as quick as later ones.
    pub fn warm_up(&self) {
        if let Some(pool) = &self.pool {
            pool.run(|_| warm_up::run());
        }
    }

    /// Takes a request; what can be answered at once is.
    pub fn request(&mut self, request: Request) -> Vec<Reply> {
        let answer = match request {
            Request::Check { source } => {
                let diagnostics = match machine::load(&source) {
                    Ok(program) => program.warnings().to_vec(),
                    Err(diagnostics) => diagnostics,
                };
                Some(Reply::Checked { diagnostics })
            }
            Request::Run(request) => self.start(request),
            Request::Stop => {
                if let Some(run) = &mut self.run {
                    run.stop();
                }
                None
            }
            Request::Inspect { run, step } => self.inspect(run, step),
        };
        answer.into_iter().collect()
    }

    /// Whether all threads of a live run wait for each other: nothing will happen any more, but only Stop ends it.
    #[must_use]
    pub fn is_stuck(&self) -> bool {
        self.run.as_ref().is_some_and(UnderWay::is_stuck)
    }

    fn start(&mut self, request: RunRequest) -> Option<Reply> {
        let RunRequest {
            id: run,
            source,
            model,
            mode,
        } = request;
        match machine::load(&source) {
            Ok(program) => self.start_program(run, Arc::new(program), model, mode),
            Err(diagnostics) => {
                self.run = None;
                self.inspection = None;
                Some(Reply::Refused { run, diagnostics })
            }
        }
    }

    /// Runs a program that the caller has loaded, as [`Request::Run`] would; an answer if that is over at once.
    pub fn start_program(
        &mut self,
        run: RunId,
        program: Arc<Program>,
        model: Model,
        mode: Mode,
    ) -> Option<Reply> {
        self.run = None;
        self.inspection = None;
        let failed = |message| Some(Reply::Failed { run, message });
        let job = match Job::new(run, Arc::clone(&program), model.clone(), mode) {
            Ok(job) => job,
            Err(_) => return failed(too_large()),
        };
        self.run = Some(match (job, &self.pool) {
            (Some(job), pool) => UnderWay::start(pool.as_ref(), job),
            (None, Some(pool)) => match LiveRun::start(pool, Arc::clone(&program), &model) {
                Ok(live) => UnderWay::Live(Watched::new(run, program, live)),
                Err(_) => return failed(too_large()),
            },
            (None, None) => return failed(no_threads()),
        });
        None
    }

    fn inspect(&mut self, run: RunId, step: u64) -> Option<Reply> {
        let kept = self.kept.as_ref().filter(|kept| kept.run == run)?;
        match Job::inspect(kept, step) {
            Ok(job) => {
                self.inspection = Some(UnderWay::start(self.pool.as_ref(), job));
                None
            }
            Err(_) => Some(Reply::Failed {
                run,
                message: too_large(),
            }),
        }
    }

    /// Whether there is work to do.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.run.is_some() || self.inspection.is_some()
    }

    /// Whether the work is done elsewhere, so that looking every few milliseconds is enough.
    #[must_use]
    pub fn only_watches(&self) -> bool {
        let mut under_way = self.run.iter().chain(&self.inspection);
        under_way.all(UnderWay::is_elsewhere)
    }

    /// Works for about `steps` instructions, if that is to be done here; what there is to tell.
    ///
    /// # Panics
    /// When a worker has panicked: what it did would never be over.
    pub fn work(&mut self, steps: u64) -> Vec<Reply> {
        let is_broken = self.pool.as_ref().is_some_and(|pool| pool.is_broken());
        assert!(!is_broken, "a worker has panicked");
        let mut replies = Vec::new();
        for place in [&mut self.run, &mut self.inspection] {
            let Some(under_way) = place else { continue };
            let told = under_way.work(steps);
            replies.extend(told.replies);
            if told.over {
                *place = None;
            }
            if told.kept.is_some() {
                self.kept = told.kept;
            }
        }
        replies
    }
}

/// The program's constants alone do not fit into the memory that it may use.
fn too_large() -> Text {
    Text::new(
        "The program is too large for the memory that it may use.",
        "程序太大，超出了允许使用的内存。",
    )
}

/// Live was asked for where there are no threads.
fn no_threads() -> Text {
    Text::new(
        "Live needs real threads, and this page has none: it is not isolated from other sites.",
        "“实况”需要真正的线程，而此页面没有：它未与其他站点隔离。",
    )
}
