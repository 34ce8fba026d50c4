//! Buttons that move the cursor.

use yew::{Html, component, html};

use super::{
    PaneProps,
    icon::{Icon, Picture},
};
use crate::{
    i18n::{Phrase, sentences, words},
    state::Action,
    timeline::cursor::{
        self,
        Direction::{self, Back, Forward},
        Stride::{self, End, Event, Instruction, Line, Switch},
    },
};

/// The buttons, and where the cursor is.
#[component(Stepper)]
pub(crate) fn stepper(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let Some(shown) = &state.shown else {
        return html! {};
    };
    let steps = shown.trace().steps();
    let at = state.cursor.unwrap_or(steps);
    let button = |stride: Stride, direction: Direction, hint: Phrase, id: &'static str| {
        let onclick = dispatch.reform(move |_| Action::MoveCursor(stride, direction));
        let picture = match (stride, direction) {
            (End, Back) => Picture::First,
            (End, Forward) => Picture::Last,
            (_, Back) => Picture::Back,
            (_, Forward) => Picture::Forward,
        };
        let disabled = if direction == Back { at == 0 } else { at == steps };
        html! {
            <button type="button" class="button square" data-testid={id} {disabled} title={language.say(hint)}
                aria-label={language.say(hint)} {onclick}><Icon of={picture} /></button>
        }
    };
    let group = |stride, name, (back, back_id), (forward, forward_id)| {
        html! {
            <span class="step-group">
                { button(stride, Back, back, back_id) }
                <span class="step-name" aria-hidden="true">{ language.say(name) }</span>
                { button(stride, Forward, forward, forward_id) }
            </span>
        }
    };
    let place = sentences::cursor(language, at, steps, cursor::time(shown.trace(), at));
    html! {
        <div class="stepper" role="group" aria-label={language.say(words::STEPPING)} data-testid="stepper">
            { button(End, Back, words::STEP_FIRST, "step-first") }
            { group(Instruction, words::INSTRUCTION, (words::PREVIOUS_STEP, "step-back"), (words::NEXT_STEP, "step-forward")) }
            { group(Line, words::LINE, (words::PREVIOUS_LINE, "line-back"), (words::NEXT_LINE, "line-forward")) }
            { group(Event, words::EVENT, (words::PREVIOUS_EVENT, "event-back"), (words::NEXT_EVENT, "event-forward")) }
            { group(Switch, words::SWITCH, (words::PREVIOUS_SWITCH, "switch-back"), (words::NEXT_SWITCH, "switch-forward")) }
            { button(End, Forward, words::STEP_LAST, "step-last") }
            <span class="step-place" data-testid="cursor-place">
                if state.cursor.is_some() { { place } }
            </span>
        </div>
    }
}
