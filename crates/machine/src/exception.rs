//! Exceptions: kinds, messages, and the traceback that CPython would print.

use std::fmt::Write as _;

use crate::code::Program;
use crate::heap::Heap;
use crate::int;
use crate::native::Fault;
use crate::value::Value;

/// CPython's builtin exceptions that can be raised so far.
#[expect(clippy::enum_variant_names, reason = "these are Python's names")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExceptionKind {
    /// `AssertionError`
    AssertionError,
    /// `AttributeError`
    AttributeError,
    /// `IndexError`
    IndexError,
    /// `NameError`
    NameError,
    /// `OverflowError`
    OverflowError,
    /// `RecursionError`
    RecursionError,
    /// `RuntimeError`
    RuntimeError,
    /// `TypeError`
    TypeError,
    /// `UnboundLocalError`
    UnboundLocalError,
    /// `ValueError`
    ValueError,
    /// `ZeroDivisionError`
    ZeroDivisionError,
}

impl ExceptionKind {
    /// The class's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::AssertionError => "AssertionError",
            Self::AttributeError => "AttributeError",
            Self::IndexError => "IndexError",
            Self::NameError => "NameError",
            Self::OverflowError => "OverflowError",
            Self::RecursionError => "RecursionError",
            Self::RuntimeError => "RuntimeError",
            Self::TypeError => "TypeError",
            Self::UnboundLocalError => "UnboundLocalError",
            Self::ValueError => "ValueError",
            Self::ZeroDivisionError => "ZeroDivisionError",
        }
    }
}

/// An exception in the heap.
#[derive(Clone, Debug)]
pub(crate) struct ExceptionObject {
    pub kind: ExceptionKind,
    /// Its argument, or `Unbound`.
    pub argument: Value,
    /// The calls that it left so far, the innermost first: code and instruction.
    pub traceback: Vec<(u32, u32)>,
}

pub(crate) fn from_int_error(error: &int::Error) -> Fault {
    match error {
        int::Error::Value(message) => Fault::Raise(ExceptionKind::ValueError, message.to_string()),
        int::Error::Overflow(message) => Fault::Raise(ExceptionKind::OverflowError, (*message).to_owned()),
        int::Error::ZeroDivision(message) => {
            Fault::Raise(ExceptionKind::ZeroDivisionError, (*message).to_owned())
        }
        int::Error::TooLarge => Fault::Limit(trace::LimitKind::Memory),
    }
}

/// `ZeroDivisionError: division by zero`: the last line of a traceback.
pub(crate) fn headline(heap: &Heap, exception: &ExceptionObject) -> String {
    let message = match exception.argument {
        Value::Unbound => String::new(),
        argument => crate::operators::text_of(heap, argument).unwrap_or_default(),
    };
    if message.is_empty() {
        return exception.kind.name().to_owned();
    }
    format!("{}: {message}", exception.kind.name())
}

/// How often the same line is shown before the rest is only counted (`_RECURSIVE_CUTOFF` in `Lib/traceback.py`).
const RECURSIVE_CUTOFF: usize = 3;

/// What CPython prints for an exception that nobody caught.
pub(crate) fn traceback(program: &Program, heap: &Heap, exception: &ExceptionObject) -> String {
    let mut text = String::from("Traceback (most recent call last):\n");
    let mut last = None;
    let mut repeats = 0;
    for &(code, at) in exception.traceback.iter().rev() {
        let code = &program.codes[code as usize];
        if code.hidden {
            continue;
        }
        let line = program.place(code.spans[at as usize]).line;
        if last == Some((line, &code.name)) {
            repeats += 1;
        } else {
            push_repeats(&mut text, repeats);
            last = Some((line, &code.name));
            repeats = 1;
        }
        if repeats > RECURSIVE_CUTOFF {
            continue;
        }
        let _ = writeln!(
            text,
            "  File \"{}\", line {line}, in {}",
            Program::FILE,
            code.name
        );
        let source = program
            .source
            .lines()
            .nth(line as usize - 1)
            .unwrap_or_default()
            .trim();
        if !source.is_empty() {
            let _ = writeln!(text, "    {source}");
        }
    }
    push_repeats(&mut text, repeats);
    text.push_str(&headline(heap, exception));
    text.push('\n');
    text
}

fn push_repeats(text: &mut String, repeats: usize) {
    let more = repeats.saturating_sub(RECURSIVE_CUTOFF);
    if more > 0 {
        let times = if more == 1 { "time" } else { "times" };
        let _ = writeln!(text, "  [Previous line repeated {more} more {times}]");
    }
}
