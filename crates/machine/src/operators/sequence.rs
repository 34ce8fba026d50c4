//! `+` and `*` of sequences.

use syntax::tree::BinaryOp;

use super::{Number, as_items, as_str, collect, number, type_of};
use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Fault, Type, raise};
use crate::object::Object;
use crate::symbol::NAMES;
use crate::value::Value;

/// `None` where they have no such operator.
pub(super) fn binary(
    heap: &mut Heap,
    op: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>, Fault> {
    match op {
        BinaryOp::Add => add_sequences(heap, in_place, left, right),
        BinaryOp::Mul => match (type_of(heap, left), type_of(heap, right)) {
            (Type::List, Type::Int | Type::Bool) if in_place => {
                repeat_in_place(heap, left, right)?;
                Ok(Some(heap.retain(left)))
            }
            (Type::Str | Type::List | Type::Tuple, Type::Int | Type::Bool) => {
                repeat(heap, left, right).map(Some)
            }
            (Type::Int | Type::Bool, Type::Str | Type::List | Type::Tuple) => {
                repeat(heap, right, left).map(Some)
            }
            (Type::Str | Type::List | Type::Tuple, _) if has_index(heap, right) => Err(Fault::NeedsPython),
            (_, Type::Str | Type::List | Type::Tuple) if has_index(heap, left) => Err(Fault::NeedsPython),
            (Type::Int | Type::Bool | Type::Bytes | Type::ByteArray, Type::Bytes | Type::ByteArray) => {
                Ok(None)
            }
            (Type::Str | Type::List | Type::Tuple, _)
            | (_, Type::Str | Type::List | Type::Tuple | Type::Bytes | Type::ByteArray) => {
                let is_left = as_items(heap, left).is_some() || as_str(heap, left).is_some();
                let name = type_name(heap, if is_left { right } else { left });
                raise(
                    ExceptionKind::TypeError,
                    format!("can't multiply sequence by non-int of type '{name}'"),
                )
            }
            _ => Ok(None),
        },
        _ => Ok(None),
    }
}

fn has_index(heap: &Heap, value: Value) -> bool {
    class::overrides(heap, value, NAMES.index)
}

fn add_sequences(heap: &mut Heap, in_place: bool, left: Value, right: Value) -> Result<Option<Value>, Fault> {
    let name = type_name(heap, right).to_owned();
    match (heap.object(left), heap.object(right)) {
        (Some(Object::Str(a)), Some(Object::Str(b))) => {
            heap.has_room((a.len() + b.len()) as u64)?;
            let text = format!("{a}{b}");
            Ok(Some(heap.string(&text)?))
        }
        (Some(Object::List(_)), _) if in_place => {
            let Some(items) = collect(heap, right)? else {
                return raise(
                    ExceptionKind::TypeError,
                    format!("'{name}' object is not iterable"),
                );
            };
            extend_list(heap, left, items)?;
            Ok(Some(heap.retain(left)))
        }
        (Some(Object::List(a)), Some(Object::List(b))) => {
            heap.has_room(((a.len() + b.len()) * size_of::<Value>()) as u64)?;
            let items: Vec<Value> = a.iter().chain(b.iter()).copied().collect();
            heap.retain_all(&items);
            Ok(Some(heap.list(items)?))
        }
        (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => {
            heap.has_room(((a.len() + b.len()) * size_of::<Value>()) as u64)?;
            let items: Vec<Value> = a.iter().chain(b.iter()).copied().collect();
            heap.retain_all(&items);
            Ok(Some(heap.tuple(items)?))
        }
        (Some(Object::Str(_)), _) => raise(
            ExceptionKind::TypeError,
            format!("can only concatenate str (not \"{name}\") to str"),
        ),
        (Some(Object::List(_)), _) => raise(
            ExceptionKind::TypeError,
            format!("can only concatenate list (not \"{name}\") to list"),
        ),
        (Some(Object::Tuple(_)), _) => raise(
            ExceptionKind::TypeError,
            format!("can only concatenate tuple (not \"{name}\") to tuple"),
        ),
        _ => Ok(None),
    }
}

fn repeat(heap: &mut Heap, sequence: Value, count: Value) -> Result<Value, Fault> {
    let Some(Number::Int(count)) = number(heap, count) else {
        unreachable!("asked for an int")
    };
    let Some(count) = count.to_i64() else {
        return raise(
            ExceptionKind::OverflowError,
            "cannot fit 'int' into an index-sized integer",
        );
    };
    let count = usize::try_from(count).unwrap_or(0);
    if let Some(text) = as_str(heap, sequence) {
        heap.has_room((text.len() as u64).saturating_mul(count as u64))?;
        let text = text.repeat(if text.is_empty() { 0 } else { count });
        return Ok(heap.string(&text)?);
    }
    let items = as_items(heap, sequence).unwrap_or_default();
    let length = (items.len() as u64).saturating_mul(count as u64);
    heap.has_room(length.saturating_mul(size_of::<Value>() as u64))?;
    let items = items.repeat(if items.is_empty() { 0 } else { count });
    heap.retain_all(&items);
    let is_list = type_of(heap, sequence) == Type::List;
    Ok(if is_list {
        heap.list(items)?
    } else {
        heap.tuple(items)?
    })
}

fn repeat_in_place(heap: &mut Heap, list: Value, count: Value) -> Result<(), Fault> {
    let longer = repeat(heap, list, count)?;
    let items = as_items(heap, longer).unwrap_or_default().to_vec();
    heap.retain_all(&items);
    heap.release(longer);
    heap.charge((items.len() * size_of::<Value>()) as u64)?;
    let Some(place) = heap.list_mut(list) else {
        return Ok(());
    };
    let old = std::mem::replace(place, items);
    heap.refund((old.len() * size_of::<Value>()) as u64);
    old.into_iter().for_each(|item| heap.release(item));
    Ok(())
}

/// Appends values that the caller gives away.
pub(crate) fn extend_list(heap: &mut Heap, list: Value, items: Vec<Value>) -> Result<(), Fault> {
    heap.charge((items.len() * size_of::<Value>()) as u64)?;
    let Value::Object(id) = list else {
        unreachable!("a list is an object")
    };
    if let Object::List(to) = heap.get_mut(id) {
        triomphe::Arc::make_mut(to).extend(items);
    }
    Ok(())
}
