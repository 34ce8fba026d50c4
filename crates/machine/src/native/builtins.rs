//! Builtin functions and the types that can be called.

use std::cmp::Ordering;

use trace::Stream;

use crate::exception::ExceptionKind;
use crate::fiber::Wait;
use crate::int::Int;
use crate::native::{Args, Context, Fault, Flow, Type, raise, threading};
use crate::object::{Object, Range};
use crate::operators::{self, Number, as_str, number, type_name};
use crate::text;
use crate::value::Value;
use syntax::tree::BinaryOp;

/// `abs(x)`
pub(super) fn abs(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("abs")?;
    let heap = &mut context.shared.heap;
    let value = match number(heap, value) {
        Some(Number::Int(value)) => operators::from_int(heap, value.abs())?,
        Some(Number::Float(value)) => Value::Float(value.abs()),
        None => {
            let name = type_name(heap, value);
            return raise(
                ExceptionKind::TypeError,
                format!("bad operand type for abs(): '{name}'"),
            );
        }
    };
    Ok(Flow::Return(value))
}

/// `len(x)`
pub(super) fn len(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("len")?;
    let heap = &context.shared.heap;
    let length = match heap.object(value) {
        Some(Object::Str(text)) => text.chars().count(),
        Some(Object::List(items) | Object::Tuple(items)) => items.len(),
        Some(Object::Range(range)) => range.len() as usize,
        _ => {
            let name = type_name(heap, value);
            return raise(
                ExceptionKind::TypeError,
                format!("object of type '{name}' has no len()"),
            );
        }
    };
    Ok(Flow::Return(Value::Int(length as i64)))
}

/// `max(a, b, …)`, `max(iterable)`
pub(super) fn max(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    extreme(context, args, "max", Ordering::Greater)
}

/// `min(a, b, …)`, `min(iterable)`
pub(super) fn min(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    extreme(context, args, "min", Ordering::Less)
}

fn extreme(context: &mut Context, args: &Args, name: &str, wanted: Ordering) -> Result<Flow, Fault> {
    if let Some((keyword, _)) = args.keywords.first() {
        let message = format!("{name}({keyword}=...) is not supported here");
        return raise(ExceptionKind::TypeError, message);
    }
    let heap = &mut context.shared.heap;
    let items = match args.positional {
        [] => {
            return raise(
                ExceptionKind::TypeError,
                format!("{name} expected at least 1 argument, got 0"),
            );
        }
        [iterable] => iterated(heap, *iterable)?,
        several => {
            heap.retain_all(several);
            several.to_vec()
        }
    };
    let sign = if wanted == Ordering::Less { "<" } else { ">" };
    let mut best = Ok(None);
    for item in &items {
        best = match best {
            Ok(Some(so_far)) => operators::order(heap, *item, so_far, sign, 0)
                .map(|ordering| Some(if ordering == Some(wanted) { *item } else { so_far })),
            Ok(None) => Ok(Some(*item)),
            failed => failed,
        };
    }
    if let Ok(Some(best)) = best {
        heap.retain(best);
    }
    items.iter().for_each(|item| heap.release(*item));
    match best? {
        Some(best) => Ok(Flow::Return(best)),
        None => raise(
            ExceptionKind::ValueError,
            format!("{name}() arg is an empty sequence"),
        ),
    }
}

/// The items of an iterable, each a new reference.
pub(super) fn iterated(heap: &mut crate::heap::Heap, value: Value) -> Result<Vec<Value>, Fault> {
    match operators::collect(heap, value)? {
        Some(items) => Ok(items),
        None => {
            let name = type_name(heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("'{name}' object is not iterable"),
            )
        }
    }
}

