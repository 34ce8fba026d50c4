//! Runs beside each other: all programs of the lesson, and runs that the learner kept.

use trace::End;
use yew::{Html, component, html};

use super::{
    PaneProps,
    icon::{Icon, Picture},
    plots::stop_button,
};
use crate::{
    i18n::{Language, Phrase, count, duration, measures, sentences, words},
    state::{Action, Column, Failure, Kind, Measured, Outcome, Source, Topic, Totals},
};

/// A figure of the comparison: its name, the colour of its bars, what is compared, and how that is written.
struct Row {
    name: Phrase,
    colour: &'static str,
    size: fn(&Totals) -> Option<f64>,
    text: fn(Language, &Totals) -> String,
}

const ROWS: [Row; 10] = [
    Row {
        name: words::WALL,
        colour: "--accent",
        size: |totals| Some(totals.wall as f64),
        text: |_, totals| duration(totals.wall),
    },
    Row {
        name: words::EXECUTING,
        colour: "--lane-0",
        size: |totals| Some(totals.gil_held as f64),
        text: |_, totals| duration(totals.gil_held),
    },
    Row {
        name: words::UTILISATION,
        colour: "--lane-2",
        size: Totals::utilisation,
        text: |language, totals| match (totals.utilisation(), totals.processors) {
            (Some(share), Some(processors)) => measures::utilisation(language, share, processors),
            _ => language.say(words::NO_FIGURE).to_owned(),
        },
    },
    Row {
        name: words::GIL_WAIT_TIME,
        colour: "--wait-gil",
        size: |totals| Some(totals.gil_wait as f64),
        text: |_, totals| duration(totals.gil_wait),
    },
    Row {
        name: words::BLOCKED_TIME,
        colour: "--wait-lock",
        size: |totals| Some(totals.blocked as f64),
        text: |_, totals| duration(totals.blocked),
    },
    Row {
        name: words::SLEEPING_TIME,
        colour: "--wait-sleep",
        size: |totals| Some(totals.sleeping as f64),
        text: |_, totals| duration(totals.sleeping),
    },
    Row {
        name: words::SWITCHES,
        colour: "--muted",
        size: |totals| Some(totals.switches as f64),
        text: |_, totals| count(totals.switches),
    },
    Row {
        name: words::INSTRUCTIONS,
        colour: "--muted",
        size: |totals| Some(totals.steps as f64),
        text: |_, totals| count(totals.steps),
    },
    Row {
        name: words::FIGURE_THREADS,
        colour: "--muted",
        size: |totals| Some(totals.threads as f64),
        text: |_, totals| count(totals.threads as u64),
    },
    Row {
        name: words::FIGURE_PROCESSES,
        colour: "--muted",
        size: |totals| Some(totals.processes as f64),
        text: |_, totals| count(totals.processes as u64),
    },
];

