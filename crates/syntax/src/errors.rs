//! The parser's errors in CPython's words, and in Chinese.

use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType};

use crate::normalise::Normalised;
use crate::problem::{Kind, Problem};

/// What a parse error says to the learner.
pub(crate) fn problem(error: &ParseError, source: &Normalised<'_>) -> Problem {
    let kind = match &error.error {
        ParseErrorType::UnexpectedIndentation
        | ParseErrorType::Lexical(LexicalErrorType::IndentationError) => Kind::Indentation,
        _ => Kind::Syntax,
    };
    let text = error.error.to_string();
    Problem::new(kind, source.span(error.location), text.clone(), text)
}
