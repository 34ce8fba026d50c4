//! The lesson's question: what the learner expects, and what a run says to it.

use std::rc::Rc;

use lesson::{Observed, Question};
use trace::End;
use wire::Mode;

use super::{Effect, State, share};

/// What the learner expects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asking {
    /// The answer that is chosen.
    pub chosen: Option<usize>,
    /// The answer that was chosen when the current or last run began: only that one was an expectation.
    pub expected: Option<usize>,
}

/// How the question stands. It is about the first program as its author wrote it, with any parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// No run has answered it.
    Open,
    /// A run has, but the parameters have changed since.
    Again,
    /// Another program of the lesson is open.
    Elsewhere,
    /// The learner has changed more than parameters.
    Rewritten,
    /// The shown run, or the search, is as the learner expected.
    Right(usize),
    /// It is not.
    Wrong {
        /// What the learner expected.
        expected: usize,
        /// What it is.
        right: usize,
    },
    /// It has an answer, and the learner had not said what to expect.
    Told(usize),
    /// The shown run fits none of the answers.
    Otherwise,
}

impl Standing {
    /// The answer that the run or the search gives.
    pub(crate) fn right(self) -> Option<usize> {
        match self {
            Self::Right(right) | Self::Wrong { right, .. } | Self::Told(right) => Some(right),
            Self::Open | Self::Again | Self::Elsewhere | Self::Rewritten | Self::Otherwise => None,
        }
    }
}

impl State {
    /// How the open lesson's question stands; none if it asks nothing.
    pub(crate) fn standing(&self) -> Option<Standing> {
        let lesson = self.lesson.as_ref()?;
        let question = lesson.question.as_ref()?;
        let (program, original) = (self.program()?, &lesson.programs.first()?.source);
        if self.open != 0 {
            return Some(Standing::Elsewhere);
        }
        if !share::differ_in_parameters_only(original, &program.text) {
            return Some(Standing::Rewritten);
        }
        let standing = match (self.said(question, &program.text), self.asking.expected) {
            (Some(Some(right)), Some(expected)) if self.asking.chosen != Some(expected) => {
                // Chosen anew in view of the run: neither right nor wrong.
                Standing::Told(right)
            }
            (Some(Some(right)), Some(expected)) if right == expected => Standing::Right(right),
            (Some(Some(right)), Some(expected)) => Standing::Wrong { expected, right },
            (Some(Some(right)), None) => Standing::Told(right),
            (Some(None), _) => Standing::Otherwise,
            (None, _) => {
                let ran = self.shown.as_ref().map(|shown| &shown.request.source);
                let is_older = ran.is_some_and(|source| {
                    **source != *program.text && share::differ_in_parameters_only(original, source)
                });
                if is_older { Standing::Again } else { Standing::Open }
            }
        };
        Some(standing)
    }

    /// Which answer the shown run of a program gives, or the search that is over: none of both, none of the answers, or this one.
    fn said(&self, question: &Question, source: &str) -> Option<Option<usize>> {
        if let Some(shown) = self.shown.as_ref().filter(|shown| shown.request.source == source) {
            let is_live = shown.request.mode == Mode::Live;
            let right = question.right(Observed::Run {
                trace: shown.trace(),
                statistics: &shown.statistics,
                stuck: is_live && self.run.progress.stuck,
            });
            // What was stopped might have answered later.
            let is_cut = matches!(shown.trace().end, End::Stopped | End::Diverged { .. });
            return (right.is_some() || !is_cut).then_some(right);
        }
        let search = self
            .search
            .as_ref()
            .filter(|search| search.outcomes.done && search.request.source == source)?;
        let outcomes = &search.outcomes.outcomes;
        let deadlocks = outcomes
            .iter()
            .filter(|outcome| matches!(outcome.end, End::Deadlock { .. }));
        // Most questions are none for a search.
        let right = question.right(Observed::Search {
            outcomes: outcomes.len(),
            deadlocks: deadlocks.count(),
        });
        right.map(Some)
    }
}

/// Remembers it if a run is as the learner expected.
pub(super) fn note(state: &mut State, effects: &mut Vec<Effect>) {
    let Some(lesson) = &state.lesson else { return };
    let is_news = !state.progress.answered.contains(&lesson.id);
    if is_news && matches!(state.standing(), Some(Standing::Right(_))) {
        Rc::make_mut(&mut state.progress)
            .answered
            .insert(lesson.id.clone());
        effects.push(Effect::SaveProgress(Rc::clone(&state.progress)));
    }
}
