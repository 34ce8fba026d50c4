//! What every object has, and the builtins that look behind the dot.

use crate::attribute::{self, Got};
use crate::class::{self, type_name};
use crate::code::{Attribute, Program};
use crate::exception::ExceptionKind;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{self, as_str};
use crate::symbol::{NAMES, Symbol};
use crate::value::{Value, is_same};

fn name_of(context: &Context, value: Value) -> Result<Attribute, Fault> {
    match as_str(&context.shared.heap, value) {
        Some(name) => Ok(Attribute::new(name)),
        None => {
            let given = type_name(&context.shared.heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("attribute name must be string, not '{given}'"),
            )
        }
    }
}

fn flow(got: Got) -> Flow {
    match got {
        Got::Value(value) => Flow::Return(value),
        Got::Call(function, args) => Flow::Call(function, args),
    }
}

/// `getattr(object, name[, default])`
pub(super) fn getattr(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    match args.positional {
        [object, name] => {
            let attribute = name_of(context, *name)?;
            attribute::get(context.shared, context.program, *object, &attribute).map(flow)
        }
        [object, name, default] => {
            let attribute = name_of(context, *name)?;
            match attribute::get(context.shared, context.program, *object, &attribute) {
                Ok(Got::Value(value)) => Ok(Flow::Return(value)),
                Ok(Got::Call(function, begun)) => {
                    // The core asks again, where it can catch what the call raises.
                    let begun = begun.into_iter().chain([function]);
                    begun.for_each(|value| context.shared.heap.release(value));
                    context.shared.heap.retain_all(args.positional);
                    Ok(Flow::Call(
                        crate::library::core("getattr_default"),
                        args.positional.to_vec(),
                    ))
                }
                Err(
                    Fault::Raise(ExceptionKind::AttributeError, _)
                    | Fault::Missing {
                        kind: ExceptionKind::AttributeError,
                        ..
                    },
                ) => {
                    context.shared.heap.retain(*default);
                    Ok(Flow::Return(*default))
                }
                Err(fault) => Err(fault),
            }
        }
        many => {
            let bound = if many.len() < 2 { "least 2" } else { "most 3" };
            let message = format!("getattr expected at {bound} arguments, got {}", many.len());
            raise(ExceptionKind::TypeError, message)
        }
    }
}

/// `hasattr(object, name)`
pub(super) fn hasattr(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [object, name] = args.unpacked("hasattr")?;
    let attribute = name_of(context, name)?;
    let found = match attribute::get(context.shared, context.program, object, &attribute) {
        Ok(Got::Value(value)) => {
            context.shared.heap.release(value);
            true
        }
        Ok(Got::Call(function, args)) => {
            let args = context.shared.heap.tuple(args)?;
            return Ok(Flow::Call(
                crate::library::core("has_attribute"),
                vec![function, args],
            ));
        }
        Err(
            Fault::Raise(ExceptionKind::AttributeError, _)
            | Fault::Missing {
                kind: ExceptionKind::AttributeError,
                ..
            },
        ) => false,
        Err(fault) => return Err(fault),
    };
    Ok(Flow::Return(Value::bool(found)))
}

/// A call whose result means nothing.
fn set_flow(got: Option<Got>) -> Flow {
    got.map_or(Flow::Return(Value::None), flow)
}

/// `setattr(object, name, value)`
pub(super) fn setattr(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [object, name, value] = args.unpacked("setattr")?;
    let attribute = name_of(context, name)?;
    context.shared.heap.charge(attribute.name.len() as u64)?;
    attribute::set(context.shared, context.program, object, &attribute, Some(value)).map(set_flow)
}

/// `delattr(object, name)`
pub(super) fn delattr(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [object, name] = args.unpacked("delattr")?;
    let attribute = name_of(context, name)?;
    attribute::set(context.shared, context.program, object, &attribute, None).map(set_flow)
}

/// `object.__getattribute__(self, name)`
pub(super) fn getattribute(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (object, [name]) = args.method("__getattribute__")?;
    let attribute = name_of(context, name)?;
    match attribute::get_plain(context.shared, context.program, object, &attribute)? {
        Some(got) => Ok(flow(got)),
        None => attribute::not_found(context.shared, object, &attribute.name),
    }
}

/// `object.__setattr__(self, name, value)`
pub(super) fn setattr_plain(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (object, [name, value]) = args.method("__setattr__")?;
    let attribute = name_of(context, name)?;
    attribute::set_plain(context.shared, context.program, object, &attribute, Some(value)).map(set_flow)
}

