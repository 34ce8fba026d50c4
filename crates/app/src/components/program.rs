//! The program: variants, parameters, editor, problems.

use trace::{Diagnostic, Severity};
use yew::{Callback, Html, component, html};

use super::{
    PaneProps,
    editor::{CursorLine, Editor},
    icon::{Icon, Picture},
    own::EmptyOwn,
    rich::rich,
    sliders::Sliders,
};
use crate::{
    i18n::{Language, names, sentences, words},
    state::{Action, OWN, State},
    timeline::{cursor, lane_colour},
};

/// The program's region.
#[component(ProgramPane)]
pub(crate) fn program_pane(props: &PaneProps) -> Html {
    let PaneProps { state, dispatch } = props;
    let language = state.language;
    let (Some(lesson), Some(program)) = (&state.lesson, state.program()) else {
        return html! { <section class="pane program" id="program" tabindex="-1" aria-label={language.say(words::PROGRAM)} /> };
    };
    let original = &lesson.programs[state.open].source;
    let edited = program.text != *original;
    let key = format!("{}/{}", lesson.id, lesson.programs[state.open].id);
    html! {
        <section class="pane program" id="program" tabindex="-1" data-testid="program" data-program={lesson.programs[state.open].id.clone()}
            data-edited={edited.to_string()} data-diagnostics={state.diagnostics.len().to_string()}
            data-checking={(state.checks > 0).to_string()} aria-labelledby="program-title">
            <div class="pane-head">
                <h2 id="program-title">{ language.say(words::PROGRAM) }</h2>
                if edited { <span class="badge">{ language.say(words::EDITED) }</span> }
                <span class="spring" />
                if !program.kept.is_empty() {
                    <button type="button" class="button small" data-testid="undo-reset" onclick={dispatch.reform(|_| Action::Restore)}>
                        { language.say(words::UNDO_RESET) }
                    </button>
                }
                <button type="button" class="button small" data-testid="reset" disabled={!edited} title={language.say(words::RESET_HINT)}
                    onclick={dispatch.reform(|_| Action::Reset)}>
                    <Icon of={Picture::Undo} />{ language.say(words::RESET) }
                </button>
                if lesson.id == OWN {
                    <EmptyOwn dispatch={dispatch.clone()} {language} />
                } else {
                    <button type="button" class="button small" data-testid="copy-to-own" title={language.say(words::OWN_COPY_HINT)}
                        onclick={dispatch.reform(|_| Action::CopyToOwn)}>
                        <Icon of={Picture::Copy} />{ language.say(words::OWN_COPY) }
                    </button>
                }
            </div>
            <Variants ..props.clone() />
            <Sliders parameters={program.parameters.clone()} faults={program.faults.clone()} {language} dispatch={dispatch.clone()} />
            <Editor {key} text={program.text.clone()} {language} cursor_lines={cursor_lines(state)}
                diagnostics={state.diagnostics.clone()} on_edit={dispatch.reform(Action::Edited)} />
            <p class="editor-foot">
                <span data-testid="check-status">{ check_status(state) }</span>
                <span class="muted keyboard-only">{ language.say(words::EDITOR_LEAVE) }</span>
            </p>
            { problems(&state.diagnostics, language) }
        </section>
    }
}

fn check_status(state: &State) -> Html {
    let language = state.language;
    let class = if state.diagnostics.is_empty() {
        "muted"
    } else {
        "bad"
    };
    let text = if state.checks > 0 {
        language.say(words::CHECKING).to_owned()
    } else if state.diagnostics.is_empty() {
        language.say(words::NO_PROBLEMS).to_owned()
    } else {
        sentences::problems(language, state.diagnostics.len())
    };
    html! { <span {class}>{ text }</span> }
}

/// More problems than these are not listed; the first ones are what the learner mends first.
const LISTED: usize = 50;

fn problems(diagnostics: &[Diagnostic], language: Language) -> Html {
    if diagnostics.is_empty() {
        return html! {};
    }
    let items = diagnostics.iter().take(LISTED).map(|diagnostic| {
        let (class, severity) = match diagnostic.severity {
            Severity::Error => ("problem problem-error", words::ERROR),
            Severity::Warning => ("problem problem-warning", words::WARNING),
        };
        html! {
            <li {class} data-testid="diagnostic" data-line={diagnostic.place.line.to_string()} data-column={diagnostic.place.column.to_string()}>
                <span class="problem-place">
                    { language.say(severity) }{ " · " }{ sentences::place(language, diagnostic.place) }
                </span>
                <span>{ rich(language.pick(&diagnostic.message)) }</span>
                if let Some(instead) = &diagnostic.instead {
                    <span class="problem-instead"><b>{ language.say(words::INSTEAD) }</b>{ " " }{ rich(language.pick(instead)) }</span>
                }
            </li>
        }
    });
    html! { <ul class="problems" data-testid="diagnostics" role="status">{ for items }</ul> }
}

#[component(Variants)]
fn variants(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let programs = state.lesson.as_ref().map_or(&[][..], |lesson| &lesson.programs);
    if programs.len() < 2 {
        return html! {};
    }
    let tabs = programs.iter().enumerate().map(|(index, program)| {
        let chosen = index == state.open;
        let onchange = dispatch.reform(move |_| Action::ChooseProgram(index));
        html! {
            <label class="segment">
                <input type="radio" name="variant" checked={chosen} {onchange} data-testid={format!("variant-{}", program.id)} />
                <span>{ language.pick(&program.title) }</span>
            </label>
        }
    });
    html! {
        <fieldset class="segments variants" data-testid="variants">
            <legend class="visually-hidden">{ language.say(words::VARIANTS) }</legend>
            { for tabs }
        </fieldset>
    }
}

/// Where each thread stands at the cursor; the one that ran last is the current one.
fn cursor_lines(state: &State) -> Vec<CursorLine> {
    let (Some(shown), Some((step, view))) = (&state.shown, &state.inspection.view) else {
        return Vec::new();
    };
    if state.cursor.is_none() || !state.shown_is_current() {
        return Vec::new();
    }
    let last = cursor::last_runner(shown.trace(), *step);
    let fibers = (0..).map(trace::FiberId).zip(&view.fibers);
    fibers
        .filter_map(|(fiber, view)| {
            let frame = view.frames.last()?;
            Some(CursorLine {
                line: frame.place.line,
                lane: lane_colour(fiber),
                current: last == Some(fiber),
                title: names::thread(shown.trace(), fiber),
            })
        })
        .collect()
}

/// What the editor reports with.
pub(crate) type OnEdit = Callback<String>;
