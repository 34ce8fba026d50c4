//! The algebra of sets, each operation in the order in which CPython carries it out.
//!
//! `same` compares two keys of the same hash. Where Python code must say, an operation gives up: one that builds a new
//! set leaves nothing behind, one that changes a set says how far it came. What remains the caller then does element by
//! element, in Python, by `find`, `insert` and `remove`.
//!
//! Operands are different objects. Of a set and itself, CPython makes a copy for `|` and `&`, does nothing for `|=`,
//! and clears for `-=` and `^=`.

use super::set::{Element, Set, Slot};
use super::{Match, Probe, Search};

/// Python code must compare two keys. Of an operation that changes a set, everything before this position of the other
/// set is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undecided(pub usize);

impl<K: Copy> Set<K> {
    /// `set(self)`, `self.copy()`: without dummies, so it need not have the order of the original.
    #[must_use]
    pub fn copied(&self) -> Self {
        let mut copy = Self::new();
        copy.fill_from(self);
        copy
    }

    /// The set that a display of at least three constants gives, from the set that inserting them gives. CPython's
    /// compiler makes a frozenset of them, makes it again from that, and updates an empty set with it. (It makes it once
    /// more where one of them is a name that it has met before; that depends on what the interpreter has run.)
    #[must_use]
    pub fn displayed(&self) -> Self {
        self.as_constant().copied()
    }

    /// The frozenset that the compiler makes of constants, from the set that inserting them gives.
    #[must_use]
    pub fn as_constant(&self) -> Self {
        let mut again = Self::new();
        for element in self.iter() {
            again.insert(element.hash, element.key);
        }
        again
    }

    /// `self.update(other)` and `self |= other` with a set; takes time in the size of `other`.
    ///
    /// # Errors
    /// [`Undecided`]: the elements of `other` from there on are missing.
    pub fn update(&mut self, other: &Self, mut same: impl FnMut(&K, &K) -> Match) -> Result<(), Undecided> {
        if self.fill == 0 {
            self.fill_from(other);
            return Ok(());
        }
        self.reserve(other.live);
        other.each(|element| {
            if self.position(element, &mut same)?.is_none() {
                self.insert(element.hash, element.key);
            }
            Some(())
        })
    }

    /// `self | other`
    ///
    /// # Errors
    /// [`Undecided`]
    pub fn union(&self, other: &Self, same: impl FnMut(&K, &K) -> Match) -> Result<Self, Undecided> {
        let mut result = self.copied();
        result.update(other, same)?;
        Ok(result)
    }

    /// `self & other`: walks through the smaller one, or `other` where they are equally long.
    ///
    /// # Errors
    /// [`Undecided`]
    pub fn intersection(
        &self,
        other: &Self,
        mut same: impl FnMut(&K, &K) -> Match,
    ) -> Result<Self, Undecided> {
        let (walked, searched) = if other.live > self.live {
            (self, other)
        } else {
            (other, self)
        };
        walked.select(|element| Some(searched.position(element, &mut same)?.is_some()))
    }

    /// `self - other`: a copy without what `other` has where that is much smaller, else what `other` has not.
    ///
    /// # Errors
    /// [`Undecided`]
    pub fn difference(&self, other: &Self, mut same: impl FnMut(&K, &K) -> Match) -> Result<Self, Undecided> {
        if self.live / 4 > other.live {
            let mut result = self.copied();
            result.difference_update(other, same)?;
            return Ok(result);
        }
        self.select(|element| Some(other.position(element, &mut same)?.is_none()))
    }

    /// `self.difference_update(other)` and `self -= other` with another set.
    ///
    /// # Errors
    /// [`Undecided`]: the elements of `other` from there on are still there, and [`Set::sweep`] is still to come.
    pub fn difference_update(
        &mut self,
        other: &Self,
        mut same: impl FnMut(&K, &K) -> Match,
    ) -> Result<(), Undecided> {
        other.each(|element| {
            if let Some(position) = self.position(element, &mut same)? {
                self.remove(position);
            }
            Some(())
        })?;
        self.sweep();
        Ok(())
    }

