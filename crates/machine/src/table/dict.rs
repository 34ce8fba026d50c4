//! `dict`: entries in the order of insertion, and an index of their places by hash (CPython's design since 3.6).
//!
//! The table grows and closes its gaps at the very insertions at which CPython's does (Objects/dictobject.c), since a
//! program that changes a dict while it iterates can see that. One such layout it does not know: the first key that is no
//! string in a dict of strings.

use super::{Match, Probe, Search};

/// The least number of places in the index.
const LEAST_CAPACITY: usize = 8;
/// A place in the index where no entry ever was since the last layout.
const EMPTY: u32 = u32::MAX;
/// A place in the index whose entry has been removed.
const REMOVED: u32 = u32::MAX - 1;
const PERTURB_SHIFT: u32 = 5;

/// A key with its hash and value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entry<K, V> {
    /// The key's hash.
    pub hash: i64,
    /// The key.
    pub key: K,
    /// The value.
    pub value: V,
}

/// An insertion-ordered hash table. Every operation takes constant (amortised) time but those that say otherwise.
///
/// A *position* names an entry until the next insertion or move, and keeps the order of iteration always.
#[derive(Debug, Clone)]
pub struct Dict<K, V> {
    entries: Vec<Option<Entry<K, V>>>,
    /// Empty while the capacity is the least: five entries are searched faster than an index.
    index: Vec<u32>,
    capacity: usize,
    /// Insertions until the next layout.
    usable: usize,
    live: usize,
    /// No entry lies before this position.
    first: usize,
    /// Counts layouts, so that an interrupted search knows of them.
    layout: u32,
}

impl<K, V> Default for Dict<K, V> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            index: Vec::new(),
            capacity: 0,
            usable: 0,
            live: 0,
            first: 0,
            layout: 0,
        }
    }
}

impl<K: Copy, V: Copy> Dict<K, V> {
    /// An empty dict, which allocates nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty dict with room for `count` entries, as a display or a copy makes it.
    #[must_use]
    pub fn with_room(count: usize) -> Self {
        let mut dict = Self::default();
        if count > 0 {
            // The rounding is CPython's `estimate_log2_keysize`.
            dict.lay_out(count.saturating_mul(3).div_ceil(2), 0);
        }
        dict
    }

    /// `len(dict)`.
    #[must_use]
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Looks for a key by its hash; `matches` is asked about every key of that hash behind the probe.
    #[inline]
    pub fn find(&self, hash: i64, from: Probe, mut matches: impl FnMut(&K) -> Match) -> Search {
        let start = from.seen_in(self.layout);
        let is_indexed = !self.index.is_empty();
        // As [`Self::places`], which would keep more in memory.
        let mask = self.index.len().wrapping_sub(1);
        let mut perturb = hash.cast_unsigned();
        let mut place = perturb as usize;
        let mut seen = if is_indexed {
            0
        } else {
            start.max(self.first as u32)
        };
        loop {
            let position = if is_indexed {
                let position = self.index[place & mask];
                perturb >>= PERTURB_SHIFT;
                place = (place & mask)
                    .wrapping_mul(5)
                    .wrapping_add(perturb as usize)
                    .wrapping_add(1);
                if position == EMPTY && seen >= start {
                    return Search::Absent;
                }
                position
            } else if seen as usize >= self.entries.len() {
                return Search::Absent;
            } else {
                seen
            };
            seen += 1;
            if let Some(Some(entry)) = self.entries.get(position as usize)
                && entry.hash == hash
                && seen > start
            {
                match matches(&entry.key) {
                    Match::Yes => return Search::Found(position as usize),
                    Match::No => {}
                    Match::Unknown => {
                        let layout = self.layout;
                        return Search::Ask(position as usize, Probe { layout, seen });
                    }
                }
            }
        }
    }

    /// Appends an entry whose key the caller has found absent; its position.
    pub fn insert(&mut self, hash: i64, key: K, value: V) -> usize {
        if self.usable == 0 {
            self.lay_out(self.live * 3, 0);
        }
        self.usable -= 1;
        self.live += 1;
        self.push(Entry { hash, key, value })
    }

    /// The entry at a position, if there is one.
    #[must_use]
    pub fn entry(&self, position: usize) -> Option<&Entry<K, V>> {
        self.entries.get(position)?.as_ref()
    }

    /// The value at a position, to be replaced.
    pub fn value_mut(&mut self, position: usize) -> Option<&mut V> {
        self.entries
            .get_mut(position)?
            .as_mut()
            .map(|entry| &mut entry.value)
    }

    /// Removes the entry at a position.
    pub fn remove(&mut self, position: usize) -> Option<Entry<K, V>> {
        let entry = self.entries.get_mut(position)?.take()?;
        self.live -= 1;
        if let Some(place) = self.place_of(entry.hash, position) {
            self.index[place] = REMOVED;
        }
        if position == self.first {
            self.first += 1;
        }
        Some(entry)
    }

    /// `popitem()`: removes the last entry.
    pub fn pop_last(&mut self) -> Option<Entry<K, V>> {
        let (position, _) = self.previous(self.entries.len())?;
        let entry = self.remove(position);
        self.entries.truncate(position);
        self.first = self.first.min(position);
        entry
    }

