//! `_weakref.ref`: references that keep nothing alive.

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::{Object, WeakRef};
use crate::value::Value;

/// `ref(object[, callback])`
pub(super) fn new(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let (target, callback) = match args.positional {
        [target] => (*target, Value::None),
        [target, callback] => (*target, *callback),
        _ => return raise(ExceptionKind::TypeError, "__new__ expected 1 or 2 arguments"),
    };
    let heap = &mut context.shared.heap;
    let callback = if matches!(callback, Value::None) {
        Value::Unbound
    } else {
        callback
    };
    let can_be_referred_to = match heap.object(target) {
        Some(object) => matches!(
            object,
            Object::Instance(_)
                | Object::Exception(_)
                | Object::Function(_)
                | Object::Method { .. }
                | Object::Class(_)
                | Object::Generator(_)
                | Object::Set(_)
                | Object::FrozenSet(_)
                | Object::Lock(_)
                | Object::RLock(_)
        ),
        // What is no object is there for ever.
        None => matches!(
            target,
            Value::Native(_)
                | Value::Function(_)
                | Value::Type(_)
                | Value::ExceptionType(_)
                | Value::Class(_)
                | Value::Module(_)
        ),
    };
    if !can_be_referred_to {
        let message = format!(
            "cannot create weak reference to '{}' object",
            type_name(heap, target)
        );
        return raise(ExceptionKind::TypeError, message);
    }
    Ok(match target.id() {
        Some(id) => heap.weak_reference(id, callback)?,
        None => heap.allocate(Object::WeakRef(WeakRef {
            target,
            callback: Value::Unbound,
        }))?,
    })
}

fn reference(context: &Context, args: &Args) -> Option<WeakRef> {
    match context.shared.heap.object(*args.positional.first()?) {
        Some(Object::WeakRef(reference)) => Some(*reference),
        _ => None,
    }
}

/// `reference()`: what it refers to, or `None` once that has gone.
pub(super) fn call(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, []) = args.method("__call__")?;
    let target = reference(context, args)
        .and_then(|reference| reference.target.bound())
        .unwrap_or(Value::None);
    Ok(Flow::Return(context.shared.heap.retain(target)))
}

/// `weak_callback(reference)`: what is to be called with it once what it referred to has gone.
pub(super) fn callback(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let callback = reference(context, args)
        .and_then(|reference| reference.callback.bound())
        .unwrap_or(Value::None);
    Ok(Flow::Return(context.shared.heap.retain(callback)))
}
