//! `enumerate`, `zip`, `map`, `filter` and `reversed`, and what the core needs for them.

use triomphe::Arc;

use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Args, Context, Fault, Flow, Type, raise};
use crate::object::{Lazy, Object};
use crate::operators::{self, Advance, Number, number};
use crate::symbol::{NAMES, Symbol};
use crate::value::{ObjectId, Value};

/// Calls one of these types.
pub(super) fn construct(ty: Type, context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let heap = &mut context.shared.heap;
    match ty {
        Type::Enumerate => enumerate(heap, args),
        Type::Zip => zip(heap, args),
        Type::Reversed => reversed(heap, args),
        _ => map_or_filter(ty, heap, args),
    }
}

/// The iterators of values, new references.
fn iterators(heap: &mut Heap, values: &[Value]) -> Result<Vec<Value>, Fault> {
    let is_python = |value: &Value| {
        class::overrides(heap, *value, NAMES.iter) || class::overrides(heap, *value, NAMES.getitem)
    };
    if values.iter().any(is_python) {
        return Err(Fault::NeedsPython);
    }
    let mut iterators = Vec::with_capacity(values.len());
    for value in values {
        if let Some(iterator) = operators::iterator_over(heap, *value)? {
            iterators.push(iterator);
            continue;
        }
        iterators.into_iter().for_each(|iterator| heap.release(iterator));
        let name = type_name(heap, *value);
        return raise(
            ExceptionKind::TypeError,
            format!("'{name}' object is not iterable"),
        );
    }
    Ok(iterators)
}

fn enumerate(heap: &mut Heap, args: &Args) -> Result<Value, Fault> {
    if let Some((name, _)) = args
        .keywords
        .iter()
        .find(|(name, _)| !matches!(&**name, "iterable" | "start"))
    {
        return raise(
            ExceptionKind::TypeError,
            format!("'{name}' is an invalid keyword argument for enumerate()"),
        );
    }
    let [iterable, start] = args.bind("enumerate", ["iterable", "start"])?;
    if !iterable.is_bound() {
        return raise(
            ExceptionKind::TypeError,
            "enumerate() missing required argument 'iterable'",
        );
    }
    let count = match start.bound() {
        None => Value::Int(0),
        Some(start) if class::overrides(heap, start, NAMES.index) => {
            return Err(Fault::NeedsPython);
        }
        Some(start) => match number(heap, start) {
            Some(Number::Int(start)) => operators::from_int(heap, start)?,
            _ => {
                let name = type_name(heap, start);
                let message = format!("'{name}' object cannot be interpreted as an integer");
                return raise(ExceptionKind::TypeError, message);
            }
        },
    };
    let sources = iterators(heap, &[iterable])?;
    operators::new_lazy(heap, Type::Enumerate, Value::Unbound, sources, count, false)
}

fn zip(heap: &mut Heap, args: &Args) -> Result<Value, Fault> {
    let mut strict = false;
    for (name, value) in &args.keywords {
        if &**name != "strict" {
            return raise(
                ExceptionKind::TypeError,
                format!("'{name}' is an invalid keyword argument for zip()"),
            );
        }
        strict = operators::truth(heap, *value)?;
    }
    let sources = iterators(heap, args.positional)?;
    operators::new_lazy(heap, Type::Zip, Value::Unbound, sources, Value::Unbound, strict)
}

fn map_or_filter(ty: Type, heap: &mut Heap, args: &Args) -> Result<Value, Fault> {
    if !args.keywords.is_empty() {
        return raise(
            ExceptionKind::TypeError,
            format!("{}() takes no keyword arguments", ty.name()),
        );
    }
    match (ty, args.positional) {
        (Type::Map, [] | [_]) => {
            return raise(
                ExceptionKind::TypeError,
                "map() must have at least two arguments.",
            );
        }
        (Type::Map, _) | (_, [_, _]) => {}
        (_, given) => {
            let message = format!("filter expected 2 arguments, got {}", given.len());
            return raise(ExceptionKind::TypeError, message);
        }
    }
    let sources = iterators(heap, &args.positional[1..])?;
    let function = heap.retain(args.positional[0]);
    operators::new_lazy(heap, ty, function, sources, Value::Unbound, false)
}

