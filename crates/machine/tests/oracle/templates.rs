//! `%` and `str.format`.

use machine::int::Int;
use machine::text::percent::{self, Part, Parts, Size};
use machine::text::template::{First, MAX_DEPTH, Numbering, Step, TOO_DEEP, Template};
use machine::text::{Error, format_str, str_repr};

use crate::random::Random;
use crate::{check_expressions, shown};

const MAX_BYTES: usize = 1 << 20;

/// A float as an expression.
fn float_literal(value: f64) -> String {
    format!("float('{}')", machine::text::float_repr(value))
}

/// `format % (stars…, value)` for one field.
fn percent_of(
    format: &str,
    stars: &[i64],
    write: impl Fn(percent::Style) -> Result<String, Error>,
) -> Result<String, Error> {
    let mut out = String::new();
    let mut stars = stars.iter().copied();
    for part in Parts::new(format) {
        match part? {
            Part::Literal(text) => out += text,
            Part::Field(field) => {
                let mut star = |size| {
                    if size == Some(Size::Value) {
                        stars.next()
                    } else {
                        None
                    }
                };
                let style = field.style(star(field.width), star(field.precision));
                field.check()?;
                out += &write(style)?;
            }
        }
    }
    Ok(out)
}

#[test]
fn values_are_converted_as_by_cpythons_percent() {
    let mut random = Random(31);
    let mut cases = Vec::new();
    let mut ask = |format: &str, stars: &[i64], literal: String, ours: Result<String, Error>| {
        let stars: String = stars.iter().map(|star| format!("{star}, ")).collect();
        let ours = ours.map_or_else(|error| error.to_string(), |text| str_repr(&text));
        cases.push((format!("{} % ({stars}{literal},)", str_repr(format)), ours));
    };
    for _ in 0..12_000 {
        let mut stars = Vec::new();
        let mut field = "%".to_owned();
        for flag in ["-", "+", " ", "#", "0"] {
            if random.chance(25) {
                field += flag;
            }
        }
        if random.chance(60) {
            field += random.pick(&["1", "5", "9", "12", "20"]);
        } else if random.chance(20) {
            field += "*";
            stars.push(random.below(24).cast_signed() - 12);
        }
        if random.chance(40) {
            field += random.pick(&[".", ".0", ".1", ".3", ".9", ".17"]);
        } else if random.chance(20) {
            field += ".*";
            stars.push(random.below(12).cast_signed() - 2);
        }
        field += random.pick(&["", "", "l", "h", "L"]);
        let with = |code: &str| format!("é{field}{code}%%");
        let (value, format) = (
            random.int(100),
            with(random.pick(&["d", "i", "u", "x", "X", "o"])),
        );
        let ours = percent_of(&format, &stars, |style| percent::int(&value, style, MAX_BYTES));
        ask(&format, &stars, shown(&value), ours);
        let (value, format) = (random.float(), with(random.pick(&["e", "E", "f", "F", "g", "G"])));
        let ours = percent_of(&format, &stars, |style| percent::float(value, style, MAX_BYTES));
        ask(&format, &stars, float_literal(value), ours);
        let text = random.string(&["a", "é", "💡", "%"], 6);
        let format = with("s");
        let ours = percent_of(&format, &stars, |style| percent::string(&text, style, MAX_BYTES));
        ask(&format, &stars, str_repr(&text), ours);
        let format = with("c");
        let ours = percent_of(&format, &stars, |style| percent::string("中", style, MAX_BYTES));
        ask(&format, &stars, "'中'".to_owned(), ours);
        let format = with(random.pick(&["y", "é", "\u{1}", "b"]));
        let ours = percent_of(&format, &stars, |_| Ok(String::new()));
        ask(&format, &stars, "1".to_owned(), ours);
    }
    for format in [
        "%",
        "%5",
        "%-",
        "%.",
        "%.5",
        "%l",
        "a%(b",
        "%(a(b)c",
        "%9223372036854775808d",
        "%.2147483648f",
        "é%\u{7f}",
        "%ll",
    ] {
        // A mapping, since a key needs one.
        let ours = percent_of(format, &[], |_| Ok(String::new()));
        let ours = ours.expect_err("malformed").to_string();
        cases.push((format!("{} % {{}}", str_repr(format)), ours));
    }
    for code in [-1, 0x0011_0000, i64::MAX] {
        let ours = percent::character(&Int::from(code))
            .expect_err("no character")
            .to_string();
        cases.push((format!("'%c' % {code}"), ours));
    }
    cases.push((
        "'%c' % 0x1f4a1".to_owned(),
        format!("'{}'", percent::character(&Int::Small(0x1f4a1)).expect("one")),
    ));
    cases.push(("'%(a)s|%(b(c)d)s' % {'a': 1, 'b(c)d': 2}".to_owned(), {
        let keys = Parts::new("%(a)s|%(b(c)d)s").map(|part| match part {
            Ok(Part::Field(field)) => field.key.unwrap_or_default().to_owned(),
            _ => "|".to_owned(),
        });
        assert_eq!(keys.collect::<Vec<_>>(), ["a", "|", "b(c)d"]);
        "'1|2'".to_owned()
    }));
    check_expressions("percent", &cases);
}

