//! Methods of `int`.

use syntax::tree::BinaryOp;
use triomphe::Arc;

use super::bytes::buffer_of;
use super::string::text_of;
use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::int::Int;
use crate::native::arguments::{clamped, given_type, integer, size};
use crate::native::{Args, Context, Fault, Flow, Type, raise};
use crate::object::Object;
use crate::operators::{self, Number, from_int, number};
use crate::string::Str;
use crate::symbol::Symbol;
use crate::value::{Value, is_same};

/// The integer that a method without arguments works on.
fn receiver(context: &Context, args: &Args, name: &str) -> Result<Int, Fault> {
    let (value, []) = args.method(name)?;
    integer(&context.shared.heap, value)
}

fn new(context: &mut Context, value: Int) -> Result<Flow, Fault> {
    Ok(Flow::Return(from_int(&mut context.shared.heap, value)?))
}

/// `int.bit_length()`
pub(super) fn bit_length(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let bits = receiver(context, args, "int.bit_length")?.bits();
    Ok(Flow::Return(Value::Int(bits as i64)))
}

/// `int.bit_count()`
pub(super) fn bit_count(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let ones = receiver(context, args, "int.bit_count")?.bit_count();
    Ok(Flow::Return(Value::Int(ones as i64)))
}

/// `int.conjugate()`
pub(super) fn conjugate(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let value = receiver(context, args, "int.conjugate")?;
    new(context, value)
}

/// `int.__trunc__()`, and its kin, which do the same.
pub(super) fn trunc(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let value = receiver(context, args, "int.__trunc__")?;
    new(context, value)
}

/// `int.as_integer_ratio()`
pub(super) fn as_integer_ratio(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let value = receiver(context, args, "int.as_integer_ratio")?;
    let heap = &mut context.shared.heap;
    let numerator = from_int(heap, value)?;
    Ok(Flow::Return(heap.tuple(vec![numerator, Value::Int(1)])?))
}

/// Whether the order of bytes is the little-endian one; big-endian is the default.
fn is_little(heap: &Heap, function: &str, order: Value) -> Result<bool, Fault> {
    if !order.is_bound() {
        return Ok(false);
    }
    match text_of(heap, order).as_deref() {
        Some("little") => Ok(true),
        Some("big") => Ok(false),
        Some(_) => raise(
            ExceptionKind::ValueError,
            "byteorder must be either 'little' or 'big'",
        ),
        None => {
            let given = given_type(heap, order);
            let message = format!("{function}() argument 'byteorder' must be str, not {given}");
            raise(ExceptionKind::TypeError, message)
        }
    }
}

fn is_signed(heap: &Heap, signed: Value) -> Result<bool, Fault> {
    Ok(signed.is_bound() && operators::truth(heap, signed)?)
}

/// `int.to_bytes(length=1, byteorder='big', *, signed=False)`
pub(super) fn to_bytes(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [length, order, signed] = args
        .rest()
        .named("to_bytes", ["length", "byteorder", "signed"], 0, 2)?;
    let heap = &mut context.shared.heap;
    let length = if length.is_bound() { size(heap, length)? } else { 1 };
    let is_little = is_little(heap, "to_bytes", order)?;
    let signed = is_signed(heap, signed)?;
    let Ok(length) = usize::try_from(length) else {
        return raise(ExceptionKind::ValueError, "length argument must be non-negative");
    };
    heap.has_room(length as u64)?;
    let bytes = integer(heap, args.receiver())?.to_bytes(length, is_little, signed)?;
    Ok(Flow::Return(heap.allocate(Object::Bytes(Arc::from(bytes)))?))
}

/// `int.from_bytes(bytes, byteorder='big', *, signed=False)`
pub(super) fn from_bytes(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [bytes, order, signed] = args
        .rest()
        .named("from_bytes", ["bytes", "byteorder", "signed"], 1, 2)?;
    let heap = &mut context.shared.heap;
    let is_little = is_little(heap, "from_bytes", order)?;
    let signed = is_signed(heap, signed)?;
    let bytes = match buffer_of(heap, bytes) {
        Some(bytes) => bytes.to_vec(),
        None if class::overrides(heap, bytes, Symbol::of("__bytes__")) => return Err(Fault::NeedsPython),
        None => {
            let items = if text_of(heap, bytes).is_some() {
                None
            } else {
                operators::collect(heap, bytes)?
            };
            let Some(items) = items else {
                let name = type_name(heap, bytes);
                return raise(
                    ExceptionKind::TypeError,
                    format!("cannot convert '{name}' object to bytes"),
                );
            };
            super::bytes::construct::bytes_in(heap, items, "bytes")?
        }
    };
    if bytes.len() as u64 * 8 > operators::MAX_INT_BITS {
        return Err(Fault::Limit(trace::LimitKind::Memory));
    }
    let value = from_int(heap, Int::from_bytes(&bytes, is_little, signed))?;
    if is_same(args.receiver(), Value::Type(Type::Int)) {
        return Ok(Flow::Return(value));
    }
    let class = heap.retain(args.receiver());
    Ok(Flow::Call(class, vec![value]))
}

