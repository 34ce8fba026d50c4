//! The page's parts, one per file. They show the state and report what the learner does; they decide nothing.

mod actions;
mod banner;
mod chart;
mod compare;
mod console;
mod editor;
mod header;
mod icon;
mod lesson;
mod library;
mod notice;
mod outcomes;
mod own;
mod plots;
mod program;
mod question;
mod rich;
mod run;
mod settings;
mod share;
mod sliders;
mod state_view;
mod stepper;
mod tables;
mod timeline;
mod timings;
mod waits;

pub(crate) use header::Header;
pub(crate) use lesson::LessonPane;
pub(crate) use library::Library;
pub(crate) use notice::NoticeBar;
pub(crate) use program::ProgramPane;
pub(crate) use run::RunPane;
pub(crate) use share::ShareDialog;

use std::rc::Rc;

use yew::{Callback, Properties};

use crate::state::{Action, State};

/// What most parts are given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct PaneProps {
    /// The page's state.
    pub state: Rc<State>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}
