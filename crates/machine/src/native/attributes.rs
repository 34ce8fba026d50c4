//! Attributes of builtin types that are no methods.

use triomphe::Arc;

use crate::class;
use crate::code::{Attribute, Program};
use crate::exception::{ExceptionKind, as_exception, as_exception_mut, stop_value};
use crate::native::dict::new_dict;
use crate::native::{Fault, Type, introspect, raise};
use crate::object::Object;
use crate::operators;
use crate::shared::Shared;
use crate::symbol::{NAMES, Symbol};
use crate::value::{Truth, Value};

/// An attribute of a class; a new reference.
pub(crate) fn class_attribute(
    shared: &mut Shared,
    _: &Program,
    class: Value,
    attribute: &Attribute,
) -> Result<Option<Value>, Fault> {
    let heap = &mut shared.heap;
    let value = match attribute.name.as_str() {
        "__class__" => {
            let class = class::class_of(heap, class);
            heap.retain(class)
        }
        "__name__" => {
            let name = class::class_name(heap, class).to_owned();
            heap.string(&name)?
        }
        "__qualname__" => {
            let name = match class {
                Value::Class(id) => id.get().qualname.clone(),
                _ => class::class_name(heap, class).to_owned(),
            };
            heap.string(&name)?
        }
        "__module__" => {
            let name = match class {
                Value::Class(id) => &id.get().module,
                Value::Type(ty) => ty.module(),
                _ => "builtins",
            };
            heap.string(name)?
        }
        "__mro__" => {
            let order = class::mro(heap, class);
            heap.retain_all(&order);
            heap.tuple(order)?
        }
        "__bases__" => {
            let bases = bases_of(heap, class);
            heap.retain_all(&bases);
            heap.tuple(bases)?
        }
        "__base__" => {
            let base = bases_of(heap, class).first().copied().unwrap_or(Value::None);
            heap.retain(base)
        }
        "__dict__" => {
            let attributes = class::as_class(heap, class)
                .map(|class| class.attributes.to_vec())
                .unwrap_or_default();
            dict_of(shared, &attributes)?
        }
        "__annotations__" => new_dict(heap)?,
        "__doc__" => Value::None,
        "__abstractmethods__" => return Ok(None),
        _ => return Ok(None),
    };
    Ok(Some(value))
}

/// Whether a class of the library says by `__slots__`, all the way up, that instances have nothing else.
fn is_slotted(class: Value) -> bool {
    let Value::Class(id) = class else { return false };
    let says = |class: &crate::library::ClassId| class.get().attributes.get(NAMES.slots).is_some();
    let classes = id.get().mro.iter().filter_map(|class| match class {
        Value::Class(id) => Some(id),
        _ => None,
    });
    classes.into_iter().all(says)
}

fn bases_of(heap: &crate::heap::Heap, class: Value) -> Vec<Value> {
    match class {
        Value::Type(Type::Object) => Vec::new(),
        Value::Type(Type::Bool) => vec![Value::Type(Type::Int)],
        Value::Type(_) => vec![Value::Type(Type::Object)],
        Value::ExceptionType(kind) => {
            vec![
                kind.parent()
                    .map_or(Value::Type(Type::Object), Value::ExceptionType),
            ]
        }
        Value::Class(id) => id.get().bases.clone(),
        _ => class::as_class(heap, class)
            .map(|class| class.bases.clone())
            .unwrap_or_default(),
    }
}

fn dict_of(shared: &mut Shared, attributes: &[(Symbol, Value)]) -> Result<Value, Fault> {
    let heap = &mut shared.heap;
    let dict = new_dict(heap)?;
    for (name, value) in attributes {
        let key = heap.string(name.text())?;
        operators::dict_set(heap, dict, key, *value)?;
        heap.release(key);
    }
    Ok(dict)
}

