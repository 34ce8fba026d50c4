//! Runs that are made one after the other, beside the one that the page shows: for the points of a plot, for a comparison.

use lesson::{Figure, Observed};
use trace::{End, Model, Statistics, Text, Trace};
use wire::{Mode, RunId, RunRequest};

use super::{Failure, Totals};

/// Runs in their order, and what came of those that have been made.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Series {
    /// How they are made; a text says why one cannot be.
    pub plans: Vec<Result<Plan, Text>>,
    /// What came of the first ones.
    pub outcomes: Vec<Outcome>,
}

/// How a run is made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    /// The program, parameters already written into it.
    pub source: String,
    /// The settings.
    pub model: Model,
    /// Live or on the model.
    pub mode: Mode,
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// It ended, in whatever way the program can end.
    Measured(Measured),
    /// The program was not started, or the run broke down: why.
    Failed(Failure),
    /// The program was refused: the first reason.
    Refused(Text),
}

/// What is kept of a run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measured {
    /// Its sums.
    pub totals: Totals,
    /// How it ended. A live run in which everybody waits for ever is stopped by the page, and counts as a deadlock.
    pub end: End,
    /// Those figures that were asked for.
    pub figures: Vec<Option<f64>>,
}

impl Measured {
    /// What is kept of a run that had so many processors, and of which is known whether everybody waited for ever.
    pub(crate) fn of(
        trace: &Trace,
        statistics: &Statistics,
        (processors, stuck): (Option<u32>, bool),
        figures: &[&Figure],
    ) -> Self {
        let observed = Observed::Run {
            trace,
            statistics,
            stuck,
        };
        let end = match &trace.end {
            End::Stopped if stuck => End::Deadlock { waits: Vec::new() },
            end => end.clone(),
        };
        Self {
            totals: Totals::of(trace, statistics, processors),
            end,
            figures: figures.iter().map(|figure| figure.of(observed)).collect(),
        }
    }
}

impl Plan {
    /// The request that makes the run under this number.
    pub(crate) fn request(&self, id: RunId) -> RunRequest {
        RunRequest {
            id,
            source: self.source.clone(),
            model: self.model.clone(),
            mode: self.mode.clone(),
        }
    }
}

impl Series {
    /// The runs, none of which has been made.
    pub(crate) fn new(plans: Vec<Result<Plan, Text>>) -> Self {
        Self {
            plans,
            outcomes: Vec::new(),
        }
    }

    /// The next run that can be made; those before it that cannot are told of.
    pub(super) fn next(&mut self) -> Option<&Plan> {
        while let Some(Err(reason)) = self.plans.get(self.outcomes.len()) {
            self.outcomes.push(Outcome::Failed(Failure::Text(reason.clone())));
        }
        self.plans.get(self.outcomes.len())?.as_ref().ok()
    }

    /// Whether all runs have been made.
    pub(crate) fn is_complete(&self) -> bool {
        self.outcomes.len() == self.plans.len()
    }
}
