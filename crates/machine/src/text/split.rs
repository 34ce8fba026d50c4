//! `split`, `splitlines`, `partition`, `strip`: parts of a string.
//!
//! A count that is not given or negative is `None`: as many as there are. That a separator is empty, a `ValueError`
//! ("empty separator"), is the caller's to say.

use super::character::is_space;

/// `text.split(None, most)`: at runs of white space, which no part begins with and, but for a last one that the count
/// cut off, ends with.
#[must_use]
pub fn split_spaces(text: &str, most: Option<usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if Some(parts.len()) == most {
            parts.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        parts.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(is_space);
    }
    parts
}

/// `text.rsplit(None, most)`: as [`split_spaces`], from the end.
#[must_use]
pub fn rsplit_spaces(text: &str, most: Option<usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if Some(parts.len()) == most {
            parts.push(rest);
            break;
        }
        let space = rest
            .char_indices()
            .rev()
            .find(|(_, character)| is_space(*character));
        let start = space.map_or(0, |(at, character)| at + character.len_utf8());
        parts.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    parts.reverse();
    parts
}

/// `text.split(separator, most)` with a separator that is not empty.
#[must_use]
pub fn split<'a>(text: &'a str, separator: &str, most: Option<usize>) -> Vec<&'a str> {
    // A byte is found faster than a text.
    match separator.as_bytes() {
        [byte] => text.splitn(pieces(most), char::from(*byte)).collect(),
        _ => text.splitn(pieces(most), separator).collect(),
    }
}

/// How many separators there are, if they do not overlap.
#[must_use]
pub fn count(text: &str, separator: &str) -> usize {
    match separator.as_bytes() {
        [byte] => memchr::memchr_iter(*byte, text.as_bytes()).count(),
        _ => text.matches(separator).count(),
    }
}

/// `text.rsplit(separator, most)` with a separator that is not empty.
#[must_use]
pub fn rsplit<'a>(text: &'a str, separator: &str, most: Option<usize>) -> Vec<&'a str> {
    let mut parts: Vec<&str> = text.rsplitn(pieces(most), separator).collect();
    parts.reverse();
    parts
}

fn pieces(most_splits: Option<usize>) -> usize {
    most_splits.map_or(usize::MAX, |most| most.saturating_add(1))
}

/// `text.splitlines(keepends)`: at everything that Unicode takes for the end of a line.
#[must_use]
pub fn split_lines(text: &str, keeps_ends: bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some((at, end)) = rest.char_indices().find(|(_, character)| ends_line(*character)) {
        let next = match end {
            '\r' if rest[at + 1..].starts_with('\n') => at + 2,
            _ => at + end.len_utf8(),
        };
        lines.push(&rest[..if keeps_ends { next } else { at }]);
        rest = &rest[next..];
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

fn ends_line(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// `text.partition(separator)` with a separator that is not empty.
#[must_use]
pub fn partition<'a>(text: &'a str, separator: &'a str) -> (&'a str, &'a str, &'a str) {
    match text.split_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => (text, "", ""),
    }
}

/// `text.rpartition(separator)` with a separator that is not empty.
#[must_use]
pub fn rpartition<'a>(text: &'a str, separator: &'a str) -> (&'a str, &'a str, &'a str) {
    match text.rsplit_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => ("", "", text),
    }
}

/// `text.strip(characters)`; white space if they are not given.
#[must_use]
pub fn strip<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    rstrip(lstrip(text, characters), characters)
}

/// `text.lstrip(characters)`
#[must_use]
pub fn lstrip<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    match characters {
        None => text.trim_start_matches(is_space),
        Some(characters) => text.trim_start_matches(|character| characters.contains(character)),
    }
}

/// `text.rstrip(characters)`
#[must_use]
pub fn rstrip<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    match characters {
        None => text.trim_end_matches(is_space),
        Some(characters) => text.trim_end_matches(|character| characters.contains(character)),
    }
}

/// `text.removeprefix(prefix)`
#[must_use]
pub fn remove_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// `text.removesuffix(suffix)`
#[must_use]
pub fn remove_suffix<'a>(text: &'a str, suffix: &str) -> &'a str {
    text.strip_suffix(suffix).unwrap_or(text)
}
