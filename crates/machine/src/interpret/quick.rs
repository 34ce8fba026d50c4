//! What the loop does itself: common operations on builtin values that cannot fail and call nobody. Each answers `None`
//! for everything else, having changed nothing; then the instruction takes the long way, which comes to the same.

use syntax::tree::{BinaryOp, CompareOp};
use triomphe::Arc;

use crate::heap::Heap;
use crate::object::{Iterator, Object};
use crate::operators;
use crate::subscript::wrap;
use crate::value::Value;

/// Arithmetic of machine words and floats.
pub(super) fn binary(op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => int_binary(op, a, b).map(Value::Int),
        (Value::Float(a), Value::Float(b)) => match op {
            BinaryOp::Add => Some(Value::Float(a + b)),
            BinaryOp::Sub => Some(Value::Float(a - b)),
            BinaryOp::Mul => Some(Value::Float(a * b)),
            BinaryOp::Div if b != 0.0 => Some(Value::Float(a / b)),
            _ => None,
        },
        _ => None,
    }
}

fn int_binary(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        // For what is positive Python rounds as Euclid does.
        BinaryOp::FloorDiv if b > 0 => Some(a.div_euclid(b)),
        BinaryOp::Mod if b > 0 => Some(a.rem_euclid(b)),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        _ => None,
    }
}

/// The six orderings of machine words and floats.
pub(super) fn compare(op: CompareOp, left: Value, right: Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => ordered(op, &a, &b),
        (Value::Float(a), Value::Float(b)) => ordered(op, &a, &b),
        _ => None,
    }
}

fn ordered<T: PartialOrd>(op: CompareOp, a: &T, b: &T) -> Option<bool> {
    Some(match op {
        CompareOp::Eq => a == b,
        CompareOp::NotEq => a != b,
        CompareOp::Lt => a < b,
        CompareOp::LtE => a <= b,
        CompareOp::Gt => a > b,
        CompareOp::GtE => a >= b,
        _ => return None,
    })
}

/// The truth of what lies in the value itself.
pub(super) fn truth(value: Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(truth),
        Value::None => Some(false),
        Value::Int(number) => Some(number != 0),
        _ => None,
    }
}

/// The next item of an iterator over a list, tuple or range, a new reference.
pub(super) fn next(heap: &mut Heap, iterator: Value) -> Option<Value> {
    let id = iterator.id()?;
    let Object::Iterator(state) = heap.get(id) else {
        return None;
    };
    let Iterator {
        over,
        index,
        reversed: false,
        ..
    } = **state
    else {
        return None;
    };
    let item = match heap.object(over)? {
        Object::List(items) | Object::Tuple(items) => *items.get(index)?,
        Object::Range(range) => Value::Int(range.nth(index as i64)?),
        _ => return None,
    };
    if let Object::Iterator(state) = heap.get_mut(id) {
        let state = Arc::make_mut(state);
        state.index = index + 1;
        state.taken += 1;
    }
    Some(heap.retain(item))
}

/// An item of a list or tuple by its index, or of a dictionary by a text or a number; a new reference.
pub(super) fn item(heap: &mut Heap, container: Value, index: Value) -> Option<Value> {
    let item = match (heap.object(container)?, index) {
        (Object::List(items) | Object::Tuple(items), Value::Int(index)) => items[wrap(index, items.len())?],
        (Object::Dict(_), _) if is_plain_key(heap, index) => {
            operators::dict_get(heap, container, index).ok()??
        }
        _ => return None,
    };
    Some(heap.retain(item))
}

/// `container[index] = value` of a list with its index, or of a dictionary with a text or a number. The value is given away;
/// what comes back is what it takes the place of.
pub(super) fn set_item(heap: &mut Heap, container: Value, index: Value, value: Value) -> Option<Value> {
    match (heap.object(container)?, index) {
        (Object::List(items), Value::Int(index)) => {
            let at = wrap(index, items.len())?;
            let place = heap.list_mut(container)?.get_mut(at)?;
            Some(std::mem::replace(place, value))
        }
        (Object::Dict(_), _) if is_plain_key(heap, index) => {
            operators::dict_set(heap, container, index, value).ok()?;
            Some(value)
        }
        _ => None,
    }
}

fn is_plain_key(heap: &Heap, key: Value) -> bool {
    matches!(key, Value::Int(_)) || matches!(heap.object(key), Some(Object::Str(_)))
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
