//! Methods that stand for operators, of builtin types.

use syntax::tree::{BinaryOp, UnaryOp};

use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{self, Number, from_int, number};
use crate::subscript;
use crate::symbol::NAMES;
use crate::value::Value;

/// Declares methods for binary operators, each with its operator and whether its operands are the other way round.
macro_rules! binary {
    ($($name:ident $op:ident $reflected:literal;)+) => {
        $(pub(super) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            apply(context, args, BinaryOp::$op, $reflected)
        })+
    };
}

binary! {
    add Add false;
    radd Add true;
    sub Sub false;
    rsub Sub true;
    mul Mul false;
    rmul Mul true;
    truediv Div false;
    rtruediv Div true;
    floordiv FloorDiv false;
    rfloordiv FloorDiv true;
    modulo Mod false;
    rmodulo Mod true;
    pow Pow false;
    rpow Pow true;
    and And false;
    rand And true;
    or Or false;
    ror Or true;
    xor Xor false;
    rxor Xor true;
    lshift LShift false;
    rshift RShift false;
    rlshift LShift true;
    rrshift RShift true;
}

fn apply(context: &mut Context, args: &Args, op: BinaryOp, reflected: bool) -> Result<Flow, Fault> {
    let (receiver, [other]) = args.method("operator")?;
    let heap = &mut context.shared.heap;
    // What is formatted into a text is shown as its class says.
    let other = if op == BinaryOp::Mod {
        other
    } else {
        operators::unwrap(heap, other)
    };
    if let (Some(Number::Int(_)), Some(Number::Float(_))) = (number(heap, receiver), number(heap, other)) {
        return Ok(Flow::Return(Value::NotImplemented));
    }
    // The operators of sets take views of dictionaries too, their methods sets alone.
    if operators::as_set(heap, receiver).is_some() && operators::as_set(heap, other).is_none() {
        return Ok(Flow::Return(Value::NotImplemented));
    }
    let (left, right) = if reflected {
        (other, receiver)
    } else {
        (receiver, other)
    };
    if reflected && op == BinaryOp::Mod && number(heap, receiver).is_none() {
        // Only a text of the receiver's kind is a template.
        let template = operators::unwrap(heap, left);
        if operators::type_of(heap, template) != operators::type_of(heap, receiver) {
            return Ok(Flow::Return(Value::NotImplemented));
        }
        heap.retain_all(&[left, right]);
        return Ok(Flow::Call(
            crate::library::core("percent_of_base"),
            vec![left, right],
        ));
    }
    if let Some(Object::View { .. }) = heap.object(receiver) {
        let name = heap.string(operators::names_of(op).name)?;
        heap.retain_all(&[left, right]);
        return Ok(Flow::Call(
            crate::library::core("view_binary"),
            vec![left, right, name],
        ));
    }
    match operators::builtin_binary(heap, op, false, left, right) {
        Ok(Some(value)) => Ok(Flow::Return(value)),
        Ok(None) => Ok(Flow::Return(Value::NotImplemented)),
        Err(Fault::Raise(ExceptionKind::TypeError, _)) if op != BinaryOp::Mod => {
            Ok(Flow::Return(Value::NotImplemented))
        }
        // A factor's `__index__` is asked where the operator itself is.
        Err(Fault::NeedsPython) if op == BinaryOp::Mul => Ok(Flow::Return(Value::NotImplemented)),
        Err(Fault::NeedsPython) if op != BinaryOp::Mod => {
            let name = heap.string(operators::names_of(op).name)?;
            heap.retain_all(&[left, right]);
            let args = vec![left, right, name, Value::bool(false)];
            Ok(Flow::Call(crate::library::core("operate_on_tables"), args))
        }
        Err(fault) => Err(fault),
    }
}

/// `list.__iadd__`
pub(super) fn iadd(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [other]) = args.method("__iadd__")?;
    operators::binary(&mut context.shared.heap, BinaryOp::Add, true, receiver, other).map(Flow::Return)
}

/// `list.__imul__`, `bytearray.__imul__`
pub(super) fn imul(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [other]) = args.method("__imul__")?;
    let heap = &context.shared.heap;
    if !matches!(number(heap, other), Some(Number::Int(_))) && !class::overrides(heap, other, NAMES.index) {
        let name = type_name(heap, other);
        let message = format!("'{name}' object cannot be interpreted as an integer");
        return raise(ExceptionKind::TypeError, message);
    }
    operators::binary(&mut context.shared.heap, BinaryOp::Mul, true, receiver, other).map(Flow::Return)
}

/// Declares methods for operators of sets and dictionaries that change their receiver, each with its operator.
macro_rules! in_place {
    ($($name:ident $op:ident;)+) => {
        $(pub(super) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            change(context, args, BinaryOp::$op)
        })+
    };
}

in_place! {
    iand And;
    ior Or;
    isub Sub;
    ixor Xor;
}

fn change(context: &mut Context, args: &Args, op: BinaryOp) -> Result<Flow, Fault> {
    let (receiver, [other]) = args.method("operator")?;
    let heap = &mut context.shared.heap;
    let other = operators::unwrap(heap, other);
    let is_set = operators::as_set(heap, receiver).is_some();
    if is_set && operators::as_set(heap, other).is_none() {
        return Ok(Flow::Return(Value::NotImplemented));
    }
    let value = operators::builtin_binary(heap, op, true, receiver, other)?;
    Ok(Flow::Return(value.unwrap_or(Value::NotImplemented)))
}

fn unary(context: &mut Context, args: &Args, op: UnaryOp) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("operator")?;
    operators::unary(&mut context.shared.heap, op, receiver).map(Flow::Return)
}

pub(super) fn neg(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    unary(context, args, UnaryOp::Neg)
}

pub(super) fn pos(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    unary(context, args, UnaryOp::Pos)
}

pub(super) fn invert(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    unary(context, args, UnaryOp::Invert)
}

pub(super) fn truth(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("__bool__")?;
    Ok(Flow::Return(Value::bool(operators::truth(
        &context.shared.heap,
        receiver,
    )?)))
}

pub(super) fn to_int(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("__int__")?;
    let heap = &mut context.shared.heap;
    let value = match number(heap, receiver) {
        Some(Number::Int(value)) => value,
        Some(Number::Float(value)) => crate::int::Int::from_f64(value)?,
        None => return Ok(Flow::Return(Value::NotImplemented)),
    };
    Ok(Flow::Return(from_int(heap, value)?))
}

pub(super) fn to_float(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, []) = args.method("__float__")?;
    Ok(Flow::Return(match number(&context.shared.heap, receiver) {
        Some(Number::Int(value)) => Value::float(value.to_f64()?),
        Some(Number::Float(value)) => Value::float(value),
        None => Value::NotImplemented,
    }))
}

pub(super) fn getitem(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [index]) = args.method("__getitem__")?;
    subscript::get(&mut context.shared.heap, receiver, index).map(Flow::Return)
}

pub(super) fn setitem(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [index, value]) = args.method("__setitem__")?;
    subscript::set(&mut context.shared.heap, receiver, index, value)?;
    Ok(Flow::Return(Value::None))
}

pub(super) fn delitem(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [index]) = args.method("__delitem__")?;
    subscript::delete(&mut context.shared.heap, receiver, index)?;
    Ok(Flow::Return(Value::None))
}

pub(super) fn contains(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (receiver, [item]) = args.method("__contains__")?;
    Ok(Flow::Return(Value::bool(operators::contains(
        &context.shared.heap,
        receiver,
        item,
    )?)))
}
