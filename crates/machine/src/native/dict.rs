//! Methods of `dict`.

use triomphe::Arc;

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::builtins::iterated;
use crate::native::settle::settle;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::{Object, ViewKind};
use crate::operators::{self, as_dict};
use crate::table::{Dict, Match, Probe, Search};
use crate::value::Value;

const NONE: Result<Flow, Fault> = Ok(Flow::Return(Value::None));

fn arguments<const N: usize>(args: &Args, name: &str, least: usize) -> Result<(Value, [Value; N]), Fault> {
    let given = args.positional.len() - 1;
    let mut values = [Value::Unbound; N];
    if !args.keywords.is_empty() {
        return raise(
            ExceptionKind::TypeError,
            format!("dict.{name}() takes no keyword arguments"),
        );
    }
    if given < least || given > N {
        let (bound, count) = if given < least {
            ("at least", least)
        } else {
            ("at most", N)
        };
        let bound = if least == N {
            String::new()
        } else {
            format!("{bound} ")
        };
        let s = if count == 1 { "" } else { "s" };
        return raise(
            ExceptionKind::TypeError,
            format!("{name} expected {bound}{count} argument{s}, got {given}"),
        );
    }
    values[..given].copy_from_slice(&args.positional[1..]);
    Ok((args.positional[0], values))
}

/// `dict.clear()`
pub(super) fn clear(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (dict, []) = args.method("dict.clear")?;
    let heap = &mut context.shared.heap;
    let Some(table) = as_dict(heap, dict) else {
        return NONE;
    };
    let bytes = table.payload_bytes();
    let old: Vec<(Value, Value)> = table.iter().map(|entry| (entry.key, entry.value)).collect();
    if let Some(table) = operators::as_dict_mut(heap, dict) {
        table.clear();
        let left = table.payload_bytes();
        heap.refund(bytes.saturating_sub(left));
    }
    for (key, value) in old {
        heap.release(key);
        heap.release(value);
    }
    NONE
}

/// `dict.copy()`
pub(super) fn copy(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (dict, []) = args.method("dict.copy")?;
    let heap = &mut context.shared.heap;
    let Some(table) = as_dict(heap, dict).cloned() else {
        return NONE;
    };
    heap.has_room(table.payload_bytes())?;
    for entry in table.iter() {
        heap.retain(entry.key);
        heap.retain(entry.value);
    }
    Ok(Flow::Return(heap.allocate(Object::Dict(table))?))
}

/// `dict.get(key, default=None)`
pub(super) fn get(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (dict, [key, default]) = arguments(args, "get", 1)?;
    let heap = &mut context.shared.heap;
    let found = operators::dict_get(heap, dict, key)?;
    let value = found.or(default.bound()).unwrap_or(Value::None);
    Ok(Flow::Return(heap.retain(value)))
}

fn view(context: &mut Context, args: &Args, kind: ViewKind) -> Result<Flow, Fault> {
    let name = match kind {
        ViewKind::Keys => "dict.keys",
        ViewKind::Values => "dict.values",
        ViewKind::Items => "dict.items",
    };
    let (dict, []) = args.method(name)?;
    let heap = &mut context.shared.heap;
    heap.retain(dict);
    Ok(Flow::Return(heap.allocate(Object::View { kind, dict })?))
}

/// `dict.items()`
pub(super) fn items(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    view(context, args, ViewKind::Items)
}

/// `dict.keys()`
pub(super) fn keys(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    view(context, args, ViewKind::Keys)
}

/// `dict.values()`
pub(super) fn values(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    view(context, args, ViewKind::Values)
}

/// `dict.pop(key[, default])`
pub(super) fn pop(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (dict, [key, default]) = arguments(args, "pop", 1)?;
    let heap = &mut context.shared.heap;
    // Of one that is empty nobody asks the key for its hash.
    let is_empty = as_dict(heap, dict).is_some_and(|table| table.is_empty());
    let removed = if is_empty {
        None
    } else {
        operators::dict_remove(heap, dict, key)?
    };
    match removed {
        Some(value) => Ok(Flow::Return(value)),
        None => match default.bound() {
            Some(default) => Ok(Flow::Return(heap.retain(default))),
            None => Err(Fault::RaiseWith(ExceptionKind::KeyError, heap.retain(key))),
        },
    }
}

/// `dict.popitem()`
pub(super) fn pop_item(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (dict, []) = args.method("dict.popitem")?;
    let heap = &mut context.shared.heap;
    let last =
        as_dict(heap, dict).and_then(|table| table.previous(table.end()).map(|(position, _)| position));
    match last.and_then(|position| operators::remove_at(heap, dict, position)) {
        Some((key, value)) => Ok(Flow::Return(heap.tuple(vec![key, value])?)),
        None => {
            let text = heap.string("popitem(): dictionary is empty")?;
            Err(Fault::RaiseWith(ExceptionKind::KeyError, text))
        }
    }
}

