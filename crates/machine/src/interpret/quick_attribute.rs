//! What the loop does itself about attributes: those that an instance holds, and methods that are plain functions. As in
//! [`super::quick`], `None` means that nothing was done.

use super::said::{Line, Said, Special, look, said};
use crate::class;
use crate::code::Attribute;
use crate::heap::{Heap, own};
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

/// `object.name`, a new reference.
#[inline]
pub(super) fn get(heap: &mut Heap, object: Value, attribute: &Attribute) -> Option<Value> {
    let instance = instance(heap, object)?;
    let value = look(heap, instance.class, attribute, Special::Get, |line| {
        match line.place_in(&instance.attributes, attribute.symbol) {
            Some(place) => Some(instance.attributes[place].1),
            None => class_value(instance, attribute, line),
        }
    })??;
    Some(heap.retain(value))
}

/// What a class has for its instances that have not.
#[inline(never)]
fn class_value(instance: &Instance, attribute: &Attribute, line: &Line) -> Option<Value> {
    match line.answer() {
        Said::Plain(value) if class::find(&instance.attributes, attribute.symbol).is_none() => Some(value),
        _ => None,
    }
}

/// `object.name = value`. The value is given away; what comes back is the old one.
#[inline]
pub(super) fn set(heap: &mut Heap, object: Value, attribute: &Attribute, value: Value) -> Option<Value> {
    let holder = instance(heap, object)?;
    let place = look(heap, holder.class, attribute, Special::Set, |line| {
        let place = line.place_in(&holder.attributes, attribute.symbol);
        (place, matches!(line.answer(), Said::Other))
    });
    let place = match place? {
        (Some(place), _) => place,
        (None, false) => return add(heap, object, attribute, value),
        (None, true) => return None,
    };
    match heap.object_mut(object)? {
        Object::Instance(instance) => {
            let place = &mut own(instance).attributes[place].1;
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
        own(instance).attributes.push((attribute.symbol, value));
    }
    Some(Value::Unbound)
}

/// The function of an object's class that is to be called with the object first, a new reference.
#[inline]
pub(super) fn method(heap: &mut Heap, object: Value, attribute: &Attribute) -> Option<Value> {
    match heap.object(object)? {
        Object::Instance(instance) if !instance.dict.is_bound() => {
            let said = said(heap, instance.class, attribute, Special::Get);
            let Said::Function(function) = said else {
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
