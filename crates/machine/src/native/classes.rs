//! Classes: making them, asking about them, `super`, `property`.

use triomphe::Arc;

use crate::class;
use crate::exception::ExceptionKind;
use crate::native::{Args, Context, Fault, Flow, Native, Type, raise};
use crate::object::{Class, Descriptor, DescriptorKind, Instance, Object};
use crate::operators::{self, as_str};
use crate::shared::Shared;
use crate::symbol::{NAMES, Symbol};
use crate::table::Dict;
use crate::value::{Value, is_same};

/// `__build_class__(body, name, *bases, **keywords)`: the core does it, since metaclasses are Python.
pub(super) fn build_class(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    context.shared.heap.retain_all(args.positional);
    args.keywords.iter().for_each(|(_, value)| {
        context.shared.heap.retain(*value);
    });
    let function = crate::library::core("build_class");
    Ok(Flow::CallWith(
        function,
        args.positional.to_vec(),
        args.keywords.clone(),
    ))
}

/// `most_derived_metaclass(metaclass, bases)`
pub(super) fn most_derived_metaclass(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [metaclass, bases] = args.exactly("most_derived_metaclass")?;
    let heap = &context.shared.heap;
    let mut best = metaclass;
    for base in operators::as_items(heap, bases).unwrap_or_default() {
        let other = class::class_of(heap, *base);
        if class::is_subclass(heap, best, other) {
            continue;
        }
        if !class::is_subclass(heap, other, best) {
            return raise(
                ExceptionKind::TypeError,
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
            );
        }
        best = other;
    }
    Ok(Flow::Return(context.shared.heap.retain(best)))
}

/// `run_class_body(body, namespace)`
pub(super) fn run_class_body(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [body, namespace] = args.exactly("run_class_body")?;
    context.shared.heap.retain(body);
    context.shared.heap.retain(namespace);
    Ok(Flow::Body(body, namespace))
}

/// `set_cell(cell, value)`
pub(super) fn set_cell(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [cell, value] = args.exactly("set_cell")?;
    context.shared.heap.retain(value);
    if let Some(id) = cell.id()
        && let Object::Cell(place) = context.shared.heap.get_mut(id)
    {
        let old = std::mem::replace(place, value);
        context.shared.heap.release(old);
    }
    Ok(Flow::Return(Value::None))
}

/// `type.__prepare__(name, bases)`
pub(super) fn prepare(context: &mut Context, _: &Args) -> Result<Flow, Fault> {
    Ok(Flow::Return(
        context
            .shared
            .heap
            .allocate(Object::Dict(Arc::new(Dict::new())))?,
    ))
}

/// `new_class(metaclass, name, bases, namespace)`: what `type.__new__` does itself; the core calls `__set_name__` and
/// `__init_subclass__`.
pub(super) fn new_class(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [metaclass, name, bases, namespace] = args.exactly("type.__new__")?;
    let shared = &mut *context.shared;
    let Some(name) = as_str(&shared.heap, name).map(str::to_owned) else {
        let given = class::type_name(&shared.heap, name);
        return raise(
            ExceptionKind::TypeError,
            format!("type.__new__() argument 1 must be str, not {given}"),
        );
    };
    let mut bases = operators::as_items(&shared.heap, bases)
        .unwrap_or_default()
        .to_vec();
    if bases.is_empty() {
        bases.push(Value::Type(Type::Object));
    }
    for base in &bases {
        check_base(shared, *base)?;
    }
    for (index, base) in bases.iter().enumerate() {
        if bases[..index].iter().any(|other| is_same(*other, *base)) {
            let name = class::class_name(&shared.heap, *base);
            return raise(ExceptionKind::TypeError, format!("duplicate base class {name}"));
        }
    }
    let orders = bases.iter().map(|base| class::mro(&shared.heap, *base)).collect();
    let order = match class::linearise(orders, &bases) {
        Ok(order) => order,
        Err(stuck) => {
            let names: Vec<&str> = stuck
                .iter()
                .map(|class| class::class_name(&shared.heap, *class))
                .collect();
            let names = names.join(", ");
            return raise(
                ExceptionKind::TypeError,
                format!("Cannot create a consistent method resolution\norder (MRO) for bases {names}"),
            );
        }
    };
    let base = carried_by(shared, &bases)?;
    let attributes = class_attributes(shared, namespace)?;
    let slots = slots_of(shared, &attributes, &bases);
    for value in bases.iter().chain(&order).chain([&metaclass]) {
        shared.heap.retain(*value);
    }
    let class = Class {
        name,
        class: metaclass,
        bases,
        mro: order,
        attributes: attributes.into(),
        base,
        slots,
    };
    shared.heap.change_classes();
    Ok(Flow::Return(
        shared.heap.allocate(Object::Class(Arc::new(class)))?,
    ))
}

