//! Methods of `str`.

use crate::exception::ExceptionKind;
use crate::native::builtins::iterated;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::class::type_name;
use crate::operators::{Number, as_str, number};
use crate::value::Value;

/// A string argument.
fn text<'a>(context: &'a Context, value: Value, name: &str) -> Result<&'a str, Fault> {
    let heap = &context.shared.heap;
    match as_str(heap, value) {
        Some(text) => Ok(text),
        None => {
            let given = type_name(heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("{name} must be str, not {given}"),
            )
        }
    }
}

fn new(context: &mut Context, text: &str) -> Result<Flow, Fault> {
    Ok(Flow::Return(context.shared.heap.string(text)?))
}

/// `str.join(iterable)`
pub(super) fn join(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (separator, [iterable]) = args.method("str.join")?;
    let items = iterated(&mut context.shared.heap, iterable)?;
    let heap = &context.shared.heap;
    let separator = as_str(heap, separator).unwrap_or_default();
    let mut joined = Ok(String::new());
    for (index, item) in items.iter().enumerate() {
        let Ok(text) = &mut joined else { break };
        if index > 0 {
            text.push_str(separator);
        }
        match as_str(heap, *item) {
            Some(part) => {
                text.push_str(part);
                if let Err(limit) = heap.has_room(text.len() as u64) {
                    joined = Err(limit.into());
                }
            }
            None => {
                let given = type_name(heap, *item);
                let message = format!("sequence item {index}: expected str instance, {given} found");
                joined = raise(ExceptionKind::TypeError, message);
            }
        }
    }
    items
        .into_iter()
        .for_each(|item| context.shared.heap.release(item));
    new(context, &joined?)
}

/// `str.lower()`
pub(super) fn lower(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (value, []) = args.method("str.lower")?;
    let lowered = text(context, value, "self")?.to_lowercase();
    new(context, &lowered)
}

/// `str.upper()`
pub(super) fn upper(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (value, []) = args.method("str.upper")?;
    let raised = text(context, value, "self")?.to_uppercase();
    new(context, &raised)
}

/// `str.strip(chars=None)`
pub(super) fn strip(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let whole = text(context, args.positional[0], "self")?;
    let stripped = match args.positional {
        [_] | [_, Value::None] => whole.trim().to_owned(),
        [_, characters, ..] => {
            let characters: Vec<char> = text(context, *characters, "strip arg")?.chars().collect();
            whole.trim_matches(characters.as_slice()).to_owned()
        }
        [] => String::new(),
    };
    new(context, &stripped)
}

/// `str.split(sep=None)`
pub(super) fn split(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let whole = text(context, args.positional[0], "self")?.to_owned();
    context.shared.heap.has_room(whole.len() as u64 * 8)?;
    let parts: Vec<&str> = match args.positional {
        [_] | [_, Value::None] => whole.split_whitespace().collect(),
        [_, separator, ..] => {
            let separator = text(context, *separator, "sep")?;
            if separator.is_empty() {
                return raise(ExceptionKind::ValueError, "empty separator");
            }
            whole.split(separator).collect()
        }
        [] => Vec::new(),
    };
    let heap = &mut context.shared.heap;
    let parts = parts
        .into_iter()
        .map(|part| heap.string(part))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Flow::Return(context.shared.heap.list(parts)?))
}

/// `str.replace(old, new)`
pub(super) fn replace(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (whole, [old, by]) = args.method("str.replace")?;
    let whole = text(context, whole, "self")?;
    let old = text(context, old, "replace() argument 1")?;
    let by = text(context, by, "replace() argument 2")?;
    let grown = (whole.len() as u64 + 1).saturating_mul(by.len() as u64 + 1);
    context.shared.heap.has_room(grown)?;
    let replaced = whole.replace(old, by);
    new(context, &replaced)
}

/// `str.startswith(prefix)`
pub(super) fn starts_with(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (whole, [prefix]) = args.method("str.startswith")?;
    let starts = text(context, whole, "self")?.starts_with(text(context, prefix, "startswith first arg")?);
    Ok(Flow::Return(Value::Bool(starts)))
}

/// `str.endswith(suffix)`
pub(super) fn ends_with(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (whole, [suffix]) = args.method("str.endswith")?;
    let ends = text(context, whole, "self")?.ends_with(text(context, suffix, "endswith first arg")?);
    Ok(Flow::Return(Value::Bool(ends)))
}

/// `str.ljust(width, fillchar=' ')`
pub(super) fn ljust(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    pad(context, args, |missing, _| (0, missing))
}

/// `str.rjust(width, fillchar=' ')`
pub(super) fn rjust(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    pad(context, args, |missing, _| (missing, 0))
}

/// `str.center(width, fillchar=' ')`; the odd place goes where `Objects/unicodeobject.c` puts it.
pub(super) fn center(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    pad(context, args, |missing, width| {
        let left = missing / 2 + (missing & width & 1);
        (left, missing - left)
    })
}

fn pad(context: &mut Context, args: &Args, share: fn(usize, usize) -> (usize, usize)) -> Result<Flow, Fault> {
    let whole = text(context, args.positional[0], "self")?;
    let heap = &context.shared.heap;
    let width = match args.positional.get(1).map(|width| number(heap, *width)) {
        Some(Some(Number::Int(width))) if width.is_negative() => 0,
        Some(Some(Number::Int(width))) => width.to_i64().unwrap_or(i64::MAX) as usize,
        _ => return raise(ExceptionKind::TypeError, "a width must be an integer"),
    };
    let fill = match args.positional.get(2) {
        Some(fill) => text(context, *fill, "The fill character")?,
        None => " ",
    };
    if fill.chars().count() != 1 {
        return raise(
            ExceptionKind::TypeError,
            "The fill character must be exactly one character long",
        );
    }
    let missing = width.saturating_sub(whole.chars().count());
    heap.has_room(
        (missing as u64)
            .saturating_mul(fill.len() as u64)
            .saturating_add(whole.len() as u64),
    )?;
    let (left, right) = share(missing, width);
    let padded = format!("{}{whole}{}", fill.repeat(left), fill.repeat(right));
    new(context, &padded)
}
