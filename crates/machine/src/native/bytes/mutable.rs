//! What `bytearray` has beside the methods of `bytes`.

use triomphe::Arc;

use super::buffer_of;
use super::construct::{bytes_in, contents};
use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::arguments::{clamped, integer, size};
use crate::native::{Args, Context, Fault, Flow, Type, raise};
use crate::object::Object;
use crate::operators::{collect, unwrap};
use crate::value::Value;

const NONE: Result<Flow, Fault> = Ok(Flow::Return(Value::None));

/// The bytes of a bytearray, to change them; growth is charged by the caller.
pub(crate) fn bytes_mut(heap: &mut Heap, value: Value) -> Option<&mut Vec<u8>> {
    match heap.get_mut(unwrap(heap, value).id()?) {
        Object::ByteArray(bytes) => Some(Arc::make_mut(bytes)),
        _ => None,
    }
}

/// Whether a bytearray may get another size: not while its bytes are read without the GIL.
pub(crate) fn may_resize(heap: &Heap, bytearray: Value) -> Result<(), Fault> {
    if heap.is_exported(unwrap(heap, bytearray)) {
        return raise(
            ExceptionKind::BufferError,
            "Existing exports of data: object cannot be re-sized",
        );
    }
    Ok(())
}

fn no_bytearray<T>() -> Result<T, Fault> {
    raise(
        ExceptionKind::TypeError,
        "descriptor requires a 'bytearray' object",
    )
}

/// A byte's value.
pub(crate) fn byte(heap: &Heap, value: Value) -> Result<u8, Fault> {
    match u8::try_from(clamped(&integer(heap, value)?)) {
        Ok(byte) => Ok(byte),
        Err(_) => raise(ExceptionKind::ValueError, "byte must be in range(0, 256)"),
    }
}

/// `bytearray.append(item)`
pub(in crate::native) fn append(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [item]) = args.method("bytearray.append")?;
    let heap = &mut context.shared.heap;
    let byte = byte(heap, item)?;
    may_resize(heap, receiver)?;
    heap.charge(1)?;
    let Some(bytes) = bytes_mut(heap, receiver) else {
        return no_bytearray();
    };
    bytes.push(byte);
    NONE
}

/// `bytearray.clear()`
pub(in crate::native) fn clear(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("bytearray.clear")?;
    set_contents(&mut context.shared.heap, receiver, Vec::new())?;
    NONE
}

/// `bytearray.copy()`
pub(in crate::native) fn copy(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("bytearray.copy")?;
    let bytes = super::buffer(&context.shared.heap, receiver)?;
    context.shared.heap.has_room(bytes.len() as u64)?;
    super::new(context, args, bytes.to_vec())
}

/// `bytearray.extend(iterable)`
pub(in crate::native) fn extend(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [iterable]) = args.method("bytearray.extend")?;
    let heap = &mut context.shared.heap;
    let added = match buffer_of(heap, iterable) {
        Some(bytes) => bytes.to_vec(),
        None => {
            let Some(items) = collect(heap, iterable)? else {
                let name = type_name(heap, iterable);
                let message = format!("can't extend bytearray with {name}");
                return raise(ExceptionKind::TypeError, message);
            };
            bytes_in(heap, items, "byte")?
        }
    };
    extend_with(heap, receiver, &added)?;
    NONE
}

/// Appends bytes.
pub(crate) fn extend_with(heap: &mut Heap, bytearray: Value, added: &[u8]) -> Result<(), Fault> {
    if !added.is_empty() {
        may_resize(heap, bytearray)?;
    }
    heap.charge(added.len() as u64)?;
    let Some(bytes) = bytes_mut(heap, bytearray) else {
        return no_bytearray();
    };
    bytes.extend_from_slice(added);
    Ok(())
}

/// Puts other bytes in the place of those that are there.
pub(crate) fn set_contents(heap: &mut Heap, bytearray: Value, new: Vec<u8>) -> Result<(), Fault> {
    if buffer_of(heap, bytearray).is_some_and(|old| old.len() != new.len()) {
        may_resize(heap, bytearray)?;
    }
    heap.charge(new.len() as u64)?;
    let Some(bytes) = bytes_mut(heap, bytearray) else {
        return no_bytearray();
    };
    let old = std::mem::replace(bytes, new);
    heap.refund(old.len() as u64);
    Ok(())
}

/// `bytearray.insert(index, item)`
pub(in crate::native) fn insert(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [index, item] = args.rest().between("bytearray", "insert", 2)?;
    let heap = &mut context.shared.heap;
    let index = size(heap, index)?;
    let byte = byte(heap, item)?;
    may_resize(heap, args.receiver())?;
    heap.charge(1)?;
    let Some(bytes) = bytes_mut(heap, args.receiver()) else {
        return no_bytearray();
    };
    let length = bytes.len() as i64;
    let index = if index < 0 {
        index.saturating_add(length).max(0)
    } else {
        index.min(length)
    };
    bytes.insert(index as usize, byte);
    NONE
}

/// `bytearray.pop(index=-1)`
pub(in crate::native) fn pop(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [index] = args.rest().between("bytearray", "pop", 0)?;
    let heap = &mut context.shared.heap;
    let index = if index.is_bound() { size(heap, index)? } else { -1 };
    let length = super::buffer(heap, args.receiver())?.len();
    if length == 0 {
        return raise(ExceptionKind::IndexError, "pop from empty bytearray");
    }
    let index = if index < 0 {
        index.saturating_add(length as i64)
    } else {
        index
    };
    let Some(index) = usize::try_from(index).ok().filter(|index| *index < length) else {
        return raise(ExceptionKind::IndexError, "pop index out of range");
    };
    let byte = remove_at(heap, args.receiver(), index)?;
    Ok(Flow::Return(Value::Int(i64::from(byte))))
}

/// Takes a byte out, which is there.
pub(crate) fn remove_at(heap: &mut Heap, bytearray: Value, index: usize) -> Result<u8, Fault> {
    may_resize(heap, bytearray)?;
    let Some(bytes) = bytes_mut(heap, bytearray) else {
        return no_bytearray();
    };
    let byte = bytes.remove(index);
    heap.refund(1);
    Ok(byte)
}

/// `bytearray.remove(value)`
pub(in crate::native) fn remove(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [value]) = args.method("bytearray.remove")?;
    let heap = &mut context.shared.heap;
    let byte = byte(heap, value)?;
    let place = super::buffer(heap, receiver)?
        .iter()
        .position(|other| *other == byte);
    let Some(index) = place else {
        return raise(ExceptionKind::ValueError, "value not found in bytearray");
    };
    remove_at(heap, receiver, index)?;
    NONE
}

/// `bytearray.reverse()`
pub(in crate::native) fn reverse(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("bytearray.reverse")?;
    let Some(bytes) = bytes_mut(&mut context.shared.heap, receiver) else {
        return no_bytearray();
    };
    bytes.reverse();
    NONE
}

/// `bytearray.__init__(source=b'', encoding, errors)`
pub(in crate::native) fn init(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    // CPython empties it first.
    if !super::buffer(heap, args.receiver())?.is_empty() {
        may_resize(heap, args.receiver())?;
    }
    let new = contents(heap, Type::ByteArray, args.rest())?;
    set_contents(heap, args.receiver(), new)?;
    NONE
}
