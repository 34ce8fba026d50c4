//! `hashlib`, `zlib` and `binascii`: digests, checksums and compression.
//!
//! SHA-3 and the parameters of BLAKE2 (keys, salts, other sizes) are absent.

mod checksum;
mod compress;

use std::hash;

use blake2::{Blake2b512, Blake2s256};
use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

pub use checksum::{adler32, crc32};
pub use compress::{CompressError, compress, compression_level, decompress};

/// A hash function of `hashlib`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// MD5 (RFC 1321)
    Md5,
    /// SHA-1 (FIPS 180-4, as the four after it)
    Sha1,
    /// SHA-224
    Sha224,
    /// SHA-256
    Sha256,
    /// SHA-384
    Sha384,
    /// SHA-512
    Sha512,
    /// BLAKE2b of 64 bytes (RFC 7693)
    Blake2b,
    /// BLAKE2s of 32 bytes (RFC 7693)
    Blake2s,
}

impl Algorithm {
    /// All of them, by name.
    pub const ALL: [Self; 8] = [
        Self::Md5,
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
        Self::Blake2b,
        Self::Blake2s,
    ];

    /// The algorithm of a name, in small letters or capitals; `None` is the `ValueError` "unsupported hash type …".
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is_named = |algorithm: &Self| algorithm.name().eq_ignore_ascii_case(name);
        Self::ALL.into_iter().find(is_named)
    }

    /// `hash.name`
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
            Self::Blake2b => "blake2b",
            Self::Blake2s => "blake2s",
        }
    }

    /// `hash.digest_size`, in bytes.
    #[must_use]
    pub fn digest_size(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 | Self::Blake2s => 32,
            Self::Sha384 => 48,
            Self::Sha512 | Self::Blake2b => 64,
        }
    }

    /// `hash.block_size`, in bytes.
    #[must_use]
    pub fn block_size(self) -> usize {
        match self {
            Self::Sha384 | Self::Sha512 | Self::Blake2b => 128,
            _ => 64,
        }
    }
}

/// A hash object. Two are equal if they are of one algorithm and their digests are.
#[derive(Clone)]
pub struct Hasher {
    algorithm: Algorithm,
    state: State,
}

#[derive(Clone)]
enum State {
    Md5(Md5),
    Sha1(Sha1),
    Sha224(Sha224),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
    Blake2b(Blake2b512),
    Blake2s(Blake2s256),
}

/// Does the same with whichever state it is.
macro_rules! with_state {
    ($state:expr, $hasher:ident => $body:expr) => {
        match $state {
            State::Md5($hasher) => $body,
            State::Sha1($hasher) => $body,
            State::Sha224($hasher) => $body,
            State::Sha256($hasher) => $body,
            State::Sha384($hasher) => $body,
            State::Sha512($hasher) => $body,
            State::Blake2b($hasher) => $body,
            State::Blake2s($hasher) => $body,
        }
    };
}

impl Hasher {
    /// A hash object that has seen nothing.
    #[must_use]
    pub fn new(algorithm: Algorithm) -> Self {
        let state = match algorithm {
            Algorithm::Md5 => State::Md5(Md5::new()),
            Algorithm::Sha1 => State::Sha1(Sha1::new()),
            Algorithm::Sha224 => State::Sha224(Sha224::new()),
            Algorithm::Sha256 => State::Sha256(Sha256::new()),
            Algorithm::Sha384 => State::Sha384(Sha384::new()),
            Algorithm::Sha512 => State::Sha512(Sha512::new()),
            Algorithm::Blake2b => State::Blake2b(Blake2b512::new()),
            Algorithm::Blake2s => State::Blake2s(Blake2s256::new()),
        };
        Self { algorithm, state }
    }

    /// Which hash function this is.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// `hash.update(bytes)`
    pub fn update(&mut self, bytes: &[u8]) {
        with_state!(&mut self.state, hasher => hasher.update(bytes));
    }

    /// `hash.digest()`: of what it has seen so far; it can see more.
    #[must_use]
    pub fn digest(&self) -> Vec<u8> {
        with_state!(&self.state, hasher => hasher.clone().finalize().to_vec())
    }
}

impl std::fmt::Debug for Hasher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hasher")
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

impl PartialEq for Hasher {
    fn eq(&self, other: &Self) -> bool {
        self.algorithm == other.algorithm && self.digest() == other.digest()
    }
}

impl Eq for Hasher {}

impl hash::Hash for Hasher {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.digest().hash(state);
    }
}
