//! Expressions.

use std::collections::BTreeSet;

use ruff_python_ast::{
    Arguments, BoolOp, CmpOp, Expr as Source, ExprCall, ExprCompare, ExprSlice, Operator,
    UnaryOp as SourceUnary,
};

use super::Converter;
use crate::feature::Feature;
use crate::tree::{BinaryOp, CompareOp, Constant, Expr, ExprKind, UnaryOp};

impl Converter<'_> {
    pub(super) fn expression(&mut self, source: &Source) -> Expr {
        let kind = self.expression_kind(source);
        Expr {
            span: self.span(source),
            kind,
        }
    }

    pub(super) fn boxed(&mut self, source: &Source) -> Box<Expr> {
        Box::new(self.expression(source))
    }

    fn expressions(&mut self, sources: &[Source]) -> Vec<Expr> {
        sources.iter().map(|source| self.expression(source)).collect()
    }

    /// Elements of a list or a tuple: only there an expression with a star may stand.
    fn elements(&mut self, sources: &[Source]) -> Vec<Expr> {
        let mut elements = Vec::with_capacity(sources.len());
        for source in sources {
            if source.is_starred_expr() {
                self.refuse(source, Feature::StarElement);
            } else {
                elements.push(self.expression(source));
            }
        }
        elements
    }

    fn expression_kind(&mut self, source: &Source) -> ExprKind {
        match source {
            Source::BoolOp(bool_op) => ExprKind::Bool {
                and: bool_op.op == BoolOp::And,
                values: self.expressions(&bool_op.values),
            },
            Source::BinOp(binary) => {
                let Some(op) = binary_op(binary.op) else {
                    return self.refuse_expression(source, Feature::MatrixProduct);
                };
                let left = self.boxed(&binary.left);
                let right = self.boxed(&binary.right);
                ExprKind::Binary { left, op, right }
            }
            Source::UnaryOp(unary) => ExprKind::Unary {
                op: unary_op(unary.op),
                operand: self.boxed(&unary.operand),
            },
            Source::If(conditional) => ExprKind::Conditional {
                test: self.boxed(&conditional.test),
                body: self.boxed(&conditional.body),
                orelse: self.boxed(&conditional.orelse),
            },
            Source::Compare(compare) => self.compare(compare),
            Source::Call(call) => self.call(call),
            Source::Attribute(attribute) => ExprKind::Attribute {
                value: self.boxed(&attribute.value),
                name: attribute.attr.to_string(),
            },
            Source::Subscript(subscript) => ExprKind::Subscript {
                value: self.boxed(&subscript.value),
                index: Box::new(self.index(&subscript.slice)),
            },
            Source::Name(name) => {
                self.reads(&name.id, name.range);
                ExprKind::Name(name.id.to_string())
            }
            Source::List(list) => ExprKind::List(self.elements(&list.elts)),
            Source::Tuple(tuple) => ExprKind::Tuple(self.elements(&tuple.elts)),
            Source::NumberLiteral(number) => self.number(number),
            Source::StringLiteral(string) => self.string(string),
            Source::FString(string) => self.f_string(string),
            Source::BooleanLiteral(literal) => ExprKind::Constant(Constant::Bool(literal.value)),
            Source::NoneLiteral(_) => ExprKind::Constant(Constant::None),
            Source::Yield(_) | Source::YieldFrom(_) => self.yields(source),
            Source::Await(_) => self.awaits(source),
            Source::Starred(_) => {
                self.syntax(
                    source,
                    "can't use starred expression here",
                    "这里不能使用带星号的表达式",
                );
                ExprKind::Constant(Constant::None)
            }
            other => self.refuse_expression(other, missing(other)),
        }
    }

    fn compare(&mut self, compare: &ExprCompare) -> ExprKind {
        let first = self.boxed(&compare.left);
        let operands = self.expressions(&compare.comparators);
        let ops = compare.ops.iter().map(|op| compare_op(*op));
        let rest: Vec<_> = ops.zip(operands).collect();
        self.warn_of_identity(compare.range, &first, &rest);
        ExprKind::Compare { first, rest }
    }

    fn call(&mut self, call: &ExprCall) -> ExprKind {
        let function = self.boxed(&call.func);
        self.check_keywords(&call.arguments);
        let mut args = Vec::new();
        for argument in &call.arguments.args {
            if argument.is_starred_expr() {
                self.refuse(argument, Feature::StarArgument);
            } else {
                args.push(self.expression(argument));
            }
        }
        let mut keywords = Vec::new();
        for keyword in &call.arguments.keywords {
            match &keyword.arg {
                Some(name) => keywords.push((name.to_string(), self.expression(&keyword.value))),
                None => self.refuse(keyword, Feature::StarStarArgument),
            }
        }
        ExprKind::Call {
            function,
            args,
            keywords,
        }
    }

    fn check_keywords(&mut self, arguments: &Arguments) {
        let mut seen = BTreeSet::new();
        for keyword in &arguments.keywords {
            let Some(name) = &keyword.arg else { continue };
            self.check_debug(name, keyword);
            if !seen.insert(name.as_str()) {
                let zh = format!("关键字参数重复：{name}");
                self.syntax(keyword, format!("keyword argument repeated: {name}"), zh);
            }
        }
    }

    pub(super) fn slice(&mut self, slice: &ExprSlice) -> Expr {
        let mut part = |part: &Option<Box<Source>>| part.as_ref().map(|part| self.boxed(part));
        let (lower, upper, step) = (part(&slice.lower), part(&slice.upper), part(&slice.step));
        Expr {
            span: self.span(slice),
            kind: ExprKind::Slice { lower, upper, step },
        }
    }

    fn yields(&mut self, source: &Source) -> ExprKind {
        if self.in_function() {
            return self.refuse_expression(source, Feature::Yield);
        }
        self.syntax(source, "'yield' outside function", "'yield' 在函数外面");
        ExprKind::Constant(Constant::None)
    }

    /// An `async def` is refused as a whole, so that no function that is looked at is one.
    fn awaits(&mut self, source: &Source) -> ExprKind {
        let (en, zh) = if self.in_function() {
            ("'await' outside async function", "'await' 在 async 函数外面")
        } else {
            ("'await' outside function", "'await' 在函数外面")
        };
        self.syntax(source, en, zh);
        ExprKind::Constant(Constant::None)
    }
}

