//! Dictionaries and sets: hashes of values, and their operators.

use num_bigint::BigInt;
use syntax::tree::BinaryOp;
use triomphe::Arc;

use super::{Operand, algebra, as_bytes, as_str, keys_match, unwrap};
use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::hash as hashes;
use crate::heap::Heap;
use crate::int::Int;
use crate::native::{Fault, raise};
use crate::object::{Object, ViewKind};
use crate::symbol::NAMES;
use crate::table::{Dict, Match, Probe, Search, Set};
use crate::value::Value;

/// The dictionary that a value is, or that a view shows.
pub(crate) fn as_dict(heap: &Heap, value: Value) -> Option<&Arc<Dict<Value, Value>>> {
    match heap.object(unwrap(heap, value)) {
        Some(Object::Dict(dict)) => Some(dict),
        Some(Object::View { dict, .. }) => as_dict(heap, *dict),
        _ => None,
    }
}

pub(crate) fn as_dict_mut(heap: &mut Heap, value: Value) -> Option<&mut Dict<Value, Value>> {
    match heap.get_mut(unwrap(heap, value).id()?) {
        Object::Dict(dict) => Some(Arc::make_mut(dict)),
        _ => None,
    }
}

/// The set that a value is.
pub(crate) fn as_set(heap: &Heap, value: Value) -> Option<&Arc<Set<Value>>> {
    match heap.object(unwrap(heap, value)) {
        Some(Object::Set(set) | Object::FrozenSet(set)) => Some(set),
        _ => None,
    }
}

pub(crate) fn as_set_mut(heap: &mut Heap, value: Value) -> Option<&mut Set<Value>> {
    match heap.get_mut(unwrap(heap, value).id()?) {
        Object::Set(set) | Object::FrozenSet(set) => Some(Arc::make_mut(set)),
        _ => None,
    }
}

fn unhashable<T>(heap: &Heap, value: Value) -> Result<T, Fault> {
    let name = type_name(heap, value);
    raise(ExceptionKind::TypeError, format!("unhashable type: '{name}'"))
}

/// `hash(value)`
pub(crate) fn hash(heap: &Heap, value: Value) -> Result<i64, Fault> {
    if let Some(Object::Str(text)) = heap.object(value) {
        return Ok(text.hash());
    }
    if class::overrides(heap, value, NAMES.hash) {
        return Err(Fault::NeedsPython);
    }
    if class::overrides(heap, value, NAMES.eq) {
        // A class that defines `__eq__` alone has no hash.
        return unhashable(heap, value);
    }
    Ok(match unwrap(heap, value) {
        Value::Bool(value) => hashes::boolean(value.get()),
        Value::Int(value) => Int::from(value).python_hash(),
        // CPython hashes a NaN by its address, which it shares with no other.
        Value::Float(number) => crate::int::hash_float(number.get()).unwrap_or_else(|| hash_identity(value)),
        Value::Object(id) => match heap.get(id) {
            Object::Str(text) => text.hash(),
            Object::Bytes(bytes) => hashes::bytes(bytes),
            Object::BigInt(value) => Int::Big(BigInt::clone(value)).python_hash(),
            Object::Tuple(items) => {
                let items: Result<Vec<i64>, Fault> = items.iter().map(|item| hash(heap, *item)).collect();
                hashes::tuple(items?)
            }
            Object::FrozenSet(set) => hashes::frozenset(set.iter().map(|element| element.hash)),
            Object::Range(range) => {
                let int = |value: i64| Int::from(value);
                hashes::range(&int(range.len()), &int(range.start), &int(range.step))
            }
            Object::List(_)
            | Object::Dict(_)
            | Object::Set(_)
            | Object::ByteArray(_)
            | Object::Slice(_)
            | Object::View { .. } => return unhashable(heap, value),
            Object::Code(code) => code.word() as i64,
            Object::WeakRef(reference) if reference.hash == -1 => return Err(Fault::NeedsPython),
            Object::WeakRef(reference) => reference.hash,
            Object::Method { function, receiver } => hash_identity(*function) ^ hash_identity(*receiver),
            _ => hash_identity(value),
        },
        other => hash_identity(other),
    })
}

fn hash_identity(value: Value) -> i64 {
    hashes::identity(super::show::identity(value))
}

/// Where a key is in a dictionary.
pub(crate) fn dict_find(heap: &Heap, dict: Value, key: Value) -> Result<Search, Fault> {
    Ok(find_hashed(heap, dict, hash(heap, key)?, key))
}

fn find_hashed(heap: &Heap, dict: Value, hash: i64, key: Value) -> Search {
    match as_dict(heap, dict) {
        Some(dict) => dict.find(hash, Probe::START, |candidate| keys_match(heap, *candidate, key)),
        None => Search::Absent,
    }
}

/// A dictionary's value for a key; borrowed.
pub(crate) fn dict_get(heap: &Heap, dict: Value, key: Value) -> Result<Option<Value>, Fault> {
    match dict_find(heap, dict, key)? {
        Search::Found(position) => Ok(as_dict(heap, dict)
            .and_then(|dict| dict.entry(position))
            .map(|entry| entry.value)),
        Search::Absent => Ok(None),
        Search::Ask(..) => Err(Fault::NeedsPython),
    }
}

