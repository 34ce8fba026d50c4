//! Methods by which `set` and `frozenset` are combined with iterables.

use triomphe::Arc;

use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::settle::settle;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{self, Operand, algebra, as_set};
use crate::table::Set;
use crate::value::Value;

type Table = Arc<Set<Value>>;

fn table_of(heap: &Heap, set: Value) -> Result<Table, Fault> {
    match as_set(heap, set) {
        Some(table) => Ok(table.clone()),
        None => raise(ExceptionKind::TypeError, "a set is required"),
    }
}

fn is_frozen(heap: &Heap, set: Value) -> bool {
    matches!(
        heap.object(operators::unwrap(heap, set)),
        Some(Object::FrozenSet(_))
    )
}

fn no_keywords(args: &Args, name: &str) -> Result<(), Fault> {
    if args.keywords.is_empty() {
        return Ok(());
    }
    raise(
        ExceptionKind::TypeError,
        format!("set.{name}() takes no keyword arguments"),
    )
}

fn exactly_one(args: &Args, name: &str) -> Result<(), Fault> {
    no_keywords(args, name)?;
    match args.positional {
        [_, _] => Ok(()),
        many => {
            let message = format!(
                "set.{name}() takes exactly one argument ({} given)",
                many.len() - 1
            );
            raise(ExceptionKind::TypeError, message)
        }
    }
}

/// What a function makes of an operand, which it borrows.
fn with_operand<T>(
    heap: &mut Heap,
    value: Value,
    function: impl FnOnce(&mut Heap, &Operand) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let operand = Operand::of(heap, value)?;
    let result = function(heap, &operand);
    operand.release(heap);
    result
}

/// The table that comes of combining a set with one operand after the other.
fn folded(
    heap: &mut Heap,
    values: &[Value],
    first: impl Fn(&Heap, &Set<Value>, &Operand) -> Result<Set<Value>, Fault>,
    others: impl Fn(&Heap, &Set<Value>, &Operand) -> Result<Set<Value>, Fault>,
) -> Result<Set<Value>, Fault> {
    let table = table_of(heap, values[0])?;
    let mut result = None;
    // Keys of a result may be an operand's alone: the operands stay until all is done.
    let mut operands = Vec::new();
    let mut failed = None;
    for value in &values[1..] {
        let step = Operand::of(heap, *value).and_then(|operand| {
            let combined = match &result {
                None => first(heap, &table, &operand),
                Some(table) => others(heap, table, &operand),
            };
            operands.push(operand);
            combined
        });
        match step {
            Ok(table) => result = Some(table),
            Err(fault) => {
                failed = Some(fault);
                break;
            }
        }
    }
    let result = match failed {
        Some(fault) => Err(fault),
        None => {
            let result = result.unwrap_or_else(|| table.copied());
            // The caller retains them too; a list that an operand owned may be gone by then.
            let keys: Vec<Value> = result.iter().map(|element| element.key).collect();
            heap.retain_all(&keys);
            Ok(result)
        }
    };
    operands.into_iter().for_each(|operand| operand.release(heap));
    result
}

/// A new set of a table whose keys were retained for it.
fn made(heap: &mut Heap, set: Value, table: Set<Value>) -> Result<Value, Fault> {
    heap.has_room(table.payload_bytes())?;
    let table = Arc::new(table);
    let object = if is_frozen(heap, set) {
        Object::FrozenSet(table)
    } else {
        Object::Set(table)
    };
    Ok(heap.allocate(object)?)
}

/// `set.union(*others)`
pub(super) fn union(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    no_keywords(args, "union")?;
    settle(context, args, "set_union", |heap, values| {
        let table = folded(heap, values, algebra::union, algebra::union_again)?;
        made(heap, values[0], table)
    })
}

/// `set.intersection(*others)`
pub(super) fn intersection(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    no_keywords(args, "intersection")?;
    settle(context, args, "set_intersection", |heap, values| {
        let step = algebra::intersection;
        let table = folded(heap, values, step, step)?;
        made(heap, values[0], table)
    })
}

