//! The templates of `str.format`: text and replacement fields (CPython: Objects/stringlib/unicode_format.h).
//!
//! The caller walks through the [`Template`], looks a field's value up by [`Numbering::first`] and the [`Steps`] after
//! it, converts it, expands the specification where [`Field::is_nested`] says so (another template, with the same
//! numbering, at most [`MAX_DEPTH`] deep in all), and formats it. All of that can call Python and fail; pieces and steps
//! come one by one, so that errors come in CPython's order.

use super::Error;
use super::character::decimal_digit;

/// How deep templates go: a specification may have fields, but not theirs.
pub const MAX_DEPTH: usize = 2;

/// The error of a template that is deeper.
pub const TOO_DEEP: Error = Error::Value(std::borrow::Cow::Borrowed("Max string recursion exceeded"));

/// Text, and the field that follows it, if one does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Text that stands for itself.
    pub literal: &'a str,
    /// The field behind it.
    pub field: Option<Field<'a>>,
}

/// A replacement field: `{name!conversion:spec}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// The name, attributes and indices included.
    pub name: &'a str,
    /// The letter after `!`; known only if [`Field::conversion`] says so.
    pub letter: Option<char>,
    /// The format specification.
    pub spec: &'a str,
    /// Whether the specification has fields of its own.
    pub is_nested: bool,
}

/// What a conversion calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

impl Field<'_> {
    /// The conversion, to be asked for once the value has been found.
    ///
    /// # Errors
    /// `ValueError`
    pub fn conversion(&self) -> Result<Option<Conversion>, Error> {
        match self.letter {
            None => Ok(None),
            Some('s') => Ok(Some(Conversion::Str)),
            Some('r') => Ok(Some(Conversion::Repr)),
            Some('a') => Ok(Some(Conversion::Ascii)),
            Some(letter @ '!'..='~') => Err(Error::value(format!("Unknown conversion specifier {letter}"))),
            Some(letter) => {
                let code = u32::from(letter);
                Err(Error::value(format!("Unknown conversion specifier \\x{code:x}")))
            }
        }
    }
}

/// The pieces of a template, in order.
#[derive(Debug, Clone)]
pub struct Template<'a>(&'a str);

impl<'a> Template<'a> {
    /// The pieces of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self(text)
    }

    fn piece(&mut self) -> Result<Piece<'a>, Error> {
        let Some(at) = self.0.find(['{', '}']) else {
            return Ok(Piece {
                literal: std::mem::take(&mut self.0),
                field: None,
            });
        };
        let (before, brace, after) = (&self.0[..at], &self.0[at..=at], &self.0[at + 1..]);
        if let Some(rest) = after.strip_prefix(brace) {
            // A doubled brace stands for one.
            let literal = &self.0[..=at];
            self.0 = rest;
            return Ok(Piece { literal, field: None });
        }
        if brace == "}" || after.is_empty() {
            return Err(Error::value(format!(
                "Single '{brace}' encountered in format string"
            )));
        }
        self.0 = after;
        Ok(Piece {
            literal: before,
            field: Some(self.field()?),
        })
    }

    fn field(&mut self) -> Result<Field<'a>, Error> {
        let mut field = Field {
            name: "",
            letter: None,
            spec: "",
            is_nested: false,
        };
        let end;
        (field.name, end) = self.name()?;
        match end {
            '!' => {
                const NONE: Error = Error::Value(std::borrow::Cow::Borrowed(
                    "end of string while looking for conversion specifier",
                ));
                field.letter = Some(self.next_char().ok_or(NONE)?);
                match self.next_char() {
                    Some('}') => return Ok(field),
                    Some(':') | None => {}
                    Some(_) => {
                        return Err(Error::Value("expected ':' after conversion specifier".into()));
                    }
                }
            }
            ':' => {}
            _ => return Ok(field),
        }
        (field.spec, field.is_nested) = self.spec()?;
        Ok(field)
    }

    /// The name, and what ends it: `}`, `:` or `!`. Inside brackets nothing ends it.
    fn name(&mut self) -> Result<(&'a str, char), Error> {
        let text = self.0;
        let mut in_brackets = false;
        for (at, character) in text.char_indices() {
            match character {
                ']' => in_brackets = false,
                _ if in_brackets => {}
                '[' => in_brackets = true,
                '{' => return Err(Error::Value("unexpected '{' in field name".into())),
                '}' | ':' | '!' => {
                    self.0 = &text[at + 1..];
                    return Ok((&text[..at], character));
                }
                _ => {}
            }
        }
        Err(Error::Value("expected '}' before end of string".into()))
    }

    /// The specification up to the brace that closes the field, and whether it has fields.
    fn spec(&mut self) -> Result<(&'a str, bool), Error> {
        let text = self.0;
        let mut depth = 1;
        let mut is_nested = false;
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'{' => {
                    is_nested = true;
                    depth += 1;
                }
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.0 = &text[at + 1..];
                return Ok((&text[..at], is_nested));
            }
        }
        Err(Error::Value("unmatched '{' in format spec".into()))
    }

    fn next_char(&mut self) -> Option<char> {
        let mut rest = self.0.chars();
        let next = rest.next();
        self.0 = rest.as_str();
        next
    }
}

