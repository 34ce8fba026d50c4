//! What lies behind a dot: `object.__getattribute__`, `type.__getattribute__` and their kin (`Objects/object.c`,
//! `Objects/typeobject.c`), as far as that needs no Python; what does is told to the caller as a call.

use triomphe::Arc;

use crate::class::{self, Found};
use crate::code::{Attribute, Program};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::library;
use crate::native::{self, Fault, Native, Type, raise};
use crate::object::{Descriptor, DescriptorKind, Object};
use crate::operators;
use crate::shared::Shared;
use crate::symbol::{NAMES, Symbol};
use crate::value::Value;

/// What came of asking for an attribute. All values are the caller's.
pub(crate) enum Got {
    /// It is this.
    Value(Value),
    /// It is what this function returns.
    Call(Value, Vec<Value>),
}

/// What came of asking for a method.
pub(crate) enum Method {
    /// A function to be called with the object first; borrowed.
    Function(Value),
    /// An attribute like others.
    Attribute,
}

/// `object.name`
pub(crate) fn get(
    shared: &mut Shared,
    program: &Program,
    object: Value,
    attribute: &Attribute,
) -> Result<Got, Fault> {
    if let Some(function) = python_special(shared, object, NAMES.getattribute) {
        let Some(missing) = python_special(shared, object, NAMES.getattr) else {
            return call_with_name(shared, function, object, &attribute.name);
        };
        shared.heap.retain_all(&[function, missing, object]);
        let name = shared.heap.string(&attribute.name)?;
        return Ok(Got::Call(
            library::core("get_attribute"),
            vec![function, missing, object, name],
        ));
    }
    match get_plain(shared, program, object, attribute)? {
        Some(got) => Ok(got),
        None => missing(shared, object, attribute),
    }
}

/// `__getattr__`, or the error.
pub(crate) fn missing(shared: &mut Shared, object: Value, attribute: &Attribute) -> Result<Got, Fault> {
    if let Value::Module(module) = object
        && let Some(maker) = library::makes_attributes(module)
    {
        let name = shared.heap.string(&attribute.name)?;
        return Ok(Got::Call(maker, vec![name]));
    }
    match python_special(shared, object, NAMES.getattr) {
        Some(function) => call_with_name(shared, function, object, &attribute.name),
        None => not_found(shared, object, &attribute.name),
    }
}

fn call_with_name(shared: &mut Shared, function: Value, object: Value, name: &str) -> Result<Got, Fault> {
    shared.heap.retain(function);
    shared.heap.retain(object);
    let name = shared.heap.string(name)?;
    Ok(Got::Call(function, vec![object, name]))
}

/// A method of Python's that an object's class has; borrowed.
fn python_special(shared: &Shared, object: Value, name: Symbol) -> Option<Value> {
    match class::special(shared, object, name)? {
        Found::Value(value) => Some(value),
        Found::Method(code) => Some(Value::Function(code)),
        _ => None,
    }
}

/// The error that an attribute is not there.
pub(crate) fn not_found<T>(shared: &Shared, object: Value, name: &str) -> Result<T, Fault> {
    let heap = &shared.heap;
    let message = match object {
        Value::Module(module) => format!("module '{}' has no attribute '{name}'", module.name()),
        _ if class::is_class(heap, object) => {
            format!(
                "type object '{}' has no attribute '{name}'",
                class::class_name(heap, object)
            )
        }
        _ => match heap.object(object) {
            Some(Object::Super(_)) => format!("'super' object has no attribute '{name}'"),
            _ => format!(
                "'{}' object has no attribute '{name}'",
                class::type_name(heap, object)
            ),
        },
    };
    Err(Fault::Missing {
        kind: ExceptionKind::AttributeError,
        message,
        name: name.to_owned(),
        object,
    })
}

