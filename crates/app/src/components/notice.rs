//! A message about the page as a whole.

use yew::{Html, component, html};

use super::{
    PaneProps,
    icon::{Icon, Picture},
    rich::rich,
};
use crate::{
    i18n::words,
    state::{Action, Course, Notice},
};

/// The message, if there is one. The region is always there, so that screen readers notice what appears in it.
#[component(NoticeBar)]
pub(crate) fn notice_bar(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let message = state.notice.as_ref().map(|notice| {
        let text = match notice {
            Notice::Words(phrase) => language.say(*phrase),
            Notice::Text(text) => language.pick(text),
        };
        html! {
            <div class="notice" data-testid="notice">
                <p>{ rich(text) }</p>
                if state.course == Course::Absent {
                    <button type="button" class="button" onclick={dispatch.reform(|_| Action::LoadCourse)}>
                        { language.say(words::TRY_AGAIN) }
                    </button>
                }
                <button type="button" class="button quiet square" data-testid="notice-dismiss" aria-label={language.say(words::DISMISS)}
                    onclick={dispatch.reform(|_| Action::Dismiss)}><Icon of={Picture::Close} /></button>
            </div>
        }
    });
    html! { <div class="notices" role="status" aria-live="polite">{ message.unwrap_or_default() }</div> }
}
