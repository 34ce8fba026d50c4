//! What arithmetic and formatting can fail with.

use std::borrow::Cow;
use std::fmt;

/// The Python exception that an operation raises, or the limit it would pass.
///
/// Messages are CPython 3.11's, to the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// `ValueError` with this message.
    Value(Cow<'static, str>),
    /// `OverflowError` with this message.
    Overflow(&'static str),
    /// `ZeroDivisionError` with this message.
    ZeroDivision(&'static str),
    /// The result would be larger than the caller's limit. Nothing of that size was allocated.
    TooLarge,
}

impl Error {
    /// A `ValueError` whose message is built from the input.
    pub(crate) fn value(message: String) -> Self {
        Self::Value(Cow::Owned(message))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(message) => write!(out, "ValueError: {message}"),
            Self::Overflow(message) => write!(out, "OverflowError: {message}"),
            Self::ZeroDivision(message) => write!(out, "ZeroDivisionError: {message}"),
            Self::TooLarge => out.write_str("the result is larger than the limit"),
        }
    }
}

impl std::error::Error for Error {}