/// The same without `__getattribute__` and `__getattr__`: `None` if it is not there.
pub(crate) fn get_plain(
    shared: &mut Shared,
    program: &Program,
    object: Value,
    attribute: &Attribute,
) -> Result<Option<Got>, Fault> {
    if let Value::Module(module) = object {
        if let Some(value) = shared.module_attribute(program, module, attribute) {
            return Ok(Some(Got::Value(shared.heap.retain(value))));
        }
        let class = Value::Type(Type::Module);
        if attribute.name == "__class__" {
            return Ok(Some(Got::Value(class)));
        }
        return match class::lookup(shared, class, attribute) {
            Some(found) => bind(shared, found, object, class).map(Some),
            None => Ok(None),
        };
    }
    if let Some(Object::Super(parts)) = shared.heap.object(object) {
        let parts = **parts;
        return get_super(shared, parts, attribute);
    }
    let is_class = class::is_class(&shared.heap, object);
    let class = class::class_of(&shared.heap, object);
    let found = class::lookup(shared, class, attribute);
    if let Some(found) = found
        && is_data_descriptor(shared, found)
    {
        return bind(shared, found, object, class).map(Some);
    }
    if is_class {
        // Documentation is not inherited.
        let found = match attribute.symbol == NAMES.doc {
            true => class::own(shared, object, attribute),
            false => class::lookup(shared, object, attribute),
        };
        if let Some(found) = found {
            return bind_to_class(shared, found, object).map(Some);
        }
        if let Some(value) = native::class_attribute(shared, program, object, attribute)? {
            return Ok(Some(Got::Value(value)));
        }
    } else {
        if let Some(value) = own_value(&shared.heap, object, attribute.symbol) {
            return Ok(Some(Got::Value(shared.heap.retain(value))));
        }
        if native::asks_for_running_frame(&shared.heap, object, &attribute.name) {
            let function = Value::Native(Native::FrameOfRunning);
            return Ok(Some(Got::Call(function, vec![shared.heap.retain(object)])));
        }
        if let Some(value) = native::object_attribute(shared, program, object, attribute)? {
            return Ok(Some(Got::Value(value)));
        }
    }
    match found {
        Some(found) => bind(shared, found, object, class).map(Some),
        None => Ok(None),
    }
}

/// What an object itself holds under a name; borrowed.
pub(crate) fn own_value(heap: &Heap, object: Value, name: Symbol) -> Option<Value> {
    let (attributes, dict) = match heap.object(object)? {
        Object::Instance(instance) => (&instance.attributes, instance.dict),
        Object::Function(function) => (&function.attributes, function.dict),
        Object::Exception(exception) => (&exception.attributes, Value::Unbound),
        _ => return None,
    };
    // Beside a dictionary there are those that have slots.
    class::find(attributes, name).or_else(|| operators::text_value(heap, dict.bound()?, name.text()))
}

/// The dictionary of what an object itself holds; borrowed. From now on it holds that.
pub(crate) fn own_dict(shared: &mut Shared, object: Value) -> Result<Option<Value>, Fault> {
    let (attributes, dict) = match shared.heap.object(object) {
        Some(Object::Instance(instance)) => (instance.attributes.clone(), instance.dict),
        Some(Object::Function(function)) => (function.attributes.clone(), function.dict),
        _ => return Ok(None),
    };
    if dict.is_bound() {
        return Ok(Some(dict));
    }
    let heap = &mut shared.heap;
    let dict = native::new_dict(heap)?;
    let class = class::class_of(heap, object);
    let (in_slots, others): (Vec<_>, Vec<_>) = attributes
        .into_iter()
        .partition(|(name, _)| is_apart(heap, class, *name));
    for (name, value) in others {
        let key = heap.string(name.text())?;
        operators::put_text(heap, dict, key, value)?;
    }
    let Some(id) = object.id() else { return Ok(None) };
    match heap.get_mut(id) {
        Object::Instance(instance) => {
            let instance = Arc::make_mut(instance);
            instance.attributes = in_slots;
            instance.dict = dict;
        }
        Object::Function(function) => {
            let function = Arc::make_mut(function);
            function.attributes = in_slots;
            function.dict = dict;
        }
        _ => {}
    }
    Ok(Some(dict))
}

