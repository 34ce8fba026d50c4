//! Parameters: what is read, what is written, what is refused.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use lesson::{Choice, Control, Fault, Parameter, Value, Wanted, faults, parameters, set_parameter};

const PROGRAM: &str = "\
import threading

THREADS = 5  # @param {type:\"slider\", min:1, max:100, step:1}
SHARE=0.25#@param {type: 'slider', min: 0, max: 1, step: 0.05, label: \"Share\", label_zh: \"比例\",}
ROUNDS = 1_000 # @param {type:\"integer\", min:0}
SPEED  =  2  # @param {type:\"number\", max:1e6}  \n\
LOCKED = False  # @param {type:\"boolean\"}
NAME = 'Ada # @param'  # @param {\"type\":\"string\", placeholder:\"who\"}
WAIT = 0.1  # @param [0.1, 0.0000001, 0] {label:\"Wait\"}
COLOUR = \"red\"  # @param [\"red\", 'gr\\x65en', \"a, b] }\"]
GUESSED = True  # @param
TEXT = \"\"\"
INSIDE = 1  # @param {type:\"integer\"}
\"\"\"
f(
DEFAULT = 1  # @param {type:\"integer\"}
)
other = 3  # @parameter, not ours
";

fn named(source: &str, name: &str) -> Parameter {
    let all = parameters(source);
    let found = all.into_iter().find(|parameter| parameter.name == name);
    found.unwrap_or_else(|| panic!("{name} in {source:?}"))
}

