//! `enumerate`, `zip`, `map` and `filter`: iterators over what other iterators come to.

use triomphe::Arc;

use super::{Number, from_int, next_of, number, truth};
use crate::exception::ExceptionKind;
use crate::heap::{Heap, own};
use crate::int::Int;
use crate::native::{Fault, Type, raise};
use crate::object::{Lazy, Object};
use crate::value::{ObjectId, Value};

/// How deep iterators may lie in iterators where one goes on without Python; each level is a call of ours.
const MAX_DEPTH: u8 = 50;

/// More bytes than a pair takes.
const MOST_OF_PAIR: u64 = 1024;

/// How a lazy iterator goes on.
pub(crate) enum Advance {
    /// It comes to this item, a new reference.
    Item(Value),
    /// It comes to what this function returns for these arguments, all new references.
    Call(Value, Vec<Value>),
    /// It is at its end.
    End,
}

/// How deep an iterator lies, if it goes on without Python.
fn depth(heap: &Heap, iterator: Value) -> Option<u8> {
    match heap.object(iterator)? {
        Object::Iterator(_) => Some(0),
        Object::Lazy(lazy) => lazy
            .depth
            .filter(|depth| *depth < MAX_DEPTH)
            .map(|depth| depth + 1),
        _ => None,
    }
}

/// The depth of all of them, if none of them needs Python.
fn depth_of_all(heap: &Heap, iterators: &[Value]) -> Option<u8> {
    iterators.iter().try_fold(0, |deepest: u8, iterator| {
        Some(deepest.max(depth(heap, *iterator)?))
    })
}

/// A new lazy iterator; all values are given away.
pub(crate) fn new_lazy(
    heap: &mut Heap,
    ty: Type,
    function: Value,
    sources: Vec<Value>,
    count: Value,
    strict: bool,
) -> Result<Value, Fault> {
    let depth = match ty {
        Type::Enumerate | Type::Zip => depth_of_all(heap, &sources),
        _ => None,
    };
    let lazy = Lazy {
        ty,
        sources,
        function,
        count,
        strict,
        depth,
    };
    Ok(heap.allocate(Object::Lazy(Arc::new(lazy)))?)
}

fn get(heap: &Heap, id: ObjectId) -> &Lazy {
    match heap.get(id) {
        Object::Lazy(lazy) => lazy,
        _ => unreachable!("asked for a lazy iterator"),
    }
}

/// The next item of one that goes on without Python, a new reference; `None` at its end.
pub(crate) fn next_item(heap: &mut Heap, id: ObjectId) -> Result<Option<Value>, Fault> {
    match get(heap, id) {
        Lazy { depth: None, .. } => Err(Fault::NeedsPython),
        Lazy {
            ty: Type::Enumerate, ..
        } => next_of_enumerate(heap, id),
        _ => next_of_zip(heap, id),
    }
}

/// Goes on, to where Python must be called.
pub(crate) fn advance(heap: &mut Heap, id: ObjectId) -> Result<Advance, Fault> {
    let lazy = get(heap, id);
    match lazy.ty {
        Type::Map if depth_of_all(heap, &lazy.sources).is_some() => {
            let function = lazy.function;
            Ok(match next_of_each(heap, id)? {
                Ok(items) => Advance::Call(heap.retain(function), items),
                Err(_) => Advance::End,
            })
        }
        Type::Filter if depth_of_all(heap, &lazy.sources).is_some() => next_of_filter(heap, id),
        _ => Ok(next_item(heap, id)?.map_or(Advance::End, Advance::Item)),
    }
}

/// The number and the item that an `enumerate` over a list, tuple or range comes to next, or the key and the value of a dictionary's
/// `items()`, new references; `None` for everything else, and nothing was done. It is counted as if they had been put into a tuple.
pub(crate) fn next_plain_parts(heap: &mut Heap, iterator: Value) -> Option<(Value, Value)> {
    let lazy = match heap.object(iterator)? {
        Object::Lazy(lazy) => lazy,
        Object::Iterator(state) if state.ty == Type::DictItemIterator => {
            is_room_for_pair(heap)?;
            let (key, value) = super::iterate::next_entry(heap, iterator)?;
            heap.count_allocated();
            return Some((heap.retain(key), heap.retain(value)));
        }
        _ => return None,
    };
    let (Type::Enumerate, Value::Int(count), [source]) = (lazy.ty, lazy.count, lazy.sources.as_slice())
    else {
        return None;
    };
    let (source, following) = (*source, count.checked_add(1)?);
    is_room_for_pair(heap)?;
    let item = super::iterate::next_plain(heap, source)?;
    if let Object::Lazy(lazy) = heap.object_mut(iterator)? {
        own(lazy).count = Value::Int(following);
    }
    heap.count_allocated();
    Some((Value::Int(count), item))
}

