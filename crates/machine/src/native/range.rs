//! Methods of `range` and `slice`.

use crate::class;
use crate::exception::ExceptionKind;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::{Object, Range};
use crate::operators::{self, Number, number};
use crate::subscript;
use crate::symbol::NAMES;
use crate::value::Value;

fn range_of(context: &Context, value: Value) -> Result<Range, Fault> {
    match context.shared.heap.object(value) {
        Some(Object::Range(range)) => Ok(**range),
        _ => raise(ExceptionKind::TypeError, "a range is required"),
    }
}

/// Where a value is in a range; one whose class defines `__eq__` is compared with every number.
fn position(context: &Context, range: Range, wanted: Value) -> Result<Option<i64>, Fault> {
    let heap = &context.shared.heap;
    if class::overrides(heap, wanted, NAMES.eq) {
        return Err(Fault::NeedsPython);
    }
    Ok(operators::position_in_range(heap, range, wanted))
}

/// `range.count(x)`
pub(super) fn count(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (range, [wanted]) = args.method("range.count")?;
    let range = range_of(context, range)?;
    let found = position(context, range, wanted)?.is_some();
    Ok(Flow::Return(Value::Int(i64::from(found))))
}

/// `range.index(x)`
pub(super) fn index(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (range, [wanted]) = args.method("range.index")?;
    let range = range_of(context, range)?;
    match position(context, range, wanted)? {
        Some(index) => Ok(Flow::Return(Value::Int(index))),
        None if matches!(number(&context.shared.heap, wanted), Some(Number::Int(_))) => {
            let text = operators::repr_of(&context.shared.heap, wanted)?;
            raise(ExceptionKind::ValueError, format!("{text} is not in range"))
        }
        None => raise(ExceptionKind::ValueError, "sequence.index(x): x not in sequence"),
    }
}

/// `slice.indices(length)`
pub(super) fn slice_indices(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (slice, [length]) = args.method("slice.indices")?;
    let heap = &mut context.shared.heap;
    let index = NAMES.index;
    let Some(Object::Slice(parts)) = heap.object(slice) else {
        return raise(ExceptionKind::TypeError, "a slice is required");
    };
    let parts = **parts;
    if parts
        .iter()
        .chain([&length])
        .any(|value| class::overrides(heap, *value, index))
    {
        return Err(Fault::NeedsPython);
    }
    let length = match number(heap, length) {
        Some(Number::Int(length)) if length.is_negative() => {
            return raise(ExceptionKind::ValueError, "length should not be negative");
        }
        Some(Number::Int(length)) => length.to_i64().unwrap_or(i64::MAX),
        _ => {
            let name = class::type_name(heap, length);
            let message = format!("'{name}' object cannot be interpreted as an integer");
            return raise(ExceptionKind::TypeError, message);
        }
    };
    let (start, stop, step) = subscript::slice_bounds(heap, parts, length)?;
    Ok(Flow::Return(heap.tuple(vec![
        Value::Int(start),
        Value::Int(stop),
        Value::Int(step),
    ])?))
}
