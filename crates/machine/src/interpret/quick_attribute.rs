//! What the loop does itself about attributes: those that an instance holds, and methods that are plain functions. As in
//! [`super::quick`], `None` means that nothing was done.

use triomphe::Arc;

use super::said::{Said, Special, said};
use crate::class;
use crate::code::Attribute;
use crate::heap::Heap;
use crate::object::{Instance, Object};
use crate::symbol::Symbol;
use crate::value::Value;

/// The instance that a value is, unless a dictionary holds its attributes.
#[inline]
fn instance(heap: &Heap, object: Value) -> Option<&Instance> {
    match heap.object(object)? {
        Object::Instance(instance) if !instance.dict.is_bound() => Some(instance),
        _ => None,
    }
}

/// Where an instance holds a name, which is often where the last one of its class did.
#[inline]
fn place_of(attributes: &[(Symbol, Value)], name: Symbol, guess: usize) -> Option<usize> {
    match attributes.get(guess) {
        Some((known, _)) if *known == name => Some(guess),
        _ => attributes.iter().position(|(known, _)| *known == name),
    }
}

/// `object.name`, a new reference.
#[inline]
pub(super) fn get(heap: &mut Heap, object: Value, attribute: &Attribute) -> Option<Value> {
    let instance = instance(heap, object)?;
    let said = said(heap, instance.class, attribute, Special::Get);
    let value = match (
        place_of(&instance.attributes, attribute.symbol, said.guess()),
        said.answer,
    ) {
        (Some(place), Said::Nothing | Said::Function(_) | Said::Plain(_)) => {
            said.remember(place);
            instance.attributes[place].1
        }
        (None, Said::Plain(value)) => value,
        _ => return None,
    };
    Some(heap.retain(value))
}

/// `object.name = value`. The value is given away; what comes back is the old one.
#[inline]
pub(super) fn set(heap: &mut Heap, object: Value, attribute: &Attribute, value: Value) -> Option<Value> {
    let own = instance(heap, object)?;
    let said = said(heap, own.class, attribute, Special::Set);
    let place = place_of(&own.attributes, attribute.symbol, said.guess());
    if let Said::Other = said.answer {
        return None;
    }
    let Some(place) = place else {
        return add(heap, object, attribute, value);
    };
    said.remember(place);
    match heap.object_mut(object)? {
        Object::Instance(instance) => {
            let place = &mut Arc::make_mut(instance).attributes[place].1;
            Some(std::mem::replace(place, value))
        }
        _ => None,
    }
}

/// `object.name = value` where it had none before.
#[inline(never)]
fn add(heap: &mut Heap, object: Value, attribute: &Attribute, value: Value) -> Option<Value> {
    let class = class::as_class(heap, instance(heap, object)?.class);
    // Some special names are more than attributes.
    if class.is_some_and(|class| class.slots.is_some())
        || attribute.name.starts_with("__")
        || heap.is_frozen(object.id()?)
    {
        return None;
    }
    heap.charge(size_of::<(Symbol, Value)>() as u64).ok()?;
    if let Object::Instance(instance) = heap.object_mut(object)? {
        Arc::make_mut(instance).attributes.push((attribute.symbol, value));
    }
    Some(Value::Unbound)
}

/// The function of an object's class that is to be called with the object first, a new reference.
#[inline]
pub(super) fn method(heap: &mut Heap, object: Value, attribute: &Attribute) -> Option<Value> {
    match heap.object(object)? {
        Object::Instance(instance) if !instance.dict.is_bound() => {
            let said = said(heap, instance.class, attribute, Special::Get);
            let Said::Function(function) = said.answer else {
                return None;
            };
            if class::find(&instance.attributes, attribute.symbol).is_some() {
                return None;
            }
            Some(heap.retain(function))
        }
        Object::Instance(_) | Object::Class(_) | Object::Super(_) | Object::Exception(_) => None,
        plain => {
            let native = attribute.methods.of(plain.type_of())?;
            let is_bound = !native.is_class_method() && !native.is_static_method();
            is_bound.then_some(Value::Native(native))
        }
    }
}