/// `super().name`: the classes behind the one that is named, in the order of the object's class.
fn get_super(
    shared: &mut Shared,
    parts: crate::object::Super,
    attribute: &Attribute,
) -> Result<Option<Got>, Fault> {
    let order = class::mro(&shared.heap, parts.start);
    let behind = order
        .iter()
        .skip_while(|class| !crate::value::is_same(**class, parts.class))
        .skip(1);
    let found = behind
        .copied()
        .find_map(|class| class::own(shared, class, attribute));
    let is_class = crate::value::is_same(parts.object, parts.start);
    match found {
        Some(found) if is_class => bind_to_class(shared, found, parts.object).map(Some),
        Some(found) => bind(shared, found, parts.object, parts.start).map(Some),
        None if attribute.name == "__class__" => Ok(Some(Got::Value(Value::Type(Type::Super)))),
        None => Ok(None),
    }
}

/// Whether what a class has goes before what its instance has.
fn is_data_descriptor(shared: &Shared, found: Found) -> bool {
    match found {
        Found::Property { .. } => true,
        Found::Value(value) => match shared.heap.object(value) {
            Some(Object::Descriptor(descriptor)) => descriptor.kind == DescriptorKind::Property,
            Some(Object::Instance(_)) => {
                class::special(shared, value, NAMES.set).is_some()
                    || class::special(shared, value, NAMES.delete).is_some()
            }
            _ => false,
        },
        _ => false,
    }
}

fn method(shared: &mut Shared, function: Value, receiver: Value) -> Result<Got, Fault> {
    shared.heap.retain(function);
    shared.heap.retain(receiver);
    Ok(Got::Value(
        shared.heap.allocate(Object::Method { function, receiver })?,
    ))
}

/// What a class has, as an attribute of its instance.
fn bind(shared: &mut Shared, found: Found, object: Value, class: Value) -> Result<Got, Fault> {
    match found {
        Found::Native(native) if native.is_class_method() => method(shared, Value::Native(native), class),
        Found::Native(native) if native.is_static_method() => Ok(Got::Value(Value::Native(native))),
        Found::Native(native) => method(shared, Value::Native(native), object),
        Found::Method(code) => method(shared, Value::Function(code), object),
        Found::StaticMethod(code) => Ok(Got::Value(Value::Function(code))),
        Found::ClassMethod(code) => method(shared, Value::Function(code), class),
        Found::Property { get, .. } => {
            shared.heap.retain(object);
            Ok(Got::Call(Value::Function(get), vec![object]))
        }
        Found::Value(value) => bind_value(shared, value, object, class),
    }
}

fn bind_value(shared: &mut Shared, value: Value, object: Value, class: Value) -> Result<Got, Fault> {
    if let Value::Function(_) = value {
        return method(shared, value, object);
    }
    match shared.heap.object(value) {
        Some(Object::Function(_)) => method(shared, value, object),
        Some(Object::Descriptor(descriptor)) => {
            let descriptor = Descriptor::clone(descriptor);
            match descriptor.kind {
                DescriptorKind::StaticMethod => Ok(Got::Value(shared.heap.retain(descriptor.get))),
                DescriptorKind::ClassMethod => method(shared, descriptor.get, class),
                DescriptorKind::Property if matches!(descriptor.get, Value::None) => {
                    let owner = class::class_name(&shared.heap, class);
                    let message = match class::name_of(&shared.heap, class, value) {
                        Some(name) => format!("property '{}' of '{owner}' object has no getter", name.text()),
                        None => format!("property of '{owner}' object has no getter"),
                    };
                    raise(ExceptionKind::AttributeError, message)
                }
                DescriptorKind::Property => {
                    shared.heap.retain(descriptor.get);
                    shared.heap.retain(object);
                    Ok(Got::Call(descriptor.get, vec![object]))
                }
            }
        }
        Some(Object::Instance(_)) => match python_special(shared, value, NAMES.get) {
            Some(getter) => {
                for value in [getter, value, object, class] {
                    shared.heap.retain(value);
                }
                Ok(Got::Call(getter, vec![value, object, class]))
            }
            None => Ok(Got::Value(shared.heap.retain(value))),
        },
        _ => Ok(Got::Value(shared.heap.retain(value))),
    }
}

