//! Where a number lies on an axis.

use super::ticks;

/// An axis: from where to where it goes, and which numbers stand at it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scale {
    is_log: bool,
    from: f64,
    to: f64,
    ticks: Vec<f64>,
}

/// Steps between numbers at an axis, at most.
const STEPS: usize = 5;

/// Nearer to each other than this part of the axis, two numbers below it would touch.
const NEAR: f64 = 0.09;

impl Scale {
    /// An axis for figures: it begins at 0 unless there is something below, and ends at a round number. None if there is no figure
    /// that has a place on it.
    pub(crate) fn of_figures(values: impl Iterator<Item = f64>, is_log: bool) -> Option<Self> {
        let (least, most) = ends(values, is_log)?;
        if is_log {
            let (from, to) = (ticks::around(least).0, ticks::around(most).1);
            let (from, to) = if from < to {
                (from, to)
            } else {
                (from / 2.0, to * 2.0)
            };
            let ticks = ticks::logarithmic(from, to, STEPS + 1);
            return Some(Self {
                is_log,
                from,
                to,
                ticks,
            });
        }
        let from = if least < 0.0 {
            -ticks::above(-least, STEPS)
        } else {
            0.0
        };
        let to = if most > 0.0 {
            ticks::above(most, STEPS)
        } else {
            0.0
        };
        let to = if from < to { to } else { 1.0 };
        let ticks = ticks::linear(from, to, STEPS);
        Some(Self {
            is_log,
            from,
            to,
            ticks,
        })
    }

    /// An axis from the first to the last of the values that a sweep takes. It bears these values, as far as there is room.
    pub(crate) fn of_values(values: &[f64], is_log: bool) -> Option<Self> {
        let (from, to) = ends(values.iter().copied(), is_log)?;
        let (from, to) = match (from < to, is_log) {
            (true, _) => (from, to),
            (false, true) => (from / 2.0, to * 2.0),
            (false, false) => (from - 1.0, to + 1.0),
        };
        let mut scale = Self {
            is_log,
            from,
            to,
            ticks: Vec::new(),
        };
        scale.ticks = scale.apart(values);
        Some(scale)
    }

    /// Those values that are far enough from the ones before; the last one is among them.
    fn apart(&self, values: &[f64]) -> Vec<f64> {
        let mut kept: Vec<(f64, f64)> = Vec::new();
        for value in values {
            let Some(part) = self.part(*value) else { continue };
            match kept.last() {
                Some((_, last)) if part - last < NEAR && part < 1.0 => {}
                Some((_, last)) if part - last < NEAR => {
                    kept.pop();
                    kept.push((*value, part));
                }
                _ => kept.push((*value, part)),
            }
        }
        kept.into_iter().map(|(value, _)| value).collect()
    }

    /// Where a number lies, from 0 to 1; none if it has no place, as 0 has none on a logarithmic axis.
    pub(crate) fn part(&self, value: f64) -> Option<f64> {
        let place = |value: f64| if self.is_log { value.log10() } else { value };
        let part = (place(value) - place(self.from)) / (place(self.to) - place(self.from));
        (part.is_finite() && (-1e-9..=1.0 + 1e-9).contains(&part)).then_some(part.clamp(0.0, 1.0))
    }

    /// The numbers that stand at the axis.
    pub(crate) fn ticks(&self) -> &[f64] {
        &self.ticks
    }
}

/// The least and the greatest of those numbers that have a place on an axis.
fn ends(values: impl Iterator<Item = f64>, is_log: bool) -> Option<(f64, f64)> {
    values
        .filter(|value| value.is_finite() && (!is_log || *value > 0.0))
        .fold(None, |ends, value| {
            let (least, most) = ends.unwrap_or((value, value));
            Some((least.min(value), most.max(value)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(values: &[f64], is_log: bool) -> Option<Scale> {
        Scale::of_figures(values.iter().copied(), is_log)
    }

    #[test]
    fn figures_are_shown_from_zero_to_a_round_number() {
        let scale = figures(&[0.31, 0.83], false).expect("figures");
        assert_eq!((scale.from, scale.to), (0.0, 1.0));
        assert_eq!(scale.part(0.5), Some(0.5));
        let below = figures(&[-3.0, 1.0], false).expect("figures");
        assert!(below.part(-3.0).is_some() && below.from < 0.0);
        let nothing = figures(&[0.0, 0.0], false).expect("figures");
        assert_eq!(nothing.part(0.0), Some(0.0));
    }

    /// A logarithm of 0 would send a point to infinity, and the axis with it.
    #[test]
    fn what_has_no_logarithm_has_no_place() {
        let scale = figures(&[0.0, 0.02, 3.0, f64::NAN], true).expect("figures");
        assert_eq!((scale.from, scale.to), (0.02, 5.0));
        assert_eq!(scale.part(0.0), None);
        assert_eq!(scale.part(-1.0), None);
        let middle = scale.part((0.02f64 * 5.0).sqrt()).expect("within");
        assert!((middle - 0.5).abs() < 1e-12);
        assert_eq!(figures(&[0.0, -1.0], true), None);
        assert_eq!(figures(&[], false), None);
        let single = figures(&[100.0], true).expect("a figure");
        assert_eq!(single.part(100.0), Some(0.5));
    }

    #[test]
    fn an_axis_bears_the_values_of_the_sweep_unless_they_would_touch() {
        let powers = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0];
        let log = Scale::of_values(&powers, true).expect("values");
        assert_eq!(log.ticks(), powers);
        let linear = Scale::of_values(&powers, false).expect("values");
        assert_eq!(linear.ticks(), [1.0, 8.0, 16.0, 32.0, 64.0]);
        assert_eq!(linear.part(64.0), Some(1.0));
        let crowded = Scale::of_values(&[0.0, 99.0, 100.0], false).expect("values");
        assert_eq!(crowded.ticks(), [0.0, 100.0]);
        let one = Scale::of_values(&[3.0], false).expect("a value");
        assert_eq!(one.part(3.0), Some(0.5));
    }
}