    /// `self ^ other`: a copy of `other`, changed by every element of `self`.
    ///
    /// # Errors
    /// [`Undecided`]
    pub fn symmetric_difference(
        &self,
        other: &Self,
        same: impl FnMut(&K, &K) -> Match,
    ) -> Result<Self, Undecided> {
        let mut result = other.copied();
        result.symmetric_difference_update(self, same)?;
        Ok(result)
    }

    /// `self.symmetric_difference_update(other)` and `self ^= other` with another set. An iterable that is no set has to
    /// be made one first.
    ///
    /// # Errors
    /// [`Undecided`]: the elements of `other` from there on are still to be removed or added.
    pub fn symmetric_difference_update(
        &mut self,
        other: &Self,
        mut same: impl FnMut(&K, &K) -> Match,
    ) -> Result<(), Undecided> {
        other.each(|element| {
            match self.position(element, &mut same)? {
                Some(position) => {
                    self.remove(position);
                }
                None => self.insert(element.hash, element.key),
            }
            Some(())
        })
    }

    /// `self <= other`
    ///
    /// # Errors
    /// [`Undecided`]
    pub fn is_subset(&self, other: &Self, mut same: impl FnMut(&K, &K) -> Match) -> Result<bool, Undecided> {
        if self.live > other.live {
            return Ok(false);
        }
        self.all(|element| Some(other.position(element, &mut same)?.is_some()))
    }

    /// `self.isdisjoint(other)` with another set.
    ///
    /// # Errors
    /// [`Undecided`]
    pub fn is_disjoint(
        &self,
        other: &Self,
        mut same: impl FnMut(&K, &K) -> Match,
    ) -> Result<bool, Undecided> {
        let (walked, searched) = if other.live > self.live {
            (self, other)
        } else {
            (other, self)
        };
        walked.all(|element| Some(searched.position(element, &mut same)?.is_none()))
    }

    /// Fills a set that has no slot in use: by copying the table where it fits as it is, else element by element.
    fn fill_from(&mut self, other: &Self) {
        self.reserve(other.live);
        self.fill = other.live;
        self.live = other.live;
        if self.mask() == other.mask() && other.fill == other.live {
            self.slots.clone_from(&other.slots);
            return;
        }
        for element in other.iter() {
            self.insert_clean(*element);
        }
    }

    /// The set of the elements that `belongs` says yes to.
    fn select(&self, mut belongs: impl FnMut(&Element<K>) -> Option<bool>) -> Result<Self, Undecided> {
        let mut result = Self::new();
        self.each(|element| {
            if belongs(element)? {
                result.insert(element.hash, element.key);
            }
            Some(())
        })?;
        Ok(result)
    }

    fn all(&self, mut holds: impl FnMut(&Element<K>) -> Option<bool>) -> Result<bool, Undecided> {
        for (position, slot) in self.slots.iter().enumerate() {
            if let Slot::Live(element) = slot
                && !holds(element).ok_or(Undecided(position))?
            {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Visits the elements in order until one leaves something undecided.
    fn each(&self, mut visit: impl FnMut(&Element<K>) -> Option<()>) -> Result<(), Undecided> {
        for (position, slot) in self.slots.iter().enumerate() {
            if let Slot::Live(element) = slot {
                visit(element).ok_or(Undecided(position))?;
            }
        }
        Ok(())
    }

    /// Where another set's element is in this one, if it is; `None` where Python code must say.
    fn position(
        &self,
        element: &Element<K>,
        same: &mut impl FnMut(&K, &K) -> Match,
    ) -> Option<Option<usize>> {
        match self.find(element.hash, Probe::START, |key| same(key, &element.key)) {
            Search::Found(position) => Some(Some(position)),
            Search::Absent => Some(None),
            Search::Ask(..) => None,
        }
    }
}