fn number(value: f64) -> Value {
    Value::Number(value)
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

#[test]
fn all_forms_are_read() {
    assert_eq!(faults(PROGRAM), []);
    let seen: Vec<(String, u32, Value)> = parameters(PROGRAM)
        .into_iter()
        .map(|parameter| (parameter.name, parameter.line, parameter.value))
        .collect();
    let expected = [
        ("THREADS", 3, number(5.0)),
        ("SHARE", 4, number(0.25)),
        ("ROUNDS", 5, number(1000.0)),
        ("SPEED", 6, number(2.0)),
        ("LOCKED", 7, Value::Boolean(false)),
        ("NAME", 8, text("Ada # @param")),
        ("WAIT", 9, number(0.1)),
        ("COLOUR", 10, text("red")),
        ("GUESSED", 11, Value::Boolean(true)),
    ];
    assert_eq!(
        seen,
        expected.map(|(name, line, value)| (name.to_owned(), line, value))
    );
    let whole = Control::Slider {
        min: 1.0,
        max: 100.0,
        step: 1.0,
        whole: true,
    };
    assert_eq!(named(PROGRAM, "THREADS").control, whole);
    let parts = Control::Slider {
        min: 0.0,
        max: 1.0,
        step: 0.05,
        whole: false,
    };
    assert_eq!(named(PROGRAM, "SHARE").control, parts);
    let Control::Choice(choices) = named(PROGRAM, "COLOUR").control else {
        panic!()
    };
    assert_eq!(
        choices.iter().map(Choice::text).collect::<Vec<_>>(),
        ["red", "green", "a, b] }"]
    );
}

#[test]
fn labels_fall_back_to_the_name() {
    let label = |name| named(PROGRAM, name).label;
    assert_eq!(
        (label("SHARE").en.as_str(), label("SHARE").zh.as_str()),
        ("Share", "比例")
    );
    assert_eq!(
        (label("WAIT").en.as_str(), label("WAIT").zh.as_str()),
        ("Wait", "Wait")
    );
    assert_eq!(
        (label("NAME").en.as_str(), label("NAME").zh.as_str()),
        ("NAME", "NAME")
    );
}

#[test]
fn only_the_literal_changes() {
    for (name, value, before, after) in [
        ("THREADS", number(7.0), "THREADS = 5  #", "THREADS = 7  #"),
        ("SHARE", number(0.3), "SHARE=0.25#", "SHARE=0.3#"),
        ("SHARE", number(1.0), "SHARE=0.25#", "SHARE=1.0#"),
        ("ROUNDS", number(20.0), "ROUNDS = 1_000 #", "ROUNDS = 20 #"),
        ("SPEED", number(-3.0), "SPEED  =  2  #", "SPEED  =  -3  #"),
        ("SPEED", number(2.5), "SPEED  =  2  #", "SPEED  =  2.5  #"),
        (
            "LOCKED",
            Value::Boolean(true),
            "LOCKED = False ",
            "LOCKED = True ",
        ),
        ("NAME", text("it's\\\n中"), "'Ada # @param'", "'it\\'s\\\\\\n中'"),
        ("WAIT", number(1e-7), "WAIT = 0.1 ", "WAIT = 0.0000001 "),
        (
            "COLOUR",
            text("green"),
            "COLOUR = \"red\"",
            "COLOUR = 'gr\\x65en'",
        ),
    ] {
        let written = set_parameter(PROGRAM, name, &value).expect(name);
        assert_eq!(written, PROGRAM.replacen(before, after, 1));
        assert_eq!(named(&written, name).value, value);
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let source = "\u{feff}A = 1 # @param {type:\"integer\"}\r\nB = 2 # @param\rC = 3";
    let written = set_parameter(source, "A", &number(9.0)).expect("a parameter");
    assert_eq!(written, source.replace("A = 1", "A = 9"));
    assert_eq!(named(source, "B").line, 2);
}

#[test]
fn values_that_violate_the_declaration_are_refused() {
    let refused = |name: &str, value: Value| {
        let error = set_parameter(PROGRAM, name, &value).expect_err(name);
        assert_eq!(error.line, Some(named(PROGRAM, name).line));
        error.fault
    };
    for value in [0.0, 101.0, f64::NAN, f64::INFINITY] {
        assert!(
            matches!(refused("THREADS", number(value)), Fault::Range { .. }),
            "{value}"
        );
    }
    assert!(matches!(refused("SPEED", number(f64::NAN)), Fault::Range { .. }));
    assert!(matches!(
        refused("ROUNDS", number(-1.0)),
        Fault::Range { max: None, .. }
    ));
    assert!(matches!(
        refused("ROUNDS", number(1e300)),
        Fault::Type {
            wanted: Wanted::Whole,
            ..
        }
    ));
    assert!(matches!(
        refused("THREADS", number(2.5)),
        Fault::Type {
            wanted: Wanted::Whole,
            ..
        }
    ));
    assert!(matches!(refused("SHARE", number(0.26)), Fault::Step { .. }));
    assert!(matches!(
        refused("LOCKED", number(1.0)),
        Fault::Type {
            wanted: Wanted::Boolean,
            ..
        }
    ));
    assert!(matches!(
        refused("NAME", number(1.0)),
        Fault::Type {
            wanted: Wanted::Text,
            ..
        }
    ));
    assert!(matches!(refused("WAIT", number(0.2)), Fault::Choice { .. }));
    let unknown = set_parameter(PROGRAM, "INSIDE", &number(1.0)).expect_err("in a string");
    assert_eq!(
        (unknown.line, unknown.text().en.as_str()),
        (None, "the program has no parameter named INSIDE.")
    );
}

#[test]
fn text_of_links_and_forms_becomes_a_value() {
    for (name, given, value) in [
        ("THREADS", "7", Some(number(7.0))),
        ("THREADS", " 7.0 ", Some(number(7.0))),
        ("THREADS", "1e999", None),
        ("THREADS", "NaN", None),
        ("THREADS", "seven", None),
        ("LOCKED", "true", Some(Value::Boolean(true))),
        ("LOCKED", "False", Some(Value::Boolean(false))),
        ("LOCKED", "1", None),
        ("NAME", " ", Some(text(" "))),
        ("WAIT", "1e-7", Some(number(1e-7))),
        ("WAIT", "0.0000001", Some(number(1e-7))),
        ("WAIT", "nan", None),
        ("COLOUR", "a, b] }", Some(text("a, b] }"))),
        ("COLOUR", "blue", None),
    ] {
        let parameter = named(PROGRAM, name);
        let read = parameter.read(given);
        assert_eq!(read.as_ref().ok(), value.as_ref(), "{name}={given}");
        if let Ok(value) = read {
            assert_eq!(parameter.read(&value.to_string()), Ok(value));
        }
    }
}

/// Each line alone is wrong in its own way.
#[test]
fn wrong_declarations_say_why_and_where() {
    for (line, sentence) in [
        (
            "  A = 1 # @param",
            "Line 2: a line with # @param must not be indented: a parameter is a global variable.",
        ),
        (
            "print(1) # @param",
            "Line 2: a line with # @param must have the form NAME = value.",
        ),
        (
            "A == 1 # @param",
            "Line 2: a line with # @param must have the form NAME = value.",
        ),
        (
            "a.b = 1 # @param",
            "Line 2: a line with # @param must have the form NAME = value.",
        ),
        (
            "A = 1 + 1 # @param",
            "Line 2: the value of parameter A must be a plain number, a string, True or False.",
        ),
        (
            "A = 1e999 # @param",
            "Line 2: the value of parameter A must be a plain number, a string, True or False.",
        ),
        (
            "A = 1 # @param {type:\"slider\", min:0}",
            "Line 2: a slider needs min and max.",
        ),
        (
            "A = 1 # @param {type:\"slider\", min:5, max:4}",
            "Line 2: the value of max behind # @param makes no sense.",
        ),
        (
            "A = 1 # @param {min:\"x\"}",
            "Line 2: the value of min behind # @param makes no sense.",
        ),
        (
            "A = 1 # @param {step:0}",
            "Line 2: the value of step behind # @param makes no sense.",
        ),
        (
            "A = 1 # @param {min:1e999}",
            "Line 2: behind # @param, 1e999 is not a number, a string in quotes, true or false.",
        ),
        (
            "A = 1 # @param {min:NaN}",
            "Line 2: behind # @param, NaN is not a number, a string in quotes, true or false.",
        ),
        (
            "A = 1 # @param {type:\"dial\"}",
            "Line 2: there is no parameter type \"dial\"; use slider, integer, number, boolean or string.",
        ),
        (
            "A = 1 # @param {min:1",
            "Line 2: the text behind # @param ends before its last bracket is closed.",
        ),
        (
            "A = 1 # @param [1, 2",
            "Line 2: the text behind # @param ends before its last bracket is closed.",
        ),
        (
            "A = 1 # @param {min:1}}",
            "Line 2: the text behind # @param cannot be read from '}' on.",
        ),
        (
            "A = 1 # @param min",
            "Line 2: the text behind # @param cannot be read from 'm' on.",
        ),
        ("A = 1 # @param []", "Line 2: the list behind # @param is empty."),
        ("A = 3 # @param [1, 2]", "Line 2: A must be one of 1, 2."),
        (
            "A = 500 # @param {min:1, max:100}",
            "Line 2: A must lie between 1 and 100, not 500.",
        ),
        ("A = -1 # @param {min:0}", "Line 2: A must be at least 0, not -1."),
        (
            "A = 4 # @param {type:\"slider\", min:1, max:9, step:2}",
            "Line 2: A cannot be 4: it goes from 1 in steps of 2.",
        ),
        (
            "A = 'x' # @param {type:\"number\"}",
            "Line 2: A must be a number.",
        ),
    ] {
        let found = faults(&format!("import time\n{line}\n"));
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        assert_eq!(found[0].text().en, sentence, "{line}");
        assert!(found[0].text().zh.starts_with("第 2 行："), "{line}");
    }
    let twice = "A = 1 # @param\nA = 2 # @param\n";
    assert_eq!(
        faults(twice)[0].text().en,
        "Line 2: parameter A is already declared in line 1."
    );
    assert!(set_parameter(twice, "A", &number(3.0)).is_err());
}

/// A small generator (splitmix64), so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn double(&mut self) -> f64 {
        let any = f64::from_bits(self.next());
        if any.is_finite() { any } else { 0.0 }
    }

    fn characters(&mut self, alphabet: &[&str], longest: u64) -> String {
        let length = self.below(longest + 1);
        (0..length)
            .map(|_| alphabet[self.below(alphabet.len() as u64) as usize])
            .collect()
    }
}

