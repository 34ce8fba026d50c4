//! The settings of the next run.

use trace::{Model, Policy, SwitchPoints};
use web_sys::{Event, HtmlInputElement};
use yew::{Html, TargetCast, component, html};

use super::{
    PaneProps,
    icon::{Icon, Picture},
};
use crate::{
    i18n::words,
    state::{Action, Kind},
};

/// Switch intervals that the page accepts, in microseconds: as short as CPython accepts, and up to ten seconds.
const INTERVALS: (u32, u32) = (1, 10_000_000);

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
        model.policy = if value == "random" {
            Policy::Random
        } else {
            Policy::CPython
        };
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
        let wanted = value.trim().parse().unwrap_or(model.switch_interval_us);
        model.switch_interval_us = wanted.clamp(INTERVALS.0, INTERVALS.1);
    });
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
    let on_unbuffered = {
        let model = model.clone();
        dispatch.reform(move |event: Event| {
            Action::SetModel(Model {
                unbuffered: event.target_unchecked_into::<HtmlInputElement>().checked(),
                ..model.clone()
            })
        })
    };
    let by_chance = model.policy == Policy::Random;
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
                        <option value="cpython" selected={!by_chance}>{ language.say(words::POLICY_CPYTHON) }</option>
                        <option value="random" selected={by_chance}>{ language.say(words::POLICY_RANDOM) }</option>
                    </select>
                </label>
                <div class="field field-row">
                    <label class="field">
                        <span>{ language.say(words::SEED) }</span>
                        <input type="text" inputmode="numeric" class="number" data-testid="seed" value={model.seed.to_string()}
                            disabled={!by_chance} onchange={on_seed} />
                    </label>
                    <button type="button" class="button square" data-testid="new-seed" disabled={!by_chance}
                        title={language.say(words::NEW_SEED)} aria-label={language.say(words::NEW_SEED)} onclick={on_new_seed}>
                        <Icon of={Picture::Dice} />
                    </button>
                </div>
            }
            if state.kind != Kind::Search {
                <label class="field">
                    <span>{ language.say(words::SWITCH_INTERVAL) }{ " (" }{ language.say(words::MICROSECONDS) }{ ")" }</span>
                    <input type="text" inputmode="numeric" class="number" data-testid="switch-interval"
                        value={model.switch_interval_us.to_string()} onchange={on_interval} />
                </label>
            }
            <label class="check" title={language.say(words::UNBUFFERED_HINT)}>
                <input type="checkbox" data-testid="unbuffered" checked={model.unbuffered} onchange={on_unbuffered} />
                <span>{ language.say(words::UNBUFFERED) }</span>
            </label>
        </fieldset>
    }
}
