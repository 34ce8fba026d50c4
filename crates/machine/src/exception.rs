//! Exceptions: the builtin classes, exception objects, and what CPython prints of them.

use std::fmt::Write as _;

use triomphe::Arc;

use crate::code::{CodeId, Program};
use crate::heap::Heap;
use crate::int;
use crate::marks::marks;
use crate::native::Fault;
use crate::symbol::Symbol;
use crate::value::Value;

/// Declares every builtin exception once, with the class that it derives from.
macro_rules! exceptions {
    ($($name:ident : $parent:ident,)+) => {
        /// CPython 3.11's builtin exceptions (`Objects/exceptions.c`).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u64)]
        pub enum ExceptionKind {
            /// `BaseException`
            BaseException,
            $(#[doc = concat!("`", stringify!($name), "`")] $name,)+
        }

        impl ExceptionKind {
            /// All of them.
            pub(crate) const ALL: &[Self] = &[Self::BaseException, $(Self::$name,)+];

            /// The class's name.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    Self::BaseException => "BaseException",
                    $(Self::$name => stringify!($name),)+
                }
            }

            /// The class that it derives from; `BaseException` derives from `object`.
            pub(crate) fn parent(self) -> Option<Self> {
                match self {
                    Self::BaseException => None,
                    $(Self::$name => Some(Self::$parent),)+
                }
            }
        }
    };
}

exceptions! {
    GeneratorExit: BaseException,
    KeyboardInterrupt: BaseException,
    SystemExit: BaseException,
    Exception: BaseException,
    ArithmeticError: Exception,
    FloatingPointError: ArithmeticError,
    OverflowError: ArithmeticError,
    ZeroDivisionError: ArithmeticError,
    AssertionError: Exception,
    AttributeError: Exception,
    BufferError: Exception,
    EOFError: Exception,
    ImportError: Exception,
    ModuleNotFoundError: ImportError,
    LookupError: Exception,
    IndexError: LookupError,
    KeyError: LookupError,
    MemoryError: Exception,
    NameError: Exception,
    UnboundLocalError: NameError,
    OSError: Exception,
    BlockingIOError: OSError,
    ChildProcessError: OSError,
    ConnectionError: OSError,
    BrokenPipeError: ConnectionError,
    ConnectionAbortedError: ConnectionError,
    ConnectionRefusedError: ConnectionError,
    ConnectionResetError: ConnectionError,
    FileExistsError: OSError,
    FileNotFoundError: OSError,
    InterruptedError: OSError,
    IsADirectoryError: OSError,
    NotADirectoryError: OSError,
    PermissionError: OSError,
    ProcessLookupError: OSError,
    TimeoutError: OSError,
    ReferenceError: Exception,
    RuntimeError: Exception,
    NotImplementedError: RuntimeError,
    RecursionError: RuntimeError,
    StopIteration: Exception,
    StopAsyncIteration: Exception,
    SyntaxError: Exception,
    IndentationError: SyntaxError,
    TabError: IndentationError,
    SystemError: Exception,
    TypeError: Exception,
    ValueError: Exception,
    UnicodeError: ValueError,
    UnicodeDecodeError: UnicodeError,
    UnicodeEncodeError: UnicodeError,
    UnicodeTranslateError: UnicodeError,
    Warning: Exception,
    BytesWarning: Warning,
    DeprecationWarning: Warning,
    EncodingWarning: Warning,
    FutureWarning: Warning,
    ImportWarning: Warning,
    PendingDeprecationWarning: Warning,
    ResourceWarning: Warning,
    RuntimeWarning: Warning,
    SyntaxWarning: Warning,
    UnicodeWarning: Warning,
    UserWarning: Warning,
}

