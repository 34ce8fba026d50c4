//! Methods of `str`.

pub(super) mod case;
pub(super) mod encode;
pub(super) mod layout;
pub(super) mod reshape;
pub(super) mod search;
pub(super) mod split;
pub(super) mod template;
pub(super) mod translate;

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::arguments::given_type;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::{as_str, unwrap};
use crate::string::Str;
use crate::value::Value;

/// The text of a string; another reference to it, so that the heap stays free to change.
pub(super) fn text_of(heap: &Heap, value: Value) -> Option<Str> {
    match heap.object(unwrap(heap, value)) {
        Some(Object::Str(text)) => Some(text.clone()),
        _ => None,
    }
}

/// The string that a method works on.
fn receiver(context: &Context, args: &Args) -> Result<Str, Fault> {
    let heap = &context.shared.heap;
    borrowed_receiver(heap, args)?;
    let Some(text) = text_of(heap, args.receiver()) else {
        unreachable!("it is a string")
    };
    Ok(text)
}

/// The same, borrowed.
fn borrowed_receiver<'a>(heap: &'a Heap, args: &Args) -> Result<&'a str, Fault> {
    let value = args.receiver();
    match as_str(heap, value) {
        Some(text) => Ok(text),
        None => {
            let name = type_name(heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("descriptor requires a 'str' object but received a '{name}'"),
            )
        }
    }
}

/// An argument that has to be a string (`_PyArg_BadArgument`).
pub(super) fn text(heap: &Heap, value: Value, what: &str) -> Result<Str, Fault> {
    borrowed(heap, value, what)?;
    let Some(text) = text_of(heap, value) else {
        unreachable!("it is a string")
    };
    Ok(text)
}

/// The same, borrowed.
fn borrowed<'a>(heap: &'a Heap, value: Value, what: &str) -> Result<&'a str, Fault> {
    match as_str(heap, value) {
        Some(text) => Ok(text),
        None => {
            let name = given_type(heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("{what} must be str, not {name}"),
            )
        }
    }
}

/// The same where CPython's message does not say which argument it is.
fn needle(heap: &Heap, value: Value) -> Result<Str, Fault> {
    match text_of(heap, value) {
        Some(text) => Ok(text),
        None => {
            let name = type_name(heap, value);
            raise(ExceptionKind::TypeError, format!("must be str, not {name}"))
        }
    }
}

fn new(context: &mut Context, text: &str) -> Result<Flow, Fault> {
    Ok(Flow::Return(context.shared.heap.string(text)?))
}

/// A new string, or the receiver where nothing was changed.
fn changed(context: &mut Context, args: &Args, before: &str, after: &str) -> Result<Flow, Fault> {
    new_unless(before == after, context, args, after)
}

/// The same where it is known whether something was changed.
fn new_unless(is_same: bool, context: &mut Context, args: &Args, after: &str) -> Result<Flow, Fault> {
    if is_same && matches!(context.shared.heap.object(args.receiver()), Some(Object::Str(_))) {
        return Ok(Flow::Return(context.shared.heap.retain(args.receiver())));
    }
    new(context, after)
}
