//! True division: the float nearest to the quotient of two integers.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

use super::{Error, Int, with_big};

/// Integers up to here, 2^53, are floats exactly.
const EXACT: u64 = 1 << 53;
/// Bits of a float's significand.
const SIGNIFICANT_BITS: i64 = 53;
/// The exponent of the last bit of the smallest float, 2^-1074.
const LAST_EXPONENT: i64 = -1074;
/// Values of 2^1024 and more are no floats.
const FIRST_OVERFLOW: i64 = 1024;

impl Int {
    /// `self / other`, correctly rounded (nearest, ties to even) however big the operands are.
    ///
    /// # Errors
    /// `ZeroDivisionError`; `OverflowError` when the quotient is no finite float.
    pub fn true_divide(&self, other: &Self) -> Result<f64, Error> {
        if other.is_zero() {
            return Err(Error::ZeroDivision("division by zero"));
        }
        if let (Self::Small(left), Self::Small(right)) = (self, other)
            && left.unsigned_abs() <= EXACT
            && right.unsigned_abs() <= EXACT
        {
            return Ok(*left as f64 / *right as f64);
        }
        with_big(self, other, divide)
    }
}

fn divide(left: &BigInt, right: &BigInt) -> Result<f64, Error> {
    let is_negative = (left.sign() == Sign::Minus) != (right.sign() == Sign::Minus);
    let quotient = divide_magnitudes(left.magnitude(), right.magnitude())
        .ok_or(Error::Overflow("integer division result too large for a float"))?;
    Ok(if is_negative { -quotient } else { quotient })
}

/// The rounded quotient, or `None` when it is too large. The divisor is not zero.
fn divide_magnitudes(left: &BigUint, right: &BigUint) -> Option<f64> {
    if left.is_zero() {
        return Some(0.0);
    }
    // 2^(difference - 1) < left / right < 2^(difference + 1)
    let difference = i64::try_from(left.bits()).ok()? - i64::try_from(right.bits()).ok()?;
    if difference > FIRST_OVERFLOW {
        return None;
    }
    if difference < LAST_EXPONENT - 1 {
        return Some(0.0);
    }
    // Scale so that the integer quotient has the significant bits, one or two to round by, and a remainder that says
    // whether anything lies below them.
    let shift = difference - SIGNIFICANT_BITS - 2;
    let (scaled, rest) = if shift < 0 {
        (left << shift.unsigned_abs()).div_rem(right)
    } else {
        left.div_rem(&(right << shift.unsigned_abs()))
    };
    round_scaled(scaled.to_u64()?, shift, !rest.is_zero())
}

/// The float nearest to `(quotient + ε) · 2^exponent` with 0 < ε < 1 when `has_rest`, else ε = 0; `None` when that is
/// too large. The quotient has 55 or 56 bits, the exponent is at least -1130.
fn round_scaled(quotient: u64, exponent: i64, has_rest: bool) -> Option<f64> {
    let bits = i64::from(u64::BITS - quotient.leading_zeros());
    // Fewer bits survive where the float is subnormal.
    let last_exponent = (exponent + bits - SIGNIFICANT_BITS).max(LAST_EXPONENT);
    let dropped = last_exponent - exponent; // 2 to 56
    let kept = quotient >> dropped;
    let half = 1 << (dropped - 1);
    let is_up = match (quotient - (kept << dropped)).cmp(&half) {
        Ordering::Greater => true,
        Ordering::Equal => has_rest || kept & 1 == 1,
        Ordering::Less => false,
    };
    // Both factors are exact: the significand is at most 2^53; so is the product, unless it is past the largest float.
    let value = (kept + u64::from(is_up)) as f64 * power_of_two(last_exponent);
    value.is_finite().then_some(value)
}

/// 2^exponent for exponents from -1074 to 1023, from its bits.
fn power_of_two(exponent: i64) -> f64 {
    const BIAS: i64 = 1023;
    const FRACTION_BITS: i64 = 52;
    let bits = if exponent > -BIAS {
        (exponent + BIAS) << FRACTION_BITS
    } else {
        1 << (exponent - LAST_EXPONENT)
    };
    f64::from_bits(bits.unsigned_abs())
}
