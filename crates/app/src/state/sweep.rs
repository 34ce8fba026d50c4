//! A plot and what it draws: a program that is run once for each value of a parameter, or of the number of processors.

use std::rc::Rc;

use lesson::{Curve, Figure, Plot, Value};
use trace::{End, Stream, Text, Trace};

use super::{Failure, Kind, Outcome, Plan, Series, State};
use crate::i18n::words;

/// Which plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PlotId {
    /// One of the lesson's, by its place.
    Lesson(usize),
    /// The one that the learner puts together.
    Own,
}

/// A plot that is being drawn or has been.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sweep {
    /// What is drawn.
    pub plot: Rc<Plot>,
    /// What the horizontal axis is called.
    pub axis: Text,
    /// The values that are swept over.
    pub values: Vec<f64>,
    /// How the runs are made; where Live is off, a live plot is drawn from the model.
    pub kind: Kind,
    /// The runs.
    pub series: Series,
}

impl Sweep {
    /// A plot of the programs as the learner has made them, with the settings as they stand; none if there is nothing to vary.
    pub(super) fn of(state: &State, plot: Rc<Plot>) -> Option<Self> {
        let lesson = state.lesson.as_ref()?;
        let place = lesson
            .programs
            .iter()
            .position(|program| program.id == plot.program)?;
        let program = state.programs.get(place)?;
        let values = plot.values_among(&program.parameters);
        let parameter = program
            .parameters
            .iter()
            .find(|parameter| parameter.name == plot.sweep);
        let axis = match parameter {
            _ if plot.sweeps_cores() => words::CORES.text(),
            Some(parameter) => parameter.label.clone(),
            None => Text::new(&plot.sweep, &plot.sweep),
        };
        let kind = match state.possible(Kind::of_link(plot.mode)) {
            // Their number is a setting of the model.
            Kind::Live if !plot.sweeps_cores() => Kind::Live,
            Kind::Live | Kind::Model | Kind::Search => Kind::Model,
        };
        let plan = |value: &f64| {
            let mut model = state.model.clone();
            let source = if plot.sweeps_cores() {
                model.cores = *value as u32;
                program.text.to_string()
            } else {
                let value = Value::Number(*value);
                lesson::set_parameter(&program.text, &plot.sweep, &value).map_err(|error| error.text())?
            };
            let mode = kind.mode();
            Ok(Plan { source, model, mode })
        };
        let plans: Vec<_> = values.iter().map(plan).collect();
        (!plans.is_empty()).then(|| Self {
            axis,
            values,
            kind,
            series: Series::new(plans),
            plot,
        })
    }

    /// What is read off each run.
    pub(crate) fn figures(&self) -> Vec<&Figure> {
        self.plot.curves.iter().map(|curve| &curve.figure).collect()
    }

    /// The points of a curve, one for each value; none where there is no run yet, or no figure.
    pub(crate) fn points(&self, curve: usize) -> Vec<Option<f64>> {
        let outcomes = self
            .series
            .outcomes
            .iter()
            .map(Some)
            .chain(std::iter::repeat(None));
        let point = |outcome: Option<&Outcome>| match outcome {
            Some(Outcome::Measured(measured)) if measured.end == COMPLETE => {
                measured.figures.get(curve).copied().flatten()
            }
            _ => None,
        };
        self.values
            .iter()
            .zip(outcomes)
            .map(|(_, outcome)| point(outcome))
            .collect()
    }

    /// Why there is no point, for those of these curves and values that have none although their run was made.
    pub(crate) fn gaps(&self, curves: &[usize]) -> Vec<(Gap, Vec<f64>)> {
        let mut gaps: Vec<(Gap, Vec<f64>)> = Vec::new();
        for (value, outcome) in self.values.iter().zip(&self.series.outcomes) {
            for gap in self.gaps_of(*value, outcome, curves) {
                match gaps.iter_mut().find(|(known, _)| *known == gap) {
                    Some((_, values)) => values.push(*value),
                    None => gaps.push((gap, vec![*value])),
                }
            }
        }
        gaps
    }