/// `dict[key] = value`; both stay the caller's.
pub(crate) fn dict_set(heap: &mut Heap, dict: Value, key: Value, value: Value) -> Result<(), Fault> {
    let hash = hash(heap, key)?;
    match find_hashed(heap, dict, hash, key) {
        Search::Ask(..) => Err(Fault::NeedsPython),
        Search::Found(position) => {
            heap.retain(value);
            let place = as_dict_mut(heap, dict).and_then(|dict| dict.value_mut(position));
            if let Some(place) = place {
                let old = std::mem::replace(place, value);
                heap.release(old);
            }
            Ok(())
        }
        Search::Absent => insert(heap, dict, hash, key, value),
    }
}

/// Appends an entry whose key is not there yet.
pub(crate) fn insert(heap: &mut Heap, dict: Value, hash: i64, key: Value, value: Value) -> Result<(), Fault> {
    let Some(table) = as_dict(heap, dict) else {
        return Ok(());
    };
    let (after, before) = (table.payload_bytes_after_insert(), table.payload_bytes());
    heap.charge(after.saturating_sub(before))?;
    heap.refund(before.saturating_sub(after));
    heap.retain(key);
    heap.retain(value);
    if let Some(dict) = as_dict_mut(heap, dict) {
        dict.insert(hash, key, value);
    }
    Ok(())
}

/// Removes a key; its value, which is the caller's now.
pub(crate) fn dict_remove(heap: &mut Heap, dict: Value, key: Value) -> Result<Option<Value>, Fault> {
    match dict_find(heap, dict, key)? {
        Search::Ask(..) => Err(Fault::NeedsPython),
        Search::Absent => Ok(None),
        Search::Found(position) => Ok(remove_at(heap, dict, position).map(|(key, value)| {
            heap.release(key);
            value
        })),
    }
}

/// Removes the entry at a position; its key and value are the caller's now.
pub(crate) fn remove_at(heap: &mut Heap, dict: Value, position: usize) -> Option<(Value, Value)> {
    let before = as_dict(heap, dict)?.payload_bytes();
    let entry = as_dict_mut(heap, dict)?.remove(position)?;
    let after = as_dict(heap, dict)?.payload_bytes();
    heap.refund(before.saturating_sub(after));
    Some((entry.key, entry.value))
}

/// Puts everything that another dictionary has into a dictionary.
pub(crate) fn dict_update(heap: &mut Heap, dict: Value, other: Value) -> Result<(), Fault> {
    let Some(other) = as_dict(heap, other).cloned() else {
        return Err(Fault::NeedsPython);
    };
    for entry in other.iter() {
        dict_set(heap, dict, entry.key, entry.value)?;
    }
    Ok(())
}

fn find_text(heap: &Heap, dict: Value, name: &str) -> Option<usize> {
    let dict = as_dict(heap, dict)?;
    let found = dict.find(hashes::string(name), Probe::START, |key| {
        if as_str(heap, *key) == Some(name) {
            Match::Yes
        } else {
            Match::No
        }
    });
    match found {
        Search::Found(position) => Some(position),
        _ => None,
    }
}

/// A dictionary's value for a text; borrowed.
pub(crate) fn text_value(heap: &Heap, dict: Value, name: &str) -> Option<Value> {
    let position = find_text(heap, dict, name)?;
    as_dict(heap, dict)?.entry(position).map(|entry| entry.value)
}

/// Whether a dictionary has a text as a key.
pub(crate) fn has_text(heap: &Heap, dict: Value, name: &str) -> bool {
    find_text(heap, dict, name).is_some()
}

/// `dict[key] = value` for a text as the key; both are given away.
pub(crate) fn put_text(heap: &mut Heap, dict: Value, key: Value, value: Value) -> Result<(), Fault> {
    dict_set(heap, dict, key, value)?;
    heap.release(key);
    heap.release(value);
    Ok(())
}

/// Removes a text; whether it was there.
pub(crate) fn remove_text(heap: &mut Heap, dict: Value, name: &str) -> bool {
    let Some(position) = find_text(heap, dict, name) else {
        return false;
    };
    if let Some((key, value)) = remove_at(heap, dict, position) {
        heap.release(key);
        heap.release(value);
    }
    true
}

/// Where an element is in a set.
pub(crate) fn set_find(heap: &Heap, set: Value, key: Value) -> Result<Search, Fault> {
    // A set is looked for as the frozenset that is equal to it.
    let hash = match heap.object(unwrap(heap, key)) {
        Some(Object::Set(key)) => hashes::frozenset(key.iter().map(|element| element.hash)),
        _ => hash(heap, key)?,
    };
    let Some(set) = as_set(heap, set) else {
        return Ok(Search::Absent);
    };
    Ok(set.find(hash, Probe::START, |candidate| keys_match(heap, *candidate, key)))
}