/// What a class has, as an attribute of the class itself.
fn bind_to_class(shared: &mut Shared, found: Found, class: Value) -> Result<Got, Fault> {
    match found {
        Found::Native(native) if native.is_class_method() => method(shared, Value::Native(native), class),
        Found::Native(native) => Ok(Got::Value(Value::Native(native))),
        Found::Method(code) | Found::StaticMethod(code) => Ok(Got::Value(Value::Function(code))),
        Found::ClassMethod(code) => method(shared, Value::Function(code), class),
        Found::Property { get, set } => {
            let descriptor = Descriptor {
                kind: DescriptorKind::Property,
                get: Value::Function(get),
                set: set.map_or(Value::None, Value::Function),
                delete: Value::None,
                doc: Value::None,
            };
            Ok(Got::Value(
                shared.heap.allocate(Object::Descriptor(Arc::new(descriptor)))?,
            ))
        }
        Found::Value(value) => match shared.heap.object(value) {
            Some(Object::Descriptor(descriptor)) => {
                let (kind, function) = (descriptor.kind, descriptor.get);
                match kind {
                    DescriptorKind::StaticMethod => Ok(Got::Value(shared.heap.retain(function))),
                    DescriptorKind::ClassMethod => method(shared, function, class),
                    DescriptorKind::Property => Ok(Got::Value(shared.heap.retain(value))),
                }
            }
            Some(Object::Instance(_)) => match python_special(shared, value, NAMES.get) {
                Some(getter) => {
                    for value in [getter, value, class] {
                        shared.heap.retain(value);
                    }
                    Ok(Got::Call(getter, vec![value, Value::None, class]))
                }
                None => Ok(Got::Value(shared.heap.retain(value))),
            },
            _ => Ok(Got::Value(shared.heap.retain(value))),
        },
    }
}

/// How a method call finds its function without making a method object.
pub(crate) fn find_method(shared: &Shared, object: Value, attribute: &Attribute) -> Method {
    let instance = match shared.heap.object(object) {
        Some(Object::Super(_) | Object::Class(_)) => return Method::Attribute,
        Some(Object::Instance(instance)) => Some(instance),
        _ => None,
    };
    if matches!(
        object,
        Value::Module(_) | Value::Type(_) | Value::ExceptionType(_) | Value::Class(_)
    ) {
        return Method::Attribute;
    }
    if let Some(instance) = instance
        && (own_value(&shared.heap, object, attribute.symbol).is_some()
            || class::lookup_python(shared, instance.class, NAMES.getattribute).is_some())
    {
        return Method::Attribute;
    }
    match class::lookup(shared, class::class_of(&shared.heap, object), attribute) {
        Some(Found::Native(native)) if !native.is_class_method() && !native.is_static_method() => {
            Method::Function(Value::Native(native))
        }
        Some(Found::Method(code)) => Method::Function(Value::Function(code)),
        Some(Found::Value(value)) if is_function(shared, value) => Method::Function(value),
        _ => Method::Attribute,
    }
}

fn is_function(shared: &Shared, value: Value) -> bool {
    matches!(value, Value::Function(_)) || matches!(shared.heap.object(value), Some(Object::Function(_)))
}

/// `object.name = value` or, without a value, `del object.name`. The value stays the caller's. What has to be called is
/// told; its result means nothing.
pub(crate) fn set(
    shared: &mut Shared,
    program: &Program,
    object: Value,
    attribute: &Attribute,
    value: Option<Value>,
) -> Result<Option<Got>, Fault> {
    let special = if value.is_some() {
        NAMES.setattr
    } else {
        NAMES.delattr
    };
    if let Some(function) = python_special(shared, object, special) {
        let Got::Call(function, mut args) = call_with_name(shared, function, object, &attribute.name)? else {
            return Ok(None);
        };
        args.extend(value.map(|value| shared.heap.retain(value)));
        return Ok(Some(Got::Call(function, args)));
    }
    set_plain(shared, program, object, attribute, value)
}

