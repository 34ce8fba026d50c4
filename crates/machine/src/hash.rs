//! Python's `hash` of everything but numbers, which have theirs in [`crate::int`].
//!
//! The hashes are those of CPython 3.11 on a 64-bit machine under `PYTHONHASHSEED=0`, so that sets, whose order follows
//! from them, print alike. Slices, lists, dicts and sets have none: to say so is the caller's affair.

use crate::int::Int;

/// `hash(None)`. CPython 3.11 derives it from an address, which differs from run to run; this is the constant of
/// CPython 3.12 and later.
pub const NONE: i64 = 0xfca8_6420;

/// `hash(bool)`: a bool is an integer.
#[must_use]
pub fn boolean(value: bool) -> i64 {
    i64::from(value)
}

/// `hash(int)` of 64 bits.
#[must_use]
#[inline]
pub fn small(value: i64) -> i64 {
    /// Numbers up to here are their own hashes, but for -1, which stands for a failure in C.
    const OWN: std::ops::RangeInclusive<i64> = 0..=0xffff_ffff;
    if OWN.contains(&value) {
        value
    } else {
        Int::from(value).python_hash()
    }
}

/// `hash(str)`: of the characters in the narrowest of CPython's three widths that holds all of them (PEP 393).
#[must_use]
pub fn string(text: &str) -> i64 {
    if text.is_ascii() {
        return bytes(text.as_bytes());
    }
    let widest = text.chars().max().map_or(0, u32::from);
    let mut buffer = Vec::with_capacity(text.len() * 2);
    for code in text.chars().map(u32::from) {
        let little_endian = code.to_le_bytes();
        let width = match widest {
            0..=0xff => 1,
            0x100..=0xffff => 2,
            _ => 4,
        };
        buffer.extend_from_slice(&little_endian[..width]);
    }
    bytes(&buffer)
}

/// `hash(bytes)`: SipHash-1-3 with a key of zero, but zero for nothing.
#[must_use]
pub fn bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    not_an_error(sip13(bytes).cast_signed(), -2)
}

/// `hash(tuple)` from the hashes of its items: the lane of xxHash64 over them (CPython: `tuplehash`).
#[must_use]
pub fn tuple(items: impl IntoIterator<Item = i64>) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mut state = PRIME_5;
    let mut length = 0_u64;
    for item in items {
        state = state.wrapping_add(item.cast_unsigned().wrapping_mul(PRIME_2));
        state = state.rotate_left(31).wrapping_mul(PRIME_1);
        length += 1;
    }
    // The odd constant gives the empty tuple the hash that it had before CPython 3.8.
    state = state.wrapping_add(length ^ PRIME_5 ^ 3_527_539);
    not_an_error(state.cast_signed(), 1_546_275_796)
}

/// `hash(frozenset)` from the hashes of its elements, in any order.
#[must_use]
pub fn frozenset(elements: impl IntoIterator<Item = i64>) -> i64 {
    let mut state = 0_u64;
    let mut length = 0_u64;
    for element in elements {
        let element = element.cast_unsigned();
        state ^= ((element ^ 89_869_747) ^ (element << 16)).wrapping_mul(3_644_798_167);
        length += 1;
    }
    state ^= (length + 1).wrapping_mul(1_927_868_237);
    state ^= (state >> 11) ^ (state >> 25);
    state = state.wrapping_mul(69_069).wrapping_add(907_133_923);
    not_an_error(state.cast_signed(), 590_923_713)
}

/// `hash(range)`: that of the tuple of its length, start and step, without those that make no difference.
#[must_use]
pub fn range(length: &Int, start: &Int, step: &Int) -> i64 {
    let (start, step) = match length {
        Int::Small(0) => (NONE, NONE),
        Int::Small(1) => (start.python_hash(), NONE),
        _ => (start.python_hash(), step.python_hash()),
    };
    tuple([length.python_hash(), start, step])
}

/// The hash of an object that has none of its own: its address, without the bits that alignment makes equal
/// (CPython: `_Py_HashPointer`).
#[must_use]
pub fn identity(address: u64) -> i64 {
    not_an_error(address.rotate_right(4).cast_signed(), -2)
}

/// -1 is CPython's sign of an error, so no hash is -1.
fn not_an_error(hash: i64, otherwise: i64) -> i64 {
    if hash == -1 { otherwise } else { hash }
}

/// SipHash (Aumasson and Bernstein, 2012) with one round per word, three at the end, and a key of zero.
fn sip13(bytes: &[u8]) -> u64 {
    let mut state: [u64; 4] = [
        0x736f_6d65_7073_6575,
        0x646f_7261_6e64_6f6d,
        0x6c79_6765_6e65_7261,
        0x7465_6462_7974_6573,
    ];
    let words = bytes.chunks_exact(8);
    let mut last = [0; 8];
    let rest = words.remainder();
    last[..rest.len()].copy_from_slice(rest);
    // The length modulo 256 stands in the byte that no rest reaches.
    last[7] = bytes.len() as u8;
    for word in words.chain([&last[..]]) {
        let word = u64::from_le_bytes(std::array::from_fn(|at| word[at]));
        state[3] ^= word;
        round(&mut state);
        state[0] ^= word;
    }
    state[2] ^= 0xff;
    for _ in 0..3 {
        round(&mut state);
    }
    state[0] ^ state[1] ^ state[2] ^ state[3]
}

fn round([a, b, c, d]: &mut [u64; 4]) {
    *a = a.wrapping_add(*b);
    *c = c.wrapping_add(*d);
    *b = b.rotate_left(13) ^ *a;
    *d = d.rotate_left(16) ^ *c;
    *a = a.rotate_left(32).wrapping_add(*d);
    *c = c.wrapping_add(*b);
    *b = b.rotate_left(17) ^ *c;
    *d = d.rotate_left(21) ^ *a;
    *c = c.rotate_left(32);
}
