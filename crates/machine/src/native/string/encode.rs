//! `str.encode`, and what decodes.

use triomphe::Arc;

use super::{receiver, text, text_of};
use crate::bytes::codec::{self, CodecError, Encoding};
use crate::exception::{ExceptionKind, ExceptionObject};
use crate::heap::Heap;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::Object;
use crate::string::Str;
use crate::symbol::Symbol;
use crate::value::Value;

/// What an input byte may become, at most.
const MOST_GROWTH: u64 = 10;

/// The codec and the error handler that arguments name.
pub(in crate::native) fn codec_arguments(
    heap: &Heap,
    function: &str,
    encoding: Value,
    errors: Value,
) -> Result<(Encoding, Str), Fault> {
    let name = match encoding {
        Value::Unbound => None,
        value => Some(text(heap, value, &format!("{function}() argument 'encoding'"))?),
    };
    let errors = match errors {
        Value::Unbound => Str::from("strict"),
        value => text(heap, value, &format!("{function}() argument 'errors'"))?,
    };
    let Some(name) = name else {
        return Ok((Encoding::Utf8, errors));
    };
    match Encoding::named(&name) {
        Some(encoding) => Ok((encoding, errors)),
        None => raise(ExceptionKind::LookupError, format!("unknown encoding: {name}")),
    }
}

/// `str.encode(encoding='utf-8', errors='strict')`
pub(in crate::native) fn encode(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [encoding, errors] = args.rest().named("encode", ["encoding", "errors"], 0, 2)?;
    let (encoding, errors) = codec_arguments(&context.shared.heap, "encode", encoding, errors)?;
    receiver(context, args)?;
    let encoded = encoded(&mut context.shared.heap, args.receiver(), encoding, &errors)?;
    Ok(Flow::Return(
        context.shared.heap.allocate(Object::Bytes(Arc::from(encoded)))?,
    ))
}

/// The bytes of a string.
pub(in crate::native) fn encoded(
    heap: &mut Heap,
    value: Value,
    encoding: Encoding,
    errors: &str,
) -> Result<Vec<u8>, Fault> {
    let text = text_of(heap, value).unwrap_or_else(|| Str::from(""));
    heap.has_room(
        text.len() as u64
            * if encoding == Encoding::Utf8 {
                1
            } else {
                MOST_GROWTH
            },
    )?;
    match codec::encode(&text, encoding, errors) {
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(codec_fault(heap, &error, value)?),
    }
}

/// The text that bytes stand for; `value` is what they came from.
pub(in crate::native) fn decoded(
    heap: &mut Heap,
    value: Value,
    bytes: &[u8],
    encoding: Encoding,
    errors: &str,
) -> Result<String, Fault> {
    heap.has_room(bytes.len() as u64 * if errors == "strict" { 2 } else { MOST_GROWTH })?;
    match codec::decode(bytes, encoding, errors) {
        Ok(text) => Ok(text),
        Err(error) => {
            let shown = heap.allocate(Object::Bytes(Arc::from(bytes)))?;
            let fault = codec_fault(
                heap,
                &error,
                if matches!(heap.object(value), Some(Object::Bytes(_))) {
                    value
                } else {
                    shown
                },
            );
            heap.release(shown);
            Err(fault?)
        }
    }
}

/// The exception of a conversion that failed, with its attributes.
fn codec_fault(heap: &mut Heap, error: &CodecError, object: Value) -> Result<Fault, Fault> {
    let (kind, encoding, start, end) = match error {
        CodecError::UnknownHandler(_) => {
            return Ok(Fault::Raise(ExceptionKind::LookupError, error.message()));
        }
        CodecError::Encode {
            encoding, start, end, ..
        } => (ExceptionKind::UnicodeEncodeError, encoding, start, end),
        CodecError::Decode {
            encoding, start, end, ..
        } => (ExceptionKind::UnicodeDecodeError, encoding, start, end),
    };
    let encoding = heap.string(encoding.name())?;
    let reason = heap.string(error.reason())?;
    let parts = vec![
        encoding,
        heap.retain(object),
        Value::Int(*start as i64),
        Value::Int(*end as i64),
        reason,
    ];
    heap.retain_all(&parts);
    let names = ["encoding", "object", "start", "end", "reason"];
    let attributes = names
        .into_iter()
        .map(Symbol::of)
        .zip(parts.iter().copied())
        .collect();
    let args = heap.tuple(parts)?;
    let exception = ExceptionObject {
        attributes,
        ..ExceptionObject::new(kind, Value::ExceptionType(kind), args)
    };
    match heap.allocate(Object::Exception(Arc::new(exception)))? {
        Value::Object(id) => Ok(Fault::Throw(id)),
        _ => unreachable!("an exception is an object"),
    }
}