/// `dict.setdefault(key, default=None)`
pub(super) fn set_default(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (dict, [key, default]) = arguments(args, "setdefault", 1)?;
    let heap = &mut context.shared.heap;
    if let Some(value) = operators::dict_get(heap, dict, key)? {
        return Ok(Flow::Return(heap.retain(value)));
    }
    let default = default.bound().unwrap_or(Value::None);
    operators::dict_set(heap, dict, key, default)?;
    Ok(Flow::Return(heap.retain(default)))
}

/// `dict.update(other, **named)`
pub(super) fn update(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if args.positional.len() > 2 {
        let given = args.positional.len() - 1;
        return raise(
            ExceptionKind::TypeError,
            format!("update expected at most 1 argument, got {given}"),
        );
    }
    settle(context, args, "dict_update", |heap, values| {
        if let [dict, other] = values {
            fill(heap, *dict, *other)?;
        }
        put_named(heap, values[0], args)?;
        Ok(Value::None)
    })
}

/// `dict(other, **named)`
pub(super) fn construct(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if args.positional.len() > 1 {
        let given = args.positional.len();
        return raise(
            ExceptionKind::TypeError,
            format!("dict expected at most 1 argument, got {given}"),
        );
    }
    settle(context, args, "dict_", |heap, values| {
        let dict = new_dict(heap)?;
        let filled = values.first().map_or(Ok(()), |other| fill(heap, dict, *other));
        if let Err(fault) = filled.and_then(|()| put_named(heap, dict, args)) {
            heap.release(dict);
            return Err(fault);
        }
        Ok(dict)
    })
}

fn put_named(heap: &mut Heap, dict: Value, args: &Args) -> Result<(), Fault> {
    for (name, value) in &args.keywords {
        let key = heap.string(name)?;
        let put = operators::dict_set(heap, dict, key, *value);
        heap.release(key);
        put?;
    }
    Ok(())
}

/// Puts what a mapping or an iterable of pairs has into a dictionary. Doing it again, in Python, changes nothing that was
/// done.
fn fill(heap: &mut Heap, dict: Value, other: Value) -> Result<(), Fault> {
    match heap.object(other) {
        Some(Object::Dict(_)) => return operators::dict_update(heap, dict, other),
        // A class may be a mapping, and say what is in it.
        Some(Object::Instance(_) | Object::Class(_)) => return Err(Fault::NeedsPython),
        _ => {}
    }
    let pairs = iterated(heap, other)?;
    let mut result = Ok(());
    for (index, pair) in pairs.iter().enumerate() {
        result = put_pair(heap, dict, index, *pair);
        if result.is_err() {
            break;
        }
    }
    pairs.into_iter().for_each(|pair| heap.release(pair));
    result
}

fn put_pair(heap: &mut Heap, dict: Value, index: usize, pair: Value) -> Result<(), Fault> {
    if let Some([key, value]) = operators::as_items(heap, pair)
        && !matches!(heap.object(pair), Some(Object::Instance(_)))
    {
        let (key, value) = (*key, *value);
        return operators::dict_set(heap, dict, key, value);
    }
    let is_consumed = matches!(heap.object(pair), Some(Object::Iterator(_) | Object::Lazy(_)));
    if is_consumed {
        return Err(Fault::NeedsPython);
    }
    let Some(items) = operators::collect(heap, pair)? else {
        let message = format!("cannot convert dictionary update sequence element #{index} to a sequence");
        return raise(ExceptionKind::TypeError, message);
    };
    let put = match items.as_slice() {
        [key, value] => operators::dict_set(heap, dict, *key, *value),
        _ => {
            let length = items.len();
            let message =
                format!("dictionary update sequence element #{index} has length {length}; 2 is required");
            raise(ExceptionKind::ValueError, message)
        }
    };
    items.into_iter().for_each(|item| heap.release(item));
    put
}

/// `dict.fromkeys(keys, value=None)`; what a subclass makes is the core's business.
pub(super) fn from_keys(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (class, [_, value]) = arguments(args, "fromkeys", 1)?;
    if !matches!(class, Value::Type(_)) {
        return Err(Fault::NeedsPython);
    }
    let value = value.bound().unwrap_or(Value::None);
    settle(context, args, "dict_fromkeys", |heap, values| {
        let keys = iterated(heap, values[1])?;
        let dict = new_dict(heap)?;
        let mut result = Ok(());
        for key in &keys {
            if result.is_ok() {
                result = operators::dict_set(heap, dict, *key, value);
            }
        }
        keys.into_iter().for_each(|key| heap.release(key));
        if result.is_err() {
            heap.release(dict);
        }
        result.map(|()| dict)
    })
}

