//! Links: what goes into one, and what one that is opened does to the page.

use std::rc::Rc;

use lesson::{ParameterError, Value};
use trace::{Model, Step};
use wire::{Link, LinkError, LinkMode, Mode, Settings, SharedRun};

use super::{
    Action, Effect, Kind, OWN, State, reduce,
    reduce::{open_lesson, tell},
};
use crate::i18n::words;

/// A run that a link carries: a request that waits for the learner's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WaitingRun {
    /// The program.
    pub source: String,
    /// The settings.
    pub model: Model,
    /// How to run it.
    pub mode: Mode,
    /// Where the cursor stood.
    pub cursor: Option<Step>,
}

/// The share dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Share {
    /// The link's part behind the `#`.
    pub fragment: String,
    /// Whether it is short enough to be sent around.
    pub fits: bool,
    /// Whether the shown run had to be left out because the program has changed since.
    pub without_run: bool,
    /// Whether copying succeeded, once it was tried.
    pub copied: Option<bool>,
}

/// Opens the share dialog with a link to what the page shows.
pub(super) fn open(state: &mut State, effects: &mut Vec<Effect>) {
    let Some((link, without_run)) = link(state) else {
        return;
    };
    let (fragment, fits) = match link.to_fragment() {
        Ok(fragment) => (fragment, true),
        Err(long) => (long.fragment, false),
    };
    if fits {
        effects.push(Effect::SetFragment(fragment.clone()));
        effects.push(Effect::CopyFragment(fragment.clone()));
    }
    state.share = Some(Rc::new(Share {
        fragment,
        fits,
        without_run,
        copied: None,
    }));
}

/// Offers the link's content as a file.
pub(super) fn download(state: &State, effects: &mut Vec<Effect>) {
    let (Some(share), Some(lesson)) = (&state.share, &state.lesson) else {
        return;
    };
    effects.push(Effect::Save {
        name: format!("{}.interleave", lesson.id),
        text: share.fragment.clone(),
    });
}

/// A link to what the page shows, and whether the shown run had to be left out.
fn link(state: &State) -> Option<(Link, bool)> {
    let (lesson, program) = (state.lesson.as_ref()?, state.program()?);
    let info = lesson.programs.get(state.open)?;
    let shown = state.shown.as_ref().filter(|_| state.shown_is_current());
    let run = shown.and_then(|shown| match (&shown.request.mode, &shown.recording) {
        (Mode::Live | Mode::ReplayLive(_), Some(recording)) => Some(SharedRun::Recording(recording.clone())),
        (Mode::ReplayLive(recording), None) => Some(SharedRun::Recording(recording.clone())),
        // Its settings alone repeat it.
        (Mode::Model, _) => None,
        (Mode::Live | Mode::Search | Mode::Replay(_), _) => Some(SharedRun::Schedule(shown.schedule.clone())),
    });
    let (parameters, code) = match change(&info.source, &program.text) {
        Change::Nothing => (Vec::new(), None),
        Change::Parameters(parameters) => (parameters, None),
        Change::Source(code) => (Vec::new(), Some(code)),
    };
    let model = shown.map_or(&state.model, |shown| &shown.request.model);
    let of_model = shown.is_some_and(|shown| shown.request.mode == Mode::Model);
    let link = Link {
        mode: Some(if of_model { Kind::Model } else { state.kind }.mode_in_links()),
        settings: Settings::between(&lesson.model, model),
        parameters,
        code,
        run,
        at: shown.map(|shown| state.cursor.unwrap_or_else(|| shown.trace().steps())),
        ..pointer(state)
    };
    Some((link, state.shown.is_some() && shown.is_none()))
}

/// A link to the open program as its author wrote it.
fn pointer(state: &State) -> Link {
    let lesson = state.lesson.as_ref().filter(|lesson| lesson.id != OWN);
    let program = lesson.and_then(|lesson| lesson.programs.get(state.open));
    Link {
        lesson: lesson.map(|lesson| lesson.id.clone()),
        program: program
            .filter(|_| state.open > 0)
            .map(|program| program.id.clone()),
        ..Link::default()
    }
}

/// A short link to the open program, for the address bar.
pub(super) fn lesson_fragment(state: &State) -> String {
    pointer(state).to_fragment().unwrap_or_default()
}

/// What a learner made of a program.
enum Change {
    Nothing,
    /// Other values for some parameters, as [`Value`] displays them.
    Parameters(Vec<(String, String)>),
    Source(String),
}

/// What turns `original` into `text`, in the fewest words.
fn change(original: &str, text: &str) -> Change {
    if original == text {
        return Change::Nothing;
    }
    let before = lesson::parameters(original);
    let changed: Vec<(String, String)> = lesson::parameters(text)
        .into_iter()
        .filter(|parameter| {
            before
                .iter()
                .any(|old| old.name == parameter.name && old.value != parameter.value)
        })
        .map(|parameter| (parameter.name, parameter.value.to_string()))
        .collect();
    match with_parameters(original, &changed) {
        Ok(same) if same == text => Change::Parameters(changed),
        _ => Change::Source(text.to_owned()),
    }
}