    fn gaps_of(&self, value: f64, outcome: &Outcome, curves: &[usize]) -> Vec<Gap> {
        if self.plot.log.x() && value <= 0.0 {
            return vec![Gap::NoPlace];
        }
        let measured = match outcome {
            Outcome::Failed(reason) => return vec![Gap::Failed(reason.clone())],
            Outcome::Refused(reason) => return vec![Gap::Refused(reason.clone())],
            Outcome::Measured(measured) if measured.end != COMPLETE => {
                return vec![Gap::Ended(measured.end.clone())];
            }
            Outcome::Measured(measured) => measured,
        };
        let of_curve = |curve: &usize| {
            let label = self.plot.curves.get(*curve)?.label.clone();
            match measured.figures.get(*curve).copied().flatten() {
                None => Some(Gap::NoFigure(label)),
                Some(figure) if self.plot.log.y() && figure <= 0.0 => Some(Gap::NoLogarithm(label)),
                Some(_) => None,
            }
        };
        curves.iter().filter_map(of_curve).collect()
    }

    /// Whether drawing it again would make other runs: the program or the settings have changed.
    pub(crate) fn is_stale(&self, state: &State) -> bool {
        Self::of(state, Rc::clone(&self.plot)).is_none_or(|now| now.series.plans != self.series.plans)
    }

    /// Adds a curve for each number that the program prints behind a name, so that the learner can look at them too. The first run
    /// says which these are.
    pub(super) fn find_printed(&mut self, trace: &Trace) {
        if !self.series.outcomes.is_empty() {
            return;
        }
        let output = trace.output(Stream::Out);
        let plot = Rc::make_mut(&mut self.plot);
        for line in output.lines().take(LINES) {
            let Some(name) = name_of_number(line) else {
                continue;
            };
            let figure = Figure::Printed(name.to_owned());
            let known = plot.curves.iter().any(|curve| curve.figure == figure);
            if !known && plot.curves.len() < CURVES {
                let label = name.trim_end_matches([' ', ':', '=', '\t']);
                plot.curves.push(Curve {
                    label: Text::new(label, label),
                    figure,
                });
            }
        }
    }
}

/// Why a plot has no point at a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Gap {
    /// There was no run, or it broke down.
    Failed(Failure),
    /// The program was refused.
    Refused(Text),
    /// The run did not end by itself, or ended with an error: what it says until then cannot be compared.
    Ended(End),
    /// The run does not say this figure.
    NoFigure(Text),
    /// The figure is not positive, and its axis is logarithmic.
    NoLogarithm(Text),
    /// The value is not positive, and its axis is logarithmic.
    NoPlace,
}

/// The end of a run whose figures are points of a plot.
const COMPLETE: End = End::Finished { status: 0 };

/// Lines of output in which names of numbers are looked for.
const LINES: usize = 40;

/// Figures to choose from, at most.
const CURVES: usize = 16;

/// What stands before the first number of a line, if that is a name: `left: ` in `left: 3`.
fn name_of_number(line: &str) -> Option<&str> {
    let (before, behind) = line.split_at(line.find(|c: char| c.is_ascii_digit())?);
    let name = before.trim_end_matches(['-', '+', '.']);
    let is_name = name.ends_with([' ', ':', '=', '\t']) && name.contains(char::is_alphabetic);
    // `Thread 3 has the lock` tells of the third thread, and not of a figure called Thread.
    let word = behind.split_whitespace().nth(1).unwrap_or_default();
    (is_name && name.len() < 40 && word.len() <= 3).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::name_of_number;

    #[test]
    fn numbers_behind_a_name_are_figures() {
        let cases = [
            ("left: 3", Some("left: ")),
            ("seconds 0.25", Some("seconds ")),
            ("took 0.25 s", Some("took ")),
            ("change = -12", Some("change = ")),
            ("12 of 20", None),
            ("Thread-1 begins", None),
            ("worker 3 finished its work", None),
            ("nothing", None),
        ];
        for (line, name) in cases {
            assert_eq!(name_of_number(line), name, "{line}");
        }
    }
}
