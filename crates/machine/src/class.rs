//! Classes of every kind: what a value's class is, in which order classes are searched, what is found there.

use crate::code::{Attribute, CodeId, StaticAttribute, StaticClass};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::library::{ClassId, ModuleId};
use crate::native::{Native, Type};
use crate::object::{Class, Object};
use crate::shared::Shared;
use crate::symbol::{NAMES, Symbol};
use crate::value::{Value, is_same};

/// What a class has under a name. Values are borrowed from the class.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Found {
    /// What a class of the program has, or a value that a class of the library has.
    Value(Value),
    /// A method of a builtin type.
    Native(Native),
    /// A method of a class of the library.
    Method(CodeId),
    StaticMethod(CodeId),
    ClassMethod(CodeId),
    Property {
        get: CodeId,
        set: Option<CodeId>,
    },
}

/// A value's class.
pub(crate) fn class_of(heap: &Heap, value: Value) -> Value {
    let ty = match value {
        Value::Unbound => unreachable!("no value has no class"),
        Value::None => Type::None,
        Value::Bool(_) => Type::Bool,
        Value::Int(_) => Type::Int,
        Value::Float(_) => Type::Float,
        Value::Ellipsis => Type::Ellipsis,
        Value::NotImplemented => Type::NotImplemented,
        Value::Native(_) => Type::BuiltinFunction,
        Value::Function(_) => Type::Function,
        Value::Type(_) | Value::ExceptionType(_) => Type::Type,
        Value::Class(class) => return metaclass_of_static(class.get()),
        Value::Module(_) => Type::Module,
        Value::Object(id) => match heap.get(id) {
            Object::Instance(instance) => return instance.class,
            Object::Exception(exception) => return exception.class,
            Object::Class(class) => return class.class,
            object => object.type_of(),
        },
    };
    Value::Type(ty)
}

/// The metaclass that a class of the library names, or inherits.
fn metaclass_of_static(class: &StaticClass) -> Value {
    class.metaclass
}

/// Whether a value is a class.
pub(crate) fn is_class(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Type(_) | Value::ExceptionType(_) | Value::Class(_) => true,
        _ => matches!(heap.object(value), Some(Object::Class(_))),
    }
}

/// The class of the program behind a value.
pub(crate) fn as_class(heap: &Heap, value: Value) -> Option<&Class> {
    match heap.object(value) {
        Some(Object::Class(class)) => Some(class),
        _ => None,
    }
}

/// A class's name.
pub(crate) fn class_name(heap: &Heap, class: Value) -> &str {
    match class {
        Value::Type(ty) => ty.name(),
        Value::ExceptionType(kind) => kind.name(),
        Value::Class(class) => &class.get().name,
        _ => as_class(heap, class).map_or("?", |class| class.name.as_str()),
    }
}

/// The name of a value's class, as messages give it.
pub(crate) fn type_name(heap: &Heap, value: Value) -> &str {
    match class_of(heap, value) {
        Value::Type(ty) => ty.full_name(),
        Value::Class(class) => &class.get().message_name,
        class => class_name(heap, class),
    }
}

/// Calls `visit` for each class of a class's method resolution order, itself first, until it answers.
pub(crate) fn search<T>(heap: &Heap, class: Value, mut visit: impl FnMut(Value) -> Option<T>) -> Option<T> {
    match class {
        Value::Type(ty) => {
            let parent = (ty == Type::Bool).then_some(Value::Type(Type::Int));
            let object = (ty != Type::Object).then_some(Value::Type(Type::Object));
            [Some(class), parent, object]
                .into_iter()
                .flatten()
                .find_map(visit)
        }
        Value::ExceptionType(kind) => {
            let mut at = Some(kind);
            while let Some(kind) = at {
                if let Some(answer) = visit(Value::ExceptionType(kind)) {
                    return Some(answer);
                }
                at = kind.parent();
            }
            visit(Value::Type(Type::Object))
        }
        Value::Class(class) => class.get().mro.iter().copied().find_map(visit),
        _ => {
            if let Some(answer) = visit(class) {
                return Some(answer);
            }
            as_class(heap, class)?.mro.iter().copied().find_map(visit)
        }
    }
}

/// A class's method resolution order, itself first.
pub(crate) fn mro(heap: &Heap, class: Value) -> Vec<Value> {
    let mut order = Vec::new();
    search(heap, class, |class| -> Option<()> {
        order.push(class);
        None
    });
    order
}

