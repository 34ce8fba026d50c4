//! Iteration over builtin collections.

use triomphe::Arc;

use super::{as_dict, as_set, unwrap};
use crate::class;
use crate::exception::ExceptionKind;
use crate::heap::{Heap, own};
use crate::native::{Fault, Type, raise};
use crate::object::{GeneratorKind, Iterator, Object, Range, ViewKind};
use crate::symbol::NAMES;
use crate::value::{ObjectId, Value};

/// The iterator of a value, a new reference; `None` if it is no builtin collection or iterator.
pub(crate) fn iterator_over(heap: &mut Heap, value: Value) -> Result<Option<Value>, Fault> {
    let over = unwrap(heap, value);
    if let Some(Object::Iterator(_) | Object::Lazy(_) | Object::AsyncStep(_)) = heap.object(over) {
        return Ok(Some(heap.retain(over)));
    }
    if let Some(Object::Generator(generator)) = heap.object(over)
        && generator.kind == GeneratorKind::Generator
    {
        return Ok(Some(heap.retain(over)));
    }
    let Some(ty) = iterator_type(heap, over) else {
        return Ok(None);
    };
    let length = table_length(heap, over);
    heap.retain(over);
    let iterator = Iterator {
        over,
        range: range_of(heap, over),
        index: 0,
        length,
        taken: 0,
        reversed: false,
        ty,
    };
    Ok(Some(heap.allocate(Object::Iterator(Arc::new(iterator)))?))
}

/// The type of the iterators over a collection.
fn iterator_type(heap: &Heap, over: Value) -> Option<Type> {
    Some(match heap.object(over)? {
        Object::List(_) => Type::ListIterator,
        Object::Tuple(_) => Type::TupleIterator,
        Object::Str(text) if text.is_ascii() => Type::StrAsciiIterator,
        Object::Str(_) => Type::StrIterator,
        Object::Bytes(_) => Type::BytesIterator,
        Object::ByteArray(_) => Type::ByteArrayIterator,
        Object::Range(_) => Type::RangeIterator,
        Object::Set(_) | Object::FrozenSet(_) => Type::SetIterator,
        Object::Dict(_)
        | Object::View {
            kind: ViewKind::Keys, ..
        } => Type::DictKeyIterator,
        Object::View {
            kind: ViewKind::Values,
            ..
        } => Type::DictValueIterator,
        Object::View {
            kind: ViewKind::Items,
            ..
        } => Type::DictItemIterator,
        _ => return None,
    })
}

fn range_of(heap: &Heap, over: Value) -> Option<Range> {
    match heap.object(over) {
        Some(Object::Range(range)) => Some(**range),
        _ => None,
    }
}

/// How many items a table has, of which an iterator makes sure.
fn table_length(heap: &Heap, over: Value) -> Option<usize> {
    as_dict(heap, over)
        .map(|dict| dict.len())
        .or_else(|| as_set(heap, over).map(|set| set.len()))
}

/// The iterator of a builtin sequence or dictionary from its end, a new reference; `None` if there is no such.
pub(crate) fn reversed_over(heap: &mut Heap, value: Value) -> Result<Option<Value>, Fault> {
    let over = unwrap(heap, value);
    let Some(object) = heap.object(over) else {
        return Ok(None);
    };
    let (ty, index) = match object {
        Object::List(items) => (Type::ListReverseIterator, items.len()),
        Object::Tuple(items) => (Type::Reversed, items.len()),
        Object::Str(text) => (Type::Reversed, text.len()),
        Object::Bytes(bytes) => (Type::Reversed, bytes.len()),
        Object::ByteArray(bytes) => (Type::Reversed, bytes.len()),
        Object::Range(range) => (
            Type::RangeIterator,
            usize::try_from(range.len()).unwrap_or(usize::MAX),
        ),
        Object::Dict(_) | Object::View { .. } => {
            let ty = match object {
                Object::View {
                    kind: ViewKind::Values,
                    ..
                } => Type::DictReverseValueIterator,
                Object::View {
                    kind: ViewKind::Items,
                    ..
                } => Type::DictReverseItemIterator,
                _ => Type::DictReverseKeyIterator,
            };
            (ty, as_dict(heap, over).map_or(0, |dict| dict.end()))
        }
        _ => return Ok(None),
    };
    let length = table_length(heap, over);
    heap.retain(over);
    let iterator = Iterator {
        over,
        range: range_of(heap, over),
        index,
        length,
        taken: 0,
        reversed: true,
        ty,
    };
    Ok(Some(heap.allocate(Object::Iterator(Arc::new(iterator)))?))
}