/// `set.add(key)`; the key stays the caller's.
pub(crate) fn set_add(heap: &mut Heap, set: Value, key: Value) -> Result<(), Fault> {
    let hash = hash(heap, key)?;
    let Some(table) = as_set(heap, set) else {
        return Ok(());
    };
    match table.find(hash, Probe::START, |candidate| keys_match(heap, *candidate, key)) {
        Search::Ask(..) => Err(Fault::NeedsPython),
        Search::Found(_) => Ok(()),
        Search::Absent => set_insert(heap, set, hash, key),
    }
}

/// Adds an element that is not there yet.
pub(crate) fn set_insert(heap: &mut Heap, set: Value, hash: i64, key: Value) -> Result<(), Fault> {
    let Some(table) = as_set(heap, set) else {
        return Ok(());
    };
    let more = table
        .payload_bytes_after_insert()
        .saturating_sub(table.payload_bytes());
    heap.charge(more)?;
    heap.retain(key);
    if let Some(set) = as_set_mut(heap, set) {
        set.insert(hash, key);
    }
    Ok(())
}

/// Adds everything that can be iterated.
pub(crate) fn set_update(heap: &mut Heap, set: Value, items: Value) -> Result<(), Fault> {
    let operand = Operand::of(heap, items)?;
    let result = algebra::update(heap, set, &operand);
    operand.release(heap);
    result
}

/// Operators of sets and dictionaries; `None` where they have no such operator.
pub(super) fn binary(
    heap: &mut Heap,
    op: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>, Fault> {
    if op == BinaryOp::Or
        && let (Some(Object::Dict(_)), Some(Object::Dict(_))) = (heap.object(left), heap.object(right))
    {
        if in_place {
            dict_update(heap, left, right)?;
            return Ok(Some(heap.retain(left)));
        }
        let copy = heap.allocate(Object::Dict(Arc::new(Dict::new())))?;
        let filled = dict_update(heap, copy, left).and_then(|()| dict_update(heap, copy, right));
        if filled.is_err() {
            heap.release(copy);
        }
        filled?;
        return Ok(Some(copy));
    }
    let is_view = |value: Value| matches!(heap.object(value), Some(Object::View { kind, .. }) if *kind != ViewKind::Values);
    let combines = matches!(op, BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor);
    if combines && (is_view(left) || is_view(right)) || is_pair_source(heap, op, in_place, left) {
        return Err(Fault::NeedsPython);
    }
    if op == BinaryOp::Mod && (as_str(heap, left).is_some() || as_bytes(heap, left).is_some()) {
        return crate::native::percent(heap, left, right).map(Some);
    }
    if !combines || as_set(heap, right).is_none() {
        return Ok(None);
    }
    match as_set(heap, left).cloned() {
        Some(table) if in_place && matches!(heap.object(left), Some(Object::Set(_))) => {
            set_in_place(heap, op, left, &table, right)?;
            Ok(Some(heap.retain(left)))
        }
        Some(table) => set_binary(heap, op, (left, &table), right).map(Some),
        None => Ok(None),
    }
}

/// Whether it is `dict |= pairs`, with anything that `dict.update` takes.
fn is_pair_source(heap: &Heap, op: BinaryOp, in_place: bool, left: Value) -> bool {
    op == BinaryOp::Or && in_place && matches!(heap.object(left), Some(Object::Dict(_)))
}

fn set_binary(
    heap: &mut Heap,
    op: BinaryOp,
    (left, table): (Value, &Set<Value>),
    right: Value,
) -> Result<Value, Fault> {
    let is_frozen = matches!(heap.object(left), Some(Object::FrozenSet(_)));
    if algebra::is_one_set(heap, left, right) && matches!(op, BinaryOp::Or | BinaryOp::And) {
        return algebra::set_of_table(heap, table.copied(), is_frozen);
    }
    let operand = Operand::of(heap, right)?;
    let result = match op {
        BinaryOp::Or => algebra::union(heap, table, &operand),
        BinaryOp::And => algebra::intersection(heap, table, &operand),
        BinaryOp::Sub => algebra::difference(heap, table, &operand),
        _ => algebra::symmetric_difference(heap, table, &operand),
    }?;
    algebra::set_of_table(heap, result, is_frozen)
}

/// `left op= right` of sets: CPython changes the table itself, which may come to another order than a new one.
fn set_in_place(
    heap: &mut Heap,
    op: BinaryOp,
    left: Value,
    table: &Set<Value>,
    right: Value,
) -> Result<(), Fault> {
    if algebra::is_one_set(heap, left, right) {
        return match op {
            BinaryOp::Sub | BinaryOp::Xor => algebra::replace_table(heap, left, Set::new()),
            _ => Ok(()),
        };
    }
    let operand = Operand::of(heap, right)?;
    match op {
        BinaryOp::Or => algebra::update(heap, left, &operand),
        BinaryOp::Sub => algebra::difference_update(heap, left, &operand),
        BinaryOp::And => {
            let result = algebra::intersection(heap, table, &operand)?;
            algebra::replace_table(heap, left, result)
        }
        _ => {
            let result = algebra::symmetric_difference_in_place(heap, table, &operand)?;
            algebra::replace_table(heap, left, result)
        }
    }
}
