//! `math`.

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::int::{Error, Int};
use crate::math;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::operators::{MAX_INT_BITS, Number, as_items, from_int, number};
use crate::symbol::Symbol;
use crate::value::Value;

fn float(context: &Context, value: Value) -> Result<f64, Fault> {
    match number(&context.shared.heap, value) {
        Some(Number::Float(value)) => Ok(value),
        Some(Number::Int(value)) => Ok(value.to_f64()?),
        None if is_convertible(context, value) => Err(Fault::NeedsPython),
        None => {
            let name = type_name(&context.shared.heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("must be real number, not {name}"),
            )
        }
    }
}

/// Whether an object says what number it is.
fn is_convertible(context: &Context, value: Value) -> bool {
    ["__float__", "__index__"].into_iter().any(|name| {
        Symbol::known(name).is_some_and(|name| crate::class::special(context.shared, value, name).is_some())
    })
}

fn integer(context: &Context, value: Value) -> Result<Int, Fault> {
    match number(&context.shared.heap, value) {
        Some(Number::Int(value)) => Ok(value),
        _ => {
            let name = type_name(&context.shared.heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("'{name}' object cannot be interpreted as an integer"),
            )
        }
    }
}

fn floats(context: &Context, value: Value) -> Result<Vec<f64>, Fault> {
    let items = as_items(&context.shared.heap, value).unwrap_or_default();
    items.iter().map(|item| float(context, *item)).collect()
}

fn returned(value: f64) -> Result<Flow, Fault> {
    Ok(Flow::Return(Value::float(value)))
}

fn returned_int(context: &mut Context, value: Int) -> Result<Flow, Fault> {
    Ok(Flow::Return(from_int(&mut context.shared.heap, value)?))
}

/// Functions of floats.
macro_rules! floats {
    ($($name:ident($($argument:ident),+) = $result:expr;)+) => {$(
        pub(super) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            let [$($argument),+] = args.exactly(concat!("math.", stringify!($name)))?;
            $(let $argument = float(context, $argument)?;)+
            let result: Result<f64, Error> = $result;
            returned(result?)
        }
    )+};
}

/// Questions about a float.
macro_rules! questions {
    ($($name:ident = $answer:expr;)+) => {$(
        pub(super) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            let [value] = args.exactly(concat!("math.", stringify!($name)))?;
            let answer: fn(f64) -> bool = $answer;
            Ok(Flow::Return(Value::bool(answer(float(context, value)?))))
        }
    )+};
}

/// Functions of integers.
macro_rules! integers {
    ($($name:ident($($argument:ident),+) = $result:expr;)+) => {$(
        pub(super) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            let [$($argument),+] = args.exactly(concat!("math.", stringify!($name)))?;
            $(let $argument = &integer(context, $argument)?;)+
            let result: Result<Int, Error> = $result;
            returned_int(context, result?)
        }
    )+};
}

/// Functions of a float that give an integer; an integer is its own.
macro_rules! whole {
    ($($name:ident;)+) => {$(
        pub(super) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            let [value] = args.exactly(concat!("math.", stringify!($name)))?;
            let whole = match number(&context.shared.heap, value) {
                Some(Number::Int(value)) => value,
                _ => math::$name(float(context, value)?)?,
            };
            returned_int(context, whole)
        }
    )+};
}

/// Logarithms, which integers of any size have.
macro_rules! logarithms {
    ($($name:ident;)+) => {$(
        pub(super) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            let [value] = args.exactly(concat!("math.", stringify!($name)))?;
            returned(match number(&context.shared.heap, value) {
                Some(Number::Int(value)) => math::log_int(&value, math::$name)?,
                _ => math::$name(float(context, value)?)?,
            })
        }
    )+};
}

