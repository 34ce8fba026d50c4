//! How the run ended, in words.

use std::rc::Rc;

use trace::{End, EventKind, WaitsFor};
use yew::{Html, Properties, component, html};

use super::rich::rich;
use crate::{
    i18n::{Language, sentences},
    state::Shown,
};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct BannerProps {
    /// The run.
    pub shown: Rc<Shown>,
    /// The language.
    pub language: Language,
}

/// The end of the run.
#[component(Banner)]
pub(crate) fn banner(BannerProps { shown, language }: &BannerProps) -> Html {
    let trace = shown.trace();
    let raised = trace
        .events
        .iter()
        .any(|event| matches!(event.kind, EventKind::Raised { .. }));
    let class = match trace.end {
        End::Finished { status: 0 } if !raised => "banner banner-good",
        End::Stopped => "banner",
        _ => "banner banner-bad",
    };
    let sentences = sentences::end_text(*language, trace);
    html! {
        <div {class} role="status" data-testid="banner">
            <strong>{ sentences::end_title(*language, &trace.end) }</strong>
            <div>{ for sentences.into_iter().map(|sentence| html! { <p>{ rich(&sentence) }</p> }) }</div>
            if let End::Deadlock { waits } = &trace.end { { super::waits::waits(*language, trace, &WaitsFor::in_deadlock(waits)) } }
        </div>
    }
}