#[test]
fn templates_come_apart_as_in_cpython() {
    let mut random = Random(32);
    let mut cases = Vec::new();
    let parts = [
        "{", "}", "{", "}", "{}", "{{", "}}", "a", ".", "[", "]", "!", ":", "r", "é", "0", "٣", "b",
    ];
    for _ in 0..30_000 {
        let text = random.string(&parts, 9);
        let pieces: Result<Vec<String>, Error> = Template::new(&text)
            .map(|piece| {
                let piece = piece?;
                let literal = str_repr(piece.literal);
                Ok(match piece.field {
                    None => format!("({literal}, None, None, None)"),
                    Some(field) => {
                        let letter = field
                            .letter
                            .map_or("None".to_owned(), |letter| str_repr(&letter.to_string()));
                        format!(
                            "({literal}, {}, {}, {letter})",
                            str_repr(field.name),
                            str_repr(field.spec)
                        )
                    }
                })
            })
            .collect();
        let ours = pieces.map_or_else(
            |error| error.to_string(),
            |pieces| format!("[{}]", pieces.join(", ")),
        );
        let asked = format!(
            "list(__import__('_string').formatter_parser({}))",
            str_repr(&text)
        );
        cases.push((asked, ours));

        let name = random.string(
            &[
                "a",
                "0",
                "7",
                "٣",
                ".",
                "[",
                "]",
                "é",
                "b",
                "99999999999999999999",
            ],
            7,
        );
        let split = Numbering::default().first(&name).and_then(|(first, steps)| {
            let steps = steps.collect::<Result<Vec<_>, _>>()?;
            let steps = steps.iter().map(|step| match step {
                Step::Attribute(name) => format!("(True, {})", str_repr(name)),
                Step::Index(index) => format!("(False, {index})"),
                Step::Key(key) => format!("(False, {})", str_repr(key)),
            });
            let first = match first {
                // Without numbers before it, CPython shows an empty name as what it is.
                First::Position(_) if name.is_empty() || name.starts_with(['.', '[']) => "''".to_owned(),
                First::Position(number) => number.to_string(),
                First::Name(name) => str_repr(name),
            };
            Ok(format!("({first}, [{}])", steps.collect::<Vec<_>>().join(", ")))
        });
        let ours = split.unwrap_or_else(|error| error.to_string());
        let asked = format!(
            "(lambda first, steps: (first, list(steps)))(*__import__('_string').formatter_field_name_split({}))",
            str_repr(&name)
        );
        cases.push((asked, ours));
    }
    check_expressions("templates", &cases);
}

/// `str.format` of strings.
fn format(
    template: &str,
    arguments: &[&str],
    numbering: &mut Numbering,
    depth: usize,
) -> Result<String, String> {
    if depth == 0 {
        return Err(TOO_DEEP.to_string());
    }
    let mut out = String::new();
    for piece in Template::new(template) {
        let piece = piece.map_err(|error| error.to_string())?;
        out += piece.literal;
        let Some(field) = piece.field else { continue };
        let (first, mut steps) = numbering.first(field.name).map_err(|error| error.to_string())?;
        let value = match first {
            First::Name(name) => return Err(format!("KeyError: {}", str_repr(name))),
            First::Position(number) => arguments.get(number as usize).ok_or_else(|| {
                format!("IndexError: Replacement index {number} out of range for positional args tuple")
            })?,
        };
        if let Some(step) = steps.next() {
            return Err(match step.map_err(|error| error.to_string())? {
                Step::Attribute(name) => format!("AttributeError: 'str' object has no attribute '{name}'"),
                Step::Index(_) => "IndexError: string index out of range".to_owned(),
                Step::Key(_) => "TypeError: string indices must be integers, not 'str'".to_owned(),
            });
        }
        let value = match field.conversion().map_err(|error| error.to_string())? {
            None => (*value).to_owned(),
            Some(_) => str_repr(value),
        };
        let spec = if field.is_nested {
            format(field.spec, arguments, numbering, depth - 1)?
        } else {
            field.spec.to_owned()
        };
        out += &format_str(&value, &spec, "str", MAX_BYTES).map_err(|error| error.to_string())?;
    }
    Ok(out)
}

#[test]
fn fields_are_numbered_and_nested_as_in_cpython() {
    let mut random = Random(33);
    let mut cases = Vec::new();
    let parts = [
        "{}",
        "{}",
        "{0}",
        "{1}",
        "{2!r}",
        "{!r:>7}",
        "{:{}}",
        "{:{}{}}",
        "{0:{1}}",
        "{0:{2}}",
        "{:{:{}}}",
        "{x}",
        "a",
        "{{",
        "}}",
        "{!q}",
        "{!\u{1}}",
        "{0!é}",
        "{0.a}",
        "{0[99]}",
        "{0[b]}",
        "{:*^9}",
        "{5}",
        "{0!r:{1}}",
        "}",
        "{",
    ];
    for _ in 0..20_000 {
        let template = random.string(&parts, 4);
        let arguments = ["x'", "5", ">"];
        let ours = format(&template, &arguments, &mut Numbering::default(), MAX_DEPTH);
        let ours = ours.map_or_else(|error| error, |text| str_repr(&text));
        cases.push((format!("{}.format(\"x'\", '5', '>')", str_repr(&template)), ours));
    }
    check_expressions("format_templates", &cases);
}
