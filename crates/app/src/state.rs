//! What the page knows. It changes in [`reduce()`] alone, which does nothing else: what has to be done in the world is
//! returned as [`Effect`]s.

mod action;
mod asking;
mod comparison;
mod inspect;
mod measuring;
mod own;
mod program;
mod progress;
mod reduce;
mod run;
mod series;
mod share;
mod sweep;
#[cfg(test)]
mod tests;
mod totals;

pub(crate) use action::{Action, Effect, EngineEvent};
pub(crate) use asking::{Asking, Standing};
pub(crate) use comparison::{Column, Comparison, Source};
pub(crate) use measuring::{Measuring, Topic};
pub(crate) use program::{Course, Draft, Lesson, LessonEntry, OWN, Program, ProgramInfo};
pub(crate) use progress::Progress;
pub(crate) use reduce::reduce;
pub(crate) use run::{Chunk, Failure, Inspection, Kind, Memory, Phase, Run, Search, Shown};
pub(crate) use series::{Measured, Outcome, Plan, Series};
pub(crate) use share::{Share, WaitingRun};
pub(crate) use sweep::{Gap, PlotId, Sweep};
pub(crate) use totals::Totals;

use std::{collections::BTreeMap, rc::Rc};

use trace::{Diagnostic, Model, Step};
use wire::{Engine, Link, Mode};

use crate::i18n::{Language, Phrase, words};

/// Everything that the page shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    /// The page's language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the browser grants this page shared memory.
    pub shared_memory: SharedMemory,
    /// The list of lessons.
    pub course: Course,
    /// The lesson that was asked for last; whatever else arrives comes too late.
    pub wanted: Option<String>,
    /// The open lesson.
    pub lesson: Option<Rc<Lesson>>,
    /// The open lesson's programs, with what the learner made of them.
    pub programs: Vec<Program>,
    /// Which of them is open.
    pub open: usize,
    /// What is wrong with the open program, as far as it has been checked.
    pub diagnostics: Rc<Vec<Diagnostic>>,
    /// How many checks have been asked for and not been answered.
    pub checks: u32,
    /// What the learner searches in the library, while it is open.
    pub library: Option<Rc<str>>,
    /// How far the learner has come.
    pub progress: Rc<Progress>,
    /// What the learner expects of the lesson's question.
    pub asking: Asking,
    /// A text that goes into the learner's own program as soon as that is open.
    pub bringing: Option<Rc<str>>,
    /// How the next run is to be made.
    pub kind: Kind,
    /// Its settings.
    pub model: Model,
    /// The engine.
    pub engine: EngineStatus,
    /// The current or last run.
    pub run: Run,
    /// What the last search found.
    pub search: Option<Rc<Search>>,
    /// The run that the page shows.
    pub shown: Option<Rc<Shown>>,
    /// Instructions executed at the cursor.
    pub cursor: Option<Step>,
    /// The state at the cursor.
    pub inspection: Inspection,
    /// Plots that have been drawn or are being drawn.
    pub sweeps: Rc<BTreeMap<PlotId, Sweep>>,
    /// Runs beside each other.
    pub comparison: Rc<Comparison>,
    /// The series of runs under way, for a plot or a comparison.
    pub measuring: Option<Measuring>,
    /// Runs of series so far.
    pub measured: u32,
    /// What a link brought along and has not been carried out.
    pub arriving: Option<Rc<Link>>,
    /// A run that a link carries and that waits for the learner's word.
    pub shared: Option<Rc<WaitingRun>>,
    /// The share dialog, while it is open.
    pub share: Option<Rc<Share>>,
    /// A message to the learner.
    pub notice: Option<Notice>,
}

/// What is known of the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EngineStatus {
    /// It is being loaded.
    Loading,
    /// It answers.
    Ready(Engine),
    /// It cannot be loaded.
    Absent,
}

