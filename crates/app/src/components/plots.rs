//! Plots: the lesson's, and one that the learner puts together.

mod amdahl;
mod own;

use std::rc::Rc;

use lesson::Plot;
use yew::{Html, Properties, component, html};

use self::{amdahl::SpeedUp, own::OwnPlot};
use super::{
    PaneProps,
    chart::{Chart, Drawn, Points},
    icon::{Icon, Picture},
};
use crate::{
    i18n::{Language, figure, measures, words},
    state::{Action, Kind, PlotId, Sweep, Topic},
};

/// The card of plots.
#[component(Plots)]
pub(crate) fn plots(props: &PaneProps) -> Html {
    let language = props.state.language;
    let Some(lesson) = &props.state.lesson else {
        return html! {};
    };
    html! {
        <section class="card plots" aria-labelledby="plots-title" data-testid="plots">
            <div class="card-head"><h3 id="plots-title">{ language.say(words::PLOTS) }</h3></div>
            { for lesson.plots.iter().enumerate().map(|(place, plot)| html! {
                <LessonPlot key={place} pane={props.clone()} id={PlotId::Lesson(place)} plot={plot.clone()} />
            }) }
            <OwnPlot key={lesson.id.clone()} ..props.clone() />
        </section>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct LessonPlotProps {
    pane: PaneProps,
    id: PlotId,
    plot: Rc<Plot>,
}

/// A plot that the lesson offers.
#[component(LessonPlot)]
fn lesson_plot(props: &LessonPlotProps) -> Html {
    let language = props.pane.state.language;
    html! {
        <section class="plot" data-testid="plot">
            <div class="plot-head">
                <h4>{ language.pick(&props.plot.title) }</h4>
                { draw_button(&props.pane, props.id, &props.plot) }
            </div>
            if let Some(sweep) = props.pane.state.sweeps.get(&props.id) {
                { drawing(&props.pane, (props.id, sweep), &(0..sweep.plot.curves.len()).collect::<Vec<_>>()) }
            }
        </section>
    }
}

/// The button that draws a plot, and stops that again.
fn draw_button(PaneProps { state, dispatch }: &PaneProps, id: PlotId, plot: &Rc<Plot>) -> Html {
    let language = state.language;
    let topic = Topic::Plot(id);
    if state.measuring.is_some_and(|measuring| measuring.topic == topic) {
        return stop_button(state.language, dispatch.reform(|_| Action::Stop));
    }
    let name = if state.sweeps.contains_key(&id) {
        words::DRAW_AGAIN
    } else {
        words::DRAW
    };
    let plot = Rc::clone(plot);
    let disabled = !state.can_measure();
    let onclick = dispatch.reform(move |_| Action::Draw(id, Rc::clone(&plot)));
    html! {
        <button type="button" class="button small" data-testid="draw" {disabled} {onclick}>{ language.say(name) }</button>
    }
}

/// The button that stops a series of runs.
pub(super) fn stop_button(language: Language, onclick: yew::Callback<yew::MouseEvent>) -> Html {
    html! {
        <button type="button" class="button small" data-testid="stop-series" {onclick}>
            <Icon of={Picture::Stop} />{ language.say(words::STOP) }
        </button>
    }
}

/// What has been drawn so far of a plot: these of its curves, why some points are missing, and all of it as a table.
fn drawing(PaneProps { state, .. }: &PaneProps, (id, sweep): (PlotId, &Sweep), curves: &[usize]) -> Html {
    let language = state.language;
    let series = &sweep.series;
    let (made, all) = (series.outcomes.len(), series.plans.len());
    let under_way = state
        .measuring
        .is_some_and(|measuring| measuring.topic == Topic::Plot(id));
    let status = match (under_way, series.is_complete()) {
        (true, _) => measures::progress(language, made, all),
        (false, true) => String::new(),
        (false, false) => measures::stopped(language, made, all),
    };
    let axis = language.pick(&sweep.axis).to_owned();
    let drawn: Vec<Drawn> = curves
        .iter()
        .filter_map(|curve| {
            Some(Drawn {
                name: language.pick(&sweep.plot.curves.get(*curve)?.label).to_owned(),
                points: Points::Measured(sweep.points(*curve)),
            })
        })
        .collect();
    let gaps = sweep.gaps(curves);
    html! {
        <div class="drawing" data-testid="drawing" data-under-way={under_way.to_string()} data-runs={made.to_string()}>
            <p class="note">
                <span class="badge">{ language.say(time_of(sweep.kind)) }</span>
                { " " }<span role="status" data-testid="plot-status">{ status }</span>
            </p>
            if !under_way && sweep.is_stale(state) { <p class="note bad">{ language.say(words::PLOT_STALE) }</p> }
            if made > 0 {
                <Chart label={language.pick(&sweep.plot.title).to_owned()} axis={axis.clone()} values={Rc::from(&*sweep.values)}
                    log={sweep.plot.log} curves={drawn.clone()} {language} />
            }
            if !gaps.is_empty() {
                <ul class="gaps" data-testid="gaps">
                    { for gaps.iter().map(|(gap, values)| html! { <li>{ measures::gap(language, &sweep.axis, values, gap) }</li> }) }
                </ul>
            }
            if made > 0 { { table(&axis, &sweep.values[..made], &drawn) } }
            if let Some(curve) = amdahl::times(sweep, curves) { <SpeedUp points={sweep.points(curve)} values={sweep.values.clone()} log={sweep.plot.log} {axis} {language} /> }
        </div>
    }
}

/// Whether times are measured or virtual.
fn time_of(kind: Kind) -> crate::i18n::Phrase {
    match kind {
        Kind::Live => words::MEASURED_TIME,
        Kind::Model | Kind::Search => words::VIRTUAL_TIME,
    }
}

/// The points in figures.
fn table(axis: &str, values: &[f64], curves: &[Drawn]) -> Html {
    let rows = values.iter().enumerate().map(|(place, value)| {
        let cells = curves.iter().map(|curve| {
            let point = match &curve.points {
                Points::Measured(points) => points.get(place).copied().flatten(),
                Points::Law(_) => None,
            };
            html! { <td class="figure" data-label={curve.name.clone()}>{ point.map_or_else(|| "–".to_owned(), figure) }</td> }
        });
        html! { <tr><th scope="row" class="figure">{ figure(*value) }</th>{ for cells }</tr> }
    });
    html! {
        <div class="scroll plot-table" tabindex="0" role="group" aria-label={axis.to_owned()}>
            <table data-testid="plot-table">
                <thead><tr>
                    <th scope="col">{ axis }</th>
                    { for curves.iter().map(|curve| html! { <th scope="col" class="number-head">{ &curve.name }</th> }) }
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
