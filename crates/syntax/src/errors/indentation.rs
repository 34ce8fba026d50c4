//! Indentation that does not fit, as `tok_get` in CPython's `Parser/tokenizer.c` finds it: columns are counted twice, with
//! tabs to multiples of 8 and with tabs of one column, and both counts must agree about what is deeper.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::{Context, Located};
use crate::problem::{Kind, Problem};

/// Columns with tabs to multiples of 8, and with tabs of one column.
type Columns = (usize, usize);

/// The first line before `end` whose indentation does not fit.
pub(super) fn problem(context: &Context<'_>, end: TextSize) -> Option<Located> {
    let mut levels: Vec<Columns> = vec![(0, 0)];
    let mut at_line_start = true;
    for token in context.tokens {
        match token.kind() {
            TokenKind::Newline => at_line_start = true,
            kind if kind.is_trivia() || token.range().is_empty() || kind == TokenKind::Indent => {}
            // The lexer marks an indentation that does not fit as unknown; the line's first token comes behind it.
            TokenKind::Unknown if context.text(token.range()).trim().is_empty() => {}
            _ if at_line_start => {
                at_line_start = false;
                if token.start() >= end {
                    return None;
                }
                let Some(range) = whitespace_before(token.start(), context) else {
                    continue;
                };
                if let Some((kind, en, zh)) = fits(columns(context.text(range)), &mut levels) {
                    return Some((range, Problem::new(kind, context.source.span(range), en, zh)));
                }
            }
            _ => {}
        }
    }
    None
}

/// The line's white space, if nothing else stands before its first token.
fn whitespace_before(start: TextSize, context: &Context<'_>) -> Option<TextRange> {
    let before = &context.source.text()[..start.to_usize()];
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before[line..].trim_start_matches('\u{feff}');
    let is_blank = line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\x0c'));
    is_blank.then(|| TextRange::new(start - TextSize::of(line), start))
}

fn columns(whitespace: &str) -> Columns {
    whitespace
        .bytes()
        .fold((0, 0), |(wide, narrow), byte| match byte {
            b'\t' => ((wide / 8 + 1) * 8, narrow + 1),
            b'\x0c' => (0, 0),
            _ => (wide + 1, narrow + 1),
        })
}

fn fits(line: Columns, levels: &mut Vec<Columns>) -> Option<(Kind, &'static str, &'static str)> {
    const TAB: Option<(Kind, &str, &str)> = Some((
        Kind::Tab,
        "inconsistent use of tabs and spaces in indentation",
        "缩进里混用了制表符和空格",
    ));
    let top = *levels.last()?;
    if line.0 > top.0 {
        levels.push(line);
        return if line.1 > top.1 { None } else { TAB };
    }
    while levels.last().is_some_and(|level| level.0 > line.0) {
        levels.pop();
    }
    let top = *levels.last()?;
    if line.0 != top.0 {
        return Some((
            Kind::Indentation,
            "unindent does not match any outer indentation level",
            "取消缩进后与任何外层的缩进都对不上",
        ));
    }
    if line.1 == top.1 { None } else { TAB }
}
