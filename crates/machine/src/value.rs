//! Values: what a variable or a place on a stack holds.

use crate::code::CodeId;
use crate::exception::ExceptionKind;
use crate::library::{ClassId, ModuleId};
use crate::native::{Native, Type};

/// The place of an object in its process's heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(u64);

impl ObjectId {
    #[inline]
    pub(crate) fn new(index: u32) -> Self {
        Self(u64::from(index))
    }

    /// The number of its slot.
    #[inline]
    pub(crate) fn index(self) -> u32 {
        self.0 as u32
    }
}

/// A bool in a word of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Truth {
    /// `False`
    False,
    /// `True`
    True,
}

impl Truth {
    /// Whether it is `True`.
    #[inline]
    pub(crate) fn get(self) -> bool {
        matches!(self, Self::True)
    }
}

/// A float by its bits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Float(u64);

impl Float {
    /// The number.
    #[inline]
    pub(crate) const fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl std::fmt::Debug for Float {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(out)
    }
}

/// A Python value. Small ones lie in the value itself, others in the heap.
///
/// A value is `Copy`, and copying one does not count a reference: whoever keeps a value calls `Heap::retain`, and whoever
/// gives one up calls `Heap::release`. `Process::audit` checks the books after every instruction in tests.
///
/// It is a byte that says which it is, and one word: every payload is an integer of 64 bits. So values travel in two registers,
/// and are read from the stack in the same two pieces in which they were written.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub enum Value {
    /// No value: an unassigned variable, or the empty place below a callable that is not a method (CPython's `NULL`).
    Unbound,
    /// `None`
    None,
    /// `True`, `False`
    Bool(Truth),
    /// An integer of 64 bits; larger ones are objects.
    Int(i64),
    /// A float.
    Float(Float),
    /// `...`
    Ellipsis,
    /// `NotImplemented`
    NotImplemented,
    /// A function or method written in Rust.
    Native(Native),
    /// A function of the library: it has no state of its own.
    Function(CodeId),
    /// A builtin type.
    Type(Type),
    /// A builtin exception's class.
    ExceptionType(ExceptionKind),
    /// A class of the library.
    Class(ClassId),
    /// An imported module.
    Module(ModuleId),
    /// Anything else.
    Object(ObjectId),
}

impl Value {
    /// `True` or `False`.
    #[inline]
    pub(crate) const fn bool(value: bool) -> Self {
        Self::Bool(if value { Truth::True } else { Truth::False })
    }

    /// A float.
    #[inline]
    pub(crate) const fn float(value: f64) -> Self {
        Self::Float(Float(value.to_bits()))
    }

    /// Whether there is a value.
    pub(crate) fn is_bound(self) -> bool {
        !matches!(self, Self::Unbound)
    }

    /// The value, if there is one.
    pub(crate) fn bound(self) -> Option<Self> {
        self.is_bound().then_some(self)
    }

    /// The object's place, if it is one.
    pub(crate) fn id(self) -> Option<ObjectId> {
        match self {
            Self::Object(id) => Some(id),
            _ => None,
        }
    }
}

/// Python's `is`.
pub(crate) fn is_same(left: Value, right: Value) -> bool {
    match (left, right) {
        (Value::Unbound, Value::Unbound)
        | (Value::None, Value::None)
        | (Value::Ellipsis, Value::Ellipsis)
        | (Value::NotImplemented, Value::NotImplemented) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::Native(a), Value::Native(b)) => a == b,
        (Value::Function(a), Value::Function(b)) => a == b,
        (Value::Type(a), Value::Type(b)) => a == b,
        (Value::ExceptionType(a), Value::ExceptionType(b)) => a == b,
        (Value::Class(a), Value::Class(b)) => a == b,
        (Value::Module(a), Value::Module(b)) => a == b,
        (Value::Object(a), Value::Object(b)) => a == b,
        _ => false,
    }
}
