//! The learner's own program: a text is put there, and the one before it is put aside.

use std::rc::Rc;

use super::{
    Effect, OWN, State,
    reduce::{edit, open_lesson},
};

/// Opens the learner's own program with another text.
pub(super) fn write(state: &mut State, text: Rc<str>, effects: &mut Vec<Effect>) {
    state.library = None;
    state.arriving = None;
    state.shared = None;
    state.bringing = Some(text);
    if state.lesson.as_ref().is_some_and(|lesson| lesson.id == OWN) {
        arrive(state, effects);
    } else {
        open_lesson(state, OWN, effects);
    }
}

/// Puts what is brought into the open program.
pub(super) fn arrive(state: &mut State, effects: &mut Vec<Effect>) {
    if let Some(text) = state.bringing.take() {
        edit(state, effects, |program, original| {
            program.replace(text, original);
        });
    }
}
