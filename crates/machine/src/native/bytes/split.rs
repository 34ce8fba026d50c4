//! `split`, `splitlines`, `partition`, `strip`, `removeprefix` and their kin.

use super::{Buffer, buffer, changed, exactly, like, owner, receiver};
use crate::bytes::{search, split};
use crate::exception::ExceptionKind;
use crate::native::arguments::{c_int, most};
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::text::search::Bounds;
use crate::value::Value;

fn list_of(context: &mut Context, args: &Args, parts: &[&[u8]]) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    let mut values = Vec::with_capacity(parts.len());
    for part in parts {
        heap.has_room(part.len() as u64)?;
        values.push(like(heap, args.receiver(), part.to_vec())?);
    }
    Ok(Flow::Return(heap.list(values)?))
}

/// Makes sure that a list of so many parts has room before it is made.
fn has_room_for(context: &Context, parts: usize) -> Result<(), Fault> {
    Ok(context
        .shared
        .heap
        .has_room((parts as u64 + 1) * size_of::<Value>() as u64)?)
}

/// The bytes, the separator unless it is white space, and the count.
type Split = (Buffer, Option<Buffer>, Option<usize>);

fn split_arguments(context: &Context, args: &Args, name: &str) -> Result<Split, Fault> {
    let [separator, count] = args.rest().named(name, ["sep", "maxsplit"], 0, 2)?;
    let heap = &context.shared.heap;
    let count = most(heap, count)?;
    let bytes = receiver(context, args)?;
    if let Value::Unbound | Value::None = separator {
        has_room_for(context, bytes.iter().filter(|byte| **byte <= b' ').count())?;
        return Ok((bytes, None, count));
    }
    let separator = buffer(heap, separator)?;
    if separator.is_empty() {
        return raise(ExceptionKind::ValueError, "empty separator");
    }
    has_room_for(context, search::count(&bytes, &separator, Bounds::ALL))?;
    Ok((bytes, Some(separator), count))
}

/// `bytes.split(sep=None, maxsplit=-1)`
pub(in crate::native) fn split(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (bytes, separator, count) = split_arguments(context, args, "split")?;
    let parts = match &separator {
        None => split::split_spaces(&bytes, count),
        Some(separator) => split::split(&bytes, separator, count),
    };
    list_of(context, args, &parts)
}

/// `bytes.rsplit(sep=None, maxsplit=-1)`
pub(in crate::native) fn rsplit(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (bytes, separator, count) = split_arguments(context, args, "rsplit")?;
    let parts = match &separator {
        None => split::rsplit_spaces(&bytes, count),
        Some(separator) => split::rsplit(&bytes, separator, count),
    };
    list_of(context, args, &parts)
}

/// `bytes.splitlines(keepends=False)`
pub(in crate::native) fn split_lines(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [keeps_ends] = args.rest().named("splitlines", ["keepends"], 0, 1)?;
    let keeps_ends = keeps_ends.is_bound() && c_int(&context.shared.heap, keeps_ends)? != 0;
    let bytes = receiver(context, args)?;
    has_room_for(
        context,
        bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count(),
    )?;
    list_of(context, args, &split::split_lines(&bytes, keeps_ends))
}

/// `bytes.partition(sep)`
pub(in crate::native) fn partition(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    parts_around(context, args, "partition", split::partition)
}

/// `bytes.rpartition(sep)`
pub(in crate::native) fn rpartition(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    parts_around(context, args, "rpartition", split::rpartition)
}

/// What comes before a separator, the separator, and what comes after it.
type Around = for<'a> fn(&'a [u8], &'a [u8]) -> (&'a [u8], &'a [u8], &'a [u8]);

fn parts_around(context: &mut Context, args: &Args, name: &str, around: Around) -> Result<Flow, Fault> {
    let [separator] = exactly(context, args, name)?;
    let separator = buffer(&context.shared.heap, separator)?;
    if separator.is_empty() {
        return raise(ExceptionKind::ValueError, "empty separator");
    }
    let bytes = receiver(context, args)?;
    let (before, middle, after) = around(&bytes, &separator);
    let heap = &mut context.shared.heap;
    heap.has_room((before.len() + middle.len() + after.len()) as u64)?;
    let mut parts = Vec::new();
    for part in [before, middle, after] {
        parts.push(like(heap, args.receiver(), part.to_vec())?);
    }
    Ok(Flow::Return(heap.tuple(parts)?))
}

/// `bytes.strip(bytes=None)`
pub(in crate::native) fn strip(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    stripped(context, args, "strip", split::strip)
}

/// `bytes.lstrip(bytes=None)`
pub(in crate::native) fn lstrip(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    stripped(context, args, "lstrip", split::lstrip)
}

/// `bytes.rstrip(bytes=None)`
pub(in crate::native) fn rstrip(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    stripped(context, args, "rstrip", split::rstrip)
}

fn stripped(
    context: &mut Context,
    args: &Args,
    name: &str,
    strip: for<'a> fn(&'a [u8], Option<&[u8]>) -> &'a [u8],
) -> Result<Flow, Fault> {
    let [wanted] = args.rest().between(owner(context, args), name, 0)?;
    let heap = &context.shared.heap;
    let wanted = match wanted {
        Value::Unbound | Value::None => None,
        value => Some(buffer(heap, value)?),
    };
    let bytes = receiver(context, args)?;
    changed(context, args, &bytes, strip(&bytes, wanted.as_deref()))
}

/// `bytes.removeprefix(prefix)`
pub(in crate::native) fn remove_prefix(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    without(context, args, "removeprefix", |bytes, prefix| {
        bytes.strip_prefix(prefix)
    })
}

/// `bytes.removesuffix(suffix)`
pub(in crate::native) fn remove_suffix(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    without(context, args, "removesuffix", |bytes, suffix| {
        bytes.strip_suffix(suffix)
    })
}

fn without(
    context: &mut Context,
    args: &Args,
    name: &str,
    strip: for<'a> fn(&'a [u8], &[u8]) -> Option<&'a [u8]>,
) -> Result<Flow, Fault> {
    let [affix] = exactly(context, args, name)?;
    let affix = buffer(&context.shared.heap, affix)?;
    let bytes = receiver(context, args)?;
    changed(context, args, &bytes, strip(&bytes, &affix).unwrap_or(&bytes))
}