fn check_base(shared: &Shared, base: Value) -> Result<(), Fault> {
    match base {
        Value::Type(ty) if !ty.is_acceptable_base() => raise(
            ExceptionKind::TypeError,
            format!("type '{}' is not an acceptable base type", ty.name()),
        ),
        _ if class::is_class(&shared.heap, base) => Ok(()),
        _ => raise(ExceptionKind::TypeError, "bases must be types"),
    }
}

/// The builtin value that instances carry: the most derived of those of the bases.
fn carried_by(shared: &Shared, bases: &[Value]) -> Result<Value, Fault> {
    let mut best = Value::Unbound;
    for carried in bases
        .iter()
        .filter_map(|base| class::carried(&shared.heap, *base))
    {
        if !best.is_bound() || class::is_subclass(&shared.heap, carried, best) {
            best = carried;
        } else if !class::is_subclass(&shared.heap, best, carried) {
            return raise(
                ExceptionKind::TypeError,
                "multiple bases have instance lay-out conflict",
            );
        }
    }
    Ok(best)
}

/// What a namespace says, as a class's attributes; `__new__` and its kin are not methods.
fn class_attributes(shared: &mut Shared, namespace: Value) -> Result<Vec<(Symbol, Value)>, Fault> {
    let Some(dict) = operators::as_dict(&shared.heap, namespace).cloned() else {
        return raise(ExceptionKind::TypeError, "type.__new__() argument 3 must be dict");
    };
    let mut attributes = Vec::with_capacity(dict.len());
    for entry in dict.iter() {
        let Some(name) = as_str(&shared.heap, entry.key) else {
            continue;
        };
        let symbol = Symbol::of(name);
        let kind = match name {
            "__new__" => Some(DescriptorKind::StaticMethod),
            "__init_subclass__" | "__class_getitem__" => Some(DescriptorKind::ClassMethod),
            _ => None,
        };
        let is_function = matches!(shared.heap.object(entry.value), Some(Object::Function(_)));
        shared.heap.retain(entry.value);
        let value = match kind.filter(|_| is_function) {
            Some(kind) => new_descriptor(shared, kind, entry.value)?,
            None => entry.value,
        };
        attributes.push((symbol, value));
    }
    Ok(attributes)
}

/// Which names instances may have, if all classes say so.
fn slots_of(shared: &Shared, attributes: &[(Symbol, Value)], bases: &[Value]) -> Option<Vec<Symbol>> {
    let own = class::find(attributes, NAMES.slots)?;
    let heap = &shared.heap;
    let mut slots = Vec::new();
    for base in bases {
        match base {
            Value::Type(_) => {}
            _ => slots.extend(class::as_class(heap, *base)?.slots.as_ref()?.iter().copied()),
        }
    }
    let names = match as_str(heap, own) {
        Some(name) => vec![name.to_owned()],
        None => {
            let items = operators::as_items(heap, own)?;
            items
                .iter()
                .filter_map(|item| as_str(heap, *item).map(str::to_owned))
                .collect()
        }
    };
    if names.iter().any(|name| name == "__dict__") {
        return None;
    }
    slots.extend(names.iter().map(|name| Symbol::of(name)));
    Some(slots)
}

