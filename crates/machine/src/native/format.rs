//! `format(value, spec)`.

use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Fault, raise};
use crate::operators::{self, Number, as_str, number};
use crate::symbol::NAMES;
use crate::text;
use crate::value::Value;

/// The most that one replacement field may print, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// What an f-string's field shows.
pub(crate) fn format(heap: &Heap, value: Value, spec: &str) -> Result<String, Fault> {
    if class::overrides(heap, value, NAMES.format) {
        return Err(Fault::NeedsPython);
    }
    if spec.is_empty() {
        return operators::text_of(heap, value);
    }
    let name = type_name(heap, value);
    let value = operators::unwrap(heap, value);
    if let Some(text) = as_str(heap, value) {
        return Ok(text::format_str(text, spec, name, MAX_BYTES)?);
    }
    if let Value::Int(number) = value
        && let Some(text) = padded(number, spec)
    {
        return Ok(text);
    }
    match number(heap, value) {
        Some(Number::Int(value)) => Ok(text::format_int(&value, spec, name, MAX_BYTES)?),
        Some(Number::Float(value)) => Ok(text::format_float(value, spec, name, MAX_BYTES)?),
        None => raise(
            ExceptionKind::TypeError,
            format!("unsupported format string passed to {name}.__format__"),
        ),
    }
}

/// An integer of so many places at least, with spaces or zeros in front: what most specifications ask for.
fn padded(number: i64, spec: &str) -> Option<String> {
    let spec = spec.strip_suffix('d').unwrap_or(spec);
    let (zeros, places) = match spec.strip_prefix('0') {
        Some(places) => (true, places),
        None => (false, spec),
    };
    if places.len() > 3 || !places.bytes().all(|byte| byte.is_ascii_digit()) || places.starts_with('0') {
        return None;
    }
    let width: usize = places.parse().ok()?;
    Some(if zeros {
        format!("{number:0width$}")
    } else {
        format!("{number:width$}")
    })
}

/// The same for text that a conversion made.
pub(crate) fn format_text(heap: &Heap, text: &str, spec: &str) -> Result<String, Fault> {
    heap.has_room(text.len() as u64)?;
    Ok(text::format_str(text, spec, "str", MAX_BYTES)?)
}