impl<'a> Iterator for Template<'a> {
    type Item = Result<Piece<'a>, Error>;

    /// Errors are `ValueError`s, and end the template.
    fn next(&mut self) -> Option<Self::Item> {
        (!self.0.is_empty()).then(|| self.piece())
    }
}

/// Where a field's value is found before attributes and indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First<'a> {
    /// Among the positional arguments. Past the last, CPython's `IndexError` is "Replacement index N out of range for
    /// positional args tuple"; where there are none at all (`format_map`), its `ValueError` is "Format string contains
    /// positional fields".
    Position(i64),
    /// Among the named ones.
    Name(&'a str),
}

/// How the fields without a number have been numbered so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbering {
    /// Whether fields are numbered by themselves or in the template; nothing before the first.
    is_automatic: Option<bool>,
    next: i64,
}

impl Numbering {
    /// Where the value of a field of this name begins, and the steps from there.
    ///
    /// # Errors
    /// `ValueError` for a number that is too large, and for numbers in some fields only.
    pub fn first<'a>(&mut self, name: &'a str) -> Result<(First<'a>, Steps<'a>), Error> {
        let (first, rest) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
        let steps = Steps(rest);
        let number = index(first)?;
        if number.is_none() && !first.is_empty() {
            return Ok((First::Name(first), steps));
        }
        match (*self.is_automatic.get_or_insert(number.is_none()), number) {
            (true, Some(_)) => Err(Error::Value(
                "cannot switch from automatic field numbering to manual field specification".into(),
            )),
            (false, None) => Err(Error::Value(
                "cannot switch from manual field specification to automatic field numbering".into(),
            )),
            (false, Some(number)) => Ok((First::Position(number), steps)),
            (true, None) => {
                self.next += 1;
                Ok((First::Position(self.next - 1), steps))
            }
        }
    }
}

/// A step from a value to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// `.name`
    Attribute(&'a str),
    /// `[number]`
    Index(i64),
    /// `[text]`
    Key(&'a str),
}

/// The attributes and indices of a field's name, in order.
#[derive(Debug, Clone)]
pub struct Steps<'a>(&'a str);

impl<'a> Steps<'a> {
    fn step(&mut self) -> Result<Step<'a>, Error> {
        const EMPTY: Error = Error::Value(std::borrow::Cow::Borrowed("Empty attribute in format string"));
        if let Some(rest) = self.0.strip_prefix('.') {
            let (name, rest) = rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len()));
            self.0 = rest;
            return if name.is_empty() {
                Err(EMPTY)
            } else {
                Ok(Step::Attribute(name))
            };
        }
        let Some(rest) = self.0.strip_prefix('[') else {
            return Err(Error::Value(
                "Only '.' or '[' may follow ']' in format field specifier".into(),
            ));
        };
        let (key, rest) = rest
            .split_once(']')
            .ok_or(Error::Value("Missing ']' in format string".into()))?;
        self.0 = rest;
        match index(key)? {
            _ if key.is_empty() => Err(EMPTY),
            Some(index) => Ok(Step::Index(index)),
            None => Ok(Step::Key(key)),
        }
    }
}

impl<'a> Iterator for Steps<'a> {
    type Item = Result<Step<'a>, Error>;

    /// Errors are `ValueError`s, and end the steps.
    fn next(&mut self) -> Option<Self::Item> {
        (!self.0.is_empty()).then(|| self.step())
    }
}

/// A number in decimal digits of any script; `None` for what is none.
fn index(text: &str) -> Result<Option<i64>, Error> {
    let mut number = None;
    for character in text.chars() {
        let Some(digit) = decimal_digit(character) else {
            return Ok(None);
        };
        let tens = number.unwrap_or(0_i64).checked_mul(10);
        let next = tens.and_then(|tens| tens.checked_add(i64::from(digit)));
        number = Some(next.ok_or(Error::Value("Too many decimal digits in format string".into()))?);
    }
    Ok(number)
}
