//! Brackets that do not match, as `tok_get` in CPython's `Parser/tokenizer.c` reports them.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

use super::{Context, Located};
use crate::normalise::Normalised;
use crate::problem::Problem;

/// The first bracket that closes another one or none, else the innermost that is never closed.
pub(super) fn problem(context: &Context<'_>) -> Option<Located> {
    let mut open: Vec<&Token> = Vec::new();
    for token in context.tokens {
        match token.kind() {
            TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::FStringStart
            | TokenKind::TStringStart => {
                open.push(token);
            }
            TokenKind::FStringEnd | TokenKind::TStringEnd => {
                // What an f-string leaves open is its own error.
                while open.pop().is_some_and(|token| !is_string(token)) {}
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => match open.last() {
                Some(opening) if matches(opening.kind(), token.kind()) => {
                    open.pop();
                }
                // Again the f-string's own error.
                Some(_) if open.iter().any(|token| is_string(token)) => {}
                Some(opening) => return Some(mismatch(opening, token, context)),
                None => return Some(unmatched(token, context)),
            },
            _ => {}
        }
    }
    if open.iter().any(|token| is_string(token)) {
        return None;
    }
    let opening = open.last()?;
    Some((opening.range(), unclosed(opening, context.source)))
}

/// The problem of a bracket that is open to the end: the one of that number, from outside and from 1, of those that are
/// open where `beginning` ends. The beginning is read alone, since what follows nests too deeply.
pub(crate) fn never_closed(source: &Normalised<'_>, beginning: &str, number: usize) -> Option<Problem> {
    let parsed = parse_unchecked(beginning, ParseOptions::from(Mode::Module));
    let mut open: Vec<&Token> = Vec::new();
    for token in parsed.tokens().iter() {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => open.push(token),
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => drop(open.pop()),
            _ => {}
        }
    }
    let opening = open.get(number.checked_sub(1)?)?;
    Some(unclosed(opening, source))
}

fn unclosed(opening: &Token, source: &Normalised<'_>) -> Problem {
    let bracket = &source.text()[opening.range()];
    Problem::syntax(
        source.span(opening.range()),
        format!("'{bracket}' was never closed"),
        format!("'{bracket}' 没有闭合"),
    )
}

fn unmatched(token: &Token, context: &Context<'_>) -> Located {
    let bracket = context.text(token.range());
    let (en, zh) = (format!("unmatched '{bracket}'"), format!("多出来的 '{bracket}'"));
    (
        token.range(),
        Problem::syntax(context.source.span(token.range()), en, zh),
    )
}

fn mismatch(opening: &Token, closing: &Token, context: &Context<'_>) -> Located {
    let (open, close) = (context.text(opening.range()), context.text(closing.range()));
    let line = context.line(opening.start());
    let mut en = format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'");
    let mut zh = format!("右括号 '{close}' 与左括号 '{open}' 不匹配");
    if context.line(closing.start()) != line {
        en += &format!(" on line {line}");
        zh = format!("右括号 '{close}' 与第 {line} 行的左括号 '{open}' 不匹配");
    }
    (
        closing.range(),
        Problem::syntax(context.source.span(closing.range()), en, zh),
    )
}

fn is_string(token: &Token) -> bool {
    matches!(token.kind(), TokenKind::FStringStart | TokenKind::TStringStart)
}

fn matches(open: TokenKind, close: TokenKind) -> bool {
    matches!(
        (open, close),
        (TokenKind::Lpar, TokenKind::Rpar)
            | (TokenKind::Lsqb, TokenKind::Rsqb)
            | (TokenKind::Lbrace, TokenKind::Rbrace)
    )
}
