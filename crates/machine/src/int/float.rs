//! Between integers and floats: conversion both ways and exact comparison.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use super::{Error, Int};

/// 2^63, the first float past the words.
const WORD_LIMIT: f64 = 9_223_372_036_854_775_808.0;

impl Int {
    /// `float(self)`: the nearest float, ties to even.
    ///
    /// # Errors
    /// `OverflowError` when that is not finite.
    pub fn to_f64(&self) -> Result<f64, Error> {
        let value = match self {
            // The conversion of words rounds to nearest, ties to even.
            Self::Small(value) => return Ok(*value as f64),
            Self::Big(value) => value,
        };
        match value.to_f64() {
            Some(float) if float.is_finite() => Ok(float),
            _ => Err(Error::Overflow("int too large to convert to float")),
        }
    }

    /// `int(value)`: the integer part.
    ///
    /// # Errors
    /// `OverflowError` for an infinity, `ValueError` for a NaN.
    pub fn from_f64(value: f64) -> Result<Self, Error> {
        if value.is_nan() {
            return Err(Error::Value("cannot convert float NaN to integer".into()));
        }
        if value.is_infinite() {
            return Err(Error::Overflow("cannot convert float infinity to integer"));
        }
        Ok(Self::integer_part(value))
    }

    /// Compares with a float by value, without rounding either; `None` for a NaN, which is unequal to and unordered
    /// with everything.
    #[must_use]
    pub fn compare_f64(&self, other: f64) -> Option<Ordering> {
        if other.is_nan() {
            return None;
        }
        if other.is_infinite() {
            return Some(if other > 0.0 {
                Ordering::Less
            } else {
                Ordering::Greater
            });
        }
        let fraction = other - other.trunc();
        // The fraction has the float's sign, and decides where the integer parts agree.
        let by_fraction = 0.0.partial_cmp(&fraction)?;
        Some(self.cmp(&Self::integer_part(other)).then(by_fraction))
    }

    /// The caller has excluded what is not finite.
    fn integer_part(value: f64) -> Self {
        if value.abs() < WORD_LIMIT {
            return Self::Small(value as i64);
        }
        BigInt::from_f64(value).map_or(Self::ZERO, Self::from)
    }
}