/// A new descriptor of a function, which is given away.
pub(super) fn new_descriptor(
    shared: &mut Shared,
    kind: DescriptorKind,
    function: Value,
) -> Result<Value, Fault> {
    let descriptor = Descriptor {
        kind,
        get: function,
        set: Value::None,
        delete: Value::None,
        doc: Value::None,
    };
    Ok(shared.heap.allocate(Object::Descriptor(Arc::new(descriptor)))?)
}

/// `isinstance(value, class)`; the core asks metaclasses.
pub(super) fn is_instance(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value, classes] = args.unpacked("isinstance")?;
    let class = class::class_of(&context.shared.heap, value);
    let answer = any_class(
        context,
        classes,
        "isinstance() arg 2 must be a type, a tuple of types, or a union",
        NAMES.instancecheck,
        |heap, wanted| class::is_subclass(heap, class, wanted),
    )?;
    Ok(Flow::Return(Value::bool(answer)))
}

/// `issubclass(class, classes)`
pub(super) fn is_subclass(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [given, classes] = args.unpacked("issubclass")?;
    if !class::is_class(&context.shared.heap, given) {
        return raise(ExceptionKind::TypeError, "issubclass() arg 1 must be a class");
    }
    let answer = any_class(
        context,
        classes,
        "issubclass() arg 2 must be a class, a tuple of classes, or a union",
        NAMES.subclasscheck,
        |heap, wanted| class::is_subclass(heap, given, wanted),
    )?;
    Ok(Flow::Return(Value::bool(answer)))
}