impl ExceptionKind {
    /// The builtin exception of that name; `EnvironmentError` and `IOError` are old names of `OSError`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "EnvironmentError" | "IOError" => Some(Self::OSError),
            _ => Self::ALL.iter().copied().find(|kind| kind.name() == name),
        }
    }

    /// The class that `OSError` makes an instance of for an error number of Linux (PEP 3151).
    pub(crate) fn of_errno(number: i64) -> Self {
        match number {
            1 | 13 => Self::PermissionError,
            2 => Self::FileNotFoundError,
            3 => Self::ProcessLookupError,
            4 => Self::InterruptedError,
            10 => Self::ChildProcessError,
            11 | 114 | 115 => Self::BlockingIOError,
            17 => Self::FileExistsError,
            20 => Self::NotADirectoryError,
            21 => Self::IsADirectoryError,
            32 | 108 => Self::BrokenPipeError,
            103 => Self::ConnectionAbortedError,
            104 => Self::ConnectionResetError,
            110 => Self::TimeoutError,
            111 => Self::ConnectionRefusedError,
            _ => Self::OSError,
        }
    }

    /// Whether it is that class or derives from it.
    pub(crate) fn is_a(self, other: Self) -> bool {
        let mut at = Some(self);
        while let Some(kind) = at {
            if kind == other {
                return true;
            }
            at = kind.parent();
        }
        false
    }
}

/// An exception in the heap.
#[derive(Clone, Debug)]
pub(crate) struct ExceptionObject {
    /// Its class: a builtin one, or one that derives from those.
    pub class: Value,
    /// The builtin class that it is or derives from.
    pub kind: ExceptionKind,
    /// `args`, a tuple.
    pub args: Value,
    /// What else the program keeps in it.
    pub attributes: Vec<(Symbol, Value)>,
    /// `__cause__`, or `Unbound`.
    pub cause: Value,
    /// `__context__`, or `Unbound`.
    pub context: Value,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// The calls that it left so far, the innermost first: code and instruction.
    pub traceback: Vec<(CodeId, u32)>,
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

/// How often the same line is shown before the rest is only counted (`_RECURSIVE_CUTOFF` in `Lib/traceback.py`).
const RECURSIVE_CUTOFF: usize = 3;

/// The lines of a traceback below `Traceback (most recent call last):` and above the exception; `marked` where it says
/// more of where the calls stand than their lines.
pub(crate) fn frames(program: &Program, traceback: &[(CodeId, u32)], marked: bool) -> String {
    let mut text = String::new();
    let mut last = None;
    let mut repeats = 0;
    for &(id, at) in traceback.iter().rev() {
        let code = program.code(id);
        if code.hidden {
            continue;
        }
        let place = program.place(id, at as usize);
        let line = place.line;
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
            program.script.file, code.name
        );
        let source = program.unit.source.lines().nth(line as usize - 1);
        let source = source.unwrap_or_default();
        if source.trim().is_empty() {
            continue;
        }
        let _ = writeln!(text, "    {}", source.trim());
        if marked
            && code.unmarked.binary_search(&at).is_err()
            && let Some(marks) = marks(source, place)
        {
            let _ = writeln!(text, "{marks}");
        }
    }
    push_repeats(&mut text, repeats);
    text
}

fn push_repeats(text: &mut String, repeats: usize) {
    let more = repeats.saturating_sub(RECURSIVE_CUTOFF);
    if more > 0 {
        let times = if more == 1 { "time" } else { "times" };
        let _ = writeln!(text, "  [Previous line repeated {more} more {times}]");
    }
}

/// The exception behind a value.
pub(crate) fn as_exception(heap: &Heap, value: Value) -> Option<&ExceptionObject> {
    match heap.object(value) {
        Some(crate::object::Object::Exception(exception)) => Some(exception),
        _ => None,
    }
}

/// The exception behind a value, to change it.
pub(crate) fn as_exception_mut(heap: &mut Heap, value: Value) -> Option<&mut ExceptionObject> {
    match heap.get_mut(value.id()?) {
        crate::object::Object::Exception(exception) => Some(Arc::make_mut(exception)),
        _ => None,
    }
}

/// An exception's traceback, a new reference; `None` if it was not raised yet.
pub(crate) fn traceback_of(heap: &mut Heap, value: Value) -> Result<Value, Fault> {
    let calls = as_exception(heap, value)
        .map(|exception| exception.traceback.clone())
        .unwrap_or_default();
    if calls.is_empty() {
        return Ok(Value::None);
    }
    Ok(heap.allocate(crate::object::Object::Traceback(Arc::new(calls)))?)
}

/// What an iteration that ends with this exception came to: `StopIteration.value`; borrowed.
pub(crate) fn stop_value(heap: &Heap, exception: Value) -> Value {
    let args = as_exception(heap, exception).map_or(Value::None, |exception| exception.args);
    crate::operators::as_items(heap, args)
        .and_then(|args| args.first().copied())
        .unwrap_or(Value::None)
}
