//! `ljust`, `rjust`, `center`, `zfill` and `expandtabs`: strings made longer.

use super::Error;
use super::search::length;

/// `text.ljust(width, fill)`
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn ljust(text: &str, width: i64, fill: char, max_bytes: usize) -> Result<String, Error> {
    pad(text, 0, missing(text, width), fill, max_bytes)
}

/// `text.rjust(width, fill)`
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn rjust(text: &str, width: i64, fill: char, max_bytes: usize) -> Result<String, Error> {
    pad(text, missing(text, width), 0, fill, max_bytes)
}

/// `text.center(width, fill)`: the odd place goes to the left in a field of odd width, else to the right.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn center(text: &str, width: i64, fill: char, max_bytes: usize) -> Result<String, Error> {
    let missing = missing(text, width);
    let left = missing / 2 + (missing & width.unsigned_abs() & 1);
    pad(text, left, missing - left, fill, max_bytes)
}

/// `text.zfill(width)`: zeros behind the sign.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn zfill(text: &str, width: i64, max_bytes: usize) -> Result<String, Error> {
    let (sign, digits) = text.split_at(usize::from(text.starts_with(['+', '-'])));
    let padded = pad(
        digits,
        missing(text, width),
        0,
        '0',
        max_bytes.saturating_sub(sign.len()),
    )?;
    Ok([sign, &padded].concat())
}

/// `text.expandtabs(size)`: a size of zero or less removes them.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn expand_tabs(text: &str, size: i64, max_bytes: usize) -> Result<String, Error> {
    let size = u64::try_from(size).unwrap_or(0);
    let mut out = String::with_capacity(text.len().min(max_bytes));
    let mut column = 0_u64;
    for character in text.chars() {
        let added = match character {
            '\t' if size > 0 => size - column % size,
            '\t' => 0,
            _ => 1,
        };
        let bytes = added.saturating_mul(character.len_utf8() as u64);
        if bytes.saturating_add(out.len() as u64) > max_bytes as u64 {
            return Err(Error::TooLarge);
        }
        match character {
            '\t' => out.extend((0..added).map(|_| ' ')),
            _ => out.push(character),
        }
        column = match character {
            '\n' | '\r' => 0,
            _ => column + added,
        };
    }
    Ok(out)
}

fn missing(text: &str, width: i64) -> u64 {
    u64::try_from(width)
        .unwrap_or(0)
        .saturating_sub(length(text) as u64)
}

fn pad(text: &str, left: u64, right: u64, fill: char, max_bytes: usize) -> Result<String, Error> {
    let padding = (left + right).saturating_mul(fill.len_utf8() as u64);
    let bytes = usize::try_from(padding.saturating_add(text.len() as u64));
    let Some(bytes) = bytes.ok().filter(|bytes| *bytes <= max_bytes) else {
        return Err(Error::TooLarge);
    };
    let mut out = String::with_capacity(bytes);
    out.extend((0..left).map(|_| fill));
    out.push_str(text);
    out.extend((0..right).map(|_| fill));
    Ok(out)
}
