//! CPython is the oracle: generated tables of cases, each table run through one `python3`.

mod byte_strings;
mod generators;
mod hashes;
mod integers;
mod mathematics;
mod numbers;
mod random;
mod strings;
mod tables;
mod templates;

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use machine::int::{Error, Int};

/// Reads cases (operation and operands, hexadecimal UTF-8) and answers each with a line of the same kind. Integers
/// travel in hexadecimal, floats as their bits.
const SCRIPT: &str = r#"
import operator, struct, sys

def number(text):
    return struct.unpack(">d", bytes.fromhex(text[1:]))[0] if text[0] == "f" else int(text, 16)

def shown(value):
    if isinstance(value, float):
        return "nan" if value != value else "f" + struct.pack(">d", value).hex()
    return hex(value) if type(value) is int else str(value)

def power(x, y):
    return "float" if y < 0 else x ** y

OPERATIONS = {
    "repr": lambda x: repr(number(x)), "quote": repr, "float": float, "int": lambda x, base: int(x, int(base)),
    "format": lambda x, spec: format(number(x), spec), "format_str": format,
    "add": operator.add, "sub": operator.sub, "mul": operator.mul, "floordiv": operator.floordiv,
    "mod": operator.mod, "divmod": lambda x, y: " ".join(map(hex, divmod(x, y))), "pow": power,
    "lshift": operator.lshift, "rshift": operator.rshift,
    "and": operator.and_, "or": operator.or_, "xor": operator.xor, "invert": operator.invert, "neg": operator.neg,
    "abs": abs, "truediv": operator.truediv, "to_float": float, "trunc": int, "str": str, "bits": int.bit_length,
    "compare": lambda x, y: "<" if x < y else ">" if x > y else "=" if x == y else "unordered",
    "hash": lambda x: "identity" if x != x else str(hash(x)),
}
TEXTUAL = {"repr", "quote", "float", "int", "format", "format_str"}

answers = []
for line in sys.stdin.buffer.read().decode().splitlines():
    name, *operands = (bytes.fromhex(field).decode() for field in line.split(" "))
    if name not in TEXTUAL:
        operands = map(number, operands)
    try:
        answer = shown(OPERATIONS[name](*operands))
    except Exception as error:
        answer = f"{type(error).__name__}: {error}"
    answers.append(answer.encode().hex())
print("\n".join(answers))
"#;

/// What was asked of CPython, and what we say.
struct Case {
    asked: Vec<String>,
    ours: String,
}

/// Cases of one test.
#[derive(Default)]
pub struct Table(Vec<Case>);

impl Table {
    /// Adds a case: an operation, its operands, and our answer.
    pub fn ask(&mut self, asked: &[&str], ours: Result<String, Error>) {
        let ours = ours.unwrap_or_else(|error| error.to_string());
        self.0.push(Case {
            asked: asked.iter().map(ToString::to_string).collect(),
            ours,
        });
    }

    /// Compares every answer with CPython's.
    pub fn check(self, name: &str) {
        let lines: Vec<String> = self
            .0
            .iter()
            .map(|case| case.asked.iter().map(hex::<String>).collect::<Vec<_>>().join(" "))
            .collect();
        let answers = python(name, SCRIPT, &lines.join("\n"));
        let answers: Vec<String> = answers.lines().map(unhex).collect();
        assert_eq!(
            answers.len(),
            self.0.len(),
            "CPython answered another number of cases"
        );
        let wrong: Vec<String> = (self.0.iter().zip(&answers))
            .filter(|(case, answer)| case.ours != **answer)
            .map(|(case, answer)| {
                format!(
                    "{:?}\n   ours: {:?}\n   CPython: {answer:?}",
                    case.asked, case.ours
                )
            })
            .collect();
        let shown = wrong
            .iter()
            .take(20)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n");
        assert!(
            wrong.is_empty(),
            "{} of {} cases differ from CPython:\n{shown}",
            wrong.len(),
            self.0.len()
        );
    }
}

/// Compares what we say of Python expressions with their `repr` in CPython, or the exception they raise.
pub fn check_expressions(name: &str, cases: &[(String, String)]) {
    const SCRIPT: &str = r#"
import sys
for line in sys.stdin.buffer.read().decode().split("\n"):
    try: answer = repr(eval(line))
    except Exception as error: answer = f"{type(error).__name__}: {error}"
    print(answer.encode().hex())
"#;
    let input: Vec<&str> = cases.iter().map(|(asked, _)| asked.as_str()).collect();
    let answers = python(name, SCRIPT, &input.join("\n"));
    let answers: Vec<String> = answers.lines().map(unhex).collect();
    let mut wrong = Vec::new();
    for ((asked, ours), theirs) in cases.iter().zip(&answers) {
        if ours != theirs {
            wrong.push(format!("{asked}\n   ours: {ours}\n   CPython: {theirs}"));
        }
    }
    assert_eq!(answers.len(), cases.len());
    let shown = wrong[..wrong.len().min(20)].join("\n");
    assert!(
        wrong.is_empty(),
        "{} of {} differ from CPython:\n{shown}",
        wrong.len(),
        cases.len()
    );
}

fn hex<T: AsRef<str>>(text: &T) -> String {
    text.as_ref().bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(line: &str) -> String {
    let bytes =
        (0..line.len() / 2).map(|at| u8::from_str_radix(&line[2 * at..2 * at + 2], 16).expect("hexadecimal"));
    String::from_utf8(bytes.collect()).expect("UTF-8")
}

/// Runs `script` with `input` and returns what it printed.
pub fn python(name: &str, script: &str, input: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("oracle_{name}.txt"));
    fs::write(&path, input).expect("the target folder can be written");
    let output = Command::new("python3")
        .args(["-c", script])
        .env("PYTHONHASHSEED", "0")
        .stdin(Stdio::from(File::open(&path).expect("it was just written")))
        .output()
        .expect("`python3` (CPython 3.11) is the oracle of this test and must be on PATH");
    assert!(
        output.status.success(),
        "python3 failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Python's notation of an integer, whatever its size.
pub fn shown(value: &Int) -> String {
    match value {
        Int::Small(value) => format!(
            "{}0x{:x}",
            if *value < 0 { "-" } else { "" },
            value.unsigned_abs()
        ),
        Int::Big(value) => format!("{value:#x}"),
    }
}

/// A float as its bits.
pub fn shown_float(value: f64) -> String {
    format!("f{:016x}", value.to_bits())
}

/// A float as its bits, but for a NaN, whose bits do not matter.
pub fn shown_result(value: f64) -> String {
    if value.is_nan() {
        "nan".to_owned()
    } else {
        shown_float(value)
    }
}
