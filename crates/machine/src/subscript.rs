//! `x[i]`, `x[i:j:k]`, `x[i] = y`, `del x[i]`.

use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Fault, Type, raise};
use crate::object::Object;
use crate::operators::{self, Number, number, type_of, unwrap};
use crate::symbol::NAMES;
use crate::value::Value;

/// `container[index]`; a new reference.
pub(crate) fn get(heap: &mut Heap, container: Value, index: Value) -> Result<Value, Fault> {
    let whole = container;
    let container = unwrap(heap, container);
    if let Some(Object::Dict(_)) = heap.object(container) {
        return match operators::dict_get(heap, container, index)? {
            Some(value) => Ok(heap.retain(value)),
            None if matches!(heap.object(whole), Some(Object::Instance(_))) => Err(Fault::NeedsPython),
            None => Err(Fault::RaiseWith(ExceptionKind::KeyError, heap.retain(index))),
        };
    }
    let given = index;
    let index = unwrap(heap, index);
    if matches!(heap.object(index), Some(Object::Instance(_)))
        || class::overrides(heap, given, NAMES.index) && !matches!(number(heap, index), Some(Number::Int(_)))
    {
        return Err(Fault::NeedsPython);
    }
    let ty = type_of(heap, container);
    let what = match ty {
        Type::List => "list",
        Type::Tuple => "tuple",
        Type::Str => "string",
        Type::Range => "range object",
        Type::Bytes => "byte",
        Type::ByteArray => "bytearray",
        _ => {
            let message = if class::is_class(heap, whole) {
                format!("type '{}' is not subscriptable", class::class_name(heap, whole))
            } else {
                format!("'{}' object is not subscriptable", type_name(heap, whole))
            };
            return raise(ExceptionKind::TypeError, message);
        }
    };
    if let Some(Object::Slice(parts)) = heap.object(index) {
        let parts = **parts;
        return get_slice(heap, container, parts);
    }
    if ty == Type::Range
        && let Some(Number::Int(value)) = number(heap, index)
        && value.to_i64().is_none()
    {
        return raise(ExceptionKind::IndexError, "range object index out of range");
    }
    let Some(index) = sized_index(heap, index)? else {
        let name = type_name(heap, given);
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
        _ => match operators::as_bytes(heap, container) {
            Some(bytes) => match wrap(index, bytes.len()) {
                Some(at) => Ok(Value::Int(i64::from(bytes[at]))),
                None => raise(
                    ExceptionKind::IndexError,
                    if ty == Type::Bytes {
                        "index out of range"
                    } else {
                        "bytearray index out of range"
                    },
                ),
            },
            None => unreachable!("the type was asked for"),
        },
    }
}

/// An index as Python counts, from either end.
pub(crate) fn wrap(index: i64, length: usize) -> Option<usize> {
    let index = if index < 0 {
        index.saturating_add(length as i64)
    } else {
        index
    };
    usize::try_from(index).ok().filter(|index| *index < length)
}

/// An index that an item can have.
fn sized_index(heap: &Heap, value: Value) -> Result<Option<i64>, Fault> {
    match number(heap, value) {
        Some(Number::Int(value)) => match value.to_i64() {
            Some(value) => Ok(Some(value)),
            None => raise(
                ExceptionKind::IndexError,
                "cannot fit 'int' into an index-sized integer",
            ),
        },
        _ => Ok(None),
    }
}

