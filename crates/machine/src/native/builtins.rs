//! Builtin functions.

use std::cmp::Ordering;

use trace::Stream;

use triomphe::Arc;

use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::fiber::Wait;
use crate::heap::Heap;
use crate::native::settle::settle;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{self, Number, as_str, number, plain};
use crate::shared::Shared;
use crate::symbol::{NAMES, Symbol};
use crate::value::Value;
use syntax::tree::{BinaryOp, CompareOp};

/// `abs(x)`
pub(super) fn abs(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("abs")?;
    let heap = &mut context.shared.heap;
    let value = plain(heap, value, Symbol::of("__abs__"))?;
    let value = match number(heap, value) {
        Some(Number::Int(value)) => operators::from_int(heap, value.abs())?,
        Some(Number::Float(value)) => Value::float(value.abs()),
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
    Ok(Flow::Return(Value::Int(operators::length(
        &context.shared.heap,
        value,
    )?)))
}

/// `callable(x)`
pub(super) fn callable(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("callable")?;
    Ok(Flow::Return(Value::bool(is_callable(context.shared, value))))
}

/// Whether a value may be called.
pub(super) fn is_callable(shared: &Shared, value: Value) -> bool {
    let heap = &shared.heap;
    let is_function = matches!(value, Value::Native(_) | Value::Function(_))
        || matches!(
            heap.object(value),
            Some(Object::Function(_) | Object::Method { .. } | Object::WeakRef(_))
        );
    is_function || class::is_class(heap, value) || class::special(shared, value, NAMES.call).is_some()
}

/// `chr(i)`
pub(super) fn chr(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("chr")?;
    let heap = &mut context.shared.heap;
    let Some(Number::Int(code)) = number(heap, value) else {
        let name = type_name(heap, value);
        return raise(
            ExceptionKind::TypeError,
            format!("'{name}' object cannot be interpreted as an integer"),
        );
    };
    let character = code
        .to_i64()
        .and_then(|code| u32::try_from(code).ok())
        .and_then(char::from_u32);
    match character {
        Some(character) => Ok(Flow::Return(heap.string(character.encode_utf8(&mut [0; 4]))?)),
        None => raise(ExceptionKind::ValueError, "chr() arg not in range(0x110000)"),
    }
}

/// `ord(c)`
pub(super) fn ord(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("ord")?;
    let heap = &context.shared.heap;
    if let Some(text) = as_str(heap, value) {
        let mut characters = text.chars();
        return match (characters.next(), characters.next()) {
            (Some(character), None) => Ok(Flow::Return(Value::Int(i64::from(u32::from(character))))),
            _ => {
                let length = text.chars().count();
                let message = format!("ord() expected a character, but string of length {length} found");
                raise(ExceptionKind::TypeError, message)
            }
        };
    }
    if let Some([byte]) = operators::as_bytes(heap, value) {
        return Ok(Flow::Return(Value::Int(i64::from(*byte))));
    }
    if let Some(bytes) = operators::as_bytes(heap, value) {
        let message = format!(
            "ord() expected a character, but string of length {} found",
            bytes.len()
        );
        return raise(ExceptionKind::TypeError, message);
    }
    let name = type_name(heap, value);
    raise(
        ExceptionKind::TypeError,
        format!("ord() expected string of length 1, but {name} found"),
    )
}

/// `hash(x)`
pub(super) fn hash(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("hash")?;
    Ok(Flow::Return(Value::Int(operators::hash(
        &context.shared.heap,
        value,
    )?)))
}

/// `id(x)`
pub(super) fn id(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("id")?;
    Ok(Flow::Return(Value::Int(operators::identity(value) as i64)))
}

/// `format(x, spec='')`
pub(super) fn format(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if !args.keywords.is_empty() {
        return raise(ExceptionKind::TypeError, "format() takes no keyword arguments");
    }
    let heap = &context.shared.heap;
    let (value, spec) = match args.positional {
        [value] => (*value, String::new()),
        [value, spec] => match as_str(heap, *spec) {
            Some(spec) => (*value, spec.to_owned()),
            None => {
                let name = super::arguments::given_type(heap, *spec);
                return raise(
                    ExceptionKind::TypeError,
                    format!("format() argument 2 must be str, not {name}"),
                );
            }
        },
        many => {
            let bound = if many.is_empty() {
                "least 1 argument"
            } else {
                "most 2 arguments"
            };
            return raise(
                ExceptionKind::TypeError,
                format!("format expected at {bound}, got {}", many.len()),
            );
        }
    };
    let text = super::format(heap, value, &spec)?;
    Ok(Flow::Return(context.shared.heap.string(&text)?))
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
    let mut default = None;
    let mut has_key = false;
    for (option, value) in &args.keywords {
        match &**option {
            "key" => has_key = !matches!(value, Value::None),
            "default" => default = Some(*value),
            _ => {
                let message = format!("'{option}' is an invalid keyword argument for {name}()");
                return raise(ExceptionKind::TypeError, message);
            }
        }
    }
    match args.positional {
        [] => {
            return raise(
                ExceptionKind::TypeError,
                format!("{name} expected at least 1 argument, got 0"),
            );
        }
        [_, _, ..] if default.is_some() => {
            let message = format!("Cannot specify a default for {name}() with multiple positional arguments");
            return raise(ExceptionKind::TypeError, message);
        }
        _ => {}
    }
    let core = if wanted == Ordering::Less { "min_" } else { "max_" };
    if has_key {
        return to_core(context, core, args);
    }
    if args.positional.len() > 1 {
        return match best_of(&context.shared.heap, args.positional, wanted) {
            Ok(best) => Ok(Flow::Return(
                context.shared.heap.retain(best.unwrap_or(Value::None)),
            )),
            Err(Fault::NeedsPython) => to_core(context, core, args),
            Err(fault) => Err(fault),
        };
    }
    settle(context, args, core, |heap, values| {
        let items = iterated(heap, values[0])?;
        let best = best_of(heap, &items, wanted);
        if let Ok(Some(best)) = best {
            heap.retain(best);
        }
        items.into_iter().for_each(|item| heap.release(item));
        match (best?, default) {
            (Some(best), _) => Ok(best),
            (None, Some(default)) => Ok(heap.retain(default)),
            (None, None) => raise(
                ExceptionKind::ValueError,
                format!("{name}() arg is an empty sequence"),
            ),
        }
    })
}

/// The core does it, with the same arguments.
fn to_core(context: &mut Context, core: &str, args: &Args) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    heap.retain_all(args.positional);
    args.keywords.iter().for_each(|(_, value)| {
        heap.retain(*value);
    });
    Ok(Flow::CallWith(
        crate::library::core(core),
        args.positional.to_vec(),
        args.keywords.clone(),
    ))
}