fn any_class(
    context: &Context,
    classes: Value,
    otherwise: &str,
    hook: Symbol,
    is: impl Fn(&crate::heap::Heap, Value) -> bool + Copy,
) -> Result<bool, Fault> {
    let heap = &context.shared.heap;
    if let Some(Object::Tuple(items)) = heap.object(classes) {
        for item in items.iter() {
            if any_class(context, *item, otherwise, hook, is)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if class::overrides(heap, classes, hook) {
        return Err(Fault::NeedsPython);
    }
    if !class::is_class(heap, classes) {
        if matches!(heap.object(classes), Some(Object::Instance(_))) {
            return Err(Fault::NeedsPython);
        }
        return raise(ExceptionKind::TypeError, otherwise);
    }
    Ok(is(heap, classes))
}

/// `type.mro()`
pub(super) fn mro(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (class, []) = args.method("mro")?;
    let order = class::mro(&context.shared.heap, class);
    context.shared.heap.retain_all(&order);
    Ok(Flow::Return(context.shared.heap.list(order)?))
}

/// `type.__subclasses__()`: those of the program, in order of their definition.
pub(super) fn subclasses(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (class, []) = args.method("__subclasses__")?;
    let heap = &mut context.shared.heap;
    let found: Vec<Value> = heap
        .objects()
        .filter(|(_, object)| match object {
            Object::Class(other) => other.bases.iter().any(|base| is_same(*base, class)),
            _ => false,
        })
        .map(|(id, _)| Value::Object(id))
        .collect();
    heap.retain_all(&found);
    Ok(Flow::Return(heap.list(found)?))
}

/// `type.__call__(class, …)`: makes an instance without asking the metaclass.
pub(super) fn call(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    context.shared.heap.retain_all(args.positional);
    args.keywords.iter().for_each(|(_, value)| {
        context.shared.heap.retain(*value);
    });
    let function = crate::library::core("instantiate");
    Ok(Flow::CallWith(
        function,
        args.positional.to_vec(),
        args.keywords.clone(),
    ))
}

/// `callable.__call__(…)` of functions and methods.
pub(super) fn call_callable(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let Some((first, rest)) = args.positional.split_first() else {
        return raise(
            ExceptionKind::TypeError,
            "descriptor '__call__' needs an argument",
        );
    };
    let heap = &mut context.shared.heap;
    let mut function = *first;
    // However many of them follow each other, the call goes to what they stand for.
    while let Some(Object::Method {
        function: Value::Native(Native::CallableCall),
        receiver,
    }) = heap.object(function)
    {
        function = *receiver;
    }
    heap.retain(function);
    heap.retain_all(rest);
    args.keywords.iter().for_each(|(_, value)| {
        heap.retain(*value);
    });
    Ok(Flow::CallWith(function, rest.to_vec(), args.keywords.clone()))
}

/// `object.__new__(class, …)`
pub(super) fn new_object(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if let Some(Value::Type(ty)) = args.positional.first()
        && *ty != Type::Object
        && *ty != Type::Type
    {
        let name = ty.name();
        let message = format!("object.__new__({name}) is not safe, use {name}.__new__()");
        return raise(ExceptionKind::TypeError, message);
    }
    new(context, args)
}

/// `__new__` of builtin types: the core makes the builtin value that the instance carries.
pub(super) fn new(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    context.shared.heap.retain_all(args.positional);
    args.keywords.iter().for_each(|(_, value)| {
        context.shared.heap.retain(*value);
    });
    let function = crate::library::core("new_instance");
    Ok(Flow::CallWith(
        function,
        args.positional.to_vec(),
        args.keywords.clone(),
    ))
}

/// An instance that has nothing yet; what it carries is empty, or absent where that is made of arguments.
pub(crate) fn blank_instance(
    shared: &mut Shared,
    class: Value,
    carried: Option<Value>,
) -> Result<Value, Fault> {
    let heap = &mut shared.heap;
    let base = match carried {
        Some(Value::Type(Type::List)) => heap.list(Vec::new())?,
        Some(Value::Type(Type::Dict)) => heap.allocate(Object::Dict(Arc::new(Dict::new())))?,
        Some(Value::Type(Type::Set)) => heap.allocate(Object::Set(Arc::new(crate::table::Set::new())))?,
        Some(Value::Type(Type::ByteArray)) => heap.allocate(Object::ByteArray(Arc::new(Vec::new())))?,
        _ => Value::Unbound,
    };
    let finalise = class::defines_in_order(heap, class, NAMES.del);
    heap.retain(class);
    Ok(heap.allocate(Object::Instance(Arc::new(Instance::new(class, base, finalise))))?)
}

/// `blank_instance(class)`
pub(super) fn blank(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [class] = args.exactly("blank_instance")?;
    let heap = &mut context.shared.heap;
    let carried = class::carried(heap, class);
    if let Some(kind) = class::exception_kind(heap, class) {
        let args = heap.tuple(Vec::new())?;
        heap.retain(class);
        let exception = crate::exception::ExceptionObject::new(kind, class, args);
        return Ok(Flow::Return(
            heap.allocate(Object::Exception(Arc::new(exception)))?,
        ));
    }
    Ok(Flow::Return(blank_instance(context.shared, class, carried)?))
}

/// `set_base(instance, value)`: what an instance carries; for an exception, its arguments.
pub(super) fn set_base(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [instance, value] = args.exactly("set_base")?;
    let heap = &mut context.shared.heap;
    heap.retain(value);
    let Some(id) = instance.id() else {
        return raise(ExceptionKind::TypeError, "an instance is needed");
    };
    let old = match heap.get_mut(id) {
        Object::Instance(instance) => std::mem::replace(&mut Arc::make_mut(instance).base, value),
        Object::Exception(exception) => std::mem::replace(&mut Arc::make_mut(exception).args, value),
        _ => value,
    };
    heap.release(old);
    Ok(Flow::Return(Value::None))
}

fn descriptor_of<'a>(context: &'a Context, value: Value) -> Option<&'a Descriptor> {
    match context.shared.heap.object(value) {
        Some(Object::Descriptor(descriptor)) => Some(descriptor),
        _ => None,
    }
}

