//! `ljust`, `rjust`, `center`, `zfill` and `expandtabs`.

use super::{buffer_of, changed, exactly, owner, receiver};
use crate::bytes::reshape;
use crate::exception::ExceptionKind;
use crate::native::arguments::{c_int, given_type, size};
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::text::Error;

/// `bytes.ljust(width, fillbyte=b' ')`
pub(in crate::native) fn ljust(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    padded(context, args, "ljust", reshape::ljust)
}

/// `bytes.rjust(width, fillbyte=b' ')`
pub(in crate::native) fn rjust(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    padded(context, args, "rjust", reshape::rjust)
}

/// `bytes.center(width, fillbyte=b' ')`
pub(in crate::native) fn center(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    padded(context, args, "center", reshape::center)
}

/// Pads bytes to a width with a byte, within a limit.
type Pad = fn(&[u8], i64, u8, usize) -> Result<Vec<u8>, Error>;

fn padded(context: &mut Context, args: &Args, name: &str, pad: Pad) -> Result<Flow, Fault> {
    let [width, fill] = args.rest().between(owner(context, args), name, 1)?;
    let heap = &context.shared.heap;
    let width = size(heap, width)?;
    let fill = if fill.is_bound() {
        match buffer_of(heap, fill).as_deref() {
            Some([byte]) => *byte,
            _ => {
                let given = given_type(heap, fill);
                let message = format!("{name}() argument 2 must be a byte string of length 1, not {given}");
                return raise(ExceptionKind::TypeError, message);
            }
        }
    } else {
        b' '
    };
    let bytes = receiver(context, args)?;
    let padded = pad(&bytes, width, fill, heap.room())?;
    changed(context, args, &bytes, &padded)
}

/// `bytes.zfill(width)`
pub(in crate::native) fn zfill(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [width] = exactly(context, args, "zfill")?;
    let heap = &context.shared.heap;
    let width = size(heap, width)?;
    let bytes = receiver(context, args)?;
    let padded = reshape::zfill(&bytes, width, heap.room())?;
    changed(context, args, &bytes, &padded)
}

/// `bytes.expandtabs(tabsize=8)`
pub(in crate::native) fn expand_tabs(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [tab] = args.rest().named("expandtabs", ["tabsize"], 0, 1)?;
    let heap = &context.shared.heap;
    let tab = if tab.is_bound() { c_int(heap, tab)? } else { 8 };
    let bytes = receiver(context, args)?;
    let expanded = reshape::expand_tabs(&bytes, i64::from(tab), heap.room())?;
    changed(context, args, &bytes, &expanded)
}
