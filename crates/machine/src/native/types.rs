//! Types and modules, and what lies behind a dot.

use crate::native::Native;
use crate::value::Value;

/// How many types there are.
pub(crate) const TYPES: usize = Type::ALL.len();

/// A type.
#[expect(clippy::enum_variant_names, reason = "`type` is a type")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    /// `NoneType`
    None,
    /// `bool`
    Bool,
    /// `int`
    Int,
    /// `float`
    Float,
    /// `str`
    Str,
    /// `list`
    List,
    /// `tuple`
    Tuple,
    /// `range`
    Range,
    /// `slice`
    Slice,
    /// What `iter` makes of a sequence.
    Iterator,
    /// `function`
    Function,
    /// `builtin_function_or_method`
    BuiltinFunction,
    /// Any exception.
    Exception,
    /// `_thread.lock`
    Lock,
    /// `threading.Thread`
    Thread,
    /// `module`
    Module,
    /// `type`
    Type,
}

impl Type {
    pub(crate) const ALL: [Self; 17] = [
        Self::None,
        Self::Bool,
        Self::Int,
        Self::Float,
        Self::Str,
        Self::List,
        Self::Tuple,
        Self::Range,
        Self::Slice,
        Self::Iterator,
        Self::Function,
        Self::BuiltinFunction,
        Self::Exception,
        Self::Lock,
        Self::Thread,
        Self::Module,
        Self::Type,
    ];

    /// `type(x).__name__`
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::None => "NoneType",
            Self::Bool => "bool",
            Self::Int => "int",
            Self::Float => "float",
            Self::Str => "str",
            Self::List => "list",
            Self::Tuple => "tuple",
            Self::Range => "range",
            Self::Slice => "slice",
            Self::Iterator => "iterator",
            Self::Function => "function",
            Self::BuiltinFunction => "builtin_function_or_method",
            Self::Exception => "Exception",
            Self::Lock => "_thread.lock",
            Self::Thread => "Thread",
            Self::Module => "module",
            Self::Type => "type",
        }
    }

    /// The method of that name.
    pub(crate) fn method(self, name: &str) -> Option<Native> {
        Some(match (self, name) {
            (Self::List, "append") => Native::ListAppend,
            (Self::List, "clear") => Native::ListClear,
            (Self::List, "copy") => Native::ListCopy,
            (Self::List | Self::Tuple, "count") => Native::ListCount,
            (Self::List, "extend") => Native::ListExtend,
            (Self::List | Self::Tuple, "index") => Native::ListIndex,
            (Self::List, "insert") => Native::ListInsert,
            (Self::List, "pop") => Native::ListPop,
            (Self::List, "remove") => Native::ListRemove,
            (Self::List, "reverse") => Native::ListReverse,
            (Self::List, "sort") => Native::ListSort,
            (Self::Str, "join") => Native::StrJoin,
            (Self::Str, "lower") => Native::StrLower,
            (Self::Str, "upper") => Native::StrUpper,
            (Self::Str, "strip") => Native::StrStrip,
            (Self::Str, "split") => Native::StrSplit,
            (Self::Str, "replace") => Native::StrReplace,
            (Self::Str, "startswith") => Native::StrStartsWith,
            (Self::Str, "endswith") => Native::StrEndsWith,
            (Self::Str, "ljust") => Native::StrLjust,
            (Self::Str, "rjust") => Native::StrRjust,
            (Self::Str, "center") => Native::StrCenter,
            (Self::Lock, "acquire") => Native::LockAcquire,
            (Self::Lock, "__enter__") => Native::LockEnter,
            (Self::Lock, "release") => Native::LockRelease,
            (Self::Lock, "__exit__") => Native::LockExit,
            (Self::Lock, "locked") => Native::LockLocked,
            (Self::Thread, "start") => Native::ThreadStart,
            (Self::Thread, "join") => Native::ThreadJoin,
            (Self::Thread, "is_alive") => Native::ThreadIsAlive,
            _ => return None,
        })
    }

    /// Whether values of the type have that attribute, a method or another.
    pub(crate) fn has_attribute(self, name: &str) -> bool {
        self.method(name).is_some()
            || matches!(
                (self, name),
                (Self::Thread, "name" | "daemon") | (Self::Function, "__name__")
            )
    }
}

/// A module that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u32)]
pub enum Module {
    /// `threading`
    Threading,
    /// `time`
    Time,
}

impl Module {
    pub(crate) const ALL: [Self; 2] = [Self::Threading, Self::Time];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Threading => "threading",
            Self::Time => "time",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|module| module.name() == name)
    }

    /// Names of what it has.
    pub(crate) fn attributes(self) -> &'static [&'static str] {
        match self {
            Self::Threading => &["Lock", "Thread", "current_thread", "main_thread"],
            Self::Time => &["monotonic", "perf_counter", "sleep", "time"],
        }
    }

    pub(crate) fn attribute(self, name: &str) -> Option<Value> {
        Some(match (self, name) {
            (Self::Threading, "Lock") => Value::Type(Type::Lock),
            (Self::Threading, "Thread") => Value::Type(Type::Thread),
            (Self::Threading, "current_thread") => Value::Native(Native::CurrentThread),
            (Self::Threading, "main_thread") => Value::Native(Native::MainThread),
            (Self::Time, "sleep") => Value::Native(Native::Sleep),
            (Self::Time, "time") => Value::Native(Native::Time),
            (Self::Time, "monotonic") => Value::Native(Native::Monotonic),
            (Self::Time, "perf_counter") => Value::Native(Native::PerfCounter),
            _ => return None,
        })
    }
}
