//! Operators on values as far as they need no Python. Where a class has a say the answer is `Fault::NeedsPython`, and the
//! core's functions ask the class.

pub(crate) mod algebra;
mod arithmetic;
mod bytes;
mod compare;
mod iterate;
mod lazy;
mod sequence;
mod show;
mod sort;
mod table;

pub(crate) use algebra::Operand;
pub(crate) use arithmetic::{
    Number, binary, builtin_binary, comparison_name, from_int, names_of, number, operator_named, unary,
};
pub(crate) use bytes::{delete_byte, set_byte, set_slice as set_byte_slice};
pub(crate) use compare::{compare, contains, equal, keys_match, position_in_range, sign_of};
pub(crate) use iterate::{collect, iterator_over, next_of, next_plain, reversed_over};
pub(crate) use lazy::{Advance, advance, fallback as lazy_fallback, new_lazy, next_plain_parts};
pub(crate) use sequence::extend_list;
pub(crate) use show::{function_name, function_text, identity, plain_repr, plain_text, repr_of, text_of};
pub(crate) use sort::{order_by, sorted_order};
pub(crate) use table::{
    as_dict, as_dict_mut, as_set, as_set_mut, dict_find, dict_get, dict_remove, dict_set, dict_update,
    has_text, hash, insert as dict_insert, put_text, remove_at, remove_text, set_add, set_find, set_insert,
    set_update, text_value,
};

use crate::class;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Fault, Type, raise};
use crate::object::Object;
use crate::symbol::{NAMES, Symbol};
use crate::value::Value;

/// Bits of the largest integer: one multiplication of such takes about a millisecond.
pub(crate) const MAX_INT_BITS: u64 = 1 << 18;

/// How deep lists may lie in lists where a value is compared or printed; CPython raises `RecursionError` too.
pub(crate) const MAX_NESTING: usize = 100;

/// A value's builtin type.
pub(crate) fn type_of(heap: &Heap, value: Value) -> Type {
    match value {
        Value::Unbound => unreachable!("no value has no type"),
        Value::None => Type::None,
        Value::Bool(_) => Type::Bool,
        Value::Int(_) => Type::Int,
        Value::Float(_) => Type::Float,
        Value::Ellipsis => Type::Ellipsis,
        Value::NotImplemented => Type::NotImplemented,
        Value::Native(_) => Type::BuiltinFunction,
        Value::Function(_) => Type::Function,
        Value::Type(_) | Value::ExceptionType(_) | Value::Class(_) => Type::Type,
        Value::Module(_) => Type::Module,
        Value::Object(id) => heap.get(id).type_of(),
    }
}

/// The builtin value that an instance carries; other values are themselves.
pub(crate) fn unwrap(heap: &Heap, value: Value) -> Value {
    match heap.object(value) {
        Some(Object::Instance(instance)) if instance.base.is_bound() => instance.base,
        _ => value,
    }
}

/// The builtin value that stands for a value in an operation, unless its class defines that operation.
pub(crate) fn plain(heap: &Heap, value: Value, operation: Symbol) -> Result<Value, Fault> {
    if class::overrides(heap, value, operation) {
        return Err(Fault::NeedsPython);
    }
    Ok(unwrap(heap, value))
}

/// The string that a value is.
pub(crate) fn as_str(heap: &Heap, value: Value) -> Option<&str> {
    match heap.object(value) {
        Some(Object::Str(text)) => Some(text),
        Some(Object::Instance(instance)) if instance.base.is_bound() => match heap.object(instance.base) {
            Some(Object::Str(text)) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// The items of a list or tuple.
pub(crate) fn as_items(heap: &Heap, value: Value) -> Option<&[Value]> {
    match heap.object(unwrap(heap, value)) {
        Some(Object::List(items) | Object::Tuple(items)) => Some(items),
        _ => None,
    }
}

/// The bytes of a `bytes` or `bytearray`.
pub(crate) fn as_bytes(heap: &Heap, value: Value) -> Option<&[u8]> {
    match heap.object(unwrap(heap, value)) {
        Some(Object::Bytes(bytes)) => Some(bytes),
        Some(Object::ByteArray(bytes)) => Some(bytes),
        _ => None,
    }
}

/// A value's truth.
pub(crate) fn truth(heap: &Heap, value: Value) -> Result<bool, Fault> {
    if class::overrides(heap, value, NAMES.bool_) || class::overrides(heap, value, NAMES.len) {
        return Err(Fault::NeedsPython);
    }
    Ok(match unwrap(heap, value) {
        Value::Unbound | Value::None => false,
        Value::Bool(value) => value.get(),
        Value::Int(value) => value != 0,
        Value::Float(value) => value.get() != 0.0,
        Value::Object(id) => match heap.get(id) {
            Object::Str(text) => !text.is_empty(),
            Object::Bytes(bytes) => !bytes.is_empty(),
            Object::ByteArray(bytes) => !bytes.is_empty(),
            Object::List(items) | Object::Tuple(items) => !items.is_empty(),
            Object::Dict(dict) => !dict.is_empty(),
            Object::Set(set) | Object::FrozenSet(set) => !set.is_empty(),
            Object::View { dict, .. } => as_dict(heap, *dict).is_some_and(|dict| !dict.is_empty()),
            Object::Range(range) => range.len() != 0,
            _ => true,
        },
        _ => true,
    })
}

/// `len(value)`
pub(crate) fn length(heap: &Heap, value: Value) -> Result<i64, Fault> {
    let length = match heap.object(plain(heap, value, NAMES.len)?) {
        Some(Object::Str(text)) => text.chars().count(),
        Some(Object::Bytes(bytes)) => bytes.len(),
        Some(Object::ByteArray(bytes)) => bytes.len(),
        Some(Object::List(items) | Object::Tuple(items)) => items.len(),
        Some(Object::Dict(dict)) => dict.len(),
        Some(Object::Set(set) | Object::FrozenSet(set)) => set.len(),
        Some(Object::View { dict, .. }) => as_dict(heap, *dict).map_or(0, |dict| dict.len()),
        Some(Object::Range(range)) => return Ok(range.len()),
        _ => {
            let name = class::type_name(heap, value);
            return raise(
                ExceptionKind::TypeError,
                format!("object of type '{name}' has no len()"),
            );
        }
    };
    Ok(length as i64)
}
