//! What CPython's compiler warns of (`Python/compile.c`: `check_compare`, `check_caller`, `check_subscripter`,
//! `check_index`, `compiler_assert`).

use ruff_text_size::TextRange;

use super::Converter;
use crate::problem::{Kind, Problem};
use crate::tree::{CompareOp, ComprehensionKind, Constant, Expr, ExprKind, UnaryOp};

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

    /// `[(1, 2) (3, 4)]` calls a tuple.
    pub(super) fn warn_of_call(&mut self, range: TextRange, function: &Expr) {
        if let Some(kind) = type_name(function).filter(|kind| *kind != "function") {
            self.warns_of_comma(
                range,
                &format!("'{kind}' object is not callable"),
                &format!("'{kind}' 对象不能调用"),
            );
        }
    }

    /// `[1, 2 [3]]` takes an element of a number, `["a" ["b"]]` one by a list.
    pub(super) fn warn_of_subscript(&mut self, range: TextRange, value: &Expr, index: &Expr) {
        let Some(kind) = type_name(value) else { return };
        if !matches!(kind, "str" | "bytes" | "tuple" | "list" | "dict") {
            let zh = format!("'{kind}' 对象不能用下标");
            self.warns_of_comma(range, &format!("'{kind}' object is not subscriptable"), &zh);
        } else if kind != "dict"
            && let Some(index) = type_name(index).filter(|index| !matches!(*index, "int" | "bool"))
        {
            let en = format!("{kind} indices must be integers or slices, not {index}");
            self.warns_of_comma(
                range,
                &en,
                &format!("{kind} 的下标必须是整数或切片，不能是 {index}"),
            );
        }
    }

    fn warns_of_comma(&mut self, range: TextRange, en: &str, zh: &str) {
        self.warnings.push(Problem::new(
            Kind::Warning,
            self.source.span(range),
            format!("{en}; perhaps you missed a comma?"),
            format!("{zh}；是不是漏了逗号？"),
        ));
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

/// The type of what an expression makes, where the compiler knows it.
fn type_name(expression: &Expr) -> Option<&'static str> {
    Some(match &expression.kind {
        ExprKind::Constant(value) => match value {
            Constant::None => "NoneType",
            Constant::Bool(_) => "bool",
            Constant::Int(_) | Constant::BigInt(_) => "int",
            Constant::Float(_) => "float",
            Constant::Str(_) => "str",
            Constant::Bytes(_) => "bytes",
            Constant::Ellipsis => "ellipsis",
        },
        ExprKind::Unary { op, operand } if *op != UnaryOp::Not && is_number(operand) => type_name(operand)?,
        ExprKind::FString(_) => "str",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::List(_) => "list",
        ExprKind::Set(_) => "set",
        ExprKind::Dict(_) => "dict",
        ExprKind::Lambda { .. } => "function",
        ExprKind::Comprehension { kind, .. } => match kind {
            ComprehensionKind::List => "list",
            ComprehensionKind::Set => "set",
            ComprehensionKind::Dict => "dict",
            ComprehensionKind::Generator => "generator",
        },
        _ => return None,
    })
}

fn is_number(expression: &Expr) -> bool {
    matches!(type_name(expression), Some("int" | "float"))
}

/// Whether the compiler sees a constant other than `None`, `True`, `False` and `...`; it has computed signs and tuples by then.
fn is_literal(expression: &Expr) -> bool {
    match &expression.kind {
        ExprKind::Constant(value) => {
            !matches!(value, Constant::None | Constant::Bool(_) | Constant::Ellipsis)
        }
        ExprKind::Unary { op, operand } => *op != UnaryOp::Not && is_literal(operand),
        ExprKind::Tuple(elements) => elements.iter().all(is_constant),
        _ => false,
    }
}

fn is_constant(expression: &Expr) -> bool {
    matches!(&expression.kind, ExprKind::Constant(_)) || is_literal(expression)
}
