//! `decode`, `hex` and `fromhex`.

use triomphe::Arc;

use super::{buffer_of, receiver};
use crate::bytes;
use crate::exception::ExceptionKind;
use crate::native::arguments::{c_int, given_type};
use crate::native::string::encode::{codec_arguments, decoded};
use crate::native::string::text_of;
use crate::native::{Args, Context, Fault, Flow, Type, raise};
use crate::object::Object;
use crate::operators;
use crate::value::{Value, is_same};

/// A byte becomes two digits and perhaps a separator.
const MOST_GROWTH: u64 = 3;

/// `bytes.decode(encoding='utf-8', errors='strict')`
pub(in crate::native) fn decode(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [encoding, errors] = args.rest().named("decode", ["encoding", "errors"], 0, 2)?;
    let (encoding, errors) = codec_arguments(&context.shared.heap, "decode", encoding, errors)?;
    let bytes = receiver(context, args)?;
    let heap = &mut context.shared.heap;
    let text = decoded(heap, args.receiver(), &bytes, encoding, &errors)?;
    Ok(Flow::Return(heap.string(&text)?))
}

/// `bytes.hex(sep, bytes_per_sep=1)`
pub(in crate::native) fn hex(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [separator, group] = args.rest().named("hex", ["sep", "bytes_per_sep"], 0, 2)?;
    let heap = &context.shared.heap;
    let group = if group.is_bound() { c_int(heap, group)? } else { 1 };
    let separator = match separator {
        Value::Unbound => None,
        value => match (text_of(heap, value), buffer_of(heap, value)) {
            (Some(text), _) => Some(text.to_string()),
            (None, Some(bytes)) => Some(bytes.iter().copied().map(char::from).collect()),
            // CPython asks for the length first.
            (None, None) => match operators::length(heap, value) {
                Err(Fault::NeedsPython) | Ok(1) => {
                    return raise(ExceptionKind::TypeError, "sep must be str or bytes.");
                }
                Ok(_) => return raise(ExceptionKind::ValueError, "sep must be length 1."),
                Err(fault) => return Err(fault),
            },
        },
    };
    let bytes = receiver(context, args)?;
    heap.has_room(bytes.len() as u64 * MOST_GROWTH)?;
    let text = bytes::hex(&bytes, separator.as_deref(), i64::from(group))?;
    Ok(Flow::Return(context.shared.heap.string(&text)?))
}

/// `bytes.fromhex(string)`
pub(in crate::native) fn bytes_from_hex(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    from_hex(context, args, Type::Bytes)
}

/// `bytearray.fromhex(string)`
pub(in crate::native) fn bytearray_from_hex(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    from_hex(context, args, Type::ByteArray)
}

fn from_hex(context: &mut Context, args: &Args, ty: Type) -> Result<Flow, Fault> {
    let (class, [text]) = args.method(&format!("{}.fromhex", ty.name()))?;
    let heap = &mut context.shared.heap;
    let Some(text) = text_of(heap, text) else {
        let given = given_type(heap, text);
        return raise(
            ExceptionKind::TypeError,
            format!("fromhex() argument must be str, not {given}"),
        );
    };
    heap.has_room(text.len() as u64)?;
    let bytes = bytes::from_hex(&text)?;
    let value = heap.allocate(match ty {
        Type::ByteArray => Object::ByteArray(Arc::new(bytes)),
        _ => Object::Bytes(Arc::from(bytes)),
    })?;
    if is_same(class, Value::Type(ty)) {
        return Ok(Flow::Return(value));
    }
    heap.retain(class);
    Ok(Flow::Call(class, vec![value]))
}
