//! What stands behind `# @param`: a list of choices, or braces with keys and values, or both.

use super::error::Fault;
use super::literal::{self, Literal};

/// An annotation, not yet judged.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Annotation<'a> {
    /// The items of a list, each with its text.
    pub choices: Option<Vec<(&'a str, Literal)>>,
    /// Keys and values in their order.
    keys: Vec<(&'a str, Literal)>,
}

impl<'a> Annotation<'a> {
    /// Reads a comment's text, from its `#` on; `None` when it is an ordinary comment.
    pub(super) fn read(comment: &'a str) -> Option<Result<Self, Fault>> {
        let rest = comment
            .trim_start_matches('#')
            .trim_start()
            .strip_prefix("@param")?;
        if rest.starts_with(|next: char| next.is_alphanumeric() || next == '_') {
            return None;
        }
        Some(Reader { rest }.annotation())
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Literal> {
        self.keys
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn annotation(mut self) -> Result<Annotation<'a>, Fault> {
        let mut annotation = Annotation::default();
        if self.take('[') {
            annotation.choices = Some(self.choices()?);
        }
        if self.take('{') {
            annotation.keys = self.keys()?;
        }
        self.skip();
        match self.rest.chars().next() {
            None => Ok(annotation),
            Some(found) => Err(Fault::Unexpected { found }),
        }
    }

    fn choices(&mut self) -> Result<Vec<(&'a str, Literal)>, Fault> {
        let mut choices = Vec::new();
        while !self.take(']') {
            choices.push(self.value()?);
            self.separator(']')?;
        }
        Ok(choices)
    }

    fn keys(&mut self) -> Result<Vec<(&'a str, Literal)>, Fault> {
        let mut keys = Vec::new();
        while !self.take('}') {
            let key = self.word()?;
            if !self.take(':') {
                return Err(self.unexpected());
            }
            keys.push((key, self.value()?.1));
            self.separator('}')?;
        }
        Ok(keys)
    }

    /// A comma, unless the end comes next.
    fn separator(&mut self, end: char) -> Result<(), Fault> {
        self.skip();
        if self.take(',') || self.rest.starts_with(end) {
            return Ok(());
        }
        Err(self.unexpected())
    }

    /// A key, bare or in quotes.
    fn word(&mut self) -> Result<&'a str, Fault> {
        self.skip();
        let quote = self
            .rest
            .chars()
            .next()
            .filter(|first| matches!(first, '\'' | '"'));
        let rest = quote.map_or(self.rest, |_| &self.rest[1..]);
        let length = rest
            .find(|next: char| !(next.is_alphanumeric() || matches!(next, '_' | '-')))
            .unwrap_or(rest.len());
        self.rest = &rest[length..];
        if length == 0 || quote.is_some_and(|quote| !self.take(quote)) {
            return Err(self.unexpected());
        }
        Ok(&rest[..length])
    }

    fn value(&mut self) -> Result<(&'a str, Literal), Fault> {
        self.skip();
        let length = match self.rest.chars().next() {
            Some(quote @ ('\'' | '"')) => string_length(self.rest, quote),
            _ => self.rest.find([',', '}', ']', ' ', '\t']),
        };
        let text = &self.rest[..length.unwrap_or(self.rest.len())];
        // Colab writes its booleans in JavaScript's way.
        let python = match text {
            "true" => "True",
            "false" => "False",
            other => other,
        };
        let value = literal::read(python).ok_or_else(|| match text {
            "" => self.unexpected(),
            _ => Fault::AnnotationValue {
                text: text.to_owned(),
            },
        })?;
        self.rest = &self.rest[text.len()..];
        Ok((python, value))
    }

    fn take(&mut self, wanted: char) -> bool {
        self.skip();
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn unexpected(&self) -> Fault {
        self.rest
            .chars()
            .next()
            .map_or(Fault::Unclosed, |found| Fault::Unexpected { found })
    }
}

/// The length of the string at the start of `text`, with both quotes.
fn string_length(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        if !escaped && character == quote {
            return Some(at + 1);
        }
        escaped = !escaped && character == '\\';
    }
    None
}
