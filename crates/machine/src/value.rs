//! Values: what a variable or a place on a stack holds.

use crate::code::CodeId;
use crate::exception::ExceptionKind;
use crate::library::{ClassId, ModuleId};
use crate::native::{Native, Type};

/// The place of an object in its process's heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub(crate) u32);

/// A Python value. Small ones lie in the value itself, others in the heap.
///
/// A value is `Copy`, and copying one does not count a reference: whoever keeps a value calls `Heap::retain`, and whoever
/// gives one up calls `Heap::release`. `Process::audit` checks the books after every instruction in tests.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// No value: an unassigned variable, or the empty place below a callable that is not a method (CPython's `NULL`).
    Unbound,
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// An integer of 64 bits; larger ones are objects.
    Int(i64),
    /// A float.
    Float(f64),
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
        (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
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