/// `dict_keys.isdisjoint(other)`: the core does it.
pub(super) fn view_is_disjoint(_: &mut Context, _: &Args) -> Result<Flow, Fault> {
    Err(Fault::NeedsPython)
}

fn int(context: &Context, value: Value) -> Result<i64, Fault> {
    match operators::number(&context.shared.heap, value) {
        Some(operators::Number::Int(value)) => Ok(value.to_i64().unwrap_or(-1)),
        _ => raise(ExceptionKind::TypeError, "an integer is required"),
    }
}

/// What a search of a table came to, as a tuple for the core: `(position, probe)` of the next key that has the hash and
/// may be equal; `(-1, 0)` if there is none. A key that is the same is found at once: `(position, -1)`.
pub(super) fn search_result(context: &mut Context, search: Search) -> Result<Flow, Fault> {
    let (position, probe) = match search {
        Search::Found(position) => (position as i64, -1),
        Search::Absent => (-1, 0),
        Search::Ask(position, probe) => (position as i64, probe.to_bits()),
    };
    Ok(Flow::Return(
        context
            .shared
            .heap
            .tuple(vec![Value::Int(position), Value::Int(probe)])?,
    ))
}

/// `dict_probe(dict, hash, key, probe)`
pub(super) fn probe(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [dict, hash, key, from] = args.exactly("dict_probe")?;
    let (hash, from) = (int(context, hash)?, int(context, from)?);
    let heap = &context.shared.heap;
    let Some(table) = as_dict(heap, dict) else {
        let name = type_name(heap, dict);
        return raise(
            ExceptionKind::TypeError,
            format!("a dict is required, not {name}"),
        );
    };
    let search = table.find(hash, Probe::from_bits(from), |candidate| {
        candidate_matches(heap, *candidate, key)
    });
    search_result(context, search)
}

/// Natively where it can be said; the core asks for the rest.
pub(super) fn candidate_matches(heap: &Heap, candidate: Value, key: Value) -> Match {
    operators::keys_match(heap, candidate, key)
}

fn entry(context: &Context, args: &Args) -> Result<Option<(Value, Value)>, Fault> {
    let [dict, position] = args.exactly("dict_entry")?;
    let position = int(context, position)?;
    let table = as_dict(&context.shared.heap, dict);
    Ok(table
        .and_then(|table| table.entry(position as usize))
        .map(|entry| (entry.key, entry.value)))
}

/// `dict_entry_key(dict, position)`
pub(super) fn entry_key(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let key = entry(context, args)?.map_or(Value::None, |(key, _)| key);
    Ok(Flow::Return(context.shared.heap.retain(key)))
}

/// `dict_entry_value(dict, position)`
pub(super) fn entry_value(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let value = entry(context, args)?.map_or(Value::None, |(_, value)| value);
    Ok(Flow::Return(context.shared.heap.retain(value)))
}

/// `dict_set_at(dict, position, value)`
pub(super) fn set_at(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [dict, position, value] = args.exactly("dict_set_at")?;
    let position = int(context, position)?;
    let heap = &mut context.shared.heap;
    heap.retain(value);
    let place = operators::as_dict_mut(heap, dict).and_then(|table| table.value_mut(position as usize));
    let old = match place {
        Some(place) => std::mem::replace(place, value),
        None => value,
    };
    heap.release(old);
    NONE
}

/// `dict_insert(dict, hash, key, value)`: the key is not there.
pub(super) fn insert(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [dict, hash, key, value] = args.exactly("dict_insert")?;
    let hash = int(context, hash)?;
    operators::dict_insert(&mut context.shared.heap, dict, hash, key, value)?;
    NONE
}

/// `dict_remove_at(dict, position)`: the value that was there.
pub(super) fn remove_at(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [dict, position] = args.exactly("dict_remove_at")?;
    let position = int(context, position)?;
    let heap = &mut context.shared.heap;
    match operators::remove_at(heap, dict, position as usize) {
        Some((key, value)) => {
            heap.release(key);
            Ok(Flow::Return(value))
        }
        None => NONE,
    }
}

/// A new dictionary.
pub(crate) fn new_dict(heap: &mut Heap) -> Result<Value, Fault> {
    Ok(heap.allocate(Object::Dict(Arc::new(Dict::new())))?)
}
