//! `str.encode` and `bytes.decode` for UTF-8, UTF-16, ASCII and Latin-1.
//!
//! A result has at most ten times the bytes of its input.

use std::fmt;

/// A codec.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// `utf-8`
    Utf8,
    /// `ascii`
    Ascii,
    /// `latin-1`
    Latin1,
    /// `utf-16`: little-endian, with a mark that says so.
    Utf16,
    /// `utf-16-le`
    Utf16Le,
    /// `utf-16-be`
    Utf16Be,
}

/// How a text in UTF-16 may begin.
const BYTE_ORDER_MARK: u16 = 0xfeff;

/// What to do about what cannot be converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Handler {
    Strict,
    Ignore,
    Replace,
    Backslash,
    Reference,
}

/// A conversion that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodecError {
    /// `UnicodeEncodeError`: `start` and `end` count characters.
    Encode {
        /// The codec.
        encoding: Encoding,
        /// The first character that cannot be encoded.
        character: char,
        /// Where it stands.
        start: usize,
        /// One past the last of those beside it that cannot be either.
        end: usize,
    },
    /// `UnicodeDecodeError`: `start` and `end` count bytes.
    Decode {
        /// The codec.
        encoding: Encoding,
        /// The first byte that cannot be decoded.
        byte: u8,
        /// Where it stands.
        start: usize,
        /// One past the last byte that belongs to it.
        end: usize,
        /// Why not.
        reason: &'static str,
    },
    /// `LookupError`: an error handler that does not exist, found when one is needed. `surrogateescape` and
    /// `surrogatepass` are of this kind, since strings hold no surrogates here, and `namereplace`, since names of
    /// characters would be large tables.
    UnknownHandler(String),
}

impl Encoding {
    /// The codec of a name or alias; `None` is the `LookupError` "unknown encoding: …". CPython has a hundred more.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let words = name.split(|character: char| !character.is_ascii_alphanumeric() && character != '.');
        let words: Vec<String> = words
            .filter(|word| !word.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
        match words.join("_").as_str() {
            "utf_8" | "utf8" | "u8" | "utf" | "cp65001" => Some(Self::Utf8),
            "ascii" | "us_ascii" | "us" | "646" => Some(Self::Ascii),
            "latin_1" | "latin1" | "latin" | "l1" | "iso_8859_1" | "iso8859_1" | "iso8859" | "8859"
            | "cp819" => Some(Self::Latin1),
            "utf_16" | "utf16" | "u16" => Some(Self::Utf16),
            "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Some(Self::Utf16Le),
            "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Some(Self::Utf16Be),
            _ => None,
        }
    }

    /// The name in messages, and as an exception's `encoding`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
            Self::Utf16 => "utf-16",
            Self::Utf16Le => "utf-16-le",
            Self::Utf16Be => "utf-16-be",
        }
    }

    /// The code points that the codec has, but for UTF-8 and UTF-16, which have all.
    fn limit(self) -> u32 {
        match self {
            Self::Utf8 | Self::Utf16 | Self::Utf16Le | Self::Utf16Be => u32::MAX,
            Self::Ascii => 0x80,
            Self::Latin1 => 0x100,
        }
    }
}