/// `int(x, base=10)`
pub(super) fn construct(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let [value, base] = args.all().named("int", ["", "base"], 0, 2)?;
    let heap = &mut context.shared.heap;
    if !value.is_bound() {
        if base.is_bound() {
            return raise(ExceptionKind::TypeError, "int() missing string argument");
        }
        return Ok(Value::Int(0));
    }
    if base.is_bound() {
        let base = base_of(heap, base)?;
        return match written(heap, value) {
            Some(text) => read(heap, &text, base),
            None if base != 0 && !(2..=36).contains(&base) => raise(
                ExceptionKind::ValueError,
                "int() base must be >= 2 and <= 36, or 0",
            ),
            None => raise(
                ExceptionKind::TypeError,
                "int() can't convert non-string with explicit base",
            ),
        };
    }
    if ["__int__", "__index__", "__trunc__"]
        .into_iter()
        .any(|name| class::overrides(heap, value, Symbol::of(name)))
    {
        return Err(Fault::NeedsPython);
    }
    match number(heap, value) {
        Some(Number::Int(value)) => return Ok(from_int(heap, value)?),
        Some(Number::Float(value)) => return Ok(from_int(heap, Int::from_f64(value)?)?),
        None => {}
    }
    if let Some(text) = written(heap, value) {
        return read(heap, &text, 10);
    }
    let name = type_name(heap, value);
    let message =
        format!("int() argument must be a string, a bytes-like object or a real number, not '{name}'");
    raise(ExceptionKind::TypeError, message)
}

/// A base; one that is no machine word does not exist.
fn base_of(heap: &Heap, base: Value) -> Result<i64, Fault> {
    Ok(integer(heap, base)?.to_i64().unwrap_or(-1))
}

/// A number as a string or bytes have it, and how messages show it.
enum Written {
    Text(Str),
    Bytes(super::bytes::Buffer),
}

fn written(heap: &Heap, value: Value) -> Option<Written> {
    text_of(heap, value)
        .map(Written::Text)
        .or_else(|| buffer_of(heap, value).map(Written::Bytes))
}

fn read(heap: &mut Heap, written: &Written, base: i64) -> Result<Value, Fault> {
    let value = match written {
        Written::Text(text) => crate::text::parse_int(text, base)?,
        Written::Bytes(bytes) => {
            // Every byte is a character of its own here, so that none beyond ASCII is part of a number.
            let text: String = bytes
                .iter()
                .map(|byte| if byte.is_ascii() { char::from(*byte) } else { '?' })
                .collect();
            crate::text::parse_int(&text, base).map_err(|error| match Fault::from(error) {
                Fault::Raise(kind, message) if message.starts_with("invalid literal") => {
                    let shown: String = crate::bytes::bytes_repr(bytes).chars().take(200).collect();
                    Fault::Raise(
                        kind,
                        format!("invalid literal for int() with base {base}: {shown}"),
                    )
                }
                fault => fault,
            })?
        }
    };
    if value.bits() > operators::MAX_INT_BITS {
        return Err(Fault::Limit(trace::LimitKind::Memory));
    }
    Ok(from_int(heap, value)?)
}

/// `int.__round__(ndigits=None)`
pub(super) fn round(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [digits] = args.rest().between("int", "__round__", 0)?;
    let heap = &context.shared.heap;
    let value = integer(heap, args.receiver())?;
    let digits = match digits {
        Value::Unbound => 0,
        digits => clamped(&integer(heap, digits)?),
    };
    new(context, rounded(&value, digits, false)?)
}

/// The multiple of a power of ten that is nearest to an integer, to the even one of two; the number lies above the integer,
/// by less than one, where it has a rest.
pub(super) fn rounded(value: &Int, digits: i64, has_rest: bool) -> Result<Int, Fault> {
    if digits >= 0 {
        return Ok(value.clone());
    }
    // More than three bits to a digit: this power of ten is more than twice the number.
    if digits.unsigned_abs() > value.bits() {
        return Ok(Int::ZERO);
    }
    let unit = Int::from(10_i64)
        .pow(&Int::from(-digits), operators::MAX_INT_BITS)?
        .unwrap_or(Int::ZERO);
    let rest = value.modulo(&unit)?;
    let below = value.sub(&rest);
    let twice = rest.add(&rest);
    let is_even = below.floordiv(&unit)?.modulo(&Int::from(2_i64))?.is_zero();
    let is_up = twice > unit || twice == unit && (has_rest || !is_even);
    Ok(if is_up { below.add(&unit) } else { below })
}

/// `int.__divmod__(other)`, and that of `float`.
pub(super) fn divmod(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [other]) = args.method("__divmod__")?;
    quotient_and_rest(context, receiver, other, receiver)
}

/// `int.__rdivmod__(other)`, and that of `float`.
pub(super) fn rdivmod(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [other]) = args.method("__rdivmod__")?;
    quotient_and_rest(context, other, receiver, receiver)
}

fn quotient_and_rest(
    context: &mut Context,
    left: Value,
    right: Value,
    receiver: Value,
) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    let is_int = |value: Value| number(heap, value).map(|number| matches!(number, Number::Int(_)));
    match (is_int(left), is_int(right), is_int(receiver)) {
        (Some(true), Some(true), _) | (Some(_), Some(_), Some(false)) => {}
        _ => return Ok(Flow::Return(Value::NotImplemented)),
    }
    let (left, right) = (operators::unwrap(heap, left), operators::unwrap(heap, right));
    let mut parts = Vec::new();
    for op in [BinaryOp::FloorDiv, BinaryOp::Mod] {
        match operators::builtin_binary(heap, op, false, left, right) {
            Ok(part) => parts.extend(part),
            Err(Fault::Raise(ExceptionKind::ZeroDivisionError, message)) if message.starts_with("float") => {
                return raise(ExceptionKind::ZeroDivisionError, "float divmod()");
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(Flow::Return(heap.tuple(parts)?))
}
