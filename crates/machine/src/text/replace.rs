//! `replace`, `translate`, `maketrans` and `join`: strings put together from others.

use super::Error;

/// What a translation makes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Translated<'a> {
    /// The character stays.
    Same,
    /// It is dropped.
    Nothing,
    /// This stands in its place.
    Text(&'a str),
}

/// `text.replace(old, new, most)`; without `most`, or a negative one, all are replaced. An empty `old` is between all
/// characters and at both ends.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn replace(
    text: &str,
    old: &str,
    new: &str,
    most: Option<usize>,
    max_bytes: usize,
) -> Result<String, Error> {
    let most = most.unwrap_or(usize::MAX);
    let single = match old.as_bytes() {
        [byte] => Some(*byte),
        _ => None,
    };
    let count = match single {
        Some(byte) => text.bytes().filter(|each| *each == byte).take(most).count(),
        None => text.matches(old).take(most).count(),
    };
    let kept = text.len() - count * old.len();
    let length = count
        .checked_mul(new.len())
        .and_then(|added| added.checked_add(kept));
    if length.is_none_or(|length| length > max_bytes) {
        return Err(Error::TooLarge);
    }
    // A character is found faster than a text.
    Ok(match single {
        Some(byte) => text.replacen(char::from(byte), new, count),
        None => text.replacen(old, new, count),
    })
}

/// `text.translate(table)`, the table being asked about each character in order.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn translate<'a>(
    text: &str,
    mut table: impl FnMut(char) -> Translated<'a>,
    max_bytes: usize,
) -> Result<String, Error> {
    let mut out = String::with_capacity(text.len().min(max_bytes));
    for character in text.chars() {
        match table(character) {
            Translated::Same => out.push(character),
            Translated::Nothing => {}
            Translated::Text(text) if text.len() > max_bytes => return Err(Error::TooLarge),
            Translated::Text(text) => out.push_str(text),
        }
        if out.len() > max_bytes {
            return Err(Error::TooLarge);
        }
    }
    Ok(out)
}

/// The entries of `str.maketrans(from, to, dropped)` in the order in which they go into the dict, later ones over
/// earlier ones.
///
/// # Errors
/// `ValueError` when `from` and `to` differ in length.
pub fn make_translation(from: &str, to: &str, dropped: &str) -> Result<Vec<(char, Option<char>)>, Error> {
    let (mut from, mut to) = (from.chars(), to.chars());
    let mut entries = Vec::new();
    loop {
        match (from.next(), to.next()) {
            (Some(from), Some(to)) => entries.push((from, Some(to))),
            (None, None) => break,
            _ => {
                return Err(Error::Value(
                    "the first two maketrans arguments must have equal length".into(),
                ));
            }
        }
    }
    entries.extend(dropped.chars().map(|character| (character, None)));
    Ok(entries)
}

/// `separator.join(parts)`
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn join<T: AsRef<str>>(separator: &str, parts: &[T], max_bytes: usize) -> Result<String, Error> {
    let mut length = separator.len().checked_mul(parts.len().saturating_sub(1));
    for part in parts {
        length = length.and_then(|length| length.checked_add(part.as_ref().len()));
    }
    let Some(length) = length.filter(|length| *length <= max_bytes) else {
        return Err(Error::TooLarge);
    };
    let mut out = String::with_capacity(length);
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        out.push_str(part.as_ref());
    }
    Ok(out)
}

/// `text * count`, nothing for a negative count.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn repeat(text: &str, count: i64, max_bytes: usize) -> Result<String, Error> {
    let count = usize::try_from(count.max(0)).map_err(|_| Error::TooLarge)?;
    match text.len().checked_mul(count) {
        Some(length) if length <= max_bytes => Ok(text.repeat(count)),
        _ => Err(Error::TooLarge),
    }
}
