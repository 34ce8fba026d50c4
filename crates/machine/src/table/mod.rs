//! Hash tables whose keys the caller compares.
//!
//! Two keys are compared by their `__eq__`, which may be Python code that cannot run in the middle of a native
//! operation. So a [`Dict`] or [`Set`] never compares keys: it offers the caller one candidate after the other, and the
//! caller answers with a [`Match`]. [`Match::Unknown`] ends the search with [`Search::Ask`]; when the answer is there,
//! the search goes on from the [`Probe`] that it left.

mod algebra;
mod dict;
mod set;

pub use algebra::Undecided;
pub use dict::{Dict, Entry};
pub use set::{Element, Set};

/// Whether a candidate, which has the hash that is searched for, is the key that is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// It is, by identity or `__eq__`.
    Yes,
    /// It is another key of the same hash.
    No,
    /// Python code must say.
    Unknown,
}

/// Where a search stands: how many places it has looked at, in a table laid out the way it was then.
///
/// A table that has been laid out anew meanwhile makes a search from an old probe start over, as CPython's does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Probe {
    layout: u32,
    seen: u32,
}

impl Probe {
    /// The beginning of a search.
    pub const START: Self = Self { layout: 0, seen: 0 };

    /// As a word, for a caller that keeps it in a Python integer.
    #[must_use]
    pub fn to_bits(self) -> i64 {
        (i64::from(self.layout) << 31) | i64::from(self.seen)
    }

    /// The inverse of [`Probe::to_bits`]; any word is a probe.
    #[must_use]
    pub fn from_bits(bits: i64) -> Self {
        Self {
            layout: (bits >> 31) as u32,
            seen: (bits & i64::from(i32::MAX)) as u32,
        }
    }

    /// The places to pass over in a table of this layout.
    fn seen_in(self, layout: u32) -> u32 {
        if self.layout == layout { self.seen } else { 0 }
    }
}

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// The key is there, at this position.
    Found(usize),
    /// The key is not there.
    Absent,
    /// Python code must say whether the key at this position is the one. If it is not, the search goes on from the
    /// probe; before the answer counts, the caller makes sure that the position still holds the same key, and searches
    /// from the start if not.
    Ask(usize, Probe),
}
