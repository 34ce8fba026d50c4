//! `join` and `replace`.

use super::{borrowed, borrowed_receiver, new, new_unless, receiver, text_of};
use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::arguments::most;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::collect;
use crate::string::Str;
use crate::text::replace;
use crate::value::Value;

/// `str.join(iterable)`
pub(in crate::native) fn join(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [iterable]) = args.method("str.join")?;
    if let Some(joined) = joined_texts(context, args, iterable) {
        return new(context, &joined);
    }
    let separator = receiver(context, args)?;
    let heap = &mut context.shared.heap;
    let Some(items) = collect(heap, iterable)? else {
        return raise(ExceptionKind::TypeError, "can only join an iterable");
    };
    let parts = texts(heap, &items);
    let only = (items.len() == 1).then(|| items[0]).filter(|_| parts.is_ok());
    if let Some(only) = only.filter(|only| matches!(heap.object(*only), Some(Object::Str(_)))) {
        // One string is the result.
        return Ok(Flow::Return(only));
    }
    items.into_iter().for_each(|item| heap.release(item));
    let joined = replace::join(
        &separator,
        &parts?.iter().map(|part| &**part).collect::<Vec<_>>(),
        heap.room(),
    )?;
    new(context, &joined)
}

/// What comes of a list or tuple of several strings, if there is room for it.
fn joined_texts(context: &Context, args: &Args, iterable: Value) -> Option<String> {
    let heap = &context.shared.heap;
    let (Object::List(items) | Object::Tuple(items)) = heap.object(iterable)? else {
        return None;
    };
    let separator = borrowed_receiver(heap, args).ok()?;
    let text = |item: &Value| match heap.object(*item) {
        Some(Object::Str(text)) => Some(&**text),
        _ => None,
    };
    let (first, others) = items.split_first().filter(|(_, others)| !others.is_empty())?;
    let mut length = text(first)?.len();
    for item in others {
        length += separator.len() + text(item)?.len();
    }
    heap.has_room(length as u64).ok()?;
    let mut joined = String::with_capacity(length);
    joined.push_str(text(first)?);
    for item in others {
        joined.push_str(separator);
        joined.push_str(text(item)?);
    }
    Some(joined)
}

fn texts(heap: &Heap, items: &[Value]) -> Result<Vec<Str>, Fault> {
    let texts = items
        .iter()
        .enumerate()
        .map(|(index, item)| match text_of(heap, *item) {
            Some(text) => Ok(text),
            None => {
                let given = type_name(heap, *item);
                let message = format!("sequence item {index}: expected str instance, {given} found");
                raise(ExceptionKind::TypeError, message)
            }
        });
    texts.collect()
}

/// `str.replace(old, new, count=-1)`
pub(in crate::native) fn replace(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [old, by, count] = args.rest().between("str", "replace", 2)?;
    let heap = &context.shared.heap;
    let old = borrowed(heap, old, "replace() argument 1")?;
    let by = borrowed(heap, by, "replace() argument 2")?;
    let count = most(heap, count)?;
    let whole = borrowed_receiver(heap, args)?;
    let replaced = replace::replace(whole, old, by, count, heap.room())?;
    new_unless(replaced == whole, context, args, &replaced)
}
