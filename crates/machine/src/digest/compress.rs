//! `zlib.compress` and `zlib.decompress`.
//!
//! The format is zlib's, the bytes are not: another encoder finds other matches, so a result decompresses in CPython but
//! need not equal CPython's, nor have its length.

use std::fmt;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

/// zlib's level for -1.
const DEFAULT_LEVEL: u8 = 6;

/// What is no compressed data, or too much of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompressError {
    /// `zlib.error` for a level outside -1 to 9.
    Level,
    /// `zlib.error` for data that begin as no compressed data do.
    Header,
    /// `zlib.error` for data that end too early.
    Truncated,
    /// `zlib.error` for data that do not have the checksum at their end.
    Checksum,
    /// `zlib.error` for any other fault. zlib names it; this does not.
    Invalid,
    /// The result would be larger than the limit.
    TooLarge,
}

impl fmt::Display for CompressError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Level => "Bad compression level",
            Self::Header => "Error -3 while decompressing data: incorrect header check",
            Self::Truncated => "Error -5 while decompressing data: incomplete or truncated stream",
            Self::Checksum => "Error -3 while decompressing data: incorrect data check",
            Self::Invalid => "Error -3 while decompressing data: invalid block type",
            Self::TooLarge => "the result is larger than the limit",
        })
    }
}

impl std::error::Error for CompressError {}

/// `zlib.compress(bytes, level)`: at most a little longer than its input.
///
/// # Errors
/// [`CompressError::Level`]
pub fn compress(bytes: &[u8], level: i64) -> Result<Vec<u8>, CompressError> {
    let level = match level {
        -1 => DEFAULT_LEVEL,
        0..=9 => level as u8,
        _ => return Err(CompressError::Level),
    };
    Ok(compress_to_vec_zlib(bytes, level))
}

/// `zlib.decompress(bytes)`
///
/// # Errors
/// All but [`CompressError::Level`].
pub fn decompress(bytes: &[u8], max_bytes: usize) -> Result<Vec<u8>, CompressError> {
    const DEFLATE: u8 = 8;
    if let [method, flags, ..] = bytes
        && (!u16::from_be_bytes([*method, *flags]).is_multiple_of(31) || method & 15 != DEFLATE)
    {
        return Err(CompressError::Header);
    }
    decompress_to_vec_zlib_with_limit(bytes, max_bytes).map_err(|error| match error.status {
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => CompressError::Truncated,
        TINFLStatus::Adler32Mismatch => CompressError::Checksum,
        TINFLStatus::HasMoreOutput => CompressError::TooLarge,
        _ => CompressError::Invalid,
    })
}
