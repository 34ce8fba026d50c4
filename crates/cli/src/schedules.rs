//! Schedules in files: the part of a share link behind `#`, so that the page opens them too.

use std::fs;
use std::path::Path;

use trace::{Model, Schedule};
use wire::{Link, LinkMode, RunResult, Settings, SharedRun, TooLong};

use crate::failure::Failure;

/// What a run that was made with these parameters and settings leaves in a file.
pub(crate) fn of_run(result: &RunResult, model: &Model, parameters: &[(String, String)]) -> String {
    let (mode, run) = match &result.recording {
        Some(recording) => (LinkMode::Live, SharedRun::Recording(recording.clone())),
        None => (LinkMode::Model, SharedRun::Schedule(result.schedule.clone())),
    };
    text(mode, run, model, parameters)
}

/// The same for a schedule that search has found.
pub(crate) fn of_search(schedule: &Schedule, model: &Model, parameters: &[(String, String)]) -> String {
    let run = SharedRun::Schedule(schedule.clone());
    text(LinkMode::Search, run, model, parameters)
}

fn text(mode: LinkMode, run: SharedRun, model: &Model, parameters: &[(String, String)]) -> String {
    let link = Link {
        parameters: parameters.to_vec(),
        mode: Some(mode),
        settings: Settings::between(&Model::default(), model),
        run: Some(run),
        ..Link::default()
    };
    let fragment = link.to_fragment();
    fragment.unwrap_or_else(|TooLong { fragment }| fragment)
}

/// Reads a schedule: from a file, or from a share link itself.
///
/// # Errors
/// When there is no such file, or what it holds is no schedule.
pub(crate) fn read(argument: &str) -> Result<(Link, SharedRun), Failure> {
    let text = if Path::new(argument).exists() || !argument.contains('?') {
        fs::read_to_string(argument)
            .map_err(|error| Failure::new(format!("can't read the schedule '{argument}': {error}")))?
    } else {
        argument.to_owned()
    };
    let text = text.trim();
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let mut link = Link::from_fragment(fragment).map_err(|error| Failure::new(error.text().en))?;
    match link.run.take() {
        Some(run) => Ok((link, run)),
        None => Err(Failure::new("this link holds no schedule.")),
    }
}
