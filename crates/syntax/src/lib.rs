//! Python source to our own tree with spans, and diagnostics: the only crate that knows ruff's parser.

mod convert;
mod errors;
mod feature;
mod line_index;
mod normalise;
mod problem;
pub mod tree;

pub use line_index::LineIndex;

use problem::Problem;
use ruff_python_ast::PythonVersion;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use trace::Diagnostic;

/// A program that can be compiled.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// Its tree.
    pub module: tree::Module,
    /// What the learner should know although it runs.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a program.
///
/// # Errors
/// Tells everything that is wrong with it in the order of the source: what CPython 3.11 calls a syntax error, or, if there is
/// none that its parser would find, also what its compiler would find and what our Python does not have.
pub fn parse(source: &str) -> Result<Parsed, Vec<Diagnostic>> {
    let result = read(source);
    result.map_err(|problems| problem::diagnostics(problems, &LineIndex::new(source)))
}

fn read(source: &str) -> Result<Parsed, Vec<Problem>> {
    let normalised = normalise::Normalised::new(source);
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY311);
    let parsed = parse_unchecked(normalised.text(), options);
    let Some(parsed) = parsed.try_into_module() else {
        unreachable!("the parser was told to read a module");
    };
    let errors = parsed
        .errors()
        .iter()
        .map(|error| errors::problem(error, &normalised));
    let errors: Vec<_> = errors.collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let module = convert::module(parsed.syntax(), &normalised)?;
    Ok(Parsed {
        module,
        warnings: Vec::new(),
    })
}
