//! `"…" % values`: the parts of such a format, and what a value becomes in one (CPython: `PyUnicode_Format`).
//!
//! The caller walks through the [`Parts`], takes the value of each [`Field`] from the operand, brings it to the type that
//! the field's code asks for, and calls [`int`], [`float`] or [`string`]. All of that can call Python and fail; the parts
//! come one by one, so that errors come in CPython's order. Theirs to raise are the `TypeError`s: "format requires a
//! mapping" for a field with a key, "* wants int", "not enough arguments for format string", and, at the end, "not all
//! arguments converted during string formatting".

use super::Error;
use super::float::{FloatStyle, Notation, render};
use super::format::leading;
use super::layout::{Align, Layout, Number, Sign};
use crate::int::Int;

/// Digits after the point where no precision is given.
const DEFAULT_PRECISION: u64 = 6;
/// The largest `Py_ssize_t`, for widths, and the largest C `int`, for precisions.
const MAX_WIDTH: u64 = i64::MAX as u64;
const MAX_PRECISION: u64 = i32::MAX as u64;

/// A piece of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// Text that stands for itself.
    Literal(&'a str),
    /// Where a value goes.
    Field(Field<'a>),
}

/// A conversion as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// The key in parentheses.
    pub key: Option<&'a str>,
    /// The width, if one is given.
    pub width: Option<Size>,
    /// The precision, if one is given.
    pub precision: Option<Size>,
    /// The letter: known only if [`Field::check`] says so.
    pub code: char,
    flags: Flags,
    /// Where the letter stands, in characters.
    index: usize,
}

/// A width or precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Written as a number.
    Given(u64),
    /// `*`: the next value says it.
    Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Flags {
    is_left: bool,
    has_plus: bool,
    has_space: bool,
    is_alternate: bool,
    has_zeros: bool,
}

/// A field whose width and precision are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    flags: Flags,
    width: u64,
    precision: Option<u64>,
    code: char,
}

impl Field<'_> {
    /// Whether the letter is one that exists; to be asked once the value has been taken.
    ///
    /// # Errors
    /// `ValueError`
    pub fn check(&self) -> Result<(), Error> {
        if matches!(
            self.code,
            'c' | 'd' | 'i' | 'u' | 'x' | 'X' | 'o' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 's' | 'r' | 'a'
        ) {
            return Ok(());
        }
        let shown = match self.code {
            '\x1f'..='~' => self.code,
            _ => '?',
        };
        let (code, index) = (u32::from(self.code), self.index);
        Err(Error::value(format!(
            "unsupported format character '{shown}' ({code:#x}) at index {index}"
        )))
    }

    /// The field with the values of its stars. A negative width asks for the left, a negative precision for none.
    #[must_use]
    pub fn style(&self, width: Option<i64>, precision: Option<i64>) -> Style {
        let given = |size: Option<Size>| match size {
            Some(Size::Given(size)) => Some(size),
            Some(Size::Value) | None => None,
        };
        let mut flags = self.flags;
        flags.is_left |= width.is_some_and(i64::is_negative);
        Style {
            flags,
            width: width.map(i64::unsigned_abs).or(given(self.width)).unwrap_or(0),
            precision: precision
                .map(|precision| u64::try_from(precision).unwrap_or(0))
                .or(given(self.precision)),
            code: self.code,
        }
    }
}

/// The parts of a format, in order.
#[derive(Debug, Clone)]
pub struct Parts<'a> {
    whole: &'a str,
    rest: &'a str,
}

impl<'a> Parts<'a> {
    /// The parts of `format`.
    #[must_use]
    pub fn new(format: &'a str) -> Self {
        Self {
            whole: format,
            rest: format,
        }
    }

    fn field(&mut self) -> Result<Part<'a>, Error> {
        if self.take('%') {
            return Ok(Part::Literal("%"));
        }
        let key = self.key()?;
        let flags = self.flags();
        let width = self.size(MAX_WIDTH, "width too big")?;
        let precision = if self.take('.') {
            let size = self.size(MAX_PRECISION, "precision too big")?;
            Some(size.unwrap_or(Size::Given(0)))
        } else {
            None
        };
        // C's length modifiers mean nothing.
        self.rest = self.rest.strip_prefix(['h', 'l', 'L']).unwrap_or(self.rest);
        let mut rest = self.rest.chars();
        let code = rest.next().ok_or(Error::Value("incomplete format".into()))?;
        let at = self.whole.len() - self.rest.len();
        self.rest = rest.as_str();
        Ok(Part::Field(Field {
            key,
            width,
            precision,
            code,
            flags,
            index: self.whole[..at].chars().count(),
        }))
    }

    /// What stands in parentheses, which may be nested.
    fn key(&mut self) -> Result<Option<&'a str>, Error> {
        if !self.take('(') {
            return Ok(None);
        }
        let mut depth = 1;
        for (at, byte) in self.rest.bytes().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let key = &self.rest[..at];
                self.rest = &self.rest[at + 1..];
                return Ok(Some(key));
            }
        }
        Err(Error::Value("incomplete format key".into()))
    }

    fn flags(&mut self) -> Flags {
        let mut flags = Flags::default();
        loop {
            let flag = match self.rest.as_bytes().first() {
                Some(b'-') => &mut flags.is_left,
                Some(b'+') => &mut flags.has_plus,
                Some(b' ') => &mut flags.has_space,
                Some(b'#') => &mut flags.is_alternate,
                Some(b'0') => &mut flags.has_zeros,
                _ => return flags,
            };
            *flag = true;
            self.rest = &self.rest[1..];
        }
    }

    fn size(&mut self, most: u64, refusal: &'static str) -> Result<Option<Size>, Error> {
        if self.take('*') {
            return Ok(Some(Size::Value));
        }
        let mut size = None;
        while let Some(digit) = self.rest.bytes().next().filter(u8::is_ascii_digit) {
            self.rest = &self.rest[1..];
            let tens = size.unwrap_or(0_u64).checked_mul(10);
            let next = tens.and_then(|tens| tens.checked_add(u64::from(digit - b'0')));
            size = Some(
                next.filter(|next| *next <= most)
                    .ok_or(Error::Value(refusal.into()))?,
            );
        }
        Ok(size.map(Size::Given))
    }

    fn take(&mut self, expected: char) -> bool {
        let taken = self.rest.strip_prefix(expected);
        self.rest = taken.unwrap_or(self.rest);
        taken.is_some()
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Result<Part<'a>, Error>;

    /// Errors are `ValueError`s, and end the format.
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        if self.take('%') {
            return Some(self.field());
        }
        let (literal, rest) = self.rest.split_at(self.rest.find('%').unwrap_or(self.rest.len()));
        self.rest = rest;
        Some(Ok(Part::Literal(literal)))
    }
}

