//! Values under names, in the order in which they came: what a class holds.

use std::ops::Deref;

use crate::symbol::Symbol;

/// Values under names. Most names that are looked for in a class are not there, and a word says so of nearly all of them.
#[derive(Clone, Debug)]
pub(crate) struct Named<V> {
    entries: Vec<(Symbol, V)>,
    /// A bit for each name that there is or ever was; several names may share one.
    bits: u64,
}

impl<V: Copy> Named<V> {
    /// What is under a name.
    #[inline]
    pub fn get(&self, name: Symbol) -> Option<V> {
        if self.bits & bit(name) == 0 {
            return None;
        }
        let found = self.entries.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| *value)
    }

    /// Whether it has none of these names, as far as a word can tell.
    #[inline]
    pub fn surely_lacks(&self, names: Bits) -> bool {
        self.bits & names.0 == 0
    }

    /// The entries, of which that of a name is to be added, changed or removed.
    pub fn for_change(&mut self, name: Symbol) -> &mut Vec<(Symbol, V)> {
        self.bits |= bit(name);
        &mut self.entries
    }
}

/// Names that are looked for together.
#[derive(Clone, Copy)]
pub(crate) struct Bits(u64);

impl Bits {
    #[inline]
    pub fn of(names: [Symbol; 2]) -> Self {
        Self(bit(names[0]) | bit(names[1]))
    }
}

/// The bit of a name.
fn bit(name: Symbol) -> u64 {
    1 << (name.word() % u64::from(u64::BITS))
}

impl<V> From<Vec<(Symbol, V)>> for Named<V> {
    fn from(entries: Vec<(Symbol, V)>) -> Self {
        let bits = entries.iter().fold(0, |bits, (name, _)| bits | bit(*name));
        Self { entries, bits }
    }
}

impl<V> Deref for Named<V> {
    type Target = [(Symbol, V)];

    fn deref(&self) -> &[(Symbol, V)] {
        &self.entries
    }
}