fn reversed(heap: &mut Heap, args: &Args) -> Result<Value, Fault> {
    let sequence = match (args.positional, args.keywords.as_slice()) {
        ([sequence], []) => *sequence,
        (_, []) => {
            let message = format!("reversed expected 1 argument, got {}", args.positional.len());
            return raise(ExceptionKind::TypeError, message);
        }
        _ => return raise(ExceptionKind::TypeError, "reversed() takes no keyword arguments"),
    };
    let says = |name: &str| class::overrides(heap, sequence, Symbol::of(name));
    if ["__reversed__", "__getitem__", "__len__"].into_iter().any(says) {
        return Err(Fault::NeedsPython);
    }
    match operators::reversed_over(heap, sequence)? {
        Some(iterator) => Ok(iterator),
        None => {
            let name = type_name(heap, sequence);
            raise(
                ExceptionKind::TypeError,
                format!("'{name}' object is not reversible"),
            )
        }
    }
}

/// `list.__reversed__()` and its kin.
pub(super) fn reversed_of_base(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (sequence, []) = args.method("__reversed__")?;
    match operators::reversed_over(&mut context.shared.heap, sequence)? {
        Some(iterator) => Ok(Flow::Return(iterator)),
        None => Ok(Flow::Return(Value::NotImplemented)),
    }
}

/// `iterator.__next__()` of a lazy iterator.
pub(super) fn advance(context: &mut Context, id: ObjectId) -> Result<Flow, Fault> {
    match operators::advance(&mut context.shared.heap, id) {
        Ok(Advance::Item(item)) => Ok(Flow::Return(item)),
        Ok(Advance::Call(function, args)) => Ok(Flow::Call(function, args)),
        Ok(Advance::End) => raise(ExceptionKind::StopIteration, ""),
        Err(Fault::NeedsPython) => {
            let function = crate::library::core(operators::lazy_fallback(&context.shared.heap, id));
            Ok(Flow::Call(
                function,
                vec![context.shared.heap.retain(Value::Object(id))],
            ))
        }
        Err(fault) => Err(fault),
    }
}

fn lazy_of(heap: &Heap, value: Value) -> Result<&Arc<Lazy>, Fault> {
    match heap.object(value) {
        Some(Object::Lazy(lazy)) => Ok(lazy),
        _ => raise(ExceptionKind::TypeError, "a lazy iterator is required"),
    }
}

/// `new_lazy(type, function, sources, count, strict)`: the sources are iterators already, or what the type asks.
pub(super) fn new_lazy(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [ty, function, sources, count, strict] = args.exactly("new_lazy")?;
    let heap = &mut context.shared.heap;
    let ty = match operators::as_str(heap, ty) {
        Some(name) => Type::ALL
            .into_iter()
            .find(|ty| ty.is_iterator() && ty.name() == name),
        None => None,
    };
    let Some(ty) = ty else {
        return raise(ExceptionKind::TypeError, "an iterator's type is required");
    };
    let sources = operators::as_items(heap, sources).unwrap_or_default().to_vec();
    heap.retain_all(&sources);
    heap.retain_all(&[function, count]);
    let strict = operators::truth(heap, strict)?;
    operators::new_lazy(heap, ty, function, sources, count, strict).map(Flow::Return)
}

/// `lazy_parts(iterator)`: its function, its sources, its count, and whether it is strict.
pub(super) fn parts(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [iterator] = args.exactly("lazy_parts")?;
    let heap = &mut context.shared.heap;
    let lazy = lazy_of(heap, iterator)?.clone();
    heap.retain_all(&lazy.sources);
    let sources = heap.tuple(lazy.sources.clone())?;
    let [function, count] = [lazy.function, lazy.count].map(|value| value.bound().unwrap_or(Value::None));
    heap.retain_all(&[function, count]);
    Ok(Flow::Return(heap.tuple(vec![
        function,
        sources,
        count,
        Value::bool(lazy.strict),
    ])?))
}

/// `lazy_set_count(iterator, count)`
pub(super) fn set_count(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [iterator, count] = args.exactly("lazy_set_count")?;
    let heap = &mut context.shared.heap;
    lazy_of(heap, iterator)?;
    heap.retain(count);
    if let Some(id) = iterator.id()
        && let Object::Lazy(lazy) = heap.get_mut(id)
    {
        let old = std::mem::replace(&mut Arc::make_mut(lazy).count, count);
        heap.release(old);
    }
    Ok(Flow::Return(Value::None))
}
