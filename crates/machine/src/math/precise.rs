//! Exponentials, logarithms and powers to twice the precision of a float, rounded once: so they are the nearest float in all
//! but the rarest cases, as those of the C library are in nearly all.
//!
//! A number is an unevaluated sum of two floats (Dekker, "A floating-point technique for extending the available precision",
//! 1971). No fused multiplication is used, so that results are the same on every machine.

/// The natural logarithm of 2.
const LN_2: Pair = Pair(std::f64::consts::LN_2, 2.319_046_813_846_299_6e-17);
/// The logarithm of 2 to the base 10, in two parts: the first has so few digits that its products with exponents are exact.
const LOG10_2: Pair = Pair(3.010_299_956_636_117_7e-1, 3.694_239_077_158_931e-13);
/// Results of these magnitudes leave room for what is computed on the way.
const ORDINARY: std::ops::Range<f64> = 1e-280..1e280;
/// Powers by integers up to here are products.
const PRODUCTS: f64 = 64.0;
/// The argument of the series is divided by this power of 2.
const HALVINGS: i32 = 8;
/// So many terms of the series matter then.
const TERMS: u32 = 11;

#[derive(Clone, Copy)]
struct Pair(f64, f64);

/// The sum of two floats, exactly; the larger one comes first.
fn sum_of_ordered(a: f64, b: f64) -> Pair {
    let sum = a + b;
    Pair(sum, b - (sum - a))
}

fn sum_of(a: f64, b: f64) -> Pair {
    let sum = a + b;
    let part = sum - a;
    Pair(sum, (a - (sum - part)) + (b - part))
}

/// The product of two floats, exactly.
fn product_of(a: f64, b: f64) -> Pair {
    let halves = |value: f64| {
        let scaled = value * 134_217_729.0;
        let high = scaled - (scaled - value);
        (high, value - high)
    };
    let product = a * b;
    let ((a_high, a_low), (b_high, b_low)) = (halves(a), halves(b));
    let rest = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    Pair(product, rest)
}

impl Pair {
    fn plus(self, other: Self) -> Self {
        let Self(high, low) = sum_of(self.0, other.0);
        sum_of_ordered(high, low + (self.1 + other.1))
    }

    fn times(self, other: Self) -> Self {
        let Self(high, low) = product_of(self.0, other.0);
        sum_of_ordered(high, low + (self.0 * other.1 + self.1 * other.0))
    }

    fn over(self, other: Self) -> Self {
        let first = self.0 / other.0;
        let rest = self.plus(other.times(Self(-first, 0.0)));
        let second = rest.0 / other.0;
        let rest = rest.plus(other.times(Self(-second, 0.0)));
        sum_of_ordered(first, second).plus(Self(rest.0 / other.0, 0.0))
    }

    /// e to the power of it, where that is ordinary.
    fn exp(self) -> Self {
        let shift = libm::rint(self.0 / LN_2.0);
        let reduced = self.plus(LN_2.times(Self(-shift, 0.0)));
        let scale = libm::scalbn(1.0, -HALVINGS);
        let small = Self(reduced.0 * scale, reduced.1 * scale);
        let mut term = Self(1.0, 0.0);
        let mut sum = term;
        for number in 1..=TERMS {
            term = term.times(small).over(Self(f64::from(number), 0.0));
            sum = sum.plus(term);
        }
        for _ in 0..HALVINGS {
            sum = sum.times(sum);
        }
        let shift = shift as i32;
        Self(libm::scalbn(sum.0, shift), libm::scalbn(sum.1, shift))
    }
}

fn is_ordinary(value: f64) -> bool {
    ORDINARY.contains(&value.abs())
}

