//! Python literals of parameters: numbers, strings, booleans; read and written so that CPython 3.11 reads the same value.

use super::Value;

/// The largest whole number below which a double holds every other one, so that no slider can be off by one.
pub(super) const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;

/// A literal's value and how it was written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Literal {
    /// The value.
    pub value: Value,
    /// How it was written.
    pub form: Form,
}

/// How a literal is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Without point and exponent: Python's `int`.
    Whole,
    /// With point or exponent: Python's `float`.
    Float,
    /// `True`, `False`
    Boolean,
    /// With this quote.
    Quoted(char),
}

/// Reads a Python literal; `None` for anything else, and for numbers that a double cannot tell apart.
pub(super) fn read(text: &str) -> Option<Literal> {
    let literal = |value, form| Some(Literal { value, form });
    match text {
        "True" => return literal(Value::Boolean(true), Form::Boolean),
        "False" => return literal(Value::Boolean(false), Form::Boolean),
        _ => {}
    }
    if let Some(quote) = text.chars().next().filter(|first| matches!(first, '\'' | '"')) {
        return literal(Value::Text(read_string(text, quote)?), Form::Quoted(quote));
    }
    let (number, form) = read_number(text)?;
    literal(Value::Number(number), form)
}

/// Writes a value so that it looks like the literal before: a whole number stays one, a string keeps its quotes.
pub(super) fn write(value: &Value, before: Form) -> String {
    match (value, before) {
        (Value::Number(number), Form::Whole) if number.fract() == 0.0 && number.abs() <= LARGEST_WHOLE => {
            format!("{}", *number as i64)
        }
        (Value::Number(number), _) => float_repr(*number),
        (Value::Boolean(true), _) => "True".to_owned(),
        (Value::Boolean(false), _) => "False".to_owned(),
        (Value::Text(text), Form::Quoted(quote)) => quoted(text, quote),
        (Value::Text(text), _) => quoted(text, '"'),
    }
}

/// `repr` of a finite Python float: the shortest digits that give the same double, with an exponent below 1e-4 and from
/// 1e16 on (`float_repr_style`, `Python/pystrtod.c`).
pub(super) fn float_repr(number: f64) -> String {
    let scientific = format!("{number:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        return format!("{number:?}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.unsigned_abs())
}

fn read_number(text: &str) -> Option<(f64, Form)> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    let mut form = Form::Whole;
    for (at, character) in unsigned.char_indices() {
        match character {
            '0'..='9' => plain.push(character),
            // Python wants a digit on both sides.
            '_' if before.is_ascii_digit()
                && unsigned[at + 1..].starts_with(|next: char| next.is_ascii_digit()) => {}
            '.' | 'e' | 'E' => {
                form = Form::Float;
                plain.push(character);
            }
            '+' | '-' if matches!(before, 'e' | 'E') => plain.push(character),
            _ => return None,
        }
        before = character;
    }
    // `05` is a syntax error in Python, `0` and `00` are not.
    let zero_led = plain.starts_with('0') && plain.bytes().any(|digit| digit != b'0');
    if form == Form::Whole && zero_led {
        return None;
    }
    let number: f64 = plain.parse().ok()?;
    let number = if unsigned.len() < text.len() {
        -number
    } else {
        number
    };
    let exact = form == Form::Float || number.abs() <= LARGEST_WHOLE;
    (number.is_finite() && exact).then_some((number, form))
}

/// Reads a string in single quote marks with Python's escapes; an unknown escape stands for itself, as in Python.
fn read_string(text: &str, quote: char) -> Option<String> {
    let inner = text.strip_prefix(quote)?.strip_suffix(quote)?;
    if inner.starts_with(quote) {
        return None;
    }
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(character) = rest.next() {
        if character == quote {
            return None;
        }
        if character != '\\' {
            out.push(character);
            continue;
        }
        match rest.next()? {
            same @ ('\\' | '\'' | '"') => out.push(same),
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            'a' => out.push('\u{7}'),
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'v' => out.push('\u{b}'),
            'x' => out.push(read_code(&mut rest, 2)?),
            'u' => out.push(read_code(&mut rest, 4)?),
            'U' => out.push(read_code(&mut rest, 8)?),
            // Octal digits and names of characters: nobody writes a parameter so.
            '0'..='7' | 'N' => return None,
            other => out.extend(['\\', other]),
        }
    }
    Some(out)
}