/// The first of the least or greatest.
fn best_of(heap: &Heap, items: &[Value], wanted: Ordering) -> Result<Option<Value>, Fault> {
    let op = if wanted == Ordering::Less {
        CompareOp::Lt
    } else {
        CompareOp::Gt
    };
    let mut best = None;
    for item in items {
        match best {
            Some(so_far) if !operators::compare(heap, op, *item, so_far)? => {}
            _ => best = Some(*item),
        }
    }
    Ok(best)
}

/// The items of an iterable, each a new reference.
pub(super) fn iterated(heap: &mut Heap, value: Value) -> Result<Vec<Value>, Fault> {
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
        match &**name {
            "sep" => sep = *value,
            "end" => end = *value,
            "flush" => flush = operators::truth(&context.shared.heap, *value)?,
            "file" if matches!(value, Value::None) => {}
            "file" => return Err(Fault::NeedsPython),
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
    if context.shared.redirected {
        return Err(Fault::NeedsPython);
    }
    write_out(context, pieces, flush)
}

/// Writes to standard output.
pub(super) fn write_out(context: &mut Context, mut pieces: Vec<String>, flush: bool) -> Result<Flow, Fault> {
    if context.shared.unbuffered {
        pieces.retain(|piece| !piece.is_empty());
        return Ok(if pieces.is_empty() {
            Flow::Return(Value::None)
        } else {
            write_to(context, pieces, Stream::Out)?
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
        return write_to(context, vec![line], Stream::Out);
    }
    Ok(Flow::Return(Value::None))
}

/// Writes pieces of text to a stream: to the terminal, each by itself, or to whatever its descriptor has become.
pub(super) fn write_to(context: &mut Context, pieces: Vec<String>, stream: Stream) -> Result<Flow, Fault> {
    let descriptor = match stream {
        Stream::Out => 1,
        Stream::Err => 2,
    };
    if !context.shared.moved[descriptor - 1] {
        return Ok(Flow::Wait(Wait::Write(pieces, stream)));
    }
    let text = pieces.concat().into_bytes();
    let text = context.shared.heap.allocate(Object::Bytes(Arc::from(text)))?;
    Ok(Flow::Call(
        crate::library::core("write_to_descriptor"),
        vec![Value::Int(descriptor as i64), text],
    ))
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

/// `ascii(x)`
pub(super) fn ascii(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("ascii")?;
    let text = crate::text::ascii(&operators::repr_of(&context.shared.heap, value)?);
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `sum(iterable, start=0)`
pub(super) fn sum(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (start, rest) = match (args.positional, args.keywords.as_slice()) {
        ([_], []) => (Value::Int(0), None),
        ([_, start], []) => (*start, None),
        ([_], [(name, start)]) if &**name == "start" => (*start, None),
        ([], _) => (
            Value::Int(0),
            Some("sum() takes at least 1 positional argument (0 given)".to_owned()),
        ),
        ([_], [(name, _), ..]) => (
            Value::Int(0),
            Some(format!("'{name}' is an invalid keyword argument for sum()")),
        ),
        (many, named) => {
            let given = many.len() + named.len();
            (
                Value::Int(0),
                Some(format!("sum() takes at most 2 arguments ({given} given)")),
            )
        }
    };
    if let Some(message) = rest {
        return raise(ExceptionKind::TypeError, message);
    }
    let joined = match context.shared.heap.object(start) {
        Some(Object::Str(_)) => Some("strings [use ''.join(seq) instead]"),
        Some(Object::Bytes(_)) => Some("bytes [use b''.join(seq) instead]"),
        Some(Object::ByteArray(_)) => Some("bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(joined) = joined {
        match iterated(&mut context.shared.heap, args.positional[0]) {
            Ok(items) => items
                .into_iter()
                .for_each(|item| context.shared.heap.release(item)),
            Err(Fault::NeedsPython) => {}
            Err(fault) => return Err(fault),
        }
        return raise(ExceptionKind::TypeError, format!("sum() can't sum {joined}"));
    }
    settle(context, args, "sum_", |heap, values| {
        let items = iterated(heap, values[0])?;
        let mut total = Ok(heap.retain(start));
        for item in items {
            if let Ok(so_far) = total {
                total = operators::binary(heap, BinaryOp::Add, false, so_far, item);
                heap.release(so_far);
            }
            heap.release(item);
        }
        total
    })
}
