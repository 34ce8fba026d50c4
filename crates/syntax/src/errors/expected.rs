//! Something is missing: CPython's words where it knows what, ours for the rest.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::{Ranged, TextRange};

use super::{Context, strings};
use crate::problem::{Kind, Problem};

/// One token stands where another should.
pub(super) fn token(
    expected: TokenKind,
    found: TokenKind,
    range: TextRange,
    context: &Context<'_>,
) -> Problem {
    let span = context.source.span(range);
    match (expected, found) {
        (TokenKind::Colon | TokenKind::Comma, TokenKind::Equal) => Problem::syntax(
            span,
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
            "语法无效。是不是想写 '==' 或 ':=' 而不是 '='？",
        ),
        (TokenKind::Comma, _) if found.as_augmented_assign_operator().is_some() => Problem::syntax(
            span,
            "'tuple' is an illegal expression for augmented assignment",
            "不能对元组做增量赋值",
        ),
        (TokenKind::Colon, TokenKind::Rbrace | TokenKind::Comma) => {
            Problem::syntax(span, "':' expected after dictionary key", "字典的键后面缺少 ':'")
        }
        (TokenKind::Colon, TokenKind::Lpar) if is_lambda(range, context) => Problem::syntax(
            span,
            "Lambda expression parameters cannot be parenthesized",
            "lambda 的参数不能放在括号里",
        ),
        (TokenKind::Colon, TokenKind::Dot) => {
            Problem::syntax(span, "invalid syntax", "语法无效：这里只能写一个名字")
        }
        (TokenKind::Colon, _) => Problem::syntax(span, "expected ':'", "缺少 ':'"),
        (TokenKind::Lpar, _) => Problem::syntax(span, "expected '('", "缺少 '('"),
        (TokenKind::Else, _) => Problem::syntax(
            span,
            "expected 'else' after 'if' expression",
            "'if' 表达式后面缺少 'else'",
        ),
        (TokenKind::Rsqb | TokenKind::Rbrace, TokenKind::For) if is_row(range, context) => Problem::syntax(
            span,
            "did you forget parentheses around the comprehension target?",
            "推导式的元素是不是漏了括号？",
        ),
        (TokenKind::Rbrace, TokenKind::FStringStart) if is_case(range, context) => Problem::syntax(
            span,
            "mapping pattern keys may only match literals and attribute lookups",
            "映射模式的键只能是字面量或带点的名字",
        ),
        (TokenKind::Comma | TokenKind::Rpar, TokenKind::Lpar) if is_definition(range, context) => {
            Problem::syntax(
                span,
                "Function parameters cannot be parenthesized",
                "函数的参数不能放在括号里",
            )
        }
        (TokenKind::Comma | TokenKind::Rpar, _) if is_definition(range, context) => {
            Problem::syntax(span, "invalid syntax", "语法无效：这里应为参数")
        }
        (TokenKind::Comma | TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace, _)
            if begins_operand(found) =>
        {
            strings::number_before(range, context).unwrap_or_else(|| {
                let element = context.before(range.start()).next().map_or(range, Ranged::range);
                Problem::syntax(
                    context.source.span(element.cover(range)),
                    "invalid syntax. Perhaps you forgot a comma?",
                    "语法无效。是不是漏了逗号？",
                )
            })
        }
        _ => Problem::syntax(
            span,
            format!("invalid syntax: expected {expected}"),
            format!("语法无效：这里缺少{}", chinese(expected)),
        ),
    }
}

fn is_definition(range: TextRange, context: &Context<'_>) -> bool {
    let start = context.statement_start(range.start());
    start.is_some_and(|token| match token.kind() {
        TokenKind::Def => true,
        TokenKind::Async => context
            .at(token.end())
            .is_some_and(|token| token.kind() == TokenKind::Def),
        _ => false,
    })
}

fn is_lambda(range: TextRange, context: &Context<'_>) -> bool {
    let before = context.before(range.start()).next();
    before.is_some_and(|token| token.kind() == TokenKind::Lambda)
}

/// Whether the place follows elements of a list or a set.
fn is_row(range: TextRange, context: &Context<'_>) -> bool {
    let around = context.around(range.start());
    around.is_some_and(|(_, between)| {
        between.contains(&TokenKind::Comma) && !between.contains(&TokenKind::Colon)
    })
}

fn is_case(range: TextRange, context: &Context<'_>) -> bool {
    let start = context.statement_start(range.start());
    start.is_some_and(|token| context.text(token.range()) == "case")
}

/// A clause has no block.
pub(super) fn block(clause: &str, range: TextRange, context: &Context<'_>) -> Problem {
    // The clause is the last logical line before.
    let mut lines = context
        .before(range.start())
        .skip_while(|token| !is_clause_token(token));
    let keyword = lines
        .next()
        .and_then(|token| context.statement_start(token.end()));
    let line = keyword.map_or(1, |token| context.line(token.start()));
    let text = keyword.map_or("", |token| context.text(token.range()));
    let (what, was) = match clause {
        "function definition" => ("function definition".to_owned(), "函数定义".to_owned()),
        "`class` definition" => ("class definition".to_owned(), "类定义".to_owned()),
        _ => (format!("'{text}' statement"), format!(" '{text}' 语句")),
    };
    Problem::new(
        Kind::Indentation,
        context.source.span(range),
        format!("expected an indented block after {what} on line {line}"),
        format!("第 {line} 行的{was}后面缺少缩进的代码块"),
    )
}

/// Two statements in one line without `;`.
pub(super) fn line_end(range: TextRange, context: &Context<'_>) -> Problem {
    if let Some(problem) = strings::number_before(range, context) {
        return problem;
    }
    let before = context.before(range.start()).next();
    let start = context.statement_start(range.start());
    if let (Some(before), Some(start)) = (before, start)
        && before.range() == start.range()
        && let name @ ("print" | "exec") = context.text(start.range())
    {
        return Problem::syntax(
            context.source.span(start.range().cover(range)),
            format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?"),
            format!("调用 '{name}' 时缺少括号。是不是想写 {name}(...)？"),
        );
    }
    Problem::syntax(context.source.span(range), "invalid syntax", "语法无效").instead(
        "two statements on one line need `;` between them",
        "同一行的两条语句之间要写 `;`",
    )
}

fn is_clause_token(token: &Token) -> bool {
    !matches!(
        token.kind(),
        TokenKind::Newline
            | TokenKind::NonLogicalNewline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::Comment
    )
}

fn begins_operand(token: TokenKind) -> bool {
    matches!(
        token,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
    )
}

/// A kind of token in Chinese; operators and keywords stand for themselves.
fn chinese(token: TokenKind) -> String {
    match token {
        TokenKind::Newline => "换行".to_owned(),
        TokenKind::Name => "名字".to_owned(),
        TokenKind::String => "字符串".to_owned(),
        TokenKind::EndOfFile => "文件末尾".to_owned(),
        other => format!(" {other}"),
    }
}
