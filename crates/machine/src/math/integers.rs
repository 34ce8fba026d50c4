//! `gcd`, `lcm`, `isqrt`, `factorial`, `comb` and `perm`.

use num_bigint::BigUint;
use num_integer::Integer;

use crate::int::{Error, Int};

/// `math.gcd(a, b)`; of several integers, one after the other, starting from 0.
#[must_use]
pub fn gcd(a: &Int, b: &Int) -> Int {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        return Int::from(i128::from(a.unsigned_abs().gcd(&b.unsigned_abs())));
    }
    Int::from(magnitude(a).gcd(&magnitude(b)))
}

/// `math.lcm(a, b)`; of several integers, one after the other, starting from 1.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bits`.
pub fn lcm(a: &Int, b: &Int, max_bits: u64) -> Result<Int, Error> {
    if a.is_zero() || b.is_zero() {
        return Ok(Int::ZERO);
    }
    let (a, b) = (a.abs(), b.abs());
    a.floordiv(&gcd(&a, &b))?.mul(&b, max_bits)
}

/// `math.isqrt(n)`: the integer part of the square root.
///
/// # Errors
/// `ValueError` for a negative integer.
pub fn isqrt(n: &Int) -> Result<Int, Error> {
    if n.is_negative() {
        return Err(Error::Value("isqrt() argument must be nonnegative".into()));
    }
    Ok(match n {
        Int::Small(n) => Int::Small(n.isqrt()),
        Int::Big(n) => Int::from(n.magnitude().sqrt()),
    })
}

/// `math.factorial(n)`
///
/// # Errors
/// `ValueError` for a negative integer, `OverflowError` past a machine word, [`Error::TooLarge`] past `max_bits`.
pub fn factorial(n: &Int, max_bits: u64) -> Result<Int, Error> {
    if n.is_negative() {
        return Err(Error::Value("factorial() not defined for negative values".into()));
    }
    let n = n.to_i64().ok_or(Error::Overflow(
        "factorial() argument should not exceed 9223372036854775807",
    ))?;
    let n = n.unsigned_abs();
    // Stirling: n! > (n / e)^n
    refuse_past(
        max_bits,
        n as f64 * libm::log2(n.max(3) as f64 / std::f64::consts::E),
    )?;
    bounded(product(1, n), max_bits)
}

/// `math.perm(n, k)`: the ways to choose and order; `k` is `n` if it is not given.
///
/// # Errors
/// `ValueError` for negative integers, `OverflowError` for a `k` past a machine word, [`Error::TooLarge`] past
/// `max_bits`.
pub fn perm(n: &Int, k: &Int, max_bits: u64) -> Result<Int, Error> {
    check_sign(n, k)?;
    if n < k {
        return Ok(Int::ZERO);
    }
    let k = k
        .to_i64()
        .ok_or(Error::Overflow("k must not exceed 9223372036854775807"))?;
    falling(n, k.unsigned_abs(), max_bits)
}

/// `math.comb(n, k)`: the ways to choose.
///
/// # Errors
/// `ValueError` for negative integers, `OverflowError` where both `k` and `n - k` are past a machine word,
/// [`Error::TooLarge`] past `max_bits`.
pub fn comb(n: &Int, k: &Int, max_bits: u64) -> Result<Int, Error> {
    check_sign(n, k)?;
    if n < k {
        return Ok(Int::ZERO);
    }
    let other = n.sub(k);
    let fewer = if other < *k { &other } else { k };
    let k = fewer
        .to_i64()
        .ok_or(Error::Overflow(
            "min(n - k, k) must not exceed 9223372036854775807",
        ))?
        .unsigned_abs();
    // Each of the k factors n / k, (n - 1) / (k - 1), … is at least n / k, which is at least two.
    let ratio_bits = n.bits().saturating_sub(fewer.bits()).saturating_sub(1).max(1);
    refuse_past(max_bits, k as f64 * ratio_bits as f64)?;
    bounded(choose(&magnitude(n), k), max_bits)
}

/// Choosing k is choosing j, then the others from the rest, which counts each choice of j among the k: no number on the
/// way is much longer than the result. `k` is at most `n`.
fn choose(n: &BigUint, k: u64) -> BigUint {
    const FEW: u64 = 16;
    if k <= FEW {
        let falling = (0..k).fold(BigUint::from(1_u64), |product, taken| product * (n - taken));
        return falling / product(1, k);
    }
    let j = k / 2;
    choose(n, j) * choose(&(n - j), k - j) / choose(&BigUint::from(k), j)
}

fn check_sign(n: &Int, k: &Int) -> Result<(), Error> {
    if n.is_negative() {
        return Err(Error::Value("n must be a non-negative integer".into()));
    }
    if k.is_negative() {
        return Err(Error::Value("k must be a non-negative integer".into()));
    }
    Ok(())
}

/// n · (n - 1) · … of `count` factors, which are positive.
fn falling(n: &Int, count: u64, max_bits: u64) -> Result<Int, Error> {
    let count_int = Int::from(i128::from(count));
    let last = n.sub(&count_int).add(&Int::Small(1));
    // Half of the factors are at least n / 2, and all are at least the last.
    let half_bits = (count / 2) as f64 * n.bits().saturating_sub(2) as f64;
    let least_bits = half_bits.max(count as f64 * last.bits().saturating_sub(1) as f64);
    refuse_past(max_bits, least_bits)?;
    if let (Some(first), Some(last)) = (last.to_i64(), n.to_i64()) {
        return bounded(product(first.unsigned_abs(), last.unsigned_abs()), max_bits);
    }
    let mut result = Int::Small(1);
    let mut factor = n.clone();
    for _ in 0..count {
        result = result.mul(&factor, max_bits)?;
        factor = factor.sub(&Int::Small(1));
    }
    Ok(result)
}

/// The product of a range of positive integers, by halves, so that the factors of multiplications are about equally long.
fn product(first: u64, last: u64) -> BigUint {
    if first > last {
        return BigUint::from(1_u64);
    }
    if last - first < 16 {
        return (first..=last).fold(BigUint::from(1_u64), |product, factor| product * factor);
    }
    let middle = first + (last - first) / 2;
    product(first, middle) * product(middle + 1, last)
}

/// Refuses before any work what will have at least so many bits.
fn refuse_past(max_bits: u64, least_bits: f64) -> Result<(), Error> {
    if least_bits > max_bits as f64 {
        return Err(Error::TooLarge);
    }
    Ok(())
}

fn bounded(value: BigUint, max_bits: u64) -> Result<Int, Error> {
    match Int::from(value) {
        Int::Big(value) if value.bits() > max_bits => Err(Error::TooLarge),
        value => Ok(value),
    }
}

fn magnitude(value: &Int) -> BigUint {
    match value {
        Int::Small(value) => BigUint::from(value.unsigned_abs()),
        Int::Big(value) => value.magnitude().clone(),
    }
}
