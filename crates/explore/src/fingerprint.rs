//! A state's fingerprint: 128 bits that stand for it, so that visited states need not be kept.

use std::hash::{Hash, Hasher};

use machine::{Canonical, World};

/// Two 64-bit lanes with multipliers of their own. Among a million states, two different ones share a fingerprint with
/// probability 1e-27 (birthday bound), so search takes equal fingerprints for equal states.
#[derive(Clone, Copy, Debug)]
struct Lanes(u64, u64);

// Odd words from the hexadecimal digits of pi and of the golden ratio; any would do that have no structure.
const FIRST: u64 = 0x243f_6a88_85a3_08d3;
const SECOND: u64 = 0x9e37_79b9_7f4a_7c15;

/// Multiplies to 128 bits and folds the halves, so that every bit of the operands reaches low and high bits.
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

impl Lanes {
    fn new() -> Self {
        Self(SECOND, FIRST)
    }

    fn word(&mut self, word: u64) {
        self.0 = fold(self.0 ^ word, FIRST).wrapping_add(word);
        self.1 = fold(self.1.rotate_left(23) ^ word, SECOND).wrapping_add(word.rotate_left(32));
    }

    /// Two words at a time: the multiplications wait for each other, so half as many take half as long.
    fn words(&mut self, words: &[u64]) {
        let (pairs, rest) = words.as_chunks::<2>();
        for [first, second] in pairs {
            self.0 = fold(self.0 ^ first, second ^ FIRST).wrapping_add(second.rotate_left(17));
            self.1 =
                fold(self.1.rotate_left(23) ^ second, first ^ SECOND).wrapping_add(first.rotate_left(32));
        }
        for word in rest {
            self.word(*word);
        }
        self.word(words.len() as u64);
    }

    fn value(self) -> u128 {
        u128::from(fold(self.0, SECOND)) << 64 | u128::from(fold(self.1, FIRST))
    }
}

impl Hasher for Lanes {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.word(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.word(word);
    }

    fn finish(&self) -> u64 {
        self.value() as u64
    }
}

/// The fingerprint of a world: of what its programs can see, and of the terminal.
pub(crate) fn fingerprint(world: &World, canonical: &mut Canonical) -> u128 {
    let mut lanes = Lanes::new();
    world.for_each_canonical(canonical, |words| lanes.words(words));
    world.kernel.hash(&mut lanes);
    lanes.value()
}

#[cfg(test)]
mod tests {
    use super::{FIRST, Lanes};

    #[test]
    fn lanes_tell_order_and_small_differences_apart() {
        let of = |words: &[u64]| {
            let mut lanes = Lanes::new();
            lanes.words(words);
            lanes.value()
        };
        let all = [
            of(&[]),
            of(&[0]),
            of(&[0, 0]),
            of(&[1, 0]),
            of(&[0, 1]),
            of(&[1, 1]),
            of(&[1 << 63, 0]),
            of(&[FIRST, 0]),
        ];
        for (index, value) in all.iter().enumerate() {
            for other in &all[index + 1..] {
                assert_ne!(value, other);
                assert_ne!(value >> 64, other >> 64);
                assert_ne!(*value as u64, *other as u64);
            }
        }
    }
}