    /// `OrderedDict.popitem(last=False)`: removes the first entry.
    pub fn pop_first(&mut self) -> Option<Entry<K, V>> {
        let (position, _) = self.next(0)?;
        // What has been passed over need not be again.
        self.first = position;
        self.remove(position)
    }

    /// `OrderedDict.move_to_end(key)`; the entry's new position.
    pub fn move_to_end(&mut self, position: usize) -> Option<usize> {
        let entry = self.remove(position)?;
        Some(self.insert(entry.hash, entry.key, entry.value))
    }

    /// `OrderedDict.move_to_end(key, last=False)`; the entry's new position.
    pub fn move_to_front(&mut self, position: usize) -> Option<usize> {
        let entry = self.remove(position)?;
        if self.first == 0 || self.usable == 0 {
            // As many gaps as entries, so that the next moves find one.
            self.lay_out(self.live * 3, self.live.max(1));
        }
        self.usable -= 1;
        self.first -= 1;
        self.live += 1;
        self.entries[self.first] = Some(entry);
        self.link(entry.hash, self.first);
        Some(self.first)
    }

    /// `clear()`: also gives the memory back.
    pub fn clear(&mut self) {
        let layout = self.layout.wrapping_add(1);
        *self = Self {
            layout,
            ..Self::default()
        };
    }

    /// The first entry at or behind a position. An iterator keeps one past what it got; that it compares `len` with
    /// what it was is how Python notices a change.
    #[must_use]
    pub fn next(&self, from: usize) -> Option<(usize, &Entry<K, V>)> {
        let start = from.max(self.first);
        let rest = self.entries.get(start..)?;
        let (offset, entry) = rest
            .iter()
            .enumerate()
            .find_map(|(offset, entry)| Some((offset, entry.as_ref()?)))?;
        Some((start + offset, entry))
    }

    /// The last entry before a position: `reversed(dict)`.
    #[must_use]
    pub fn previous(&self, before: usize) -> Option<(usize, &Entry<K, V>)> {
        let end = before.min(self.entries.len());
        let found = |position: usize| Some((position, self.entry(position)?));
        (self.first..end).rev().find_map(found)
    }

    /// One past the last position.
    #[must_use]
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    /// The entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry<K, V>> {
        self.entries.iter().flatten()
    }

    /// What the table occupies besides itself, in bytes, but for the gaps that [`Dict::move_to_front`] keeps.
    #[must_use]
    pub fn payload_bytes(&self) -> u64 {
        Self::bytes_of(self.capacity)
    }

    /// What it will occupy after one more insertion, to be granted before that.
    #[must_use]
    pub fn payload_bytes_after_insert(&self) -> u64 {
        if self.usable > 0 {
            return self.payload_bytes();
        }
        Self::bytes_of(capacity_for(self.live * 3))
    }

    fn bytes_of(capacity: usize) -> u64 {
        let entries = usable_of(capacity) * size_of::<Option<Entry<K, V>>>();
        let index = if capacity > LEAST_CAPACITY {
            capacity * size_of::<u32>()
        } else {
            0
        };
        (entries + index) as u64
    }

    /// A new table of at least `capacity` places: the entries without gaps, but for as many as are wanted in front.
    fn lay_out(&mut self, capacity: usize, gaps_in_front: usize) {
        self.capacity = capacity_for(capacity);
        let room = usable_of(self.capacity);
        let entries = std::mem::take(&mut self.entries);
        self.entries.reserve_exact(room + gaps_in_front);
        self.entries.resize(gaps_in_front, None);
        self.first = gaps_in_front;
        self.index.clear();
        if self.capacity > LEAST_CAPACITY {
            self.index.resize(self.capacity, EMPTY);
        }
        self.usable = room - self.live;
        self.layout = self.layout.wrapping_add(1);
        for entry in entries.into_iter().flatten() {
            self.push(entry);
        }
    }

    fn push(&mut self, entry: Entry<K, V>) -> usize {
        let position = self.entries.len();
        self.entries.push(Some(entry));
        self.link(entry.hash, position);
        position
    }

    /// Enters a position into the index, where there is one.
    fn link(&mut self, hash: i64, position: usize) {
        let is_free = |place: &usize| self.index[*place] >= REMOVED;
        let free = self.places(hash).find(is_free);
        if let Some(place) = free {
            self.index[place] = position as u32;
        }
    }

    /// Where the index names a position.
    fn place_of(&self, hash: i64, position: usize) -> Option<usize> {
        let position = position as u32;
        self.places(hash).find(|place| self.index[*place] == position)
    }

    /// The places at which a key of this hash may be, in the order in which they are tried: all of them, in the end.
    fn places(&self, hash: i64) -> impl Iterator<Item = usize> + use<K, V> {
        let is_indexed = !self.index.is_empty();
        let mask = (self.capacity as u64).wrapping_sub(1);
        let mut perturb = hash.cast_unsigned();
        let first = is_indexed.then_some(perturb & mask);
        std::iter::successors(first, move |place| {
            perturb >>= PERTURB_SHIFT;
            Some((place.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1)) & mask)
        })
        .map(|place| place as usize)
    }
}

/// The places of an index that has at least so many (CPython: `calculate_log2_keysize`).
fn capacity_for(places: usize) -> usize {
    (places | LEAST_CAPACITY).next_power_of_two()
}

/// How many entries an index of so many places takes.
fn usable_of(capacity: usize) -> usize {
    capacity * 2 / 3
}
