//! The parameters that the program's text declares, as sliders and fields. The text stays the truth: what is set here is
//! written into it, and what is typed there moves the slider.

use std::rc::Rc;

use lesson::{Control, Parameter, ParameterError, Value};
use web_sys::{Event, HtmlInputElement, InputEvent};
use yew::{Callback, Html, Properties, TargetCast, component, html};

use super::rich::rich;
use crate::{
    i18n::{Language, words},
    state::Action,
};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct SlidersProps {
    /// The parameters.
    pub parameters: Rc<Vec<Parameter>>,
    /// What is wrong with them.
    pub faults: Rc<Vec<ParameterError>>,
    /// The language of the labels.
    pub language: Language,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// All parameters.
#[component(Sliders)]
pub(crate) fn sliders(props: &SlidersProps) -> Html {
    let language = props.language;
    if props.parameters.is_empty() && props.faults.is_empty() {
        return html! {};
    }
    html! {
        <fieldset class="parameters" data-testid="parameters">
            <legend class="visually-hidden">{ language.say(words::PARAMETERS) }</legend>
            { for props.parameters.iter().map(|parameter| field(parameter, props)) }
            if !props.faults.is_empty() {
                <ul class="problems" role="status" data-testid="parameter-faults">
                    { for props.faults.iter().map(|fault| html! { <li class="problem problem-error">{ rich(language.pick(&fault.text())) }</li> }) }
                </ul>
            }
        </fieldset>
    }
}

fn field(parameter: &Parameter, props: &SlidersProps) -> Html {
    let name = &parameter.name;
    let id = format!("parameter-{name}");
    let label = props.language.pick(&parameter.label).to_owned();
    let value = parameter.value.to_string();
    let input = match &parameter.control {
        Control::Slider { min, max, step, .. } => {
            let shown = html! {
                <output for={id.clone()} data-testid={format!("value-{name}")}>{ &value }</output>
            };
            let fill = Value::Number(*max) != Value::Number(*min);
            let part = match parameter.value {
                Value::Number(number) if fill => ((number - min) / (max - min)).clamp(0.0, 1.0),
                _ => 0.0,
            };
            return html! {
                <div class="parameter" key={name.clone()}>
                    <label for={id.clone()}>{ label }<code>{ name }</code></label>
                    <input type="range" {id} data-testid={format!("slider-{name}")} min={min.to_string()} max={max.to_string()}
                        step={step.to_string()} {value} style={format!("--part:{:.2}%", part * 100.0)} oninput={typed(parameter, props)} />
                    { shown }
                </div>
            };
        }
        Control::Number { min, max, step, .. } => html! {
            <input type="number" {id} data-testid={format!("field-{name}")} min={min.map(|min| min.to_string())} max={max.map(|max| max.to_string())}
                step={step.map_or_else(|| "any".to_owned(), |step| step.to_string())} {value} onchange={set(parameter, props)} />
        },
        Control::Boolean => {
            let checked = parameter.value == Value::Boolean(true);
            let (dispatch, name) = (props.dispatch.clone(), name.clone());
            let onchange = move |event: Event| {
                let input: HtmlInputElement = event.target_unchecked_into();
                dispatch.emit(Action::SetParameter(
                    name.clone(),
                    Value::Boolean(input.checked()),
                ));
            };
            html! { <input type="checkbox" {id} data-testid={format!("field-{}", parameter.name)} {checked} {onchange} /> }
        }
        Control::Text => html! {
            <input type="text" {id} data-testid={format!("field-{name}")} {value} onchange={set(parameter, props)} />
        },
        Control::Choice(choices) => {
            let options = choices.iter().map(|choice| {
                let selected = choice.value == parameter.value;
                html! { <option value={choice.value.to_string()} {selected}>{ choice.text().to_owned() }</option> }
            });
            html! { <select {id} data-testid={format!("field-{name}")} onchange={set(parameter, props)}>{ for options }</select> }
        }
    };
    html! {
        <div class="parameter parameter-plain" key={parameter.name.clone()}>
            <label for={format!("parameter-{}", parameter.name)}>{ label }<code>{ &parameter.name }</code></label>
            { input }
        </div>
    }
}

/// Takes what a field holds; what violates the declaration is told by the reducer's answer.
fn take(parameter: &Parameter, dispatch: &Callback<Action>, text: &str) {
    let value = parameter
        .read(text)
        .unwrap_or_else(|_| Value::Text(text.to_owned()));
    dispatch.emit(Action::SetParameter(parameter.name.clone(), value));
}

fn text_of(target: Option<web_sys::EventTarget>) -> String {
    let value = target.and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

fn set(parameter: &Parameter, props: &SlidersProps) -> Callback<Event> {
    let (parameter, dispatch) = (parameter.clone(), props.dispatch.clone());
    Callback::from(move |event: Event| take(&parameter, &dispatch, &text_of(event.target())))
}

fn typed(parameter: &Parameter, props: &SlidersProps) -> Callback<InputEvent> {
    let (parameter, dispatch) = (parameter.clone(), props.dispatch.clone());
    Callback::from(move |event: InputEvent| take(&parameter, &dispatch, &text_of(event.target())))
}