floats! {
    acos(x) = math::acos(x);
    acosh(x) = math::acosh(x);
    asin(x) = math::asin(x);
    asinh(x) = math::asinh(x);
    atan(x) = math::atan(x);
    atanh(x) = math::atanh(x);
    atan2(y, x) = Ok(math::atan2(y, x));
    cbrt(x) = math::cbrt(x);
    copysign(x, y) = Ok(x.copysign(y));
    cos(x) = math::cos(x);
    cosh(x) = math::cosh(x);
    degrees(x) = Ok(math::degrees(x));
    erf(x) = Ok(math::erf(x));
    erfc(x) = Ok(math::erfc(x));
    exp(x) = math::exp(x);
    exp2(x) = math::exp2(x);
    expm1(x) = math::expm1(x);
    fabs(x) = Ok(x.abs());
    fmod(x, y) = math::fmod(x, y);
    gamma(x) = math::gamma(x);
    lgamma(x) = math::lgamma(x);
    log1p(x) = math::log1p(x);
    nextafter(x, y) = Ok(math::next_after(x, y));
    pow(x, y) = math::pow(x, y);
    radians(x) = Ok(math::radians(x));
    remainder(x, y) = math::remainder(x, y);
    sin(x) = math::sin(x);
    sinh(x) = math::sinh(x);
    sqrt(x) = math::sqrt(x);
    tan(x) = math::tan(x);
    tanh(x) = math::tanh(x);
    ulp(x) = Ok(math::ulp(x));
}

questions! {
    isfinite = f64::is_finite;
    isinf = f64::is_infinite;
    isnan = f64::is_nan;
}

integers! {
    comb(n, k) = math::comb(n, k, MAX_INT_BITS);
    factorial(n) = math::factorial(n, MAX_INT_BITS);
    gcd(a, b) = Ok(math::gcd(a, b));
    isqrt(n) = math::isqrt(n);
    lcm(a, b) = math::lcm(a, b, MAX_INT_BITS);
    perm(n, k) = math::perm(n, k, MAX_INT_BITS);
}

whole! {
    ceil;
    floor;
    trunc;
}

logarithms! {
    log;
    log2;
    log10;
}

/// `math.frexp(x)`
pub(super) fn frexp(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("math.frexp")?;
    let (fraction, exponent) = math::frexp(float(context, value)?);
    let parts = vec![Value::float(fraction), Value::Int(exponent)];
    Ok(Flow::Return(context.shared.heap.tuple(parts)?))
}

/// `math.modf(x)`
pub(super) fn modf(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("math.modf")?;
    let (fraction, whole) = math::modf(float(context, value)?);
    let parts = vec![Value::float(fraction), Value::float(whole)];
    Ok(Flow::Return(context.shared.heap.tuple(parts)?))
}

/// `math.ldexp(x, i)`
pub(super) fn ldexp(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value, exponent] = args.exactly("math.ldexp")?;
    let Some(Number::Int(exponent)) = number(&context.shared.heap, exponent) else {
        return raise(
            ExceptionKind::TypeError,
            "Expected an int as second argument to ldexp.",
        );
    };
    returned(math::ldexp(float(context, value)?, &exponent)?)
}

/// `isclose(a, b, rel_tol, abs_tol)`
pub(super) fn isclose(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [a, b, relative, absolute] = args.exactly("math.isclose")?;
    let (a, b) = (float(context, a)?, float(context, b)?);
    let close = math::is_close(a, b, float(context, relative)?, float(context, absolute)?)?;
    Ok(Flow::Return(Value::bool(close)))
}

/// `fsum(list of floats)`
pub(super) fn fsum(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [items] = args.exactly("math.fsum")?;
    let mut sum = math::Sum::new();
    for item in floats(context, items)? {
        sum.add(item)?;
    }
    returned(sum.total()?)
}

/// `hypot(list of floats)`
pub(super) fn hypot(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [coordinates] = args.exactly("math.hypot")?;
    returned(math::hypot(&floats(context, coordinates)?))
}

/// `dist(p, q)` of two lists of floats of one length
pub(super) fn dist(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [p, q] = args.exactly("math.dist")?;
    let (p, q) = (floats(context, p)?, floats(context, q)?);
    returned(math::dist(&p, &q).unwrap_or(f64::NAN))
}
