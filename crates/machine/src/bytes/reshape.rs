//! `replace`, `translate`, `ljust`, `zfill`, `title` and the like: bytes made from others.

use memchr::memmem;

use crate::text::Error;

/// `bytes.replace(old, new, most)`, as [`crate::text::replace::replace`].
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn replace(
    bytes: &[u8],
    old: &[u8],
    new: &[u8],
    most: Option<usize>,
    max_bytes: usize,
) -> Result<Vec<u8>, Error> {
    let found = || memmem::find_iter(bytes, old).take(most.unwrap_or(usize::MAX));
    let count = found().count();
    let kept = bytes.len() - count * old.len();
    let length = count
        .checked_mul(new.len())
        .and_then(|added| added.checked_add(kept));
    let mut out = with_room(length, max_bytes)?;
    let mut start = 0;
    for at in found() {
        out.extend_from_slice(&bytes[start..at]);
        out.extend_from_slice(new);
        start = at + old.len();
    }
    out.extend_from_slice(&bytes[start..]);
    Ok(out)
}

/// `bytes.translate(table, dropped)`
///
/// # Errors
/// `ValueError` for a table that has not 256 bytes.
pub fn translate(bytes: &[u8], table: Option<&[u8]>, dropped: &[u8]) -> Result<Vec<u8>, Error> {
    if table.is_some_and(|table| table.len() != 256) {
        return Err(Error::Value(
            "translation table must be 256 characters long".into(),
        ));
    }
    let kept = bytes.iter().filter(|byte| !dropped.contains(byte));
    Ok(kept
        .map(|byte| table.map_or(*byte, |table| table[usize::from(*byte)]))
        .collect())
}

/// `bytes.maketrans(from, to)`
///
/// # Errors
/// `ValueError` when the two differ in length.
pub fn make_translation(from: &[u8], to: &[u8]) -> Result<[u8; 256], Error> {
    if from.len() != to.len() {
        return Err(Error::Value("maketrans arguments must have same length".into()));
    }
    let mut table = std::array::from_fn(|byte| byte as u8);
    for (from, to) in from.iter().zip(to) {
        table[usize::from(*from)] = *to;
    }
    Ok(table)
}

/// `separator.join(parts)`
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn join<T: AsRef<[u8]>>(separator: &[u8], parts: &[T], max_bytes: usize) -> Result<Vec<u8>, Error> {
    let mut length = separator.len().checked_mul(parts.len().saturating_sub(1));
    for part in parts {
        length = length.and_then(|length| length.checked_add(part.as_ref().len()));
    }
    let mut out = with_room(length, max_bytes)?;
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.extend_from_slice(separator);
        }
        out.extend_from_slice(part.as_ref());
    }
    Ok(out)
}

/// `bytes * count`, nothing for a negative count.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn repeat(bytes: &[u8], count: i64, max_bytes: usize) -> Result<Vec<u8>, Error> {
    let count = usize::try_from(count.max(0)).map_err(|_| Error::TooLarge)?;
    with_room(bytes.len().checked_mul(count), max_bytes)?;
    Ok(bytes.repeat(count))
}

/// `bytes.ljust(width, fill)`
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn ljust(bytes: &[u8], width: i64, fill: u8, max_bytes: usize) -> Result<Vec<u8>, Error> {
    pad(bytes, width, fill, max_bytes, |_| 0)
}

/// `bytes.rjust(width, fill)`
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn rjust(bytes: &[u8], width: i64, fill: u8, max_bytes: usize) -> Result<Vec<u8>, Error> {
    pad(bytes, width, fill, max_bytes, |missing| missing)
}

/// `bytes.center(width, fill)`: the odd place goes to the left in a field of odd width, else to the right.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn center(bytes: &[u8], width: i64, fill: u8, max_bytes: usize) -> Result<Vec<u8>, Error> {
    let is_odd = width & 1 != 0;
    pad(bytes, width, fill, max_bytes, |missing| {
        missing / 2 + usize::from(is_odd && !missing.is_multiple_of(2))
    })
}

/// `bytes.zfill(width)`: zeros behind the sign.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn zfill(bytes: &[u8], width: i64, max_bytes: usize) -> Result<Vec<u8>, Error> {
    let mut out = rjust(bytes, width, b'0', max_bytes)?;
    if let Some(sign @ (b'+' | b'-')) = bytes.first().copied() {
        let at = out.len() - bytes.len();
        out[at] = b'0';
        out[0] = sign;
    }
    Ok(out)
}

/// `bytes.expandtabs(size)`: a size of zero or less removes them.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn expand_tabs(bytes: &[u8], size: i64, max_bytes: usize) -> Result<Vec<u8>, Error> {
    let size = u64::try_from(size).unwrap_or(0);
    let mut out = Vec::with_capacity(bytes.len().min(max_bytes));
    let mut column = 0_u64;
    for byte in bytes {
        let added = match byte {
            b'\t' if size > 0 => size - column % size,
            b'\t' => 0,
            _ => 1,
        };
        if added.saturating_add(out.len() as u64) > max_bytes as u64 {
            return Err(Error::TooLarge);
        }
        let written = if *byte == b'\t' { b' ' } else { *byte };
        out.extend((0..added).map(|_| written));
        column = match byte {
            b'\n' | b'\r' => 0,
            _ => column + added,
        };
    }
    Ok(out)
}

/// `bytes.swapcase()`
#[must_use]
pub fn swapcase(bytes: &[u8]) -> Vec<u8> {
    let swapped = |byte: &u8| match byte {
        b'a'..=b'z' => byte.to_ascii_uppercase(),
        _ => byte.to_ascii_lowercase(),
    };
    bytes.iter().map(swapped).collect()
}

/// `bytes.capitalize()`
#[must_use]
pub fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

/// `bytes.title()`: a capital at every beginning of a run of letters.
#[must_use]
pub fn title(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    let mut is_inside = false;
    for byte in &mut out {
        if !is_inside {
            byte.make_ascii_uppercase();
        }
        is_inside = byte.is_ascii_alphabetic();
    }
    out
}

/// Pads to the width; `share` says how much of what is missing goes to the left.
fn pad(
    bytes: &[u8],
    width: i64,
    fill: u8,
    max_bytes: usize,
    share: impl Fn(usize) -> usize,
) -> Result<Vec<u8>, Error> {
    let width = usize::try_from(width.max(0)).map_err(|_| Error::TooLarge)?;
    let missing = width.saturating_sub(bytes.len());
    let mut out = with_room(bytes.len().checked_add(missing), max_bytes)?;
    let left = share(missing);
    out.resize(left, fill);
    out.extend_from_slice(bytes);
    out.resize(bytes.len() + missing, fill);
    Ok(out)
}

fn with_room(length: Option<usize>, max_bytes: usize) -> Result<Vec<u8>, Error> {
    match length {
        Some(length) if length <= max_bytes => Ok(Vec::with_capacity(length)),
        _ => Err(Error::TooLarge),
    }
}
