//! What cannot be assigned to or deleted, by CPython's names (`_PyPegen_get_expr_name` in `Parser/pegen.c`).

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, UnaryOp};
use ruff_python_parser::{Parsed, parse_expression};
use ruff_text_size::{Ranged, TextRange};

use super::Context;
use crate::problem::Problem;

/// What happens to the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Assign,
    AugAssign,
    AnnAssign,
    NamedAssign,
    Delete,
}

/// The problem of an expression that is no target.
pub(super) fn problem(range: TextRange, usage: Use, context: &Context<'_>) -> Problem {
    let span = context.source.span(range);
    let target = expression(range, context);
    let (name, was) = match &target {
        Some(target) => expression_name(target),
        None if context.text(range).starts_with('*') => ("starred", "带星号的表达式"),
        None => ("expression", "表达式"),
    };
    match usage {
        Use::Delete => Problem::syntax(span, format!("cannot delete {name}"), format!("不能删除{was}")),
        Use::AnnAssign => Problem::syntax(span, "illegal target for annotation", "这里不能加类型标注"),
        Use::NamedAssign => Problem::syntax(
            span,
            format!("cannot use assignment expressions with {name}"),
            format!(":= 不能给{was}赋值"),
        ),
        Use::AugAssign => Problem::syntax(
            span,
            format!("'{name}' is an illegal expression for augmented assignment"),
            format!("不能对{was}做增量赋值"),
        ),
        Use::Assign if is_likely_comparison(range, target.as_ref(), context) => Problem::syntax(
            span,
            format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?"),
            format!("不能给{was}赋值。是不是想写 '==' 而不是 '='？"),
        ),
        Use::Assign if is_bare_yield(range, target.as_ref(), context) => Problem::syntax(
            span,
            "assignment to yield expression not possible",
            "不能给 yield 表达式赋值",
        ),
        Use::Assign => Problem::syntax(
            span,
            format!("cannot assign to {name}"),
            format!("不能给{was}赋值"),
        ),
    }
}

/// `target := value` as a statement.
pub(super) fn named(operator: TextRange, context: &Context<'_>) -> Problem {
    let start = context.statement_start(operator.start());
    let range = start.map_or(operator, |start| TextRange::new(start.start(), operator.start()));
    match expression(range, context) {
        None | Some(Expr::Name(_)) => {
            let zh = "语法无效：`:=` 要放在括号里";
            Problem::syntax(context.source.span(operator), "invalid syntax", zh)
        }
        Some(_) => problem(range, Use::NamedAssign, context),
    }
}

/// The expression at a place; in brackets, since some stand nowhere else.
fn expression(range: TextRange, context: &Context<'_>) -> Option<Expr> {
    let parsed = parse_expression(&format!("({})", context.text(range))).ok();
    parsed.map(Parsed::into_expr)
}

/// `yield = value`, without brackets.
fn is_bare_yield(range: TextRange, target: Option<&Expr>, context: &Context<'_>) -> bool {
    let before = context.before(range.start()).next();
    matches!(target, Some(Expr::Yield(_) | Expr::YieldFrom(_)))
        && before.is_none_or(|token| token.kind() != TokenKind::Lpar)
}

/// `invalid_named_expression` in CPython's grammar: one `=` behind an operand of a comparison, or behind brackets.
fn is_likely_comparison(mut range: TextRange, target: Option<&Expr>, context: &Context<'_>) -> bool {
    let mut is_operand = match target {
        None
        | Some(
            Expr::Tuple(_)
            | Expr::List(_)
            | Expr::Generator(_)
            | Expr::NoneLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::Starred(_),
        ) => return false,
        Some(
            Expr::Lambda(_)
            | Expr::If(_)
            | Expr::BoolOp(_)
            | Expr::Compare(_)
            | Expr::Named(_)
            | Expr::Yield(_)
            | Expr::YieldFrom(_),
        ) => false,
        Some(Expr::UnaryOp(unary)) => unary.op != UnaryOp::Not,
        Some(_) => true,
    };
    while let (Some(open), Some(close)) = (context.before(range.start()).next(), context.at(range.end()))
        && (open.kind(), close.kind()) == (TokenKind::Lpar, TokenKind::Rpar)
    {
        range = open.range().cover(close.range());
        is_operand = true;
    }
    let is_assigned = context
        .at(range.end())
        .is_some_and(|token| token.kind() == TokenKind::Equal);
    let is_first = context
        .statement_start(range.end())
        .is_some_and(|token| token.start() == range.start());
    is_operand && is_assigned && is_first
}

fn expression_name(target: &Expr) -> (&'static str, &'static str) {
    match target {
        Expr::Attribute(_) => ("attribute", "属性"),
        Expr::Subscript(_) => ("subscript", "下标"),
        Expr::Starred(_) => ("starred", "带星号的表达式"),
        Expr::Name(_) => ("name", "名字"),
        Expr::List(_) => ("list", "列表"),
        Expr::Tuple(_) => ("tuple", "元组"),
        Expr::Lambda(_) => ("lambda", " lambda "),
        Expr::Call(_) => ("function call", "函数调用"),
        Expr::Generator(_) => ("generator expression", "生成器表达式"),
        Expr::Yield(_) | Expr::YieldFrom(_) => ("yield expression", " yield 表达式"),
        Expr::Await(_) => ("await expression", " await 表达式"),
        Expr::ListComp(_) => ("list comprehension", "列表推导式"),
        Expr::SetComp(_) => ("set comprehension", "集合推导式"),
        Expr::DictComp(_) => ("dict comprehension", "字典推导式"),
        Expr::Dict(_) => ("dict literal", "字典字面量"),
        Expr::Set(_) => ("set display", "集合字面量"),
        Expr::FString(_) => ("f-string expression", " f-string 表达式"),
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => ("literal", "字面量"),
        Expr::NoneLiteral(_) => ("None", " None "),
        Expr::BooleanLiteral(literal) if literal.value => ("True", " True "),
        Expr::BooleanLiteral(_) => ("False", " False "),
        Expr::EllipsisLiteral(_) => ("ellipsis", " ... "),
        Expr::Compare(_) => ("comparison", "比较表达式"),
        Expr::If(_) => ("conditional expression", "条件表达式"),
        Expr::Named(_) => ("named expression", " := 表达式"),
        _ => ("expression", "表达式"),
    }
}
