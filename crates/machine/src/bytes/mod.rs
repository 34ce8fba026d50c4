//! `bytes` and `bytearray`: `repr`, hexadecimal, and the methods that both have, to the letter of CPython 3.11.
//!
//! Pure functions over `&[u8]`, with the conventions of [`crate::text`]: no panics, a limit in bytes wherever a short
//! input could make a long result, positions and counts as Python has them. Letters, digits and white space are ASCII's.

pub mod classify;
pub mod codec;
mod hexadecimal;
pub mod reshape;
pub mod search;
pub mod split;

pub use hexadecimal::{from_hex, hex};

/// `repr(bytes)`
#[must_use]
pub fn bytes_repr(bytes: &[u8]) -> String {
    let quote = quote_for(bytes);
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for byte in bytes {
        push_escaped(&mut out, *byte, char::from(*byte) == quote);
    }
    out.push(quote);
    out
}

/// `repr(bytearray)`, which escapes single quotes even between double ones.
#[must_use]
pub fn bytearray_repr(bytes: &[u8]) -> String {
    let quote = quote_for(bytes);
    let mut out = String::with_capacity(bytes.len() + 14);
    out.push_str("bytearray(b");
    out.push(quote);
    for byte in bytes {
        push_escaped(&mut out, *byte, *byte == b'\'');
    }
    out.push(quote);
    out.push(')');
    out
}

/// Single quotes, or double ones where that avoids escapes.
fn quote_for(bytes: &[u8]) -> char {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') {
        '"'
    } else {
        '\''
    }
}

fn push_escaped(out: &mut String, byte: u8, is_quote: bool) {
    match byte {
        b'\t' => out.push_str("\\t"),
        b'\n' => out.push_str("\\n"),
        b'\r' => out.push_str("\\r"),
        b'\\' => out.push_str("\\\\"),
        b' '..=b'~' => {
            if is_quote {
                out.push('\\');
            }
            out.push(char::from(byte));
        }
        _ => {
            out.push_str("\\x");
            hexadecimal::push(out, byte);
        }
    }
}

/// What C's `isspace` takes for white space.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}
