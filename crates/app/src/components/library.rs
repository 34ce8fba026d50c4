//! The library: all lessons by the parts of the course, with a search.

use std::rc::Rc;

use web_sys::{Event, HtmlDialogElement, HtmlInputElement, InputEvent};
use yew::{Callback, Html, TargetCast, component, html, use_effect_with, use_node_ref};

use super::{
    PaneProps,
    icon::{Icon, Picture},
};
use crate::{
    i18n::words,
    state::{Action, LessonEntry, State},
};

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
                // Showing a dialog fails only if it is shown already.
                true if !dialog.open() => drop(dialog.show_modal()),
                false if dialog.open() => dialog.close(),
                _ => {}
            }
        });
    }
    let content = state.library.as_ref().map(|search| {
        let found: Vec<&LessonEntry> =
            state.course.entries().iter().filter(|entry| entry.matches(search)).collect();
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
                <input type="search" class="library-search" data-testid="library-search" autofocus=true value={search.to_string()} {oninput}
                    placeholder={language.say(words::LIBRARY_SEARCH)} aria-label={language.say(words::LIBRARY_SEARCH)} />
                if found.is_empty() { <p class="muted" role="status">{ language.say(words::LIBRARY_NOTHING) }</p> }
                <div class="library-parts"><div class="library-columns">{ for parts }</div></div>
            </>
        }
    });
    let close = dispatch.reform(|_: Event| Action::CloseLibrary);
    html! {
        <dialog ref={dialog} class="dialog library" data-testid="library" aria-labelledby="library-title" onclose={close}>
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

fn lesson(entry: &LessonEntry, state: &State, dispatch: &Callback<Action>) -> Html {
    let language = state.language;
    let id = entry.id.clone();
    let onclick = dispatch.reform(move |_| Action::ChooseLesson(id.clone()));
    let is_open = state.lesson.as_ref().is_some_and(|lesson| lesson.id == entry.id);
    html! {
        <li>
            <button type="button" class="library-lesson" data-testid="library-lesson" aria-current={is_open.then_some("page")} {onclick}>
                <span class="library-number">{ &entry.section }</span>
                <span class="library-name">{ language.pick(&entry.title) }
                    if state.answered.contains(&entry.id) {
                        <span class="library-tick" aria-hidden="true">{ " ✓" }</span>
                        <span class="visually-hidden">{ ", " }{ language.say(words::LIBRARY_ANSWERED) }</span>
                    }
                </span>
                <span class="library-about muted">{ language.pick(&entry.about) }</span>
            </button>
        </li>
    }
}
