//! `bytes.hex` and `bytes.fromhex`.

use super::is_space;
use crate::text::Error;

/// `bytes.hex(separator, group)`: a separator between groups of so many bytes, counted from the right, or from the left
/// where the count is negative; none for zero. Python's default is 1.
///
/// # Errors
/// `ValueError` for a separator that is no single ASCII character.
pub fn hex(bytes: &[u8], separator: Option<&str>, group: i64) -> Result<String, Error> {
    let separator = match separator {
        None => None,
        Some(separator) => {
            let mut characters = separator.chars();
            let (Some(character), None) = (characters.next(), characters.next()) else {
                return Err(Error::Value("sep must be length 1.".into()));
            };
            if !character.is_ascii() {
                return Err(Error::Value("sep must be ASCII.".into()));
            }
            Some(character)
        }
    };
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let mut out = String::with_capacity(bytes.len().saturating_mul(3));
    for (index, byte) in bytes.iter().enumerate() {
        let counted = if group > 0 { bytes.len() - index } else { index };
        if let Some(separator) = separator
            && index > 0
            && size > 0
            && counted.is_multiple_of(size)
        {
            out.push(separator);
        }
        push(&mut out, *byte);
    }
    Ok(out)
}

/// `bytes.fromhex(text)`: pairs of digits, with ASCII white space between pairs.
///
/// # Errors
/// `ValueError` with the position of what is no digit.
pub fn from_hex(text: &str) -> Result<Vec<u8>, Error> {
    let not_a_digit = |position: usize| {
        Error::value(format!(
            "non-hexadecimal number found in fromhex() arg at position {position}"
        ))
    };
    if let Some(position) = text.chars().position(|character| !character.is_ascii()) {
        return Err(not_a_digit(position));
    }
    let digit = |position: usize| {
        let digit = text.as_bytes().get(position).copied().map(char::from);
        let value = digit.and_then(|digit| digit.to_digit(16));
        value.ok_or_else(|| not_a_digit(position))
    };
    let mut out = Vec::with_capacity(text.len() / 2);
    let mut position = 0;
    while let Some(byte) = text.as_bytes().get(position) {
        if is_space(*byte) {
            position += 1;
            continue;
        }
        out.push((digit(position)? << 4 | digit(position + 1)?) as u8);
        position += 2;
    }
    Ok(out)
}

/// Two digits.
pub(super) fn push(out: &mut String, byte: u8) {
    for digit in [byte >> 4, byte & 15] {
        out.extend(char::from_digit(u32::from(digit), 16));
    }
}
