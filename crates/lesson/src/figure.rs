//! Figures of a run: what questions are graded by and plots draw.

use serde::Deserialize;
use trace::{End, Statistics, Stream, Trace};

/// What is known of a run that is over, or of a search.
#[derive(Clone, Copy, Debug)]
pub enum Observed<'a> {
    /// A run.
    Run {
        /// What it left.
        trace: &'a Trace,
        /// Where its time went.
        statistics: &'a Statistics,
        /// Whether it was a live run whose threads all waited for each other when the learner stopped it.
        stuck: bool,
    },
    /// A search that is over.
    Search {
        /// Outcomes.
        outcomes: usize,
        /// Those in which everybody waits for ever.
        deadlocks: usize,
    },
}

/// A figure that is read off a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The number behind a prefix, in the last line of standard output that begins so.
    Printed(String),
    /// One of those that are known of every run.
    Measured(Measure),
}

/// A figure that is known of every run, or of every search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// From start to end, in seconds.
    Seconds,
    /// How often the GIL went to another thread.
    Switches,
    /// Instructions.
    Instructions,
    /// Threads, the main ones too.
    Threads,
    /// Processes.
    Processes,
    /// Time during which somebody had the GIL, as a share of the whole; with several GILs it can be over 1.
    GilHeld,
    /// Outcomes of a search.
    Outcomes,
    /// Outcomes of a search in which everybody waits for ever.
    Deadlocks,
}

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// With status 0.
    Finished,
    /// With another status: an exception that nobody caught, or `sys.exit`.
    Raised,
    /// Everybody waits for ever.
    Deadlock,
    /// At a limit.
    Limit,
    /// By Stop.
    Stopped,
}

impl Figure {
    /// Its value; none if the run has no such figure.
    #[must_use]
    pub fn of(&self, observed: Observed<'_>) -> Option<f64> {
        match self {
            Self::Printed(prefix) => number(&printed(observed, prefix)?),
            Self::Measured(measure) => measure.of(observed),
        }
    }
}

impl Measure {
    fn of(self, observed: Observed<'_>) -> Option<f64> {
        match (observed, self) {
            (Observed::Search { outcomes, .. }, Self::Outcomes) => Some(outcomes as f64),
            (Observed::Search { deadlocks, .. }, Self::Deadlocks) => Some(deadlocks as f64),
            (
                Observed::Run {
                    trace, statistics, ..
                },
                measure,
            ) => measure.of_run(trace, statistics),
            (Observed::Search { .. }, _) => None,
        }
    }

    fn of_run(self, trace: &Trace, statistics: &Statistics) -> Option<f64> {
        Some(match self {
            Self::Seconds => statistics.wall as f64 / 1e9,
            Self::Switches => statistics.switches as f64,
            Self::Instructions => statistics.steps as f64,
            Self::Threads => trace.fibers.len() as f64,
            Self::Processes => trace.processes.len() as f64,
            Self::GilHeld => statistics.gil_held as f64 / statistics.wall.max(1) as f64,
            Self::Outcomes | Self::Deadlocks => return None,
        })
    }
}

impl Ending {
    /// How a run ended; none for searches, and for runs that did not fit their schedule.
    pub(crate) fn of(observed: Observed<'_>) -> Option<Self> {
        let Observed::Run { trace, stuck, .. } = observed else {
            return None;
        };
        match trace.end {
            End::Finished { status: 0 } => Some(Self::Finished),
            End::Finished { .. } => Some(Self::Raised),
            End::Deadlock { .. } => Some(Self::Deadlock),
            End::Limit { .. } => Some(Self::Limit),
            End::Stopped if stuck => Some(Self::Deadlock),
            End::Stopped => Some(Self::Stopped),
            End::Diverged { .. } => None,
        }
    }
}

/// What stands behind a prefix, in the last line of standard output that begins so.
pub(crate) fn printed(observed: Observed<'_>, prefix: &str) -> Option<String> {
    let Observed::Run { trace, .. } = observed else {
        return None;
    };
    let output = trace.output(Stream::Out);
    let mut lines = output.lines().rev();
    lines.find_map(|line| Some(line.strip_prefix(prefix)?.trim().to_owned()))
}

/// The number at the beginning of a text.
fn number(text: &str) -> Option<f64> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit() && !"+-.eE_".contains(c));
    let digits = text[..end.unwrap_or(text.len())].replace('_', "");
    digits
        .trim_end_matches(['.', 'e', 'E', '+', '-'])
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_up_to_their_units() {
        let cases = [
            ("0.25 s", Some(0.25)),
            ("12, of 20", Some(12.0)),
            ("-3e-2", Some(-0.03)),
            ("1_000", Some(1000.0)),
            ("7.", Some(7.0)),
            ("1e999", None),
            ("none", None),
            ("", None),
        ];
        for (text, value) in cases {
            assert_eq!(number(text), value, "{text}");
        }
    }
}
