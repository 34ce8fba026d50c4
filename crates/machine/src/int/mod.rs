//! Python's `int`: a machine word that becomes a big integer when it must.
//!
//! Always normalised: what fits an `i64` is [`Int::Small`], so equality and hashing of the representation are those
//! of the value. No operation panics or allocates more than a small multiple of its operands, or of the limit that it
//! takes; the cost of a multiplication or division of big operands grows faster than their size, so whoever runs
//! strangers' programs bounds [`Int::bits`].

mod arithmetic;
mod bitwise;
mod bytes;
mod error;
mod float;
mod hash;
mod ratio;

use std::cmp::Ordering;
use std::fmt;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

pub use arithmetic::product;
pub use error::Error;
pub use hash::hash_float;

/// The most decimal digits that CPython 3.11 converts between `int` and `str` (`sys.int_info.default_max_str_digits`).
pub const MAX_STR_DIGITS: usize = 4300;

/// Every integer of more bits than this has more than [`MAX_STR_DIGITS`] digits: 4300 · log2(10) = 14284.3.
const MAX_STR_BITS: u64 = 14_285;

/// A Python integer.
///
/// Build one with `Int::from`; [`Int::Big`] never holds a value that fits an `i64`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Int {
    /// A value that fits a machine word.
    Small(i64),
    /// Any other value.
    Big(BigInt),
}

impl Int {
    /// Zero.
    pub const ZERO: Self = Self::Small(0);

    /// Whether this is zero, the only false integer.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self, Self::Small(0))
    }

    /// Whether this is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match self {
            Self::Small(value) => *value < 0,
            Self::Big(value) => value.sign() == Sign::Minus,
        }
    }

    /// The value as a machine word, or `None` when it does not fit one.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        match self {
            Self::Small(value) => Some(*value),
            Self::Big(_) => None,
        }
    }

    /// The number of bits of the magnitude, as `int.bit_length()`; 0 for 0.
    #[must_use]
    pub fn bits(&self) -> u64 {
        match self {
            Self::Small(value) => u64::from(u64::BITS - value.unsigned_abs().leading_zeros()),
            Self::Big(value) => value.bits(),
        }
    }

    /// `str(self)`.
    ///
    /// # Errors
    /// `ValueError` past [`MAX_STR_DIGITS`], found before the conversion is made.
    pub fn to_decimal(&self) -> Result<String, Error> {
        const TOO_LONG: Error = Error::Value(std::borrow::Cow::Borrowed(
            "Exceeds the limit (4300 digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit",
        ));
        let value = match self {
            Self::Small(value) => return Ok(value.to_string()),
            Self::Big(value) => value,
        };
        if value.bits() > MAX_STR_BITS {
            return Err(TOO_LONG);
        }
        let text = value.to_string();
        let digits = text.len() - usize::from(self.is_negative());
        if digits > MAX_STR_DIGITS {
            return Err(TOO_LONG);
        }
        Ok(text)
    }

    /// The digits of the magnitude in a power-of-two `radix` (2, 8, 16), lower case, without sign or prefix.
    ///
    /// # Errors
    /// [`Error::TooLarge`] when there are more than `max_bytes` of them.
    pub(crate) fn magnitude_digits(&self, radix: u32, max_bytes: usize) -> Result<String, Error> {
        let bits_per_digit = u64::from(radix.ilog2());
        if usize::try_from(self.bits().div_ceil(bits_per_digit)).map_or(true, |digits| digits > max_bytes) {
            return Err(Error::TooLarge);
        }
        Ok(match self {
            Self::Small(value) => BigInt::from(value.unsigned_abs()).to_str_radix(radix),
            Self::Big(value) => value.magnitude().to_str_radix(radix),
        })
    }

    fn to_big(&self) -> BigInt {
        match self {
            Self::Small(value) => BigInt::from(*value),
            Self::Big(value) => value.clone(),
        }
    }
}

/// Runs a binary operation of big integers, without copying an operand that already is one.
fn with_big<T>(left: &Int, right: &Int, operation: impl FnOnce(&BigInt, &BigInt) -> T) -> T {
    match (left, right) {
        (Int::Big(left), Int::Big(right)) => operation(left, right),
        (Int::Big(left), Int::Small(right)) => operation(left, &BigInt::from(*right)),
        (Int::Small(left), Int::Big(right)) => operation(&BigInt::from(*left), right),
        (Int::Small(left), Int::Small(right)) => operation(&BigInt::from(*left), &BigInt::from(*right)),
    }
}

impl From<i64> for Int {
    fn from(value: i64) -> Self {
        Self::Small(value)
    }
}

impl From<i128> for Int {
    fn from(value: i128) -> Self {
        i64::try_from(value).map_or_else(|_| Self::Big(BigInt::from(value)), Self::Small)
    }
}

impl From<bool> for Int {
    fn from(value: bool) -> Self {
        Self::Small(i64::from(value))
    }
}

impl From<BigInt> for Int {
    fn from(value: BigInt) -> Self {
        value.to_i64().map_or(Self::Big(value), Self::Small)
    }
}

impl From<num_bigint::BigUint> for Int {
    fn from(value: num_bigint::BigUint) -> Self {
        Self::from(BigInt::from(value))
    }
}

impl Ord for Int {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(left), Self::Small(right)) => left.cmp(right),
            (Self::Big(left), Self::Big(right)) => left.cmp(right),
            // A big magnitude exceeds every small one.
            (Self::Small(_), Self::Big(big)) => sign_order(big).reverse(),
            (Self::Big(big), Self::Small(_)) => sign_order(big),
        }
    }
}

impl PartialOrd for Int {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn sign_order(value: &BigInt) -> Ordering {
    if value.sign() == Sign::Minus {
        Ordering::Less
    } else {
        Ordering::Greater
    }
}

/// Hexadecimal for big values: a debug print must neither fail nor take quadratic time.
impl fmt::Debug for Int {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Small(value) => write!(out, "{value}"),
            Self::Big(value) => write!(out, "{value:#x}"),
        }
    }
}
