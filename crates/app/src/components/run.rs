//! The run: settings, how it stands, and every view of what it left.

use lesson::View;
use trace::Step;
use yew::{Html, component, html};

use super::{
    PaneProps, banner::Banner, compare::Compare, console::ConsoleView, outcomes::OutcomesView, plots::Plots,
    rich::rich, settings::Settings, state_view::StateAtCursor, stepper::Stepper, tables::Tables,
    timeline::TimelineView, timings::Timings,
};
use crate::{
    i18n::{sentences, words},
    state::{Action, Failure, Kind, Phase, Shown, State},
};

/// The run's region. Its data attributes say in figures what the page says in words.
#[component(RunPane)]
pub(crate) fn run_pane(props: &PaneProps) -> Html {
    let PaneProps { state, .. } = props;
    let language = state.language;
    let shown = state.shown.as_ref();
    let figure = |of: fn(&Shown) -> String| shown.map(|shown| of(shown));
    html! {
        <section class="pane run" data-testid="run-region" aria-labelledby="run-title"
            data-run-state={state.run.phase.tag()} data-run-id={state.run.id.to_string()} data-kind={state.kind.tag()}
            data-engine={engine(state)}
            data-workers={figure(|shown| shown.workers.to_string())}
            data-steps={figure(|shown| shown.trace().steps().to_string())}
            data-trace-digest={figure(|shown| format!("{:016x}", shown.digest))}
            data-end={figure(|shown| end(shown.trace()).to_owned())}
            data-cursor={state.cursor.map(|step| step.to_string())}>
            <h2 class="visually-hidden" id="run-title">{ language.say(words::RESULTS) }</h2>
            if let Some(reason) = state.live_off() {
                <p class="hint" id="live-off" data-testid="live-off">{ language.say(reason) }</p>
            }
            <p class="hint kind-hint">{ language.say(hint(state.kind)) }</p>
            <Settings ..props.clone() />
            <SharedRun ..props.clone() />
            <Status ..props.clone() />
            if state.search.is_some() { <OutcomesView ..props.clone() /> }
            if let Some(shown) = shown { <Banner shown={shown.clone()} {language} /> }
            if is_empty(state) {
                <div class="empty" data-testid="empty">
                    <Strands />
                    <p class="empty-title">{ language.say(words::IDLE_TITLE) }</p>
                    <p class="muted">{ language.say(words::IDLE_TEXT) }</p>
                </div>
            }
            { for views(props) }
        </section>
    }
}

/// Every view of what the run left: first those that the lesson wants to be looked at, then the others.
fn views(props: &PaneProps) -> Vec<Html> {
    let PaneProps { state, dispatch } = props;
    let (language, theme) = (state.language, state.theme);
    let shown = state.shown.as_ref();
    let so_far = state.run.so_far.as_ref();
    let processors = |shown: &Shown| state.processors(&shown.request.mode, &shown.request.model);
    let timeline = html! {
        <>
            if let Some(shown) = shown {
                <TimelineView shown={shown.clone()} cursor={state.cursor} {language} {theme} dispatch={dispatch.clone()} />
                <Stepper ..props.clone() />
            }
            if let Some(so_far) = so_far {
                <TimelineView shown={so_far.clone()} cursor={None::<Step>} {language} {theme} dispatch={dispatch.clone()} />
            }
        </>
    };
    let text = html! {
        if !is_empty(state) && !is_bare_search(state) {
            <div class="columns">
                <ConsoleView ..props.clone() />
                if shown.is_some() { <StateAtCursor ..props.clone() /> }
            </div>
        }
    };
    let timings = html! {
        <>
            if let Some(so_far) = so_far {
                <Timings shown={so_far.clone()} processors={processors(so_far)} {language} />
            }
            if let Some(shown) = shown {
                <Timings shown={shown.clone()} processors={processors(shown)} {language}
                    kept={state.comparison.has(state.run.id)} keep={dispatch.reform(|_| Action::Keep)} />
            }
        </>
    };
    let tables = html! { if let Some(shown) = shown { <Tables shown={shown.clone()} {language} /> } };
    let mut views: Vec<(&[View], Html)> = vec![
        (&[View::Timeline], timeline),
        (&[View::Console, View::State], text),
        (&[View::Timings], timings),
        (&[View::Compare], html! { <Compare ..props.clone() /> }),
        (&[View::Plots], html! { <Plots ..props.clone() /> }),
        (&[View::Tables], tables),
    ];
    let wanted = state.lesson.as_ref().map_or(&[][..], |lesson| &lesson.views);
    let rank = |of: &[View]| {
        wanted
            .iter()
            .position(|view| of.contains(view))
            .unwrap_or(usize::MAX)
    };
    views.sort_by_key(|(of, _)| rank(of));
    // Elements with keys are moved; without, each would become the next one, and Yew loses its way among the fragments within.
    let keyed = |(of, view): (&[View], Html)| html! { <div key={format!("{of:?}")}>{ view }</div> };
    views.into_iter().map(keyed).collect()
}

