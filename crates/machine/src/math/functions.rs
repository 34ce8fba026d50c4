//! Powers, logarithms, trigonometric and hyperbolic functions, rounding and remainders.

use super::{DOMAIN, RANGE, checked, precise};
use crate::int::{Error, Int};

/// Functions of one float that differ in name and in what an infinite result means.
macro_rules! functions {
    ($($(#[doc = $text:literal])+ $name:ident = $function:path, $overflow:expr;)*) => {$(
        $(#[doc = $text])+
        pub fn $name(x: f64) -> Result<f64, Error> {
            checked($function(x), &[x], $overflow)
        }
    )*};
}

functions! {
    /// `math.acos(x)`
    ///
    /// # Errors
    /// `ValueError` outside [-1, 1].
    acos = libm::acos, DOMAIN;
    /// `math.asin(x)`
    ///
    /// # Errors
    /// `ValueError` outside [-1, 1].
    asin = libm::asin, DOMAIN;
    /// `math.asinh(x)`
    ///
    /// # Errors
    /// None.
    asinh = libm::asinh, DOMAIN;
    /// `math.atan(x)`
    ///
    /// # Errors
    /// None.
    atan = libm::atan, DOMAIN;
    /// `math.atanh(x)`
    ///
    /// # Errors
    /// `ValueError` outside (-1, 1).
    atanh = libm::atanh, DOMAIN;
    /// `math.cbrt(x)`
    ///
    /// # Errors
    /// None.
    cbrt = libm::cbrt, DOMAIN;
    /// `math.cos(x)`
    ///
    /// # Errors
    /// `ValueError` for an infinity.
    cos = libm::cos, DOMAIN;
    /// `math.cosh(x)`
    ///
    /// # Errors
    /// `OverflowError`
    cosh = libm::cosh, RANGE;
    /// `math.exp(x)`
    ///
    /// # Errors
    /// `OverflowError`
    exp = precise::exp, RANGE;
    /// `math.exp2(x)`
    ///
    /// # Errors
    /// `OverflowError`
    exp2 = libm::exp2, RANGE;
    /// `math.expm1(x)`
    ///
    /// # Errors
    /// `OverflowError`
    expm1 = libm::expm1, RANGE;
    /// `math.log(x)`; with a base, Python divides two of them.
    ///
    /// # Errors
    /// `ValueError` for zero and below.
    log = precise::log, DOMAIN;
    /// `math.log10(x)`
    ///
    /// # Errors
    /// `ValueError` for zero and below.
    log10 = precise::log10, DOMAIN;
    /// `math.log1p(x)`
    ///
    /// # Errors
    /// `ValueError` for -1 and below.
    log1p = libm::log1p, DOMAIN;
    /// `math.log2(x)`
    ///
    /// # Errors
    /// `ValueError` for zero and below.
    log2 = precise::log2, DOMAIN;
    /// `math.sin(x)`
    ///
    /// # Errors
    /// `ValueError` for an infinity.
    sin = libm::sin, DOMAIN;
    /// `math.sinh(x)`
    ///
    /// # Errors
    /// `OverflowError`
    sinh = libm::sinh, RANGE;
    /// `math.sqrt(x)`
    ///
    /// # Errors
    /// `ValueError` below zero.
    sqrt = libm::sqrt, DOMAIN;
    /// `math.tan(x)`
    ///
    /// # Errors
    /// `ValueError` for an infinity.
    tan = libm::tan, DOMAIN;
    /// `math.tanh(x)`
    ///
    /// # Errors
    /// None.
    tanh = libm::tanh, DOMAIN;
}

/// `math.acosh(x)`
///
/// # Errors
/// `ValueError` below 1.
pub fn acosh(x: f64) -> Result<f64, Error> {
    // Of a large negative number `libm` does not say that it has none.
    if x < 1.0 {
        return Err(DOMAIN);
    }
    Ok(libm::acosh(x))
}

/// `math.log(value)` of an integer, or another logarithm given by its function: also of one past the largest float.
///
/// # Errors
/// `ValueError` for zero and below.
pub fn log_int(value: &Int, log: fn(f64) -> Result<f64, Error>) -> Result<f64, Error> {
    if let Ok(float) = value.to_f64() {
        return log(float);
    }
    if value.is_negative() {
        return Err(DOMAIN);
    }
    // value = fraction · 2^bits with a fraction in [0.5, 1)
    let bits = Int::from(value.bits().cast_signed());
    let scale = Int::Small(1).shl(&bits, u64::MAX)?;
    let fraction = value.true_divide(&scale)?;
    Ok(log(fraction)? + log(2.0)? * bits.to_f64()?)
}

/// `math.atan2(y, x)`
#[must_use]
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// `math.pow(x, y)`
///
/// # Errors
/// `ValueError` for a negative base with an exponent that is no integer, and for zero with a negative one;
/// `OverflowError`.
pub fn pow(x: f64, y: f64) -> Result<f64, Error> {
    let result = precise::pow(x, y);
    // C defines results of NaN, and infinities, that are no errors.
    if !x.is_finite() || !y.is_finite() {
        return Ok(result);
    }
    checked(result, &[x, y], if x == 0.0 { DOMAIN } else { RANGE })
}

/// `math.fmod(x, y)`: with the sign of `x`.
///
/// # Errors
/// `ValueError` for an infinite `x` and for a zero `y`.
pub fn fmod(x: f64, y: f64) -> Result<f64, Error> {
    checked(libm::fmod(x, y), &[x, y], DOMAIN)
}

/// `math.remainder(x, y)`: from the nearest multiple, the even one of two (IEEE 754).
///
/// # Errors
/// `ValueError` for an infinite `x` and for a zero `y`.
pub fn remainder(x: f64, y: f64) -> Result<f64, Error> {
    checked(libm::remainder(x, y), &[x, y], DOMAIN)
}

/// `math.floor(x)`
///
/// # Errors
/// `OverflowError` for an infinity, `ValueError` for a NaN.
pub fn floor(x: f64) -> Result<Int, Error> {
    Int::from_f64(libm::floor(x))
}

/// `math.ceil(x)`
///
/// # Errors
/// `OverflowError` for an infinity, `ValueError` for a NaN.
pub fn ceil(x: f64) -> Result<Int, Error> {
    Int::from_f64(libm::ceil(x))
}

/// `math.trunc(x)`
///
/// # Errors
/// `OverflowError` for an infinity, `ValueError` for a NaN.
pub fn trunc(x: f64) -> Result<Int, Error> {
    Int::from_f64(x)
}

/// `math.degrees(x)`
#[must_use]
pub fn degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}

/// `math.radians(x)`
#[must_use]
pub fn radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}