/// Whether threads can share memory here; live runs need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SharedMemory {
    /// They can.
    Granted,
    /// The browser does not set this page apart from other sites, and without that it shares none.
    NotIsolated,
    /// The browser sets the page apart, yet knows no shared memory.
    Unknown,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The name under which the choice is remembered, and the value of `<html data-theme>`.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a remembered name.
    pub(crate) fn of_tag(tag: &str) -> Self {
        match tag {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The next one of the three.
    pub(crate) fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// A message that stays until it is dismissed or another takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// Fixed words.
    Words(Phrase),
    /// A sentence with values in both languages.
    Text(trace::Text),
}

impl State {
    /// The page before anything is loaded.
    pub(crate) fn new(language: Language, theme: Theme, shared_memory: SharedMemory) -> Self {
        Self {
            language,
            theme,
            shared_memory,
            course: Course::Loading,
            wanted: None,
            lesson: None,
            programs: Vec::new(),
            open: 0,
            diagnostics: Rc::default(),
            checks: 0,
            library: None,
            progress: Rc::default(),
            asking: Asking::default(),
            bringing: None,
            kind: match shared_memory {
                SharedMemory::Granted => Kind::Live,
                SharedMemory::NotIsolated | SharedMemory::Unknown => Kind::Model,
            },
            model: Model::default(),
            engine: EngineStatus::Loading,
            run: Run::default(),
            search: None,
            shown: None,
            cursor: None,
            inspection: Inspection::default(),
            sweeps: Rc::default(),
            comparison: Rc::default(),
            measuring: None,
            measured: 0,
            arriving: None,
            shared: None,
            share: None,
            notice: None,
        }
    }

    /// The open program.
    pub(crate) fn program(&self) -> Option<&Program> {
        self.programs.get(self.open)
    }

    /// The lessons that the library's search finds.
    pub(crate) fn found(&self) -> Vec<&LessonEntry> {
        let search = self.library.as_deref().unwrap_or_default();
        let entries = self.course.entries().iter();
        entries.filter(|entry| entry.matches(search)).collect()
    }

    /// The lessons before and behind the open one.
    pub(crate) fn neighbours(&self) -> (Option<&LessonEntry>, Option<&LessonEntry>) {
        let entries = self.course.entries();
        let open = self.lesson.as_ref();
        let here = open.and_then(|lesson| entries.iter().position(|entry| entry.id == lesson.id));
        here.map_or((None, None), |here| {
            let before = here.checked_sub(1).map(|before| &entries[before]);
            (before, entries.get(here + 1))
        })
    }

    /// Why Live is off, if it is.
    pub(crate) fn live_off(&self) -> Option<Phrase> {
        match (self.shared_memory, &self.engine) {
            (SharedMemory::NotIsolated, _) => Some(words::LIVE_OFF_ISOLATION),
            (SharedMemory::Unknown, _) => Some(words::LIVE_OFF_BROWSER),
            (SharedMemory::Granted, EngineStatus::Ready(engine)) if !engine.live => {
                Some(words::LIVE_OFF_ENGINE)
            }
            (SharedMemory::Granted, _) => None,
        }
    }

    /// What to run instead where `kind` is off.
    pub(crate) fn possible(&self, kind: Kind) -> Kind {
        match kind {
            Kind::Live if self.live_off().is_some() => Kind::Model,
            kind => kind,
        }
    }

    /// How many processors a run could use: the model's, or those of this machine; of a run elsewhere that is not known.
    pub(crate) fn processors(&self, mode: &Mode, model: &Model) -> Option<u32> {
        match (mode, &self.engine) {
            (Mode::Live, EngineStatus::Ready(engine)) => Some(engine.cores),
            (Mode::Live | Mode::ReplayLive(_), _) => None,
            (Mode::Model | Mode::Search | Mode::Replay(_), _) => Some(model.cores),
        }
    }

    /// Whether the open program is still the one that the shown run executed.
    pub(crate) fn shown_is_current(&self) -> bool {
        let (Some(shown), Some(program)) = (&self.shown, self.program()) else {
            return false;
        };
        *shown.request.source == *program.text
    }
}
