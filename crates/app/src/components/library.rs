//! The library: all lessons by the parts of the course, with a search.

use std::rc::Rc;

use web_sys::{Event, HtmlDialogElement, HtmlInputElement, InputEvent, KeyboardEvent};
use yew::{Callback, Html, NodeRef, TargetCast, component, html, use_effect_with, use_node_ref};

use super::{
    PaneProps,
    icon::{Icon, Picture},
    own::EmptyOwn,
};
use crate::{
    browser,
    i18n::{asking, words},
    state::{Action, LessonEntry, OWN, State},
};

/// What the arrow keys go through: the search and the lessons that it finds.
const STOPS: &str = ".library-search, .library-lesson";

/// The dialog.
#[component(Library)]
pub(crate) fn library(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(state.library.is_some(), move |open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else {
                return;
            };
            match open {
                true if !dialog.open() => {
                    // Showing a dialog fails only if it is shown already.
                    drop(dialog.show_modal());
                    if let Ok(Some(open)) = dialog.query_selector("[aria-current]") {
                        open.scroll_into_view_with_bool(false);
                    }
                }
                false if dialog.open() => dialog.close(),
                _ => {}
            }
        });
    }
    let content = state.library.as_ref().map(|search| {
        let found = state.found();
        let onkeydown = {
            let dispatch = dispatch.clone();
            move |event: KeyboardEvent| {
                if event.key() == "Enter" {
                    dispatch.emit(Action::ChooseFound);
                }
            }
        };
        let parts = found.chunk_by(|a, b| a.part == b.part).map(|lessons| {
            html! {
                <section class="library-part">
                    <h3>{ language.pick(&lessons[0].part) }</h3>
                    <ul>{ for lessons.iter().map(|entry| lesson(entry, state, dispatch)) }</ul>
                </section>
            }
        });
        let oninput = dispatch.reform(|event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            Action::Library(Rc::from(input.value()))
        });
        html! {
            <>
                <input type="search" class="library-search" data-testid="library-search" autofocus=true value={search.to_string()} {oninput} {onkeydown}
                    placeholder={language.say(words::LIBRARY_SEARCH)} aria-label={language.say(words::LIBRARY_SEARCH)} />
                <div class="row">
                    <span class="muted" data-testid="library-progress">{ progress(state) }</span>
                    <span class="spring" />
                    <button type="button" class="button small" data-testid="library-own" onclick={dispatch.reform(|_| Action::ChooseLesson(OWN.to_owned()))}>
                        { language.say(words::MY_PROGRAM) }</button>
                    <EmptyOwn {language} dispatch={dispatch.clone()} />
                </div>
                if found.is_empty() { <p class="muted" role="status">{ language.say(words::LIBRARY_NOTHING) }</p> }
                <div class="library-parts"><div class="library-columns">{ for parts }</div></div>
            </>
        }
    });
    let close = dispatch.reform(|_: Event| Action::CloseLibrary);
    html! {
        <dialog ref={dialog.clone()} class="dialog library" data-testid="library" aria-labelledby="library-title" onclose={close}
            onkeydown={move |event| step(&dialog, &event)}>
            <div class="card-head">
                <h2 id="library-title">{ language.say(words::LIBRARY) }</h2>
                <span class="spring" />
                <button type="button" class="button quiet square" data-testid="library-close" aria-label={language.say(words::CLOSE)}
                    onclick={dispatch.reform(|_| Action::CloseLibrary)}><Icon of={Picture::Close} /></button>
            </div>
            { content.unwrap_or_default() }
        </dialog>
    }
}

/// Up and down go from lesson to lesson.
fn step(dialog: &NodeRef, event: &KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    if let Some(dialog) = dialog.cast() {
        event.prevent_default();
        browser::move_focus(&dialog, STOPS, by);
    }
}

fn progress(state: &State) -> String {
    let entries = state.course.entries();
    let answered = entries
        .iter()
        .filter(|entry| state.progress.answered.contains(&entry.id));
    asking::progress(state.language, answered.count(), entries.len())
}

/// What the learner has done with a lesson, for the eye and for the ear.
fn mark(entry: &LessonEntry, state: &State) -> Html {
    let (tag, sign, word) = if state.progress.answered.contains(&entry.id) {
        ("answered", "✓", words::LIBRARY_ANSWERED)
    } else if state.progress.opened.contains(&entry.id) {
        ("opened", "○", words::LIBRARY_OPENED)
    } else {
        return html! {};
    };
    let word = state.language.say(word);
    html! {
        <span class={format!("library-mark library-{tag}")} title={word}>
            <span aria-hidden="true">{ sign }</span><span class="visually-hidden">{ word }</span>
        </span>
    }
}

fn lesson(entry: &LessonEntry, state: &State, dispatch: &Callback<Action>) -> Html {
    let language = state.language;
    let id = entry.id.clone();
    let onclick = dispatch.reform(move |_| Action::ChooseLesson(id.clone()));
    let is_open = state.lesson.as_ref().is_some_and(|lesson| lesson.id == entry.id);
    html! {
        <li>
            <button type="button" class="library-lesson" data-testid="library-lesson" aria-current={is_open.then_some("page")} {onclick}>
                <span class="library-number">{ &entry.section }</span>
                <span class="library-name">{ language.pick(&entry.title) }{ " " }{ mark(entry, state) }</span>
                <span class="library-about muted">{ language.pick(&entry.about) }</span>
            </button>
        </li>
    }
}
