//! Strings as objects hold them, with the room to remember their hash: short ones lie in the object itself, others are shared.

use std::fmt;
use std::ops::Deref;
use std::sync::atomic::{AtomicI64, Ordering};

use triomphe::{Arc, HeaderSlice};

use crate::hash;

/// Bytes of the longest string that lies in its object: as many as make no object larger.
const SHORT: usize = 22;

/// A string, cheap to clone. Its hash is computed once, by whoever first asks for it; 0 stands for a hash that nobody has asked for.
pub(crate) struct Str(Repr);

enum Repr {
    /// The first `len` bytes, which are UTF-8, and zeros behind them: only [`Str::from`] makes one.
    Short {
        len: u8,
        bytes: [u8; SHORT],
        hash: AtomicI64,
    },
    Long(Arc<HeaderSlice<Header, str>>),
}

/// What is known of a long string.
struct Header {
    hash: AtomicI64,
    is_ascii: bool,
}

impl Str {
    /// Python's `hash`.
    #[inline]
    pub fn hash(&self) -> i64 {
        let place = match &self.0 {
            Repr::Short { hash, .. } => hash,
            Repr::Long(text) => &text.header.hash,
        };
        let known = place.load(Ordering::Relaxed);
        if known != 0 { known } else { self.compute(place) }
    }

    /// Whether it has ASCII letters alone, so that places are bytes.
    #[inline]
    pub fn is_ascii(&self) -> bool {
        match &self.0 {
            // Those behind it are zeros.
            Repr::Short { bytes, .. } => bytes.is_ascii(),
            Repr::Long(text) => text.header.is_ascii,
        }
    }

    #[cold]
    fn compute(&self, place: &AtomicI64) -> i64 {
        let hash = hash::string(self);
        place.store(hash, Ordering::Relaxed);
        hash
    }
}

impl Deref for Str {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match &self.0 {
            // SAFETY: they were copied from a `str`, all of it, and have not changed since.
            Repr::Short { len, bytes, .. } => unsafe {
                str::from_utf8_unchecked(bytes.get_unchecked(..usize::from(*len)))
            },
            Repr::Long(text) => &text.slice,
        }
    }
}

impl From<&str> for Str {
    #[inline]
    fn from(text: &str) -> Self {
        let mut bytes = [0; SHORT];
        Self(match bytes.get_mut(..text.len()) {
            Some(place) => {
                place.copy_from_slice(text.as_bytes());
                Repr::Short {
                    len: text.len() as u8,
                    bytes,
                    hash: AtomicI64::new(0),
                }
            }
            None => {
                let header = Header {
                    hash: AtomicI64::new(0),
                    is_ascii: text.is_ascii(),
                };
                Repr::Long(Arc::from_header_and_str(header, text))
            }
        })
    }
}

impl Clone for Str {
    #[inline]
    fn clone(&self) -> Self {
        Self(match &self.0 {
            Repr::Short { len, bytes, hash } => Repr::Short {
                len: *len,
                bytes: *bytes,
                hash: AtomicI64::new(hash.load(Ordering::Relaxed)),
            },
            Repr::Long(text) => Repr::Long(text.clone()),
        })
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}

impl fmt::Display for Str {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(&**self, formatter)
    }
}

/// Whether short strings are the same, by words that overlap: in wasm a comparison of so many bytes goes byte by byte.
#[inline]
fn is_same(a: &[u8; SHORT], b: &[u8; SHORT]) -> bool {
    let word = |bytes: &[u8; SHORT], at: usize| {
        let mut word = [0; 8];
        word.copy_from_slice(&bytes[at..at + 8]);
        u64::from_ne_bytes(word)
    };
    let differ = |at| word(a, at) ^ word(b, at);
    differ(0) | differ(8) | differ(SHORT - 8) == 0
}

impl PartialEq for Str {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (
                Repr::Short { len, bytes, .. },
                Repr::Short {
                    len: other_len,
                    bytes: other_bytes,
                    ..
                },
            ) => len == other_len && is_same(bytes, other_bytes),
            (Repr::Long(text), Repr::Long(other)) => text.slice == other.slice,
            _ => false,
        }
    }
}
