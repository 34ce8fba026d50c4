//! The generator behind Python's `random`: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded as
//! CPython 3.11 seeds it (Modules/_randommodule.c, and version 2 of `random.seed`).
//!
//! It draws nothing from the world: that a seed comes from outside when a program gives none is the driver's affair.

use num_bigint::BigUint;

use crate::digest::{Algorithm, Hasher};
use crate::int::{Int, hash_float};

/// Words of state.
const SIZE: usize = 624;
/// The distance between the words that are combined.
const MIDDLE: usize = 397;
const MATRIX: u32 = 0x9908_b0df;
const UPPER_BIT: u32 = 1 << 31;

/// A generator. Equal states give equal numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mersenne {
    words: [u32; SIZE],
    /// The next word to be given out; past the last, all are made anew.
    next: usize,
}

impl Mersenne {
    /// The state after `seed(value)` with an integer, whose sign does not count.
    #[must_use]
    pub fn from_int(value: &Int) -> Self {
        match value {
            Int::Small(value) => Self::from_magnitude(&BigUint::from(value.unsigned_abs())),
            Int::Big(value) => Self::from_magnitude(value.magnitude()),
        }
    }

    /// The state after `seed(value)` with a float: by its hash. `None` for a NaN, which has the hash of an object.
    #[must_use]
    pub fn from_float(value: f64) -> Option<Self> {
        let hash = hash_float(value)?;
        Some(Self::from_magnitude(&BigUint::from(hash.cast_unsigned())))
    }

    /// The state after `seed(value)` with bytes, or with a string as UTF-8: they and their SHA-512 are one integer.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut hasher = Hasher::new(Algorithm::Sha512);
        hasher.update(bytes);
        Self::from_magnitude(&BigUint::from_bytes_be(&[bytes, &hasher.digest()].concat()))
    }

    fn from_magnitude(magnitude: &BigUint) -> Self {
        let mut key = magnitude.to_u32_digits();
        if key.is_empty() {
            key.push(0);
        }
        Self::from_key(&key)
    }

    /// The authors' `init_by_array`; the key is not empty.
    fn from_key(key: &[u32]) -> Self {
        let mut words = [0; SIZE];
        words[0] = 19_650_218;
        for at in 1..SIZE {
            words[at] = spread(words[at - 1], 1_812_433_253).wrapping_add(at as u32);
        }
        let mut at = 1;
        for step in 0..SIZE.max(key.len()) {
            let place = step % key.len();
            let mixed = words[at] ^ spread(words[at - 1], 1_664_525);
            words[at] = mixed.wrapping_add(key[place]).wrapping_add(place as u32);
            at = advance(&mut words, at);
        }
        for _ in 1..SIZE {
            let mixed = words[at] ^ spread(words[at - 1], 1_566_083_941);
            words[at] = mixed.wrapping_sub(at as u32);
            at = advance(&mut words, at);
        }
        words[0] = UPPER_BIT;
        Self { words, next: SIZE }
    }

    /// The state as `getstate()` shows it: the words, and the place of the next.
    #[must_use]
    pub fn state(&self) -> (&[u32; SIZE], usize) {
        (&self.words, self.next)
    }

    /// The inverse of [`Mersenne::state`]; a place past the end is the end.
    #[must_use]
    pub fn from_state(words: [u32; SIZE], next: usize) -> Self {
        Self {
            words,
            next: next.min(SIZE),
        }
    }

    /// 32 random bits.
    pub fn word(&mut self) -> u32 {
        if self.next == SIZE {
            self.renew();
        }
        let mut word = self.words[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// `random()`: a multiple of 2^-53 in [0, 1).
    pub fn random(&mut self) -> f64 {
        let high = f64::from(self.word() >> 5);
        let low = f64::from(self.word() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// `getrandbits(bits)`. A negative count, a `ValueError` ("number of bits must be non-negative"), and one that is
    /// too large are the caller's to refuse.
    pub fn bits(&mut self, bits: usize) -> Int {
        if bits <= 32 {
            return Int::Small(i64::from(self.word_of(bits)));
        }
        let words = (0..bits.div_ceil(32))
            .map(|at| self.word_of((bits - 32 * at).min(32)))
            .collect();
        Int::from(BigUint::new(words))
    }

    /// `_randbelow(bound)`: as many bits as the bound has, until they are below it. A bound of zero or less gives what
    /// comes first.
    pub fn below(&mut self, bound: &Int) -> Int {
        let bits = bound.bits() as usize;
        loop {
            let drawn = self.bits(bits);
            if drawn < *bound || *bound <= Int::ZERO {
                return drawn;
            }
        }
    }

    /// The upper bits of a word; none are drawn for none.
    fn word_of(&mut self, bits: usize) -> u32 {
        if bits == 0 {
            return 0;
        }
        self.word() >> (32 - bits)
    }

    fn renew(&mut self) {
        for at in 0..SIZE {
            let joined = (self.words[at] & UPPER_BIT) | (self.words[(at + 1) % SIZE] & !UPPER_BIT);
            let twisted = (joined >> 1) ^ if joined & 1 == 1 { MATRIX } else { 0 };
            self.words[at] = self.words[(at + MIDDLE) % SIZE] ^ twisted;
        }
        self.next = 0;
    }
}

fn spread(word: u32, factor: u32) -> u32 {
    (word ^ (word >> 30)).wrapping_mul(factor)
}

/// The next place; the first word repeats the last when the round is over.
fn advance(words: &mut [u32; SIZE], at: usize) -> usize {
    if at + 1 < SIZE {
        return at + 1;
    }
    words[0] = words[SIZE - 1];
    1
}
