//! `set` and `frozenset`: open addressing with CPython's probing, growth and dummies (Objects/setobject.c), since the
//! order of iteration is the order of the table, and programs print it.
//!
//! So how a set came about shows. `set(iterable)` inserts one after the other; of a set it makes a copy
//! ([`Set::copied`]), and for a dict it makes room first ([`Set::reserve`]). A display of at least three constants is
//! none of these ([`Set::displayed`]).

use super::{Match, Probe, Search};

/// The least number of slots.
const LEAST_CAPACITY: usize = 8;
/// How many neighbours are tried before the next jump.
const LINEAR_PROBES: u64 = 9;
const PERTURB_SHIFT: u32 = 5;
/// A set of more elements doubles when it grows; a smaller one quadruples.
const LARGE: usize = 50_000;

/// An element with its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Element<K> {
    /// The element's hash.
    pub hash: i64,
    /// The element.
    pub key: K,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Slot<K> {
    /// Nothing was ever here: a search ends.
    Empty,
    /// Something was here: a search goes on.
    Dummy,
    Live(Element<K>),
}

impl<K> Slot<K> {
    fn live(&self) -> Option<&Element<K>> {
        match self {
            Self::Live(element) => Some(element),
            Self::Empty | Self::Dummy => None,
        }
    }
}

/// A hash table of elements in CPython's order. Every operation takes constant (amortised) time but those that say
/// otherwise.
///
/// A *position* names an element until the next insertion.
#[derive(Debug, Clone)]
pub struct Set<K> {
    /// None while nothing was ever inserted; it counts as the least capacity all the same.
    pub(super) slots: Vec<Slot<K>>,
    /// Slots that are live or dummies.
    pub(super) fill: usize,
    pub(super) live: usize,
    /// Where `pop` goes on looking.
    finger: usize,
    /// Counts layouts, so that an interrupted search knows of them.
    layout: u32,
}

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            fill: 0,
            live: 0,
            finger: 0,
            layout: 0,
        }
    }
}

impl<K: Copy> Set<K> {
    /// An empty set, which allocates nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `len(set)`.
    #[must_use]
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there is no element.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Looks for an element by its hash; `matches` is asked about every element of that hash behind the probe.
    pub fn find(&self, hash: i64, from: Probe, mut matches: impl FnMut(&K) -> Match) -> Search {
        let start = from.seen_in(self.layout);
        for (seen, place) in (start..).zip(self.places(hash).skip(start as usize)) {
            match &self.slots[place] {
                Slot::Empty => break,
                Slot::Live(element) if element.hash == hash => match matches(&element.key) {
                    Match::Yes => return Search::Found(place),
                    Match::No => {}
                    Match::Unknown => {
                        let layout = self.layout;
                        return Search::Ask(
                            place,
                            Probe {
                                layout,
                                seen: seen + 1,
                            },
                        );
                    }
                },
                Slot::Live(_) | Slot::Dummy => {}
            }
        }
        Search::Absent
    }

