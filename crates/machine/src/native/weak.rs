//! `_weakref.ref`: references that keep nothing alive.

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::{Object, WeakRef};
use crate::operators;
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
    // Where the class defines its own, it is asked when the hash is needed.
    let hash = operators::hash(heap, target).unwrap_or(UNKNOWN);
    Ok(match target.id() {
        Some(id) => heap.weak_reference(id, callback, hash)?,
        None => heap.allocate(Object::WeakRef(Box::new(WeakRef {
            target,
            callback: Value::Unbound,
            hash,
        })))?,
    })
}

/// Stands for a hash that was not asked for yet.
const UNKNOWN: i64 = -1;

/// `remember_hash(reference, hash)`
pub(super) fn remember_hash(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [reference, hash] = args.exactly("remember_hash")?;
    if let (Some(id), Value::Int(hash)) = (reference.id(), hash)
        && let Object::WeakRef(reference) = context.shared.heap.get_mut(id)
    {
        reference.hash = hash;
    }
    Ok(Flow::Return(Value::None))
}

/// `getweakrefs(object)`: the references that are alive.
pub(super) fn references(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [target] = args.exactly("_weakref.getweakrefs")?;
    let heap = &mut context.shared.heap;
    let known = target.id().map(|id| heap.weak_references(id)).unwrap_or_default();
    let known: Vec<Value> = known.into_iter().map(Value::Object).collect();
    heap.retain_all(&known);
    Ok(Flow::Return(heap.list(known)?))
}

/// `getweakrefcount(object)`
pub(super) fn count(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [target] = args.exactly("_weakref.getweakrefcount")?;
    let known = target.id().map(|id| context.shared.heap.weak_references(id));
    Ok(Flow::Return(Value::Int(known.unwrap_or_default().len() as i64)))
}

fn reference(context: &Context, args: &Args) -> Option<WeakRef> {
    match context.shared.heap.object(*args.positional.first()?) {
        Some(Object::WeakRef(reference)) => Some(**reference),
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
