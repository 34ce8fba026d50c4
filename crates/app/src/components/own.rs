//! The way to an empty program.

use yew::{Callback, Html, Properties, component, html};

use super::icon::{Icon, Picture};
use crate::{
    i18n::{Language, words},
    state::Action,
};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct EmptyOwnProps {
    /// The language.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// Begins the learner's own program with nothing.
#[component(EmptyOwn)]
pub(crate) fn empty_own(EmptyOwnProps { language, dispatch }: &EmptyOwnProps) -> Html {
    html! {
        <button type="button" class="button small" data-testid="empty-own" title={language.say(words::OWN_EMPTY_HINT)}
            onclick={dispatch.reform(|_| Action::EmptyOwn)}>
            <Icon of={Picture::Plus} />{ language.say(words::OWN_EMPTY) }
        </button>
    }
}
