//! Methods of `list`; `count` and `index` also of `tuple`.

use std::cmp::Ordering;

use triomphe::Arc;

use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::builtins::iterated;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::class::type_name;
use crate::operators::{self, Number, as_items, number};
use crate::value::{Value, is_same};

const WORD: u64 = size_of::<Value>() as u64;

fn items_mut(heap: &mut Heap, list: Value) -> &mut Vec<Value> {
    let Value::Object(id) = list else {
        unreachable!("a list is an object")
    };
    let Object::List(items) = heap.get_mut(id) else {
        unreachable!("a method of lists")
    };
    Arc::make_mut(items)
}

const NONE: Result<Flow, Fault> = Ok(Flow::Return(Value::None));

/// `list.append(x)`
pub(super) fn append(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (list, [item]) = args.method("list.append")?;
    let heap = &mut context.shared.heap;
    heap.charge(WORD)?;
    heap.retain(item);
    items_mut(heap, list).push(item);
    NONE
}

/// `list.clear()`
pub(super) fn clear(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (list, []) = args.method("list.clear")?;
    let heap = &mut context.shared.heap;
    let items = std::mem::take(items_mut(heap, list));
    heap.refund(WORD * items.len() as u64);
    items.into_iter().for_each(|item| heap.release(item));
    NONE
}

/// `list.copy()`
pub(super) fn copy(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (list, []) = args.method("list.copy")?;
    let items = iterated(&mut context.shared.heap, list)?;
    Ok(Flow::Return(context.shared.heap.list(items)?))
}

/// `list.count(x)`
pub(super) fn count(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (list, [wanted]) = args.method("list.count")?;
    let heap = &context.shared.heap;
    let mut found = 0;
    for item in as_items(heap, list).unwrap_or_default() {
        found += i64::from(is_same(*item, wanted) || operators::equal(heap, *item, wanted)?);
    }
    Ok(Flow::Return(Value::Int(found)))
}

/// `list.extend(iterable)`
pub(super) fn extend(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (list, [iterable]) = args.method("list.extend")?;
    let items = iterated(&mut context.shared.heap, iterable)?;
    operators::extend_list(&mut context.shared.heap, list, items)?;
    NONE
}