fn read_code(rest: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let code = (0..digits).try_fold(0_u32, |code, _| {
        code.checked_mul(16)?.checked_add(rest.next()?.to_digit(16)?)
    })?;
    char::from_u32(code)
}

fn quoted(text: &str, quote: char) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            same if same == quote => out.extend(['\\', same]),
            control if control.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => out.push(other),
        }
    }
    out.push(quote);
    out
}

#[cfg(test)]
mod tests {
    use super::{Form, Value, float_repr, read, write};

    fn number(text: &str) -> Option<(f64, Form)> {
        match read(text)? {
            super::Literal {
                value: Value::Number(number),
                form,
            } => Some((number, form)),
            _ => None,
        }
    }

    #[test]
    fn numbers_are_those_of_python() {
        for (text, value, form) in [
            ("5", 5.0, Form::Whole),
            ("-5", -5.0, Form::Whole),
            ("1_000", 1000.0, Form::Whole),
            ("00", 0.0, Form::Whole),
            ("0.1", 0.1, Form::Float),
            (".5", 0.5, Form::Float),
            ("5.", 5.0, Form::Float),
            ("1e-7", 1e-7, Form::Float),
            ("-1_0.2_5E+0_2", -1025.0, Form::Float),
            ("9007199254740992", 9_007_199_254_740_992.0, Form::Whole),
        ] {
            assert_eq!(number(text), Some((value, form)), "{text}");
        }
        for text in [
            "",
            "-",
            "--5",
            "+",
            "05",
            "1__0",
            "_1",
            "1_",
            "1e",
            "e5",
            ".",
            "1.2.3",
            "nan",
            "inf",
            "-inf",
            "1e999",
            "0x10",
            "5j",
            "１",
            "9007199254740994",
            "1 000",
            "True5",
            "99999999999999999999999999",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn strings_are_those_of_python() {
        let text = |text| read(text).map(|literal| literal.value);
        assert_eq!(text(r#""a\"b""#), Some(Value::Text("a\"b".to_owned())));
        assert_eq!(
            text(r"'\x41\u4e2d\U0001f600\d'"),
            Some(Value::Text("A中😀\\d".to_owned()))
        );
        for broken in [
            r"'",
            r"'a",
            r"'a'b'",
            r"'a\'",
            r"'\ud800'",
            r"'\x4'",
            r"'''a'''",
            r"'a' 'b'",
            r"'\101'",
            "f'a'",
        ] {
            assert_eq!(text(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_literal_keeps_its_form() {
        assert_eq!(write(&Value::Number(7.0), Form::Whole), "7");
        assert_eq!(write(&Value::Number(7.0), Form::Float), "7.0");
        assert_eq!(write(&Value::Number(7.5), Form::Whole), "7.5");
        assert_eq!(write(&Value::Number(-0.0), Form::Whole), "0");
        assert_eq!(
            write(&Value::Text("it's".to_owned()), Form::Quoted('\'')),
            r"'it\'s'"
        );
        assert_eq!(
            write(&Value::Text("it's\n".to_owned()), Form::Quoted('"')),
            r#""it's\n""#
        );
    }

    #[test]
    fn floats_look_as_python_prints_them() {
        for (number, text) in [
            (0.1, "0.1"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (1e-7, "1e-07"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (1.5e300, "1.5e+300"),
            (-0.0, "-0.0"),
            (5e-324, "5e-324"),
        ] {
            assert_eq!(float_repr(number), text);
        }
    }
}
