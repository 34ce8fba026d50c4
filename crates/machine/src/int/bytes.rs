//! Integers as bytes and back.

use num_bigint::{BigInt, Sign};

use super::{Error, Int};

impl Int {
    /// `self.to_bytes(length, byteorder, signed=signed)`
    ///
    /// # Errors
    /// `OverflowError` for what does not fit.
    pub fn to_bytes(&self, length: usize, is_little: bool, signed: bool) -> Result<Vec<u8>, Error> {
        if self.is_negative() && !signed {
            return Err(Error::Overflow("can't convert negative int to unsigned"));
        }
        let value = self.to_big();
        let mut bytes = if signed {
            value.to_signed_bytes_le()
        } else {
            value.magnitude().to_bytes_le()
        };
        if self.is_zero() {
            bytes.clear();
        }
        if bytes.len() > length {
            return Err(Error::Overflow("int too big to convert"));
        }
        bytes.resize(length, if self.is_negative() { 0xff } else { 0 });
        if !is_little {
            bytes.reverse();
        }
        Ok(bytes)
    }

    /// `int.from_bytes(bytes, byteorder, signed=signed)`
    #[must_use]
    pub fn from_bytes(bytes: &[u8], is_little: bool, signed: bool) -> Self {
        Self::from(match (is_little, signed) {
            (true, true) => BigInt::from_signed_bytes_le(bytes),
            (true, false) => BigInt::from_bytes_le(Sign::Plus, bytes),
            (false, true) => BigInt::from_signed_bytes_be(bytes),
            (false, false) => BigInt::from_bytes_be(Sign::Plus, bytes),
        })
    }

    /// `self.bit_count()`: the ones of the magnitude.
    #[must_use]
    pub fn bit_count(&self) -> u64 {
        match self {
            Self::Small(value) => u64::from(value.unsigned_abs().count_ones()),
            Self::Big(value) => value.magnitude().count_ones(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_both_ways() {
        for value in [0, 1, -1, 127, 128, -128, -129, 65535, i64::MIN, i64::MAX] {
            let value = Int::from(value);
            for is_little in [true, false] {
                let bytes = value.to_bytes(9, is_little, true).unwrap();
                assert_eq!(Int::from_bytes(&bytes, is_little, true), value);
            }
        }
        assert_eq!(Int::from(1000_i64).to_bytes(2, false, false).unwrap(), [3, 232]);
        assert!(Int::from(256_i64).to_bytes(1, false, false).is_err());
        assert!(Int::from(128_i64).to_bytes(1, false, true).is_err());
        assert!(Int::ZERO.to_bytes(0, false, false).unwrap().is_empty());
    }
}
