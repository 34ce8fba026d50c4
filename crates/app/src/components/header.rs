//! The top of the page: name, lesson, actions, language, light or dark.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlSelectElement};
use yew::{Html, TargetCast, component, html};

use super::{
    PaneProps,
    actions::Actions,
    icon::{Icon, Picture},
};
use crate::{
    browser,
    i18n::words,
    state::{Action, OWN, Theme},
};

/// The top of the page.
#[component(Header)]
pub(crate) fn header(props: &PaneProps) -> Html {
    let PaneProps { state, dispatch } = props;
    let language = state.language;
    let (theme, theme_label) = match state.theme {
        Theme::System => (Picture::System, words::THEME_SYSTEM),
        Theme::Light => (Picture::Sun, words::THEME_LIGHT),
        Theme::Dark => (Picture::Moon, words::THEME_DARK),
    };
    let switch_language = dispatch.reform(|_| Action::SwitchLanguage);
    let switch_theme = dispatch.reform(|_| Action::SwitchTheme);
    html! {
        <header class="topbar">
            // Not a link to an anchor: the address's fragment belongs to shared runs.
            <button type="button" class="skip" onclick={|_| focus_program()}>{ language.say(words::SKIP_TO_PROGRAM) }</button>
            <div class="brand">
                <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
                    <path d="M3 10h7c5 0 7 12 12 12h7" class="mark-b" />
                    <path d="M3 22h7c5 0 7-12 12-12h7" class="mark-a" />
                </svg>
                <h1>{ "Interleave" }</h1>
            </div>
            <nav class="lesson-nav" aria-label={language.say(words::LESSON_STEPS)}>
                <button type="button" class="button" data-testid="library-open" title={language.say(words::LIBRARY)}
                    aria-haspopup="dialog" onclick={dispatch.reform(|_| Action::Library(Rc::from("")))}>
                    <Icon of={Picture::List} /><span>{ language.say(words::LIBRARY_OPEN) }</span>
                </button>
                { step(props, Picture::Back) }
                <LessonSelect ..props.clone() />
                { step(props, Picture::Forward) }
            </nav>
            <Actions ..props.clone() />
            <div class="preferences">
                <button type="button" class="button quiet" data-testid="language" lang={language.other().tag()}
                    aria-label={language.say(words::SWITCH_LANGUAGE_LABEL)} onclick={switch_language}>
                    { language.say(words::SWITCH_LANGUAGE) }
                </button>
                <button type="button" class="button quiet square" data-testid="theme" data-theme-choice={state.theme.tag()}
                    aria-label={language.say(theme_label)} title={language.say(theme_label)} onclick={switch_theme}>
                    <Icon of={theme} />
                </button>
            </div>
        </header>
    }
}

/// A small button to the lesson before or behind the open one.
fn step(PaneProps { state, dispatch }: &PaneProps, picture: Picture) -> Html {
    let language = state.language;
    let (before, behind) = state.neighbours();
    let (entry, word, id) = match picture {
        Picture::Back => (before, words::PREVIOUS_LESSON, "step-previous"),
        _ => (behind, words::NEXT_LESSON, "step-next"),
    };
    let name = entry.map(|entry| format!("{} {}", language.say(word), language.pick(&entry.title)));
    let onclick = entry.map(|entry| {
        let wanted = entry.id.clone();
        dispatch.reform(move |_| Action::ChooseLesson(wanted.clone()))
    });
    html! {
        <button type="button" class="button quiet square lesson-step" data-testid={id} disabled={entry.is_none()} title={name.clone()}
            aria-label={name.unwrap_or_else(|| language.say(word).to_owned())} {onclick}>
            <Icon of={picture} />
        </button>
    }
}

fn focus_program() {
    let program = browser::document().get_element_by_id("program");
    if let Some(program) = program.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Focusing an element that is in the page does not fail.
        let _ = program.focus();
    }
}

#[component(LessonSelect)]
fn lesson_select(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let open = state.lesson.as_ref().map_or("", |lesson| lesson.id.as_str());
    let onchange = dispatch.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        Action::ChooseLesson(select.value())
    });
    let entries = state.course.entries().iter().map(|entry| {
        html! {
            <option key={entry.id.clone()} value={entry.id.clone()} selected={entry.id == open}>
                { format!("{}  {}", entry.section, language.pick(&entry.title)) }
            </option>
        }
    });
    html! {
        <label class="lesson-select">
            <span class="visually-hidden">{ language.say(words::CHOOSE_LESSON) }</span>
            <select data-testid="lesson-select" {onchange}>
                { for entries }
                <option key={OWN} value={OWN} selected={open == OWN}>{ language.say(words::MY_PROGRAM) }</option>
            </select>
        </label>
    }
}
