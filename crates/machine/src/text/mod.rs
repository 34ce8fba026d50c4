//! Numbers and strings as Python writes and reads them: `repr`, `float("…")`, `int("…")` and the format-specification
//! mini-language, to the letter of CPython 3.11 with its C locale.
//!
//! Pure functions over Rust's types; they know neither heap nor values. Inputs come from strangers: nothing panics, and
//! whatever could make a short input long (a width, a precision, a shift) takes a limit in bytes and answers
//! [`Error::TooLarge`] before it allocates.

mod character;
mod decimal;
mod float;
mod format;
mod layout;
mod parse;
mod quote;
mod spec;
mod unicode_tables;

pub use crate::int::Error;
pub use float::float_repr;
pub use format::{format_float, format_int, format_str};
pub use parse::{parse_float, parse_int};
pub use quote::str_repr;
