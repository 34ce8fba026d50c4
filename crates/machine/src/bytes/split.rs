//! `split`, `splitlines`, `partition`, `strip`: parts of bytes. Counts and separators as in [`crate::text::split`].

use memchr::memmem;

use super::is_space;

/// `bytes.split(None, most)`
#[must_use]
pub fn split_spaces(bytes: &[u8], most: Option<usize>) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = lstrip(bytes, None);
    while !rest.is_empty() {
        if Some(parts.len()) == most {
            parts.push(rest);
            break;
        }
        let end = rest.iter().position(|byte| is_space(*byte));
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(part);
        rest = lstrip(after, None);
    }
    parts
}

/// `bytes.rsplit(None, most)`
#[must_use]
pub fn rsplit_spaces(bytes: &[u8], most: Option<usize>) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = rstrip(bytes, None);
    while !rest.is_empty() {
        if Some(parts.len()) == most {
            parts.push(rest);
            break;
        }
        let space = rest.iter().rposition(|byte| is_space(*byte));
        let (before, part) = rest.split_at(space.map_or(0, |at| at + 1));
        parts.push(part);
        rest = rstrip(before, None);
    }
    parts.reverse();
    parts
}

/// `bytes.split(separator, most)` with a separator that is not empty.
#[must_use]
pub fn split<'a>(bytes: &'a [u8], separator: &[u8], most: Option<usize>) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut start = 0;
    for at in memmem::find_iter(bytes, separator).take(most.unwrap_or(usize::MAX)) {
        parts.push(&bytes[start..at]);
        start = at + separator.len();
    }
    parts.push(&bytes[start..]);
    parts
}

/// `bytes.rsplit(separator, most)` with a separator that is not empty.
#[must_use]
pub fn rsplit<'a>(bytes: &'a [u8], separator: &[u8], most: Option<usize>) -> Vec<&'a [u8]> {
    let finder = memmem::FinderRev::new(separator);
    let mut parts = Vec::new();
    let mut rest = bytes;
    while parts.len() < most.unwrap_or(usize::MAX)
        && let Some(at) = finder.rfind(rest)
    {
        parts.push(&rest[at + separator.len()..]);
        rest = &rest[..at];
    }
    parts.push(rest);
    parts.reverse();
    parts
}

/// `bytes.splitlines(keepends)`: at `\n`, `\r` and `\r\n` only.
#[must_use]
pub fn split_lines(bytes: &[u8], keeps_ends: bool) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        let next = if rest[at..].starts_with(b"\r\n") {
            at + 2
        } else {
            at + 1
        };
        lines.push(&rest[..if keeps_ends { next } else { at }]);
        rest = &rest[next..];
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

/// `bytes.partition(separator)` with a separator that is not empty.
#[must_use]
pub fn partition<'a>(bytes: &'a [u8], separator: &'a [u8]) -> (&'a [u8], &'a [u8], &'a [u8]) {
    match memmem::find(bytes, separator) {
        Some(at) => (&bytes[..at], separator, &bytes[at + separator.len()..]),
        None => (bytes, b"", b""),
    }
}

/// `bytes.rpartition(separator)` with a separator that is not empty.
#[must_use]
pub fn rpartition<'a>(bytes: &'a [u8], separator: &'a [u8]) -> (&'a [u8], &'a [u8], &'a [u8]) {
    match memmem::rfind(bytes, separator) {
        Some(at) => (&bytes[..at], separator, &bytes[at + separator.len()..]),
        None => (b"", b"", bytes),
    }
}

/// `bytes.strip(set)`; white space if no set is given.
#[must_use]
pub fn strip<'a>(bytes: &'a [u8], set: Option<&[u8]>) -> &'a [u8] {
    rstrip(lstrip(bytes, set), set)
}

/// `bytes.lstrip(set)`
#[must_use]
pub fn lstrip<'a>(bytes: &'a [u8], set: Option<&[u8]>) -> &'a [u8] {
    let kept = bytes.iter().position(|byte| !is_in(*byte, set));
    &bytes[kept.unwrap_or(bytes.len())..]
}

/// `bytes.rstrip(set)`
#[must_use]
pub fn rstrip<'a>(bytes: &'a [u8], set: Option<&[u8]>) -> &'a [u8] {
    let kept = bytes.iter().rposition(|byte| !is_in(*byte, set));
    &bytes[..kept.map_or(0, |at| at + 1)]
}

fn is_in(byte: u8, set: Option<&[u8]>) -> bool {
    match set {
        None => is_space(byte),
        Some(set) => set.contains(&byte),
    }
}