/// Whether two texts are the same but for the values of parameters.
pub(super) fn differ_in_parameters_only(original: &str, text: &str) -> bool {
    !matches!(change(original, text), Change::Source(_))
}

/// The text with other values for its parameters, or the first reason why that cannot be.
fn with_parameters(original: &str, values: &[(String, String)]) -> Result<String, ParameterError> {
    let parameters = lesson::parameters(original);
    let mut text = original.to_owned();
    for (name, value) in values {
        let value = match parameters.iter().find(|parameter| parameter.name == *name) {
            Some(parameter) => parameter.read(value)?,
            // Answered by `set_parameter` with the reason: there is no such parameter.
            None => Value::Text(value.clone()),
        };
        text = lesson::set_parameter(&text, name, &value)?;
    }
    Ok(text)
}

/// A link was opened.
pub(super) fn arrive(state: &mut State, link: Result<Box<Link>, LinkError>, effects: &mut Vec<Effect>) {
    match link {
        Err(error) => tell(state, error.text()),
        Ok(link) => {
            state.share = None;
            let link = Rc::new(*link);
            state.arriving = Some(Rc::clone(&link));
            if state.course != super::Course::Loading {
                open_lesson_of(state, &link, effects);
            }
        }
    }
}

/// Opens the lesson that a link names, or the nearest thing to it.
pub(super) fn open_lesson_of(state: &mut State, link: &Link, effects: &mut Vec<Effect>) {
    let Some(wanted) = &link.lesson else {
        return open_lesson(state, OWN, effects);
    };
    if state.course.entries().iter().any(|entry| entry.id == *wanted) {
        return open_lesson(state, wanted, effects);
    }
    state.notice = Some(words::SHARED_LESSON_UNKNOWN.into());
    let first = state.course.entries().first().map(|entry| entry.id.clone());
    match (&link.code, first) {
        (Some(_), _) | (_, None) => open_lesson(state, OWN, effects),
        (None, Some(first)) => {
            state.arriving = None;
            open_lesson(state, &first, effects);
        }
    }
}

/// Makes the page what the link says; its lesson is open.
pub(super) fn apply(state: &mut State, link: &Link) {
    let Some(lesson) = state.lesson.clone() else {
        return;
    };
    let named = |id: &String| lesson.programs.iter().position(|program| program.id == *id);
    state.open = link.program.as_ref().and_then(named).unwrap_or(0);
    let (Some(info), Some(program)) = (
        lesson.programs.get(state.open),
        state.programs.get_mut(state.open),
    ) else {
        return;
    };
    let original = &info.source;
    match &link.code {
        Some(code) => program.replace(Rc::from(code.as_str()), original),
        None if !link.parameters.is_empty() => match with_parameters(original, &link.parameters) {
            Ok(text) => program.replace(Rc::from(text), original),
            Err(error) => return tell(state, error.text()),
        },
        // A run belongs to a certain text, a mere pointer to a lesson does not.
        None if link.at.is_some() || link.run.is_some() => program.replace(Rc::clone(original), original),
        None => {}
    }
    let source = program.text.to_string();
    state.model = link.settings.applied_to(&lesson.model);
    if let Some(mode) = link.mode {
        state.kind = state.possible(Kind::of_link(mode));
    }
    let mode = match (&link.run, link.mode, link.at) {
        (Some(SharedRun::Schedule(schedule)), ..) => Mode::Replay(schedule.clone()),
        (Some(SharedRun::Recording(recording)), ..) => Mode::ReplayLive(recording.clone()),
        (None, Some(LinkMode::Model), Some(_)) => Mode::Model,
        (None, ..) => return,
    };
    state.shared = Some(Rc::new(WaitingRun {
        source,
        model: state.model.clone(),
        mode,
        cursor: link.at,
    }));
}

/// A button in a lesson's text: changes what is open, and nothing that it does not name.
pub(super) fn press(state: &mut State, link: &Link, effects: &mut Vec<Effect>) {
    let Some(lesson) = state.lesson.clone() else {
        return;
    };
    if let Some(id) = &link.program {
        let named = lesson.programs.iter().position(|program| program.id == *id);
        effects.extend(
            named
                .into_iter()
                .flat_map(|index| reduce(state, Action::ChooseProgram(index))),
        );
    }
    let text = state
        .program()
        .map(|program| with_parameters(&program.text, &link.parameters));
    match text {
        Some(Ok(text)) => effects.extend(reduce(state, Action::Edited(text))),
        Some(Err(error)) => tell(state, error.text()),
        None => {}
    }
    state.model = link.settings.applied_to(&state.model);
    if let Some(mode) = link.mode {
        state.kind = state.possible(Kind::of_link(mode));
    }
}
