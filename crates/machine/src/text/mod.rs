//! Strings: `repr`, the methods of `str`, numbers written and read, and the format-specification mini-language, to the
//! letter of CPython 3.11 with its C locale.
//!
//! Pure functions over Rust's types; they know neither heap nor values. Inputs come from strangers: nothing panics, and
//! whatever could make a short input long (a width, a precision, a replacement) takes a limit in bytes and answers
//! [`Error::TooLarge`] before it allocates. What takes no limit makes at most a few times what it got.
//!
//! Positions are counted in code points, as Python counts. Strings are Unicode throughout: they hold no surrogates, as
//! CPython's can.

pub mod case;
mod character;
pub mod classify;
mod decimal;
mod float;
mod format;
pub mod hexadecimal_float;
mod layout;
pub mod pad;
mod parse;
pub mod percent;
mod quote;
pub mod replace;
pub mod search;
mod spec;
pub mod split;
pub mod template;
mod unicode_tables;

pub use crate::int::Error;
pub use float::float_repr;
pub use format::{format_float, format_int, format_str};
pub use parse::{parse_float, parse_int};
pub use quote::{ascii, str_repr};
