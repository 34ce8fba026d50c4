//! Every thread's line and variables, and the locks, at the cursor.

use trace::{FiberId, FiberState, FrameView, LineCode, StateView, Variable, WaitOn, WaitsFor};
use yew::{Html, component, html};

use super::{PaneProps, rich::rich, waits::waits};
use crate::{
    i18n::{Language, names, resources, sentences, words},
    state::{Memory, Shown, State},
    timeline::{cursor, lane_colour},
};

/// The state at the cursor.
#[component(StateAtCursor)]
pub(crate) fn state_at_cursor(PaneProps { state, .. }: &PaneProps) -> Html {
    let language = state.language;
    html! {
        <section class="card state" aria-labelledby="state-title" data-testid="state" data-step={known_step(state)}>
            <div class="card-head"><h3 id="state-title">{ language.say(words::STATE_AT_CURSOR) }</h3></div>
            { body(state) }
        </section>
    }
}

fn known_step(state: &State) -> Option<String> {
    let (step, _) = state.inspection.view.as_ref()?;
    Some(step.to_string())
}

fn body(state: &State) -> Html {
    let language = state.language;
    if state.inspection.memory == Memory::Gone {
        return html! { <p class="muted">{ language.say(words::STATE_GONE) }</p> };
    }
    let (Some(shown), Some((step, view)), Some(_)) = (&state.shown, &state.inspection.view, state.cursor)
    else {
        return html! { <p class="muted">{ language.say(words::STATE_HINT) }</p> };
    };
    let last = cursor::last_runner(shown.trace(), *step);
    let fibers = (0..).map(FiberId).zip(&view.fibers);
    html! {
        <>
            <div class="globals" data-testid="globals">
                <h4>{ language.say(words::GLOBALS) }</h4>
                { variables(&view.globals, language) }
            </div>
            { waits(language, shown.trace(), &WaitsFor::at(view)) }
            if !view.locks.is_empty() { { locks(shown, view, language) } }
            if !view.resources.is_empty() { { resources(shown, view, language) } }
            <ul class="fibers">
                { for fibers.map(|(id, fiber)| self::fiber((id, fiber), shown, view, (last, language))) }
            </ul>
        </>
    }
}

fn locks(shown: &Shown, view: &StateView, language: Language) -> Html {
    let items = view.locks.iter().map(|lock| {
        html! {
            <li><code>{ names::lock_label(language, shown.trace(), lock.lock) }</code>
                <span>{ sentences::lock_state(language, shown.trace(), lock.owner, &lock.waiters) }</span></li>
        }
    });
    html! {
        <div data-testid="locks"><h4>{ language.say(words::LOCKS) }</h4><ul class="locks">{ for items }</ul></div>
    }
}

fn resources(shown: &Shown, view: &StateView, language: Language) -> Html {
    let items = view.resources.iter().map(|known| {
        html! {
            <li>{ rich(&resources::resource(language, shown.trace(), known.resource)) }{ " " }<code>{ &known.value }</code></li>
        }
    });
    html! {
        <div data-testid="resources"><h4>{ language.say(words::RESOURCES) }</h4><ul class="locks">{ for items }</ul></div>
    }
}

fn fiber(
    (id, fiber): (FiberId, &trace::FiberView),
    shown: &Shown,
    view: &StateView,
    (last, language): (Option<FiberId>, Language),
) -> Html {
    let trace = shown.trace();
    let holder = match fiber.state {
        FiberState::Blocked(WaitOn::Lock(lock)) => view
            .locks
            .iter()
            .find(|view| view.lock == lock)
            .and_then(|view| view.owner),
        _ => None,
    };
    let ran_last = last == Some(id);
    let class = if ran_last { "fiber fiber-current" } else { "fiber" };
    html! {
        <li {class} style={format!("--lane: var(--lane-{})", lane_colour(id))} data-testid="fiber" data-fiber={id.0.to_string()}>
            <div class="fiber-head">
                <span class="dot" aria-hidden="true" />
                <b>{ names::thread(trace, id) }</b>
                <span class="fiber-state">{ sentences::fiber_state(language, trace, fiber.state, ran_last, holder) }</span>
            </div>
            { for fiber.frames.iter().rev().map(|frame| self::frame(frame, language)) }
        </li>
    }
}

fn frame(frame: &FrameView, language: Language) -> Html {
    html! {
        <div class="frame">
            <div class="frame-head">
                <code>{ &frame.function }</code>
                <span class="muted">{ sentences::line(language, frame.place.line) }</span>
                <span class="instruction"><span class="muted">{ language.say(words::NEXT_INSTRUCTION) }</span>{ " " }<code>{ &frame.instruction }</code></span>
            </div>
            if let Some(code) = &frame.line_code { { line_code(code, language) } }
            if !frame.locals.is_empty() { { variables(&frame.locals, language) } }
        </div>
    }
}

/// The instructions of the line; the next one is marked.
fn line_code(code: &LineCode, language: Language) -> Html {
    let items = (0..).zip(&code.instructions).map(|(place, instruction)| {
        let is_next = place == code.at;
        html! { <li class={is_next.then_some("next")} aria-current={is_next.then_some("step")}><code>{ instruction }</code></li> }
    });
    html! {
        <details class="line-code" data-testid="line-code">
            <summary class="muted">{ language.say(words::LINE_CODE) }</summary>
            <ol>{ for items }</ol>
        </details>
    }
}

fn variables(variables: &[Variable], language: Language) -> Html {
    if variables.is_empty() {
        return html! { <p class="muted">{ language.say(words::NO_VARIABLES) }</p> };
    }
    let rows = variables.iter().map(|variable| {
        html! { <><dt>{ &variable.name }</dt><dd>{ &variable.value }</dd></> }
    });
    html! { <dl class="variables">{ for rows }</dl> }
}
