//! `format(value, spec)` for integers, floats and strings: CPython's `_PyLong_FormatAdvancedWriter` and its siblings
//! (Python/formatter_unicode.c).
//!
//! `type_name` is the value's type as messages name it: `int`, or `bool`, or that of a subclass. An empty
//! specification gives `str(value)` of the base type; `bool` and `None` and the like are the caller's.

use super::Error;
use super::float::{FloatStyle, Notation, render};
use super::layout::{Align, Number, Sign};
use super::spec::{Defaults, Spec};
use crate::int::Int;

/// Digits after the point where a float's presentation type is given and its precision is not.
const DEFAULT_PRECISION: u64 = 6;
/// CPython keeps a float's precision in a C `int`.
const MAX_PRECISION: u64 = i32::MAX as u64;

const INT: Defaults = Defaults {
    align: Align::Right,
    code: Some('d'),
};
const FLOAT: Defaults = Defaults {
    align: Align::Right,
    code: None,
};
const STR: Defaults = Defaults {
    align: Align::Left,
    code: Some('s'),
};

/// `format(value, spec)` of an integer.
///
/// # Errors
/// `ValueError` for a specification that integers do not have and for a decimal conversion of more than
/// [`crate::int::MAX_STR_DIGITS`] digits, `OverflowError` where the value has no such presentation,
/// [`Error::TooLarge`] past `max_bytes`.
pub fn format_int(value: &Int, spec: &str, type_name: &str, max_bytes: usize) -> Result<String, Error> {
    let spec = Spec::parse(spec, &INT, type_name)?;
    let code = spec.code.unwrap_or('d');
    if matches!(code, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') {
        return write_float(value.to_f64()?, &spec, max_bytes);
    }
    if !matches!(code, 'b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n') {
        return Err(Spec::unknown_code(code, type_name));
    }
    if spec.precision.is_some() {
        return Err(Error::Value(
            "Precision not allowed in integer format specifier".into(),
        ));
    }
    if spec.drops_negative_zero {
        return Err(Error::Value(
            "Negative zero coercion (z) not allowed in integer format specifier".into(),
        ));
    }
    if code == 'c' {
        return write_character(value, &spec, max_bytes);
    }
    let (prefix, digits) = match code {
        'b' => ("0b", value.magnitude_digits(2, max_bytes)?),
        'o' => ("0o", value.magnitude_digits(8, max_bytes)?),
        'x' => ("0x", value.magnitude_digits(16, max_bytes)?),
        'X' => ("0X", value.magnitude_digits(16, max_bytes)?.to_ascii_uppercase()),
        _ => ("", value.to_decimal()?.trim_start_matches('-').to_owned()),
    };
    let prefix = if spec.is_alternate { prefix } else { "" };
    let number = Number {
        is_negative: value.is_negative(),
        prefix,
        whole: &digits,
        rest: "",
    };
    spec.layout.number(&number, max_bytes)
}

/// `format(value, spec)` of a float.
///
/// # Errors
/// `ValueError` for a specification that floats do not have, [`Error::TooLarge`] past `max_bytes`.
pub fn format_float(value: f64, spec: &str, type_name: &str, max_bytes: usize) -> Result<String, Error> {
    let spec = Spec::parse(spec, &FLOAT, type_name)?;
    match spec.code {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => write_float(value, &spec, max_bytes),
        Some(code) => Err(Spec::unknown_code(code, type_name)),
    }
}

/// `format(value, spec)` of a string.
///
/// # Errors
/// `ValueError` for a specification that strings do not have, [`Error::TooLarge`] past `max_bytes`.
pub fn format_str(value: &str, spec: &str, type_name: &str, max_bytes: usize) -> Result<String, Error> {
    let spec = Spec::parse(spec, &STR, type_name)?;
    if let Some(code) = spec.code.filter(|code| *code != 's') {
        return Err(Spec::unknown_code(code, type_name));
    }
    if let Some(refusal) = string_refusal(&spec) {
        return Err(Error::Value(refusal.into()));
    }
    spec.layout.text(leading(value, spec.precision), max_bytes)
}

