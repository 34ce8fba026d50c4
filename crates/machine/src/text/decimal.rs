//! The decimal digits of a float: exact, or the shortest that read back as the same float.
//!
//! The digits come from Rust's `core::fmt`, which computes them exactly (Grisu with Dragon as the fallback) and,
//! where a count is given, rounds ties to even, as David Gay's `dtoa` does for CPython. It takes precisions of 16 bits only, and no float has more
//! digits than the bounds below, so what lies beyond them is zeros for the layout to add.

/// Every finite float ends within this many digits after the point: the last is that of 2^-1074.
const MAX_FRACTION_DIGITS: u64 = 1074;

/// Every finite float has at most this many significant digits (767, for the largest subnormal), and one to spare.
const MAX_SIGNIFICANT_DIGITS: u64 = 768;

/// Every decimal of up to 15 digits (`DBL_DIG`) is told from every other by the float nearest to it.
const FEWEST_DIGITS_OF_TIES: usize = 15;

/// A magnitude `0.d₁d₂d₃… · 10^point`, without leading or trailing zeros among the digits.
pub(super) struct Digits {
    /// ASCII digits; a single `0` for zero, none when rounding left nothing.
    pub digits: String,
    /// Where the decimal point lies, counted from the first digit.
    pub point: i64,
}

impl Digits {
    /// The fewest digits that read back as `magnitude`, and of those the nearest to it, ties to even.
    pub(super) fn shortest(magnitude: f64) -> Self {
        let shortest = Self::from_scientific(&format!("{magnitude:e}"));
        // Rust resolves ties upwards. A value halfway between two decimals of so few digits is one of few digits itself,
        // and those read back as nothing shorter.
        if shortest.digits.len() < FEWEST_DIGITS_OF_TIES {
            return shortest;
        }
        let to_even = Self::significant(magnitude, shortest.digits.len() as u64);
        if to_even.reads_back_as(magnitude) {
            to_even
        } else {
            shortest
        }
    }

    fn reads_back_as(&self, magnitude: f64) -> bool {
        format!("0.{}e{}", self.digits, self.point).parse() == Ok(magnitude)
    }

    /// Rounded to `count` significant digits, at least one.
    pub(super) fn significant(magnitude: f64, count: u64) -> Self {
        let after_first = count.clamp(1, MAX_SIGNIFICANT_DIGITS) as usize - 1;
        Self::from_scientific(&format!("{magnitude:.after_first$e}"))
    }

    /// Rounded to `count` digits after the decimal point.
    pub(super) fn fixed(magnitude: f64, count: u64) -> Self {
        let after_point = count.min(MAX_FRACTION_DIGITS) as usize;
        let text = format!("{magnitude:.after_point$}");
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let all = [whole, fraction].concat();
        let significant = all.trim_start_matches('0');
        let leading_zeros = all.len() - significant.len();
        Self {
            digits: significant.trim_end_matches('0').to_owned(),
            point: whole.len() as i64 - leading_zeros as i64,
        }
    }

    /// Reads Rust's `d.ddde±x`.
    fn from_scientific(text: &str) -> Self {
        let (significand, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let mut digits = significand.replace('.', "");
        digits.truncate(digits.trim_end_matches('0').len().max(1));
        let exponent: i64 = exponent.parse().unwrap_or(0);
        Self {
            digits,
            point: exponent + 1,
        }
    }
}
