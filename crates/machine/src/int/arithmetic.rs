//! Addition to powers, with Python's signs.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::Pow;

use super::{Error, Int, with_big};

/// The product, if it fits 64 bits. That of small factors does: to find out about others takes a call in wasm, which has no
/// multiplication with an overflow.
#[inline]
pub fn product(a: i64, b: i64) -> Option<i64> {
    if i64::from(a as i32) == a && i64::from(b as i32) == b {
        return Some(a * b);
    }
    a.checked_mul(b)
}

impl Int {
    /// `self + other`: at most one bit longer than the longer operand.
    #[must_use]
    pub fn add(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Small(left), Self::Small(right)) => left
                .checked_add(*right)
                .map_or_else(|| Self::from(i128::from(*left) + i128::from(*right)), Self::Small),
            _ => with_big(self, other, |left, right| Self::from(left + right)),
        }
    }

    /// `self - other`: at most one bit longer than the longer operand.
    #[must_use]
    pub fn sub(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Small(left), Self::Small(right)) => left
                .checked_sub(*right)
                .map_or_else(|| Self::from(i128::from(*left) - i128::from(*right)), Self::Small),
            _ => with_big(self, other, |left, right| Self::from(left - right)),
        }
    }

    /// `self * other`.
    ///
    /// # Errors
    /// [`Error::TooLarge`] when the product has more than `max_bits` bits (a machine word is always allowed).
    pub fn mul(&self, other: &Self, max_bits: u64) -> Result<Self, Error> {
        if let (Self::Small(left), Self::Small(right)) = (self, other)
            && let Some(product) = product(*left, *right)
        {
            return Ok(Self::Small(product));
        }
        // A product has the sum of its factors' bits, or one less.
        if self.bits().saturating_add(other.bits()) > max_bits.saturating_add(1) {
            return Err(Error::TooLarge);
        }
        with_big(self, other, |left, right| Self::from(left * right)).within(max_bits)
    }

    /// `self // other`, rounded towards minus infinity.
    ///
    /// # Errors
    /// `ZeroDivisionError`.
    pub fn floordiv(&self, other: &Self) -> Result<Self, Error> {
        if other.is_zero() {
            return Err(Error::ZeroDivision("integer division or modulo by zero"));
        }
        Ok(self.floor_quotient(other))
    }

    /// `self % other`, which has the sign of `other`.
    ///
    /// # Errors
    /// `ZeroDivisionError`.
    pub fn modulo(&self, other: &Self) -> Result<Self, Error> {
        if other.is_zero() {
            return Err(Error::ZeroDivision("integer modulo by zero"));
        }
        Ok(self.floor_remainder(other))
    }

    /// `divmod(self, other)`.
    ///
    /// # Errors
    /// `ZeroDivisionError`.
    pub fn divmod(&self, other: &Self) -> Result<(Self, Self), Error> {
        if other.is_zero() {
            return Err(Error::ZeroDivision("integer division or modulo by zero"));
        }
        if let (Self::Small(_), Self::Small(_)) = (self, other) {
            return Ok((self.floor_quotient(other), self.floor_remainder(other)));
        }
        Ok(with_big(self, other, |left, right| {
            let (quotient, remainder) = left.div_mod_floor(right);
            (Self::from(quotient), Self::from(remainder))
        }))
    }

    /// `self ** exponent`; `None` for a negative exponent, where Python computes `float(self) ** float(exponent)`
    /// and, for a zero base, raises `ZeroDivisionError`.
    ///
    /// # Errors
    /// [`Error::TooLarge`] when the power has more than `max_bits` bits (a machine word is always allowed).
    pub fn pow(&self, exponent: &Self, max_bits: u64) -> Result<Option<Self>, Error> {
        if exponent.is_negative() {
            return Ok(None);
        }
        if exponent.is_zero() {
            return Ok(Some(Self::Small(1)));
        }
        match self {
            Self::Small(0 | 1) => return Ok(Some(self.clone())),
            Self::Small(-1) => {
                let is_odd = !exponent.bitand(&Self::Small(1)).is_zero();
                return Ok(Some(Self::Small(if is_odd { -1 } else { 1 })));
            }
            _ => {}
        }
        let Some(exponent) = exponent.to_i64() else {
            return Err(Error::TooLarge);
        };
        if let (Self::Small(base), Ok(exponent)) = (self, u32::try_from(exponent))
            && let Some(power) = base.checked_pow(exponent)
        {
            return Ok(Some(Self::Small(power)));
        }
        // The least that the power can have: each factor is at least 2^(bits-1).
        let exponent = exponent.unsigned_abs();
        let least_bits = (self.bits() - 1).saturating_mul(exponent).saturating_add(1);
        if least_bits > max_bits {
            return Err(Error::TooLarge);
        }
        let power: BigInt = self.to_big().pow(exponent);
        Self::from(power).within(max_bits).map(Some)
    }

    /// `-self`.
    #[must_use]
    pub fn neg(&self) -> Self {
        match self {
            Self::Small(value) => value
                .checked_neg()
                .map_or_else(|| Self::from(-i128::from(*value)), Self::Small),
            Self::Big(value) => Self::from(-value),
        }
    }

    /// `abs(self)`.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() {
            self.neg()
        } else {
            self.clone()
        }
    }

    /// The value itself, unless it is longer than both a machine word and `max_bits`.
    pub(super) fn within(self, max_bits: u64) -> Result<Self, Error> {
        match &self {
            Self::Big(value) if value.bits() > max_bits => Err(Error::TooLarge),
            _ => Ok(self),
        }
    }

    /// The caller has excluded a zero divisor.
    fn floor_quotient(&self, divisor: &Self) -> Self {
        match (self, divisor) {
            (Self::Small(left), Self::Small(right)) => match left.checked_div(*right) {
                Some(truncated) => {
                    Self::Small(truncated - i64::from(rounds_down(left.wrapping_rem(*right), *right)))
                }
                None => self.neg(),
            },
            _ => with_big(self, divisor, |left, right| Self::from(left.div_floor(right))),
        }
    }

    /// The caller has excluded a zero divisor.
    fn floor_remainder(&self, divisor: &Self) -> Self {
        match (self, divisor) {
            (Self::Small(left), Self::Small(right)) => {
                let rest = left.wrapping_rem(*right);
                Self::Small(if rounds_down(rest, *right) {
                    rest + right
                } else {
                    rest
                })
            }
            _ => with_big(self, divisor, |left, right| Self::from(left.mod_floor(right))),
        }
    }
}

/// Whether the floor of a quotient lies below the quotient that truncation gives, which left this remainder.
fn rounds_down(rest: i64, divisor: i64) -> bool {
    rest != 0 && (rest < 0) != (divisor < 0)
}