/// `object.__delattr__(self, name)`
pub(super) fn delattr_plain(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (object, [name]) = args.method("__delattr__")?;
    let attribute = name_of(context, name)?;
    attribute::set_plain(context.shared, context.program, object, &attribute, None).map(set_flow)
}

/// `object.__init__(self)`: the core complains about arguments that nobody takes.
pub(super) fn init(_: &mut Context, _: &Args) -> Result<Flow, Fault> {
    Ok(Flow::Return(Value::None))
}

/// `object.__reduce_ex__(self, protocol)` and what belongs to it: the core knows how.
pub(super) fn in_python(_: &mut Context, _: &Args) -> Result<Flow, Fault> {
    Err(Fault::NeedsPython)
}

/// `object.__subclasshook__(class)`: the bases decide.
pub(super) fn subclass_hook(_: &mut Context, _: &Args) -> Result<Flow, Fault> {
    Ok(Flow::Return(Value::NotImplemented))
}

/// `object.__init_subclass__()`
pub(super) fn init_subclass(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if !args.keywords.is_empty() || args.positional.len() > 1 {
        let name = class::class_name(&context.shared.heap, args.positional[0]);
        return raise(
            ExceptionKind::TypeError,
            format!("{name}.__init_subclass__() takes no keyword arguments"),
        );
    }
    Ok(Flow::Return(Value::None))
}

