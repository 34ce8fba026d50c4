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
    /// The first `len` bytes, which are UTF-8: only [`Str::from`] makes one.
    Short {
        len: u8,
        bytes: [u8; SHORT],
        hash: AtomicI64,
    },
    Long(Arc<HeaderSlice<AtomicI64, str>>),
}

impl Str {
    /// Python's `hash`.
    #[inline]
    pub fn hash(&self) -> i64 {
        let place = match &self.0 {
            Repr::Short { hash, .. } => hash,
            Repr::Long(text) => &text.header,
        };
        let known = place.load(Ordering::Relaxed);
        if known != 0 { known } else { self.compute(place) }
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
        let hash = AtomicI64::new(0);
        Self(match bytes.get_mut(..text.len()) {
            Some(place) => {
                place.copy_from_slice(text.as_bytes());
                let len = text.len() as u8;
                Repr::Short { len, bytes, hash }
            }
            None => Repr::Long(Arc::from_header_and_str(hash, text)),
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

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
