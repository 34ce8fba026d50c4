//! `find`, `index`, `count`, `startswith` and their kin.

use super::{needle, receiver, text_of};
use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::native::arguments::bounds;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{as_items, unwrap};
use crate::string::Str;
use crate::text::search::{self, Bounds};
use crate::value::Value;

/// The text, what is searched for, and where.
fn searched(context: &Context, args: &Args, name: &str) -> Result<(Str, Str, Bounds), Fault> {
    let [wanted, start, end] = args.rest().parsed("str", name, 1)?;
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
        None => raise(ExceptionKind::ValueError, "substring not found"),
    }
}

/// `str.find(sub, start, end)`
pub(in crate::native) fn find(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (text, wanted, bounds) = searched(context, args, "find")?;
    Ok(place(search::find(&text, &wanted, bounds)))
}

/// `str.rfind(sub, start, end)`
pub(in crate::native) fn rfind(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (text, wanted, bounds) = searched(context, args, "rfind")?;
    Ok(place(search::rfind(&text, &wanted, bounds)))
}

/// `str.index(sub, start, end)`
pub(in crate::native) fn index(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (text, wanted, bounds) = searched(context, args, "index")?;
    known_place(search::find(&text, &wanted, bounds))
}

/// `str.rindex(sub, start, end)`
pub(in crate::native) fn rindex(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (text, wanted, bounds) = searched(context, args, "rindex")?;
    known_place(search::rfind(&text, &wanted, bounds))
}

/// `str.count(sub, start, end)`
pub(in crate::native) fn count(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (text, wanted, bounds) = searched(context, args, "count")?;
    Ok(Flow::Return(Value::Int(
        search::count(&text, &wanted, bounds) as i64
    )))
}

/// `str.startswith(prefix, start, end)`
pub(in crate::native) fn starts_with(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    matches_any(context, args, "startswith", search::starts_with)
}

/// `str.endswith(suffix, start, end)`
pub(in crate::native) fn ends_with(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    matches_any(context, args, "endswith", search::ends_with)
}

/// Whether the text matches a string, or one in a tuple.
fn matches_any(
    context: &Context,
    args: &Args,
    name: &str,
    matches: fn(&str, &str, Bounds) -> bool,
) -> Result<Flow, Fault> {
    let [wanted, start, end] = args.rest().parsed("str", name, 1)?;
    let heap = &context.shared.heap;
    let bounds = bounds(heap, start, end)?;
    let text = receiver(context, args)?;
    if let Some(wanted) = text_of(heap, wanted) {
        return Ok(Flow::Return(Value::bool(matches(&text, &wanted, bounds))));
    }
    if !matches!(heap.object(unwrap(heap, wanted)), Some(Object::Tuple(_))) {
        let given = type_name(heap, wanted);
        let message = format!("{name} first arg must be str or a tuple of str, not {given}");
        return raise(ExceptionKind::TypeError, message);
    }
    for one in as_items(heap, wanted).unwrap_or_default() {
        let Some(one) = text_of(heap, *one) else {
            let given = type_name(heap, *one);
            let message = format!("tuple for {name} must only contain str, not {given}");
            return raise(ExceptionKind::TypeError, message);
        };
        if matches(&text, &one, bounds) {
            return Ok(Flow::Return(Value::bool(true)));
        }
    }
    Ok(Flow::Return(Value::bool(false)))
}