/// An integer by `d`, `i`, `u`, `x`, `X` or `o`.
///
/// # Errors
/// `ValueError` past [`crate::int::MAX_STR_DIGITS`] digits in decimal; [`Error::TooLarge`] past `max_bytes`.
pub fn int(value: &Int, style: Style, max_bytes: usize) -> Result<String, Error> {
    let (prefix, digits) = match style.code {
        'x' => ("0x", value.magnitude_digits(16, max_bytes)?),
        'X' => ("0X", value.magnitude_digits(16, max_bytes)?.to_ascii_uppercase()),
        'o' => ("0o", value.magnitude_digits(8, max_bytes)?),
        _ => ("", value.to_decimal()?.trim_start_matches('-').to_owned()),
    };
    let least = style.precision.unwrap_or(0).max(digits.len() as u64);
    let Some(least) = usize::try_from(least).ok().filter(|least| *least <= max_bytes) else {
        return Err(Error::TooLarge);
    };
    let number = Number {
        is_negative: value.is_negative(),
        prefix: if style.flags.is_alternate { prefix } else { "" },
        whole: &format!("{digits:0>least$}"),
        rest: "",
    };
    style.layout(true).number(&number, max_bytes)
}

/// A float by `e`, `E`, `f`, `F`, `g` or `G`.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn float(value: f64, style: Style, max_bytes: usize) -> Result<String, Error> {
    let precision = style.precision.unwrap_or(DEFAULT_PRECISION);
    let float_style = FloatStyle {
        notation: match style.code {
            'e' | 'E' => Notation::Exponent(precision),
            'f' | 'F' => Notation::Fixed(precision),
            _ => Notation::General(precision),
        },
        is_upper: style.code.is_ascii_uppercase(),
        is_alternate: style.flags.is_alternate,
        adds_point_zero: false,
        drops_negative_zero: false,
    };
    let text = render(value, float_style, max_bytes)?;
    let magnitude = text.trim_start_matches('-');
    let (whole, rest) = magnitude.split_at(magnitude.bytes().take_while(u8::is_ascii_digit).count());
    let number = Number {
        is_negative: text.len() > magnitude.len(),
        prefix: "",
        whole,
        rest,
    };
    style.layout(true).number(&number, max_bytes)
}

/// A string by `s`, `r` or `a`, or the one character of `c`.
///
/// # Errors
/// [`Error::TooLarge`] past `max_bytes`.
pub fn string(text: &str, style: Style, max_bytes: usize) -> Result<String, Error> {
    let precision = style.precision.filter(|_| style.code != 'c');
    style.layout(false).text(leading(text, precision), max_bytes)
}

/// The character that `c` makes of an integer.
///
/// # Errors
/// `OverflowError` outside Unicode; `ValueError` for half of a surrogate pair, which our strings cannot hold.
pub fn character(value: &Int) -> Result<char, Error> {
    let code = value.to_i64().and_then(|code| u32::try_from(code).ok());
    let code = code
        .filter(|code| *code <= u32::from(char::MAX))
        .ok_or(Error::Overflow("%c arg not in range(0x110000)"))?;
    char::from_u32(code).ok_or(Error::Value("a surrogate is not a character".into()))
}

impl Style {
    fn layout(self, is_number: bool) -> Layout {
        let Flags {
            is_left,
            has_plus,
            has_space,
            has_zeros,
            ..
        } = self.flags;
        let pads_with_zeros = is_number && has_zeros && !is_left;
        Layout {
            fill: if pads_with_zeros { '0' } else { ' ' },
            align: match (is_left, pads_with_zeros) {
                (true, _) => Align::Left,
                (false, true) => Align::AfterSign,
                (false, false) => Align::Right,
            },
            sign: match (has_plus, has_space) {
                (true, _) => Some(Sign::Plus),
                (false, true) => Some(Sign::Space),
                (false, false) => None,
            },
            width: self.width,
            grouping: None,
        }
    }
}
