//! What the program printed.

use std::rc::Rc;

use trace::{Step, Stream};
use yew::{Html, component, html, use_effect_with, use_node_ref};

use super::{
    PaneProps,
    icon::{Icon, Picture},
};
use crate::{
    i18n::{Language, sentences, words},
    state::{Action, Chunk, Shown, State},
};

/// How many writes of a finished run the page shows; beyond, it shows those around the cursor, or the last ones.
const WRITES: usize = 1_000;

/// The writes to show, and how many are left out.
fn window(shown: &Shown, cursor: Option<Step>) -> (Vec<Chunk>, usize) {
    let all: Vec<(Stream, &str, Step)> = shown.chunks().collect();
    let behind = cursor.map_or(all.len(), |cursor| {
        all.partition_point(|(_, _, step)| *step <= cursor)
    });
    let end = (behind + WRITES / 4).min(all.len()).max(WRITES.min(all.len()));
    let start = end.saturating_sub(WRITES);
    let chunks = all[start..end].iter().map(|(stream, text, step)| Chunk {
        stream: *stream,
        text: Rc::from(*text),
        step: *step,
    });
    (chunks.collect(), all.len() - (end - start))
}

/// Neighbours on the same stream and on the same side of the cursor become one piece.
fn pieces(chunks: &[Chunk], cursor: Option<Step>) -> Vec<(Stream, bool, String)> {
    let mut pieces: Vec<(Stream, bool, String)> = Vec::new();
    for chunk in chunks {
        let later = cursor.is_some_and(|cursor| chunk.step > cursor);
        match pieces.last_mut() {
            Some((stream, side, text)) if (*stream, *side) == (chunk.stream, later) => {
                text.push_str(&chunk.text);
            }
            _ => pieces.push((chunk.stream, later, chunk.text.to_string())),
        }
    }
    pieces
}

fn view(pieces: Vec<(Stream, bool, String)>, language: Language) -> Html {
    pieces
        .into_iter()
        .map(|(stream, later, text)| {
            let class = match (stream, later) {
                (Stream::Out, false) => "out",
                (Stream::Out, true) => "out later",
                (Stream::Err, false) => "err",
                (Stream::Err, true) => "err later",
            };
            let title = (stream == Stream::Err).then(|| language.say(words::STDERR));
            html! { <span {class} {title}>{ text }</span> }
        })
        .collect()
}

/// The console.
#[component(ConsoleView)]
pub(crate) fn console_view(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let screen = use_node_ref();
    let (chunks, hidden) = content(state);
    let following = state.run.phase.is_busy();
    {
        let screen = screen.clone();
        use_effect_with(Rc::clone(&state.run.console), move |_| {
            if let Some(screen) = screen.cast::<web_sys::Element>().filter(|_| following) {
                screen.set_scroll_top(screen.scroll_height());
            }
        });
    }
    let cursor = state.cursor.filter(|_| state.shown.is_some());
    let pieces = pieces(&chunks, cursor);
    html! {
        <section class="card console" aria-labelledby="console-title">
            <div class="card-head">
                <h3 id="console-title">{ language.say(words::CONSOLE) }</h3>
                <span class="spring" />
                <button type="button" class="button small" data-testid="copy-console" disabled={pieces.is_empty()}
                    onclick={dispatch.reform(|_| Action::CopyConsole)}><Icon of={Picture::Copy} />{ language.say(words::COPY) }</button>
            </div>
            if hidden > 0 { <p class="note" data-testid="console-cut">{ sentences::console_cut(language, hidden) }</p> }
            <pre class="screen" ref={screen} tabindex="0" data-testid="console" role="log" aria-live="off" aria-labelledby="console-title">
                if pieces.is_empty() && !following { <span class="muted">{ language.say(words::CONSOLE_EMPTY) }</span> }
                { view(pieces, language) }
            </pre>
        </section>
    }
}

fn content(state: &State) -> (Vec<Chunk>, usize) {
    match &state.shown {
        Some(shown) => window(shown, state.cursor),
        None => (state.run.console.to_vec(), 0),
    }
}
