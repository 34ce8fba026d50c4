//! `format(value, spec)`.

use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Fault, raise};
use crate::operators::{self, Number, as_str, number};
use crate::text;
use crate::value::Value;

/// The most that one replacement field may print, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// What an f-string's field shows.
pub(crate) fn format(heap: &Heap, value: Value, spec: &str) -> Result<String, Fault> {
    if class::overrides(heap, value, crate::symbol::Symbol::of("__format__")) {
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
    match number(heap, value) {
        Some(Number::Int(value)) => Ok(text::format_int(&value, spec, name, MAX_BYTES)?),
        Some(Number::Float(value)) => Ok(text::format_float(value, spec, name, MAX_BYTES)?),
        None => raise(
            ExceptionKind::TypeError,
            format!("unsupported format string passed to {name}.__format__"),
        ),
    }
}

/// The same for text that a conversion made.
pub(crate) fn format_text(heap: &Heap, text: &str, spec: &str) -> Result<String, Fault> {
    heap.has_room(text.len() as u64)?;
    Ok(text::format_str(text, spec, "str", MAX_BYTES)?)
}
