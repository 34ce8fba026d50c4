//! `+` and `*` of bytes, and what is assigned to items and slices of a bytearray.

use syntax::tree::BinaryOp;

use super::{collect, number, type_of};
use crate::bytes::reshape;
use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::arguments::clamped;
use crate::native::bytes::construct::bytes_in;
use crate::native::bytes::mutable::{byte, bytes_mut, extend_with, may_resize, remove_at, set_contents};
use crate::native::bytes::{Buffer, buffer_of, like};
use crate::native::{Fault, Type, raise};
use crate::object::Object;
use crate::operators::{Number, as_str};
use crate::subscript::{as_index, slice_bounds, slice_indices, wrap};
use crate::symbol::NAMES;
use crate::value::{Value, is_same};

/// `None` where they have no such operator.
pub(super) fn binary(
    heap: &mut Heap,
    op: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>, Fault> {
    let in_place = in_place && type_of(heap, left) == Type::ByteArray;
    match (op, buffer_of(heap, left), buffer_of(heap, right)) {
        (BinaryOp::Add, Some(a), Some(b)) if in_place => {
            if is_same(left, right) && !a.is_empty() {
                return raise(
                    ExceptionKind::BufferError,
                    "Existing exports of data: object cannot be re-sized",
                );
            }
            drop(a);
            extend_with(heap, left, &b)?;
            Ok(Some(heap.retain(left)))
        }
        (BinaryOp::Add, Some(a), Some(b)) => {
            heap.has_room((a.len() + b.len()) as u64)?;
            let joined = [&*a, &*b].concat();
            like(heap, left, joined).map(Some)
        }
        (BinaryOp::Add, Some(_), None) => {
            let (name, owner) = (type_name(heap, right), type_name(heap, left));
            raise(
                ExceptionKind::TypeError,
                format!("can't concat {name} to {owner}"),
            )
        }
        (BinaryOp::Mul, Some(bytes), None) => match number(heap, right) {
            Some(Number::Int(count)) => {
                let repeated = repeated(heap, bytes, clamped(&count))?;
                if in_place {
                    set_contents(heap, left, repeated)?;
                    return Ok(Some(heap.retain(left)));
                }
                like(heap, left, repeated).map(Some)
            }
            _ if class::overrides(heap, right, NAMES.index) => Err(Fault::NeedsPython),
            _ => {
                let name = type_name(heap, right);
                raise(
                    ExceptionKind::TypeError,
                    format!("can't multiply sequence by non-int of type '{name}'"),
                )
            }
        },
        (BinaryOp::Mul, None, Some(bytes)) => match number(heap, left) {
            Some(Number::Int(count)) => {
                let repeated = repeated(heap, bytes, clamped(&count))?;
                like(heap, right, repeated).map(Some)
            }
            _ if class::overrides(heap, left, NAMES.index) => Err(Fault::NeedsPython),
            _ => Ok(None),
        },
        _ => Ok(None),
    }
}

fn repeated(heap: &Heap, bytes: Buffer, count: i64) -> Result<Vec<u8>, Fault> {
    Ok(reshape::repeat(&bytes, count, heap.room())?)
}

/// `bytearray[index] = value`
pub(crate) fn set_byte(heap: &mut Heap, container: Value, index: Value, value: Value) -> Result<(), Fault> {
    let place = place(heap, container, index);
    if let Err(Fault::Raise(ExceptionKind::TypeError, _)) = place {
        return place.map(drop);
    }
    // The value is looked at before the index.
    let byte = byte(heap, value)?;
    let at = place?;
    if let Some(bytes) = bytes_mut(heap, container) {
        bytes[at] = byte;
    }
    Ok(())
}

/// `del bytearray[index]`
pub(crate) fn delete_byte(heap: &mut Heap, container: Value, index: Value) -> Result<(), Fault> {
    let at = place(heap, container, index)?;
    remove_at(heap, container, at).map(drop)
}

fn place(heap: &Heap, container: Value, index: Value) -> Result<usize, Fault> {
    let length = buffer_of(heap, container).map_or(0, |bytes| bytes.len());
    let Some(index) = as_index(heap, index) else {
        let name = type_name(heap, index);
        let message = format!("bytearray indices must be integers or slices, not {name}");
        return raise(ExceptionKind::TypeError, message);
    };
    match wrap(index, length) {
        Some(at) => Ok(at),
        None => raise(ExceptionKind::IndexError, "bytearray index out of range"),
    }
}

/// `bytearray[a:b:c] = values`, or the deletion of those bytes.
pub(crate) fn set_slice(
    heap: &mut Heap,
    container: Value,
    index: Value,
    values: Option<Value>,
) -> Result<(), Fault> {
    let Some(Object::Slice(parts)) = heap.object(index) else {
        return Err(Fault::NeedsPython);
    };
    let parts = **parts;
    let length = buffer_of(heap, container).map_or(0, |bytes| bytes.len());
    let (start, stop, step) = slice_bounds(heap, parts, length as i64)?;
    let new = match values {
        Some(values) => assigned(heap, values)?,
        None => Vec::new(),
    };
    let indices = slice_indices(heap, parts, length)?;
    if step != 1 && values.is_some() && indices.len() != new.len() {
        let (given, wanted) = (new.len(), indices.len());
        let message = format!("attempt to assign bytes of size {given} to extended slice of size {wanted}");
        return raise(ExceptionKind::ValueError, message);
    }
    if new.len() != indices.len() {
        may_resize(heap, container)?;
    }
    heap.charge(new.len() as u64)?;
    heap.refund(indices.len() as u64);
    let Some(bytes) = bytes_mut(heap, container) else {
        return Ok(());
    };
    if step == 1 {
        let start = start as usize;
        bytes.splice(start..(stop.max(start as i64) as usize), new);
    } else if values.is_some() {
        indices
            .into_iter()
            .zip(new)
            .for_each(|(at, byte)| bytes[at] = byte);
    } else {
        let mut dropped = vec![false; bytes.len()];
        indices.into_iter().for_each(|at| dropped[at] = true);
        let mut dropped = dropped.into_iter();
        bytes.retain(|_| dropped.next() != Some(true));
    }
    Ok(())
}

/// The bytes that are assigned to a slice.
fn assigned(heap: &mut Heap, values: Value) -> Result<Vec<u8>, Fault> {
    if let Some(bytes) = buffer_of(heap, values) {
        heap.has_room(bytes.len() as u64)?;
        return Ok(bytes.to_vec());
    }
    if number(heap, values).is_some() || as_str(heap, values).is_some() {
        let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
        return raise(ExceptionKind::TypeError, message);
    }
    match collect(heap, values)? {
        Some(items) => bytes_in(heap, items, "byte"),
        None => {
            let name = type_name(heap, values);
            raise(
                ExceptionKind::TypeError,
                format!("cannot convert '{name}' object to bytearray"),
            )
        }
    }
}