#[test]
fn what_is_written_is_read_again_and_the_rest_stays() {
    let alphabet = [
        "'", "\"", "\\", "\n", "\r", "\t", "#", "{", "]", "a", "n", "x", "中", "😀", "\u{0}", "\u{7f}",
        "\u{2028}", "@param",
    ];
    let mut random = Random(1);
    for round in 0..3000 {
        let (name, value) = match random.below(5) {
            0 => ("THREADS", number((1 + random.below(100)) as f64)),
            1 => ("SHARE", number(random.below(21) as f64 * 0.05)),
            2 => ("ROUNDS", number(random.below(1 << 53) as f64)),
            3 => ("SPEED", number(-random.double().abs())),
            _ => ("NAME", text(&random.characters(&alphabet, 12))),
        };
        let written =
            set_parameter(PROGRAM, name, &value).unwrap_or_else(|error| panic!("{value:?}: {error:?}"));
        assert_eq!(named(&written, name).value, value, "round {round}");
        let line = named(PROGRAM, name).line as usize - 1;
        let others = |source: &str| -> Vec<String> {
            let lines = source.split('\n').enumerate();
            lines
                .filter(|(index, _)| *index != line)
                .map(|(_, text)| text.to_owned())
                .collect()
        };
        assert_eq!(others(&written), others(PROGRAM));
        let comment = |source: &str| {
            source
                .split('\n')
                .nth(line)
                .and_then(|text| text.rfind("@param").map(|at| text[at..].to_owned()))
        };
        assert_eq!(comment(&written), comment(PROGRAM));
    }
}

