//! Ranges.

use crate::int;

/// `range`'s bounds; CPython's are unbounded, ours fit 64 bits or are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    /// How many numbers it has.
    pub fn len(self) -> i64 {
        let (low, high) = if self.step > 0 {
            (self.start, self.stop)
        } else {
            (self.stop, self.start)
        };
        if low >= high {
            return 0;
        }
        // It fits into 64 bits without a sign.
        let span = high.wrapping_sub(low) as u64;
        let length = (span - 1) / self.step.unsigned_abs() + 1;
        i64::try_from(length).unwrap_or(i64::MAX)
    }

    /// Number `index`, if there are so many.
    pub fn nth(self, index: i64) -> Option<i64> {
        let number = self.start.checked_add(int::product(index, self.step)?)?;
        let is_there = if self.step > 0 {
            number < self.stop
        } else {
            number > self.stop
        };
        is_there.then_some(number)
    }

    /// Number `index`, which is below `len`.
    pub fn at(self, index: i64) -> i64 {
        self.start.wrapping_add(index.wrapping_mul(self.step))
    }
}
