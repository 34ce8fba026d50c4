//! Methods of exceptions.

use crate::exception::{ExceptionKind, as_exception_mut};
use crate::heap::Heap;
use crate::native::{Args, Context, Fault, Flow, Native, raise};
use crate::object::Object;
use crate::value::Value;

/// The method of that name that a builtin exception has beside those of `BaseException`.
pub(crate) fn exception_method(kind: ExceptionKind, name: &str) -> Option<Native> {
    if kind != ExceptionKind::BaseException {
        return None;
    }
    super::Type::Exception.method(name)
}

/// `exception.with_traceback(traceback)`: tracebacks are kept by the machine, so that nothing changes.
pub(super) fn with_traceback(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (exception, [traceback]) = args.method("with_traceback")?;
    check_traceback(&context.shared.heap, traceback)?;
    Ok(Flow::Return(context.shared.heap.retain(exception)))
}

/// `exception.add_note(text)`: the core keeps the list.
pub(super) fn add_note(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    context.shared.heap.retain_all(args.positional);
    Ok(Flow::Call(
        crate::library::core("add_note"),
        args.positional.to_vec(),
    ))
}

/// `BaseException.__init__(self, *args)`
pub(super) fn init(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (exception, rest) = (args.positional[0], &args.positional[1..]);
    let heap = &mut context.shared.heap;
    heap.retain_all(rest);
    let args = heap.tuple(rest.to_vec())?;
    let Some(object) = as_exception_mut(heap, exception) else {
        return raise(ExceptionKind::TypeError, "an exception is needed");
    };
    let old = std::mem::replace(&mut object.args, args);
    heap.release(old);
    Ok(Flow::Return(Value::None))
}

/// `set_cause(exception, cause)`: `raise … from …` without raising.
pub(super) fn set_cause(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [exception, cause] = args.exactly("set_cause")?;
    let heap = &mut context.shared.heap;
    let cause = if matches!(cause, Value::None) {
        Value::Unbound
    } else {
        heap.retain(cause)
    };
    if let Some(object) = as_exception_mut(heap, exception) {
        let old = std::mem::replace(&mut object.cause, cause);
        object.suppress_context = true;
        heap.release(old);
    }
    Ok(Flow::Return(Value::None))
}

/// Whether a value may be an exception's `__traceback__`.
pub(super) fn check_traceback(heap: &Heap, value: Value) -> Result<(), Fault> {
    match heap.object(value) {
        Some(Object::Traceback(_)) => Ok(()),
        _ if matches!(value, Value::None) => Ok(()),
        _ => raise(
            ExceptionKind::TypeError,
            "__traceback__ must be a traceback or None",
        ),
    }
}