/// The card; there is none where nothing can be compared.
#[component(Compare)]
pub(crate) fn compare(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let comparison = &state.comparison;
    let has_several = state.programs.len() > 1;
    if !has_several && comparison.kept.is_empty() {
        return html! {};
    }
    let columns = comparison.columns(state);
    let under_way = state
        .measuring
        .is_some_and(|measuring| measuring.topic == Topic::Comparison);
    let series = &comparison.series;
    let (made, all) = (series.outcomes.len(), series.plans.len());
    let status = match (under_way, series.is_complete()) {
        (true, _) => measures::progress(language, made, all),
        (false, true) => String::new(),
        (false, false) => measures::stopped(language, made, all),
    };
    let name = if all > 0 {
        words::COMPARE_AGAIN
    } else {
        words::COMPARE_ALL
    };
    html! {
        <section class="card compare" aria-labelledby="compare-title" data-testid="compare" data-runs={made.to_string()}
            data-under-way={under_way.to_string()}>
            <div class="card-head">
                <h3 id="compare-title">{ language.say(words::COMPARISON) }</h3>
                <span class="spring" />
                if under_way {
                    { stop_button(language, dispatch.reform(|_| Action::Stop)) }
                } else if has_several {
                    <button type="button" class="button small" data-testid="compare-all" disabled={!state.can_measure()}
                        onclick={dispatch.reform(|_| Action::Compare)}>{ language.say(name) }</button>
                }
            </div>
            if has_several { <p class="note">{ language.say(words::COMPARE_TEXT) }</p> }
            if !under_way && comparison.is_stale(state) { <p class="note bad">{ language.say(words::COMPARE_STALE) }</p> }
            <p class="note" role="status" data-testid="compare-status">{ status }</p>
            if !columns.is_empty() {
                <div class="scroll" tabindex="0" role="group" aria-labelledby="compare-title">
                    <table data-testid="compare-table">
                        <thead><tr><td></td>{ for columns.iter().map(|column| head(column, language, dispatch)) }</tr></thead>
                        <tbody>
                            <tr>
                                <th scope="row">{ language.say(words::ENDED) }</th>
                                { for columns.iter().map(|column| html! { <td data-label={label(column, language)}>{ ended(column, language) }</td> }) }
                            </tr>
                            { for ROWS.iter().map(|row| figures(row, &columns, language)) }
                        </tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn head(column: &Column, language: Language, dispatch: &yew::Callback<Action>) -> Html {
    let mode = match column.named.kind {
        Kind::Live => words::MODE_LIVE,
        Kind::Model | Kind::Search => words::MODE_MODEL,
    };
    let forget = match column.source {
        Source::Kept(place) => {
            let onclick = dispatch.reform(move |_| Action::Forget(place));
            html! {
                <button type="button" class="button small square quiet" data-testid="forget" title={language.say(words::FORGET)}
                    aria-label={language.say(words::FORGET)} {onclick}><Icon of={Picture::Close} /></button>
            }
        }
        Source::Program | Source::Shown => html! {},
    };
    html! {
        <th scope="col" data-testid="compared">
            <span class="compared">{ language.pick(&column.named.title) }{ forget }</span>
            <span class="badge">{ language.say(mode) }</span>
            if column.source == Source::Shown { { " " }<span class="badge">{ language.say(words::SHOWN_RUN) }</span> }
            if !column.named.parameters.is_empty() { <code>{ &column.named.parameters }</code> }
        </th>
    }
}

/// What a figure is called by where columns lie below each other.
fn label(column: &Column, language: Language) -> String {
    let title = language.pick(&column.named.title);
    match column.source {
        Source::Program => title.to_owned(),
        Source::Kept(_) | Source::Shown => format!("{title} · {}", column.named.parameters),
    }
}

fn measured(column: &Column) -> Option<&Measured> {
    match &column.outcome {
        Some(Outcome::Measured(measured)) => Some(measured),
        Some(Outcome::Failed(_) | Outcome::Refused(_)) | None => None,
    }
}

/// How a run ended, or why there was none.
fn ended(column: &Column, language: Language) -> Html {
    let text = match &column.outcome {
        None => return html! { <span class="muted">{ language.say(words::NOT_YET) }</span> },
        Some(Outcome::Measured(measured)) => sentences::end_short(language, &measured.end),
        Some(Outcome::Failed(Failure::Words(phrase))) => language.say(*phrase).to_owned(),
        Some(Outcome::Failed(Failure::Text(text)) | Outcome::Refused(text)) => language.pick(text).to_owned(),
    };
    let is_well = measured(column).is_some_and(|measured| measured.end == End::Finished { status: 0 });
    html! { <span class={if is_well { "tag" } else { "tag tag-bad" }}>{ text }</span> }
}

fn figures(row: &Row, columns: &[Column], language: Language) -> Html {
    let size = |column: &Column| (row.size)(&measured(column)?.totals);
    let most = columns.iter().filter_map(size).fold(0.0, f64::max);
    let cells = columns.iter().map(|column| {
        let text = measured(column).map_or_else(
            || language.say(words::NO_FIGURE).to_owned(),
            |measured| (row.text)(language, &measured.totals),
        );
        let part = size(column)
            .filter(|_| most > 0.0)
            .map_or(0.0, |size| size / most);
        html! {
            <td data-label={label(column, language)}>
                <span class="figure">{ text }</span>
                <span class="meter" aria-hidden="true">
                    <span style={format!("width:{:.2}%;background:var({})", part * 100.0, row.colour)} />
                </span>
            </td>
        }
    });
    html! { <tr><th scope="row">{ language.say(row.name) }</th>{ for cells }</tr> }
}
