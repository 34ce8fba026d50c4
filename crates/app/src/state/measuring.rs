//! Makes the runs of a series one after the other. The page shows another run meanwhile, and goes on showing it.

use std::rc::Rc;

use lesson::Plot;
use trace::Statistics;
use wire::{Reply, Request, RunId, RunResult};

use super::{
    Comparison, Effect, EngineStatus, Failure, Measured, Outcome, PlotId, Series, State, Sweep, inspect,
    reduce::tell,
};
use crate::i18n::{Phrase, words};

/// A series under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Measuring {
    /// What for.
    pub topic: Topic,
    /// The run under way.
    pub run: RunId,
    /// Whether the learner wants it to end.
    pub stopping: bool,
    /// Whether the run is live and everybody waits for ever, so that the page has stopped it.
    stuck: bool,
}

/// What a series of runs is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// A plot.
    Plot(PlotId),
    /// The comparison.
    Comparison,
}

/// Runs of series have numbers of their own, from here on; those that the page shows count from 1.
const FIRST: u32 = 1 << 31;

/// Draws a plot, if nothing else is under way.
pub(super) fn draw(state: &mut State, id: PlotId, plot: Rc<Plot>, effects: &mut Vec<Effect>) {
    if !state.can_measure() {
        return;
    }
    match Sweep::of(state, plot) {
        Some(sweep) => {
            Rc::make_mut(&mut state.sweeps).insert(id, sweep);
            begin(state, Topic::Plot(id), effects);
        }
        None => tell(state, words::NOTHING_TO_VARY.text()),
    }
}

/// Runs all programs of the lesson, if nothing else is under way.
pub(super) fn compare(state: &mut State, effects: &mut Vec<Effect>) {
    if !state.can_measure() {
        return;
    }
    change_comparison(state, Comparison::begin);
    begin(state, Topic::Comparison, effects);
}

/// Keeps the shown run for comparison.
pub(super) fn keep(state: &mut State) {
    change_comparison(state, Comparison::keep);
}

/// Forgets a run that was kept.
pub(super) fn forget(state: &mut State, place: usize) {
    let kept = &mut Rc::make_mut(&mut state.comparison).kept;
    if place < kept.len() {
        kept.remove(place);
    }
}

fn change_comparison(state: &mut State, change: fn(&mut Comparison, &State)) {
    let mut comparison = (*state.comparison).clone();
    change(&mut comparison, state);
    state.comparison = Rc::new(comparison);
}

fn begin(state: &mut State, topic: Topic, effects: &mut Vec<Effect>) {
    inspect::another_run_begins(state);
    go_on(state, topic, effects);
}

/// Begins the next run of a series, or ends the series.
fn go_on(state: &mut State, topic: Topic, effects: &mut Vec<Effect>) {
    let run = RunId(FIRST | (state.measured + 1));
    let request = series(state, topic).and_then(|series| Some(series.next()?.request(run)));
    let Some(request) = request else {
        return end(state, effects);
    };
    state.measured += 1;
    state.measuring = Some(Measuring {
        topic,
        run,
        stopping: false,
        stuck: false,
    });
    effects.push(Effect::Send(Request::Run(request)));
}

/// The series is over, and the engine free for what the learner wanted to see meanwhile.
fn end(state: &mut State, effects: &mut Vec<Effect>) {
    state.measuring = None;
    inspect::inspect(state, effects);
}

fn series(state: &mut State, topic: Topic) -> Option<&mut Series> {
    match topic {
        Topic::Plot(id) => {
            let sweep = Rc::make_mut(&mut state.sweeps).get_mut(&id);
            sweep.map(|sweep| &mut sweep.series)
        }
        Topic::Comparison => Some(&mut Rc::make_mut(&mut state.comparison).series),
    }
}

/// The learner has enough of it.
pub(super) fn stop(state: &mut State, effects: &mut Vec<Effect>) {
    let Some(measuring) = state.measuring.as_mut().filter(|measuring| !measuring.stopping) else {
        return;
    };
    measuring.stopping = true;
    effects.push(Effect::Send(Request::Stop));
    effects.push(Effect::WatchStop(measuring.run));
}

/// Whether a run did not end in time after Stop; then the series has ended, and the engine is to be replaced.
pub(super) fn is_overdue(state: &mut State, run: RunId) -> bool {
    let overdue = state
        .measuring
        .is_some_and(|measuring| measuring.run == run && measuring.stopping);
    if overdue {
        state.measuring = None;
    }
    overdue
}

/// The engine is gone, or cannot be understood: the series ends with the run that is under way.
pub(super) fn break_off(state: &mut State, reason: Phrase) {
    if let Some(measuring) = state.measuring.take()
        && let Some(series) = series(state, measuring.topic)
    {
        series.outcomes.push(Outcome::Failed(Failure::Words(reason)));
    }
}

/// Takes what the engine says of the run under way; whatever else it says is given back.
pub(super) fn answer(state: &mut State, reply: Reply, effects: &mut Vec<Effect>) -> Option<Reply> {
    let Some(measuring) = state.measuring else {
        return Some(reply);
    };
    let outcome = match reply {
        Reply::Progress { run, progress } if run == measuring.run => {
            if progress.stuck && !measuring.stuck && !measuring.stopping {
                effects.push(Effect::Send(Request::Stop));
            }
            if let Some(measuring) = &mut state.measuring {
                measuring.stuck |= progress.stuck;
            }
            return None;
        }
        Reply::Finished { run, result } if run == measuring.run => finished(state, measuring, &result),
        Reply::Refused { run, diagnostics } if run == measuring.run => {
            let first = diagnostics.into_iter().next();
            let reason = first.map(|diagnostic| diagnostic.message);
            Outcome::Refused(reason.unwrap_or_else(|| words::REFUSED.text()))
        }
        Reply::Failed { run, message } if run == measuring.run => Outcome::Failed(Failure::Text(message)),
        other => return Some(other),
    };
    let was_stopped = matches!(&outcome, Outcome::Measured(measured) if measured.end == trace::End::Stopped);
    if !was_stopped && let Some(series) = series(state, measuring.topic) {
        series.outcomes.push(outcome);
    }
    if measuring.stopping || was_stopped {
        end(state, effects);
    } else {
        go_on(state, measuring.topic, effects);
    }
    None
}

fn finished(state: &mut State, measuring: Measuring, result: &RunResult) -> Outcome {
    let trace = &result.trace;
    if measuring.topic == Topic::Plot(PlotId::Own)
        && let Some(sweep) = Rc::make_mut(&mut state.sweeps).get_mut(&PlotId::Own)
    {
        sweep.find_printed(trace);
    }
    let plan = series(state, measuring.topic).and_then(|series| series.next().cloned());
    let processors = plan.and_then(|plan| state.processors(&plan.mode, &plan.model));
    let figures = match measuring.topic {
        Topic::Plot(id) => state.sweeps.get(&id).map(Sweep::figures).unwrap_or_default(),
        Topic::Comparison => Vec::new(),
    };
    let statistics = Statistics::of(trace);
    Outcome::Measured(Measured::of(
        trace,
        &statistics,
        (processors, measuring.stuck),
        &figures,
    ))
}

impl State {
    /// Whether a series of runs can begin: the engine is there and has nothing else to do.
    pub(crate) fn can_measure(&self) -> bool {
        matches!(self.engine, EngineStatus::Ready(_)) && !self.run.phase.is_busy() && self.measuring.is_none()
    }
}
