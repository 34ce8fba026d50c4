//! Constants that CPython computes before the program runs (`Python/ast_opt.c`): signs, arithmetic, tuples.

use syntax::tree::{BinaryOp, Constant as Literal, Expr, ExprKind, UnaryOp};

use super::Compiler;
use crate::code::Constant;
use crate::int::Int;

/// A folded result of more bits than this is left to the run, as in CPython (`MAX_INT_SIZE`).
const MAX_INT_BITS: u64 = 128;

/// What an expression is known to be.
pub(super) enum Folded {
    None,
    Bool(bool),
    Float(f64),
    Ellipsis,
    Int(Int),
    Str(String),
    Bytes(Vec<u8>),
    Tuple(Vec<Folded>),
}

impl Compiler {
    /// The constant that an expression is, if it is one.
    pub(super) fn fold(&mut self, expr: &Expr) -> Option<u32> {
        folded(expr).map(|folded| self.folded_constant(folded))
    }

    pub(super) fn folded_constant(&mut self, folded: Folded) -> u32 {
        let constant = match folded {
            Folded::None => Constant::None,
            Folded::Bool(value) => Constant::Bool(value),
            Folded::Float(value) => Constant::Float(value.to_bits()),
            Folded::Ellipsis => Constant::Ellipsis,
            Folded::Int(value) => Constant::Int(value),
            Folded::Str(text) => Constant::Str(text),
            Folded::Bytes(bytes) => Constant::Bytes(bytes),
            Folded::Tuple(items) => {
                Constant::Tuple(items.into_iter().map(|item| self.folded_constant(item)).collect())
            }
        };
        self.constant(constant)
    }
}

/// The truth of a constant, if the expression is one.
pub(super) fn known_truth(expr: &Expr) -> Option<bool> {
    Some(match folded(expr)? {
        Folded::None => false,
        Folded::Bool(value) => value,
        Folded::Float(value) => value != 0.0,
        Folded::Ellipsis => true,
        Folded::Int(value) => !value.is_zero(),
        Folded::Str(text) => !text.is_empty(),
        Folded::Bytes(bytes) => !bytes.is_empty(),
        Folded::Tuple(items) => !items.is_empty(),
    })
}

/// A literal's value.
pub(super) fn literal(literal: &Literal) -> Folded {
    match literal {
        Literal::None => Folded::None,
        Literal::Bool(value) => Folded::Bool(*value),
        Literal::Float(value) => Folded::Float(*value),
        Literal::Int(value) => Folded::Int(Int::from(*value)),
        Literal::BigInt(value) => Folded::Int(Int::from(value.clone())),
        Literal::Str(text) => Folded::Str(text.clone()),
        Literal::Bytes(bytes) => Folded::Bytes(bytes.clone()),
        Literal::Ellipsis => Folded::Ellipsis,
    }
}

fn folded(expr: &Expr) -> Option<Folded> {
    match &expr.kind {
        ExprKind::Constant(constant) => Some(literal(constant)),
        ExprKind::Tuple(items) => items.iter().map(folded).collect::<Option<_>>().map(Folded::Tuple),
        ExprKind::Unary { op, operand } => match (op, folded(operand)?) {
            (UnaryOp::Neg, Folded::Int(value)) => Some(Folded::Int(value.neg())),
            (UnaryOp::Neg, Folded::Float(value)) => Some(Folded::Float(-value)),
            (UnaryOp::Pos, Folded::Int(value)) => Some(Folded::Int(value)),
            (UnaryOp::Invert, Folded::Int(value)) => Some(Folded::Int(value.invert())),
            _ => None,
        },
        ExprKind::Binary { left, op, right } => match (folded(left)?, folded(right)?) {
            (Folded::Int(left), Folded::Int(right)) => fold_int(&left, *op, &right),
            (Folded::Float(left), Folded::Float(right)) => fold_float(left, *op, right).map(Folded::Float),
            _ => None,
        },
        _ => None,
    }
}

fn fold_int(left: &Int, op: BinaryOp, right: &Int) -> Option<Folded> {
    let value = match op {
        BinaryOp::Add => left.add(right),
        BinaryOp::Sub => left.sub(right),
        BinaryOp::Mul => left.mul(right, MAX_INT_BITS).ok()?,
        BinaryOp::FloorDiv => left.floordiv(right).ok()?,
        BinaryOp::Mod => left.modulo(right).ok()?,
        BinaryOp::Pow => left.pow(right, MAX_INT_BITS).ok()??,
        BinaryOp::LShift => left.shl(right, MAX_INT_BITS).ok()?,
        BinaryOp::RShift => left.shr(right).ok()?,
        BinaryOp::And => left.bitand(right),
        BinaryOp::Or => left.bitor(right),
        BinaryOp::Xor => left.bitxor(right),
        BinaryOp::MatMul => return None,
        BinaryOp::Div => {
            let value = left.true_divide(right).ok()?;
            return Some(Folded::Float(value));
        }
    };
    Some(Folded::Int(value))
}

fn fold_float(left: f64, op: BinaryOp, right: f64) -> Option<f64> {
    match op {
        BinaryOp::Add => Some(left + right),
        BinaryOp::Sub => Some(left - right),
        BinaryOp::Mul => Some(left * right),
        BinaryOp::Div if right != 0.0 => Some(left / right),
        _ => None,
    }
}
