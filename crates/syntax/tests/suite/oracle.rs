//! CPython 3.11 reads the same sources: what is an error to it is one to us, on the same line and mostly in the same words,
//! and what is none gives the same tree, with the same places.

use std::process::Command;

use trace::Diagnostic;

use crate::{RIGHT, WRONG, notation, sources};

/// CPython's answers about the sources of a file.
fn cpython(file: &str) -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite");
    let mut command = Command::new("python3");
    let command = command
        .arg(format!("{folder}/oracle.py"))
        .arg(format!("{folder}/sources/{file}"));
    let output = command
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .expect("python3 is installed");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let output = String::from_utf8(output.stdout).expect("UTF-8");
    let answers = output.split("\n%%\n").map(|answer| answer.trim_end().to_owned());
    let mut answers: Vec<_> = answers.collect();
    assert_eq!(answers.pop().as_deref(), Some(""), "each answer ends with %%");
    answers
}

/// The first diagnostic that is an exception of CPython's, as `oracle.py` writes it.
fn first_error(diagnostics: &[Diagnostic]) -> Option<String> {
    let is_error = |diagnostic: &&Diagnostic| {
        let name = diagnostic.message.en.split(": ").next().unwrap_or_default();
        matches!(name, "SyntaxError" | "IndentationError" | "TabError")
    };
    let error = diagnostics.iter().find(is_error)?;
    Some(format!("{} {}", error.place.line, error.message.en))
}

#[test]
fn the_same_trees() {
    let answers = cpython("right.txt");
    let sources = sources(RIGHT);
    assert_eq!(answers.len(), sources.len());
    let mut differences = Vec::new();
    for ((_, source), expected) in sources.iter().zip(answers) {
        let found = match syntax::parse(source) {
            Ok(parsed) => {
                let warnings = parsed.warnings.iter();
                let warnings =
                    warnings.map(|warning| format!("{} {}\n", warning.place.line, warning.message.en));
                warnings.collect::<String>() + &notation::module(&parsed.module, source)
            }
            Err(diagnostics) => format!("{diagnostics:#?}"),
        };
        if found != expected {
            let mut lines = found.lines().zip(expected.lines());
            let (found, expected) = lines
                .find(|(found, expected)| found != expected)
                .unwrap_or((&found, &expected));
            differences.push(format!("{source}\n  CPython: {expected}\n  found:   {found}\n"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn line_ends_change_no_tree() {
    for (_, source) in sources(RIGHT) {
        let expected = syntax::parse(&source).map(|parsed| notation::module(&parsed.module, &source));
        for end in ["\r\n", "\r"] {
            let other = source.replace('\n', end);
            let found = syntax::parse(&other).map(|parsed| notation::module(&parsed.module, &other));
            assert_eq!(found, expected, "{other:?}");
        }
    }
}

#[test]
fn the_same_errors() {
    let answers = cpython("wrong.txt");
    let sources = sources(WRONG);
    assert_eq!(answers.len(), sources.len());
    let mut differences = Vec::new();
    for ((mark, source), expected) in sources.iter().zip(answers) {
        let found = syntax::parse(source).err().unwrap_or_default();
        let found = first_error(&found).unwrap_or_default();
        // `own words`: CPython says no more than "invalid syntax", or speaks of its own insides.
        let is_same = match *mark {
            "own words" => {
                let line_and_name = |answer: &str| answer.split(':').next().map(str::to_owned);
                line_and_name(&found) == line_and_name(&expected) && found != expected
            }
            _ => found == expected,
        };
        if !is_same {
            differences.push(format!(
                "{mark}\n{source}\n  CPython: {expected}\n  found:   {found}\n"
            ));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
