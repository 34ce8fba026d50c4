//! `ljust`, `rjust`, `center`, `zfill` and `expandtabs`.

use super::{changed, receiver, text_of};
use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::arguments::{c_int, size};
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::text::{Error, pad};
use crate::value::Value;

/// `str.ljust(width, fillchar=' ')`
pub(in crate::native) fn ljust(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    padded(context, args, "ljust", pad::ljust)
}

/// `str.rjust(width, fillchar=' ')`
pub(in crate::native) fn rjust(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    padded(context, args, "rjust", pad::rjust)
}

/// `str.center(width, fillchar=' ')`
pub(in crate::native) fn center(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    padded(context, args, "center", pad::center)
}

/// Pads a text to a width with a character, within so many bytes.
type Pad = fn(&str, i64, char, usize) -> Result<String, Error>;

fn padded(context: &mut Context, args: &Args, name: &str, pad: Pad) -> Result<Flow, Fault> {
    let [width, fill] = args.rest().between("str", name, 1)?;
    let heap = &context.shared.heap;
    let width = size(heap, width)?;
    let fill = if fill.is_bound() {
        fill_character(heap, fill)?
    } else {
        ' '
    };
    let text = receiver(context, args)?;
    let padded = pad(&text, width, fill, heap.room())?;
    changed(context, args, &text, &padded)
}

fn fill_character(heap: &Heap, value: Value) -> Result<char, Fault> {
    let Some(fill) = text_of(heap, value) else {
        let given = type_name(heap, value);
        let message = format!("The fill character must be a unicode character, not {given}");
        return raise(ExceptionKind::TypeError, message);
    };
    let mut characters = fill.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => Ok(character),
        _ => raise(
            ExceptionKind::TypeError,
            "The fill character must be exactly one character long",
        ),
    }
}

/// `str.zfill(width)`
pub(in crate::native) fn zfill(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [width]) = args.method("str.zfill")?;
    let heap = &context.shared.heap;
    let width = size(heap, width)?;
    let text = receiver(context, args)?;
    let padded = pad::zfill(&text, width, heap.room())?;
    changed(context, args, &text, &padded)
}

/// `str.expandtabs(tabsize=8)`
pub(in crate::native) fn expand_tabs(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [tab] = args.rest().named("expandtabs", ["tabsize"], 0, 1)?;
    let heap = &context.shared.heap;
    let tab = if tab.is_bound() { c_int(heap, tab)? } else { 8 };
    let text = receiver(context, args)?;
    let expanded = pad::expand_tabs(&text, i64::from(tab), heap.room())?;
    changed(context, args, &text, &expanded)
}