/// The natural logarithm of an ordinary number that is not close to 1: an approximation and what is missing.
fn log_pair(x: f64) -> Option<Pair> {
    if !is_ordinary(x) || x <= 0.0 || (x - 1.0).abs() < 1e-9 {
        return None;
    }
    let about = libm::log(x);
    let ratio = Pair(-about, 0.0).exp().times(Pair(x, 0.0));
    let rest = ratio.plus(Pair(-1.0, 0.0));
    let correction = rest.0 - rest.0 * rest.0 / 2.0 + rest.1;
    Some(sum_of_ordered(about, correction))
}

/// `exp(x)`
pub fn exp(x: f64) -> f64 {
    let about = libm::exp(x);
    if is_ordinary(about) {
        Pair(x, 0.0).exp().0
    } else {
        about
    }
}

/// `log(x)`
pub fn log(x: f64) -> f64 {
    log_pair(x).map_or_else(|| libm::log(x), |pair| pair.0)
}

/// `log2(x)`
pub fn log2(x: f64) -> f64 {
    log_pair(x).map_or_else(|| libm::log2(x), |pair| pair.over(LN_2).0)
}

/// `log10(x)`: from the logarithm of the fraction and the exponent, with the roundings that C libraries make.
pub fn log10(x: f64) -> f64 {
    if !is_ordinary(x) || x < 0.0 {
        return libm::log10(x);
    }
    let exponent = f64::from(libm::ilogb(x));
    let exponent = if exponent < 0.0 { exponent + 1.0 } else { exponent };
    let fraction = libm::scalbn(x, -(exponent as i32));
    let rest = exponent * LOG10_2.1 + std::f64::consts::LOG10_E * log(fraction);
    rest + exponent * LOG10_2.0
}

/// `pow(x, y)`
pub fn pow(x: f64, y: f64) -> f64 {
    let about = libm::pow(x, y);
    if !is_ordinary(about) || !is_ordinary(x) {
        return about;
    }
    if y.abs() <= PRODUCTS && libm::trunc(y) == y {
        return product(x, y).unwrap_or(about);
    }
    match log_pair(x.abs()) {
        Some(log) => log.times(Pair(y, 0.0)).exp().0.copysign(about),
        None => about,
    }
}

/// The power of a small integer, if all that is computed on the way is ordinary.
fn product(x: f64, y: f64) -> Option<f64> {
    let mut result = Pair(1.0, 0.0);
    let mut square = Pair(x, 0.0);
    let mut left = y.abs() as u32;
    while left > 0 {
        if left & 1 == 1 {
            result = result.times(square);
        }
        left >>= 1;
        if left > 0 {
            square = square.times(square);
        }
        if !is_ordinary(result.0) || !is_ordinary(square.0) {
            return None;
        }
    }
    Some(if y < 0.0 {
        Pair(1.0, 0.0).over(result).0
    } else {
        result.0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_exact_is_exact() {
        for exponent in -200..200 {
            let power = libm::scalbn(1.0, exponent);
            assert_eq!(pow(2.0, f64::from(exponent)), power);
            assert_eq!(log2(power), f64::from(exponent));
        }
        assert_eq!(
            (exp(0.0), log(1.0), pow(3.0, 30.0)),
            (1.0, 0.0, 205_891_132_094_649.0)
        );
        assert_eq!((log10(1000.0), log10(1e15), pow(-2.0, 3.0)), (3.0, 15.0, -8.0));
        assert_eq!((pow(2.25, 0.5), pow(2.0, -1.0)), (1.5, 0.5));
    }

    #[test]
    fn the_nearest_float_is_found() {
        assert_eq!(exp(1.0), std::f64::consts::E);
        assert_eq!(log(2.0), std::f64::consts::LN_2);
        assert_eq!(log(10.0), std::f64::consts::LN_10);
        assert_eq!(pow(2.0, 0.5), std::f64::consts::SQRT_2);
    }

    #[test]
    fn extremes_are_those_of_the_approximation() {
        assert_eq!((exp(-1e9), exp(1e9)), (0.0, f64::INFINITY));
        assert_eq!(pow(0.0, 3.0), 0.0);
        assert!(log(-1.0).is_nan());
    }
}
