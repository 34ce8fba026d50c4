//! The state at the cursor: asked of the engine, one question at a time.

use std::rc::Rc;

use trace::{StateView, Step};
use wire::{Mode, Request, RunId, RunRequest};

use super::{Effect, Inspection, Memory, Shown, State};
use crate::timeline::cursor::{self, Direction, Stride};

/// Puts the cursor somewhere in the shown run.
pub(super) fn place_cursor(state: &mut State, step: Step, effects: &mut Vec<Effect>) {
    let Some(shown) = &state.shown else { return };
    state.cursor = Some(step.min(shown.trace().steps()));
    inspect(state, effects);
}

/// Moves the cursor to where a line begins. The engine knows where, and says so with the state at the cursor.
pub(super) fn step_by_line(state: &mut State, direction: Direction, effects: &mut Vec<Effect>) {
    let Some(shown) = &state.shown else { return };
    let at = state.cursor.unwrap_or_else(|| shown.trace().steps());
    let lines = match &state.inspection.view {
        Some((known, view)) if *known == at => view.lines,
        _ => {
            if state.inspection.memory != Memory::Gone {
                state.inspection.line = Some(direction);
                place_cursor(state, at, effects);
            }
            return;
        }
    };
    let begin = match direction {
        Direction::Back => lines.0,
        Direction::Forward => lines.1,
    };
    // A line of very many instructions: to where another thread takes over.
    let to = begin.unwrap_or_else(|| cursor::moved(shown.trace(), at, Stride::Switch, direction));
    place_cursor(state, to, effects);
}

/// Asks for the state at the cursor, unless a question is on its way or the answer is there.
pub(super) fn inspect(state: &mut State, effects: &mut Vec<Effect>) {
    let (Some(step), None, None) = (state.cursor, state.inspection.asked, state.measuring) else {
        return;
    };
    let known = state
        .inspection
        .view
        .as_ref()
        .is_some_and(|(known, _)| *known == step);
    let Some(shown) = state.shown.as_ref().filter(|_| !known) else {
        return;
    };
    let run = RunId(state.run.id);
    match state.inspection.memory {
        Memory::Gone | Memory::Returning => {}
        Memory::Replaced => {
            let again = again(shown, run);
            state.inspection.memory = Memory::Returning;
            effects.push(Effect::Send(Request::Run(again)));
        }
        Memory::Fresh => {
            state.inspection.asked = Some((run, step));
            effects.push(Effect::Send(Request::Inspect { run, step }));
        }
    }
}

/// The same run under the same number: the engine remembers the last one that it made, and no other.
fn again(shown: &Shown, id: RunId) -> RunRequest {
    let mode = match (&shown.request.mode, &shown.recording) {
        (Mode::Live, Some(recording)) => Mode::ReplayLive(recording.clone()),
        (repeated @ Mode::ReplayLive(_), _) => repeated.clone(),
        _ => Mode::Replay(shown.schedule.clone()),
    };
    RunRequest {
        id,
        mode,
        ..(*shown.request).clone()
    }
}

/// The engine makes another run than the shown one, of which it will then know no states.
pub(super) fn another_run_begins(state: &mut State) {
    state.inspection.asked = None;
    if state.shown.is_some() && state.inspection.memory != Memory::Gone {
        state.inspection.memory = Memory::Replaced;
    }
}

/// The shown run has been made again, or could not be.
pub(super) fn returned(state: &mut State, memory: Memory, effects: &mut Vec<Effect>) {
    state.inspection.memory = memory;
    inspect(state, effects);
}

/// The answer to a question.
pub(super) fn inspected(state: &mut State, run: RunId, view: StateView, effects: &mut Vec<Effect>) {
    if let Some((asked, step)) = state.inspection.asked.take()
        && asked == run
        && run.0 == state.run.id
    {
        state.inspection.view = Some((step, Rc::new(view)));
        if let Some(direction) = state.inspection.line.take() {
            step_by_line(state, direction, effects);
        }
    }
    inspect(state, effects);
}

impl Inspection {
    /// Nothing is known of a run whose engine is gone.
    pub(super) fn of_lost_engine(state: &State) -> Self {
        Self {
            memory: if state.shown.is_some() {
                Memory::Gone
            } else {
                Memory::Fresh
            },
            ..Self::default()
        }
    }
}
