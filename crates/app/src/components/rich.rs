//! Sentences in which names of the program stand between backticks.

use yew::{Html, html};

/// The sentence with its names set as code. A backtick without a partner stays as it is.
pub(super) fn rich(sentence: &str) -> Html {
    let parts: Vec<&str> = sentence.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return html! { { sentence } };
    }
    let pieces = parts.iter().enumerate().map(|(index, part)| {
        if index % 2 == 1 {
            html! { <code>{ *part }</code> }
        } else {
            html! { { *part } }
        }
    });
    html! { <>{ for pieces }</> }
}
