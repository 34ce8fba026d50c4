//! All the ways in which the program can end.

use trace::Stream;
use wire::{Console, Outcome, Proof};
use yew::{Html, component, html};

use super::PaneProps;
use crate::{
    i18n::{count, sentences, words},
    state::Action,
};

/// At most so many outcomes are listed; the sentence above says how many there are.
const LISTED: usize = 200;

/// The table of outcomes.
#[component(OutcomesView)]
pub(crate) fn outcomes_view(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let Some(search) = &state.search else {
        return html! {};
    };
    let found = &search.outcomes;
    let busy = state.run.phase.is_busy();
    let stale = state
        .program()
        .is_some_and(|program| *program.text != *search.request.source);
    let rows = found.outcomes.iter().enumerate().take(LISTED).map(|(index, outcome)| {
        let chosen = search.selected == Some(index);
        let (possible, class) = if outcome.at_cpython_switch_points {
            (words::POSSIBLE_CPYTHON, "tag tag-cpython")
        } else {
            (words::POSSIBLE_INSTRUCTION, "tag")
        };
        let onclick = dispatch.reform(move |_| Action::ShowOutcome(index));
        html! {
            <tr class={if chosen { "chosen" } else { "" }} data-testid="outcome" data-end={sentences::end_short(crate::i18n::Language::English, &outcome.end)}
                data-cpython={outcome.at_cpython_switch_points.to_string()} aria-selected={chosen.to_string()}>
                <td class="outcome-output">{ output(outcome, language.say(words::NOTHING_PRINTED)) }</td>
                <td>{ sentences::end_short(language, &outcome.end) }</td>
                <td><span {class}>{ language.say(possible) }</span></td>
                <td class="figure" data-label={language.say(words::OUTCOME_SWITCHES)}>{ count(outcome.witness.switches() as u64) }</td>
                <td><button type="button" class="button small" data-testid="show-outcome" disabled={busy} {onclick}>
                    { language.say(words::OUTCOME_SHOW) }</button></td>
            </tr>
        }
    });
    let proof = match (found.done, found.proof) {
        (false, _) => "searching",
        (true, Proof::All) => "all",
        (true, Proof::Partial { .. }) => "partial",
    };
    html! {
        <section class="card outcomes" aria-labelledby="outcomes-title" data-testid="outcomes" data-proof={proof}
            data-states={found.states.to_string()} data-outcomes={found.outcomes.len().to_string()}>
            <div class="card-head">
                <h3 id="outcomes-title">{ language.say(words::OUTCOMES) }</h3>
                <span class="badge" aria-hidden="true">{ count(found.outcomes.len() as u64) }</span>
            </div>
            <p class="note" role="status" data-testid="proof">{ sentences::proof(language, found.proof, found.states, found.done) }</p>
            if stale { <p class="note bad">{ language.say(words::OUTCOMES_STALE) }</p> }
            <div class="scroll outcome-rows" tabindex="0" role="group" aria-labelledby="outcomes-title">
                <table>
                    <thead><tr>
                        <th scope="col">{ language.say(words::OUTCOME_OUTPUT) }</th>
                        <th scope="col">{ language.say(words::OUTCOME_END) }</th>
                        <th scope="col">{ language.say(words::OUTCOME_POSSIBLE) }</th>
                        <th scope="col" class="number-head">{ language.say(words::OUTCOME_SWITCHES) }</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            if found.outcomes.len() > LISTED {
                <p class="note">{ sentences::table_cut(language, LISTED, found.outcomes.len()) }</p>
            }
        </section>
    }
}

fn output(outcome: &Outcome, nothing: &'static str) -> Html {
    if outcome.console.iter().all(|write| write.text.is_empty()) {
        return html! { <span class="muted">{ nothing }</span> };
    }
    let groups = outcome.console.chunk_by(|a, b| a.stream == b.stream);
    let spans = groups.map(|group: &[Console]| {
        let text: String = group.iter().map(|write| write.text.as_str()).collect();
        let class = if group[0].stream == Stream::Err {
            "err"
        } else {
            "out"
        };
        html! { <span {class}>{ text }</span> }
    });
    html! { <pre>{ for spans }</pre> }
}