    /// Adds an element that the caller has found absent: over the last dummy on its path, if there is one.
    pub fn insert(&mut self, hash: i64, key: K) {
        let element = Element { hash, key };
        self.live += 1;
        let is_used = |place: &usize| !matches!(self.slots[*place], Slot::Empty);
        let is_dummy = |place: &usize| matches!(self.slots[*place], Slot::Dummy);
        let used = self.places(hash).take_while(is_used);
        if let Some(place) = used.filter(is_dummy).last() {
            self.slots[place] = Slot::Live(element);
            return;
        }
        self.insert_clean(element);
        self.fill += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.lay_out(grown(self.live));
        }
    }

    /// The element at a position, if there is one.
    #[must_use]
    pub fn element(&self, position: usize) -> Option<&Element<K>> {
        self.slots.get(position)?.live()
    }

    /// Removes the element at a position; a dummy takes its place.
    pub fn remove(&mut self, position: usize) -> Option<Element<K>> {
        let slot = self.slots.get_mut(position)?;
        let element = *slot.live()?;
        *slot = Slot::Dummy;
        self.live -= 1;
        Some(element)
    }

    /// `pop()`: removes an element, the next one behind that of the last `pop`.
    pub fn pop(&mut self) -> Option<Element<K>> {
        let start = self.finger & self.mask();
        let (position, _) = self.next(start).or_else(|| self.next(0))?;
        self.finger = position + 1;
        self.remove(position)
    }

    /// `clear()`: also gives the memory back.
    pub fn clear(&mut self) {
        *self = Self {
            finger: self.finger,
            layout: self.layout.wrapping_add(1),
            ..Self::default()
        };
    }

    /// The first element at or behind a position. An iterator keeps one past what it got; that it compares `len` with
    /// what it was is how Python notices a change.
    #[must_use]
    pub fn next(&self, from: usize) -> Option<(usize, &Element<K>)> {
        let rest = self.slots.get(from..)?;
        let (offset, element) = rest
            .iter()
            .enumerate()
            .find_map(|(offset, slot)| Some((offset, slot.live()?)))?;
        Some((from + offset, element))
    }

    /// The elements in order.
    pub fn iter(&self) -> impl Iterator<Item = &Element<K>> {
        self.slots.iter().filter_map(Slot::live)
    }

    /// What the table occupies besides itself, in bytes.
    #[must_use]
    pub fn payload_bytes(&self) -> u64 {
        Self::bytes_of(self.slots.len())
    }

    /// The most that it will occupy after one more insertion, to be granted before that.
    #[must_use]
    pub fn payload_bytes_after_insert(&self) -> u64 {
        if (self.fill + 1) * 5 < self.mask() * 3 {
            return Self::bytes_of(self.mask() + 1);
        }
        // A dummy in the way would spare the growth.
        Self::bytes_of(capacity_past(grown(self.live + 1)).max(self.slots.len()))
    }

    /// Makes room for `count` more elements the way `update` does for a set or dict before it adds them.
    pub fn reserve(&mut self, count: usize) {
        if (self.fill + count) * 5 >= self.mask() * 3 {
            self.lay_out((self.live + count) * 2);
        }
    }

    /// Lays the table out anew where more than a quarter are dummies, as `difference_update` does at its end.
    pub fn sweep(&mut self) {
        if self.fill - self.live > self.mask() / 4 {
            self.lay_out(grown(self.live));
        }
    }

    /// Takes the elements of another set, which is the end of every update that builds its result apart.
    pub fn replace(&mut self, other: Self) {
        *self = Self {
            finger: self.finger,
            layout: self.layout.wrapping_add(1),
            ..other
        };
    }

    fn bytes_of(capacity: usize) -> u64 {
        (capacity * size_of::<Slot<K>>()) as u64
    }

    pub(super) fn mask(&self) -> usize {
        self.slots.len().max(LEAST_CAPACITY) - 1
    }

    /// A new table of more than `least` slots, without dummies.
    fn lay_out(&mut self, least: usize) {
        self.layout = self.layout.wrapping_add(1);
        self.fill = self.live;
        let old = std::mem::replace(&mut self.slots, vec![Slot::Empty; capacity_past(least)]);
        for element in old.iter().filter_map(Slot::live) {
            self.insert_clean(*element);
        }
    }

    /// Puts an element into the first slot of its path that was never used.
    pub(super) fn insert_clean(&mut self, element: Element<K>) {
        if self.slots.is_empty() {
            self.slots.resize(LEAST_CAPACITY, Slot::Empty);
        }
        let is_empty = |place: &usize| matches!(self.slots[*place], Slot::Empty);
        // A table is never full, and the path reaches every slot.
        if let Some(place) = self.places(element.hash).find(is_empty) {
            self.slots[place] = Slot::Live(element);
        }
    }

    /// The slots at which an element of this hash may be, in the order in which they are tried.
    fn places(&self, hash: i64) -> impl Iterator<Item = usize> + use<K> {
        let mask = (self.slots.len() as u64).wrapping_sub(1);
        let mut perturb = hash.cast_unsigned();
        let first = (!self.slots.is_empty()).then_some(perturb & mask);
        let jumps = std::iter::successors(first, move |place| {
            perturb >>= PERTURB_SHIFT;
            Some(place.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & mask)
        });
        jumps.flat_map(move |place| {
            // Where the neighbours would lie past the end there are none.
            let last = if place + LINEAR_PROBES <= mask {
                place + LINEAR_PROBES
            } else {
                place
            };
            (place..=last).map(|place| place as usize)
        })
    }
}

/// What a table of so many elements grows to exceed.
fn grown(live: usize) -> usize {
    live * if live > LARGE { 2 } else { 4 }
}

fn capacity_past(least: usize) -> usize {
    (least + 1).next_power_of_two().max(LEAST_CAPACITY)
}
