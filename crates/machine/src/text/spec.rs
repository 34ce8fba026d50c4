//! The format-specification mini-language: `[[fill]align][sign][z][#][0][width][,_][.precision][type]`, as CPython's
//! `parse_internal_render_format_spec` (Python/formatter_unicode.c) reads it, mistakes included.

use super::Error;
use super::character::decimal_digit;
use super::layout::{Align, Grouping, Layout, Sign};

/// The largest `Py_ssize_t` of CPython on a 64-bit machine.
const MAX_NUMBER: u64 = i64::MAX as u64;

/// What a type takes for granted where a specification is silent.
pub(super) struct Defaults {
    pub align: Align,
    pub code: Option<char>,
}

/// A specification as it was written. What a type makes of it is the type's affair.
pub(super) struct Spec {
    pub layout: Layout,
    pub is_alternate: bool,
    pub drops_negative_zero: bool,
    pub precision: Option<u64>,
    /// The presentation type, given or taken for granted.
    pub code: Option<char>,
}

impl Spec {
    /// Reads `text` for a value of type `type_name`.
    ///
    /// # Errors
    /// `ValueError`.
    pub(super) fn parse(text: &str, defaults: &Defaults, type_name: &str) -> Result<Self, Error> {
        let mut rest = Cursor(text);
        let (fill, align) = rest.fill_and_align();
        let sign = rest.take_map(sign_of);
        let drops_negative_zero = rest.take('z');
        let is_alternate = rest.take('#');
        let has_zero = fill.is_none() && rest.take('0');
        let zero_align = if has_zero && defaults.align == Align::Right {
            Align::AfterSign
        } else {
            defaults.align
        };
        let width = rest.number()?;
        let separator = rest.separator()?;
        let precision = if rest.take('.') {
            Some(
                rest.number()?
                    .ok_or(Error::Value("Format specifier missing precision".into()))?,
            )
        } else {
            None
        };
        let code = rest.take_map(Some).or(defaults.code);
        if !rest.0.is_empty() {
            return Err(Error::value(format!(
                "Invalid format specifier '{text}' for object of type '{type_name}'"
            )));
        }
        let grouping = match separator {
            Some(separator) => Some(grouping_of(separator, code)?),
            None => None,
        };
        let layout = Layout {
            fill: fill.unwrap_or(if has_zero { '0' } else { ' ' }),
            align: align.unwrap_or(zero_align),
            sign,
            width: width.unwrap_or(0),
            grouping,
        };
        Ok(Self {
            layout,
            is_alternate,
            drops_negative_zero,
            precision,
            code,
        })
    }

    /// The error for a presentation type that values of `type_name` do not have.
    pub(super) fn unknown_code(code: char, type_name: &str) -> Error {
        let code = shown(code);
        Error::value(format!(
            "Unknown format code '{code}' for object of type '{type_name}'"
        ))
    }
}

/// What is left to read.
struct Cursor<'a>(&'a str);

impl Cursor<'_> {
    /// Takes the next character if `accept` makes something of it.
    fn take_map<T>(&mut self, accept: impl FnOnce(char) -> Option<T>) -> Option<T> {
        let mut rest = self.0.chars();
        let taken = rest.next().and_then(accept)?;
        self.0 = rest.as_str();
        Some(taken)
    }

    fn take(&mut self, expected: char) -> bool {
        self.take_map(|character| (character == expected).then_some(()))
            .is_some()
    }

    fn fill_and_align(&mut self) -> (Option<char>, Option<Align>) {
        let mut rest = self.0.chars();
        let fill = rest.next();
        match rest.next().and_then(align_of) {
            Some(align) => {
                self.0 = rest.as_str();
                (fill, Some(align))
            }
            None => (None, self.take_map(align_of)),
        }
    }

    /// Decimal digits of any script, or `None` where there are none.
    fn number(&mut self) -> Result<Option<u64>, Error> {
        let mut number = None;
        while let Some(digit) = self.take_map(decimal_digit) {
            let next = number
                .unwrap_or(0_u64)
                .checked_mul(10)
                .and_then(|tens| tens.checked_add(u64::from(digit)));
            number = Some(
                next.filter(|next| *next <= MAX_NUMBER)
                    .ok_or(Error::Value("Too many decimal digits in format string".into()))?,
            );
        }
        Ok(number)
    }

    fn separator(&mut self) -> Result<Option<char>, Error> {
        let has_comma = self.take(',');
        let has_underscore = self.take('_');
        if has_underscore && (has_comma || self.0.starts_with(',')) {
            return Err(Error::Value("Cannot specify both ',' and '_'.".into()));
        }
        Ok(if has_comma {
            Some(',')
        } else {
            has_underscore.then_some('_')
        })
    }
}

fn align_of(character: char) -> Option<Align> {
    match character {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Centre),
        '=' => Some(Align::AfterSign),
        _ => None,
    }
}

fn sign_of(character: char) -> Option<Sign> {
    match character {
        '+' => Some(Sign::Plus),
        '-' => Some(Sign::Minus),
        ' ' => Some(Sign::Space),
        _ => None,
    }
}

/// PEP 378 and PEP 515: thousands, and for the other radices underscores every four digits.
fn grouping_of(separator: char, code: Option<char>) -> Result<Grouping, Error> {
    match code {
        None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(Grouping { separator, size: 3 }),
        Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(Grouping { separator, size: 4 }),
        Some(code) => Err(Error::value(format!(
            "Cannot specify '{separator}' with '{}'.",
            shown(code)
        ))),
    }
}

/// A presentation type as CPython's messages show it.
fn shown(code: char) -> String {
    match code {
        '!'..='\x7f' => code.to_string(),
        _ => format!("\\x{:x}", u32::from(code)),
    }
}
