//! Floats as fractions and exponents, their neighbours, and closeness.

use crate::int::{Error, Int};

use super::RANGE;

/// `math.frexp(x)`: a fraction in [0.5, 1) with the sign of `x`, and the exponent of two.
#[must_use]
pub fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (fraction, exponent) = libm::frexp(x);
    (fraction, i64::from(exponent))
}

/// `math.ldexp(x, exponent)`: x · 2^exponent.
///
/// # Errors
/// `OverflowError`
pub fn ldexp(x: f64, exponent: &Int) -> Result<f64, Error> {
    if x == 0.0 || !x.is_finite() {
        return Ok(x);
    }
    // From the smallest float to past the largest there are 2099 powers of two.
    const FAR: i64 = 4000;
    let far = if exponent.is_negative() { -FAR } else { FAR };
    let exponent = exponent.to_i64().unwrap_or(far).clamp(-FAR, FAR);
    let result = libm::ldexp(x, exponent as i32);
    if result.is_infinite() {
        return Err(RANGE);
    }
    Ok(result)
}

/// `math.modf(x)`: the fraction and the integer part, both with the sign of `x`.
#[must_use]
pub fn modf(x: f64) -> (f64, f64) {
    if x.is_nan() {
        return (x, x);
    }
    let whole = libm::trunc(x);
    let fraction = if x.is_infinite() { 0.0 } else { x - whole };
    (fraction.copysign(x), whole)
}

/// `math.nextafter(x, y)`
#[must_use]
pub fn next_after(x: f64, y: f64) -> f64 {
    match x.partial_cmp(&y) {
        None => x + y,
        Some(std::cmp::Ordering::Less) => x.next_up(),
        Some(std::cmp::Ordering::Equal) => y,
        Some(std::cmp::Ordering::Greater) => x.next_down(),
    }
}

/// `math.ulp(x)`: the value of the least significant bit.
#[must_use]
pub fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let next = x.next_up();
    if next.is_infinite() {
        return x - x.next_down();
    }
    next - x
}

/// `math.isclose(a, b, rel_tol, abs_tol)`; Python's defaults are 1e-9 and 0.
///
/// # Errors
/// `ValueError` for a negative tolerance.
pub fn is_close(a: f64, b: f64, relative: f64, absolute: f64) -> Result<bool, Error> {
    if relative < 0.0 || absolute < 0.0 {
        return Err(Error::Value("tolerances must be non-negative".into()));
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let difference = (b - a).abs();
    Ok(difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute)
}
