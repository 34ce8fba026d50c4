//! The question that a lesson asks before the run, and what the run says to it.

use lesson::Question;
use yew::{Html, component, html};

use super::{PaneProps, rich::rich};
use crate::{
    i18n::{asking, words},
    state::{Action, Lesson, Standing, State},
};

/// The question, its answers to choose from, and, once there is a run, which of them is true of it.
#[component(QuestionCard)]
pub(crate) fn question_card(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let (Some(lesson), Some(standing)) = (&state.lesson, state.standing()) else {
        return html! {};
    };
    let Some(question) = &lesson.question else {
        return html! {};
    };
    let right = standing.right();
    let answers = question.answers.iter().enumerate().map(|(index, answer)| {
        let onchange = dispatch.reform(move |_| Action::Answer(index));
        let is_right = right == Some(index);
        html! {
            <label class={if is_right { "answer answer-true" } else { "answer" }}>
                <input type="radio" name="answer" checked={state.asking.chosen == Some(index)} {onchange} />
                <span>{ rich(language.pick(&answer.says)) }</span>
                if is_right { <span class="badge">{ language.say(words::THIS_RUN) }</span> }
            </label>
        }
    });
    html! {
        <fieldset class="question" data-testid="question" data-standing={tag(standing)} data-right={right.map(|right| right.to_string())}>
            <legend>
                { language.say(words::QUESTION) }
                if state.progress.answered.contains(&lesson.id) {
                    <span class="answered">{ " · ✓ " }{ language.say(words::ANSWERED_BEFORE) }</span>
                }
            </legend>
            <p class="asks">{ rich(language.pick(&question.asks)) }</p>
            { for answers }
            <p class={format!("verdict verdict-{}", tag(standing))} role="status">{ rich(&verdict(state, lesson, question, standing)) }</p>
        </fieldset>
    }
}

/// The name of a standing for tests and style sheets.
fn tag(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Again => "again",
        Standing::Elsewhere => "elsewhere",
        Standing::Rewritten => "rewritten",
        Standing::Right(_) => "right",
        Standing::Wrong { .. } => "wrong",
        Standing::Told(_) => "told",
        Standing::Otherwise => "otherwise",
    }
}

fn verdict(state: &State, lesson: &Lesson, question: &Question, standing: Standing) -> String {
    let language = state.language;
    let says = |index: usize| language.pick(&question.answers[index].says);
    match standing {
        Standing::Right(right) => asking::expectation(language, says(right), says(right)),
        Standing::Wrong { expected, right } => asking::expectation(language, says(expected), says(right)),
        Standing::Told(right) => asking::answer(language, says(right)),
        Standing::Elsewhere => asking::about(language, language.pick(&lesson.programs[0].title)),
        Standing::Otherwise => language.say(words::ANSWER_OTHERWISE).to_owned(),
        Standing::Rewritten => language.say(words::QUESTION_REWRITTEN).to_owned(),
        Standing::Again => language.say(words::QUESTION_AGAIN).to_owned(),
        Standing::Open if state.asking.chosen.is_some() => language.say(words::QUESTION_CHOSEN).to_owned(),
        Standing::Open => language.say(words::QUESTION_HINT).to_owned(),
    }
}