/// `print(*values, sep=' ', end='\n', flush=False)`
///
/// On a terminal CPython's `sys.stdout` gathers text until a line ends; with `python3 -u` each value, separator and
/// line end is a write of its own (`Modules/_io/textio.c`, `write_through`).
pub(super) fn print(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let mut sep = Value::None;
    let mut end = Value::None;
    let mut flush = false;
    for (name, value) in &args.keywords {
        match *name {
            "sep" => sep = *value,
            "end" => end = *value,
            "flush" => flush = operators::truth(&context.shared.heap, *value),
            "file" => return raise(ExceptionKind::TypeError, "print(file=...) is not supported here"),
            _ => {
                let message = format!("'{name}' is an invalid keyword argument for print()");
                return raise(ExceptionKind::TypeError, message);
            }
        }
    }
    let sep = print_option(context, "sep", sep, " ")?;
    let end = print_option(context, "end", end, "\n")?;
    let mut pieces = Vec::new();
    let mut length = 0;
    for (index, value) in args.positional.iter().enumerate() {
        if index > 0 {
            pieces.push(sep.clone());
        }
        let text = operators::text_of(&context.shared.heap, *value)?;
        length += text.len() + sep.len();
        context.shared.heap.has_room(length as u64)?;
        pieces.push(text);
    }
    pieces.push(end);
    if context.shared.unbuffered {
        pieces.retain(|piece| !piece.is_empty());
        return Ok(if pieces.is_empty() {
            Flow::Return(Value::None)
        } else {
            Flow::Wait(Wait::Write(pieces, Stream::Out))
        });
    }
    let text = pieces.concat();
    let ends_line = text.contains(['\n', '\r']);
    context
        .shared
        .heap
        .has_room((context.shared.line.len() + text.len()) as u64)?;
    context.shared.line.push_str(&text);
    if (ends_line || flush) && !context.shared.line.is_empty() {
        let line = std::mem::take(&mut context.shared.line);
        return Ok(Flow::Wait(Wait::Write(vec![line], Stream::Out)));
    }
    Ok(Flow::Return(Value::None))
}

fn print_option(context: &Context, name: &str, value: Value, default: &str) -> Result<String, Fault> {
    let heap = &context.shared.heap;
    match (value, as_str(heap, value)) {
        (Value::None, _) => Ok(default.to_owned()),
        (_, Some(text)) => Ok(text.to_owned()),
        _ => {
            let ty = type_name(heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("{name} must be None or a string, not {ty}"),
            )
        }
    }
}

