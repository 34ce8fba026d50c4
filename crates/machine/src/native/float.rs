//! Methods of `float`.

use super::bytes::buffer_of;
use super::string::text_of;
use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::int::Int;
use crate::math::frexp;
use crate::native::arguments::{clamped, integer};
use crate::native::{Args, Context, Fault, Flow, Type, raise};
use crate::operators::{Number, from_int, number};
use crate::symbol::{NAMES, Symbol};
use crate::text::{self, hexadecimal_float};
use crate::value::{Value, is_same};

/// Bits of a float's significand.
const SIGNIFICANT_BITS: i64 = 53;

/// The float that a method without arguments works on.
fn receiver(context: &Context, args: &Args, name: &str) -> Result<f64, Fault> {
    let (value, []) = args.method(name)?;
    match number(&context.shared.heap, value) {
        Some(Number::Float(value)) => Ok(value),
        _ => {
            let name = type_name(&context.shared.heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("descriptor requires a 'float' object but received a '{name}'"),
            )
        }
    }
}

/// `float.is_integer()`
pub(super) fn is_integer(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let value = receiver(context, args, "float.is_integer")?;
    Ok(Flow::Return(Value::bool(
        value.is_finite() && value.fract() == 0.0,
    )))
}

/// `float.conjugate()`
pub(super) fn conjugate(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    Ok(Flow::Return(Value::float(receiver(
        context,
        args,
        "float.conjugate",
    )?)))
}

/// `float.__trunc__()`
pub(super) fn trunc(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    to_int(context, receiver(context, args, "float.__trunc__")?)
}

/// `float.__floor__()`
pub(super) fn floor(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    to_int(context, receiver(context, args, "float.__floor__")?.floor())
}

/// `float.__ceil__()`
pub(super) fn ceil(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    to_int(context, receiver(context, args, "float.__ceil__")?.ceil())
}

fn to_int(context: &mut Context, value: f64) -> Result<Flow, Fault> {
    Ok(Flow::Return(from_int(
        &mut context.shared.heap,
        Int::from_f64(value)?,
    )?))
}

/// `float.as_integer_ratio()`
pub(super) fn as_integer_ratio(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let value = receiver(context, args, "float.as_integer_ratio")?;
    if value.is_nan() {
        return raise(ExceptionKind::ValueError, "cannot convert NaN to integer ratio");
    }
    if value.is_infinite() {
        return raise(
            ExceptionKind::OverflowError,
            "cannot convert Infinity to integer ratio",
        );
    }
    let (fraction, exponent) = frexp(value);
    let mut numerator = (fraction * (1_u64 << SIGNIFICANT_BITS) as f64) as i64;
    let mut exponent = exponent - SIGNIFICANT_BITS;
    // In lowest terms: both are divided by the twos that they have in common.
    if exponent < 0 {
        let common = i64::from(numerator.trailing_zeros()).min(-exponent);
        numerator = numerator.checked_shr(common as u32).unwrap_or(0);
        exponent += common;
    }
    if numerator == 0 {
        exponent = 0;
    }
    let (most, shift) = (u64::MAX, Int::from(exponent.abs()));
    let (numerator, denominator) = if exponent < 0 {
        (Int::from(numerator), Int::from(1_i64).shl(&shift, most)?)
    } else {
        (Int::from(numerator).shl(&shift, most)?, Int::from(1_i64))
    };
    let heap = &mut context.shared.heap;
    let parts = vec![from_int(heap, numerator)?, from_int(heap, denominator)?];
    Ok(Flow::Return(heap.tuple(parts)?))
}

/// `float.hex()`
pub(super) fn hex(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let text = hexadecimal_float::hex(receiver(context, args, "float.hex")?);
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `float.fromhex(string)`
pub(super) fn from_hex(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (class, [text]) = args.method("float.fromhex")?;
    let heap = &mut context.shared.heap;
    let Some(text) = text_of(heap, text) else {
        return raise(
            ExceptionKind::TypeError,
            "bad argument type for built-in operation",
        );
    };
    let value = Value::float(hexadecimal_float::from_hex(&text)?);
    if is_same(class, Value::Type(Type::Float)) {
        return Ok(Flow::Return(value));
    }
    heap.retain(class);
    Ok(Flow::Call(class, vec![value]))
}

/// `float(x)`
pub(super) fn construct(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let [value] = args.all().between("", "float", 0)?;
    if !value.is_bound() {
        return Ok(Value::float(0.0));
    }
    let heap = &context.shared.heap;
    if class::overrides(heap, value, Symbol::of("__float__")) {
        return Err(Fault::NeedsPython);
    }
    match number(heap, value) {
        Some(Number::Float(value)) => return Ok(Value::float(value)),
        Some(Number::Int(value)) => return Ok(Value::float(value.to_f64()?)),
        None => {}
    }
    if class::overrides(heap, value, NAMES.index) {
        return Err(Fault::NeedsPython);
    }
    if let Some(written) = text_of(heap, value) {
        return Ok(Value::float(text::parse_float(&written)?));
    }
    if let Some(bytes) = buffer_of(heap, value) {
        let written: String = bytes
            .iter()
            .map(|byte| if byte.is_ascii() { char::from(*byte) } else { '?' })
            .collect();
        return match text::parse_float(&written) {
            Ok(value) => Ok(Value::float(value)),
            Err(_) => {
                let shown = crate::bytes::bytes_repr(&bytes);
                raise(
                    ExceptionKind::ValueError,
                    format!("could not convert string to float: {shown}"),
                )
            }
        };
    }
    let name = type_name(heap, value);
    raise(
        ExceptionKind::TypeError,
        format!("float() argument must be a string or a real number, not '{name}'"),
    )
}

/// Digits after the point that every float is exact with, and before the point that none has.
const MOST_PLACES: i64 = 323;
const LEAST_PLACES: i64 = -308;

/// `float.__round__(ndigits=None)`
pub(super) fn round(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [digits] = args.rest().between("float", "__round__", 0)?;
    let heap = &context.shared.heap;
    let Some(Number::Float(value)) = number(heap, args.receiver()) else {
        return Ok(Flow::Return(Value::NotImplemented));
    };
    if let Value::Unbound | Value::None = digits {
        return to_int(context, value.round_ties_even());
    }
    let digits = clamped(&integer(heap, digits)?);
    if !value.is_finite() || digits > MOST_PLACES {
        return Ok(Flow::Return(Value::float(value)));
    }
    if digits < LEAST_PLACES {
        return Ok(Flow::Return(Value::float(0.0 * value)));
    }
    let rounded = if digits >= 0 {
        let text = text::format_float(value, &format!(".{digits}f"), "float", heap.room())?;
        text::parse_float(&text)?
    } else {
        let magnitude = value.abs();
        let whole = Int::from_f64(magnitude.trunc())?;
        let rounded = super::int::rounded(&whole, digits, magnitude.fract() != 0.0)?;
        rounded.to_f64().unwrap_or(f64::INFINITY).copysign(value)
    };
    if rounded.is_infinite() {
        return raise(
            ExceptionKind::OverflowError,
            "rounded value too large to represent",
        );
    }
    Ok(Flow::Return(Value::float(rounded)))
}