/// The next item of an iterator over a list, tuple or range, a new reference; `None` for everything else, and nothing was
/// done.
#[inline]
pub(crate) fn next_plain(heap: &mut Heap, iterator: Value) -> Option<Value> {
    let Object::Iterator(state) = heap.object_mut(iterator)? else {
        return None;
    };
    let state = own(state);
    let index = state.index;
    if state.reversed {
        return None;
    }
    if let Some(range) = state.range {
        let number = range.nth(index as i64)?;
        state.index = index + 1;
        state.taken += 1;
        return Some(Value::Int(number));
    }
    match state.ty {
        Type::ListIterator | Type::TupleIterator => {}
        Type::DictKeyIterator | Type::DictValueIterator => {
            let is_key = state.ty == Type::DictKeyIterator;
            let (key, value) = next_entry(heap, iterator)?;
            return Some(heap.retain(if is_key { key } else { value }));
        }
        _ => return None,
    }
    let over = state.over;
    state.index = index + 1;
    state.taken += 1;
    if let Some(Object::List(items) | Object::Tuple(items)) = heap.object(over)
        && let Some(item) = items.get(index)
    {
        let item = *item;
        return Some(heap.retain(item));
    }
    // It is at its end, which is not for this place to say.
    if let Object::Iterator(state) = heap.object_mut(iterator)? {
        let state = own(state);
        state.index = index;
        state.taken -= 1;
    }
    None
}

/// The key and the value that an iterator over a dictionary comes to next, borrowed; `None` where it is at its end, or the
/// dictionary has changed, and nothing was done.
pub(super) fn next_entry(heap: &mut Heap, iterator: Value) -> Option<(Value, Value)> {
    let Object::Iterator(state) = heap.object(iterator)? else {
        return None;
    };
    let dict = as_dict(heap, state.over)?;
    if state.length != Some(dict.len()) || state.length == Some(state.taken) || state.reversed {
        return None;
    }
    let (position, entry) = dict.next(state.index)?;
    let (key, value) = (entry.key, entry.value);
    if let Object::Iterator(state) = heap.object_mut(iterator)? {
        let state = own(state);
        state.index = position + 1;
        state.taken += 1;
    }
    Some((key, value))
}

/// What an iterator comes to next: the item, a new reference, and where it stands then.
enum Step {
    Item(Value, usize),
    Pair(Value, Value, usize),
    Text(char, usize),
    End,
}

/// The next item of a builtin iterator, a new reference; `None` at its end.
pub(crate) fn next_item(heap: &mut Heap, id: ObjectId) -> Result<Option<Value>, Fault> {
    let Object::Iterator(iterator) = heap.get(id) else {
        unreachable!("asked for an iterator")
    };
    let Iterator {
        over,
        index,
        length,
        taken,
        reversed,
        ..
    } = **iterator;
    let step = if reversed {
        previous(heap, over, index, length)?
    } else {
        next(heap, over, index, (length, taken))?
    };
    let (item, index) = match step {
        Step::Item(item, index) => (heap.retain(item), index),
        Step::Text(character, index) => (heap.string(character.encode_utf8(&mut [0; 4]))?, index),
        Step::Pair(key, value, index) => {
            heap.retain(key);
            heap.retain(value);
            (heap.small_tuple(&[key, value])?, index)
        }
        Step::End => {
            // An exhausted iterator stays exhausted, whatever happens to the collection.
            if let Object::Iterator(iterator) = heap.get_mut(id) {
                own(iterator).over = Value::Unbound;
            }
            heap.release(over);
            return Ok(None);
        }
    };
    if let Object::Iterator(iterator) = heap.get_mut(id) {
        let iterator = own(iterator);
        iterator.index = index;
        iterator.taken += 1;
    }
    Ok(Some(item))
}

fn changed<T>(what: &str) -> Result<T, Fault> {
    raise(
        ExceptionKind::RuntimeError,
        format!("{what} changed size during iteration"),
    )
}

fn next(
    heap: &Heap,
    over: Value,
    index: usize,
    (length, taken): (Option<usize>, usize),
) -> Result<Step, Fault> {
    Ok(match heap.object(over) {
        Some(Object::List(items) | Object::Tuple(items)) => match items.get(index) {
            Some(item) => Step::Item(*item, index + 1),
            None => Step::End,
        },
        Some(Object::Range(range)) if (index as i64) < range.len() => {
            Step::Item(Value::Int(range.at(index as i64)), index + 1)
        }
        Some(Object::Str(text)) => match text[index..].chars().next() {
            Some(character) => Step::Text(character, index + character.len_utf8()),
            None => Step::End,
        },
        Some(Object::Bytes(_) | Object::ByteArray(_)) => {
            match super::as_bytes(heap, over).and_then(|bytes| bytes.get(index)) {
                Some(byte) => Step::Item(Value::Int(i64::from(*byte)), index + 1),
                None => Step::End,
            }
        }
        Some(Object::Dict(_) | Object::View { .. }) => {
            let Some(dict) = as_dict(heap, over) else {
                return Ok(Step::End);
            };
            if length.is_some_and(|length| length != dict.len()) {
                return changed("dictionary");
            }
            let kind = match heap.object(over) {
                Some(Object::View { kind, .. }) => *kind,
                _ => ViewKind::Keys,
            };
            match dict.next(index) {
                Some(_) if length == Some(taken) => {
                    return raise(
                        ExceptionKind::RuntimeError,
                        "dictionary keys changed during iteration",
                    );
                }
                Some((position, entry)) => match kind {
                    ViewKind::Keys => Step::Item(entry.key, position + 1),
                    ViewKind::Values => Step::Item(entry.value, position + 1),
                    ViewKind::Items => Step::Pair(entry.key, entry.value, position + 1),
                },
                None => Step::End,
            }
        }
        Some(Object::Set(set) | Object::FrozenSet(set)) => {
            if length.is_some_and(|length| length != set.len()) {
                return changed("Set");
            }
            match set.next(index) {
                Some((position, element)) => Step::Item(element.key, position + 1),
                None => Step::End,
            }
        }
        _ => Step::End,
    })
}

