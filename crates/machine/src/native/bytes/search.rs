//! `find`, `index`, `count`, `startswith` and their kin.

use super::{Buffer, buffer, buffer_of, owner, receiver};
use crate::bytes::search;
use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::arguments::{as_integer, bounds};
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{as_items, unwrap};
use crate::text::search::Bounds;
use crate::value::Value;

/// What is searched for: bytes, or a byte's value.
fn needle(heap: &Heap, value: Value) -> Result<Vec<u8>, Fault> {
    if let Some(bytes) = buffer_of(heap, value) {
        return Ok(bytes.to_vec());
    }
    match as_integer(heap, value)? {
        Some(byte) => match byte.to_i64().and_then(|byte| u8::try_from(byte).ok()) {
            Some(byte) => Ok(vec![byte]),
            None => raise(ExceptionKind::ValueError, "byte must be in range(0, 256)"),
        },
        None => {
            let name = type_name(heap, value);
            let message = format!("argument should be integer or bytes-like object, not '{name}'");
            raise(ExceptionKind::TypeError, message)
        }
    }
}

fn searched(context: &Context, args: &Args, name: &str) -> Result<(Buffer, Vec<u8>, Bounds), Fault> {
    let [wanted, start, end] = args.rest().parsed(owner(context, args), name, 1)?;
    let heap = &context.shared.heap;
    let bounds = bounds(heap, start, end)?;
    Ok((receiver(context, args)?, needle(heap, wanted)?, bounds))
}

fn place(found: Option<usize>) -> Flow {
    Flow::Return(Value::Int(found.map_or(-1, |at| at as i64)))
}

fn known_place(found: Option<usize>) -> Result<Flow, Fault> {
    match found {
        Some(_) => Ok(place(found)),
        None => raise(ExceptionKind::ValueError, "subsection not found"),
    }
}

/// `bytes.find(sub, start, end)`
pub(in crate::native) fn find(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (bytes, wanted, bounds) = searched(context, args, "find")?;
    Ok(place(search::find(&bytes, &wanted, bounds)))
}

/// `bytes.rfind(sub, start, end)`
pub(in crate::native) fn rfind(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (bytes, wanted, bounds) = searched(context, args, "rfind")?;
    Ok(place(search::rfind(&bytes, &wanted, bounds)))
}

/// `bytes.index(sub, start, end)`
pub(in crate::native) fn index(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (bytes, wanted, bounds) = searched(context, args, "index")?;
    known_place(search::find(&bytes, &wanted, bounds))
}

/// `bytes.rindex(sub, start, end)`
pub(in crate::native) fn rindex(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (bytes, wanted, bounds) = searched(context, args, "rindex")?;
    known_place(search::rfind(&bytes, &wanted, bounds))
}

/// `bytes.count(sub, start, end)`
pub(in crate::native) fn count(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (bytes, wanted, bounds) = searched(context, args, "count")?;
    Ok(Flow::Return(Value::Int(
        search::count(&bytes, &wanted, bounds) as i64
    )))
}

/// `bytes.startswith(prefix, start, end)`
pub(in crate::native) fn starts_with(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    matches_any(context, args, "startswith", search::starts_with)
}

/// `bytes.endswith(suffix, start, end)`
pub(in crate::native) fn ends_with(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    matches_any(context, args, "endswith", search::ends_with)
}

/// Whether the bytes match others, or some in a tuple.
fn matches_any(
    context: &Context,
    args: &Args,
    name: &str,
    matches: fn(&[u8], &[u8], Bounds) -> bool,
) -> Result<Flow, Fault> {
    let [wanted, start, end] = args.rest().parsed(owner(context, args), name, 1)?;
    let heap = &context.shared.heap;
    let bounds = bounds(heap, start, end)?;
    let bytes = receiver(context, args)?;
    if let Some(wanted) = buffer_of(heap, wanted) {
        return Ok(Flow::Return(Value::bool(matches(&bytes, &wanted, bounds))));
    }
    if !matches!(heap.object(unwrap(heap, wanted)), Some(Object::Tuple(_))) {
        let given = type_name(heap, wanted);
        let message = format!("{name} first arg must be bytes or a tuple of bytes, not {given}");
        return raise(ExceptionKind::TypeError, message);
    }
    for one in as_items(heap, wanted).unwrap_or_default() {
        if matches(&bytes, &buffer(heap, *one)?, bounds) {
            return Ok(Flow::Return(Value::bool(true)));
        }
    }
    Ok(Flow::Return(Value::bool(false)))
}
