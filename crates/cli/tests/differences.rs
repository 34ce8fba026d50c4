//! `docs/differences.md` is true: every entry names a program that shows it, and every such program is in an entry.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use trace::{Diagnostic, Severity};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Programs of a folder, as the page names them.
fn programs(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder of programs");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    names.map(|name| format!("{folder}/{}", name.display())).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("it is there")
}

#[test]
fn every_entry_names_its_program() {
    let page = read("docs/differences.md");
    let rows = page
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| what |"));
    let named = rows.map(|row| {
        let last = row.trim_end_matches(" |").rsplit("| ").next().unwrap_or_default();
        let name = last.strip_prefix('`').and_then(|name| name.strip_suffix('`'));
        name.unwrap_or_else(|| panic!("an entry without a program: {row}"))
            .to_owned()
    });
    let named: Vec<String> = named.collect();
    let distinct: BTreeSet<String> = named.iter().cloned().collect();
    assert_eq!(named.len(), distinct.len(), "each program shows one difference");
    let all = &programs("tests/refused") | &programs("tests/differs");
    assert_eq!(distinct, all);
}

/// Checks that a learner is told where, what and what instead, in both languages.
fn check(path: &str, source: &str, diagnostic: &Diagnostic) {
    let Diagnostic {
        place,
        severity,
        message,
        instead,
    } = diagnostic;
    assert_eq!(*severity, Severity::Error, "{path}: {diagnostic:?}");
    let line = source.lines().nth(place.line as usize - 1).unwrap_or_default();
    let is_inside = place.column >= 1 && place.column as usize <= line.chars().count();
    assert!(is_inside, "{path}: {diagnostic:?}");
    let Some(instead) = instead else {
        panic!("{path} says nothing about what to write instead: {diagnostic:?}");
    };
    for text in [message, instead] {
        assert!(!text.en.is_empty(), "{path}: {text:?}");
        assert!(!text.zh.is_ascii(), "{path}: {text:?}");
        assert!(
            text.en.len() < 700,
            "{path}: a sentence that nobody reads: {text:?}"
        );
    }
}

#[test]
fn refused_programs_are_refused_with_a_proposal() {
    for path in programs("tests/refused") {
        let source = read(&path);
        let Err(diagnostics) = machine::load(&source) else {
            panic!("{path} is not refused");
        };
        assert_eq!(diagnostics.len(), 1, "{path}: {diagnostics:?}");
        check(&path, &source, &diagnostics[0]);
    }
}

#[test]
fn programs_that_differ_show_it() {
    for path in programs("tests/differs") {
        let source = read(&path);
        let status = source
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("# status "));
        let status: i32 = status.map_or(0, |status| status.parse().expect("a number"));
        let run = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
            command
                .arg("run")
                .arg(root().join(&path))
                .output()
                .expect("it starts")
        };
        let output = run();
        assert_eq!(output.status.code(), Some(status), "{path}: {output:?}");
        assert_eq!(run(), output, "{path}: every run is the same");
    }
}
