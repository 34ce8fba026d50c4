//! Numbers, and which function of a class stands for which operator.

use num_bigint::BigInt;
use syntax::tree::{BinaryOp, CompareOp, UnaryOp};

use super::{MAX_INT_BITS, bytes, sequence, table, unwrap};
use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::{Heap, OutOfMemory};
use crate::int::Int;
use crate::native::{Fault, raise};
use crate::object::Object;
use crate::symbol::Symbol;
use crate::value::{Value, is_same};

/// A number: bools are integers.
pub(crate) enum Number {
    Int(Int),
    Float(f64),
}

pub(crate) fn number(heap: &Heap, value: Value) -> Option<Number> {
    Some(match unwrap(heap, value) {
        Value::Bool(value) => Number::Int(Int::from(value.get())),
        Value::Int(value) => Number::Int(Int::Small(value)),
        Value::Float(value) => Number::Float(value.get()),
        Value::Object(id) => match heap.get(id) {
            Object::BigInt(value) => Number::Int(Int::Big(BigInt::clone(value))),
            _ => return None,
        },
        _ => return None,
    })
}

/// An integer's value.
pub(crate) fn from_int(heap: &mut Heap, value: Int) -> Result<Value, OutOfMemory> {
    match value {
        Int::Small(value) => Ok(Value::Int(value)),
        Int::Big(value) => {
            heap.has_room(value.bits() / 8)?;
            heap.allocate(Object::BigInt(triomphe::Arc::new(value)))
        }
    }
}

/// Names of an operator: its method, the reflected one, the one in place, and how messages write it.
#[derive(Clone, Copy)]
pub(crate) struct OperatorNames {
    pub name: &'static str,
    pub reflected: &'static str,
    pub in_place: &'static str,
    pub sign: &'static str,
}

/// The names of a binary operator.
pub(crate) fn names_of(op: BinaryOp) -> OperatorNames {
    let (name, reflected, in_place, sign) = match op {
        BinaryOp::Add => ("__add__", "__radd__", "__iadd__", "+"),
        BinaryOp::Sub => ("__sub__", "__rsub__", "__isub__", "-"),
        BinaryOp::Mul => ("__mul__", "__rmul__", "__imul__", "*"),
        BinaryOp::MatMul => ("__matmul__", "__rmatmul__", "__imatmul__", "@"),
        BinaryOp::Div => ("__truediv__", "__rtruediv__", "__itruediv__", "/"),
        BinaryOp::FloorDiv => ("__floordiv__", "__rfloordiv__", "__ifloordiv__", "//"),
        BinaryOp::Mod => ("__mod__", "__rmod__", "__imod__", "%"),
        BinaryOp::Pow => ("__pow__", "__rpow__", "__ipow__", "** or pow()"),
        BinaryOp::LShift => ("__lshift__", "__rlshift__", "__ilshift__", "<<"),
        BinaryOp::RShift => ("__rshift__", "__rrshift__", "__irshift__", ">>"),
        BinaryOp::And => ("__and__", "__rand__", "__iand__", "&"),
        BinaryOp::Or => ("__or__", "__ror__", "__ior__", "|"),
        BinaryOp::Xor => ("__xor__", "__rxor__", "__ixor__", "^"),
    };
    OperatorNames {
        name,
        reflected,
        in_place,
        sign,
    }
}

/// The operator that a method such as `__add__`, `__radd__` or `__iadd__` stands for, and whether it is reflected.
pub(crate) fn operator_named(name: &str) -> Option<(BinaryOp, bool)> {
    use BinaryOp::{Add, And, Div, FloorDiv, LShift, MatMul, Mod, Mul, Or, Pow, RShift, Sub, Xor};
    [
        Add, Sub, Mul, MatMul, Div, FloorDiv, Mod, Pow, LShift, RShift, And, Or, Xor,
    ]
    .into_iter()
    .find_map(|op| {
        let names = names_of(op);
        if name == names.name || name == names.in_place {
            Some((op, false))
        } else {
            (name == names.reflected).then_some((op, true))
        }
    })
}

