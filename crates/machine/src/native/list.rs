//! Methods of `list`; `count` and `index` also of `tuple`.

use std::ops::Range;

use syntax::tree::CompareOp;
use triomphe::Arc;

use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::builtins::iterated;
use crate::native::settle::settle;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{self, Number, as_items, number};
use crate::symbol::NAMES;
use crate::value::{Value, is_same};

const WORD: u64 = size_of::<Value>() as u64;

pub(super) fn items_mut(heap: &mut Heap, list: Value) -> &mut Vec<Value> {
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
    let heap = &context.shared.heap;
    let is_tuple = matches!(heap.object(args.positional[0]), Some(Object::Tuple(_)));
    let (list, [wanted]) = args.method(if is_tuple { "tuple.count" } else { "list.count" })?;
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

fn position(heap: &Heap, list: Value, wanted: Value, within: Range<usize>) -> Result<Option<usize>, Fault> {
    let items = as_items(heap, list).unwrap_or_default();
    for (index, item) in items.iter().enumerate().take(within.end).skip(within.start) {
        if is_same(*item, wanted) || operators::equal(heap, *item, wanted)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

/// `list.index(x, start=0, stop=sys.maxsize)`
pub(super) fn index(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let heap = &context.shared.heap;
    let list = args.positional[0];
    let length = as_items(heap, list).unwrap_or_default().len();
    let given = &args.positional[1..];
    if !args.keywords.is_empty() {
        let name = type_name(heap, list);
        return raise(
            ExceptionKind::TypeError,
            format!("{name}.index() takes no keyword arguments"),
        );
    }
    if given.is_empty() || given.len() > 3 {
        let (bound, count) = if given.is_empty() {
            ("least 1 argument", 0)
        } else {
            ("most 3 arguments", given.len())
        };
        return raise(
            ExceptionKind::TypeError,
            format!("index expected at {bound}, got {count}"),
        );
    }
    let mut bounds = [0, length];
    for (place, value) in bounds.iter_mut().zip(&given[1..]) {
        if class::overrides(heap, *value, NAMES.index) {
            return Err(Fault::NeedsPython);
        }
        let Some(Number::Int(bound)) = number(heap, *value) else {
            let message = "slice indices must be integers or have an __index__ method";
            return raise(ExceptionKind::TypeError, message);
        };
        let bound = bound
            .to_i64()
            .unwrap_or(if bound.is_negative() { i64::MIN } else { i64::MAX });
        let bound = if bound < 0 {
            bound.saturating_add(length as i64).max(0)
        } else {
            bound
        };
        *place = (bound as usize).min(length);
    }
    match position(heap, list, given[0], bounds[0]..bounds[1])? {
        Some(index) => Ok(Flow::Return(Value::Int(index as i64))),
        None if matches!(heap.object(list), Some(Object::Tuple(_))) => {
            raise(ExceptionKind::ValueError, "tuple.index(x): x not in tuple")
        }
        None => {
            let wanted = operators::repr_of(heap, given[0])?;
            raise(ExceptionKind::ValueError, format!("{wanted} is not in list"))
        }
    }
}

fn index_argument(heap: &Heap, value: Value) -> Result<i64, Fault> {
    if class::overrides(heap, value, NAMES.index) {
        return Err(Fault::NeedsPython);
    }
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
    let (list, [index, item]) = match (args.positional, args.keywords.as_slice()) {
        ([list, index, item], []) => (*list, [*index, *item]),
        (many, []) => {
            let message = format!("insert expected 2 arguments, got {}", many.len() - 1);
            return raise(ExceptionKind::TypeError, message);
        }
        _ => {
            return raise(
                ExceptionKind::TypeError,
                "list.insert() takes no keyword arguments",
            );
        }
    };
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
    if !args.keywords.is_empty() {
        return raise(ExceptionKind::TypeError, "list.pop() takes no keyword arguments");
    }
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
    let Some(index) = position(heap, list, wanted, 0..usize::MAX)? else {
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

/// What `sort` and `sorted` are told: whether in reverse. A key is the core's business, and so is a truth that is Python's.
fn sort_options(heap: &Heap, args: &Args, name: &str) -> Result<bool, Fault> {
    let mut reverse = false;
    let mut has_key = false;
    for (option, value) in &args.keywords {
        match &**option {
            "reverse" => match number(heap, *value) {
                Some(Number::Int(value)) => reverse = !value.is_zero(),
                _ if class::overrides(heap, *value, NAMES.index) => {
                    return Err(Fault::NeedsPython);
                }
                _ => {
                    let given = type_name(heap, *value);
                    let message = format!("'{given}' object cannot be interpreted as an integer");
                    return raise(ExceptionKind::TypeError, message);
                }
            },
            "key" => has_key = !matches!(value, Value::None),
            _ => {
                let message = format!("'{option}' is an invalid keyword argument for {name}()");
                return raise(ExceptionKind::TypeError, message);
            }
        }
    }
    if has_key {
        Err(Fault::NeedsPython)
    } else {
        Ok(reverse)
    }
}

/// The order of items that are all machine words, all texts, or all tuples of machine words; `None` of others.
fn order_of_plain(heap: &Heap, items: &[Value], reverse: bool) -> Option<Vec<usize>> {
    let number = |value: &Value| match value {
        Value::Int(number) => Some(*number),
        _ => None,
    };
    let text = |value: &Value| match heap.object(*value) {
        Some(Object::Str(text)) => Some(&**text),
        _ => None,
    };
    let numbers = |value: &Value| match heap.object(*value) {
        Some(Object::Tuple(items)) => items
            .iter()
            .all(|item| number(item).is_some())
            .then_some(&***items),
        _ => None,
    };
    if let Some(keys) = items.iter().map(number).collect() {
        return Some(operators::order_by(keys, reverse, i64::cmp));
    }
    if let Some(keys) = items.iter().map(text).collect() {
        return Some(operators::order_by(keys, reverse, Ord::cmp));
    }
    let keys = items.iter().map(numbers).collect::<Option<Vec<_>>>()?;
    Some(operators::order_by(keys, reverse, |a, b| {
        a.iter().map(number).cmp(b.iter().map(number))
    }))
}

/// The order of items by `<`.
fn order_of(heap: &Heap, items: &[Value], reverse: bool) -> Result<Vec<usize>, Fault> {
    if let Some(order) = order_of_plain(heap, items, reverse) {
        return Ok(order);
    }
    operators::sorted_order(items.len(), reverse, |a, b| {
        operators::compare(heap, CompareOp::Lt, items[a], items[b])
    })
}

/// `sort_order(keys, reverse)`: the indices of a list's items in their order.
pub(super) fn sort_order(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [keys, reverse] = args.exactly("sort_order")?;
    let heap = &mut context.shared.heap;
    let reverse = operators::truth(heap, reverse)?;
    let order = order_of(heap, as_items(heap, keys).unwrap_or_default(), reverse)?;
    heap.has_room(WORD * order.len() as u64)?;
    Ok(Flow::Return(heap.list(
        order.into_iter().map(|index| Value::Int(index as i64)).collect(),
    )?))
}

/// `list.sort(key=None, reverse=False)`
pub(super) fn sort(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let list = args.positional[0];
    if args.positional.len() > 1 {
        return raise(ExceptionKind::TypeError, "sort() takes no positional arguments");
    }
    let heap = &mut context.shared.heap;
    let reverse = sort_options(heap, args, "sort")?;
    let items = as_items(heap, list).unwrap_or_default();
    let order = order_of(heap, items, reverse)?;
    let items = order.into_iter().map(|index| items[index]).collect();
    *items_mut(heap, list) = items;
    NONE
}

/// `list.__init__(iterable)`
pub(super) fn init(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if !args.keywords.is_empty() {
        return raise(ExceptionKind::TypeError, "list() takes no keyword arguments");
    }
    if args.positional.len() > 2 {
        let given = args.positional.len() - 1;
        return raise(
            ExceptionKind::TypeError,
            format!("list expected at most 1 argument, got {given}"),
        );
    }
    let items = match args.positional {
        [_, iterable] => iterated(&mut context.shared.heap, *iterable)?,
        _ => Vec::new(),
    };
    clear(
        context,
        &Args {
            positional: &args.positional[..1],
            keywords: Vec::new(),
        },
    )?;
    operators::extend_list(&mut context.shared.heap, args.positional[0], items)?;
    NONE
}

/// `sorted(iterable, key=None, reverse=False)`
pub(super) fn sorted(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if args.positional.len() != 1 {
        let message = format!("sorted expected 1 argument, got {}", args.positional.len());
        return raise(ExceptionKind::TypeError, message);
    }
    settle(context, args, "sorted_", |heap, values| {
        let items = iterated(heap, values[0])?;
        let reverse = match sort_options(heap, args, "sort") {
            Ok(reverse) => reverse,
            Err(fault) => {
                items.into_iter().for_each(|item| heap.release(item));
                return Err(fault);
            }
        };
        match order_of(heap, &items, reverse) {
            Ok(order) => Ok(heap.list(order.into_iter().map(|index| items[index]).collect())?),
            Err(fault) => {
                items.into_iter().for_each(|item| heap.release(item));
                Err(fault)
            }
        }
    })
}
