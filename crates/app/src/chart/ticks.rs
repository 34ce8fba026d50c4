//! Round numbers on an axis.

/// Round numbers from `from` to `to`, at most `most` steps apart: multiples of 1, 2 or 5 times a power of ten.
pub(super) fn linear(from: f64, to: f64, most: usize) -> Vec<f64> {
    let step = step(to - from, most);
    // A hair more, so that rounding does not lose an end.
    let first = (from / step - 1e-9).ceil() as i64;
    let last = (to / step + 1e-9).floor() as i64;
    (first..=last).map(|index| multiple(index, step)).collect()
}

/// The smallest round number that fits into `range` at most `most` times.
fn step(range: f64, most: usize) -> f64 {
    let rough = range / most.max(1) as f64;
    let power = 10f64.powf(rough.log10().floor());
    let factors = [1.0, 2.0, 5.0, 10.0];
    let fits = |factor: &&f64| **factor * power >= rough * (1.0 - 1e-9);
    factors.iter().find(fits).unwrap_or(&10.0) * power
}

/// `index * step` without the rounding of a step below 1: three steps of 0.1 are 0.3.
fn multiple(index: i64, step: f64) -> f64 {
    if step < 1.0 {
        index as f64 / (1.0 / step).round()
    } else {
        index as f64 * step
    }
}

/// The round number at or above `value`, as far from 0 as ticks of `linear(0, value, most)` would be apart.
pub(super) fn above(value: f64, most: usize) -> f64 {
    let step = step(value, most);
    multiple((value / step - 1e-9).ceil() as i64, step)
}

/// Numbers of an axis that is logarithmic, from `from` to `to`: 1, 2 and 5 times powers of ten where there is room, else
/// powers of ten, or every second, third, ... of them.
pub(super) fn logarithmic(from: f64, to: f64, most: usize) -> Vec<f64> {
    let (first, last) = (exponent(from), exponent(to) + 1);
    let within = |value: &f64| *value >= from * (1.0 - 1e-9) && *value <= to * (1.0 + 1e-9);
    let of = |factors: &[f64], every: usize| -> Vec<f64> {
        let powers = (first..=last).step_by(every);
        powers
            .flat_map(|power| factors.iter().map(move |factor| decimal(*factor, power)))
            .filter(within)
            .collect()
    };
    let fine = of(&[1.0, 2.0, 5.0], 1);
    if fine.len() <= most {
        return fine;
    }
    (1..)
        .map(|every| of(&[1.0], every))
        .find(|ticks| ticks.len() <= most)
        .unwrap_or_default()
}

/// The power of ten at or below a positive number.
fn exponent(value: f64) -> i32 {
    (value.log10() + 1e-9).floor() as i32
}

/// `factor` times a power of ten, as the decimal number is written: 2e-7 and not 1.9999999999999999e-7.
fn decimal(factor: f64, power: i32) -> f64 {
    if power < 0 {
        factor / 10f64.powi(-power)
    } else {
        factor * 10f64.powi(power)
    }
}

/// The nearest 1, 2 or 5 times a power of ten at or below a positive number, and at or above it.
pub(super) fn around(value: f64) -> (f64, f64) {
    let power = exponent(value);
    let steps = [1.0, 2.0, 5.0, 10.0].map(|factor| decimal(factor, power));
    let below = steps.iter().rev().find(|step| **step <= value * (1.0 + 1e-9));
    let above = steps.iter().find(|step| **step >= value * (1.0 - 1e-9));
    (*below.unwrap_or(&steps[0]), *above.unwrap_or(&steps[3]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linear_ticks_are_round_and_not_too_many() {
        let cases: [(f64, f64, &[f64]); 5] = [
            (0.0, 1.0, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (0.0, 0.3, &[0.0, 0.1, 0.2, 0.3]),
            (1.0, 64.0, &[20.0, 40.0, 60.0]),
            (-4.0, 4.0, &[-4.0, -2.0, 0.0, 2.0, 4.0]),
            (0.0, 2e-6, &[0.0, 5e-7, 1e-6, 1.5e-6, 2e-6]),
        ];
        for (from, to, ticks) in cases {
            assert_eq!(linear(from, to, 5), ticks, "{from} to {to}");
        }
    }

    #[test]
    fn logarithmic_ticks_thin_out_over_many_decades() {
        assert_eq!(logarithmic(1.0, 20.0, 6), [1.0, 2.0, 5.0, 10.0, 20.0]);
        assert_eq!(logarithmic(0.001, 10.0, 6), [0.001, 0.01, 0.1, 1.0, 10.0]);
        assert_eq!(logarithmic(1e-9, 1e3, 6).len(), 5);
        assert_eq!(logarithmic(2e-7, 5e-7, 6), [2e-7, 5e-7]);
    }

    #[test]
    fn round_numbers_around_a_value() {
        assert_eq!(around(3.0), (2.0, 5.0));
        assert_eq!(around(0.07), (0.05, 0.1));
        assert_eq!(around(100.0), (100.0, 100.0));
        assert_eq!(above(0.83, 5), 1.0);
        assert_eq!(above(20.0, 5), 20.0);
        assert_eq!(above(21.0, 5), 25.0);
    }
}