/// An attribute of anything but a class; a new reference.
pub(crate) fn object_attribute(
    shared: &mut Shared,
    program: &Program,
    object: Value,
    attribute: &Attribute,
) -> Result<Option<Value>, Fault> {
    let name = attribute.name.as_str();
    let heap = &mut shared.heap;
    match name {
        "__class__" => {
            let class = class::class_of(heap, object);
            return Ok(Some(heap.retain(class)));
        }
        "__dict__" => {
            match heap.object(object) {
                Some(Object::Instance(instance))
                    if class::as_class(heap, instance.class).is_some_and(|class| class.slots.is_some())
                        || is_slotted(instance.class) =>
                {
                    return Ok(None);
                }
                Some(Object::Exception(exception)) => {
                    let attributes = exception.attributes.clone();
                    return dict_of(shared, &attributes).map(Some);
                }
                _ => {}
            }
            let dict = crate::attribute::own_dict(shared, object)?;
            return Ok(dict.map(|dict| shared.heap.retain(dict)));
        }
        "__doc__"
            if !matches!(object, Value::Function(_))
                && !matches!(
                    heap.object(object),
                    Some(Object::Function(_) | Object::Method { .. } | Object::Descriptor(_))
                ) =>
        {
            return Ok(Some(Value::None));
        }
        _ => {}
    }
    let value = match object {
        Value::Bool(value) => int_attribute(Value::Int(value as i64), name),
        Value::Int(_) => int_attribute(object, name),
        Value::Float(_) => match name {
            "real" => Some(object),
            "imag" => Some(Value::float(0.0)),
            _ => None,
        },
        Value::Function(code) => return function_attribute(shared, program, object, code, name),
        Value::Native(native) => match name {
            "__name__" | "__qualname__" => return Ok(Some(heap.string(native.name())?)),
            _ => None,
        },
        Value::Object(id) => match heap.get(id) {
            Object::Function(function) => {
                let code = function.code;
                return function_attribute(shared, program, object, code, name);
            }
            Object::Exception(_) => return exception_attribute(shared, object, name),
            Object::Method { function, receiver } => {
                let (function, receiver) = (*function, *receiver);
                match name {
                    "__self__" => Some(receiver),
                    "__func__" => Some(function),
                    _ => return object_attribute_of_function(shared, program, function, attribute),
                }
            }
            Object::BigInt(_) => int_attribute(object, name),
            Object::Slice(parts) => match name {
                "start" => Some(parts[0]),
                "stop" => Some(parts[1]),
                "step" => Some(parts[2]),
                _ => None,
            },
            Object::Range(range) => match name {
                "start" => Some(Value::Int(range.start)),
                "stop" => Some(Value::Int(range.stop)),
                "step" => Some(Value::Int(range.step)),
                _ => None,
            },
            Object::Descriptor(descriptor) => match name {
                "fget" | "__func__" | "__wrapped__" => Some(descriptor.get),
                "__doc__" if matches!(descriptor.doc, Value::None) => {
                    let get = descriptor.get;
                    return object_attribute_of_function(shared, program, get, attribute);
                }
                "__doc__" => Some(descriptor.doc),
                "fset" => Some(descriptor.set),
                "fdel" => Some(descriptor.delete),
                "__isabstractmethod__" => {
                    let get = descriptor.get;
                    return object_attribute_of_function(shared, program, get, attribute);
                }
                _ => None,
            },
            Object::Generator(generator) => {
                let generator = generator.clone();
                return introspect::generator_attribute(heap, program, &generator, name);
            }
            Object::Code(code) => {
                let code = *code;
                return introspect::code_attribute(heap, program, code, name);
            }
            Object::Frame { code, at } => {
                let (code, at) = (*code, *at);
                return introspect::frame_attribute(heap, program, code, at, name);
            }
            Object::Cell(value) if name == "cell_contents" => Some(*value),
            Object::WeakRef(reference) if name == "__callback__" => {
                let callback = reference.target.bound().and(reference.callback.bound());
                Some(callback.unwrap_or(Value::None))
            }
            Object::Traceback(calls) => {
                let calls = calls.clone();
                return traceback_attribute(shared, program, &calls, name);
            }
            Object::Super(parts) => match name {
                "__self__" => Some(parts.object),
                "__thisclass__" => Some(parts.class),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    Ok(value
        .filter(|value| value.is_bound())
        .map(|value| shared.heap.retain(value)))
}

fn int_attribute(value: Value, name: &str) -> Option<Value> {
    match name {
        "real" | "numerator" => Some(value),
        "imag" => Some(Value::Int(0)),
        "denominator" => Some(Value::Int(1)),
        _ => None,
    }
}

fn object_attribute_of_function(
    shared: &mut Shared,
    program: &Program,
    function: Value,
    attribute: &Attribute,
) -> Result<Option<Value>, Fault> {
    if let Some(value) = crate::attribute::own_value(&shared.heap, function, attribute.symbol) {
        return Ok(Some(shared.heap.retain(value)));
    }
    if matches!(shared.heap.object(function), Some(Object::Method { .. })) {
        return Ok(None);
    }
    object_attribute(shared, program, function, attribute)
}

fn function_attribute(
    shared: &mut Shared,
    program: &Program,
    function: Value,
    id: crate::code::CodeId,
    name: &str,
) -> Result<Option<Value>, Fault> {
    let code = program.code(id);
    let heap = &mut shared.heap;
    let value = match name {
        "__name__" => heap.string(&code.name)?,
        "__qualname__" => heap.string(&code.qualname)?,
        "__module__" => heap.string(&program.unit(id.unit()).name)?,
        "__doc__" => match code.doc {
            Some(doc) => {
                let doc = shared.namespace(id.unit()).constants[doc as usize];
                shared.heap.retain(doc)
            }
            None => Value::None,
        },
        "__annotations__" => new_dict(heap)?,
        "__code__" => heap.allocate(Object::Code(id))?,
        "__defaults__" | "__kwdefaults__" | "__closure__" => {
            return parts_of_function(shared, program, function, name);
        }
        _ => return Ok(None),
    };
    Ok(Some(value))
}

/// Defaults and cells of a function.
fn parts_of_function(
    shared: &mut Shared,
    program: &Program,
    function: Value,
    name: &str,
) -> Result<Option<Value>, Fault> {
    let Some(Object::Function(object)) = shared.heap.object(function) else {
        return Ok(Some(Value::None));
    };
    let object = object.clone();
    let code = program.code(object.code);
    let heap = &mut shared.heap;
    let values = match name {
        "__defaults__" => &object.defaults,
        "__closure__" => &object.closure,
        _ => &object.keyword_defaults,
    };
    if values.is_empty() {
        return Ok(Some(Value::None));
    }
    if name == "__kwdefaults__" {
        let dict = new_dict(heap)?;
        for (index, value) in code.parameters.keyword_defaults.iter().zip(values) {
            let key = heap.string(&code.locals[(code.parameters.positional + index) as usize])?;
            heap.retain(*value);
            operators::put_text(heap, dict, key, *value)?;
        }
        return Ok(Some(dict));
    }
    heap.retain_all(values);
    Ok(Some(heap.tuple(values.clone())?))
}

/// What a traceback, an entry of which stands for the calls behind it as well, says of its outermost call.
fn traceback_attribute(
    shared: &mut Shared,
    program: &Program,
    calls: &[(crate::code::CodeId, u32)],
    name: &str,
) -> Result<Option<Value>, Fault> {
    let visible: Vec<_> = calls
        .iter()
        .copied()
        .filter(|(code, _)| !program.code(*code).hidden)
        .collect();
    let Some(((code, at), inner)) = visible.split_last() else {
        return Ok(None);
    };
    Ok(match name {
        "tb_lineno" => Some(Value::Int(i64::from(program.place(*code, *at as usize).line))),
        "tb_frame" => Some(shared.heap.allocate(Object::Frame { code: *code, at: *at })?),
        "tb_next" if inner.is_empty() => Some(Value::None),
        "tb_next" => Some(
            shared
                .heap
                .allocate(Object::Traceback(Arc::new(inner.to_vec())))?,
        ),
        _ => None,
    })
}

fn exception_attribute(shared: &mut Shared, object: Value, name: &str) -> Result<Option<Value>, Fault> {
    let heap = &mut shared.heap;
    let Some(exception) = as_exception(heap, object) else {
        return Ok(None);
    };
    let args = operators::as_items(heap, exception.args).unwrap_or_default();
    let arg = |index: usize| Some(args.get(index).copied().unwrap_or(Value::None));
    let kind = exception.kind;
    let value = match name {
        "args" => Some(exception.args),
        "__cause__" => Some(exception.cause.bound().unwrap_or(Value::None)),
        "__context__" => Some(exception.context.bound().unwrap_or(Value::None)),
        "__suppress_context__" => Some(Value::bool(exception.suppress_context)),
        "__traceback__" => return crate::exception::traceback_of(heap, object).map(Some),
        "value" if kind == ExceptionKind::StopIteration => Some(stop_value(heap, object)),
        "code" if kind == ExceptionKind::SystemExit && args.len() > 1 => Some(exception.args),
        "code" if kind == ExceptionKind::SystemExit => arg(0),
        "errno" if kind.is_a(ExceptionKind::OSError) && args.len() > 1 => arg(0),
        "strerror" if kind.is_a(ExceptionKind::OSError) && args.len() > 1 => arg(1),
        "filename" if kind.is_a(ExceptionKind::OSError) && args.len() > 2 => arg(2),
        "errno" | "strerror" | "filename" if kind.is_a(ExceptionKind::OSError) => Some(Value::None),
        "name" | "path" | "msg" if kind.is_a(ExceptionKind::ImportError) => {
            if name == "msg" {
                arg(0)
            } else {
                Some(Value::None)
            }
        }
        "name" if kind.is_a(ExceptionKind::NameError) || kind == ExceptionKind::AttributeError => {
            Some(Value::None)
        }
        "obj" if kind == ExceptionKind::AttributeError => Some(Value::None),
        _ => None,
    };
    Ok(value.map(|value| shared.heap.retain(value)))
}

/// Sets or deletes an attribute of a builtin type that is no method; whether it is one.
pub(crate) fn set_attribute(
    shared: &mut Shared,
    program: &Program,
    object: Value,
    attribute: &Attribute,
    value: Option<Value>,
) -> Result<bool, Fault> {
    let name = attribute.name.as_str();
    if let Value::Module(module) = object {
        return shared
            .set_module_attribute(program, module, attribute, value)
            .map(|()| true);
    }
    if name == "__class__" && matches!(shared.heap.object(object), Some(Object::Instance(_))) {
        return set_class(shared, object, value).map(|()| true);
    }
    if name == "__dict__" && matches!(shared.heap.object(object), Some(Object::Instance(_))) {
        return set_dict(shared, object, value).map(|()| true);
    }
    if name == "cell_contents"
        && let (Some(id), Some(value)) = (object.id(), value)
        && let Object::Cell(_) = shared.heap.get(id)
    {
        shared.heap.retain(value);
        if let Object::Cell(place) = shared.heap.get_mut(id) {
            let old = std::mem::replace(place, value);
            shared.heap.release(old);
        }
        return Ok(true);
    }
    if as_exception(&shared.heap, object).is_none() {
        return Ok(false);
    }
    let Some(value) = value else { return Ok(false) };
    let is_exception = as_exception(&shared.heap, value).is_some() || matches!(value, Value::None);
    match name {
        "__cause__" if !is_exception => {
            let message = "exception cause must be None or derive from BaseException";
            return raise(ExceptionKind::TypeError, message);
        }
        "__context__" if !is_exception => {
            let message = "exception context must be None or derive from BaseException";
            return raise(ExceptionKind::TypeError, message);
        }
        "__traceback__" => super::exceptions::check_traceback(&shared.heap, value)?,
        "args" if !matches!(shared.heap.object(value), Some(Object::Tuple(_))) => {
            let items = super::builtins::iterated(&mut shared.heap, value)?;
            let Some(exception) = as_exception(&shared.heap, object) else {
                items.iter().for_each(|item| shared.heap.release(*item));
                return Ok(false);
            };
            let old = exception.args;
            let args = shared.heap.tuple(items)?;
            if let Some(exception) = as_exception_mut(&mut shared.heap, object) {
                exception.args = args;
            }
            shared.heap.release(old);
            return Ok(true);
        }
        _ => {}
    }
    let bound = if matches!(value, Value::None) {
        Value::Unbound
    } else {
        value
    };
    shared.heap.retain(value);
    let Some(exception) = as_exception_mut(&mut shared.heap, object) else {
        return Ok(false);
    };
    let old = match name {
        "__cause__" => {
            exception.suppress_context = true;
            std::mem::replace(&mut exception.cause, bound)
        }
        "__context__" => std::mem::replace(&mut exception.context, bound),
        "args" => std::mem::replace(&mut exception.args, value),
        "__suppress_context__" => {
            exception.suppress_context = !matches!(value, Value::Bool(Truth::False));
            value
        }
        "__traceback__" => {
            if matches!(value, Value::None) {
                exception.traceback.clear();
            }
            value
        }
        _ => {
            shared.heap.release(value);
            return Ok(false);
        }
    };
    shared.heap.release(old);
    Ok(true)
}

fn set_class(shared: &mut Shared, object: Value, value: Option<Value>) -> Result<(), Fault> {
    let Some(class) = value.filter(|class| class::as_class(&shared.heap, *class).is_some()) else {
        return raise(ExceptionKind::TypeError, "__class__ must be set to a class");
    };
    shared.heap.retain(class);
    let Some(id) = object.id() else { return Ok(()) };
    if let Object::Instance(instance) = shared.heap.get_mut(id) {
        let old = std::mem::replace(&mut Arc::make_mut(instance).class, class);
        shared.heap.release(old);
    }
    Ok(())
}

fn set_dict(shared: &mut Shared, object: Value, value: Option<Value>) -> Result<(), Fault> {
    let Some(dict) = value.filter(|value| matches!(shared.heap.object(*value), Some(Object::Dict(_)))) else {
        return raise(ExceptionKind::TypeError, "__dict__ must be set to a dictionary");
    };
    shared.heap.retain(dict);
    let Some(id) = object.id() else { return Ok(()) };
    if let Object::Instance(instance) = shared.heap.get_mut(id) {
        let instance = Arc::make_mut(instance);
        let attributes = std::mem::take(&mut instance.attributes);
        let old = std::mem::replace(&mut instance.dict, dict);
        shared.heap.release(old);
        attributes
            .into_iter()
            .for_each(|(_, value)| shared.heap.release(value));
    }
    Ok(())
}

/// Names that an object has, sorted.
pub(crate) fn names(shared: &Shared, object: Value) -> Vec<String> {
    let heap = &shared.heap;
    let mut names: Vec<String> = Vec::new();
    let dict = match heap.object(object) {
        Some(Object::Instance(instance)) => operators::as_dict(heap, instance.dict),
        Some(Object::Function(function)) => operators::as_dict(heap, function.dict),
        _ => None,
    };
    let keys = dict
        .into_iter()
        .flat_map(|dict| dict.iter().map(|entry| entry.key));
    names.extend(keys.filter_map(|key| operators::as_str(heap, key).map(str::to_owned)));
    let mut add = |attributes: &[(Symbol, Value)]| {
        names.extend(attributes.iter().map(|(name, _)| name.text().to_owned()));
    };
    match heap.object(object) {
        Some(Object::Instance(instance)) => add(&instance.attributes),
        Some(Object::Exception(exception)) => add(&exception.attributes),
        Some(Object::Function(function)) => add(&function.attributes),
        _ => {}
    }
    let class = if class::is_class(heap, object) {
        object
    } else {
        class::class_of(heap, object)
    };
    for class in class::mro(heap, class) {
        if let Some(class) = class::as_class(heap, class) {
            add(&class.attributes);
        }
        if let Value::Class(id) = class {
            names_of_static(id, &mut add);
        }
        if let Value::Type(ty) = class {
            let methods = super::Native::NAMES
                .iter()
                .filter(|name| ty.method(name).is_some());
            methods.for_each(|name| add(&[(Symbol::of(name), Value::None)]));
        }
    }
    if let Value::Module(module) = object {
        names.extend(
            crate::library::public_names(module)
                .into_iter()
                .map(str::to_owned),
        );
    }
    names.sort();
    names.dedup();
    names
}

fn names_of_static(id: crate::library::ClassId, add: &mut impl FnMut(&[(Symbol, Value)])) {
    for (name, _) in id.get().attributes.iter() {
        add(&[(*name, Value::None)]);
    }
}