/// The same without `__setattr__` and `__delattr__`.
pub(crate) fn set_plain(
    shared: &mut Shared,
    program: &Program,
    object: Value,
    attribute: &Attribute,
    value: Option<Value>,
) -> Result<Option<Got>, Fault> {
    let class = class::class_of(&shared.heap, object);
    match class::lookup(shared, class, attribute) {
        Some(Found::Property { set: Some(set), .. }) if value.is_some() => {
            let args = [Some(object), value].into_iter().flatten();
            let args = args.map(|value| shared.heap.retain(value)).collect();
            return Ok(Some(Got::Call(Value::Function(set), args)));
        }
        Some(Found::Property { .. }) => return no_setter(shared, object, attribute, value),
        Some(Found::Value(descriptor)) => {
            if let Some(call) = set_by_descriptor(shared, descriptor, object, attribute, value)? {
                return Ok(Some(call));
            }
        }
        _ => {}
    }
    if native::set_attribute(shared, program, object, attribute, value)? {
        return Ok(None);
    }
    set_own(shared, object, attribute, value)?;
    Ok(None)
}

fn no_setter<T>(
    shared: &Shared,
    object: Value,
    attribute: &Attribute,
    value: Option<Value>,
) -> Result<T, Fault> {
    let what = if value.is_some() { "setter" } else { "deleter" };
    let name = class::type_name(&shared.heap, object);
    let message = format!("property '{}' of '{name}' object has no {what}", attribute.name);
    raise(ExceptionKind::AttributeError, message)
}

fn set_by_descriptor(
    shared: &mut Shared,
    descriptor: Value,
    object: Value,
    attribute: &Attribute,
    value: Option<Value>,
) -> Result<Option<Got>, Fault> {
    let (function, first) = match shared.heap.object(descriptor) {
        Some(Object::Descriptor(parts)) if parts.kind == DescriptorKind::Property => {
            let function = if value.is_some() { parts.set } else { parts.delete };
            if matches!(function, Value::None) {
                return no_setter(shared, object, attribute, value);
            }
            (function, None)
        }
        Some(Object::Instance(_)) => {
            let name = if value.is_some() { NAMES.set } else { NAMES.delete };
            match python_special(shared, descriptor, name) {
                Some(function) => (function, Some(descriptor)),
                None if is_data_descriptor(shared, Found::Value(descriptor)) => {
                    let name = if value.is_some() { "__set__" } else { "__delete__" };
                    return raise(ExceptionKind::AttributeError, name);
                }
                None => return Ok(None),
            }
        }
        _ => return Ok(None),
    };
    shared.heap.retain(function);
    let args = [first, Some(object), value].into_iter().flatten();
    let args = args.map(|value| shared.heap.retain(value)).collect();
    Ok(Some(Got::Call(function, args)))
}

/// Sets or deletes what an object itself holds.
fn set_own(
    shared: &mut Shared,
    object: Value,
    attribute: &Attribute,
    value: Option<Value>,
) -> Result<(), Fault> {
    if !has_attributes(shared, object, attribute.symbol) {
        return cannot_set(shared, object, attribute);
    }
    let heap = &mut shared.heap;
    let dict = match heap.object(object) {
        Some(Object::Instance(instance)) => instance.dict,
        Some(Object::Function(function)) => function.dict,
        _ => Value::Unbound,
    };
    let class = class::class_of(heap, object);
    if dict.is_bound() && !is_apart(heap, class, attribute.symbol) {
        let Some(value) = value else {
            return if operators::remove_text(heap, dict, &attribute.name) {
                Ok(())
            } else {
                not_deleted(shared, object, &attribute.name)
            };
        };
        let key = heap.string(&attribute.name)?;
        heap.retain(value);
        return operators::put_text(heap, dict, key, value);
    }
    if let Some(value) = value {
        heap.retain(value);
    }
    let Some(attributes) = attributes_mut(shared, object, attribute.symbol) else {
        return cannot_set(shared, object, attribute);
    };
    let place = attributes.iter().position(|(name, _)| *name == attribute.symbol);
    let old = match (place, value) {
        (Some(place), Some(value)) => std::mem::replace(&mut attributes[place].1, value),
        (Some(place), None) => attributes.remove(place).1,
        (None, Some(value)) => {
            attributes.push((attribute.symbol, value));
            shared.heap.charge(size_of::<(Symbol, Value)>() as u64)?;
            return Ok(());
        }
        (None, None) if is_slot(&shared.heap, class, attribute.symbol) => {
            return raise(ExceptionKind::AttributeError, attribute.name.as_str());
        }
        (None, None) => return not_deleted(shared, object, &attribute.name),
    };
    if value.is_none() {
        shared.heap.refund(size_of::<(Symbol, Value)>() as u64);
    }
    shared.heap.release(old);
    Ok(())
}

