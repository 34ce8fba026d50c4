//! What the loop does itself about attributes: those that an instance holds, and methods that are plain functions. As in
//! [`super::quick`], `None` means that nothing was done.

use triomphe::Arc;

use crate::class;
use crate::code::Attribute;
use crate::heap::Heap;
use crate::object::{Instance, Object};
use crate::symbol::{NAMES, Symbol};
use crate::value::Value;

/// The instance that a value is, unless a dictionary holds its attributes.
fn instance(heap: &Heap, object: Value) -> Option<&Instance> {
    match heap.object(object)? {
        Object::Instance(instance) if !instance.dict.is_bound() => Some(instance),
        _ => None,
    }
}

/// Whether one class, of its own, says something under a name.
fn says(heap: &Heap, class: Value, name: Symbol) -> bool {
    match class {
        Value::Class(id) => id.get().attributes.get(name).is_some(),
        _ => class::as_class(heap, class).is_some_and(|class| class.attributes.get(name).is_some()),
    }
}

/// Whether neither a class nor one that it derives from has a say in an attribute of its instances: none has the name, and
/// none defines the special method.
fn leaves_alone(heap: &Heap, class: Value, attribute: &Attribute, special: Symbol) -> bool {
    let has_say = |class: Value| match class {
        Value::Type(ty) => attribute.methods[ty as usize].is_some(),
        Value::ExceptionType(_) => true,
        _ => says(heap, class, attribute.symbol) || says(heap, class, special),
    };
    class::search(heap, class, |class| has_say(class).then_some(())).is_none()
}

/// `object.name`, a new reference.
pub(super) fn get(heap: &mut Heap, object: Value, attribute: &Attribute) -> Option<Value> {
    let instance = instance(heap, object)?;
    let value = class::find(&instance.attributes, attribute.symbol)?;
    leaves_alone(heap, instance.class, attribute, NAMES.getattribute).then(|| heap.retain(value))
}

/// `object.name = value` where it had another value before. The value is given away; what comes back is the old one.
pub(super) fn set(heap: &mut Heap, object: Value, attribute: &Attribute, value: Value) -> Option<Value> {
    let own = instance(heap, object)?;
    let names = own.attributes.iter().map(|(name, _)| *name);
    let place = names.into_iter().position(|name| name == attribute.symbol)?;
    if !leaves_alone(heap, own.class, attribute, NAMES.setattr) {
        return None;
    }
    match heap.get_mut(object.id()?) {
        Object::Instance(instance) => {
            let place = &mut Arc::make_mut(instance).attributes[place].1;
            Some(std::mem::replace(place, value))
        }
        _ => None,
    }
}

/// The function of an object's class that is to be called with the object first, a new reference.
pub(super) fn method(heap: &mut Heap, object: Value, attribute: &Attribute) -> Option<Value> {
    let class = match heap.object(object)? {
        Object::Instance(_) => {
            instance(heap, object)
                .filter(|instance| class::find(&instance.attributes, attribute.symbol).is_none())?
                .class
        }
        Object::Class(_) | Object::Super(_) | Object::Exception(_) => return None,
        plain => {
            let native = attribute.methods[plain.type_of() as usize]?;
            let is_bound = !native.is_class_method() && !native.is_static_method();
            return is_bound.then_some(Value::Native(native));
        }
    };
    if class::defines_in_order(heap, class, NAMES.getattribute) {
        return None;
    }
    let found = class::search(heap, class, |class| match class {
        // The long way knows of all that the library and builtin types have.
        Value::Object(_) => Some(class::as_class(heap, class)?.attributes.get(attribute.symbol)?),
        Value::Class(_) => says(heap, class, attribute.symbol).then_some(Value::Unbound),
        Value::Type(ty) => attribute.methods[ty as usize].map(|_| Value::Unbound),
        _ => Some(Value::Unbound),
    })?;
    matches!(heap.object(found), Some(Object::Function(_))).then(|| heap.retain(found))
}
