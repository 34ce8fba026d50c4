//! The error function and the gamma function.

use super::{DOMAIN, RANGE};
use crate::int::Error;

/// `math.erf(x)`
#[must_use]
pub fn erf(x: f64) -> f64 {
    libm::erf(x)
}

/// `math.erfc(x)`
#[must_use]
pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}

/// `math.gamma(x)`
///
/// # Errors
/// `ValueError` for zero, negative integers and the negative infinity; `OverflowError`.
pub fn gamma(x: f64) -> Result<f64, Error> {
    if x == f64::NEG_INFINITY || is_pole(x) {
        return Err(DOMAIN);
    }
    let result = libm::tgamma(x);
    if result.is_infinite() && x.is_finite() {
        return Err(RANGE);
    }
    Ok(result)
}

/// `math.lgamma(x)`
///
/// # Errors
/// `ValueError` for zero and negative integers; `OverflowError`.
pub fn lgamma(x: f64) -> Result<f64, Error> {
    if is_pole(x) {
        return Err(DOMAIN);
    }
    let result = libm::lgamma(x);
    if result.is_infinite() && x.is_finite() {
        return Err(RANGE);
    }
    Ok(result)
}

fn is_pole(x: f64) -> bool {
    x <= 0.0 && x.is_finite() && libm::floor(x) == x
}