/// `text.encode(encoding, errors)`
///
/// # Errors
/// [`CodecError`]
pub fn encode(text: &str, encoding: Encoding, errors: &str) -> Result<Vec<u8>, CodecError> {
    match encoding {
        Encoding::Utf16 => {
            let words = std::iter::once(BYTE_ORDER_MARK).chain(text.encode_utf16());
            return Ok(words.flat_map(u16::to_le_bytes).collect());
        }
        Encoding::Utf16Le => return Ok(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => return Ok(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        Encoding::Utf8 => return Ok(text.as_bytes().to_vec()),
        Encoding::Ascii | Encoding::Latin1 if text.is_ascii() => return Ok(text.as_bytes().to_vec()),
        Encoding::Ascii | Encoding::Latin1 => {}
    }
    let fits = |character: char| u32::from(character) < encoding.limit();
    let mut out = Vec::with_capacity(text.len());
    for (position, character) in text.chars().enumerate() {
        if fits(character) {
            out.push(character as u8);
            continue;
        }
        match Handler::named(errors)? {
            Handler::Ignore => {}
            Handler::Replace => out.push(b'?'),
            Handler::Backslash => out.extend(escaped(character).bytes()),
            Handler::Reference => out.extend(format!("&#{};", u32::from(character)).bytes()),
            Handler::Strict => {
                let misfits = text.chars().skip(position).take_while(|other| !fits(*other));
                return Err(CodecError::Encode {
                    encoding,
                    character,
                    start: position,
                    end: position + misfits.count(),
                });
            }
        }
    }
    Ok(out)
}

/// `bytes.decode(encoding, errors)`
///
/// # Errors
/// [`CodecError`]
pub fn decode(bytes: &[u8], encoding: Encoding, errors: &str) -> Result<String, CodecError> {
    if encoding == Encoding::Latin1 {
        return Ok(bytes.iter().copied().map(char::from).collect());
    }
    let mut out = String::with_capacity(bytes.len());
    let mut start = 0;
    let mut is_big = encoding == Encoding::Utf16Be;
    if encoding == Encoding::Utf16
        && let Some(mark) = bytes.get(..2)
        && matches!(mark, [0xff, 0xfe] | [0xfe, 0xff])
    {
        is_big = mark[0] == 0xfe;
        start = 2;
    }
    while let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) {
        let (passed, failure) = match encoding {
            Encoding::Utf8 => leading_utf8(rest, &mut out),
            Encoding::Ascii | Encoding::Latin1 => leading_ascii(rest, &mut out),
            Encoding::Utf16 | Encoding::Utf16Le | Encoding::Utf16Be => leading_utf16(rest, is_big, &mut out),
        };
        let Some(Failure { length, reason }) = failure else {
            break;
        };
        start += passed;
        let end = start + length;
        match Handler::named(errors)? {
            Handler::Ignore => {}
            Handler::Replace => out.push(char::REPLACEMENT_CHARACTER),
            Handler::Backslash => {
                for byte in &bytes[start..end] {
                    out.push_str(&format!("\\x{byte:02x}"));
                }
            }
            // A reference can be encoded only; CPython says so with a `TypeError` of its own.
            Handler::Strict | Handler::Reference => {
                return Err(CodecError::Decode {
                    encoding,
                    byte: bytes[start],
                    start,
                    end,
                    reason,
                });
            }
        }
        start = end;
    }
    Ok(out)
}

/// Bytes that are no character.
struct Failure {
    length: usize,
    reason: &'static str,
}

/// Adds what the bytes stand for up to where they stand for nothing; how many bytes that took.
fn leading_ascii(bytes: &[u8], out: &mut String) -> (usize, Option<Failure>) {
    let length = bytes.iter().take_while(|byte| byte.is_ascii()).count();
    out.push_str(std::str::from_utf8(&bytes[..length]).unwrap_or_default());
    let failure = (length < bytes.len()).then_some(Failure {
        length: 1,
        reason: "ordinal not in range(128)",
    });
    (length, failure)
}

fn leading_utf8(bytes: &[u8], out: &mut String) -> (usize, Option<Failure>) {
    let error = match std::str::from_utf8(bytes) {
        Ok(valid) => {
            out.push_str(valid);
            return (bytes.len(), None);
        }
        Err(error) => error,
    };
    let (valid, invalid) = bytes.split_at(error.valid_up_to());
    let reason = match (error.error_len(), invalid.first()) {
        (None, _) => "unexpected end of data",
        (Some(_), Some(0xc2..=0xf4)) => "invalid continuation byte",
        (Some(_), _) => "invalid start byte",
    };
    let failure = Failure {
        length: error.error_len().unwrap_or(invalid.len()),
        reason,
    };
    out.push_str(std::str::from_utf8(valid).unwrap_or_default());
    (valid.len(), Some(failure))
}

fn leading_utf16(bytes: &[u8], is_big: bool, out: &mut String) -> (usize, Option<Failure>) {
    let read = if is_big {
        u16::from_be_bytes
    } else {
        u16::from_le_bytes
    };
    let words = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    let mut passed = 0;
    for character in char::decode_utf16(words) {
        match character {
            Ok(character) => {
                out.push(character);
                passed += 2 * character.len_utf16();
            }
            Err(error) => {
                let is_first = (0xd800..0xdc00).contains(&error.unpaired_surrogate());
                let is_last = passed + 4 > bytes.len();
                let (length, reason) = match (is_first, is_last) {
                    (true, true) => (bytes.len() - passed, "unexpected end of data"),
                    (true, false) => (2, "illegal UTF-16 surrogate"),
                    (false, _) => (2, "illegal encoding"),
                };
                return (passed, Some(Failure { length, reason }));
            }
        }
    }
    let failure = (passed < bytes.len()).then_some(Failure {
        length: 1,
        reason: "truncated data",
    });
    (passed, failure)
}

impl Handler {
    fn named(name: &str) -> Result<Self, CodecError> {
        match name {
            "strict" => Ok(Self::Strict),
            "ignore" => Ok(Self::Ignore),
            "replace" => Ok(Self::Replace),
            "backslashreplace" => Ok(Self::Backslash),
            "xmlcharrefreplace" => Ok(Self::Reference),
            _ => Err(CodecError::UnknownHandler(name.to_owned())),
        }
    }
}

/// A character as `\x`, `\u` or `\U` and its digits.
pub(crate) fn escaped(character: char) -> String {
    let code = u32::from(character);
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

impl CodecError {
    /// The exception's `reason`.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Encode {
                encoding: Encoding::Latin1,
                ..
            } => "ordinal not in range(256)",
            Self::Encode { .. } => "ordinal not in range(128)",
            Self::Decode { reason, .. } => reason,
            Self::UnknownHandler(_) => "unknown error handler",
        }
    }

    /// The message, which `str` of the exception gives.
    #[must_use]
    pub fn message(&self) -> String {
        let (encoding, one, several, start, end) = match self {
            Self::UnknownHandler(name) => return format!("unknown error handler name '{name}'"),
            Self::Encode {
                encoding,
                character,
                start,
                end,
            } => {
                let one = format!("encode character '{}'", escaped(*character));
                (encoding, one, "encode characters", start, end)
            }
            Self::Decode {
                encoding,
                byte,
                start,
                end,
                ..
            } => (
                encoding,
                format!("decode byte 0x{byte:02x}"),
                "decode bytes",
                start,
                end,
            ),
        };
        let (encoding, reason, last) = (encoding.name(), self.reason(), end - 1);
        if last == *start {
            format!("'{encoding}' codec can't {one} in position {start}: {reason}")
        } else {
            format!("'{encoding}' codec can't {several} in position {start}-{last}: {reason}")
        }
    }
}

impl fmt::Display for CodecError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let class = match self {
            Self::Encode { .. } => "UnicodeEncodeError",
            Self::Decode { .. } => "UnicodeDecodeError",
            Self::UnknownHandler(_) => "LookupError",
        };
        write!(out, "{class}: {}", self.message())
    }
}

impl std::error::Error for CodecError {}
