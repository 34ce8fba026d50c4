//! Calls of builtin types.

use triomphe::Arc;

use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::native::bytes::buffer_of;
use crate::native::classes::new_descriptor;
use crate::native::settle::settle;
use crate::native::string::encode::{codec_arguments, decoded};
use crate::native::{Args, Context, Fault, Flow, Type, raise};
use crate::object::{Descriptor, DescriptorKind, Instance, Object, Range, Super};
use crate::operators::{self, Number, Operand, algebra, as_str, number, plain};
use crate::symbol::NAMES;
use crate::table::Set;
use crate::value::Value;

/// Calls a builtin type.
pub(crate) fn construct(ty: Type, context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let value = match ty {
        Type::Lock => super::sync::new_lock(context)?,
        Type::RLock => super::sync::new_rlock(context)?,
        Type::WeakRef => super::weak::new(context, args)?,
        Type::Object => object(context, args)?,
        Type::Bool => {
            let [value] = args.all().between("", "bool", 0)?;
            Value::bool(value.is_bound() && operators::truth(&context.shared.heap, value)?)
        }
        Type::Float => super::float::construct(context, args)?,
        Type::Int => super::int::construct(context, args)?,
        Type::Str => string(context, args)?,
        Type::List | Type::Tuple => collection(ty, context, args)?,
        Type::Set | Type::FrozenSet => return set(ty, context, args),
        Type::Dict => return super::dict::construct(context, args),
        Type::Enumerate | Type::Zip | Type::Map | Type::Filter | Type::Reversed => {
            super::lazy::construct(ty, context, args)?
        }
        Type::Bytes | Type::ByteArray => super::bytes::construct::new(ty, context, args)?,
        Type::Range => range(context, args)?,
        Type::Slice => slice(context, args)?,
        Type::Type => match args.positional {
            [value] if args.keywords.is_empty() => {
                let class = class::class_of(&context.shared.heap, *value);
                context.shared.heap.retain(class)
            }
            _ => return Err(Fault::NeedsPython),
        },
        Type::Property => property(context, args)?,
        Type::StaticMethod | Type::ClassMethod => {
            let [function] = args.exactly(ty.name())?;
            let kind = if ty == Type::StaticMethod {
                DescriptorKind::StaticMethod
            } else {
                DescriptorKind::ClassMethod
            };
            context.shared.heap.retain(function);
            new_descriptor(context.shared, kind, function)?
        }
        Type::Super => super_of(context, args)?,
        Type::Method => {
            let [function, receiver] = args.exactly("method")?;
            context.shared.heap.retain(function);
            context.shared.heap.retain(receiver);
            context
                .shared
                .heap
                .allocate(Object::Method { function, receiver })?
        }
        Type::None if args.positional.is_empty() => Value::None,
        _ => {
            return raise(
                ExceptionKind::TypeError,
                format!("cannot create '{}' instances", ty.name()),
            );
        }
    };
    Ok(Flow::Return(value))
}

/// The core's function for a call that needs Python.
pub(crate) fn construct_fallback(ty: Type) -> Result<&'static str, Fault> {
    Ok(match ty {
        Type::Bool => "bool_",
        Type::Float => "float_",
        Type::Int => "int_",
        Type::Str => "str_",
        Type::List => "list_",
        Type::Tuple => "tuple_",
        Type::Set => "set_",
        Type::FrozenSet => "frozenset_",
        Type::Dict => "dict_",
        Type::Bytes => "bytes_",
        Type::ByteArray => "bytearray_",
        Type::Range => "range_",
        Type::Type => "type_",
        Type::Enumerate => "enumerate_",
        Type::Zip => "zip_",
        Type::Map => "map_",
        Type::Filter => "filter_",
        Type::Reversed => "reversed_",
        _ => {
            return raise(
                ExceptionKind::TypeError,
                format!("cannot create '{}' instances", ty.name()),
            );
        }
    })
}

fn object(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    if !args.positional.is_empty() || !args.keywords.is_empty() {
        return raise(ExceptionKind::TypeError, "object() takes no arguments");
    }
    let instance = Instance::new(Value::Type(Type::Object), Value::Unbound, false);
    Ok(context
        .shared
        .heap
        .allocate(Object::Instance(Arc::new(instance)))?)
}

fn string(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let [value, encoding, errors] = args.all().named("str", ["object", "encoding", "errors"], 0, 3)?;
    let heap = &mut context.shared.heap;
    if encoding.is_bound() || errors.is_bound() {
        let is_text = value.bound().is_some_and(|value| as_str(heap, value).is_some());
        let (encoding, errors) = match codec_arguments(heap, "str", encoding, errors) {
            Err(Fault::Raise(ExceptionKind::LookupError, _)) if is_text => {
                return raise(ExceptionKind::TypeError, "decoding str is not supported");
            }
            arguments => arguments?,
        };
        let Some(value) = value.bound() else {
            return Ok(heap.string("")?);
        };
        if as_str(heap, value).is_some() {
            return raise(ExceptionKind::TypeError, "decoding str is not supported");
        }
        let Some(bytes) = buffer_of(heap, value) else {
            let name = type_name(heap, value);
            let message = format!("decoding to str: need a bytes-like object, {name} found");
            return raise(ExceptionKind::TypeError, message);
        };
        let text = decoded(heap, value, &bytes, encoding, &errors)?;
        return Ok(heap.string(&text)?);
    }
    if !value.is_bound() {
        return Ok(heap.string("")?);
    }
    if let Some(Object::Str(_)) = heap.object(value) {
        return Ok(heap.retain(value));
    }
    let text = operators::text_of(heap, value)?;
    Ok(heap.string(&text)?)
}