/// Nothing has run.
fn is_empty(state: &State) -> bool {
    state.run.phase == Phase::Idle && state.search.is_none()
}

/// A search of which no single run is shown prints nothing.
fn is_bare_search(state: &State) -> bool {
    let searching = state
        .run
        .request
        .as_ref()
        .is_some_and(|request| request.mode == wire::Mode::Search);
    state.shown.is_none() && searching
}

fn engine(state: &State) -> &'static str {
    match state.engine {
        crate::state::EngineStatus::Loading => "loading",
        crate::state::EngineStatus::Ready(_) => "ready",
        crate::state::EngineStatus::Absent => "absent",
    }
}

/// The kind of end, for tests and style sheets.
fn end(trace: &trace::Trace) -> &'static str {
    match trace.end {
        trace::End::Finished { status: 0 } => "finished",
        trace::End::Finished { .. } => "raised",
        trace::End::Deadlock { .. } => "deadlock",
        trace::End::Limit { .. } => "limit",
        trace::End::Stopped => "stopped",
        trace::End::Diverged { .. } => "diverged",
    }
}

/// Two strands that take turns: the empty page's picture.
#[component(Strands)]
fn strands() -> Html {
    html! {
        <svg class="strands" viewBox="0 0 240 64" aria-hidden="true">
            <path d="M0 20h40c22 0 22 24 44 24h40c22 0 22-24 44-24h72" class="mark-a" />
            <path d="M0 44h40c22 0 22-24 44-24h40c22 0 22 24 44 24h72" class="mark-b" />
        </svg>
    }
}

/// How the run stands. The region is always there, so that screen readers notice what appears in it.
#[component(Status)]
fn status(PaneProps { state, .. }: &PaneProps) -> Html {
    let language = state.language;
    let searching = state
        .run
        .request
        .as_ref()
        .is_some_and(|request| request.mode == wire::Mode::Search);
    let stuck = state.run.phase == Phase::Running && state.run.progress.stuck;
    let text = match &state.run.phase {
        Phase::Idle | Phase::Finished => None,
        Phase::Loading => Some(words::LOADING_ENGINE),
        Phase::Running if searching => Some(words::SEARCHING),
        Phase::Running if stuck => Some(words::STUCK),
        Phase::Running => Some(words::RUNNING),
        Phase::Stopping => Some(words::STOPPING),
        Phase::Refused => Some(words::REFUSED),
        Phase::Failed(Failure::Words(phrase)) => Some(*phrase),
        Phase::Failed(Failure::Text(_)) => None,
    };
    let failed = match &state.run.phase {
        Phase::Failed(Failure::Text(text)) => Some(language.pick(text)),
        _ => None,
    };
    let busy = state.run.phase.is_busy();
    html! {
        <div class="status" role="status" data-testid="status">
            if let Some(text) = text {
                <p class={if busy && !stuck { "status-line busy" } else { "status-line bad" }}>
                    if busy && !stuck { <span class="spinner" aria-hidden="true" /> }
                    <span>{ language.say(text) }</span>
                    if state.run.phase == Phase::Running {
                        <span class="muted" aria-hidden="true" data-testid="progress">{ sentences::progress(language, state.run.progress) }</span>
                    }
                </p>
            }
            if let Some(message) = failed {
                <p class="status-line bad"><b>{ language.say(words::FAILED_TITLE) }</b>{ " " }{ rich(message) }</p>
            }
        </div>
    }
}

/// A run that came with a link and waits to be shown.
#[component(SharedRun)]
fn shared_run(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let Some(shared) = &state.shared else {
        return html! {};
    };
    let is_shown = state
        .run
        .request
        .as_ref()
        .is_some_and(|request| request.mode == shared.mode && request.source == shared.source);
    if is_shown {
        return html! {};
    }
    html! {
        <div class="shared" data-testid="shared">
            <p>{ language.say(words::SHARED_RUN) }</p>
            <button type="button" class="button primary" data-testid="show-shared" disabled={state.run.phase.is_busy()}
                onclick={dispatch.reform(|_| Action::ShowShared)}>{ language.say(words::SHOW_SHARED_RUN) }</button>
        </div>
    }
}

/// The hint for the chosen way of running.
pub(super) fn hint(kind: Kind) -> crate::i18n::Phrase {
    match kind {
        Kind::Live => words::MODE_LIVE_HINT,
        Kind::Model => words::MODE_MODEL_HINT,
        Kind::Search => words::MODE_SEARCH_HINT,
    }
}
