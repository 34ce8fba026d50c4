//! What the loop does itself: common operations on builtin values that cannot fail and call nobody. Each answers `None`
//! for everything else, having changed nothing; then the instruction takes the long way, which comes to the same.

use crate::hash;
use crate::heap::{Heap, own};
use crate::int;
use crate::object::Object;
use crate::operators::{self, keys_match};
use crate::subscript::wrap;
use crate::table::{Dict, Match, Probe, Search};
use crate::value::Value;
use syntax::tree::BinaryOp;

/// Arithmetic of machine words and floats.
pub(super) fn binary(op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => int_binary(op, a, b).map(Value::Int),
        (Value::Float(a), Value::Float(b)) => float_binary(op, a.get(), b.get()).map(Value::float),
        _ => None,
    }
}

fn float_binary(op: BinaryOp, a: f64, b: f64) -> Option<f64> {
    match op {
        BinaryOp::Add => Some(a + b),
        BinaryOp::Sub => Some(a - b),
        BinaryOp::Mul => Some(a * b),
        BinaryOp::Div if b != 0.0 => Some(a / b),
        _ => None,
    }
}

fn int_binary(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => int::product(a, b),
        // For what is positive Python rounds as Euclid does.
        BinaryOp::FloorDiv if b > 0 => Some(a.div_euclid(b)),
        BinaryOp::Mod if b > 0 => Some(a.rem_euclid(b)),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        _ => None,
    }
}

/// The truth of what lies in the value itself.
pub(super) fn truth(value: Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(truth.get()),
        Value::None => Some(false),
        Value::Int(number) => Some(number != 0),
        _ => None,
    }
}

/// The items of a tuple or list that has as many as there are places, the last first; new references.
pub(super) fn unpack(heap: &mut Heap, sequence: Value, places: &mut [Value]) -> Option<()> {
    let (Object::Tuple(items) | Object::List(items)) = heap.object(sequence)? else {
        return None;
    };
    if items.len() != places.len() {
        return None;
    }
    for (place, item) in places.iter_mut().rev().zip(items.iter()) {
        *place = *item;
    }
    heap.retain_all(places);
    Some(())
}

/// An item of a list or tuple by its index, or of a dictionary by its key; a new reference.
pub(super) fn item(heap: &mut Heap, container: Value, index: Value) -> Option<Value> {
    let item = match (heap.object(container)?, index) {
        (Object::List(items) | Object::Tuple(items), Value::Int(index)) => items[wrap(index, items.len())?],
        (Object::Dict(dict), _) => value_of(heap, dict, index)?,
        _ => return None,
    };
    Some(heap.retain(item))
}

/// `container[index] = value` of a list with its index, or of a dictionary with its key. The value is given away;
/// what comes back is what it takes the place of.
pub(super) fn set_item(heap: &mut Heap, container: Value, index: Value, value: Value) -> Option<Value> {
    if let Value::Int(index) = index
        && let Object::List(items) = heap.object_mut(container)?
    {
        let at = wrap(index, items.len())?;
        let place = own(items).get_mut(at)?;
        return Some(std::mem::replace(place, value));
    }
    let Object::Dict(dict) = heap.object(container)? else {
        return None;
    };
    if let Some(position) = position_of(heap, dict, index)? {
        let Object::Dict(dict) = heap.object_mut(container)? else {
            return None;
        };
        let place = own(dict).value_mut(position)?;
        return Some(std::mem::replace(place, value));
    }
    operators::dict_set(heap, container, index, value).ok()?;
    Some(value)
}

/// Where a key is in a dictionary: maybe nowhere. `None` if that is not for this place to find out.
pub(super) fn position_of(heap: &Heap, dict: &Dict<Value, Value>, key: Value) -> Option<Option<usize>> {
    let search = match key {
        Value::Int(number) => dict.find(hash::small(number), Probe::START, |candidate| match candidate {
            Value::Int(other) if *other == number => Match::Yes,
            Value::Int(_) => Match::No,
            _ => keys_match(heap, *candidate, key),
        }),
        Value::Object(id) if let Object::Str(text) = heap.get(id) => {
            dict.find(text.hash(), Probe::START, |candidate| {
                if candidate.id() == Some(id) {
                    return Match::Yes;
                }
                match heap.object(*candidate) {
                    Some(Object::Str(other)) if other == text => Match::Yes,
                    Some(Object::Str(_)) => Match::No,
                    _ => keys_match(heap, *candidate, key),
                }
            })
        }
        _ => {
            let hash = operators::hash(heap, key).ok()?;
            dict.find(hash, Probe::START, |candidate| keys_match(heap, *candidate, key))
        }
    };
    match search {
        Search::Found(position) => Some(Some(position)),
        Search::Absent => Some(None),
        Search::Ask(..) => None,
    }
}

/// What a dictionary has under a key; borrowed.
fn value_of(heap: &Heap, dict: &Dict<Value, Value>, key: Value) -> Option<Value> {
    let position = position_of(heap, dict, key)??;
    dict.entry(position).map(|entry| entry.value)
}

/// Appends to a list what is given away.
pub(super) fn append(heap: &mut Heap, list: Value, item: Value) -> Option<()> {
    if !matches!(heap.object(list), Some(Object::List(_))) {
        return None;
    }
    heap.charge(size_of::<Value>() as u64).ok()?;
    heap.list_mut(list)?.push(item);
    Some(())
}

/// What a cell holds, a new reference; not if that is nothing.
pub(super) fn cell(heap: &mut Heap, cell: Value) -> Option<Value> {
    let value = match heap.object(cell)? {
        Object::Cell(value) => value.bound()?,
        _ => return None,
    };
    Some(heap.retain(value))
}
