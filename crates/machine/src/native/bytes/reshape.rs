//! `join`, `replace`, `translate`, `maketrans`, `lower`, `title`, …

use triomphe::Arc;

use super::{Buffer, buffer, buffer_of, changed, exactly, new, owner, receiver};
use crate::bytes::reshape;
use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::arguments::most;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::operators::collect;
use crate::value::Value;

/// Declares methods that return the bytes with other letters.
macro_rules! changes {
    ($($name:ident $change:expr;)+) => {
        $(pub(in crate::native) fn $name(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
            let [] = exactly(context, args, stringify!($name))?;
            let change: fn(&[u8]) -> Vec<u8> = $change;
            let bytes = receiver(context, args)?;
            context.shared.heap.has_room(bytes.len() as u64)?;
            new(context, args, change(&bytes))
        })+
    };
}

changes! {
    capitalize reshape::capitalize;
    lower <[u8]>::to_ascii_lowercase;
    swapcase reshape::swapcase;
    title reshape::title;
    upper <[u8]>::to_ascii_uppercase;
}

/// `bytes.join(iterable)`
pub(in crate::native) fn join(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [iterable] = exactly(context, args, "join")?;
    let separator = receiver(context, args)?;
    let heap = &mut context.shared.heap;
    let Some(items) = collect(heap, iterable)? else {
        return raise(ExceptionKind::TypeError, "can only join an iterable");
    };
    let parts = buffers(heap, &items);
    items.into_iter().for_each(|item| heap.release(item));
    let parts = parts?;
    let joined = reshape::join(
        &separator,
        &parts.iter().map(|part| &**part).collect::<Vec<_>>(),
        heap.room(),
    )?;
    new(context, args, joined)
}

fn buffers(heap: &Heap, items: &[Value]) -> Result<Vec<Buffer>, Fault> {
    let buffers = items
        .iter()
        .enumerate()
        .map(|(index, item)| match buffer_of(heap, *item) {
            Some(bytes) => Ok(bytes),
            None => {
                let given = type_name(heap, *item);
                let message = format!("sequence item {index}: expected a bytes-like object, {given} found");
                raise(ExceptionKind::TypeError, message)
            }
        });
    buffers.collect()
}

/// `bytes.replace(old, new, count=-1)`
pub(in crate::native) fn replace(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [old, by, count] = args.rest().between(owner(context, args), "replace", 2)?;
    let heap = &context.shared.heap;
    let old = buffer(heap, old)?;
    let by = buffer(heap, by)?;
    let count = most(heap, count)?;
    let bytes = receiver(context, args)?;
    let replaced = reshape::replace(&bytes, &old, &by, count, heap.room())?;
    changed(context, args, &bytes, &replaced)
}

/// `bytes.translate(table, delete=b'')`
pub(in crate::native) fn translate(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [table, dropped] = args.rest().named("translate", ["", "delete"], 1, 2)?;
    let heap = &context.shared.heap;
    let table = if let Value::None = table {
        None
    } else {
        Some(buffer(heap, table)?)
    };
    let dropped = if dropped.is_bound() {
        Some(buffer(heap, dropped)?)
    } else {
        None
    };
    let bytes = receiver(context, args)?;
    heap.has_room(bytes.len() as u64)?;
    let translated = reshape::translate(&bytes, table.as_deref(), dropped.as_deref().unwrap_or_default())?;
    changed(context, args, &bytes, &translated)
}

/// `bytes.maketrans(frm, to)`
pub(in crate::native) fn make_translation(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [from, to] = args.all().between("bytes", "maketrans", 2)?;
    let heap = &mut context.shared.heap;
    let (from, to) = (buffer(heap, from)?, buffer(heap, to)?);
    let table = reshape::make_translation(&from, &to)?;
    Ok(Flow::Return(
        heap.allocate(Object::Bytes(Arc::from(table.as_slice())))?,
    ))
}