/// `set.difference(*others)`
pub(super) fn difference(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    no_keywords(args, "difference")?;
    settle(context, args, "set_difference", |heap, values| {
        let table = folded(heap, values, algebra::difference, algebra::difference_again)?;
        made(heap, values[0], table)
    })
}

/// `set.symmetric_difference(other)`
pub(super) fn symmetric_difference(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    exactly_one(args, "symmetric_difference")?;
    settle(context, args, "set_symmetric_difference", |heap, values| {
        let step = algebra::symmetric_difference;
        let table = folded(heap, values, step, step)?;
        made(heap, values[0], table)
    })
}

/// `set.update(*others)`
pub(super) fn update(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    no_keywords(args, "update")?;
    settle(context, args, "set_update_all", |heap, values| {
        for value in &values[1..] {
            if !algebra::is_one_set(heap, values[0], *value) {
                with_operand(heap, *value, |heap, operand| {
                    algebra::update(heap, values[0], operand)
                })?;
            }
        }
        Ok(Value::None)
    })
}

/// `set.intersection_update(*others)`
pub(super) fn intersection_update(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    no_keywords(args, "intersection_update")?;
    settle(context, args, "set_intersection_update", |heap, values| {
        let step = algebra::intersection;
        let table = folded(heap, values, step, step)?;
        take_over(heap, values[0], table)
    })
}

/// A set takes over a table whose keys were retained for it.
fn take_over(heap: &mut Heap, set: Value, table: Set<Value>) -> Result<Value, Fault> {
    let keys: Vec<Value> = table.iter().map(|element| element.key).collect();
    let result = algebra::replace_table(heap, set, table);
    keys.into_iter().for_each(|key| heap.release(key));
    result?;
    Ok(Value::None)
}

/// `set.difference_update(*others)`
pub(super) fn difference_update(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    no_keywords(args, "difference_update")?;
    settle(context, args, "set_difference_update", |heap, values| {
        for value in &values[1..] {
            if algebra::is_one_set(heap, values[0], *value) {
                algebra::replace_table(heap, values[0], Set::new())?;
                continue;
            }
            with_operand(heap, *value, |heap, operand| {
                algebra::difference_update(heap, values[0], operand)
            })?;
        }
        Ok(Value::None)
    })
}

/// `set.symmetric_difference_update(other)`
pub(super) fn symmetric_difference_update(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    exactly_one(args, "symmetric_difference_update")?;
    settle(
        context,
        args,
        "set_symmetric_difference_update",
        |heap, values| {
            let table = if algebra::is_one_set(heap, values[0], values[1]) {
                Set::new()
            } else {
                let step = algebra::symmetric_difference_in_place;
                folded(heap, values, step, step)?
            };
            take_over(heap, values[0], table)
        },
    )
}

fn question(
    context: &mut Context,
    args: &Args,
    name: &str,
    core: &str,
    ask: impl Fn(&Heap, &Set<Value>, &Operand) -> Result<bool, Fault>,
) -> Result<Flow, Fault> {
    exactly_one(args, name)?;
    settle(context, args, core, |heap, values| {
        let table = table_of(heap, values[0])?;
        with_operand(heap, values[1], |heap, operand| ask(heap, &table, operand)).map(Value::bool)
    })
}

/// `set.isdisjoint(other)`
pub(super) fn is_disjoint(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    question(
        context,
        args,
        "isdisjoint",
        "set_isdisjoint",
        algebra::is_disjoint,
    )
}

/// `set.issubset(other)`
pub(super) fn is_subset(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    question(context, args, "issubset", "set_issubset", algebra::is_subset)
}

/// `set.issuperset(other)`
pub(super) fn is_superset(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    question(
        context,
        args,
        "issuperset",
        "set_issuperset",
        algebra::is_superset,
    )
}
