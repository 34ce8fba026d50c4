//! Outcomes of programs.

use std::collections::BTreeSet;
use std::sync::Arc;

use explore::Search;
use trace::{End, Model};

/// What a program can print, and whether it ends in a deadlock then.
pub fn outcomes(source: &str) -> BTreeSet<(String, bool)> {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let mut search = Search::new(program, &Model::default()).expect("the program fits");
    while !search.advance(100_000) {}
    let report = search.report();
    assert!(report.complete, "{:?}", report.limit);
    let outcome = |found: &explore::Found| {
        let text = found
            .terminal
            .iter()
            .map(|written| written.text.as_str())
            .collect();
        (text, matches!(found.end, End::Deadlock { .. }))
    };
    report.outcomes.iter().map(outcome).collect()
}

/// The same as a program's author expects it.
pub fn set(expected: &[(&str, bool)]) -> BTreeSet<(String, bool)> {
    expected
        .iter()
        .map(|(text, dead)| ((*text).to_owned(), *dead))
        .collect()
}