fn position(heap: &Heap, list: Value, wanted: Value) -> Result<Option<usize>, Fault> {
    for (index, item) in as_items(heap, list).unwrap_or_default().iter().enumerate() {
        if is_same(*item, wanted) || operators::equal(heap, *item, wanted)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

/// `list.index(x)`
pub(super) fn index(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (list, [wanted]) = args.method("list.index")?;
    let heap = &context.shared.heap;
    match position(heap, list, wanted)? {
        Some(index) => Ok(Flow::Return(Value::Int(index as i64))),
        None if matches!(heap.object(list), Some(Object::Tuple(_))) => {
            raise(ExceptionKind::ValueError, "tuple.index(x): x not in tuple")
        }
        None => {
            let wanted = operators::repr_of(heap, wanted)?;
            raise(ExceptionKind::ValueError, format!("{wanted} is not in list"))
        }
    }
}

fn index_argument(heap: &Heap, value: Value) -> Result<i64, Fault> {
    match number(heap, value) {
        Some(Number::Int(value)) => {
            Ok(value
                .to_i64()
                .unwrap_or(if value.is_negative() { i64::MIN } else { i64::MAX }))
        }
        _ => {
            let name = type_name(heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("'{name}' object cannot be interpreted as an integer"),
            )
        }
    }
}

/// `list.insert(index, x)`
pub(super) fn insert(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (list, [index, item]) = args.method("list.insert")?;
    let heap = &mut context.shared.heap;
    let index = index_argument(heap, index)?;
    heap.charge(WORD)?;
    heap.retain(item);
    let items = items_mut(heap, list);
    let length = items.len() as i64;
    let index = if index < 0 {
        index.saturating_add(length).max(0)
    } else {
        index.min(length)
    };
    items.insert(index as usize, item);
    NONE
}

/// `list.pop(index=-1)`
pub(super) fn pop(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    let index = match args.positional {
        [_] => -1,
        [_, index] => index_argument(heap, *index)?,
        many => {
            let message = format!("pop expected at most 1 argument, got {}", many.len() - 1);
            return raise(ExceptionKind::TypeError, message);
        }
    };
    let items = items_mut(heap, args.positional[0]);
    if items.is_empty() {
        return raise(ExceptionKind::IndexError, "pop from empty list");
    }
    let index = if index < 0 {
        index.saturating_add(items.len() as i64)
    } else {
        index
    };
    let Some(index) = usize::try_from(index).ok().filter(|index| *index < items.len()) else {
        return raise(ExceptionKind::IndexError, "pop index out of range");
    };
    let item = items.remove(index);
    heap.refund(WORD);
    Ok(Flow::Return(item))
}

/// `list.remove(x)`
pub(super) fn remove(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (list, [wanted]) = args.method("list.remove")?;
    let heap = &mut context.shared.heap;
    let Some(index) = position(heap, list, wanted)? else {
        return raise(ExceptionKind::ValueError, "list.remove(x): x not in list");
    };
    let item = items_mut(heap, list).remove(index);
    heap.refund(WORD);
    heap.release(item);
    NONE
}

/// `list.reverse()`
pub(super) fn reverse(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (list, []) = args.method("list.reverse")?;
    items_mut(&mut context.shared.heap, list).reverse();
    NONE
}

/// `list.sort(reverse=False)`
pub(super) fn sort(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    let mut reverse = false;
    for (name, value) in &args.keywords {
        match &**name {
            "reverse" => reverse = operators::truth(heap, *value)?,
            "key" if matches!(value, Value::None) => {}
            "key" => return Err(Fault::NeedsPython),
            _ => {
                let message = format!("'{name}' is an invalid keyword argument for sort()");
                return raise(ExceptionKind::TypeError, message);
            }
        }
    }
    let list = args.positional[0];
    let mut items = std::mem::take(items_mut(heap, list));
    let mut failed = None;
    // Stable in both directions, as CPython's is.
    items.sort_by(|a, b| match operators::order(heap, *a, *b, "<", 0) {
        Ok(Some(ordering)) if reverse => ordering.reverse(),
        Ok(ordering) => ordering.unwrap_or(Ordering::Equal),
        Err(fault) => {
            failed.get_or_insert(fault);
            Ordering::Equal
        }
    });
    *items_mut(heap, list) = items;
    match failed {
        Some(fault) => Err(fault),
        None => NONE,
    }
}

/// `list.__init__(iterable)`
pub(super) fn init(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if args.positional.len() > 2 {
        let given = args.positional.len() - 1;
        return raise(ExceptionKind::TypeError, format!("list expected at most 1 argument, got {given}"));
    }
    let items = match args.positional {
        [_, iterable] => iterated(&mut context.shared.heap, *iterable)?,
        _ => Vec::new(),
    };
    clear(context, &Args { positional: &args.positional[..1], keywords: Vec::new() })?;
    operators::extend_list(&mut context.shared.heap, args.positional[0], items)?;
    NONE
}

/// `sorted(iterable, key=None, reverse=False)`
pub(super) fn sorted(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [iterable] = match args.positional {
        [iterable] => [*iterable],
        many => {
            let message = format!("sorted expected 1 argument, got {}", many.len());
            return raise(ExceptionKind::TypeError, message);
        }
    };
    let items = iterated(&mut context.shared.heap, iterable)?;
    let list = context.shared.heap.list(items)?;
    let sorted = sort(context, &Args { positional: &[list], keywords: args.keywords.clone() });
    match sorted {
        Ok(_) => Ok(Flow::Return(list)),
        Err(fault) => {
            context.shared.heap.release(list);
            Err(fault)
        }
    }
}
