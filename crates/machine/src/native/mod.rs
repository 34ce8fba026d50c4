//! What is written in Rust: builtin functions, types, their methods, modules.

mod builtins;
mod call;
mod format;
mod list;
mod string;
mod threading;
mod types;

pub(crate) use builtins::construct;
pub(crate) use call::{Args, Context, Fault, Flow, raise};
pub(crate) use format::{format, format_text};
pub(crate) use types::TYPES;
pub use types::{Module, Type};

use crate::value::Value;

/// Declares every native function once: its name in messages, and what runs it.
macro_rules! natives {
    ($($name:ident = $text:literal => $function:path,)+) => {
        /// A function or method written in Rust.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Native { $(#[doc = $text] $name,)+ }

        impl Native {
            /// Its name in Python.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// Calls it. The arguments stay the caller's; the result is new.
            pub(crate) fn call(self, context: &mut Context, args: &Args) -> Result<Flow, Fault> {
                match self { $(Self::$name => $function(context, args),)+ }
            }
        }
    };
}

natives! {
    Abs = "abs" => builtins::abs,
    Len = "len" => builtins::len,
    Max = "max" => builtins::max,
    Min = "min" => builtins::min,
    Print = "print" => builtins::print,
    Repr = "repr" => builtins::repr,
    Sum = "sum" => builtins::sum,
    ListAppend = "append" => list::append,
    ListClear = "clear" => list::clear,
    ListCopy = "copy" => list::copy,
    ListCount = "count" => list::count,
    ListExtend = "extend" => list::extend,
    ListIndex = "index" => list::index,
    ListInsert = "insert" => list::insert,
    ListPop = "pop" => list::pop,
    ListRemove = "remove" => list::remove,
    ListReverse = "reverse" => list::reverse,
    ListSort = "sort" => list::sort,
    StrJoin = "join" => string::join,
    StrLower = "lower" => string::lower,
    StrUpper = "upper" => string::upper,
    StrStrip = "strip" => string::strip,
    StrSplit = "split" => string::split,
    StrReplace = "replace" => string::replace,
    StrStartsWith = "startswith" => string::starts_with,
    StrEndsWith = "endswith" => string::ends_with,
    StrLjust = "ljust" => string::ljust,
    StrRjust = "rjust" => string::rjust,
    StrCenter = "center" => string::center,
    LockAcquire = "acquire" => threading::acquire,
    LockEnter = "__enter__" => threading::acquire,
    LockRelease = "release" => threading::release,
    LockExit = "__exit__" => threading::exit,
    LockLocked = "locked" => threading::locked,
    ThreadStart = "start" => threading::start,
    ThreadJoin = "join" => threading::join,
    ThreadIsAlive = "is_alive" => threading::is_alive,
    CurrentThread = "current_thread" => threading::current_thread,
    MainThread = "main_thread" => threading::main_thread,
    Sleep = "sleep" => threading::sleep,
    Time = "time" => threading::time,
    Monotonic = "monotonic" => threading::monotonic,
    PerfCounter = "perf_counter" => threading::monotonic,
}

/// The builtin of that name.
pub(crate) fn builtin(name: &str) -> Option<Value> {
    Some(match name {
        "abs" => Value::Native(Native::Abs),
        "len" => Value::Native(Native::Len),
        "max" => Value::Native(Native::Max),
        "min" => Value::Native(Native::Min),
        "print" => Value::Native(Native::Print),
        "repr" => Value::Native(Native::Repr),
        "sum" => Value::Native(Native::Sum),
        "bool" => Value::Type(Type::Bool),
        "float" => Value::Type(Type::Float),
        "int" => Value::Type(Type::Int),
        "list" => Value::Type(Type::List),
        "range" => Value::Type(Type::Range),
        "str" => Value::Type(Type::Str),
        "tuple" => Value::Type(Type::Tuple),
        _ => return None,
    })
}

/// CPython 3.11's builtins (`dir(builtins)`) that a program might use, to tell what we lack from what nobody has.
pub(crate) const PYTHON_BUILTINS: &[&str] = &[
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "DeprecationWarning",
    "EOFError",
    "Ellipsis",
    "EncodingWarning",
    "EnvironmentError",
    "Exception",
    "ExceptionGroup",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotImplemented",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "PermissionError",
    "ProcessLookupError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "ascii",
    "bin",
    "bool",
    "breakpoint",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "compile",
    "complex",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "help",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
    "exit",
    "quit",
    "__import__",
];

impl Native {
    /// Whether a call's only effect is its result, and that depends on nothing but its arguments.
    pub(crate) fn is_pure(self) -> bool {
        matches!(
            self,
            Self::Abs
                | Self::Len
                | Self::Max
                | Self::Min
                | Self::Repr
                | Self::Sum
                | Self::StrJoin
                | Self::StrLower
                | Self::StrUpper
                | Self::StrStrip
                | Self::StrSplit
                | Self::StrReplace
                | Self::StrStartsWith
                | Self::StrEndsWith
                | Self::StrLjust
                | Self::StrRjust
                | Self::StrCenter
        )
    }
}

impl Type {
    /// Whether making one has no effect that another thread can see: a thread's name counts threads.
    pub(crate) fn is_pure(self) -> bool {
        self != Self::Thread
    }
}
