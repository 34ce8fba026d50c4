//! `math.fsum`: the sum of floats, rounded once.

use crate::int::Error;

/// A sum in progress: exact, as floats that do not overlap, in growing order (Shewchuk, "Adaptive Precision
/// Floating-Point Arithmetic", 1997).
#[derive(Debug, Clone, Default)]
pub struct Sum {
    partials: Vec<f64>,
    /// The sum of what is not finite.
    special: f64,
    /// The sum of the infinities alone.
    infinite: f64,
}

impl Sum {
    /// The sum of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an item.
    ///
    /// # Errors
    /// `OverflowError` when the sum of finite items is none for a moment.
    pub fn add(&mut self, item: f64) -> Result<(), Error> {
        let mut carried = item;
        let mut kept = 0;
        for at in 0..self.partials.len() {
            let (sum, rest) = two_sum(carried, self.partials[at]);
            if rest != 0.0 {
                self.partials[kept] = rest;
                kept += 1;
            }
            carried = sum;
        }
        self.partials.truncate(kept);
        if carried.is_finite() {
            if carried != 0.0 {
                self.partials.push(carried);
            }
            return Ok(());
        }
        if item.is_finite() {
            return Err(Error::Overflow("intermediate overflow in fsum"));
        }
        if item.is_infinite() {
            self.infinite += item;
        }
        self.special += item;
        self.partials.clear();
        Ok(())
    }

    /// The sum, rounded to nearest, ties to even.
    ///
    /// # Errors
    /// `ValueError` for infinities of both signs.
    pub fn total(&self) -> Result<f64, Error> {
        if self.special != 0.0 {
            return if self.infinite.is_nan() {
                Err(Error::Value("-inf + inf in fsum".into()))
            } else {
                Ok(self.special)
            };
        }
        let mut rest = self.partials.iter().rev();
        let mut high = rest.next().copied().unwrap_or(0.0);
        let mut low = 0.0;
        for partial in rest.by_ref() {
            (high, low) = two_sum(high, *partial);
            if low != 0.0 {
                break;
            }
        }
        // Half a unit away from two floats, what lies below decides, not evenness.
        if let Some(below) = rest.next()
            && (low < 0.0) == (*below < 0.0)
            && low != 0.0
        {
            let doubled = low * 2.0;
            let rounded = high + doubled;
            if rounded - high == doubled {
                return Ok(rounded);
            }
        }
        Ok(high)
    }
}

/// The rounded sum, and what rounding left out, both exactly (Dekker's algorithm).
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let (large, small) = if a.abs() < b.abs() { (b, a) } else { (a, b) };
    let sum = large + small;
    (sum, small - (sum - large))
}
