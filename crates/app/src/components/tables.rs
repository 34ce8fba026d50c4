//! The timeline in words: the same spans and events as tables, for whoever cannot see the picture, or wants figures.

use std::rc::Rc;

use yew::{Html, Properties, component, html, use_state};

use crate::{
    i18n::{Language, duration, names, sentences, words},
    state::Shown,
    timeline::RowKind,
};

/// More rows than these help nobody, and cost the page much.
const ROWS: usize = 400;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct TablesProps {
    /// The run.
    pub shown: Rc<Shown>,
    /// The language.
    pub language: Language,
}

/// Both tables, made when they are opened.
#[component(Tables)]
pub(crate) fn tables(props: &TablesProps) -> Html {
    let language = props.language;
    html! {
        <div class="twins">
            <Fold title={language.say(words::TIMELINE_TABLE)} id="timeline-table" of={spans as Rows} shown={props.shown.clone()} {language} />
            <Fold title={language.say(words::EVENTS_TABLE)} id="events-table" of={events as Rows} shown={props.shown.clone()} {language} />
        </div>
    }
}

/// Makes the rows of a table, and says how many there are in all.
type Rows = fn(&Shown, Language) -> (Vec<Html>, usize);

#[derive(Clone, Debug, Properties)]
struct FoldProps {
    title: &'static str,
    id: &'static str,
    of: Rows,
    shown: Rc<Shown>,
    language: Language,
}

impl PartialEq for FoldProps {
    /// What a fold makes follows from its id.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.language == other.language && self.shown == other.shown
    }
}

#[component(Fold)]
fn fold(props: &FoldProps) -> Html {
    let is_open = use_state(|| false);
    let language = props.language;
    let ontoggle = {
        let is_open = is_open.clone();
        move |_: yew::Event| is_open.set(!*is_open)
    };
    let table = is_open.then(|| {
        let (rows, all) = (props.of)(&props.shown, language);
        let shown = rows.len();
        html! {
            <div class="scroll" tabindex="0" role="group" aria-label={props.title}>
                <table class="figures" data-testid={props.id}>{ for rows }</table>
                if all > shown { <p class="note">{ sentences::table_cut(language, shown, all) }</p> }
            </div>
        }
    });
    html! {
        <details class="card fold" {ontoggle}>
            <summary>{ props.title }</summary>
            { table.unwrap_or_default() }
        </details>
    }
}

fn head(language: Language, names: &[crate::i18n::Phrase]) -> Html {
    let cells = names
        .iter()
        .map(|name| html! { <th scope="col">{ language.say(*name) }</th> });
    html! { <tr>{ for cells }</tr> }
}

/// Every span of the GIL's, the threads' and the locks' rows.
fn spans(shown: &Shown, language: Language) -> (Vec<Html>, usize) {
    let picture = &shown.picture;
    let names = [words::COLUMN_FROM, words::COLUMN_TO, words::COLUMN_WHAT];
    let mut rows = vec![head(language, &names)];
    let mut all = 0;
    for (index, row) in picture.rows.iter().enumerate() {
        all += row.spans.len();
        // The GIL's row says nothing that the threads' rows do not say.
        if matches!(row.kind, RowKind::Gil(_)) {
            all -= row.spans.len();
            continue;
        }
        for span in row.spans.iter().take(ROWS.saturating_sub(rows.len())) {
            let what = crate::timeline::describe(picture, index, span.start, language);
            rows.push(html! {
                <tr><td class="figure">{ duration(span.start) }</td><td class="figure">{ duration(span.end) }</td><td>{ what }</td></tr>
            });
        }
    }
    (rows, all)
}

/// Every event, with its place in the run.
fn events(shown: &Shown, language: Language) -> (Vec<Html>, usize) {
    let trace = shown.trace();
    let names = [
        words::COLUMN_STEP,
        words::COLUMN_AT,
        words::THREAD,
        words::COLUMN_WHAT,
    ];
    let mut rows = vec![head(language, &names)];
    rows.extend(trace.events.iter().take(ROWS).map(|event| {
        html! {
            <tr>
                <td class="figure">{ event.step }</td>
                <td class="figure">{ duration(event.at) }</td>
                <td>{ names::thread(trace, event.fiber) }</td>
                <td>{ sentences::event(language, trace, &event.kind) }</td>
            </tr>
        }
    }));
    (rows, trace.events.len())
}
