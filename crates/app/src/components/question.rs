//! The question that a lesson asks before the run, and what the run answers.

use yew::{Html, component, html};

use super::{PaneProps, rich::rich};
use crate::{i18n::words, state::Action};

/// The question, its answers to choose from, and, once there is a run, which of them is true of it.
#[component(QuestionCard)]
pub(crate) fn question_card(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let Some(question) = state.lesson.as_ref().and_then(|lesson| lesson.question.clone()) else {
        return html! {};
    };
    let right = state.right_answer();
    let answers = question.answers.iter().enumerate().map(|(index, answer)| {
        let onchange = dispatch.reform(move |_| Action::Answer(index));
        let class = if right == Some(index) {
            "answer answer-true"
        } else {
            "answer"
        };
        html! {
            <label {class}>
                <input type="radio" name="answer" checked={state.answer == Some(index)} {onchange} />
                <span>{ rich(language.pick(&answer.says)) }</span>
            </label>
        }
    });
    let verdict = right.map(|right| {
        let (tag, words) = match state.answer {
            Some(chosen) if chosen == right => ("right", words::ANSWER_RIGHT),
            Some(_) => ("wrong", words::ANSWER_WRONG),
            None => ("told", words::ANSWER_IS),
        };
        (
            tag,
            words,
            language.pick(&question.answers[right].says).to_owned(),
        )
    });
    html! {
        <fieldset class="question" data-testid="question" data-verdict={verdict.as_ref().map(|(tag, ..)| *tag)}
            data-right={right.map(|right| right.to_string())}>
            <legend>{ language.say(words::QUESTION) }</legend>
            <p class="asks">{ rich(language.pick(&question.asks)) }</p>
            { for answers }
            <p class="verdict" role="status">
                if let Some((tag, words, says)) = verdict {
                    <span class={format!("verdict-{tag}")}>{ language.say(words) }</span>{ " " }<b>{ rich(&says) }</b>
                } else {
                    <span class="muted">{ language.say(words::QUESTION_HINT) }</span>
                }
            </p>
        </fieldset>
    }
}
