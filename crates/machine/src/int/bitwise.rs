//! Shifts and bit operations on infinitely sign-extended two's complement.

use super::{Error, Int, with_big};

const NEGATIVE_SHIFT: Error = Error::Value(std::borrow::Cow::Borrowed("negative shift count"));

impl Int {
    /// `self << count`.
    ///
    /// # Errors
    /// `ValueError` for a negative count; [`Error::TooLarge`] when the result has more than `max_bits` bits (a machine
    /// word is always allowed).
    pub fn shl(&self, count: &Self, max_bits: u64) -> Result<Self, Error> {
        if count.is_negative() {
            return Err(NEGATIVE_SHIFT);
        }
        if self.is_zero() {
            return Ok(Self::ZERO);
        }
        let Some(count) = count.to_i64().map(i64::unsigned_abs) else {
            return Err(Error::TooLarge);
        };
        // i128 holds any word shifted by less than one word.
        if let (Self::Small(value), 0..64) = (self, count) {
            return Self::from(i128::from(*value) << count).within(max_bits);
        }
        if self.bits().saturating_add(count) > max_bits {
            return Err(Error::TooLarge);
        }
        Ok(Self::from(self.to_big() << count))
    }

    /// `self >> count`, rounded towards minus infinity.
    ///
    /// # Errors
    /// `ValueError` for a negative count.
    pub fn shr(&self, count: &Self) -> Result<Self, Error> {
        if count.is_negative() {
            return Err(NEGATIVE_SHIFT);
        }
        let sign_fill = Self::Small(if self.is_negative() { -1 } else { 0 });
        let Some(count) = count.to_i64().map(i64::unsigned_abs) else {
            return Ok(sign_fill);
        };
        match self {
            Self::Small(value) => Ok(Self::Small(value >> count.min(63))),
            Self::Big(value) if count >= value.bits() => Ok(sign_fill),
            Self::Big(value) => Ok(Self::from(value >> count)),
        }
    }

    /// `self & other`.
    #[must_use]
    pub fn bitand(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Small(left), Self::Small(right)) => Self::Small(left & right),
            _ => with_big(self, other, |left, right| Self::from(left & right)),
        }
    }

    /// `self | other`.
    #[must_use]
    pub fn bitor(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Small(left), Self::Small(right)) => Self::Small(left | right),
            _ => with_big(self, other, |left, right| Self::from(left | right)),
        }
    }

    /// `self ^ other`.
    #[must_use]
    pub fn bitxor(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Small(left), Self::Small(right)) => Self::Small(left ^ right),
            _ => with_big(self, other, |left, right| Self::from(left ^ right)),
        }
    }

    /// `~self`, that is `-self - 1`.
    #[must_use]
    pub fn invert(&self) -> Self {
        match self {
            Self::Small(value) => Self::Small(!value),
            Self::Big(value) => Self::from(!value),
        }
    }
}
