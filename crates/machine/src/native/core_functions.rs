//! What the library may ask of the machine: functions of the hidden module `_interleave`.

use trace::{EventKind, Stream};

use crate::class::{self, Found};
use crate::exception::{ExceptionKind, as_exception, frames};
use crate::fiber::handled_in;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::operators::{self, as_str};
use crate::symbol::Symbol;
use crate::value::Value;

/// `write(stream, text)`: to standard output (1), a line at a time on a terminal, or to standard error (2).
pub(super) fn write(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [stream, text] = args.exactly("write")?;
    let Some(text) = as_str(&context.shared.heap, text).map(str::to_owned) else {
        let name = class::type_name(&context.shared.heap, text);
        return raise(
            ExceptionKind::TypeError,
            format!("write() argument must be str, not {name}"),
        );
    };
    if matches!(stream, Value::Int(2)) {
        if text.is_empty() {
            return Ok(Flow::Return(Value::None));
        }
        return super::builtins::write_to(context, vec![text], Stream::Err);
    }
    super::builtins::write_out(context, vec![text], false)
}

/// `flush()`: what was printed of a line that has not ended comes out.
pub(super) fn flush(context: &mut Context, _: &Args) -> Result<Flow, Fault> {
    let line = std::mem::take(&mut context.shared.line);
    if line.is_empty() {
        return Ok(Flow::Return(Value::None));
    }
    super::builtins::write_to(context, vec![line], Stream::Out)
}

/// `exit_process(status)`: the process ends at once.
pub(super) fn exit_process(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [status] = args.exactly("exit_process")?;
    match operators::number(&context.shared.heap, status) {
        Some(operators::Number::Int(status)) => {
            Ok(Flow::ExitProcess(status.to_i64().unwrap_or(1) as i32 & 0xff))
        }
        _ => raise(ExceptionKind::TypeError, "an integer is required"),
    }
}

/// `find_special(value, name)`: the function that the value's class has under a name, or `None`.
pub(super) fn find_special(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value, name] = args.exactly("find_special")?;
    let Some(name) = as_str(&context.shared.heap, name).map(str::to_owned) else {
        return Ok(Flow::Return(Value::None));
    };
    // What is no symbol yet no class of the program or the library has.
    let found = Symbol::known(&name).and_then(|name| class::special(context.shared, value, name));
    let function = match found {
        Some(Found::Value(value)) => value,
        Some(Found::Method(code) | Found::StaticMethod(code) | Found::ClassMethod(code)) => {
            Value::Function(code)
        }
        Some(Found::Native(native)) => Value::Native(native),
        Some(Found::Property { .. }) | None => {
            let base = operators::unwrap(&context.shared.heap, value);
            let ty = operators::type_of(&context.shared.heap, base);
            ty.method(&name).map_or(Value::None, Value::Native)
        }
    };
    Ok(Flow::Return(context.shared.heap.retain(function)))
}

/// `type_name(value)`
pub(super) fn type_name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("type_name")?;
    let name = class::type_name(&context.shared.heap, value).to_owned();
    Ok(Flow::Return(context.shared.heap.string(&name)?))
}

/// `builtin_binary(name, left, right)`: what builtin types do for an operator's method, or `NotImplemented`.
pub(super) fn builtin_binary(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [name, left, right] = args.exactly("builtin_binary")?;
    let heap = &mut context.shared.heap;
    let Some((op, reflected)) = as_str(heap, name).and_then(operators::operator_named) else {
        return Ok(Flow::Return(Value::NotImplemented));
    };
    let in_place = as_str(heap, name).is_some_and(|name| name == operators::names_of(op).in_place);
    let (left, right) = if reflected { (right, left) } else { (left, right) };
    let (left, right) = (operators::unwrap(heap, left), operators::unwrap(heap, right));
    let value = operators::builtin_binary(heap, op, in_place, left, right)?;
    Ok(Flow::Return(value.unwrap_or(Value::NotImplemented)))
}

/// `builtin_compare(name, left, right)`: what builtin types do for a comparison's method, or `NotImplemented`.
pub(super) fn builtin_compare(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    use syntax::tree::CompareOp;
    let [name, left, right] = args.exactly("builtin_compare")?;
    let heap = &context.shared.heap;
    let op = match as_str(heap, name) {
        Some("__eq__") => CompareOp::Eq,
        Some("__ne__") => CompareOp::NotEq,
        Some("__lt__") => CompareOp::Lt,
        Some("__le__") => CompareOp::LtE,
        Some("__gt__") => CompareOp::Gt,
        _ => CompareOp::GtE,
    };
    let (left, right) = (operators::unwrap(heap, left), operators::unwrap(heap, right));
    match operators::compare(heap, op, left, right) {
        Ok(value) => Ok(Flow::Return(Value::bool(value))),
        Err(Fault::Raise(ExceptionKind::TypeError, _)) => Ok(Flow::Return(Value::NotImplemented)),
        Err(fault) => Err(fault),
    }
}

