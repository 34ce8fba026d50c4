//! What a job has to tell, and what stays of a run.

use std::sync::Arc;

use machine::Program;
use trace::{Model, Recording, Schedule};
use wire::{Reply, RunId, RunResult};

/// What a job has to tell.
#[derive(Default)]
pub(crate) struct Told {
    pub replies: Vec<Reply>,
    /// Whether it was the last of it.
    pub over: bool,
    /// What stays of the run.
    pub kept: Option<Kept>,
}

/// The last run, kept so that its states can be looked at.
pub(crate) struct Kept {
    pub run: RunId,
    pub program: Arc<Program>,
    pub model: Model,
    pub schedule: Schedule,
    pub recording: Option<Recording>,
}

impl Told {
    /// The last of a run.
    pub fn finished(
        mut replies: Vec<Reply>,
        run: RunId,
        program: &Arc<Program>,
        model: &Model,
        result: RunResult,
    ) -> Self {
        let kept = Kept {
            run,
            program: Arc::clone(program),
            model: model.clone(),
            schedule: result.schedule.clone(),
            recording: result.recording.clone(),
        };
        replies.push(Reply::Finished { run, result });
        Self {
            replies,
            over: true,
            kept: Some(kept),
        }
    }

    /// Adds what was told later.
    pub fn append(&mut self, later: Self) {
        self.replies.extend(later.replies);
        self.over |= later.over;
        self.kept = later.kept.or(self.kept.take());
    }
}
