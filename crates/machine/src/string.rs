//! Strings as objects hold them: shared, with the room to remember their hash.

use std::fmt;
use std::ops::Deref;
use std::sync::atomic::{AtomicI64, Ordering};

use triomphe::{Arc, HeaderSlice};

use crate::hash;

/// A shared string. Its hash is computed once, by whoever first asks for it; 0 stands for a hash that nobody has asked for.
#[derive(Clone)]
pub(crate) struct Str(Arc<HeaderSlice<AtomicI64, str>>);

impl Str {
    /// Python's `hash`.
    pub fn hash(&self) -> i64 {
        let known = self.0.header.load(Ordering::Relaxed);
        if known != 0 {
            return known;
        }
        let hash = hash::string(&self.0.slice);
        self.0.header.store(hash, Ordering::Relaxed);
        hash
    }
}

impl Deref for Str {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.slice
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Self(Arc::from_header_and_str(AtomicI64::new(0), text))
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