/// Whether a class is another or derives from it.
pub(crate) fn is_subclass(heap: &Heap, class: Value, other: Value) -> bool {
    is_same(class, other) || search(heap, class, |class| is_same(class, other).then_some(())).is_some()
}

/// Whether a value is an instance of a class.
pub(crate) fn is_instance(heap: &Heap, value: Value, class: Value) -> bool {
    is_subclass(heap, class_of(heap, value), class)
}

/// What one class itself has under a name.
pub(crate) fn own(shared: &Shared, class: Value, attribute: &Attribute) -> Option<Found> {
    match class {
        Value::Type(ty) => match attribute.methods.of(ty) {
            Some(native) => Some(Found::Native(native)),
            None if attribute.symbol == NAMES.hash && ty.is_unhashable() => Some(Found::Value(Value::None)),
            None => None,
        },
        Value::ExceptionType(ExceptionKind::BaseException) => {
            attribute.methods.of(Type::Exception).map(Found::Native)
        }
        Value::ExceptionType(kind) => {
            crate::native::exception_method(kind, &attribute.name).map(Found::Native)
        }
        Value::Class(id) => own_static(shared, id, attribute.symbol),
        _ => {
            let class = as_class(&shared.heap, class)?;
            class.attributes.get(attribute.symbol).map(Found::Value)
        }
    }
}

fn own_static(shared: &Shared, id: ClassId, name: Symbol) -> Option<Found> {
    Some(match id.get().attributes.get(name)? {
        StaticAttribute::Method(code) => Found::Method(code),
        StaticAttribute::StaticMethod(code) => Found::StaticMethod(code),
        StaticAttribute::ClassMethod(code) => Found::ClassMethod(code),
        StaticAttribute::Property { get, set } => Found::Property { get, set },
        StaticAttribute::Constant(constant) => {
            Found::Value(shared.namespace(id.unit()).constants[constant as usize])
        }
    })
}

/// What a class has under a name, itself or by inheritance.
pub(crate) fn lookup(shared: &Shared, class: Value, attribute: &Attribute) -> Option<Found> {
    search(&shared.heap, class, |class| own(shared, class, attribute))
}

/// What a class of Python's, of the program or of the library, has under a name: what `object` and other builtin types
/// have is left out.
pub(crate) fn lookup_python(shared: &Shared, class: Value, name: Symbol) -> Option<Found> {
    match class {
        Value::Type(_) | Value::ExceptionType(_) => return None,
        _ => {}
    }
    in_pythons(&shared.heap, class, name, |class| match class {
        Value::Class(id) => own_static(shared, id, name),
        _ => as_class(&shared.heap, class)?
            .attributes
            .get(name)
            .map(Found::Value),
    })
}

/// What `visit` finds under a name in the first of Python's classes, unless a builtin type before it has the name.
fn in_pythons<T>(
    heap: &Heap,
    class: Value,
    name: Symbol,
    mut visit: impl FnMut(Value) -> Option<T>,
) -> Option<T> {
    let mut builtin = None;
    let found = search(heap, class, |class| match class {
        Value::Type(ty) => {
            builtin = builtin.or(Some(ty));
            None
        }
        Value::ExceptionType(_) => {
            builtin = Some(Type::Exception);
            None
        }
        _ => visit(class),
    })?;
    match builtin {
        Some(ty) if ty.method(name.text()).is_some() => None,
        _ => Some(found),
    }
}

/// What a value's class, if it is one of Python's, has under a name.
pub(crate) fn special(shared: &Shared, value: Value, name: Symbol) -> Option<Found> {
    if let Value::Object(id) = value {
        match shared.heap.get(id) {
            Object::Instance(instance) => return lookup_python(shared, instance.class, name),
            Object::Exception(exception) => return lookup_python(shared, exception.class, name),
            Object::Class(class) => return lookup_python(shared, class.class, name),
            _ => {}
        }
    }
    match value {
        Value::Class(class) => lookup_python(shared, class.get().metaclass, name),
        _ => None,
    }
}

/// The value under a name in a list of attributes.
pub(crate) fn find(attributes: &[(Symbol, Value)], name: Symbol) -> Option<Value> {
    attributes
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
}

/// The builtin type or exception that instances of a class carry; `None` for `object`, which they need not.
pub(crate) fn carried(heap: &Heap, class: Value) -> Option<Value> {
    search(heap, class, |class| match class {
        Value::Type(Type::Object) => None,
        Value::Type(_) | Value::ExceptionType(_) => Some(class),
        _ => None,
    })
}

/// The builtin exception that a class is or derives from.
pub(crate) fn exception_kind(heap: &Heap, class: Value) -> Option<ExceptionKind> {
    match carried(heap, class)? {
        Value::ExceptionType(kind) => Some(kind),
        _ => None,
    }
}