fn changed_property(
    context: &mut Context,
    args: &Args,
    change: impl FnOnce(&mut Descriptor, Value),
) -> Result<Flow, Fault> {
    let (property, [function]) = args.method("property")?;
    let Some(descriptor) = descriptor_of(context, property) else {
        return raise(ExceptionKind::TypeError, "a property is needed");
    };
    let mut descriptor = descriptor.clone();
    change(&mut descriptor, function);
    let heap = &mut context.shared.heap;
    heap.retain_all(&[descriptor.get, descriptor.set, descriptor.delete, descriptor.doc]);
    Ok(Flow::Return(
        heap.allocate(Object::Descriptor(Arc::new(descriptor)))?,
    ))
}

pub(super) fn property_getter(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    changed_property(context, args, |descriptor, function| descriptor.get = function)
}

pub(super) fn property_setter(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    changed_property(context, args, |descriptor, function| descriptor.set = function)
}

pub(super) fn property_deleter(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    changed_property(context, args, |descriptor, function| descriptor.delete = function)
}

/// `descriptor.__get__(instance, class)`
pub(super) fn descriptor_get(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (value, rest) = (args.positional[0], &args.positional[1..]);
    let instance = rest.first().copied().unwrap_or(Value::None);
    let owner = rest.get(1).copied().unwrap_or(Value::None);
    let Some(descriptor) = descriptor_of(context, value) else {
        return raise(ExceptionKind::TypeError, "a descriptor is needed");
    };
    let (kind, function) = (descriptor.kind, descriptor.get);
    let heap = &mut context.shared.heap;
    match kind {
        DescriptorKind::StaticMethod => Ok(Flow::Return(heap.retain(function))),
        DescriptorKind::ClassMethod => {
            let receiver = if matches!(owner, Value::None) {
                class::class_of(heap, instance)
            } else {
                owner
            };
            heap.retain(function);
            heap.retain(receiver);
            Ok(Flow::Return(
                heap.allocate(Object::Method { function, receiver })?,
            ))
        }
        DescriptorKind::Property if matches!(instance, Value::None) => Ok(Flow::Return(heap.retain(value))),
        DescriptorKind::Property => {
            heap.retain(function);
            heap.retain(instance);
            Ok(Flow::Call(function, vec![instance]))
        }
    }
}

/// `property.__set__(instance, value)`
pub(super) fn property_set(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (property, [instance, value]) = args.method("__set__")?;
    let setter = descriptor_of(context, property).map_or(Value::None, |descriptor| descriptor.set);
    call_accessor(context, setter, "setter", vec![instance, value])
}

/// `property.__delete__(instance)`
pub(super) fn property_delete(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (property, [instance]) = args.method("__delete__")?;
    let deleter = descriptor_of(context, property).map_or(Value::None, |descriptor| descriptor.delete);
    call_accessor(context, deleter, "deleter", vec![instance])
}

fn call_accessor(
    context: &mut Context,
    accessor: Value,
    name: &str,
    args: Vec<Value>,
) -> Result<Flow, Fault> {
    if matches!(accessor, Value::None) {
        return raise(ExceptionKind::AttributeError, format!("property has no {name}"));
    }
    let heap = &mut context.shared.heap;
    heap.retain(accessor);
    heap.retain_all(&args);
    Ok(Flow::Call(accessor, args))
}

/// `function.__get__(instance, class)`
pub(super) fn function_get(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let function = args.positional[0];
    let receiver = args.positional.get(1).copied().unwrap_or(Value::None);
    let heap = &mut context.shared.heap;
    heap.retain(function);
    if matches!(receiver, Value::None) {
        return Ok(Flow::Return(function));
    }
    heap.retain(receiver);
    Ok(Flow::Return(
        heap.allocate(Object::Method { function, receiver })?,
    ))
}
