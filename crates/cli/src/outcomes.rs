//! What search has found, as a table.

use std::fmt::Write as _;

use trace::{End, Limits, Stream};
use wire::{Outcome, Outcomes, Proof};

use crate::report;

/// More of an outcome's output is not shown in the table, in characters.
const SHOWN: usize = 60;

/// The table, and what is proven by it.
pub(crate) fn text(outcomes: &Outcomes, limits: &Limits) -> String {
    let mut rows = vec![["#", "ends", "--switch", "switches", "output"].map(str::to_owned)];
    for (index, outcome) in outcomes.outcomes.iter().enumerate() {
        let switch = if outcome.at_cpython_switch_points {
            "cpython"
        } else {
            "instruction"
        };
        rows.push([
            (index + 1).to_string(),
            end(&outcome.end),
            switch.to_owned(),
            outcome.witness.switches().to_string(),
            output(outcome),
        ]);
    }
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or_default()
    };
    let widths = [0, 1, 2, 3].map(width);
    let mut text = String::new();
    for [number, end, switch, switches, output] in &rows {
        let [w0, w1, w2, w3] = widths;
        let _ = writeln!(
            text,
            "{number:>w0$}  {end:<w1$}  {switch:<w2$}  {switches:>w3$}  {output}"
        );
    }
    let _ = writeln!(text, "\n{}", proof(outcomes, limits));
    text
}

fn proof(outcomes: &Outcomes, limits: &Limits) -> String {
    let visited = format!(
        "{} states and {} transitions",
        outcomes.states, outcomes.transitions
    );
    match outcomes.proof {
        Proof::All => format!("These are all outcomes: every interleaving was visited, {visited}."),
        Proof::Partial { limit } => {
            let why = match limit {
                Some(trace::LimitKind::Instructions) => "there are too many states".to_owned(),
                Some(trace::LimitKind::Memory) => "the states take too much memory".to_owned(),
                Some(other) => report::limit_text(other, limits),
                None => "it was interrupted".to_owned(),
            };
            format!("There may be more outcomes: the search stopped after {visited}, since {why}.")
        }
    }
}

fn end(end: &End) -> String {
    match end {
        End::Finished { status } => format!("status {status}"),
        End::Deadlock { .. } => "deadlock".to_owned(),
        End::Limit { kind, .. } => format!("limit: {kind:?}").to_lowercase(),
        End::Stopped | End::Diverged { .. } => "stopped".to_owned(),
    }
}

/// What is on the terminal, in one line.
fn output(outcome: &Outcome) -> String {
    let piece = |console: &wire::Console| {
        let stream = if console.stream == Stream::Err {
            "stderr: "
        } else {
            ""
        };
        format!("{stream}{:?}", console.text)
    };
    let text = outcome.console.iter().map(piece).collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