/// Complains about anything but at most one argument by position.
fn at_most_one(ty: Type, args: &Args) -> Result<(), Fault> {
    if !args.keywords.is_empty() {
        return raise(
            ExceptionKind::TypeError,
            format!("{}() takes no keyword arguments", ty.name()),
        );
    }
    if args.positional.len() > 1 {
        let message = format!(
            "{} expected at most 1 argument, got {}",
            ty.name(),
            args.positional.len()
        );
        return raise(ExceptionKind::TypeError, message);
    }
    Ok(())
}

fn set(ty: Type, context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    at_most_one(ty, args)?;
    let is_frozen = ty == Type::FrozenSet;
    settle(
        context,
        args,
        if is_frozen { "frozenset_" } else { "set_" },
        |heap, values| {
            let Some(value) = values.first().copied() else {
                return algebra::set_of_table(heap, Set::new(), is_frozen);
            };
            if is_frozen && let Some(Object::FrozenSet(_)) = heap.object(value) {
                return Ok(heap.retain(value));
            }
            let operand = Operand::of(heap, value)?;
            let result = algebra::made_of(heap, &operand)
                .and_then(|table| algebra::set_of_table(heap, table, is_frozen));
            operand.release(heap);
            result
        },
    )
}

fn collection(ty: Type, context: &mut Context, args: &Args) -> Result<Value, Fault> {
    at_most_one(ty, args)?;
    let given = args.positional.first().copied();
    let heap = &mut context.shared.heap;
    if let Some(value) = given
        && let (Type::Tuple, Some(Object::Tuple(_))) = (ty, heap.object(value))
    {
        return Ok(heap.retain(value));
    }
    let items = match given {
        Some(value) => super::builtins::iterated(heap, value)?,
        None => Vec::new(),
    };
    Ok(if ty == Type::List {
        heap.list(items)?
    } else {
        heap.tuple(items)?
    })
}

fn range(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let heap = &mut context.shared.heap;
    if !args.keywords.is_empty() {
        return raise(ExceptionKind::TypeError, "range() takes no keyword arguments");
    }
    let mut bounds = Vec::new();
    for value in args.positional {
        match number(heap, plain(heap, *value, NAMES.index)?) {
            Some(Number::Int(value)) => match value.to_i64() {
                Some(value) => bounds.push(value),
                None => {
                    return raise(
                        ExceptionKind::OverflowError,
                        "range() beyond 64 bits is not supported here",
                    );
                }
            },
            _ => {
                let name = type_name(heap, *value);
                let message = format!("'{name}' object cannot be interpreted as an integer");
                return raise(ExceptionKind::TypeError, message);
            }
        }
    }
    let (start, stop, step) = match bounds.as_slice() {
        [stop] => (0, *stop, 1),
        [start, stop] => (*start, *stop, 1),
        [start, stop, step] => (*start, *stop, *step),
        [] => {
            return raise(
                ExceptionKind::TypeError,
                "range expected at least 1 argument, got 0",
            );
        }
        many => {
            let message = format!("range expected at most 3 arguments, got {}", many.len());
            return raise(ExceptionKind::TypeError, message);
        }
    };
    if step == 0 {
        return raise(ExceptionKind::ValueError, "range() arg 3 must not be zero");
    }
    Ok(heap.allocate(Object::Range(Arc::new(Range { start, stop, step })))?)
}

fn slice(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let parts = match args.positional {
        [stop] => [Value::None, *stop, Value::None],
        [start, stop] => [*start, *stop, Value::None],
        [start, stop, step] => [*start, *stop, *step],
        many => {
            let bound = if many.is_empty() {
                "least 1 argument"
            } else {
                "most 3 arguments"
            };
            let message = format!("slice expected at {bound}, got {}", many.len());
            return raise(ExceptionKind::TypeError, message);
        }
    };
    let heap = &mut context.shared.heap;
    heap.retain_all(&parts);
    Ok(heap.allocate(Object::Slice(Arc::new(parts)))?)
}

fn property(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let parts = args.bind("property", ["fget", "fset", "fdel", "doc"])?;
    let [get, set, delete, doc] = parts.map(|part| part.bound().unwrap_or(Value::None));
    let heap = &mut context.shared.heap;
    heap.retain_all(&[get, set, delete, doc]);
    let descriptor = Descriptor {
        kind: DescriptorKind::Property,
        get,
        set,
        delete,
        doc,
    };
    Ok(heap.allocate(Object::Descriptor(Arc::new(descriptor)))?)
}

/// `super(type, object)`; without arguments the compiler has passed them.
fn super_of(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let [class, object] = match args.positional {
        [class, object] => [*class, *object],
        [] => return raise(ExceptionKind::RuntimeError, "super(): no arguments"),
        _ => {
            return raise(
                ExceptionKind::TypeError,
                "super() with one argument is not supported here",
            );
        }
    };
    let heap = &mut context.shared.heap;
    if !class::is_class(heap, class) {
        let name = type_name(heap, class);
        return raise(
            ExceptionKind::TypeError,
            format!("super() argument 1 must be a type, not {name}"),
        );
    }
    // In a nested function the first local may be a cell.
    let object = match heap.object(object) {
        Some(Object::Cell(value)) => *value,
        _ => object,
    };
    let start = if class::is_class(heap, object) && class::is_subclass(heap, object, class) {
        object
    } else if class::is_instance(heap, object, class) {
        class::class_of(heap, object)
    } else {
        return raise(
            ExceptionKind::TypeError,
            "super(type, obj): obj must be an instance or subtype of type",
        );
    };
    heap.retain_all(&[class, object, start]);
    Ok(heap.allocate(Object::Super(Arc::new(Super { class, object, start })))?)
}