/// The C3 linearisation of a class with these bases (`mro_implementation` in `Objects/typeobject.c`), without itself.
///
/// # Errors
/// With the classes of which none can come next, if there is no such order.
pub(crate) fn linearise(orders: Vec<Vec<Value>>, bases: &[Value]) -> Result<Vec<Value>, Vec<Value>> {
    let mut lists: Vec<std::collections::VecDeque<Value>> = orders.into_iter().map(Into::into).collect();
    lists.push(bases.iter().copied().collect());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(order);
        }
        let in_tail = |wanted: Value| {
            lists
                .iter()
                .any(|list| list.iter().skip(1).any(|class| is_same(*class, wanted)))
        };
        let heads = || lists.iter().filter_map(|list| list.front().copied());
        let Some(next) = heads().find(|head| !in_tail(*head)) else {
            let mut stuck: Vec<Value> = Vec::new();
            for head in heads() {
                if !stuck.iter().any(|known| is_same(*known, head)) {
                    stuck.push(head);
                }
            }
            return Err(stuck);
        };
        order.push(next);
        for list in &mut lists {
            if list.front().is_some_and(|head| is_same(*head, next)) {
                list.pop_front();
            }
        }
    }
}

/// The order of a class of the library that is being compiled, itself first.
pub(crate) fn linearise_static(
    module: ModuleId,
    before: &[StaticClass],
    class: Value,
    bases: &[Value],
) -> Option<Vec<Value>> {
    let heap = Heap::new(0);
    let order_of = |base: Value| match base {
        Value::Class(id) if id.unit() == module => before[id.index()].mro.clone(),
        base => mro(&heap, base),
    };
    let object = [Value::Type(Type::Object)];
    let bases = if bases.is_empty() { &object } else { bases };
    let mut order = vec![class];
    order.extend(linearise(bases.iter().map(|base| order_of(*base)).collect(), bases).ok()?);
    Some(order)
}

/// Whether one class itself, of the program or the library, defines a name.
pub(crate) fn defines(heap: &Heap, class: Value, name: Symbol) -> bool {
    match class {
        Value::Class(id) => id.get().attributes.get(name).is_some(),
        _ => as_class(heap, class).is_some_and(|class| class.attributes.get(name).is_some()),
    }
}

/// Whether a class or one that it derives from defines a name, builtin types left out.
pub(crate) fn defines_in_order(heap: &Heap, class: Value, name: Symbol) -> bool {
    in_pythons(heap, class, name, |class| {
        defines(heap, class, name).then_some(())
    })
    .is_some()
}

/// Whether a class of Python's has a say in an operation on a value: that of an instance, or a class's metaclass.
pub(crate) fn overrides(heap: &Heap, value: Value, name: Symbol) -> bool {
    let class = match value {
        Value::Object(id) => match heap.get(id) {
            Object::Instance(instance) => instance.class,
            Object::Exception(exception) => exception.class,
            Object::Class(class) => class.class,
            _ => return false,
        },
        Value::Class(class) => class.get().metaclass,
        _ => return false,
    };
    match class {
        Value::Type(_) | Value::ExceptionType(_) => false,
        _ => defines_in_order(heap, class, name),
    }
}

/// A class's name with its module and what it stands in.
pub(crate) fn qualified_name(heap: &Heap, class: Value) -> String {
    let Some(object) = as_class(heap, class) else {
        return class_name(heap, class).to_owned();
    };
    let text = |name: Symbol| match object.attributes.get(name).and_then(|value| heap.object(value)) {
        Some(Object::Str(text)) => Some(text.to_string()),
        _ => None,
    };
    let qualname = text(NAMES.qualname).unwrap_or_else(|| object.name.clone());
    match text(NAMES.module).as_deref() {
        None | Some("builtins") => qualname,
        Some(module) => format!("{module}.{qualname}"),
    }
}

/// Under which name a class, or one that it derives from, has a value.
pub(crate) fn name_of(heap: &Heap, class: Value, value: Value) -> Option<Symbol> {
    search(heap, class, |class| {
        let attributes = &as_class(heap, class)?.attributes;
        let found = attributes.iter().find(|(_, other)| is_same(*other, value));
        found.map(|(name, _)| *name)
    })
}

/// What a class of the program itself has under a name.
pub(crate) fn find_own(heap: &Heap, class: Value, name: Symbol) -> Option<Value> {
    as_class(heap, class)?.attributes.get(name)
}