/// What an expression is that we do not have.
fn missing(source: &Source) -> Feature {
    match source {
        Source::Named(_) => Feature::NamedExpression,
        Source::Lambda(_) => Feature::Lambda,
        Source::Dict(_) => Feature::Dict,
        Source::Set(_) => Feature::Set,
        Source::Generator(_) => Feature::GeneratorExpression,
        Source::BytesLiteral(_) => Feature::Bytes,
        Source::EllipsisLiteral(_) => Feature::Ellipsis,
        Source::Slice(_) => Feature::SliceInTuple,
        _ => Feature::Comprehension,
    }
}

/// Our operator; there is none for `@`.
pub(super) fn binary_op(op: Operator) -> Option<BinaryOp> {
    Some(match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Sub,
        Operator::Mult => BinaryOp::Mul,
        Operator::MatMult => return None,
        Operator::Div => BinaryOp::Div,
        Operator::Mod => BinaryOp::Mod,
        Operator::Pow => BinaryOp::Pow,
        Operator::LShift => BinaryOp::LShift,
        Operator::RShift => BinaryOp::RShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDiv,
    })
}

fn unary_op(op: SourceUnary) -> UnaryOp {
    match op {
        SourceUnary::Invert => UnaryOp::Invert,
        SourceUnary::Not => UnaryOp::Not,
        SourceUnary::UAdd => UnaryOp::Pos,
        SourceUnary::USub => UnaryOp::Neg,
    }
}

fn compare_op(op: CmpOp) -> CompareOp {
    match op {
        CmpOp::Eq => CompareOp::Eq,
        CmpOp::NotEq => CompareOp::NotEq,
        CmpOp::Lt => CompareOp::Lt,
        CmpOp::LtE => CompareOp::LtE,
        CmpOp::Gt => CompareOp::Gt,
        CmpOp::GtE => CompareOp::GtE,
        CmpOp::Is => CompareOp::Is,
        CmpOp::IsNot => CompareOp::IsNot,
        CmpOp::In => CompareOp::In,
        CmpOp::NotIn => CompareOp::NotIn,
    }
}
