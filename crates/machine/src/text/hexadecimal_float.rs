//! `float.hex` and `float.fromhex`.

use super::Error;

const FRACTION_BITS: u32 = 52;
/// The exponent of the last bit of the smallest float.
const LAST_EXPONENT: i64 = -1074;
/// Bits that are read exactly; what follows only says whether there is more.
const KEPT_DIGITS: usize = 15;

/// `value.hex()`
#[must_use]
pub fn hex(value: f64) -> String {
    if !value.is_finite() {
        return super::float_repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = value.to_bits();
    let fraction = bits & ((1 << FRACTION_BITS) - 1);
    let biased = (bits >> FRACTION_BITS & 0x7ff) as i64;
    let (whole, exponent) = if biased == 0 {
        (0, -1022)
    } else {
        (1, biased - 1023)
    };
    format!("{sign}0x{whole}.{fraction:013x}p{exponent:+}")
}

/// `float.fromhex(text)`, rounded to nearest, ties to even.
///
/// # Errors
/// `ValueError` for what is no such number, `OverflowError` for one that is too large.
pub fn from_hex(text: &str) -> Result<f64, Error> {
    let invalid = || Error::value("invalid hexadecimal floating-point string".to_owned());
    let trimmed = text.trim_matches([' ', '\t', '\n', '\x0b', '\x0c', '\r']);
    let (is_negative, unsigned) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let magnitude = match unsigned.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        lower => {
            let lower = lower.strip_prefix("0x").unwrap_or(lower);
            let (number, exponent) = match lower.split_once('p') {
                Some((number, exponent)) => (number, saturating(exponent).ok_or_else(invalid)?),
                None => (lower, 0),
            };
            let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
            let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
            if whole.len() + fraction.len() == 0 || !is_digits(whole) || !is_digits(fraction) {
                return Err(invalid());
            }
            rounded(whole, fraction, exponent).ok_or(Error::Overflow(
                "hexadecimal value too large to represent as a float",
            ))?
        }
    };
    Ok(if is_negative { -magnitude } else { magnitude })
}

/// An exponent, at the nearest end of the range where it is outside it.
fn saturating(text: &str) -> Option<i64> {
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // What is out of range for exponents is far out of range for floats, however long the digits before it.
    const FAR: i64 = 1 << 60;
    let magnitude = digits.parse().map_or(FAR, |magnitude: i64| magnitude.min(FAR));
    Some(if is_negative { -magnitude } else { magnitude })
}

/// `whole.fraction · 2^exponent`; `None` when that is too large.
fn rounded(whole: &str, fraction: &str, exponent: i64) -> Option<f64> {
    let digits = || whole.bytes().chain(fraction.bytes());
    let zeros = digits().take_while(|digit| *digit == b'0').count();
    let mut mantissa = 0_u64;
    let mut has_rest = false;
    let mut read = 0_usize;
    for digit in digits().skip(zeros) {
        let value = char::from(digit).to_digit(16).map_or(0, u64::from);
        if read < KEPT_DIGITS {
            mantissa = mantissa << 4 | value;
            read += 1;
        } else {
            has_rest |= value != 0;
        }
    }
    if mantissa == 0 {
        return Some(0.0);
    }
    // The last digit that was read stands so many places before the point.
    let places = whole.len() as i64 - zeros as i64 - read as i64;
    let exponent = exponent.saturating_add(places.saturating_mul(4));
    let bits = i64::from(u64::BITS - mantissa.leading_zeros());
    if exponent.saturating_add(bits) > 1024 {
        return None;
    }
    let last = exponent
        .saturating_add(bits - i64::from(FRACTION_BITS) - 1)
        .max(LAST_EXPONENT);
    let dropped = last.saturating_sub(exponent);
    let kept = match dropped {
        ..=0 => mantissa << dropped.unsigned_abs().min(63),
        1..=63 => {
            let half = 1_u64 << (dropped - 1);
            let rest = mantissa & ((half << 1) - 1);
            let kept = mantissa >> dropped;
            let is_up = rest > half || rest == half && (has_rest || kept & 1 == 1);
            kept + u64::from(is_up)
        }
        _ => 0,
    };
    let value = libm::ldexp(kept as f64, last as i32);
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_and_reads() {
        for value in [
            0.0,
            -0.0,
            1.0,
            -1.5,
            0.1,
            1e308,
            f64::MIN_POSITIVE,
            5e-324,
            f64::MAX,
            2.0_f64.powi(-1073) * 3.0,
        ] {
            assert_eq!(
                from_hex(&hex(value)).unwrap().to_bits(),
                value.to_bits(),
                "{value:e}"
            );
        }
        assert_eq!(hex(0.1), "0x1.999999999999ap-4");
        assert_eq!(hex(5e-324), "0x0.0000000000001p-1022");
        assert_eq!(from_hex(" 0x.8p1 ").unwrap(), 1.0);
        assert_eq!(from_hex("ff").unwrap(), 255.0);
        assert_eq!(from_hex("0x1.00000000000008p0").unwrap(), 1.0);
        assert_eq!(
            from_hex("0x1.000000000000080000001p0").unwrap(),
            1.0 + f64::EPSILON
        );
        assert_eq!(from_hex("0x1p-1075").unwrap(), 0.0);
        assert_eq!(from_hex("0x1.8p-1075").unwrap(), 5e-324);
        assert_eq!(from_hex("0x1p-99999999999999999999").unwrap(), 0.0);
        assert!(from_hex("0x1p1024").is_err());
        assert!(from_hex("0x1.fffffffffffff8p1023").is_err());
        assert!(from_hex("0x").is_err() && from_hex("0x1p").is_err() && from_hex("x").is_err());
    }
}