/// What strings do not have although the mini-language does.
fn string_refusal(spec: &Spec) -> Option<&'static str> {
    match spec.layout.sign {
        Some(Sign::Space) => Some("Space not allowed in string format specifier"),
        Some(Sign::Plus | Sign::Minus) => Some("Sign not allowed in string format specifier"),
        None if spec.drops_negative_zero => {
            Some("Negative zero coercion (z) not allowed in string format specifier")
        }
        None if spec.is_alternate => Some("Alternate form (#) not allowed in string format specifier"),
        None if spec.layout.align == Align::AfterSign => {
            Some("'=' alignment not allowed in string format specifier")
        }
        None => None,
    }
}

/// The first `count` characters, or all.
pub(super) fn leading(text: &str, count: Option<u64>) -> &str {
    let Some(count) = count.and_then(|count| usize::try_from(count).ok()) else {
        return text;
    };
    text.char_indices()
        .nth(count)
        .map_or(text, |(end, _)| &text[..end])
}

/// An integer as the character of that code point.
fn write_character(value: &Int, spec: &Spec, max_bytes: usize) -> Result<String, Error> {
    if spec.layout.sign.is_some() {
        return Err(Error::Value(
            "Sign not allowed with integer format specifier 'c'".into(),
        ));
    }
    if spec.is_alternate {
        return Err(Error::Value(
            "Alternate form (#) not allowed with integer format specifier 'c'".into(),
        ));
    }
    let code = value
        .to_i64()
        .ok_or(Error::Overflow("Python int too large to convert to C long"))?;
    let code = u32::try_from(code)
        .ok()
        .filter(|code| *code <= u32::from(char::MAX));
    let code = code.ok_or(Error::Overflow("%c arg not in range(0x110000)"))?;
    // CPython's strings may hold half of a surrogate pair, which it then cannot print; ours are Unicode throughout.
    let character = char::from_u32(code).ok_or(Error::Value("a surrogate is not a character".into()))?;
    let mut buffer = [0; 4];
    let number = Number {
        is_negative: false,
        prefix: "",
        whole: "",
        rest: character.encode_utf8(&mut buffer),
    };
    spec.layout.number(&number, max_bytes)
}

/// A float by a specification whose presentation type is one of the floats', or none.
fn write_float(value: f64, spec: &Spec, max_bytes: usize) -> Result<String, Error> {
    if spec.precision.is_some_and(|precision| precision > MAX_PRECISION) {
        return Err(Error::Value("precision too big".into()));
    }
    let precision = spec.precision.unwrap_or(DEFAULT_PRECISION);
    let notation = match spec.code {
        None => spec.precision.map_or(Notation::Repr, Notation::General),
        Some('e' | 'E') => Notation::Exponent(precision),
        Some('f' | 'F' | '%') => Notation::Fixed(precision),
        Some(_) => Notation::General(precision),
    };
    let style = FloatStyle {
        notation,
        is_upper: matches!(spec.code, Some('E' | 'F' | 'G')),
        is_alternate: spec.is_alternate,
        adds_point_zero: spec.code.is_none(),
        drops_negative_zero: spec.drops_negative_zero,
    };
    let is_percentage = spec.code == Some('%');
    let mut text = render(
        if is_percentage { value * 100.0 } else { value },
        style,
        max_bytes,
    )?;
    if is_percentage {
        text.push('%');
    }
    let (is_negative, magnitude) = text
        .strip_prefix('-')
        .map_or((false, text.as_str()), |rest| (true, rest));
    let whole_length = magnitude.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = magnitude.split_at(whole_length);
    spec.layout.number(
        &Number {
            is_negative,
            prefix: "",
            whole,
            rest,
        },
        max_bytes,
    )
}
