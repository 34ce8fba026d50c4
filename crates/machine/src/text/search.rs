//! `find`, `count`, `startswith` and the like, within the part of a string that `start` and `end` name.

use std::ops::Range;

/// `start` and `end` as the methods take them: counted from the end where they are negative, and clamped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    /// Where to begin; at the beginning if not given.
    pub start: Option<i64>,
    /// Where to stop; at the end if not given.
    pub end: Option<i64>,
}

impl Bounds {
    /// The whole.
    pub const ALL: Self = Self {
        start: None,
        end: None,
    };

    /// The range of a sequence of `length` items; its start lies past its end where the bounds are empty.
    #[must_use]
    pub fn of(self, length: usize) -> Range<usize> {
        let resolve = |bound: i64| {
            let distance = usize::try_from(bound.unsigned_abs()).unwrap_or(usize::MAX);
            if bound < 0 {
                length.saturating_sub(distance)
            } else {
                distance
            }
        };
        let start = self.start.map_or(0, resolve);
        let end = self.end.map_or(length, resolve).min(length);
        start..end
    }

    /// The part of a text, and where it begins in characters; `None` where the start lies past the end, where not even
    /// the empty string is.
    fn part(self, text: &str) -> Option<(&str, usize)> {
        if self == Self::ALL {
            return Some((text, 0));
        }
        let Range { start, end } = self.of(length(text));
        if start > end {
            return None;
        }
        Some((&text[byte_range(text, start..end)], start))
    }
}

/// `len(text)`
#[must_use]
pub fn length(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

/// Where a range of characters lies, in bytes. What is past the end is at the end; a range that is none is empty.
#[must_use]
pub fn byte_range(text: &str, range: Range<usize>) -> Range<usize> {
    if text.is_ascii() {
        let start = range.start.min(text.len());
        return start..range.end.clamp(start, text.len());
    }
    let skip = |from: usize, count: usize| {
        let found = text[from..].char_indices().nth(count);
        found.map_or(text.len(), |(offset, _)| from + offset)
    };
    let start = skip(0, range.start);
    start..skip(start, range.end.saturating_sub(range.start))
}

/// `needle in text`
#[must_use]
pub fn contains(text: &str, needle: &str) -> bool {
    text.contains(needle)
}

/// `text.find(needle, start, end)`; `None` is -1, or the `ValueError` "substring not found" of `index`.
#[must_use]
pub fn find(text: &str, needle: &str, bounds: Bounds) -> Option<usize> {
    let (part, offset) = bounds.part(text)?;
    part.find(needle).map(|at| offset + length(&part[..at]))
}

/// `text.rfind(needle, start, end)`; `None` as in [`find`].
#[must_use]
pub fn rfind(text: &str, needle: &str, bounds: Bounds) -> Option<usize> {
    let (part, offset) = bounds.part(text)?;
    part.rfind(needle).map(|at| offset + length(&part[..at]))
}

/// `text.count(needle, start, end)`: without overlaps.
#[must_use]
pub fn count(text: &str, needle: &str, bounds: Bounds) -> usize {
    bounds
        .part(text)
        .map_or(0, |(part, _)| part.matches(needle).count())
}

/// `text.startswith(prefix, start, end)`
#[must_use]
pub fn starts_with(text: &str, prefix: &str, bounds: Bounds) -> bool {
    bounds
        .part(text)
        .is_some_and(|(part, _)| part.starts_with(prefix))
}

/// `text.endswith(suffix, start, end)`
#[must_use]
pub fn ends_with(text: &str, suffix: &str, bounds: Bounds) -> bool {
    bounds.part(text).is_some_and(|(part, _)| part.ends_with(suffix))
}