/// `repr(x)`
pub(super) fn repr(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("repr")?;
    let text = operators::repr_of(&context.shared.heap, value)?;
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `sum(iterable, start=0)`
pub(super) fn sum(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [iterable, start] = args.bind("sum", ["iterable", "start"])?;
    let heap = &mut context.shared.heap;
    if as_str(heap, start).is_some() {
        return raise(
            ExceptionKind::TypeError,
            "sum() can't sum strings [use ''.join(seq) instead]",
        );
    }
    let items = iterated(heap, iterable)?;
    let mut total = Ok(if start.is_bound() {
        heap.retain(start)
    } else {
        Value::Int(0)
    });
    for item in items {
        if let Ok(so_far) = total {
            total = operators::binary(heap, BinaryOp::Add, false, so_far, item);
            heap.release(so_far);
        }
        heap.release(item);
    }
    total.map(Flow::Return)
}

/// Calls a type.
pub(crate) fn construct(ty: Type, context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let value = match ty {
        Type::Lock => threading::new_lock(context, args)?,
        Type::Thread => threading::new_thread(context, args)?,
        Type::Bool => {
            let [value] = args.bind("bool", ["x"])?;
            Value::Bool(value.is_bound() && operators::truth(&context.shared.heap, value))
        }
        Type::Float => float(context, args)?,
        Type::Int => int(context, args)?,
        Type::Str => {
            let [value] = args.bind("str", ["object"])?;
            let text = if value.is_bound() {
                operators::text_of(&context.shared.heap, value)?
            } else {
                String::new()
            };
            context.shared.heap.string(&text)?
        }
        Type::List | Type::Tuple => {
            let items = match args.positional {
                [] => Vec::new(),
                [iterable] => iterated(&mut context.shared.heap, *iterable)?,
                many => {
                    let message = format!("{} expected at most 1 argument, got {}", ty.name(), many.len());
                    return raise(ExceptionKind::TypeError, message);
                }
            };
            let heap = &mut context.shared.heap;
            if ty == Type::List {
                heap.list(items)?
            } else {
                heap.tuple(items)?
            }
        }
        Type::Range => range(context, args)?,
        _ => {
            return raise(
                ExceptionKind::TypeError,
                format!("cannot create '{}' instances", ty.name()),
            );
        }
    };
    Ok(Flow::Return(value))
}

fn float(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let [value] = args.bind("float", ["x"])?;
    if !value.is_bound() {
        return Ok(Value::Float(0.0));
    }
    let heap = &context.shared.heap;
    if let Some(written) = as_str(heap, value) {
        return Ok(Value::Float(text::parse_float(written)?));
    }
    match number(heap, value) {
        Some(Number::Float(value)) => Ok(Value::Float(value)),
        Some(Number::Int(value)) => Ok(Value::Float(value.to_f64()?)),
        None => {
            let name = type_name(heap, value);
            let message = format!("float() argument must be a string or a real number, not '{name}'");
            raise(ExceptionKind::TypeError, message)
        }
    }
}

fn int(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let [value, base] = args.bind("int", ["x", "base"])?;
    if !value.is_bound() {
        return Ok(Value::Int(0));
    }
    let heap = &mut context.shared.heap;
    if let Some(written) = as_str(heap, value) {
        let base = match number(heap, base_or_ten(base)) {
            Some(Number::Int(base)) => base.to_i64().unwrap_or(i64::MAX),
            _ => {
                let name = type_name(heap, base);
                let message = format!("'{name}' object cannot be interpreted as an integer");
                return raise(ExceptionKind::TypeError, message);
            }
        };
        let value = text::parse_int(written, base)?;
        return Ok(operators::from_int(heap, value)?);
    }
    if base.is_bound() {
        return raise(
            ExceptionKind::TypeError,
            "int() can't convert non-string with explicit base",
        );
    }
    let value = match number(heap, value) {
        Some(Number::Int(value)) => value,
        Some(Number::Float(value)) => Int::from_f64(value)?,
        None => {
            let name = type_name(heap, value);
            let message = format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
            );
            return raise(ExceptionKind::TypeError, message);
        }
    };
    Ok(operators::from_int(heap, value)?)
}

fn base_or_ten(base: Value) -> Value {
    if base.is_bound() { base } else { Value::Int(10) }
}

fn range(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let heap = &mut context.shared.heap;
    if !args.keywords.is_empty() {
        return raise(ExceptionKind::TypeError, "range() takes no keyword arguments");
    }
    let mut bounds = Vec::new();
    for value in args.positional {
        match number(heap, *value) {
            Some(Number::Int(value)) => match value.to_i64() {
                Some(value) => bounds.push(value),
                None => {
                    return raise(
                        ExceptionKind::OverflowError,
                        "range() beyond 64 bits is not supported here",
                    );
                }
            },
            _ => {
                let name = type_name(heap, *value);
                let message = format!("'{name}' object cannot be interpreted as an integer");
                return raise(ExceptionKind::TypeError, message);
            }
        }
    }
    let (start, stop, step) = match bounds.as_slice() {
        [stop] => (0, *stop, 1),
        [start, stop] => (*start, *stop, 1),
        [start, stop, step] => (*start, *stop, *step),
        [] => {
            return raise(
                ExceptionKind::TypeError,
                "range expected at least 1 argument, got 0",
            );
        }
        many => {
            let message = format!("range expected at most 3 arguments, got {}", many.len());
            return raise(ExceptionKind::TypeError, message);
        }
    };
    if step == 0 {
        return raise(ExceptionKind::ValueError, "range() arg 3 must not be zero");
    }
    Ok(heap.allocate(Object::Range(triomphe::Arc::new(Range { start, stop, step })))?)
}