/// `builtin_hash(value)`: the hash that the value has without its class's `__hash__`.
pub(super) fn builtin_hash(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("builtin_hash")?;
    let base = operators::unwrap(&context.shared.heap, value);
    Ok(Flow::Return(Value::Int(operators::hash(
        &context.shared.heap,
        base,
    )?)))
}

/// `builtin_repr(value)`: the text that the value has without its class's `__repr__`.
pub(super) fn builtin_repr(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("builtin_repr")?;
    let text = operators::plain_repr(context.shared, context.program, value)?;
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `base_of(value)`: the builtin value that an instance carries, or the value itself.
pub(super) fn base_of(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("base_of")?;
    let base = operators::unwrap(&context.shared.heap, value);
    Ok(Flow::Return(context.shared.heap.retain(base)))
}

/// `identity(value)`: `id(value)`, or a hash of it.
pub(super) fn identity(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("identity")?;
    Ok(Flow::Return(Value::Int(operators::identity(value) as i64)))
}

/// `format_text(value, spec)`: `format` of builtin values.
pub(super) fn format_text(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value, spec] = args.exactly("format_text")?;
    let heap = &context.shared.heap;
    let base = operators::unwrap(heap, value);
    let spec = as_str(heap, spec).unwrap_or_default().to_owned();
    let text = super::format(heap, base, &spec)?;
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `format_traceback(exception)`: the lines of the calls that it left.
pub(super) fn format_traceback(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("format_traceback")?;
    let text = match (
        as_exception(&context.shared.heap, value),
        context.shared.heap.object(value),
    ) {
        (Some(exception), _) => frames(context.program, &exception.traceback, true),
        (None, Some(crate::object::Object::Traceback(calls))) => frames(context.program, calls, true),
        _ => String::new(),
    };
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `handled()`: the exception that is being handled, or `None`.
pub(super) fn handled(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("handled")?;
    let handled = handled_in(context.handled, context.frames, context.stack);
    let handled = handled.bound().unwrap_or(Value::None);
    Ok(Flow::Return(context.shared.heap.retain(handled)))
}

/// `ascii_text(text)`
pub(super) fn ascii_text(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [text] = args.exactly("ascii_text")?;
    let text = crate::text::ascii(as_str(&context.shared.heap, text).unwrap_or_default());
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `function_text(function)`: its qualified name.
pub(super) fn function_text(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [function] = args.exactly("function_text")?;
    let text = operators::function_name(context.shared, context.program, function);
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// Notes that an exception ended a thread, for the page.
pub(super) fn tell_raised(context: &mut Context, message: String) {
    context.shared.tell(EventKind::Raised { message });
}

/// `is_python_class(class)`: whether it is a class of the program or the library.
pub(super) fn is_python_class(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [class] = args.exactly("is_python_class")?;
    let answer = matches!(class, Value::Class(_)) || class::as_class(&context.shared.heap, class).is_some();
    Ok(Flow::Return(Value::bool(answer)))
}

/// `run_exit_functions()`: what is to be done when the program's own code has ended: its threads are waited for, then the
/// functions of `atexit` run.
pub(super) fn run_exit_functions(context: &mut Context, _: &Args) -> Result<Flow, Fault> {
    let wanted = [("threading", "_shutdown"), ("atexit", "_run_exitfuncs")];
    let functions = wanted.into_iter().filter_map(|(module, name)| {
        let id = crate::library::named(module).filter(|id| context.program.modules.contains(id))?;
        crate::library::static_value(id, name)
    });
    let functions: Vec<Value> = functions.collect();
    let functions = context.shared.heap.tuple(functions)?;
    Ok(Flow::Call(crate::library::core("call_all"), vec![functions]))
}

/// `clear_globals()`: at the end of a program its variables go, those with one underscore before the others
/// (`_PyModule_ClearDict` in `Objects/moduleobject.c`); then what only refers to itself (`finalize_modules` in
/// `Python/pylifecycle.c`).
pub(super) fn clear_globals(context: &mut Context, _: &Args) -> Result<Flow, Fault> {
    context.shared.finalising = true;
    let is_private = |name: &str| name.starts_with('_') && !name.starts_with("__");
    for private in [true, false] {
        for (slot, global) in context.program.unit.globals.iter().enumerate() {
            if is_private(&global.name) != private || global.name == "__builtins__" {
                continue;
            }
            let variable = &mut context.shared.main.globals[slot];
            if variable.is_bound() {
                let old = std::mem::replace(variable, Value::None);
                context.shared.heap.release(old);
            }
        }
    }
    Ok(Flow::Collect)
}
