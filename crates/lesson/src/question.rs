//! A question that the learner answers before the run, and how the run answers it.

use serde::Deserialize;
use trace::Text;

use crate::figure::{Ending, Figure, Measure, Observed, printed};

/// A question with the answers to choose from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What is asked.
    pub asks: Text,
    /// The answers.
    pub answers: Vec<Answer>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What it says.
    pub says: Text,
    /// Of which runs it is true.
    pub when: Condition,
}

/// What a run must be like.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "Written")]
pub enum Condition {
    /// A line of standard output begins so.
    Prints(String),
    /// The last line that begins so goes on so.
    PrintsThis(String, String),
    /// A figure lies in a range: at least the first, below the second.
    Within(Figure, Option<f64>, Option<f64>),
    /// It ends so.
    Ends(Ending),
}

impl Question {
    /// Which answer is true of a run: the first whose condition holds.
    #[must_use]
    pub fn right(&self, observed: Observed<'_>) -> Option<usize> {
        self.answers.iter().position(|answer| answer.when.holds(observed))
    }
}

impl Condition {
    /// Whether it holds of a run.
    #[must_use]
    pub fn holds(&self, observed: Observed<'_>) -> bool {
        match self {
            Self::Prints(prefix) => printed(observed, prefix).is_some(),
            Self::PrintsThis(prefix, rest) => printed(observed, prefix).is_some_and(|line| line == *rest),
            Self::Within(figure, from, to) => figure
                .of(observed)
                .is_some_and(|value| from.is_none_or(|from| value >= from) && to.is_none_or(|to| value < to)),
            Self::Ends(ending) => Ending::of(observed) == Some(*ending),
        }
    }
}

/// A condition as manifests write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    printed: Option<String>,
    is: Option<String>,
    measured: Option<Measure>,
    end: Option<Ending>,
    from: Option<f64>,
    to: Option<f64>,
}

impl TryFrom<Written> for Condition {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let Written {
            printed,
            is,
            measured,
            end,
            from,
            to,
        } = written;
        let bounded = from.is_some() || to.is_some();
        match (printed, is, measured, end) {
            (Some(prefix), None, None, None) if bounded => {
                Ok(Self::Within(Figure::Printed(prefix), from, to))
            }
            (Some(prefix), None, None, None) => Ok(Self::Prints(prefix)),
            (Some(prefix), Some(rest), None, None) if !bounded => Ok(Self::PrintsThis(prefix, rest)),
            (None, None, Some(measure), None) if bounded => {
                Ok(Self::Within(Figure::Measured(measure), from, to))
            }
            (None, None, None, Some(ending)) if !bounded => Ok(Self::Ends(ending)),
            _ => Err(
                "a condition is `printed`, `printed` with `is`, `end`, or `printed` or `measured` with `from` and `to`",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use trace::{End, Event, EventKind, FiberId, Statistics, Stream, Trace};

    use super::{Condition, Observed};

    fn condition(json: &str) -> Option<Condition> {
        serde_json::from_str(json).ok()
    }

    /// A run that printed something and ended.
    fn run(text: &str, end: End) -> Trace {
        let kind = EventKind::Output {
            stream: Stream::Out,
            text: text.to_owned(),
        };
        Trace {
            processes: Vec::new(),
            fibers: Vec::new(),
            locks: Vec::new(),
            resources: Vec::new(),
            slices: Vec::new(),
            events: vec![Event {
                at: 0,
                step: 1,
                fiber: FiberId(0),
                kind,
            }],
            end,
            ended_at: 0,
        }
    }

    #[test]
    fn conditions_look_at_what_was_printed_last_and_at_the_end() {
        let statistics = Statistics {
            wall: 2_000_000_000,
            ..Statistics::default()
        };
        let finished = run("left: 3\nleft: 97 of 100\n", End::Finished { status: 0 });
        let stopped = run("", End::Stopped);
        let cases = [
            (r#"{"printed": "left"}"#, true, false),
            (r#"{"printed": "eft"}"#, false, false),
            (r#"{"printed": "left:", "is": "97 of 100"}"#, true, false),
            (r#"{"printed": "left:", "is": "3"}"#, false, false),
            (r#"{"printed": "left:", "from": 97, "to": 98}"#, true, false),
            (r#"{"printed": "left:", "to": 97}"#, false, false),
            (r#"{"measured": "seconds", "from": 2}"#, true, true),
            (r#"{"end": "finished"}"#, true, false),
            (r#"{"end": "deadlock"}"#, false, true),
            (r#"{"measured": "outcomes", "from": 0}"#, false, false),
        ];
        for (json, of_finished, of_stopped) in cases {
            let condition = condition(json).expect(json);
            let holds = |trace, stuck| {
                condition.holds(Observed::Run {
                    trace,
                    statistics: &statistics,
                    stuck,
                })
            };
            assert_eq!(
                (holds(&finished, false), holds(&stopped, true)),
                (of_finished, of_stopped),
                "{json}"
            );
        }
    }

    #[test]
    fn half_a_condition_is_refused() {
        for json in [
            "{}",
            r#"{"measured": "seconds"}"#,
            r#"{"printed": "a", "is": "b", "from": 1}"#,
            r#"{"end": "finished", "to": 1}"#,
            r#"{"end": "never"}"#,
            r#"{"printd": "a"}"#,
        ] {
            assert_eq!(condition(json), None, "{json}");
        }
    }
}
