//! The speed-up over more and more processors, and Amdahl's law fitted to it.

use std::rc::Rc;

use lesson::{Figure, Log, Measure};
use yew::{Html, Properties, component, html};

use crate::{
    chart::Amdahl,
    components::chart::{Chart, Drawn, Points},
    i18n::{Language, measures, words},
    state::Sweep,
};

/// Points of the law between two values of the axis.
const FINE: usize = 60;

/// Which of these curves tells the times of a program on more and more processors, if one does.
pub(super) fn times(sweep: &Sweep, curves: &[usize]) -> Option<usize> {
    let is_time = |curve: &&usize| {
        let curve = sweep.plot.curves.get(**curve);
        curve.is_some_and(|curve| curve.figure == Figure::Measured(Measure::Seconds))
    };
    curves
        .iter()
        .find(is_time)
        .copied()
        .filter(|_| sweep.plot.sweeps_cores() && sweep.series.is_complete())
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct SpeedUpProps {
    /// Numbers of processors.
    pub values: Vec<f64>,
    /// The time that the program took on each, in seconds.
    pub points: Vec<Option<f64>>,
    /// What the numbers are called.
    pub axis: String,
    /// Which axes are logarithmic.
    pub log: Log,
    /// The language.
    pub language: Language,
}

/// The speed-up as a plot of its own, folded until it is wanted.
#[component(SpeedUp)]
pub(super) fn speed_up(props: &SpeedUpProps) -> Html {
    let language = props.language;
    let cores = props.values.iter().zip(&props.points);
    let times: Vec<(f64, f64)> = cores
        .filter_map(|(cores, time)| Some((*cores, (*time)?)))
        .collect();
    let (Some(law), Some((fewest, first))) = (Amdahl::of(&times), times.first().copied()) else {
        return html! {};
    };
    let most = times.iter().map(|(cores, _)| *cores).fold(fewest, f64::max);
    let speed_ups = props.points.iter().map(|time| time.map(|time| first / time));
    let between = |step: usize| fewest * (most / fewest).powf(step as f64 / FINE as f64);
    let curve = (0..=FINE).map(between);
    let curve = curve.map(|cores| (cores, law.seconds(fewest) / law.seconds(cores)));
    let curves = vec![
        Drawn {
            name: language.say(words::SPEED_UP_MEASURED).to_owned(),
            points: Points::Measured(speed_ups.collect()),
        },
        Drawn {
            name: language.say(words::SPEED_UP_LAW).to_owned(),
            points: Points::Law(curve.collect()),
        },
    ];
    html! {
        <details class="speed-up" data-testid="speed-up">
            <summary>{ language.say(words::SPEED_UP) }</summary>
            <p class="note" data-testid="amdahl">{ measures::amdahl(language, &law) }</p>
            <Chart label={language.say(words::SPEED_UP)} axis={props.axis.clone()} values={Rc::from(&*props.values)} log={props.log}
                {curves} {language} />
        </details>
    }
}
