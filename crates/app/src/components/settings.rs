//! The settings of the next run.

use trace::{Model, Policy, SwitchPoints};
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html, Properties, TargetCast, component, html};

use super::{
    PaneProps,
    icon::{Icon, Picture},
};
use crate::{
    i18n::{Language, Phrase, words},
    state::{Action, Kind},
};

/// Times that the page accepts, in microseconds: as short as CPython accepts for its switch interval, and up to ten seconds.
const TIMES: (u32, u32) = (1, 10_000_000);

/// How many processors there may be, and how deep PCT may look.
const SMALL: (u32, u32) = (1, 64);

/// What was typed, the nearest number that is accepted, or the old one.
fn number(typed: &str, old: u32, (least, most): (u32, u32)) -> u32 {
    typed.trim().parse().unwrap_or(old).clamp(least, most)
}

fn policy_words(policy: Policy) -> Phrase {
    match policy {
        Policy::CPython => words::POLICY_CPYTHON,
        Policy::Random => words::POLICY_RANDOM,
        Policy::RunToCompletion => words::POLICY_BATCH,
        Policy::SwitchOnBlock => words::POLICY_BLOCK,
        Policy::RoundRobin => words::POLICY_ROUND_ROBIN,
        Policy::Pct => words::POLICY_PCT,
    }
}

/// The settings that matter for the chosen way of running.
#[component(Settings)]
pub(crate) fn settings(PaneProps { state, dispatch }: &PaneProps) -> Html {
    let language = state.language;
    let model = &state.model;
    let set = |change: fn(&mut Model, &str)| {
        let (dispatch, model) = (dispatch.clone(), model.clone());
        move |event: Event| {
            let mut model = model.clone();
            let target = event.target();
            let value = target.and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
            change(
                &mut model,
                &value.and_then(|value| value.as_string()).unwrap_or_default(),
            );
            dispatch.emit(Action::SetModel(model));
        }
    };
    let on_policy = set(|model, value| {
        let policy = Policy::ALL.into_iter().find(|policy| policy.word() == value);
        model.policy = policy.unwrap_or(model.policy);
    });
    let on_points = set(|model, value| {
        model.switch_points = if value == "instruction" {
            SwitchPoints::Instruction
        } else {
            SwitchPoints::CPython
        };
    });
    let on_seed = set(|model, value| model.seed = value.trim().parse().unwrap_or(model.seed));
    let on_interval = set(|model, value| {
        model.switch_interval_us = number(value, model.switch_interval_us, TIMES);
    });
    let on_quantum = set(|model, value| model.quantum_us = number(value, model.quantum_us, TIMES));
    let on_depth = set(|model, value| model.depth = number(value, model.depth, SMALL));
    let on_cores = set(|model, value| model.cores = number(value, model.cores, SMALL));
    let on_new_seed = {
        let model = model.clone();
        dispatch.reform(move |_| {
            Action::SetModel(Model {
                // Short enough to be read aloud.
                seed: (js_sys::Math::random() * 10_000.0) as u64,
                ..model.clone()
            })
        })
    };
    let tick = |change: fn(&mut Model, bool)| {
        let model = model.clone();
        dispatch.reform(move |event: Event| {
            let mut model = model.clone();
            change(
                &mut model,
                event.target_unchecked_into::<HtmlInputElement>().checked(),
            );
            Action::SetModel(model)
        })
    };
    let on_unbuffered = tick(|model, on| model.unbuffered = on);
    let on_gil = tick(|model, on| model.gil = on);
    let has_interval =
        state.kind == Kind::Live || state.kind == Kind::Model && model.policy == Policy::CPython;
    html! {
        <fieldset class="settings" data-testid="settings">
            <legend class="visually-hidden">{ language.say(words::SETTINGS) }</legend>
            if state.kind == Kind::Model {
                <label class="field">
                    <span>{ language.say(words::SWITCH_POINTS) }</span>
                    <select data-testid="switch-points" onchange={on_points}>
                        <option value="cpython" selected={model.switch_points == SwitchPoints::CPython}>{ language.say(words::SWITCH_CPYTHON) }</option>
                        <option value="instruction" selected={model.switch_points == SwitchPoints::Instruction}>{ language.say(words::SWITCH_INSTRUCTION) }</option>
                    </select>
                </label>
                <label class="field">
                    <span>{ language.say(words::POLICY) }</span>
                    <select data-testid="policy" onchange={on_policy}>
                        { for Policy::ALL.into_iter().map(|policy| html! {
                            <option value={policy.word()} selected={model.policy == policy}>{ language.say(policy_words(policy)) }</option>
                        }) }
                    </select>
                </label>
                <div class="field field-row">
                    <label class="field">
                        <span>{ language.say(words::SEED) }</span>
                        <input type="text" inputmode="numeric" class="number" data-testid="seed" value={model.seed.to_string()} onchange={on_seed} />
                    </label>
                    <button type="button" class="button square" data-testid="new-seed"
                        title={language.say(words::NEW_SEED)} aria-label={language.say(words::NEW_SEED)} onclick={on_new_seed}>
                        <Icon of={Picture::Dice} />
                    </button>
                </div>
            }
            if has_interval {
                <NumberField name="switch-interval" label={words::SWITCH_INTERVAL} value={model.switch_interval_us} {language} onchange={on_interval} />
            }
            if state.kind == Kind::Model {
                if model.policy == Policy::RoundRobin {
                    <NumberField name="quantum" label={words::QUANTUM} value={model.quantum_us} {language} onchange={on_quantum} />
                }
                if model.policy == Policy::Pct {
                    <NumberField name="depth" label={words::DEPTH} value={model.depth} {language} onchange={on_depth} />
                }
                <NumberField name="cores" label={words::CORES} value={model.cores} {language} onchange={on_cores} />
                <label class="check" title={language.say(words::GIL_HINT)}>
                    <input type="checkbox" data-testid="gil" checked={model.gil} onchange={on_gil} />
                    <span>{ language.say(words::GIL) }</span>
                </label>
            }
            <label class="check" title={language.say(words::UNBUFFERED_HINT)}>
                <input type="checkbox" data-testid="unbuffered" checked={model.unbuffered} onchange={on_unbuffered} />
                <span>{ language.say(words::UNBUFFERED) }</span>
            </label>
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NumberFieldProps {
    name: &'static str,
    label: Phrase,
    value: u32,
    language: Language,
    onchange: Callback<Event>,
}

#[component(NumberField)]
fn number_field(props: &NumberFieldProps) -> Html {
    html! {
        <label class="field">
            <span>{ props.language.say(props.label) }</span>
            <input type="text" inputmode="numeric" class="number" data-testid={props.name} value={props.value.to_string()}
                onchange={props.onchange.clone()} />
        </label>
    }
}
