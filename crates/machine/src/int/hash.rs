//! Python's hash of numbers: the value modulo the Mersenne prime 2^61 - 1, so that equal numbers of different types
//! hash alike (CPython: `long_hash` and `_Py_HashDouble`; "Hashing of numeric types" in the library reference).

use num_traits::ToPrimitive;

use super::Int;

const HASH_BITS: u32 = 61;
const MODULUS: u64 = (1 << HASH_BITS) - 1;
const INFINITY: i64 = 314_159;

impl Int {
    /// `hash(self)`.
    #[must_use]
    pub fn python_hash(&self) -> i64 {
        let magnitude = match self {
            Self::Small(value) => value.unsigned_abs() % MODULUS,
            Self::Big(value) => (value.magnitude() % MODULUS).to_u64().unwrap_or(0),
        };
        signed(magnitude, self.is_negative())
    }
}

/// `hash(value)`; `None` for a NaN, which Python hashes by the object's identity.
#[must_use]
pub fn hash_float(value: f64) -> Option<i64> {
    const FRACTION_BITS: u32 = 52;
    const IMPLICIT_BIT: u64 = 1 << FRACTION_BITS;
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { INFINITY } else { -INFINITY });
    }
    let bits = value.to_bits();
    let fraction = bits & (IMPLICIT_BIT - 1);
    let biased = (bits >> FRACTION_BITS) & 0x7ff;
    // value = significand · 2^(exponent - 1074)
    let (significand, exponent) = if biased == 0 {
        (fraction, 0)
    } else {
        (fraction | IMPLICIT_BIT, biased - 1)
    };
    // 2^61 is 1 in this field, so a power of two rotates; 1074 + 24 = 18 · 61.
    let rotation = ((exponent + 24) % u64::from(HASH_BITS)) as u32;
    let rotated = ((significand << rotation) & MODULUS) | (significand >> (HASH_BITS - rotation));
    Some(signed(rotated % MODULUS, value < 0.0))
}

/// -1 is CPython's sign of an error, so no hash is -1.
fn signed(magnitude: u64, is_negative: bool) -> i64 {
    let magnitude = magnitude.cast_signed();
    match if is_negative { -magnitude } else { magnitude } {
        -1 => -2,
        hash => hash,
    }
}
