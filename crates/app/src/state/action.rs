//! What can happen to the page, and what the page wants done.

use std::rc::Rc;

use lesson::Plot;
use trace::{Model, Step};
use wire::{Link, LinkError, Reply, Request, RunId};

use super::{Draft, Kind, Lesson, LessonEntry, Notice, PlotId, Progress};
use crate::{
    i18n::Phrase,
    state::Theme,
    timeline::cursor::{Direction, Stride},
};

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// The page asks for its lessons (again).
    LoadCourse,
    /// The list of lessons arrived, or did not.
    CourseLoaded(Option<Vec<LessonEntry>>),
    /// The learner chose a lesson.
    ChooseLesson(String),
    /// A lesson arrived with the drafts of its programs, in their order.
    LessonLoaded(Rc<Lesson>, Vec<Draft>),
    /// The lesson with this id could not be had.
    LessonAbsent(String),
    /// The learner opened the library, or searches there.
    Library(Rc<str>),
    /// The learner wants the first lesson that the search finds.
    ChooseFound,
    /// The learner closed the library.
    CloseLibrary,
    /// How far the learner came in earlier visits.
    Returned(Rc<Progress>),
    /// The learner chose an answer to the lesson's question.
    Answer(usize),
    /// The learner chose a variant of the program.
    ChooseProgram(usize),
    /// The learner typed.
    Edited(String),
    /// A slider moved: the parameter's name and its new value.
    SetParameter(String, lesson::Value),
    /// Back to the author's text.
    Reset,
    /// Back to a text that was put aside.
    Restore,
    /// The open program becomes the learner's own.
    CopyToOwn,
    /// The learner's own program begins anew, with nothing.
    EmptyOwn,
    /// Typing has paused.
    CheckDue,
    /// How the next run is to be made.
    SetKind(Kind),
    /// Its settings.
    SetModel(Model),
    /// Run.
    Run,
    /// Stop.
    Stop,
    /// Show the run that leads to an outcome.
    ShowOutcome(usize),
    /// Show the run that the link carried.
    ShowShared,
    /// Draw a plot.
    Draw(PlotId, Rc<Plot>),
    /// Run all programs of the lesson, to compare them.
    Compare,
    /// Keep the shown run for comparison.
    Keep,
    /// Forget a run that was kept.
    Forget(usize),
    /// The engine said something, or fell silent.
    Engine(EngineEvent),
    /// Two seconds have passed since Stop was pressed for this run.
    StopOverdue(RunId),
    /// The cursor moves.
    MoveCursor(Stride, Direction),
    /// The cursor is put somewhere.
    PlaceCursor(Step),
    /// The page's language.
    SwitchLanguage,
    /// Light or dark.
    SwitchTheme,
    /// Make a link.
    Share,
    /// Close the share dialog.
    CloseShare,
    /// Copy the link again.
    CopyLink,
    /// Save what does not fit into a link.
    Download,
    /// Copy what was printed.
    CopyConsole,
    /// Copying succeeded or failed.
    Copied(bool),
    /// A link or a file was opened, or cannot be read, for this reason.
    LinkOpened(Result<Box<Link>, LinkError>),
    /// A button in a lesson's text was pressed.
    ButtonPressed(Result<Box<Link>, LinkError>),
    /// The learner has read the message.
    Dismiss,
}

/// What comes from the engine's side.
#[derive(Clone, Debug)]
pub(crate) enum EngineEvent {
    /// An answer.
    Reply(Box<Reply>),
    /// An answer that is none.
    Garbled,
    /// The engine broke down; `loaded` says whether it had ever answered.
    Died {
        /// Whether it had been ready.
        loaded: bool,
    },
}

/// Something to be done outside of the state.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Fetch the list of lessons.
    LoadCourse,
    /// Fetch a lesson and the drafts of its programs.
    LoadLesson(String),
    /// Send to the engine.
    Send(Request),
    /// Show the lesson's region from its begin.
    RevealLesson,
    /// Bring the run's region into view, where the regions lie below each other.
    RevealRun,
    /// End the engine's worker and start a fresh one.
    RestartEngine,
    /// Send [`Action::StopOverdue`] after two seconds.
    WatchStop(RunId),
    /// Send [`Action::CheckDue`] when no other of these has come for a while.
    CheckSoon,
    /// Remember what the learner made of a program.
    SaveDraft {
        /// The lesson's id.
        lesson: String,
        /// The program's id.
        program: String,
        /// The text, where it is not the author's.
        text: Option<Rc<str>>,
        /// The texts that were put aside.
        kept: Vec<Rc<str>>,
    },
    /// Remember the language, and tell the document.
    ApplyLanguage,
    /// Remember the theme, and tell the document.
    ApplyTheme(Theme),
    /// Show this fragment in the address bar.
    SetFragment(String),
    /// Copy a link with this fragment to the clipboard.
    CopyFragment(String),
    /// Copy a text to the clipboard.
    Copy(String),
    /// Remember how far the learner has come.
    SaveProgress(Rc<Progress>),
    /// Offer a file for saving.
    Save {
        /// Its name.
        name: String,
        /// What is in it.
        text: String,
    },
}

impl From<Phrase> for Notice {
    fn from(phrase: Phrase) -> Self {
        Self::Words(phrase)
    }
}
