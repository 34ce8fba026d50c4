//! `int("…")` and `float("…")`.

use std::borrow::Cow;
use std::iter;

use num_bigint::BigUint;
use num_traits::Num;

use super::Error;
use super::character::{decimal_digit, is_space};
use super::quote::str_repr;
use crate::int::{Int, MAX_STR_DIGITS};

/// `int(text, base)`. The base is 2 to 36, or 0 to take it from the text's prefix as in source code.
///
/// # Errors
/// `ValueError` for a base that does not exist, for what is not a number in that base, and, in bases that are no
/// powers of two, for more than [`MAX_STR_DIGITS`] digits.
pub fn parse_int(text: &str, base: i64) -> Result<Int, Error> {
    let Some(given_base) = u32::try_from(base).ok().filter(|base| matches!(base, 0 | 2..=36)) else {
        return Err(Error::Value("int() base must be >= 2 and <= 36, or 0".into()));
    };
    let invalid = || {
        let shown: String = str_repr(text).chars().take(200).collect();
        Error::value(format!("invalid literal for int() with base {base}: {shown}"))
    };
    let ascii = to_ascii(text);
    let (is_negative, unsigned) = split_sign(trim_c_spaces(&ascii));
    let (base, body) = split_prefix(unsigned, given_base);
    // In source code a decimal number that starts with zero is zero.
    let must_be_zero = given_base == 0 && base == 10 && body.starts_with('0');
    let end = body
        .find(|character: char| character != '_' && !character.is_digit(base))
        .unwrap_or(body.len());
    let (written, junk) = body.split_at(end);
    if written.is_empty() || written.starts_with('_') || written.ends_with('_') || written.contains("__") {
        return Err(invalid());
    }
    let digits = written.replace('_', "");
    if !base.is_power_of_two() && digits.len() > MAX_STR_DIGITS {
        let count = digits.len();
        return Err(Error::value(format!(
            "Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion: value has {count} digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    if !junk.is_empty() {
        return Err(invalid());
    }
    let magnitude = match i64::from_str_radix(&digits, base) {
        Ok(small) => Int::from(small),
        Err(_) => BigUint::from_str_radix(&digits, base)
            .map(Int::from)
            .map_err(|_| invalid())?,
    };
    if must_be_zero && !magnitude.is_zero() {
        return Err(invalid());
    }
    Ok(if is_negative { magnitude.neg() } else { magnitude })
}

/// `float(text)`, correctly rounded.
///
/// # Errors
/// `ValueError` for what is not a number.
pub fn parse_float(text: &str) -> Result<f64, Error> {
    let ascii = to_ascii(text);
    let value = without_underscores(trim_c_spaces(&ascii)).and_then(|number| read_float(&number));
    value.ok_or_else(|| Error::value(format!("could not convert string to float: {}", str_repr(text))))
}

/// Digits of all scripts as ASCII digits and spaces of all kinds as spaces, as `_PyUnicode_TransformDecimalAndSpaceToASCII`
/// makes them: text that is ASCII already stays as it is. Any other character becomes one that no number has.
fn to_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let converted = text.chars().map(|character| match decimal_digit(character) {
        _ if character.is_ascii() => character,
        Some(digit) => char::from(b'0' + digit),
        None if is_space(character) => ' ',
        None => '?',
    });
    Cow::Owned(converted.collect())
}

/// Without what C's `isspace` takes for space at both ends.
fn trim_c_spaces(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n', '\x0b', '\x0c', '\r'])
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The base, and the text behind `0x`, `0o` or `0b` where that is the prefix of a base that was asked for. One
/// underscore may follow a prefix.
fn split_prefix(text: &str, base: u32) -> (u32, &str) {
    let prefixed = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    if prefixed == 0 || (base != 0 && base != prefixed) {
        return (if base == 0 { 10 } else { base }, text);
    }
    let body = &text[2..];
    (prefixed, body.strip_prefix('_').unwrap_or(body))
}

/// The number without its underscores; `None` where one does not stand between digits.
fn without_underscores(number: &str) -> Option<Cow<'_, str>> {
    if !number.contains('_') {
        return Some(Cow::Borrowed(number));
    }
    let bytes = number.as_bytes();
    let before = iter::once(&b' ').chain(bytes);
    let after = bytes.iter().skip(1).chain(iter::once(&b' '));
    let mut neighbours = bytes.iter().zip(before.zip(after));
    let is_well_placed = neighbours
        .all(|(byte, (before, after))| *byte != b'_' || (before.is_ascii_digit() && after.is_ascii_digit()));
    is_well_placed.then(|| Cow::Owned(number.replace('_', "")))
}

/// Rust's grammar of floats is Python's. Its reader saturates exponents at five digits or so, which a mantissa as long
/// could offset; so the number is brought to a mantissa below one first, where such an exponent means zero or infinity.
fn read_float(number: &str) -> Option<f64> {
    let (mantissa, exponent) = match number.find(['e', 'E']) {
        Some(at) if number.len() > 400 => (&number[..at], saturating_exponent(&number[at + 1..])?),
        None if number.len() > 400 => (number, 0),
        _ => return number.parse().ok(),
    };
    let (is_negative, magnitude) = split_sign(mantissa);
    let (whole, fraction) = magnitude.split_once('.').unwrap_or((magnitude, ""));
    let all = [whole, fraction].concat();
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant = all.trim_start_matches('0');
    let leading_zeros = all.len() - significant.len();
    let point = exponent
        .saturating_add(whole.len() as i64)
        .saturating_sub(leading_zeros as i64);
    // From 0.1 · 10^point to 10^point: infinite past 10^309, zero below 10^-324.
    let value = format!("0.{significant}0e{}", point.clamp(-999, 999))
        .parse::<f64>()
        .ok()?;
    Some(if is_negative { -value } else { value })
}

/// The digits after `e` as a number, at the nearest end of the range where they are outside it.
fn saturating_exponent(text: &str) -> Option<i64> {
    let (is_negative, digits) = split_sign(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // The zero keeps the text from becoming empty; what remains unreadable is too long.
    let magnitude = format!("0{}", digits.trim_start_matches('0'))
        .parse()
        .unwrap_or(i64::MAX);
    Some(if is_negative { -magnitude } else { magnitude })
}
