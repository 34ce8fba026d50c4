//! What the loop does itself about attributes: those that an instance holds, and methods that are plain functions. As in
//! [`super::quick`], `None` means that nothing was done.

use triomphe::Arc;

use crate::class;
use crate::code::Attribute;
use crate::heap::Heap;
use crate::named::{Bits, Named};
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

/// What the classes of an instance say under an attribute's name: a value, or nothing. `None` where that is not for this place
/// to find out: one of them defines the special method, or one of the library or a builtin one has the name.
fn said(heap: &Heap, class: Value, attribute: &Attribute, special: Symbol) -> Option<Option<Value>> {
    let names = Bits::of([attribute.symbol, special]);
    let mut found = None;
    let order = match class {
        Value::Class(id) => &id.get().mro,
        _ => {
            let own = class::as_class(heap, class)?;
            says(&own.attributes, names, attribute.symbol, special, &mut found)?;
            &own.mro
        }
    };
    for class in order {
        match *class {
            Value::Object(_) => {
                let attributes = &class::as_class(heap, *class)?.attributes;
                says(attributes, names, attribute.symbol, special, &mut found)?;
            }
            Value::Class(id) => {
                let attributes = &id.get().attributes;
                if !attributes.surely_lacks(names)
                    && (attributes.get(attribute.symbol).is_some() || attributes.get(special).is_some())
                {
                    return None;
                }
            }
            Value::Type(ty) if attribute.methods.of(ty).is_none() => {}
            _ => return None,
        }
    }
    Some(found)
}

/// Whether one class leaves the special method alone; what it has under the name counts if no class before it had something.
#[inline]
fn says(
    attributes: &Named<Value>,
    names: Bits,
    name: Symbol,
    special: Symbol,
    found: &mut Option<Value>,
) -> Option<()> {
    if attributes.surely_lacks(names) {
        return Some(());
    }
    if attributes.get(special).is_some() {
        return None;
    }
    *found = found.or(attributes.get(name));
    Some(())
}

/// `object.name`, a new reference.
pub(super) fn get(heap: &mut Heap, object: Value, attribute: &Attribute) -> Option<Value> {
    let instance = instance(heap, object)?;
    let value = class::find(&instance.attributes, attribute.symbol)?;
    let said = said(heap, instance.class, attribute, NAMES.getattribute)?;
    said.is_none().then(|| heap.retain(value))
}

/// `object.name = value` where it had another value before. The value is given away; what comes back is the old one.
pub(super) fn set(heap: &mut Heap, object: Value, attribute: &Attribute, value: Value) -> Option<Value> {
    let own = instance(heap, object)?;
    let mut names = own.attributes.iter().map(|(name, _)| *name);
    let place = names.position(|name| name == attribute.symbol)?;
    if said(heap, own.class, attribute, NAMES.setattr)?.is_some() {
        return None;
    }
    match heap.object_mut(object)? {
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
            let native = attribute.methods.of(plain.type_of())?;
            let is_bound = !native.is_class_method() && !native.is_static_method();
            return is_bound.then_some(Value::Native(native));
        }
    };
    let found = said(heap, class, attribute, NAMES.getattribute)??;
    matches!(heap.object(found), Some(Object::Function(_))).then(|| heap.retain(found))
}