/// `object.__repr__(self)`, and that of builtin types.
pub(super) fn repr(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (value, []) = args.method("__repr__")?;
    let text = operators::plain_repr(context.shared, context.program, value)?;
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `object.__str__(self)`
pub(super) fn str(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (value, []) = args.method("__str__")?;
    let heap = &context.shared.heap;
    if class::overrides(heap, value, NAMES.repr) {
        return Err(Fault::NeedsPython);
    }
    let text = operators::plain_text(context.shared, context.program, value)?;
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `object.__format__(self, spec)`
pub(super) fn format(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (value, [spec]) = args.method("__format__")?;
    let heap = &context.shared.heap;
    let spec_text = as_str(heap, spec).unwrap_or_default().to_owned();
    let base = operators::unwrap(heap, value);
    if is_same(base, value) && matches!(heap.object(value), Some(Object::Instance(_))) || spec_text.is_empty()
    {
        if spec_text.is_empty() {
            return Err(Fault::NeedsPython);
        }
        let name = type_name(heap, value);
        let message = format!("unsupported format string passed to {name}.__format__");
        return raise(ExceptionKind::TypeError, message);
    }
    let text = super::format(heap, base, &spec_text)?;
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `object.__hash__(self)`
pub(super) fn hash(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (value, []) = args.method("__hash__")?;
    let base = operators::unwrap(&context.shared.heap, value);
    let hash = if is_same(base, value)
        && value.id().is_some()
        && matches!(context.shared.heap.object(value), Some(Object::Instance(_)))
    {
        crate::hash::identity(operators::identity(value))
    } else {
        operators::hash(&context.shared.heap, base)?
    };
    Ok(Flow::Return(Value::Int(hash)))
}

/// A comparison of what builtin types are; `NotImplemented` where they are not of one kind.
fn compare(context: &mut Context, args: &Args, op: syntax::tree::CompareOp) -> Result<Flow, Fault> {
    let (value, [other]) = args.method("comparison")?;
    let heap = &context.shared.heap;
    let (left, right) = (operators::unwrap(heap, value), operators::unwrap(heap, other));
    let is_object = matches!(heap.object(left), Some(Object::Instance(_)));
    if is_object
        || operators::type_of(heap, left) != operators::type_of(heap, right)
            && !both_numbers(heap, left, right)
    {
        let same = is_same(value, other) && op == syntax::tree::CompareOp::Eq;
        return Ok(Flow::Return(if same {
            Value::bool(true)
        } else {
            Value::NotImplemented
        }));
    }
    match operators::compare(heap, op, left, right) {
        Ok(answer) => Ok(Flow::Return(Value::bool(answer))),
        Err(Fault::Raise(ExceptionKind::TypeError, _)) => Ok(Flow::Return(Value::NotImplemented)),
        Err(fault) => Err(fault),
    }
}

fn both_numbers(heap: &crate::heap::Heap, left: Value, right: Value) -> bool {
    operators::number(heap, left).is_some() && operators::number(heap, right).is_some()
}

/// `object.__eq__(self, other)`
pub(super) fn eq(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    compare(context, args, syntax::tree::CompareOp::Eq)
}

/// `object.__ne__(self, other)`: the opposite of `__eq__`, which may be Python's.
pub(super) fn ne(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    context.shared.heap.retain_all(args.positional);
    Ok(Flow::Call(
        crate::library::core("not_equal_by_equal"),
        args.positional.to_vec(),
    ))
}

pub(super) fn lt(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    compare(context, args, syntax::tree::CompareOp::Lt)
}

pub(super) fn le(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    compare(context, args, syntax::tree::CompareOp::LtE)
}

pub(super) fn gt(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    compare(context, args, syntax::tree::CompareOp::Gt)
}

pub(super) fn ge(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    compare(context, args, syntax::tree::CompareOp::GtE)
}

/// `dir(object)`; without it, the names of `locals()`.
pub(super) fn dir(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let Some(object) = args.positional.first().copied() else {
        let dict = match locals(context, args)? {
            Flow::Return(dict) => dict,
            // The program's global variables, about to become a dictionary that writes through.
            Flow::Call(_, values) if values.len() == 1 => values[0],
            _ => return Err(Fault::NeedsPython),
        };
        let keys = operators::collect(&mut context.shared.heap, dict)?.unwrap_or_default();
        context.shared.heap.release(dict);
        let list = context.shared.heap.list(keys)?;
        return Ok(Flow::Call(Value::Native(super::Native::Sorted), vec![list]));
    };
    if Symbol::known("__dir__").is_some_and(|name| class::special(context.shared, object, name).is_some()) {
        return Err(Fault::NeedsPython);
    }
    let names = super::attributes::names(context.shared, object);
    let heap = &mut context.shared.heap;
    let mut values = Vec::with_capacity(names.len());
    for name in names {
        values.push(heap.string(&name)?);
    }
    Ok(Flow::Return(heap.list(values)?))
}

/// `vars(object)`: a copy of what the object holds; without it, `locals()`.
pub(super) fn vars(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    if args.positional.is_empty() && args.keywords.is_empty() {
        return locals(context, args);
    }
    let [object] = args.unpacked("vars")?;
    let attribute = Attribute::new("__dict__");
    if class::lookup_python(
        context.shared,
        class::class_of(&context.shared.heap, object),
        NAMES.getattribute,
    )
    .is_some()
    {
        return attribute::get(context.shared, context.program, object, &attribute).map(flow);
    }
    match attribute::get_plain(context.shared, context.program, object, &attribute)? {
        Some(got) => Ok(flow(got)),
        None => raise(
            ExceptionKind::TypeError,
            "vars() argument must have __dict__ attribute",
        ),
    }
}

/// `set_global(name, value)`: of the program.
pub(super) fn set_global(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [name, value] = args.exactly("set_global")?;
    let attribute = name_of(context, name)?;
    context.shared.set_module_attribute(
        context.program,
        crate::library::ModuleId::MAIN,
        &attribute,
        Some(value),
    )?;
    Ok(Flow::Return(Value::None))
}

/// `delete_global(name)`: of the program.
pub(super) fn delete_global(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [name] = args.exactly("delete_global")?;
    let attribute = name_of(context, name)?;
    context
        .shared
        .set_module_attribute(context.program, crate::library::ModuleId::MAIN, &attribute, None)?;
    Ok(Flow::Return(Value::None))
}

/// `locals()`: a copy of the innermost call's variables; that of a class's body is the namespace itself.
pub(super) fn locals(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("locals")?;
    let Some(frame) = context.frames.last() else {
        return super::interpreter::globals(context, args);
    };
    if frame.namespace.is_bound() {
        return Ok(Flow::Return(context.shared.heap.retain(frame.namespace)));
    }
    if frame.code == Program::MODULE {
        return super::interpreter::globals(context, args);
    }
    let heap = &mut context.shared.heap;
    let dict = super::dict::new_dict(heap)?;
    for (name, place) in context.program.code(frame.code).locals.iter().zip(context.places) {
        let value = match heap.object(*place) {
            Some(Object::Cell(value)) => *value,
            _ => *place,
        };
        if value.is_bound() {
            let key = heap.string(name)?;
            heap.retain(value);
            operators::put_text(heap, dict, key, value)?;
        }
    }
    Ok(Flow::Return(dict))
}
