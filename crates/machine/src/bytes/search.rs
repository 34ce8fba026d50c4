//! `find`, `count`, `startswith` and the like. An integer stands for the byte of that value; that it is one ("byte must
//! be in range(0, 256)") is the caller's to say.

use memchr::memmem;

use crate::text::search::Bounds;

/// The part that the bounds name, and where it begins; `None` where it begins past the end.
fn part(bytes: &[u8], bounds: Bounds) -> Option<(&[u8], usize)> {
    let range = bounds.of(bytes.len());
    Some((bytes.get(range.clone())?, range.start))
}

/// `needle in bytes`
#[must_use]
pub fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    memmem::find(bytes, needle).is_some()
}

/// `bytes.find(needle, start, end)`; `None` is -1, or the `ValueError` "subsection not found" of `index`.
#[must_use]
pub fn find(bytes: &[u8], needle: &[u8], bounds: Bounds) -> Option<usize> {
    let (part, offset) = part(bytes, bounds)?;
    memmem::find(part, needle).map(|at| offset + at)
}

/// `bytes.rfind(needle, start, end)`; `None` as in [`find`].
#[must_use]
pub fn rfind(bytes: &[u8], needle: &[u8], bounds: Bounds) -> Option<usize> {
    let (part, offset) = part(bytes, bounds)?;
    memmem::rfind(part, needle).map(|at| offset + at)
}

/// `bytes.count(needle, start, end)`: without overlaps.
#[must_use]
pub fn count(bytes: &[u8], needle: &[u8], bounds: Bounds) -> usize {
    part(bytes, bounds).map_or(0, |(part, _)| memmem::find_iter(part, needle).count())
}

/// `bytes.startswith(prefix, start, end)`
#[must_use]
pub fn starts_with(bytes: &[u8], prefix: &[u8], bounds: Bounds) -> bool {
    part(bytes, bounds).is_some_and(|(part, _)| part.starts_with(prefix))
}

/// `bytes.endswith(suffix, start, end)`
#[must_use]
pub fn ends_with(bytes: &[u8], suffix: &[u8], bounds: Bounds) -> bool {
    part(bytes, bounds).is_some_and(|(part, _)| part.ends_with(suffix))
}
