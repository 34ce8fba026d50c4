//! What CPython's compiler warns of (`Python/compile.c`: `check_compare`, `compiler_assert`).

use ruff_text_size::TextRange;

use super::Converter;
use crate::problem::{Kind, Problem};
use crate::tree::{CompareOp, Constant, Expr, ExprKind, UnaryOp};

impl Converter<'_> {
    /// `x is 1` asks whether two objects are one, which is chance for numbers and strings.
    pub(super) fn warn_of_identity(&mut self, range: TextRange, first: &Expr, rest: &[(CompareOp, Expr)]) {
        let mut left = first;
        for (op, right) in rest {
            let (is, equals) = match op {
                CompareOp::Is => ("is", "=="),
                CompareOp::IsNot => ("is not", "!="),
                _ => ("", ""),
            };
            if !is.is_empty() && (is_literal(left) || is_literal(right)) {
                self.warnings.push(Problem::new(
                    Kind::Warning,
                    self.source.span(range),
                    format!("\"{is}\" with a literal. Did you mean \"{equals}\"?"),
                    format!("\"{is}\" 用在了字面量上。是不是想写 \"{equals}\"？"),
                ));
                return;
            }
            left = right;
        }
    }

    /// `assert (condition, message)` asserts a tuple.
    pub(super) fn warn_of_assertion(&mut self, range: TextRange, test: &Expr) {
        if matches!(&test.kind, ExprKind::Tuple(elements) if !elements.is_empty()) {
            self.warnings.push(Problem::new(
                Kind::Warning,
                self.source.span(range),
                "assertion is always true, perhaps remove parentheses?",
                "断言永远为真，是不是该去掉括号？",
            ));
        }
    }
}

/// Whether the compiler sees a constant other than `None`, `True` and `False`; it has computed signs and tuples by then.
fn is_literal(expression: &Expr) -> bool {
    match &expression.kind {
        ExprKind::Constant(value) => !matches!(value, Constant::None | Constant::Bool(_)),
        ExprKind::Unary { op, operand } => *op != UnaryOp::Not && is_literal(operand),
        ExprKind::Tuple(elements) => elements.iter().all(is_constant),
        _ => false,
    }
}

fn is_constant(expression: &Expr) -> bool {
    matches!(&expression.kind, ExprKind::Constant(_)) || is_literal(expression)
}