/// Where making a pair would end the run, or begin a collection, it is made.
fn is_room_for_pair(heap: &Heap) -> Option<()> {
    let is_room = heap.has_room(MOST_OF_PAIR).is_ok() && !heap.is_collection_due_after(1, MOST_OF_PAIR);
    is_room.then_some(())
}

fn next_of_enumerate(heap: &mut Heap, id: ObjectId) -> Result<Option<Value>, Fault> {
    let (source, count) = (get(heap, id).sources[0], get(heap, id).count);
    let Some(item) = next_of(heap, source)? else {
        return Ok(None);
    };
    let following = match number(heap, count) {
        Some(Number::Int(count)) => from_int(heap, count.add(&Int::Small(1)))?,
        _ => unreachable!("the count is an integer"),
    };
    if let Object::Lazy(lazy) = heap.get_mut(id) {
        // The tuple takes over the reference to the count.
        own(lazy).count = following;
    }
    Ok(Some(heap.small_tuple(&[count, item])?))
}

/// An item of each source, or how many had one.
fn next_of_each(heap: &mut Heap, id: ObjectId) -> Result<Result<Vec<Value>, usize>, Fault> {
    let mut items = Vec::with_capacity(get(heap, id).sources.len());
    for index in 0..get(heap, id).sources.len() {
        let source = get(heap, id).sources[index];
        let item = next_of(heap, source);
        if let Ok(Some(item)) = item {
            items.push(item);
            continue;
        }
        let count = items.len();
        items.into_iter().for_each(|item| heap.release(item));
        return item.map(|_| Err(count));
    }
    Ok(Ok(items))
}

fn next_of_zip(heap: &mut Heap, id: ObjectId) -> Result<Option<Value>, Fault> {
    let Lazy {
        strict, ref sources, ..
    } = *get(heap, id);
    let count = sources.len();
    if count == 0 {
        return Ok(None);
    }
    match next_of_each(heap, id)? {
        Ok(items) => Ok(Some(heap.small_tuple(&items)?)),
        Err(_) if !strict => Ok(None),
        Err(0) => {
            for index in 1..count {
                let source = get(heap, id).sources[index];
                if let Some(item) = next_of(heap, source)? {
                    heap.release(item);
                    return uneven(index, "longer");
                }
            }
            Ok(None)
        }
        Err(ended) => uneven(ended, "shorter"),
    }
}

fn uneven<T>(index: usize, how: &str) -> Result<T, Fault> {
    let plural = if index == 1 { " " } else { "s 1-" };
    raise(
        ExceptionKind::ValueError,
        format!(
            "zip() argument {} is {how} than argument{plural}{index}",
            index + 1
        ),
    )
}

fn next_of_filter(heap: &mut Heap, id: ObjectId) -> Result<Advance, Fault> {
    let (source, function) = (get(heap, id).sources[0], get(heap, id).function);
    loop {
        let Some(item) = next_of(heap, source)? else {
            return Ok(Advance::End);
        };
        let wanted = if matches!(function, Value::None) {
            truth(heap, item)
        } else {
            Err(Fault::NeedsPython)
        };
        match wanted {
            Ok(true) => return Ok(Advance::Item(item)),
            Ok(false) => heap.release(item),
            Err(Fault::NeedsPython) => {
                let filter = heap.retain(Value::Object(id));
                return Ok(Advance::Call(
                    crate::library::core("filter_from"),
                    vec![filter, item],
                ));
            }
            Err(fault) => {
                heap.release(item);
                return Err(fault);
            }
        }
    }
}

/// The core's function for what one does that needs Python.
pub(crate) fn fallback(heap: &Heap, id: ObjectId) -> &'static str {
    match get(heap, id).ty {
        Type::Enumerate => "enumerate_next",
        Type::Zip => "zip_next",
        Type::Map => "map_next",
        Type::Filter => "filter_next",
        Type::Reversed => "reversed_next",
        Type::CallableIterator => "callable_next",
        _ => "sequence_next",
    }
}
