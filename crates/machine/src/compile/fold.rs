//! Constants that CPython computes before the program runs (`Python/ast_opt.c`): signs, arithmetic, tuples.

use syntax::tree::{BinaryOp, Constant as Literal, Expr, ExprKind, UnaryOp};

use super::Compiler;
use crate::code::Constant;
use crate::int::Int;
use crate::value::Value;

/// A folded result of more bits than this is left to the run, as in CPython (`MAX_INT_SIZE`).
const MAX_INT_BITS: u64 = 128;

/// What an expression is known to be.
enum Folded {
    Value(Value),
    Int(Int),
    Str(String),
    Tuple(Vec<Folded>),
}

impl Compiler {
    /// The constant that an expression is, if it is one.
    pub(super) fn fold(&mut self, expr: &Expr) -> Option<u32> {
        folded(expr).map(|folded| self.folded_constant(folded))
    }

    fn folded_constant(&mut self, folded: Folded) -> u32 {
        let constant = match folded {
            Folded::Value(value) => Constant::Value(value),
            Folded::Int(Int::Small(value)) => Constant::Value(Value::Int(value)),
            Folded::Int(value) => Constant::Int(value),
            Folded::Str(text) => Constant::Str(text),
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
        Folded::Value(Value::Bool(value)) => value,
        Folded::Value(Value::Float(value)) => value != 0.0,
        Folded::Value(_) => false,
        Folded::Int(value) => !value.is_zero(),
        Folded::Str(text) => !text.is_empty(),
        Folded::Tuple(items) => !items.is_empty(),
    })
}

fn folded(expr: &Expr) -> Option<Folded> {
    match &expr.kind {
        ExprKind::Constant(literal) => Some(match literal {
            Literal::None => Folded::Value(Value::None),
            Literal::Bool(value) => Folded::Value(Value::Bool(*value)),
            Literal::Float(value) => Folded::Value(Value::Float(*value)),
            Literal::Int(value) => Folded::Int(Int::from(*value)),
            Literal::BigInt(value) => Folded::Int(Int::from(value.clone())),
            Literal::Str(text) => Folded::Str(text.clone()),
        }),
        ExprKind::Tuple(items) => items.iter().map(folded).collect::<Option<_>>().map(Folded::Tuple),
        ExprKind::Unary { op, operand } => match (op, folded(operand)?) {
            (UnaryOp::Neg, Folded::Int(value)) => Some(Folded::Int(value.neg())),
            (UnaryOp::Neg, Folded::Value(Value::Float(value))) => Some(Folded::Value(Value::Float(-value))),
            (UnaryOp::Pos, Folded::Int(value)) => Some(Folded::Int(value)),
            (UnaryOp::Invert, Folded::Int(value)) => Some(Folded::Int(value.invert())),
            _ => None,
        },
        ExprKind::Binary { left, op, right } => match (folded(left)?, folded(right)?) {
            (Folded::Int(left), Folded::Int(right)) => fold_int(&left, *op, &right),
            (Folded::Value(Value::Float(left)), Folded::Value(Value::Float(right))) => {
                fold_float(left, *op, right).map(|value| Folded::Value(Value::Float(value)))
            }
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
        BinaryOp::Div => {
            let value = left.true_divide(right).ok()?;
            return Some(Folded::Value(Value::Float(value)));
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
