//! `zlib.compress` and `zlib.decompress`.
//!
//! The format is zlib's, the bytes are not: another encoder finds other matches, so a result decompresses in CPython but
//! need not equal CPython's, nor have its length.

use std::fmt;

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress as inflate};

/// zlib's level for -1.
const DEFAULT_LEVEL: u8 = 6;
/// Bytes that are compressed between two looks at whether to go on.
const PIECE: usize = 1 << 16;
/// Bytes that come out of compressed data between two looks, at most and at least.
const LARGEST_PIECE: usize = 1 << 20;
const SMALLEST_PIECE: usize = 1 << 10;

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
    /// Whoever asked for it wanted it no more.
    Stopped,
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
            Self::Stopped => "the work was stopped",
        })
    }
}

impl std::error::Error for CompressError {}

/// What a level stands for, from 0 to 9.
///
/// # Errors
/// [`CompressError::Level`]
pub fn compression_level(level: i64) -> Result<u8, CompressError> {
    match level {
        -1 => Ok(DEFAULT_LEVEL),
        0..=9 => Ok(level as u8),
        _ => Err(CompressError::Level),
    }
}

/// `zlib.compress(bytes, level)`: at most a little longer than its input. Now and then `goes_on` is asked whether to, given how
/// long the result is so far.
///
/// # Errors
/// [`CompressError::Stopped`]
pub fn compress(
    bytes: &[u8],
    level: u8,
    goes_on: &mut dyn FnMut(usize) -> bool,
) -> Result<Vec<u8>, CompressError> {
    let mut compressor = CompressorOxide::default();
    compressor.set_format_and_level(DataFormat::Zlib, level);
    let mut result = Vec::new();
    let mut add = |piece: &[u8], flush| {
        let (status, _) = compress_to_output(&mut compressor, piece, flush, |more| {
            result.extend_from_slice(more);
            true
        });
        assert!(
            status == TDEFLStatus::Okay || status == TDEFLStatus::Done,
            "{status:?}"
        );
        result.len()
    };
    for piece in bytes.chunks(PIECE) {
        if !goes_on(add(piece, TDEFLFlush::None)) {
            return Err(CompressError::Stopped);
        }
    }
    add(&[], TDEFLFlush::Finish);
    Ok(result)
}

/// `zlib.decompress(bytes)`; `goes_on` is asked as [`compress`] does.
///
/// # Errors
/// All but [`CompressError::Level`].
pub fn decompress(
    bytes: &[u8],
    max_bytes: usize,
    goes_on: &mut dyn FnMut(usize) -> bool,
) -> Result<Vec<u8>, CompressError> {
    const DEFLATE: u8 = 8;
    if let [method, flags, ..] = bytes
        && (!u16::from_be_bytes([*method, *flags]).is_multiple_of(31) || method & 15 != DEFLATE)
    {
        return Err(CompressError::Header);
    }
    let flags = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut inflater = Box::<DecompressorOxide>::default();
    let mut result = Vec::new();
    let (mut read, mut written) = (0, 0);
    loop {
        let piece = result.len().clamp(SMALLEST_PIECE, LARGEST_PIECE);
        result.resize((result.len() + piece).min(max_bytes), 0);
        let (status, more_read, more_written) =
            inflate(&mut inflater, &bytes[read..], &mut result, written, flags);
        read += more_read;
        written += more_written;
        match status {
            TINFLStatus::Done => {
                result.truncate(written);
                return Ok(result);
            }
            TINFLStatus::HasMoreOutput if result.len() == max_bytes => return Err(CompressError::TooLarge),
            TINFLStatus::HasMoreOutput if goes_on(result.len()) => {}
            TINFLStatus::HasMoreOutput => return Err(CompressError::Stopped),
            TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => {
                return Err(CompressError::Truncated);
            }
            TINFLStatus::Adler32Mismatch => return Err(CompressError::Checksum),
            _ => return Err(CompressError::Invalid),
        }
    }
}
