//! Expressions.

use ruff_python_ast::{
    BoolOp, CmpOp, DictItem, Expr as Source, ExprCompare, ExprDictComp, ExprSlice, ExprSubscript, Operator,
    UnaryOp as SourceUnary,
};

use super::Converter;
use crate::tree::{BinaryOp, CompareOp, ComprehensionKind, Constant, Expr, ExprKind, UnaryOp};

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

    pub(super) fn expressions(&mut self, sources: &[Source]) -> Vec<Expr> {
        sources.iter().map(|source| self.expression(source)).collect()
    }

    /// Elements and arguments: only there an expression with a star may stand.
    pub(super) fn elements(&mut self, sources: &[Source]) -> Vec<Expr> {
        sources.iter().map(|source| self.element(source)).collect()
    }

    fn element(&mut self, source: &Source) -> Expr {
        let Source::Starred(starred) = source else {
            return self.expression(source);
        };
        Expr {
            span: self.span(source),
            kind: ExprKind::Starred(self.boxed(&starred.value)),
        }
    }

    fn expression_kind(&mut self, source: &Source) -> ExprKind {
        match source {
            Source::BoolOp(bool_op) => ExprKind::Bool {
                and: bool_op.op == BoolOp::And,
                values: self.expressions(&bool_op.values),
            },
            Source::BinOp(binary) => ExprKind::Binary {
                left: self.boxed(&binary.left),
                op: binary_op(binary.op),
                right: self.boxed(&binary.right),
            },
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
            Source::Subscript(subscript) => self.subscript(subscript),
            Source::Slice(slice) => self.slice(slice),
            Source::Name(name) => {
                self.reads(&name.id);
                ExprKind::Name(name.id.to_string())
            }
            Source::List(list) => ExprKind::List(self.elements(&list.elts)),
            Source::Tuple(tuple) => ExprKind::Tuple(self.elements(&tuple.elts)),
            Source::Set(set) => ExprKind::Set(self.elements(&set.elts)),
            Source::Dict(dict) => self.dict(&dict.items),
            Source::ListComp(list) => self.comprehension(
                ComprehensionKind::List,
                list.range,
                &list.elt,
                None,
                &list.generators,
            ),
            Source::SetComp(set) => {
                self.comprehension(ComprehensionKind::Set, set.range, &set.elt, None, &set.generators)
            }
            Source::DictComp(dict) => self.dict_comprehension(dict),
            Source::Generator(generator) => {
                let (element, loops) = (&generator.elt, &generator.generators);
                self.comprehension(
                    ComprehensionKind::Generator,
                    generator.range,
                    element,
                    None,
                    loops,
                )
            }
            Source::NumberLiteral(number) => self.number(number),
            Source::StringLiteral(string) => self.string(string),
            Source::BytesLiteral(bytes) => self.bytes(bytes),
            Source::FString(string) => self.f_string(string),
            Source::BooleanLiteral(literal) => ExprKind::Constant(Constant::Bool(literal.value)),
            Source::NoneLiteral(_) => ExprKind::Constant(Constant::None),
            Source::EllipsisLiteral(_) => ExprKind::Constant(Constant::Ellipsis),
            Source::Lambda(lambda) => self.lambda(lambda),
            Source::Named(named) => self.named(named),
            Source::Yield(yields) => self.yields(source, yields.value.as_deref()),
            Source::YieldFrom(yields) => self.yields_from(source, &yields.value),
            Source::Await(awaits) => self.awaits(awaits),
            Source::Starred(_) => self.misplaced(
                source,
                "can't use starred expression here",
                "这里不能使用带星号的表达式",
            ),
            // The parser reports what is newer than CPython 3.11.
            Source::TString(_) | Source::IpyEscapeCommand(_) => {
                self.misplaced(source, "invalid syntax", "语法无效")
            }
        }
    }

    fn misplaced(&mut self, source: &Source, en: &str, zh: &str) -> ExprKind {
        self.syntax(source, en, zh);
        ExprKind::Constant(Constant::None)
    }

    fn dict_comprehension(&mut self, dict: &ExprDictComp) -> ExprKind {
        // The parser reports `{**a for a in b}`, which has no key.
        let key = dict.key.as_deref().unwrap_or(&dict.value);
        let value = Some(&*dict.value);
        self.comprehension(ComprehensionKind::Dict, dict.range, key, value, &dict.generators)
    }

    fn dict(&mut self, items: &[DictItem]) -> ExprKind {
        let items = items.iter().map(|item| {
            let key = item.key.as_ref().map(|key| self.expression(key));
            (key, self.expression(&item.value))
        });
        ExprKind::Dict(items.collect())
    }

    fn compare(&mut self, compare: &ExprCompare) -> ExprKind {
        let first = self.boxed(&compare.left);
        let operands = self.expressions(&compare.comparators);
        let ops = compare.ops.iter().map(|op| compare_op(*op));
        let rest: Vec<_> = ops.zip(operands).collect();
        self.warn_of_identity(compare.range, &first, &rest);
        ExprKind::Compare { first, rest }
    }

    fn subscript(&mut self, subscript: &ExprSubscript) -> ExprKind {
        let value = self.boxed(&subscript.value);
        let index = self.boxed(&subscript.slice);
        self.warn_of_subscript(subscript.range, &value, &index);
        ExprKind::Subscript { value, index }
    }

    fn slice(&mut self, slice: &ExprSlice) -> ExprKind {
        let mut part = |part: &Option<Box<Source>>| part.as_ref().map(|part| self.boxed(part));
        let (lower, upper, step) = (part(&slice.lower), part(&slice.upper), part(&slice.step));
        ExprKind::Slice { lower, upper, step }
    }
}

pub(super) fn binary_op(op: Operator) -> BinaryOp {
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Sub,
        Operator::Mult => BinaryOp::Mul,
        Operator::MatMult => BinaryOp::MatMul,
        Operator::Div => BinaryOp::Div,
        Operator::Mod => BinaryOp::Mod,
        Operator::Pow => BinaryOp::Pow,
        Operator::LShift => BinaryOp::LShift,
        Operator::RShift => BinaryOp::RShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDiv,
    }
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
