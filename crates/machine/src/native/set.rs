//! Methods of `set` and `frozenset`.

use triomphe::Arc;

use crate::exception::ExceptionKind;
use crate::native::dict::{candidate_matches, search_result};
use crate::native::settle::settle;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{self, algebra, as_set};
use crate::table::{Probe, Search, Set};
use crate::value::Value;

const NONE: Result<Flow, Fault> = Ok(Flow::Return(Value::None));

/// `set.add(x)`
pub(super) fn add(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (set, [item]) = args.method("set.add")?;
    operators::set_add(&mut context.shared.heap, set, item)?;
    NONE
}

/// `set.clear()`
pub(super) fn clear(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (set, []) = args.method("set.clear")?;
    let heap = &mut context.shared.heap;
    let Some(table) = as_set(heap, set) else {
        return NONE;
    };
    let bytes = table.payload_bytes();
    let old: Vec<Value> = table.iter().map(|element| element.key).collect();
    if let Some(table) = operators::as_set_mut(heap, set) {
        table.clear();
        let left = table.payload_bytes();
        heap.refund(bytes.saturating_sub(left));
    }
    old.into_iter().for_each(|key| heap.release(key));
    NONE
}

/// `set.copy()`
pub(super) fn copy(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (set, []) = args.method("set.copy")?;
    let heap = &mut context.shared.heap;
    if let Some(Object::FrozenSet(_)) = heap.object(set) {
        return Ok(Flow::Return(heap.retain(set)));
    }
    let Some(table) = as_set(heap, set).map(|set| set.copied()) else {
        return NONE;
    };
    heap.has_room(table.payload_bytes())?;
    let keys: Vec<Value> = table.iter().map(|element| element.key).collect();
    heap.retain_all(&keys);
    Ok(Flow::Return(heap.allocate(Object::Set(Arc::new(table)))?))
}

fn take(context: &mut Context, set: Value, item: Value) -> Result<bool, Fault> {
    let heap = &mut context.shared.heap;
    match operators::set_find(heap, set, item)? {
        Search::Ask(..) => Err(Fault::NeedsPython),
        Search::Absent => Ok(false),
        Search::Found(position) => {
            let removed = operators::as_set_mut(heap, set).and_then(|table| table.remove(position));
            if let Some(element) = removed {
                heap.release(element.key);
            }
            Ok(true)
        }
    }
}

/// `set.discard(x)`
pub(super) fn discard(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (set, [item]) = args.method("set.discard")?;
    take(context, set, item)?;
    NONE
}

/// `set.remove(x)`
pub(super) fn remove(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (set, [item]) = args.method("set.remove")?;
    if take(context, set, item)? {
        return NONE;
    }
    Err(Fault::RaiseWith(
        ExceptionKind::KeyError,
        context.shared.heap.retain(item),
    ))
}

/// `set.pop()`
pub(super) fn pop(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (set, []) = args.method("set.pop")?;
    let heap = &mut context.shared.heap;
    match operators::as_set_mut(heap, set).and_then(Set::pop) {
        Some(element) => Ok(Flow::Return(element.key)),
        None => {
            let text = heap.string("pop from an empty set")?;
            Err(Fault::RaiseWith(ExceptionKind::KeyError, text))
        }
    }
}

/// `set.__init__(iterable)`
pub(super) fn init(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if args.positional.len() > 2 {
        let given = args.positional.len() - 1;
        return raise(
            ExceptionKind::TypeError,
            format!("set expected at most 1 argument, got {given}"),
        );
    }
    settle(context, args, "set_init", |heap, values| {
        algebra::replace_table(heap, values[0], Set::new())?;
        if let [set, items] = values {
            operators::set_update(heap, *set, *items)?;
        }
        Ok(Value::None)
    })
}

fn int(context: &Context, value: Value) -> Result<i64, Fault> {
    match operators::number(&context.shared.heap, value) {
        Some(operators::Number::Int(value)) => Ok(value.to_i64().unwrap_or(-1)),
        _ => raise(ExceptionKind::TypeError, "an integer is required"),
    }
}

/// `set_probe(set, hash, key, probe)`
pub(super) fn probe(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [set, hash, key, from] = args.exactly("set_probe")?;
    let (hash, from) = (int(context, hash)?, int(context, from)?);
    let heap = &context.shared.heap;
    let Some(table) = as_set(heap, set) else {
        return raise(ExceptionKind::TypeError, "a set is required");
    };
    let search = table.find(hash, Probe::from_bits(from), |candidate| {
        candidate_matches(heap, *candidate, key)
    });
    search_result(context, search)
}

/// `set_element(set, position)`
pub(super) fn element(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [set, position] = args.exactly("set_element")?;
    let position = int(context, position)?;
    let heap = &mut context.shared.heap;
    let key = as_set(heap, set)
        .and_then(|table| table.element(position as usize))
        .map(|element| element.key);
    Ok(Flow::Return(heap.retain(key.unwrap_or(Value::None))))
}

/// `set_insert(set, hash, key)`: the key is not there.
pub(super) fn insert(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [set, hash, key] = args.exactly("set_insert")?;
    let hash = int(context, hash)?;
    operators::set_insert(&mut context.shared.heap, set, hash, key)?;
    NONE
}

/// `set_remove_at(set, position)`
pub(super) fn remove_at(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [set, position] = args.exactly("set_remove_at")?;
    let position = int(context, position)?;
    let heap = &mut context.shared.heap;
    if let Some(element) = operators::as_set_mut(heap, set).and_then(|table| table.remove(position as usize))
    {
        heap.release(element.key);
    }
    NONE
}
