//! Outcomes of programs.

use std::collections::BTreeSet;
use std::sync::Arc;

use explore::Search;
use trace::{End, Model};

/// All that can come of a program.
pub fn report(source: &str) -> explore::Report {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let mut search = Search::new(program, &Model::default()).expect("the program fits");
    while !search.advance(100_000) {}
    let report = search.report();
    assert!(report.complete, "{:?}", report.limit);
    report
}

/// What was printed.
pub fn text(found: &explore::Found) -> String {
    found
        .terminal
        .iter()
        .map(|written| written.text.as_str())
        .collect()
}

/// What a program can print, and whether it ends in a deadlock then.
pub fn outcomes(source: &str) -> BTreeSet<(String, bool)> {
    let outcome = |found: &explore::Found| (text(found), matches!(found.end, End::Deadlock { .. }));
    report(source).outcomes.iter().map(outcome).collect()
}

/// The same as a program's author expects it.
pub fn set(expected: &[(&str, bool)]) -> BTreeSet<(String, bool)> {
    expected
        .iter()
        .map(|(text, dead)| ((*text).to_owned(), *dead))
        .collect()
}