/// The item before `index`; iterators in reverse begin behind the last one.
fn previous(heap: &Heap, over: Value, index: usize, length: Option<usize>) -> Result<Step, Fault> {
    Ok(match heap.object(over) {
        Some(Object::Dict(_) | Object::View { .. }) => {
            let Some(dict) = as_dict(heap, over) else {
                return Ok(Step::End);
            };
            if length.is_some_and(|length| length != dict.len()) {
                return changed("dictionary");
            }
            let kind = match heap.object(over) {
                Some(Object::View { kind, .. }) => *kind,
                _ => ViewKind::Keys,
            };
            match dict.previous(index) {
                Some((position, entry)) => match kind {
                    ViewKind::Keys => Step::Item(entry.key, position),
                    ViewKind::Values => Step::Item(entry.value, position),
                    ViewKind::Items => Step::Pair(entry.key, entry.value, position),
                },
                None => Step::End,
            }
        }
        Some(object) => match index.checked_sub(1) {
            Some(at) => previous_in_sequence(object, at, index),
            None => Step::End,
        },
        None => Step::End,
    })
}

fn previous_in_sequence(sequence: &Object, at: usize, index: usize) -> Step {
    let item = match sequence {
        Object::List(items) | Object::Tuple(items) => items.get(at).copied(),
        Object::Range(range) => Some(Value::Int(range.at(at as i64))),
        Object::Bytes(bytes) => bytes.get(at).map(|byte| Value::Int(i64::from(*byte))),
        Object::ByteArray(bytes) => bytes.get(at).map(|byte| Value::Int(i64::from(*byte))),
        Object::Str(text) => {
            return match text[..index].chars().next_back() {
                Some(character) => Step::Text(character, index - character.len_utf8()),
                None => Step::End,
            };
        }
        _ => None,
    };
    item.map_or(Step::End, |item| Step::Item(item, at))
}

/// The next item of an iterator that goes on without Python; `None` at its end.
pub(crate) fn next_of(heap: &mut Heap, iterator: Value) -> Result<Option<Value>, Fault> {
    if let Some(item) = next_plain(heap, iterator) {
        return Ok(Some(item));
    }
    match (iterator, heap.object(iterator)) {
        (Value::Object(id), Some(Object::Iterator(_))) => next_item(heap, id),
        (Value::Object(id), Some(Object::Lazy(_))) => super::lazy::next_item(heap, id),
        _ => Err(Fault::NeedsPython),
    }
}

/// The items of a builtin collection, each a new reference; `None` if the value cannot be iterated.
pub(crate) fn collect(heap: &mut Heap, value: Value) -> Result<Option<Vec<Value>>, Fault> {
    if class::overrides(heap, value, NAMES.iter) || class::overrides(heap, value, NAMES.getitem) {
        return Err(Fault::NeedsPython);
    }
    let over = unwrap(heap, value);
    match heap.object(over) {
        Some(Object::Generator(_) | Object::AsyncStep(_)) => return Err(Fault::NeedsPython),
        Some(Object::Lazy(lazy)) if lazy.depth.is_none() => return Err(Fault::NeedsPython),
        Some(Object::List(items) | Object::Tuple(items)) => {
            let items = items.to_vec();
            heap.has_room((items.len() * size_of::<Value>()) as u64)?;
            heap.retain_all(&items);
            return Ok(Some(items));
        }
        Some(Object::Range(range)) => {
            let length = range.len() as u64;
            heap.has_room(length.saturating_mul(size_of::<Value>() as u64))?;
        }
        Some(Object::Instance(_)) => return Ok(None),
        _ => {}
    }
    let Some(iterator) = iterator_over(heap, over)? else {
        return Ok(None);
    };
    let mut items = Vec::new();
    let mut failed = None;
    loop {
        let room = heap.has_room((items.len() * size_of::<Value>()) as u64);
        match room.map_err(Fault::from).and_then(|()| next_of(heap, iterator)) {
            Ok(Some(item)) => items.push(item),
            Ok(None) => break,
            Err(fault) => {
                failed = Some(fault);
                break;
            }
        }
    }
    heap.release(iterator);
    match failed {
        Some(fault) => {
            items.into_iter().for_each(|item| heap.release(item));
            Err(fault)
        }
        None => Ok(Some(items)),
    }
}
