//! `split`, `splitlines`, `partition`, `strip`, `removeprefix` and their kin.

use super::{changed, needle, receiver, text, text_of};
use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::native::arguments::{c_int, most};
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::string::Str;
use crate::text::split;
use crate::value::Value;

fn list_of(context: &mut Context, parts: &[&str]) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    let parts = parts
        .iter()
        .map(|part| heap.string(part))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Flow::Return(heap.list(parts)?))
}

/// Makes sure that a list of so many parts has room before it is made.
fn has_room_for(context: &Context, parts: usize) -> Result<(), Fault> {
    Ok(context
        .shared
        .heap
        .has_room((parts as u64 + 1) * size_of::<Value>() as u64)?)
}

/// The text, the separator unless it is white space, and the count.
type Split = (Str, Option<Str>, Option<usize>);

fn split_arguments(context: &Context, args: &Args, name: &str) -> Result<Split, Fault> {
    let [separator, count] = args.rest().named(name, ["sep", "maxsplit"], 0, 2)?;
    let heap = &context.shared.heap;
    let count = most(heap, count)?;
    let text = receiver(context, args)?;
    if let Value::Unbound | Value::None = separator {
        let spaces = text
            .chars()
            .filter(|character| character.is_whitespace() || character.is_control())
            .count();
        has_room_for(context, spaces)?;
        return Ok((text, None, count));
    }
    let Some(separator) = text_of(heap, separator) else {
        let given = type_name(heap, separator);
        return raise(
            ExceptionKind::TypeError,
            format!("must be str or None, not {given}"),
        );
    };
    if separator.is_empty() {
        return raise(ExceptionKind::ValueError, "empty separator");
    }
    has_room_for(context, split::count(&text, &separator))?;
    Ok((text, Some(separator), count))
}

/// `str.split(sep=None, maxsplit=-1)`
pub(in crate::native) fn split(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (text, separator, count) = split_arguments(context, args, "split")?;
    let parts = match &separator {
        None => split::split_spaces(&text, count),
        Some(separator) => split::split(&text, separator, count),
    };
    list_of(context, &parts)
}

/// `str.rsplit(sep=None, maxsplit=-1)`
pub(in crate::native) fn rsplit(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (text, separator, count) = split_arguments(context, args, "rsplit")?;
    let parts = match &separator {
        None => split::rsplit_spaces(&text, count),
        Some(separator) => split::rsplit(&text, separator, count),
    };
    list_of(context, &parts)
}

/// `str.splitlines(keepends=False)`
pub(in crate::native) fn split_lines(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [keeps_ends] = args.rest().named("splitlines", ["keepends"], 0, 1)?;
    let keeps_ends = keeps_ends.is_bound() && c_int(&context.shared.heap, keeps_ends)? != 0;
    let text = receiver(context, args)?;
    let ends = text
        .chars()
        .filter(|character| character.is_whitespace() || character.is_control())
        .count();
    has_room_for(context, ends)?;
    list_of(context, &split::split_lines(&text, keeps_ends))
}

/// `str.partition(sep)`
pub(in crate::native) fn partition(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    parts_around(context, args, "str.partition", split::partition)
}

/// `str.rpartition(sep)`
pub(in crate::native) fn rpartition(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    parts_around(context, args, "str.rpartition", split::rpartition)
}

/// What comes before a separator, the separator, and what comes after it.
type Around = for<'a> fn(&'a str, &'a str) -> (&'a str, &'a str, &'a str);

fn parts_around(context: &mut Context, args: &Args, name: &str, around: Around) -> Result<Flow, Fault> {
    let (_, [separator]) = args.method(name)?;
    let separator = needle(&context.shared.heap, separator)?;
    if separator.is_empty() {
        return raise(ExceptionKind::ValueError, "empty separator");
    }
    let text = receiver(context, args)?;
    let (before, middle, after) = around(&text, &separator);
    let heap = &mut context.shared.heap;
    let parts = vec![heap.string(before)?, heap.string(middle)?, heap.string(after)?];
    Ok(Flow::Return(heap.tuple(parts)?))
}

/// `str.strip(chars=None)`
pub(in crate::native) fn strip(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    stripped(context, args, "strip", split::strip)
}

/// `str.lstrip(chars=None)`
pub(in crate::native) fn lstrip(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    stripped(context, args, "lstrip", split::lstrip)
}

/// `str.rstrip(chars=None)`
pub(in crate::native) fn rstrip(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    stripped(context, args, "rstrip", split::rstrip)
}

fn stripped(
    context: &mut Context,
    args: &Args,
    name: &str,
    strip: for<'a> fn(&'a str, Option<&str>) -> &'a str,
) -> Result<Flow, Fault> {
    let [characters] = args.rest().between("str", name, 0)?;
    let heap = &context.shared.heap;
    let characters = match characters {
        Value::Unbound | Value::None => None,
        value => match text_of(heap, value) {
            Some(characters) => Some(characters),
            None => {
                return raise(
                    ExceptionKind::TypeError,
                    format!("{name} arg must be None or str"),
                );
            }
        },
    };
    let text = receiver(context, args)?;
    changed(context, args, &text, strip(&text, characters.as_deref()))
}

/// `str.removeprefix(prefix)`
pub(in crate::native) fn remove_prefix(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [prefix]) = args.method("str.removeprefix")?;
    let prefix = text(&context.shared.heap, prefix, "removeprefix() argument")?;
    let text = receiver(context, args)?;
    changed(context, args, &text, split::remove_prefix(&text, &prefix))
}

/// `str.removesuffix(suffix)`
pub(in crate::native) fn remove_suffix(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [suffix]) = args.method("str.removesuffix")?;
    let suffix = text(&context.shared.heap, suffix, "removesuffix() argument")?;
    let text = receiver(context, args)?;
    changed(context, args, &text, split::remove_suffix(&text, &suffix))
}
