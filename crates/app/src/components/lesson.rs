//! The lesson's text.

use std::rc::Rc;

use web_sys::Element;
use wire::Link;
use yew::{AttrValue, Html, MouseEvent, TargetCast, component, html};

use super::{PaneProps, question::QuestionCard};
use crate::{
    i18n::words,
    state::{Action, LessonEntry, OWN},
};

/// The lesson's region. The texts are our own files, rendered when the product is built, so their HTML is trusted.
#[component(LessonPane)]
pub(crate) fn lesson_pane(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let Some(lesson) = &state.lesson else {
        return html! {
            <section class="pane lesson" aria-busy="true" aria-label={language.say(words::LESSONS)}>
                <p class="muted">{ language.say(words::LESSON_LOADING) }</p>
            </section>
        };
    };
    let press = {
        let dispatch = dispatch.clone();
        move |event: MouseEvent| {
            let address = event
                .target_dyn_into::<Element>()
                .and_then(|element| element.closest("a[href]").ok().flatten())
                .and_then(|anchor| anchor.get_attribute("href"));
            if let Some(link) = address.as_deref().and_then(Link::from_button) {
                event.prevent_default();
                dispatch.emit(Action::ButtonPressed(link.map(Box::new)));
            }
        }
    };
    let text = AttrValue::from(language.pick(&lesson.html).to_owned());
    let class = if lesson.id == OWN {
        "pane lesson lesson-own"
    } else {
        "pane lesson"
    };
    html! {
        <section {class} data-testid="lesson" data-lesson={lesson.id.clone()} aria-label={language.say(words::LESSONS)}>
            <h2>{ language.pick(&lesson.title) }</h2>
            if lesson.id == OWN {
                <p class="muted">{ language.say(words::OWN_TEXT) }</p>
            } else {
                <QuestionCard state={Rc::clone(state)} dispatch={dispatch.clone()} />
                <article class="prose" onclick={press}>{ Html::from_html_unchecked(text) }</article>
                <Neighbours state={Rc::clone(state)} dispatch={dispatch.clone()} />
            }
        </section>
    }
}

/// The lessons before and behind this one.
#[component(Neighbours)]
fn neighbours(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let (before, behind) = state.neighbours();
    let button = |entry: &LessonEntry, word, id: &'static str| {
        let wanted = entry.id.clone();
        let onclick = dispatch.reform(move |_| Action::ChooseLesson(wanted.clone()));
        html! {
            <button type="button" class="button neighbour" data-testid={id} {onclick}>
                <span class="muted">{ language.say(word) }</span>{ " " }{ language.pick(&entry.title) }
            </button>
        }
    };
    let before = before.map(|entry| button(entry, words::PREVIOUS_LESSON, "previous-lesson"));
    let behind = behind.map(|entry| button(entry, words::NEXT_LESSON, "next-lesson"));
    html! {
        <nav class="neighbours" aria-label={language.say(words::LESSON_STEPS)}>
            { for before }<span class="spring" />{ for behind }
        </nav>
    }
}
