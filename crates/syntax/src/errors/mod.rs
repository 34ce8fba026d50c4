//! What CPython's tokenizer and parser report, from what ours reports.

pub(crate) mod brackets;
mod expected;
mod indentation;
mod strings;
mod target;
mod version;
mod wording;

use ruff_python_ast::ModModule;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType, Parsed, UnsupportedSyntaxError,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::LineIndex;
use crate::normalise::Normalised;
use crate::problem::{MAX_PROBLEMS, Problem};

/// All problems of a source that was parsed; none if it is Python 3.11.
///
/// Behind a bracket that is never closed, or behind an indentation that does not fit, one mistake makes many: only what
/// stands before it is reported beside it, and never two problems of a line.
pub(crate) fn problems(parsed: &Parsed<ModModule>, source: &Normalised<'_>) -> Vec<Problem> {
    let context = Context {
        source,
        tokens: parsed.tokens(),
        lines: LineIndex::new(source.text()),
    };
    let mut found = Vec::new();
    let mut end = TextSize::of(source.text());
    if let Some((range, problem)) = brackets::problem(&context) {
        end = range.start();
        found.push((range, Found::Own(problem)));
    }
    if let Some((range, problem)) = indentation::problem(&context, end) {
        end = end.min(range.start());
        found.push((range, Found::Own(problem)));
    }
    // The tokenizer's word comes first: a quote too many makes the line before it wrong as well.
    let (lexical, grammatical): (Vec<_>, Vec<_>) = parsed
        .errors()
        .iter()
        .filter(|error| !is_consequence(error))
        .partition(|error| is_unterminated(error));
    let errors = lexical.into_iter().chain(grammatical);
    let errors = errors.map(|error| (error.location, Found::Error(error)));
    let newer = parsed.unsupported_syntax_errors().iter();
    let newer = newer.map(|error| (error.range, Found::Newer(error)));
    let is_all = found.is_empty();
    found.extend(
        errors
            .chain(newer)
            .filter(|(range, _)| is_all || range.start() < end),
    );
    found.sort_by_key(|(range, _)| context.line(range.start()));
    found.dedup_by_key(|(range, _)| context.line(range.start()));
    found.truncate(MAX_PROBLEMS);
    found
        .into_iter()
        .map(|(_, found)| found.problem(&context))
        .collect()
}

/// What is wrong, not yet in words.
enum Found<'a> {
    Own(Problem),
    Error(&'a ParseError),
    Newer(&'a UnsupportedSyntaxError),
}

impl Found<'_> {
    fn problem(self, context: &Context<'_>) -> Problem {
        match self {
            Self::Own(problem) => problem,
            Self::Error(error) => wording::problem(error, context),
            Self::Newer(error) => version::problem(error, context),
        }
    }
}

/// The parser tells these about an indentation error that the lexer told before.
fn is_consequence(error: &ParseError) -> bool {
    matches!(
        error.error,
        ParseErrorType::ExpectedToken {
            expected: TokenKind::Dedent | TokenKind::Indent,
            ..
        } | ParseErrorType::Lexical(LexicalErrorType::IndentationError)
    )
}

fn is_unterminated(error: &ParseError) -> bool {
    matches!(
        error.error,
        ParseErrorType::Lexical(
            LexicalErrorType::UnclosedStringError
                | LexicalErrorType::FStringError(
                    InterpolatedStringErrorType::UnterminatedString
                        | InterpolatedStringErrorType::UnterminatedTripleQuotedString
                )
        )
    )
}

/// A problem with its place in the normalised source.
type Located = (TextRange, Problem);

/// What a wording depends on.
struct Context<'a> {
    source: &'a Normalised<'a>,
    tokens: &'a [Token],
    /// Lines of the normalised source.
    lines: LineIndex,
}

impl Context<'_> {
    fn text(&self, range: TextRange) -> &str {
        &self.source.text()[range]
    }

    fn line(&self, offset: TextSize) -> u32 {
        self.lines.line(offset.to_u32())
    }

    /// Tokens that mean something, up to the one that ends at `offset` or before.
    fn before(&self, offset: TextSize) -> impl Iterator<Item = &Token> {
        let end = self.tokens.partition_point(|token| token.end() <= offset);
        let before = self.tokens[..end].iter().rev();
        before.filter(|token| !token.kind().is_trivia() && !token.range().is_empty())
    }

    /// The first token at `offset` or behind it that means something.
    fn at(&self, offset: TextSize) -> Option<&Token> {
        let start = self.tokens.partition_point(|token| token.start() < offset);
        self.tokens[start..]
            .iter()
            .find(|token| !token.kind().is_trivia())
    }

    /// The first token of the statement (as far as its line goes) that `offset` is in.
    fn statement_start(&self, offset: TextSize) -> Option<&Token> {
        let is_same = |token: &&Token| !matches!(token.kind(), TokenKind::Newline | TokenKind::Semi);
        let of_statement = self.before(offset).take_while(is_same);
        of_statement
            .filter(|token| !matches!(token.kind(), TokenKind::Indent | TokenKind::Dedent))
            .last()
    }

    /// The bracket that is open at `offset`, and what stands between, from the last token, without inner brackets.
    fn around(&self, offset: TextSize) -> Option<(TokenKind, Vec<TokenKind>)> {
        let mut depth = 0_usize;
        let mut between = Vec::new();
        for token in self.before(offset) {
            match token.kind() {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth += 1,
                open @ (TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace) => {
                    let Some(outer) = depth.checked_sub(1) else {
                        return Some((open, between));
                    };
                    depth = outer;
                }
                other if depth == 0 => between.push(other),
                _ => {}
            }
        }
        None
    }
}