/// CPython reads each written literal as the value that was meant.
#[test]
fn cpython_reads_the_same_values() {
    let alphabet = [
        "'", "\"", "\\", "\n", "\r", "\t", "a", "n", "x41", "中", "😀", "\u{0}", "\u{7f}", "\u{85}",
        "\u{2028}",
    ];
    let mut random = Random(2);
    let mut script = String::from("import struct\n");
    for _ in 0..2000 {
        if random.below(2) == 0 {
            let value = -random.double().abs();
            let source = set_parameter("X = 2.5 # @param {max:1e6}", "X", &number(value)).expect("in range");
            let _ = writeln!(
                script,
                "{source}\nassert struct.unpack('<Q', struct.pack('<d', X))[0] == {}, X",
                value.to_bits()
            );
        } else {
            let value = random.characters(&alphabet, 10);
            let quote = ["'", "\""][random.below(2) as usize];
            let before = format!("X = {quote}{quote} # @param");
            let source = set_parameter(&before, "X", &text(&value)).expect("a string");
            let codes: Vec<u32> = value.chars().map(u32::from).collect();
            let _ = writeln!(script, "{source}\nassert [ord(c) for c in X] == {codes:?}, X");
        }
    }
    let mut python = Command::new("python3")
        .arg("-")
        .stdin(Stdio::piped())
        .spawn()
        .expect("python3 is on the path");
    python
        .stdin
        .take()
        .expect("piped")
        .write_all(script.as_bytes())
        .expect("python3 reads");
    assert!(python.wait().expect("python3 ends").success());
}

#[test]
fn hostile_text_does_no_harm() {
    let alphabet = [
        "A",
        " ",
        "=",
        "1",
        "#",
        "@param",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "'",
        "\"",
        "'''",
        "\\",
        "\n",
        "\r",
        ":",
        ",",
        "min",
        "max",
        "step",
        "type",
        "\"slider\"",
        "1e999",
        "-",
        ".",
        "e",
        "_",
        "NaN",
        "中",
        "A = 1 # @param {min:0, max:9, ",
        "\u{feff}",
        "\u{0}",
    ];
    let mut random = Random(3);
    for _ in 0..20_000 {
        let source = random.characters(&alphabet, 30);
        for error in faults(&source) {
            assert!(!error.text().en.is_empty());
        }
        for parameter in parameters(&source) {
            let valid = parameter.check(&parameter.value).is_ok();
            let written = set_parameter(&source, &parameter.name, &parameter.value);
            if let Ok(written) = written {
                assert!(valid);
                assert_eq!(
                    named(&written, &parameter.name).value,
                    parameter.value,
                    "{source:?}"
                );
            }
        }
    }
    for piece in [
        "[",
        "(",
        "{",
        "'",
        "\"\"\"",
        "\\",
        "A = 1 # @param {",
        "A = 1 # @param [",
    ] {
        let many = piece.repeat(200_000);
        let _ = (parameters(&many), faults(&many));
    }
    let digits = format!("A = {} # @param", "9".repeat(1_000_000));
    assert_eq!(parameters(&digits), []);
    assert!(faults(&digits)[0].text().en.len() < 200);
}