/// The core's function for a comparison.
pub(crate) fn comparison_name(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => "equal",
        CompareOp::NotEq => "not_equal",
        CompareOp::Lt => "less",
        CompareOp::LtE => "less_or_equal",
        CompareOp::Gt => "greater",
        _ => "greater_or_equal",
    }
}

/// Whether a value might define operators: an instance, or a class, whose metaclass may.
fn has_say(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Class(_) => true,
        _ => matches!(
            heap.object(value),
            Some(Object::Instance(_) | Object::Class(_) | Object::Exception(_))
        ),
    }
}

fn unsupported<T>(heap: &Heap, op: BinaryOp, in_place: bool, left: Value, right: Value) -> Result<T, Fault> {
    let sign = names_of(op).sign;
    let sign = if in_place && op == BinaryOp::Pow {
        "** or pow()".to_owned()
    } else if in_place {
        format!("{sign}=")
    } else {
        sign.to_owned()
    };
    let (left, right) = (type_name(heap, left), type_name(heap, right));
    raise(
        ExceptionKind::TypeError,
        format!("unsupported operand type(s) for {sign}: '{left}' and '{right}'"),
    )
}

/// `left op right`; a new reference.
pub(crate) fn binary(
    heap: &mut Heap,
    op: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Value, Fault> {
    if has_say(heap, left) || has_say(heap, right) {
        let names = names_of(op);
        let defines = |value: Value, name: &str| class::overrides(heap, value, Symbol::of(name));
        if defines(left, names.name)
            || defines(right, names.reflected)
            || in_place && defines(left, names.in_place)
        {
            return Err(Fault::NeedsPython);
        }
    }
    // What is formatted into a text is shown as its class says.
    let operand = if op == BinaryOp::Mod {
        right
    } else {
        unwrap(heap, right)
    };
    let carried = unwrap(heap, left);
    match builtin_binary(heap, op, in_place, carried, operand)? {
        // An instance that was changed in place remains what it was.
        Some(value) if in_place && is_same(value, carried) && !is_same(left, carried) => {
            heap.release(value);
            Ok(heap.retain(left))
        }
        Some(value) => Ok(value),
        // A union of types.
        None if op == BinaryOp::Or && (class::is_class(heap, left) || class::is_class(heap, right)) => {
            Err(Fault::NeedsPython)
        }
        None => unsupported(heap, op, in_place, left, right),
    }
}

/// The same of builtin values; `None` where they have no such operator.
pub(crate) fn builtin_binary(
    heap: &mut Heap,
    op: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>, Fault> {
    if let (Some(a), Some(b)) = (number(heap, left), number(heap, right)) {
        if let (Value::Bool(a), Value::Bool(b)) = (left, right) {
            let (a, b) = (a.get(), b.get());
            match op {
                BinaryOp::And => return Ok(Some(Value::bool(a & b))),
                BinaryOp::Or => return Ok(Some(Value::bool(a | b))),
                BinaryOp::Xor => return Ok(Some(Value::bool(a ^ b))),
                _ => {}
            }
        }
        return match (a, b) {
            (Number::Int(_), Number::Int(_)) if op == BinaryOp::MatMul => Ok(None),
            (Number::Int(a), Number::Int(b)) => int_binary(heap, op, &a, &b).map(Some),
            (a, b) => Ok(float_binary(op, to_float(&a)?, to_float(&b)?)?.map(Value::float)),
        };
    }
    if let Some(value) = bytes::binary(heap, op, in_place, left, right)? {
        return Ok(Some(value));
    }
    if let Some(value) = sequence::binary(heap, op, in_place, left, right)? {
        return Ok(Some(value));
    }
    table::binary(heap, op, in_place, left, right)
}

fn to_float(number: &Number) -> Result<f64, Fault> {
    match number {
        Number::Int(value) => Ok(value.to_f64()?),
        Number::Float(value) => Ok(*value),
    }
}

fn int_binary(heap: &mut Heap, op: BinaryOp, a: &Int, b: &Int) -> Result<Value, Fault> {
    let value = match op {
        BinaryOp::Add => a.add(b),
        BinaryOp::Sub => a.sub(b),
        BinaryOp::Mul => a.mul(b, MAX_INT_BITS)?,
        BinaryOp::FloorDiv => a.floordiv(b)?,
        BinaryOp::Mod => a.modulo(b)?,
        BinaryOp::Div => return Ok(Value::float(a.true_divide(b)?)),
        BinaryOp::Pow => match a.pow(b, MAX_INT_BITS)? {
            Some(value) => value,
            None => return Ok(Value::float(float_pow(a.to_f64()?, b.to_f64()?)?)),
        },
        BinaryOp::LShift => a.shl(b, MAX_INT_BITS)?,
        BinaryOp::RShift => a.shr(b)?,
        BinaryOp::And => a.bitand(b),
        BinaryOp::Or => a.bitor(b),
        BinaryOp::Xor => a.bitxor(b),
        BinaryOp::MatMul => unreachable!("asked before"),
    };
    Ok(from_int(heap, value)?)
}

/// `None` where floats have no such operator. Sign rules are those of `float_divmod` in `Objects/floatobject.c`.
fn float_binary(op: BinaryOp, a: f64, b: f64) -> Result<Option<f64>, Fault> {
    let zero = |what: &str| raise(ExceptionKind::ZeroDivisionError, what);
    Ok(Some(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if b == 0.0 => return zero("float division by zero"),
        BinaryOp::Div => a / b,
        BinaryOp::FloorDiv if b == 0.0 => return zero("float floor division by zero"),
        BinaryOp::Mod if b == 0.0 => return zero("float modulo"),
        BinaryOp::FloorDiv => float_divmod(a, b).0,
        BinaryOp::Mod => float_divmod(a, b).1,
        BinaryOp::Pow => float_pow(a, b)?,
        _ => return Ok(None),
    }))
}

fn float_divmod(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        },
        rest,
    )
}

