//! Python source to our own tree with spans, and diagnostics: the only crate that knows ruff's parser.
//!
//! A source is read in this order, and each step sees only what those before let pass: its size and its bytes, how deep it
//! nests, CPython's grammar, and then what CPython's compiler checks together with what our Python does not have.

mod convert;
mod depth;
mod errors;
mod feature;
mod line_index;
mod normalise;
mod problem;
pub mod tree;

pub use line_index::LineIndex;

use normalise::Normalised;
use problem::Problem;
use ruff_python_ast::PythonVersion;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use trace::Diagnostic;
use tree::Span;

/// The longest source in bytes: a program that is typed or pasted is far shorter, and reading this much takes half a second
/// at most.
pub const MAX_SOURCE_BYTES: usize = 1 << 20;

/// A program that can be compiled.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// Its tree.
    pub module: tree::Module,
    /// What the learner should know although it runs: CPython's `SyntaxWarning`s.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a program.
///
/// # Errors
/// Tells what is wrong with it in the order of the source, up to 50 problems: what CPython 3.11's parser would find, or, if
/// that finds nothing, what its compiler would find and what our Python does not have. Messages of the former kinds begin
/// with the exception's name, as CPython's do.
pub fn parse(source: &str) -> Result<Parsed, Vec<Diagnostic>> {
    let diagnostics = |problems: Vec<Problem>| match problems.as_slice() {
        [] => Vec::new(),
        _ => problem::diagnostics(problems, &LineIndex::new(source)),
    };
    let (module, warnings) = read(source).map_err(diagnostics)?;
    Ok(Parsed {
        module,
        warnings: diagnostics(warnings),
    })
}

/// A tree and its warnings, or what is wrong.
fn read(source: &str) -> Result<(tree::Module, Vec<Problem>), Vec<Problem>> {
    check_bytes(source)?;
    let normalised = Normalised::new(source);
    if let Some(problem) = depth::check(&normalised) {
        return Err(vec![problem]);
    }
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY311);
    let parsed = parse_unchecked(normalised.text(), options);
    let Some(parsed) = parsed.try_into_module() else {
        unreachable!("the parser was told to read a module");
    };
    let problems = errors::problems(&parsed, &normalised);
    if !problems.is_empty() {
        return Err(problems);
    }
    convert::module(parsed.syntax(), &normalised)
}

fn check_bytes(source: &str) -> Result<(), Vec<Problem>> {
    if source.len() > MAX_SOURCE_BYTES {
        let problem = Problem::new(
            problem::Kind::Refusal,
            Span::default(),
            format!("the program is longer than {MAX_SOURCE_BYTES} bytes"),
            format!("程序超过了 {MAX_SOURCE_BYTES} 字节"),
        );
        return Err(vec![problem]);
    }
    if let Some(offset) = source.find('\0') {
        let start = u32::try_from(offset).unwrap_or(u32::MAX);
        let span = Span {
            start,
            end: start + 1,
        };
        let en = "source code string cannot contain null bytes";
        return Err(vec![Problem::syntax(span, en, "源代码不能包含空字符")]);
    }
    Ok(())
}
