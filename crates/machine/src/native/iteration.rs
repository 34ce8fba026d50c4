//! `iter`, `next`, and iterators over builtin collections.

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::native::{Args, Context, Fault, Flow, Resumption, raise};
use crate::object::Object;
use crate::operators;
use crate::symbol::NAMES;
use crate::value::Value;

fn one_or_two(args: &Args, name: &str) -> Result<(), Fault> {
    if !args.keywords.is_empty() {
        return raise(
            ExceptionKind::TypeError,
            format!("{name}() takes no keyword arguments"),
        );
    }
    match args.positional.len() {
        0 => raise(
            ExceptionKind::TypeError,
            format!("{name} expected at least 1 argument, got 0"),
        ),
        1 | 2 => Ok(()),
        many => raise(
            ExceptionKind::TypeError,
            format!("{name} expected at most 2 arguments, got {many}"),
        ),
    }
}

/// `iter(x)`; with a second argument it is the core's business.
pub(super) fn iter(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    one_or_two(args, "iter")?;
    let [value] = match args.positional {
        [value] => [*value],
        _ => return Err(Fault::NeedsPython),
    };
    let heap = &mut context.shared.heap;
    if crate::class::overrides(heap, value, NAMES.iter) || crate::class::overrides(heap, value, NAMES.getitem)
    {
        return Err(Fault::NeedsPython);
    }
    match operators::iterator_over(heap, value)? {
        Some(iterator) => Ok(Flow::Return(iterator)),
        None => {
            let name = type_name(heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("'{name}' object is not iterable"),
            )
        }
    }
}

/// `list.__iter__(self)` and its kin: what the builtin type itself does.
pub(super) fn iter_of_base(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (value, []) = args.method("__iter__")?;
    match operators::iterator_over(&mut context.shared.heap, value)? {
        Some(iterator) => Ok(Flow::Return(iterator)),
        None => Ok(Flow::Return(Value::NotImplemented)),
    }
}

/// `next(iterator)`; a default is the core's business.
pub(super) fn next(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    one_or_two(args, "next")?;
    let [iterator] = match args.positional {
        [iterator] => [*iterator],
        _ => return Err(Fault::NeedsPython),
    };
    match context.shared.heap.object(iterator) {
        Some(Object::Iterator(_) | Object::Lazy(_)) => advance(context, iterator),
        Some(Object::Generator(_)) => match iterator {
            Value::Object(id) => Ok(Flow::Resume(id, Resumption::Send(Value::None))),
            _ => unreachable!("a generator is an object"),
        },
        _ => Err(Fault::NeedsPython),
    }
}

fn advance(context: &mut Context, iterator: Value) -> Result<Flow, Fault> {
    let Value::Object(id) = iterator else {
        unreachable!("an iterator is an object")
    };
    if let Object::Lazy(_) = context.shared.heap.get(id) {
        return super::lazy::advance(context, id);
    }
    match operators::next_of(&mut context.shared.heap, iterator)? {
        Some(item) => Ok(Flow::Return(item)),
        None => raise(ExceptionKind::StopIteration, ""),
    }
}

/// `iterator.__next__()`
pub(super) fn iterator_next(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (iterator, []) = args.method("__next__")?;
    advance(context, iterator)
}

/// `all(iterable)`
pub(super) fn all(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    decides(context, args, "all", false)
}

/// `any(iterable)`
pub(super) fn any(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    decides(context, args, "any", true)
}

/// Whether the first item of that truth is there; an iterator must not go on behind it, so it is the core's business.
fn decides(context: &mut Context, args: &Args, name: &str, wanted: bool) -> Result<Flow, Fault> {
    let [iterable] = args.exactly(name)?;
    let heap = &mut context.shared.heap;
    if let Some(Object::Iterator(_) | Object::Lazy(_)) = heap.object(iterable) {
        return Err(Fault::NeedsPython);
    }
    let items = super::builtins::iterated(heap, iterable)?;
    let mut result = Ok(!wanted);
    for item in &items {
        result = operators::truth(heap, *item);
        if !matches!(result, Ok(truth) if truth != wanted) {
            break;
        }
    }
    items.into_iter().for_each(|item| heap.release(item));
    Ok(Flow::Return(Value::bool(result?)))
}
