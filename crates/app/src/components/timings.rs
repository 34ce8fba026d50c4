//! Where the time went.

use std::rc::Rc;

use trace::{FiberId, FiberTimes};
use wire::Mode;
use yew::{Callback, Html, MouseEvent, Properties, component, html};

use crate::{
    browser,
    i18n::{Language, Phrase, count, duration, measures, names, share, words},
    state::{Shown, Totals},
    timeline::lane_colour,
};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct TimingsProps {
    /// The run.
    pub shown: Rc<Shown>,
    /// Processors that it could use, if that is known.
    pub processors: Option<u32>,
    /// The language.
    pub language: Language,
    /// Whether it has been kept for comparison.
    #[prop_or_default]
    pub kept: bool,
    /// Keeps it; a run that goes on cannot be kept.
    #[prop_or_default]
    pub keep: Option<Callback<MouseEvent>>,
}

/// Sums, and a row per thread.
#[component(Timings)]
pub(crate) fn timings(props: &TimingsProps) -> Html {
    let TimingsProps { shown, language, .. } = props;
    let language = *language;
    let sums = &shown.statistics;
    let fact = |name: Phrase, value: String, id: &'static str| {
        html! { <div class="fact"><dt>{ language.say(name) }</dt><dd data-testid={id}>{ value }</dd></div> }
    };
    let truth = match shown.request.mode {
        Mode::Live => words::TIMES_MEASURED,
        Mode::ReplayLive(_) => words::TIMES_REPLAYED,
        Mode::Model | Mode::Search | Mode::Replay(_) => words::TIMES_VIRTUAL,
    };
    // With several GILs, or none, they add up to more than all of the time.
    let one_gil = shown.request.model.gil && shown.trace().processes.len() == 1;
    let label = if one_gil {
        words::GIL_HELD
    } else {
        words::RUNNING_TIME
    };
    let gil = format!(
        "{} · {}",
        duration(sums.gil_held),
        share(sums.gil_held, sums.wall)
    );
    let totals = Totals::of(shown.trace(), sums, props.processors);
    let utilisation = totals.utilisation().zip(props.processors);
    let rows = (0..).map(FiberId).zip(&sums.fibers);
    html! {
        <section class="card timings" aria-labelledby="timings-title" data-testid="timings">
            <div class="card-head">
                <h3 id="timings-title">{ language.say(words::TIMINGS) }</h3>
                if let Some(keep) = &props.keep {
                    <span class="spring" />
                    <button type="button" class="button small" data-testid="keep" disabled={props.kept} onclick={keep.clone()}>
                        { language.say(if props.kept { words::KEPT } else { words::KEEP }) }
                    </button>
                }
            </div>
            <p class="note">{ language.say(truth) }</p>
            <dl class="facts">
                { fact(words::WALL, duration(sums.wall), "wall") }
                { fact(label, gil, "gil-held") }
                if let Some((share, processors)) = utilisation {
                    { fact(words::UTILISATION, measures::utilisation(language, share, processors), "utilisation") }
                }
                { fact(words::SWITCHES, count(sums.switches), "switches") }
                { fact(words::INSTRUCTIONS, count(sums.steps), "instructions") }
                if matches!(shown.request.mode, Mode::Live) {
                    { fact(words::INSTRUCTIONS_A_SECOND, count(a_second(sums.steps, sums.wall)), "instructions-a-second") }
                    if let Some(step) = browser::clock_step() { { fact(words::CLOCK_STEP, duration(step), "clock-step") } }
                }
                if shown.workers > 0 { { fact(words::WORKERS, count(u64::from(shown.workers)), "workers") } }
            </dl>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="timings-title">
                <table class="figures">
                    <thead><tr>
                        <th scope="col">{ language.say(words::THREAD) }</th>
                        <th scope="col" class="number-head" title={language.say(words::UTILISATION_HINT)}>{ language.say(words::RUNNING_UTILISED) }</th>
                        <th scope="col" class="number-head">{ language.say(words::GIL_WAIT_TIME) }</th>
                        <th scope="col" class="number-head">{ language.say(words::BLOCKED_TIME) }</th>
                        <th scope="col" class="number-head">{ language.say(words::SLEEPING_TIME) }</th>
                        <th scope="col" class="number-head">{ language.say(words::INSTRUCTIONS) }</th>
                    </tr></thead>
                    <tbody>{ for rows.map(|(id, times)| row(shown, (id, times), language)) }</tbody>
                </table>
            </div>
        </section>
    }
}

/// How many of these come in a second, if so many come in some nanoseconds.
fn a_second(number: u64, nanos: u64) -> u64 {
    (number as f64 * 1e9 / nanos.max(1) as f64) as u64
}

fn row(shown: &Shown, (id, times): (FiberId, &FiberTimes), language: Language) -> Html {
    let wall = shown.statistics.wall;
    let cell = |time: u64, colour: &str, name: Phrase, used: Option<String>| {
        let width = if wall == 0 {
            0.0
        } else {
            time as f64 * 100.0 / wall as f64
        };
        html! {
            <td data-label={language.say(name)}>
                <span class="figure">
                    { duration(time) }
                    if let Some(used) = used { <small class="muted" title={language.say(words::UTILISATION_HINT)}>{ used }</small> }
                </span>
                <span class="meter" aria-hidden="true"><span style={format!("width:{width:.2}%;background:var({colour})")} /></span>
            </td>
        }
    };
    let lane = format!("--lane-{}", lane_colour(id));
    html! {
        <tr>
            <th scope="row"><span class="dot" aria-hidden="true" style={format!("--lane: var({lane})")} />{ names::thread(shown.trace(), id) }</th>
            { cell(times.running, &lane, words::RUNNING_TIME, Some(share(times.running, wall))) }
            { cell(times.gil_wait, "--wait-gil", words::GIL_WAIT_TIME, None) }
            { cell(times.blocked, "--wait-lock", words::BLOCKED_TIME, None) }
            { cell(times.sleeping, "--wait-sleep", words::SLEEPING_TIME, None) }
            <td data-label={language.say(words::INSTRUCTIONS)}><span class="figure">{ count(times.steps) }</span></td>
        </tr>
    }
}
