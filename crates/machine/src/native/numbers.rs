//! Builtin functions of numbers.

use syntax::tree::BinaryOp;

use crate::class;
use crate::exception::ExceptionKind;
use crate::int::Int;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::operators::{self, Number, number};
use crate::symbol::{NAMES, Symbol};
use crate::value::Value;

/// `bin(x)`
pub(super) fn bin(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    in_base(context, args, "bin", "#b")
}

/// `hex(x)`
pub(super) fn hex(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    in_base(context, args, "hex", "#x")
}

/// `oct(x)`
pub(super) fn oct(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    in_base(context, args, "oct", "#o")
}

fn in_base(context: &mut Context, args: &Args, name: &str, spec: &str) -> Result<Flow, Fault> {
    let [value] = args.exactly(name)?;
    let heap = &mut context.shared.heap;
    if class::overrides(heap, value, NAMES.index) {
        return Err(Fault::NeedsPython);
    }
    let value = match number(heap, value) {
        Some(Number::Int(value)) => operators::from_int(heap, value)?,
        _ => {
            let name = class::type_name(heap, value);
            let message = format!("'{name}' object cannot be interpreted as an integer");
            return raise(ExceptionKind::TypeError, message);
        }
    };
    let text = super::format(heap, value, spec);
    heap.release(value);
    let text = text?;
    Ok(Flow::Return(heap.string(&text)?))
}

/// `divmod(a, b)`
pub(super) fn divmod(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [left, right] = args.unpacked("divmod")?;
    let heap = &mut context.shared.heap;
    let says = |value: Value, name: &str| class::overrides(heap, value, Symbol::of(name));
    if says(left, "__divmod__") || says(right, "__rdivmod__") {
        return Err(Fault::NeedsPython);
    }
    let (Some(a), Some(b)) = (number(heap, left), number(heap, right)) else {
        let (left, right) = (class::type_name(heap, left), class::type_name(heap, right));
        let message = format!("unsupported operand type(s) for divmod(): '{left}' and '{right}'");
        return raise(ExceptionKind::TypeError, message);
    };
    // Of floats the message names the function.
    if let (Number::Float(_), _) | (_, Number::Float(_)) = (&a, &b)
        && !operators::truth(heap, operators::unwrap(heap, right))?
    {
        return raise(ExceptionKind::ZeroDivisionError, "float divmod()");
    }
    let (left, right) = (operators::unwrap(heap, left), operators::unwrap(heap, right));
    let quotient = operators::binary(heap, BinaryOp::FloorDiv, false, left, right)?;
    let rest = operators::binary(heap, BinaryOp::Mod, false, left, right)?;
    Ok(Flow::Return(heap.tuple(vec![quotient, rest])?))
}

/// `pow(base, exp, mod=None)`; with a modulus it is the core's business.
pub(super) fn pow(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [base, exp, modulus] = args.bind("pow", ["base", "exp", "mod"])?;
    if !base.is_bound() || !exp.is_bound() {
        let (name, position) = if base.is_bound() { ("exp", 2) } else { ("base", 1) };
        let message = format!("pow() missing required argument '{name}' (pos {position})");
        return raise(ExceptionKind::TypeError, message);
    }
    if modulus.is_bound() && !matches!(modulus, Value::None) {
        return Err(Fault::NeedsPython);
    }
    operators::binary(&mut context.shared.heap, BinaryOp::Pow, false, base, exp).map(Flow::Return)
}

/// `round(number, ndigits=None)`; with digits it is the core's business.
pub(super) fn round(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value, digits] = args.bind("round", ["number", "ndigits"])?;
    if !value.is_bound() {
        return raise(
            ExceptionKind::TypeError,
            "round() missing required argument 'number' (pos 1)",
        );
    }
    match value {
        Value::Float(value) if !digits.is_bound() || matches!(digits, Value::None) => {
            let rounded = Int::from_f64(value.get().round_ties_even())?;
            Ok(Flow::Return(operators::from_int(
                &mut context.shared.heap,
                rounded,
            )?))
        }
        _ => Err(Fault::NeedsPython),
    }
}
