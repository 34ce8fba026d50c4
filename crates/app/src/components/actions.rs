//! How to run, Run, Stop, Share: always at the same place.

use yew::{Html, component, html};

use super::{
    PaneProps,
    icon::{Icon, Picture},
    run::hint,
};
use crate::{
    i18n::{Phrase, words},
    state::{Action, Kind},
};

fn name(kind: Kind) -> Phrase {
    match kind {
        Kind::Live => words::MODE_LIVE,
        Kind::Model => words::MODE_MODEL,
        Kind::Search => words::MODE_SEARCH,
    }
}

/// The bar of actions.
#[component(Actions)]
pub(crate) fn actions(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let busy = state.run.phase.is_busy();
    let stoppable = busy || state.measuring.is_some();
    let on = |action: fn() -> Action| {
        let dispatch = dispatch.clone();
        move |_| dispatch.emit(action())
    };
    let mode = |kind: Kind| {
        let hint = hint(kind);
        let onchange = {
            let dispatch = dispatch.clone();
            move |_| dispatch.emit(Action::SetKind(kind))
        };
        let off = (kind == Kind::Live).then(|| state.live_off()).flatten();
        html! {
            <label class="segment" title={language.say(off.unwrap_or(hint))}>
                <input type="radio" name="mode" value={kind.tag()} checked={state.kind == kind} disabled={off.is_some()}
                    {onchange} data-testid={format!("mode-{}", kind.tag())}
                    aria-describedby={off.map(|_| "live-off")} />
                <span>{ language.say(name(kind)) }</span>
            </label>
        }
    };
    html! {
        <div class="actions">
            <fieldset class="segments" data-testid="mode">
                <legend class="visually-hidden">{ language.say(words::MODE) }</legend>
                { for Kind::ALL.into_iter().map(mode) }
            </fieldset>
            <button type="button" class="button primary" data-testid="run" disabled={busy || state.program().is_none()}
                title={language.say(words::RUN_HINT)} aria-keyshortcuts="Control+Enter Meta+Enter" onclick={on(|| Action::Run)}>
                <Icon of={Picture::Run} /><span>{ language.say(words::RUN) }</span>
            </button>
            <button type="button" class="button" data-testid="stop" disabled={!stoppable}
                title={language.say(words::STOP_HINT)} aria-keyshortcuts="Escape" onclick={on(|| Action::Stop)}>
                <Icon of={Picture::Stop} /><span>{ language.say(words::STOP) }</span>
            </button>
            <button type="button" class="button" data-testid="share" title={language.say(words::SHARE_HINT)}
                aria-keyshortcuts="Control+Shift+S Meta+Shift+S" onclick={on(|| Action::Share)}>
                <Icon of={Picture::Share} /><span>{ language.say(words::SHARE) }</span>
            </button>
        </div>
    }
}