fn float_pow(a: f64, b: f64) -> Result<f64, Fault> {
    if a == 0.0 && b < 0.0 {
        return raise(
            ExceptionKind::ZeroDivisionError,
            "0.0 cannot be raised to a negative power",
        );
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
        return raise(
            ExceptionKind::ValueError,
            "complex numbers are not supported here",
        );
    }
    // One implementation on every target, so that a model's trace is the same natively and in a page.
    let value = crate::math::precise::pow(a, b);
    if value.is_infinite() && a.is_finite() && b.is_finite() {
        return raise(
            ExceptionKind::OverflowError,
            "(34, 'Numerical result out of range')",
        );
    }
    Ok(value)
}

/// `op value`; a new reference.
pub(crate) fn unary(heap: &mut Heap, op: UnaryOp, value: Value) -> Result<Value, Fault> {
    let (name, sign) = match op {
        UnaryOp::Not => return Ok(Value::bool(!super::truth(heap, value)?)),
        UnaryOp::Neg => ("__neg__", "-"),
        UnaryOp::Pos => ("__pos__", "+"),
        UnaryOp::Invert => ("__invert__", "~"),
    };
    if has_say(heap, value) && class::overrides(heap, value, Symbol::of(name)) {
        return Err(Fault::NeedsPython);
    }
    let result = match (op, number(heap, value)) {
        (UnaryOp::Neg, Some(Number::Float(value))) => return Ok(Value::float(-value)),
        (UnaryOp::Pos, Some(Number::Float(value))) => return Ok(Value::float(value)),
        (UnaryOp::Neg, Some(Number::Int(value))) => value.neg(),
        (UnaryOp::Pos, Some(Number::Int(value))) => value,
        (UnaryOp::Invert, Some(Number::Int(value))) => value.invert(),
        _ => {
            let name = type_name(heap, value);
            return raise(
                ExceptionKind::TypeError,
                format!("bad operand type for unary {sign}: '{name}'"),
            );
        }
    };
    Ok(from_int(heap, result)?)
}
