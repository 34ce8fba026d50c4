//! A plot that the learner puts together: any number of the program, or the model's processors, against any figure of a run.

use std::rc::Rc;

use lesson::{CORES, Curve, Figure, Log, Measure, Parameter, Plot};
use web_sys::{Event, HtmlSelectElement};
use yew::{Html, TargetCast, UseStateHandle, component, html, use_state};

use super::{draw_button, drawing};
use crate::{
    components::PaneProps,
    i18n::{Phrase, words},
    state::{Kind, PlotId, Program},
};

/// What every run says.
const FIGURES: [(Measure, Phrase); 6] = [
    (Measure::Seconds, words::FIGURE_SECONDS),
    (Measure::GilHeld, words::FIGURE_GIL_HELD),
    (Measure::Switches, words::SWITCHES),
    (Measure::Instructions, words::INSTRUCTIONS),
    (Measure::Threads, words::FIGURE_THREADS),
    (Measure::Processes, words::FIGURE_PROCESSES),
];

/// The form, and what was drawn with it.
#[component(OwnPlot)]
pub(super) fn own_plot(props: &PaneProps) -> Html {
    let state = &props.state;
    let language = state.language;
    let vary = use_state(String::new);
    let how = use_state(|| None::<Kind>);
    let curve = use_state(|| 0_usize);
    let (Some(lesson), Some(program)) = (&state.lesson, state.program()) else {
        return html! {};
    };
    let parameters: Vec<&Parameter> = program
        .parameters
        .iter()
        .filter(|parameter| parameter.spread().len() > 1)
        .collect();
    let sweep = parameters
        .iter()
        .map(|parameter| parameter.name.as_str())
        .chain([CORES])
        .find(|name| *name == vary.as_str())
        .or_else(|| Some(parameters.first()?.name.as_str()))
        .unwrap_or(CORES);
    let kind = match state.possible((*how).unwrap_or(state.kind)) {
        // Processors are a setting of the model.
        _ if sweep == CORES => Kind::Model,
        Kind::Live => Kind::Live,
        Kind::Model | Kind::Search => Kind::Model,
    };
    let plot = Rc::new(plot(&lesson.programs[state.open].id, program, (sweep, kind)));
    let on_vary = on_choice(&vary, str::to_owned);
    let on_how = on_choice(&how, |tag| Kind::ALL.into_iter().find(|kind| kind.tag() == tag));
    let live_off = state.live_off().is_some() || sweep == CORES;
    let drawn = state.sweeps.get(&PlotId::Own);
    html! {
        <details class="own-plot" open={lesson.plots.is_empty()} data-testid="own-plot">
            <summary>{ language.say(words::OWN_PLOT) }</summary>
            <p class="note">{ language.say(words::OWN_PLOT_TEXT) }</p>
            <div class="plot-form">
                <label class="field"><span>{ language.say(words::VARY) }</span>
                    <select data-testid="vary" onchange={on_vary}>
                        { for parameters.iter().map(|parameter| html! {
                            <option value={parameter.name.clone()} selected={parameter.name == sweep}>{ language.pick(&parameter.label).to_owned() }</option>
                        }) }
                        <option value={CORES} selected={sweep == CORES}>{ language.say(words::CORES) }</option>
                    </select>
                </label>
                <label class="field"><span>{ language.say(words::HOW) }</span>
                    <select data-testid="how" onchange={on_how}>
                        <option value={Kind::Live.tag()} selected={kind == Kind::Live} disabled={live_off}>{ language.say(words::MODE_LIVE) }</option>
                        <option value={Kind::Model.tag()} selected={kind == Kind::Model}>{ language.say(words::MODE_MODEL) }</option>
                    </select>
                </label>
                { draw_button(props, PlotId::Own, &plot) }
            </div>
            if let Some(sweep) = drawn {
                <label class="field plot-figure"><span>{ language.say(words::FIGURE) }</span>
                    <select data-testid="figure" onchange={on_choice(&curve, |place| place.parse().unwrap_or_default())}>
                        { for sweep.plot.curves.iter().enumerate().map(|(place, of)| html! {
                            <option value={place.to_string()} selected={place == *curve}>{ language.pick(&of.label).to_owned() }</option>
                        }) }
                    </select>
                </label>
                { drawing(props, (PlotId::Own, sweep), &[(*curve).min(sweep.plot.curves.len() - 1)]) }
            }
        </details>
    }
}

/// Remembers what is chosen in a list.
fn on_choice<T: 'static>(
    place: &UseStateHandle<T>,
    read: fn(&str) -> T,
) -> impl Fn(Event) + 'static + use<T> {
    let place = place.clone();
    move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        place.set(read(&select.value()));
    }
}

/// The plot of the open program over a parameter: the figures that every run says.
fn plot(id: &str, program: &Program, (sweep, kind): (&str, Kind)) -> Plot {
    let curves = FIGURES.map(|(measure, name)| Curve {
        label: name.text(),
        figure: Figure::Measured(measure),
    });
    let mut plot = Plot {
        title: words::OWN_PLOT.text(),
        program: id.to_owned(),
        sweep: sweep.to_owned(),
        values: Vec::new(),
        mode: kind.mode_in_links(),
        log: Log::None,
        curves: curves.to_vec(),
    };
    plot.values = plot.values_among(&program.parameters);
    if are_crowded(&plot.values) {
        plot.log = Log::X;
    }
    plot
}

/// Whether ascending values stand so close to each other at the lower end that only a logarithmic axis has room for them.
fn are_crowded(values: &[f64]) -> bool {
    let [first, second, .., last] = values else {
        return false;
    };
    *first > 0.0 && (second - first) * (values.len() * 2) as f64 <= last - first
}

#[cfg(test)]
mod tests {
    use super::are_crowded;

    #[test]
    fn doubled_values_are_crowded_and_even_ones_are_not() {
        assert!(are_crowded(&[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0]));
        assert!(are_crowded(&[0.001, 0.01, 0.1]));
        assert!(!are_crowded(&[0.0, 0.001, 0.1]), "0 has no logarithm");
        assert!(!are_crowded(&[1.0, 15.0, 29.0, 43.0]));
        assert!(!are_crowded(&[1.0, 100.0]));
    }
}