pub(crate) fn as_index(heap: &Heap, value: Value) -> Option<i64> {
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
pub(crate) fn slice_indices(heap: &Heap, parts: [Value; 3], length: usize) -> Result<Vec<usize>, Fault> {
    let (mut at, stop, step) = slice_bounds(heap, parts, length as i64)?;
    let mut indices = Vec::new();
    while if step < 0 { at > stop } else { at < stop } {
        indices.push(at as usize);
        at = at.saturating_add(step);
    }
    Ok(indices)
}

/// Where a slice begins and ends, and its step.
pub(crate) fn slice_bounds(heap: &Heap, parts: [Value; 3], length: i64) -> Result<(i64, i64, i64), Fault> {
    let part = |value: Value| match value {
        Value::None => Ok(None),
        value => match as_index(heap, unwrap(heap, value)) {
            Some(index) => Ok(Some(index)),
            None if class::overrides(heap, value, NAMES.index) => Err(Fault::NeedsPython),
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
    let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let adjust = |index: i64| {
        let index = if index < 0 {
            index.saturating_add(length)
        } else {
            index
        };
        index.clamp(low, high)
    };
    let at = start.map_or(if step < 0 { high } else { low }, adjust);
    let stop = stop.map_or(if step < 0 { low } else { high }, adjust);
    Ok((at, stop, step))
}

fn get_slice(heap: &mut Heap, container: Value, parts: [Value; 3]) -> Result<Value, Fault> {
    match heap.object(container) {
        Some(Object::List(items) | Object::Tuple(items)) => {
            let (at, stop, step) = slice_bounds(heap, parts, items.len() as i64)?;
            let chosen = if step == 1 {
                let chosen = at as usize..stop.max(at) as usize;
                heap.has_room((chosen.len() * size_of::<Value>()) as u64)?;
                items[chosen].to_vec()
            } else {
                let indices = slice_indices(heap, parts, items.len())?;
                heap.has_room((indices.len() * size_of::<Value>()) as u64)?;
                indices.into_iter().map(|index| items[index]).collect()
            };
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
            if text.is_ascii()
                && let (at, stop, 1) = slice_bounds(heap, parts, text.len() as i64)?
            {
                return Ok(heap.string(&text[at as usize..stop.max(at) as usize])?);
            }
            heap.has_room(text.len() as u64 * 4)?;
            let characters: Vec<char> = text.chars().collect();
            let indices = slice_indices(heap, parts, characters.len())?;
            let chosen: String = indices.into_iter().map(|index| characters[index]).collect();
            Ok(heap.string(&chosen)?)
        }
        Some(Object::Range(range)) => {
            let range = **range;
            let (at, stop, step) = slice_bounds(heap, parts, range.len())?;
            let place = |index: i64| i128::from(range.start) + i128::from(index) * i128::from(range.step);
            let step = i128::from(range.step) * i128::from(step);
            let [start, stop, step] = [fits(place(at))?, fits(place(stop))?, fits(step)?];
            let sliced = crate::object::Range { start, stop, step };
            Ok(heap.allocate(Object::Range(triomphe::Arc::new(sliced)))?)
        }
        _ => {
            let Some(bytes) = operators::as_bytes(heap, container) else {
                return Err(Fault::NeedsPython);
            };
            let indices = slice_indices(heap, parts, bytes.len())?;
            let chosen: Vec<u8> = indices.into_iter().map(|index| bytes[index]).collect();
            let is_bytes = matches!(heap.object(container), Some(Object::Bytes(_)));
            Ok(heap.allocate(if is_bytes {
                Object::Bytes(triomphe::Arc::from(chosen))
            } else {
                Object::ByteArray(triomphe::Arc::new(chosen))
            })?)
        }
    }
}

fn fits(bound: i128) -> Result<i64, Fault> {
    i64::try_from(bound).or_else(|_| {
        raise(
            ExceptionKind::OverflowError,
            "range() beyond 64 bits is not supported here",
        )
    })
}

/// `container[index] = value`; all stay the caller's.
pub(crate) fn set(heap: &mut Heap, container: Value, index: Value, value: Value) -> Result<(), Fault> {
    let whole = container;
    let container = unwrap(heap, container);
    if let Some(Object::Dict(_)) = heap.object(container) {
        return operators::dict_set(heap, container, index, value);
    }
    if matches!(heap.object(index), Some(Object::Slice(_) | Object::Instance(_))) {
        return match heap.object(container) {
            Some(Object::List(_)) => set_list_slice(heap, container, index, Some(value)),
            Some(Object::ByteArray(_)) => operators::set_byte_slice(heap, container, index, Some(value)),
            _ => not_assignable(heap, whole, "does not support item assignment"),
        };
    }
    if let Some(Object::ByteArray(_)) = heap.object(container) {
        return operators::set_byte(heap, container, index, value);
    }
    let (id, at) = list_place(heap, whole, container, index, "does not support item assignment")?;
    heap.retain(value);
    let Object::List(items) = heap.get_mut(id) else {
        unreachable!("only lists can be written")
    };
    let old = std::mem::replace(&mut triomphe::Arc::make_mut(items)[at], value);
    heap.release(old);
    Ok(())
}

fn not_assignable<T>(heap: &Heap, container: Value, verb: &str) -> Result<T, Fault> {
    let name = type_name(heap, container);
    raise(ExceptionKind::TypeError, format!("'{name}' object {verb}"))
}

/// `list[a:b:c] = values`, or the deletion of those items.
fn set_list_slice(
    heap: &mut Heap,
    container: Value,
    index: Value,
    values: Option<Value>,
) -> Result<(), Fault> {
    let Some(Object::Slice(parts)) = heap.object(index) else {
        return Err(Fault::NeedsPython);
    };
    let parts = **parts;
    let length = operators::as_items(heap, container).map_or(0, <[Value]>::len);
    let (start, stop, step) = slice_bounds(heap, parts, length as i64)?;
    let new = match values {
        Some(values) => match operators::collect(heap, values)? {
            Some(items) => items,
            None => {
                let message = match step {
                    1 => "can only assign an iterable",
                    _ => "must assign iterable to extended slice",
                };
                return raise(ExceptionKind::TypeError, message);
            }
        },
        None => Vec::new(),
    };
    let indices = slice_indices(heap, parts, length)?;
    if step != 1 && values.is_some() && indices.len() != new.len() {
        let message = format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            new.len(),
            indices.len()
        );
        new.into_iter().for_each(|item| heap.release(item));
        return raise(ExceptionKind::ValueError, message);
    }
    let word = size_of::<Value>() as u64;
    heap.charge(word * new.len() as u64)?;
    heap.refund(word * indices.len() as u64);
    let Some(items) = heap.list_mut(container) else {
        return Ok(());
    };
    let old: Vec<Value> = if step == 1 {
        let start = start as usize;
        let stop = (stop.max(start as i64)) as usize;
        items.splice(start..stop, new).collect()
    } else if values.is_some() {
        indices
            .into_iter()
            .zip(new)
            .map(|(at, item)| std::mem::replace(&mut items[at], item))
            .collect()
    } else {
        let mut is_deleted = vec![false; items.len()];
        indices.iter().for_each(|at| is_deleted[*at] = true);
        let (old, left): (Vec<_>, Vec<_>) = items.iter().zip(is_deleted).partition(|(_, deleted)| *deleted);
        let old = old.into_iter().map(|(item, _)| *item).collect();
        *items = left.into_iter().map(|(item, _)| *item).collect();
        old
    };
    old.into_iter().for_each(|item| heap.release(item));
    Ok(())
}

/// `del container[index]`
pub(crate) fn delete(heap: &mut Heap, container: Value, index: Value) -> Result<(), Fault> {
    let whole = container;
    let container = unwrap(heap, container);
    if let Some(Object::Dict(_)) = heap.object(container) {
        return match operators::dict_remove(heap, container, index)? {
            Some(value) => {
                heap.release(value);
                Ok(())
            }
            None => Err(Fault::RaiseWith(ExceptionKind::KeyError, heap.retain(index))),
        };
    }
    if matches!(heap.object(index), Some(Object::Slice(_) | Object::Instance(_)))
        && matches!(heap.object(container), Some(Object::List(_)))
    {
        return set_list_slice(heap, container, index, None);
    }
    if let Some(Object::ByteArray(_)) = heap.object(container) {
        return match heap.object(index) {
            Some(Object::Slice(_) | Object::Instance(_)) => {
                operators::set_byte_slice(heap, container, index, None)
            }
            _ => operators::delete_byte(heap, container, index),
        };
    }
    let verb = if is_indexed(heap, whole, index) {
        "doesn't support item deletion"
    } else {
        "does not support item deletion"
    };
    let (id, at) = list_place(heap, whole, container, index, verb)?;
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
    whole: Value,
    container: Value,
    index: Value,
    verb: &str,
) -> Result<(crate::value::ObjectId, usize), Fault> {
    let (Value::Object(id), Some(Object::List(items))) = (container, heap.object(container)) else {
        return not_assignable(heap, whole, verb);
    };
    let Some(wanted) = sized_index(heap, index)? else {
        let name = type_name(heap, index);
        let message = format!("list indices must be integers or slices, not {name}");
        return raise(ExceptionKind::TypeError, message);
    };
    match wrap(wanted, items.len()) {
        Some(at) => Ok((id, at)),
        None => raise(ExceptionKind::IndexError, "list assignment index out of range"),
    }
}

/// Whether CPython takes a deletion for one of an item of a sequence: classes of the program and sets are sequences to it.
fn is_indexed(heap: &Heap, container: Value, index: Value) -> bool {
    let base = unwrap(heap, container);
    let is_sequence = match heap.object(base) {
        Some(Object::Instance(instance)) => !matches!(instance.class, Value::Type(_)),
        Some(object) => matches!(
            object.type_of(),
            Type::Str
                | Type::Bytes
                | Type::Tuple
                | Type::Range
                | Type::Set
                | Type::FrozenSet
                | Type::DictKeys
                | Type::DictValues
                | Type::DictItems
        ),
        None => false,
    };
    is_sequence && sized_index(heap, index).is_ok_and(|index| index.is_some())
}
