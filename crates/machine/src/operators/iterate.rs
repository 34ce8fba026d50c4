//! Iteration over builtin collections.

use triomphe::Arc;

use super::{as_dict, as_set, unwrap};
use crate::class;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Fault, raise};
use crate::object::{Iterator, Object, ViewKind};
use crate::symbol::NAMES;
use crate::value::{ObjectId, Value};

/// The iterator of a value, a new reference; `None` if it is no builtin collection or iterator.
pub(crate) fn iterator_over(heap: &mut Heap, value: Value) -> Result<Option<Value>, Fault> {
    let over = unwrap(heap, value);
    let length = match heap.object(over) {
        Some(Object::Iterator(_) | Object::Generator(_)) => return Ok(Some(heap.retain(over))),
        Some(
            Object::List(_) | Object::Tuple(_) | Object::Str(_) | Object::Range(_) | Object::Bytes(_) | Object::ByteArray(_),
        ) => None,
        Some(Object::Dict(_) | Object::View { .. }) => as_dict(heap, over).map(|dict| dict.len()),
        Some(Object::Set(_) | Object::FrozenSet(_)) => as_set(heap, over).map(|set| set.len()),
        _ => return Ok(None),
    };
    heap.retain(over);
    let iterator = Iterator { length, ..Iterator::new(over) };
    Ok(Some(heap.allocate(Object::Iterator(Arc::new(iterator)))?))
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
    let Iterator { over, index, length, reversed } = **iterator;
    let step = if reversed { previous(heap, over, index) } else { next(heap, over, index, length)? };
    let (item, index) = match step {
        Step::Item(item, index) => (heap.retain(item), index),
        Step::Text(character, index) => (heap.string(character.encode_utf8(&mut [0; 4]))?, index),
        Step::Pair(key, value, index) => {
            heap.retain(key);
            heap.retain(value);
            (heap.tuple(vec![key, value])?, index)
        }
        Step::End => {
            // An exhausted iterator stays exhausted, whatever happens to the collection.
            if let Object::Iterator(iterator) = heap.get_mut(id) {
                Arc::make_mut(iterator).over = Value::Unbound;
            }
            heap.release(over);
            return Ok(None);
        }
    };
    if let Object::Iterator(iterator) = heap.get_mut(id) {
        Arc::make_mut(iterator).index = index;
    }
    Ok(Some(item))
}

fn changed<T>(what: &str) -> Result<T, Fault> {
    raise(ExceptionKind::RuntimeError, format!("{what} changed size during iteration"))
}

fn next(heap: &Heap, over: Value, index: usize, length: Option<usize>) -> Result<Step, Fault> {
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
        Some(Object::Bytes(_) | Object::ByteArray(_)) => match super::as_bytes(heap, over).and_then(|bytes| bytes.get(index)) {
            Some(byte) => Step::Item(Value::Int(i64::from(*byte)), index + 1),
            None => Step::End,
        },
        Some(Object::Dict(_) | Object::View { .. }) => {
            let Some(dict) = as_dict(heap, over) else { return Ok(Step::End) };
            if length.is_some_and(|length| length != dict.len()) {
                return changed("dictionary");
            }
            let kind = match heap.object(over) {
                Some(Object::View { kind, .. }) => *kind,
                _ => ViewKind::Keys,
            };
            match dict.next(index) {
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
fn previous(heap: &Heap, over: Value, index: usize) -> Step {
    let Some(at) = index.checked_sub(1) else { return Step::End };
    match heap.object(over) {
        Some(Object::List(items) | Object::Tuple(items)) => match items.get(at) {
            Some(item) => Step::Item(*item, at),
            None => Step::End,
        },
        Some(Object::Range(range)) => Step::Item(Value::Int(range.at(at as i64)), at),
        Some(Object::Str(text)) => match text[..index].chars().next_back() {
            Some(character) => Step::Text(character, index - character.len_utf8()),
            None => Step::End,
        },
        Some(Object::Dict(_) | Object::View { .. }) => {
            let kind = match heap.object(over) {
                Some(Object::View { kind, .. }) => *kind,
                _ => ViewKind::Keys,
            };
            match as_dict(heap, over).and_then(|dict| dict.previous(index)) {
                Some((position, entry)) => match kind {
                    ViewKind::Keys => Step::Item(entry.key, position),
                    ViewKind::Values => Step::Item(entry.value, position),
                    ViewKind::Items => Step::Pair(entry.key, entry.value, position),
                },
                None => Step::End,
            }
        }
        _ => Step::End,
    }
}

/// The items of a builtin collection, each a new reference; `None` if the value cannot be iterated.
pub(crate) fn collect(heap: &mut Heap, value: Value) -> Result<Option<Vec<Value>>, Fault> {
    if class::overrides(heap, value, NAMES.iter) || class::overrides(heap, value, NAMES.getitem) {
        return Err(Fault::NeedsPython);
    }
    let over = unwrap(heap, value);
    match heap.object(over) {
        Some(Object::Generator(_)) => return Err(Fault::NeedsPython),
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
    let Some(iterator) = iterator_over(heap, over)? else { return Ok(None) };
    let Value::Object(id) = iterator else { unreachable!("an iterator is an object") };
    let mut items = Vec::new();
    let mut failed = None;
    loop {
        match next_item(heap, id) {
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
