//! Line ends as CPython's tokenizer sees them, with the way back to the learner's own bytes.

use std::borrow::Cow;

use ruff_text_size::{TextRange, TextSize};

use crate::tree::Span;

/// A source whose lines end with `\n` alone, as `translate_newlines` in CPython's `Parser/tokenizer.c` makes it: a `\r\n`
/// within a string of three quotes is one character there.
#[derive(Debug)]
pub(crate) struct Normalised<'a> {
    text: Cow<'a, str>,
    /// The places in `text` before which a `\r` was taken away.
    removed: Vec<u32>,
}

impl<'a> Normalised<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        if !source.contains('\r') {
            return Self {
                text: Cow::Borrowed(source),
                removed: Vec::new(),
            };
        }
        let mut text = String::with_capacity(source.len());
        let mut removed = Vec::new();
        let mut characters = source.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '\r' if characters.peek() == Some(&'\n') => {
                    removed.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
                }
                '\r' => text.push('\n'),
                other => text.push(other),
            }
        }
        Self {
            text: Cow::Owned(text),
            removed,
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The range's place in the source as it was given.
    pub(crate) fn span(&self, range: TextRange) -> Span {
        Span {
            start: self.original(range.start(), false),
            end: self.original(range.end(), true),
        }
    }

    /// An end lies before a `\r` that was taken away at the same place, a start behind it.
    fn original(&self, offset: TextSize, is_end: bool) -> u32 {
        let offset = offset.to_u32();
        let before = self
            .removed
            .partition_point(|removed| *removed < offset || (*removed == offset && !is_end));
        offset + u32::try_from(before).unwrap_or(u32::MAX)
    }
}
