//! `x[i]`, `x[i:j:k]`, `x[i] = y`, `del x[i]`.

use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Fault, Type, raise};
use crate::object::Object;
use crate::operators::{Number, number, type_name, type_of};
use crate::value::Value;

/// `container[index]`; a new reference.
pub(crate) fn get(heap: &mut Heap, container: Value, index: Value) -> Result<Value, Fault> {
    let ty = type_of(heap, container);
    let what = match ty {
        Type::List => "list",
        Type::Tuple => "tuple",
        Type::Str => "string",
        Type::Range => "range object",
        _ => {
            let name = type_name(heap, container);
            return raise(
                ExceptionKind::TypeError,
                format!("'{name}' object is not subscriptable"),
            );
        }
    };
    if let Some(Object::Slice(parts)) = heap.object(index) {
        let parts = **parts;
        return get_slice(heap, container, parts);
    }
    let Some(index) = as_index(heap, index) else {
        let name = type_name(heap, index);
        let what = if ty == Type::Range || ty == Type::Str {
            what.trim_end_matches(" object")
        } else {
            what
        };
        let message = match ty {
            Type::Str => format!("string indices must be integers, not '{name}'"),
            _ => format!("{what} indices must be integers or slices, not {name}"),
        };
        return raise(ExceptionKind::TypeError, message);
    };
    let out = || raise(ExceptionKind::IndexError, format!("{what} index out of range"));
    match heap.object(container) {
        Some(Object::List(items) | Object::Tuple(items)) => match wrap(index, items.len()) {
            Some(at) => {
                let item = items[at];
                Ok(heap.retain(item))
            }
            None => out(),
        },
        Some(Object::Range(range)) => match wrap(index, range.len() as usize) {
            Some(at) => Ok(Value::Int(range.at(at as i64))),
            None => out(),
        },
        Some(Object::Str(text)) => {
            let text = text.clone();
            let length = if text.is_ascii() {
                text.len()
            } else {
                text.chars().count()
            };
            let Some(at) = wrap(index, length) else {
                return out();
            };
            let character = if text.is_ascii() {
                text[at..].chars().next()
            } else {
                text.chars().nth(at)
            };
            let character = character.unwrap_or_default();
            Ok(heap.string(character.encode_utf8(&mut [0; 4]))?)
        }
        _ => unreachable!("the type was asked for"),
    }
}

/// An index as Python counts, from either end.
fn wrap(index: i64, length: usize) -> Option<usize> {
    let index = if index < 0 { index + length as i64 } else { index };
    usize::try_from(index).ok().filter(|index| *index < length)
}

fn as_index(heap: &Heap, value: Value) -> Option<i64> {
    match number(heap, value)? {
        Number::Int(value) => Some(value.to_i64().unwrap_or(if value.is_negative() {
            i64::MIN / 2
        } else {
            i64::MAX
        })),
        Number::Float(_) => None,
    }
}

/// The indices that a slice selects from a sequence of that length (`PySlice_AdjustIndices`).
fn slice_indices(heap: &Heap, parts: [Value; 3], length: usize) -> Result<Vec<usize>, Fault> {
    let part = |value: Value| match value {
        Value::None => Ok(None),
        value => match as_index(heap, value) {
            Some(index) => Ok(Some(index)),
            None => raise(
                ExceptionKind::TypeError,
                "slice indices must be integers or None or have an __index__ method",
            ),
        },
    };
    let [start, stop, step] = [part(parts[0])?, part(parts[1])?, part(parts[2])?];
    let step = step.unwrap_or(1);
    if step == 0 {
        return raise(ExceptionKind::ValueError, "slice step cannot be zero");
    }
    let length = length as i64;
    let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let adjust = |index: i64| {
        let index = if index < 0 {
            index.saturating_add(length)
        } else {
            index
        };
        index.clamp(low, high)
    };
    let mut at = start.map_or(if step < 0 { high } else { low }, adjust);
    let stop = stop.map_or(if step < 0 { low } else { high }, adjust);
    let mut indices = Vec::new();
    while if step < 0 { at > stop } else { at < stop } {
        indices.push(at as usize);
        at = at.saturating_add(step);
    }
    Ok(indices)
}

fn get_slice(heap: &mut Heap, container: Value, parts: [Value; 3]) -> Result<Value, Fault> {
    match heap.object(container) {
        Some(Object::List(items) | Object::Tuple(items)) => {
            let items = items.clone();
            let indices = slice_indices(heap, parts, items.len())?;
            heap.has_room((indices.len() * size_of::<Value>()) as u64)?;
            let chosen: Vec<Value> = indices.into_iter().map(|index| items[index]).collect();
            heap.retain_all(&chosen);
            let is_list = type_of(heap, container) == Type::List;
            Ok(if is_list {
                heap.list(chosen)?
            } else {
                heap.tuple(chosen)?
            })
        }
        Some(Object::Str(text)) => {
            let text = text.clone();
            heap.has_room(text.len() as u64 * 4)?;
            let characters: Vec<char> = text.chars().collect();
            let indices = slice_indices(heap, parts, characters.len())?;
            let chosen: String = indices.into_iter().map(|index| characters[index]).collect();
            Ok(heap.string(&chosen)?)
        }
        _ => raise(
            ExceptionKind::TypeError,
            "slices of this type are not supported here",
        ),
    }
}

/// `container[index] = value`; takes over the reference to `value`, unless it fails.
pub(crate) fn set(heap: &mut Heap, container: Value, index: Value, value: Value) -> Result<(), Fault> {
    let (id, at) = list_place(heap, container, index, "assignment")?;
    let Object::List(items) = heap.get_mut(id) else {
        unreachable!("only lists can be written")
    };
    let old = std::mem::replace(&mut triomphe::Arc::make_mut(items)[at], value);
    heap.release(old);
    Ok(())
}

/// `del container[index]`
pub(crate) fn delete(heap: &mut Heap, container: Value, index: Value) -> Result<(), Fault> {
    let (id, at) = list_place(heap, container, index, "deletion")?;
    let Object::List(items) = heap.get_mut(id) else {
        unreachable!("only lists can be written")
    };
    let old = triomphe::Arc::make_mut(items).remove(at);
    heap.refund(size_of::<Value>() as u64);
    heap.release(old);
    Ok(())
}

fn list_place(
    heap: &Heap,
    container: Value,
    index: Value,
    action: &str,
) -> Result<(crate::value::ObjectId, usize), Fault> {
    let (Value::Object(id), Some(Object::List(items))) = (container, heap.object(container)) else {
        let name = type_name(heap, container);
        let verb = if action == "deletion" {
            "doesn't support item deletion"
        } else {
            "does not support item assignment"
        };
        return raise(ExceptionKind::TypeError, format!("'{name}' object {verb}"));
    };
    let Some(wanted) = as_index(heap, index) else {
        let name = type_name(heap, index);
        let message = format!("list indices must be integers or slices, not {name}");
        return raise(ExceptionKind::TypeError, message);
    };
    match wrap(wanted, items.len()) {
        Some(at) => Ok((id, at)),
        None => raise(ExceptionKind::IndexError, "list assignment index out of range"),
    }
}