/// Whether an object may hold something of its own under a name.
fn has_attributes(shared: &Shared, object: Value, name: Symbol) -> bool {
    match shared.heap.object(object) {
        Some(Object::Instance(instance)) if matches!(instance.class, Value::Type(_)) => false,
        Some(Object::Instance(instance)) => {
            let slots = class::as_class(&shared.heap, instance.class).and_then(|class| class.slots.as_ref());
            slots.is_none_or(|slots| slots.contains(&name))
        }
        Some(Object::Exception(_) | Object::Function(_) | Object::Class(_)) => true,
        _ => false,
    }
}

/// What an object itself holds, of which that under a name is to change.
fn attributes_mut(shared: &mut Shared, object: Value, name: Symbol) -> Option<&mut Vec<(Symbol, Value)>> {
    if class::as_class(&shared.heap, object).is_some() {
        shared.heap.change_classes();
    }
    match shared.heap.get_mut(object.id()?) {
        Object::Instance(instance) => Some(&mut Arc::make_mut(instance).attributes),
        Object::Exception(exception) => Some(&mut Arc::make_mut(exception).attributes),
        Object::Function(function) => Some(&mut Arc::make_mut(function).attributes),
        Object::Class(class) => Some(Arc::make_mut(class).attributes.for_change(name)),
        _ => None,
    }
}

fn cannot_set<T>(shared: &Shared, object: Value, attribute: &Attribute) -> Result<T, Fault> {
    let heap = &shared.heap;
    let name = &attribute.name;
    if class::is_class(heap, object) {
        let class = class::class_name(heap, object);
        let message = format!("cannot set '{name}' attribute of immutable type '{class}'");
        return raise(ExceptionKind::TypeError, message);
    }
    let class = class::class_of(heap, object);
    if class::lookup(shared, class, attribute).is_some()
        && !matches!(heap.object(object), Some(Object::Instance(_)))
    {
        let class = class::class_name(heap, class);
        let message = format!("'{class}' object attribute '{name}' is read-only");
        return raise(ExceptionKind::AttributeError, message);
    }
    not_found(shared, object, name)
}

/// Whether an attribute lies beside the dictionary of an object of that class: functions have their own places, others slots.
fn is_apart(heap: &Heap, class: Value, name: Symbol) -> bool {
    match class {
        Value::Type(Type::Function) => matches!(
            name.text(),
            "__annotations__"
                | "__defaults__"
                | "__doc__"
                | "__kwdefaults__"
                | "__module__"
                | "__name__"
                | "__qualname__"
        ),
        _ => is_slot(heap, class, name),
    }
}

/// Whether `__slots__` of a class, or of one that it derives from, name an attribute.
fn is_slot(heap: &Heap, class: Value, name: Symbol) -> bool {
    let names = |class: Value| {
        let slots = class::find_own(heap, class, NAMES.slots)?;
        let is_name = |value: &Value| operators::as_str(heap, *value) == Some(name.text());
        let items = operators::as_items(heap, slots).unwrap_or_default();
        (is_name(&slots) || items.iter().any(is_name)).then_some(())
    };
    class::search(heap, class, names).is_some()
}

/// The error that an attribute that is to be deleted is not there: unlike other errors it does not know the object.
fn not_deleted<T>(shared: &Shared, object: Value, name: &str) -> Result<T, Fault> {
    match not_found(shared, object, name) {
        Err(Fault::Missing { kind, message, .. }) => Err(Fault::Raise(kind, message)),
        other => other,
    }
}
