//! Objects: what lies in the heap.

use num_bigint::BigInt;
use trace::{FiberId, LockId};
use triomphe::Arc;

use crate::exception::ExceptionObject;
use crate::native::{Native, Type};
use crate::value::Value;

/// An object. Payloads that can be large are shared, so that copying a page of the heap stays cheap.
#[derive(Clone, Debug)]
pub(crate) enum Object {
    /// A free slot, and the next one.
    Free { next: Option<u32> },
    /// A string.
    Str(Arc<str>),
    /// An integer of more than 64 bits.
    BigInt(Arc<BigInt>),
    /// A list.
    List(Arc<Vec<Value>>),
    /// A tuple.
    Tuple(Arc<Vec<Value>>),
    /// `range(start, stop, step)`
    Range(Arc<Range>),
    /// A slice.
    Slice(Arc<[Value; 3]>),
    /// An iterator over a sequence.
    Iterator(Arc<Iterator>),
    /// A function of the program.
    Function(Arc<Function>),
    /// A native method with its `self`.
    BoundMethod { native: Native, receiver: Value },
    /// An exception.
    Exception(Arc<ExceptionObject>),
    /// A `threading.Lock`.
    Lock(Lock),
    /// A `threading.Thread`.
    Thread(Arc<Thread>),
}

/// `range`'s bounds; CPython's are unbounded, ours fit 64 bits or are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    /// How many numbers it has.
    pub fn len(self) -> i64 {
        let span = if self.step > 0 {
            i128::from(self.stop) - i128::from(self.start)
        } else {
            i128::from(self.start) - i128::from(self.stop)
        };
        if span <= 0 {
            return 0;
        }
        let step = i128::from(self.step).abs();
        i64::try_from((span + step - 1) / step).unwrap_or(i64::MAX)
    }

    /// Number `index`, which is below `len`.
    pub fn at(self, index: i64) -> i64 {
        self.start.wrapping_add(index.wrapping_mul(self.step))
    }
}

/// Where an iteration stands.
#[derive(Clone, Debug)]
pub(crate) struct Iterator {
    /// The sequence, a counted reference, or `Unbound` once it is exhausted.
    pub over: Value,
    /// The next item's index; for a string, its byte offset.
    pub index: usize,
}

/// A function of the program.
#[derive(Clone, Debug)]
pub(crate) struct Function {
    /// Its code's number in the program.
    pub code: u32,
    /// Defaults of its last parameters.
    pub defaults: Vec<Value>,
}

/// A `threading.Lock`: not re-entrant, and whoever likes may release it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lock {
    /// Its number in the trace.
    pub id: LockId,
    /// Who acquired it, while it is locked. Python does not know; the page shows it.
    pub holder: Option<FiberId>,
}

/// A `threading.Thread`.
#[derive(Clone, Debug)]
pub(crate) struct Thread {
    /// The callable, or `None`.
    pub target: Value,
    /// The positional arguments, a tuple.
    pub args: Value,
    /// Its name, a string.
    pub name: Value,
    /// Its fiber, once it was started.
    pub fiber: Option<FiberId>,
    /// Whether it has ended.
    pub finished: bool,
}

impl Object {
    /// The object's type.
    pub fn type_of(&self) -> Type {
        match self {
            Self::Free { .. } => unreachable!("a free slot is never referred to"),
            Self::Str(_) => Type::Str,
            Self::BigInt(_) => Type::Int,
            Self::List(_) => Type::List,
            Self::Tuple(_) => Type::Tuple,
            Self::Range(_) => Type::Range,
            Self::Slice(_) => Type::Slice,
            Self::Iterator(_) => Type::Iterator,
            Self::Function(_) => Type::Function,
            Self::BoundMethod { .. } => Type::BuiltinFunction,
            Self::Exception(_) => Type::Exception,
            Self::Lock(_) => Type::Lock,
            Self::Thread(_) => Type::Thread,
        }
    }

    /// Calls `visit` for each value that the object refers to, always in the same order.
    pub fn for_each_child(&self, mut visit: impl FnMut(Value)) {
        match self {
            Self::Free { .. } | Self::Str(_) | Self::BigInt(_) | Self::Range(_) | Self::Lock(_) => {}
            Self::List(items) | Self::Tuple(items) => items.iter().copied().for_each(visit),
            Self::Slice(parts) => parts.iter().copied().for_each(visit),
            Self::Iterator(iterator) => visit(iterator.over),
            Self::Function(function) => function.defaults.iter().copied().for_each(visit),
            Self::BoundMethod { receiver, .. } => visit(*receiver),
            Self::Exception(exception) => visit(exception.argument),
            Self::Thread(thread) => {
                visit(thread.target);
                visit(thread.args);
                visit(thread.name);
            }
        }
    }

    /// Bytes charged for what the object holds outside its slot.
    pub fn payload(&self) -> u64 {
        const WORD: usize = size_of::<Value>();
        // What holds pointers is smaller in wasm, but a run must reach its bound at the same instruction everywhere.
        const FUNCTION: usize = 32;
        const EXCEPTION: usize = 48;
        const { assert!(size_of::<Function>() <= FUNCTION && size_of::<ExceptionObject>() <= EXCEPTION) };
        let bytes = match self {
            Self::Free { .. } | Self::BoundMethod { .. } | Self::Lock(_) => 0,
            Self::Str(text) => text.len(),
            Self::BigInt(number) => (number.bits() / 8) as usize,
            Self::List(items) | Self::Tuple(items) => items.len() * WORD,
            Self::Range(_) => size_of::<Range>(),
            Self::Slice(_) => 3 * WORD,
            Self::Iterator(_) => size_of::<Iterator>(),
            Self::Function(function) => FUNCTION + function.defaults.len() * WORD,
            Self::Exception(_) => EXCEPTION,
            Self::Thread(_) => size_of::<Thread>(),
        };
        bytes as u64
    }
}
