//! `bytes(…)` and `bytearray(…)`.

use triomphe::Arc;

use super::buffer_of;
use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::arguments::{Given, as_integer, integer};
use crate::native::string::encode::{codec_arguments, encoded};
use crate::native::string::text_of;
use crate::native::{Args, Context, Fault, Type, raise};
use crate::object::Object;
use crate::operators::collect;
use crate::symbol::Symbol;
use crate::value::Value;

/// A new `bytes` or `bytearray`.
pub(in crate::native) fn new(ty: Type, context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let heap = &mut context.shared.heap;
    if let ([source], [], Type::Bytes) = (args.positional, args.keywords.as_slice(), ty)
        && matches!(heap.object(*source), Some(Object::Bytes(_)))
    {
        return Ok(heap.retain(*source));
    }
    let bytes = contents(heap, ty, args.all())?;
    Ok(heap.allocate(match ty {
        Type::Bytes => Object::Bytes(Arc::from(bytes)),
        _ => Object::ByteArray(Arc::new(bytes)),
    })?)
}

/// The bytes that the constructor's arguments ask for.
pub(super) fn contents(heap: &mut Heap, ty: Type, given: Given) -> Result<Vec<u8>, Fault> {
    let name = ty.name();
    let [source, encoding, errors] = given.named(name, ["source", "encoding", "errors"], 0, 3)?;
    if encoding.is_bound() || errors.is_bound() {
        let option = if encoding.is_bound() { "encoding" } else { "errors" };
        if text_of(heap, source.bound().unwrap_or(Value::None)).is_none() {
            return raise(
                ExceptionKind::TypeError,
                format!("{option} without a string argument"),
            );
        }
        let (codec, errors) = codec_arguments(heap, name, encoding, errors)?;
        if !encoding.is_bound() {
            return raise(ExceptionKind::TypeError, "string argument without an encoding");
        }
        return encoded(heap, source, codec, &errors);
    }
    if !source.is_bound() {
        return Ok(Vec::new());
    }
    if class::overrides(heap, source, Symbol::of("__bytes__")) && ty == Type::Bytes {
        return Err(Fault::NeedsPython);
    }
    if text_of(heap, source).is_some() {
        return raise(ExceptionKind::TypeError, "string argument without an encoding");
    }
    if let Some(bytes) = buffer_of(heap, source) {
        heap.has_room(bytes.len() as u64)?;
        return Ok(bytes.to_vec());
    }
    if let Some(count) = as_integer(heap, source)? {
        let count = match count.to_i64() {
            None => {
                return raise(
                    ExceptionKind::OverflowError,
                    "cannot fit 'int' into an index-sized integer",
                );
            }
            Some(count) => match usize::try_from(count) {
                Ok(count) => count,
                Err(_) => return raise(ExceptionKind::ValueError, "negative count"),
            },
        };
        heap.has_room(count as u64)?;
        return Ok(vec![0; count]);
    }
    let Some(items) = collect(heap, source)? else {
        let given = type_name(heap, source);
        return raise(
            ExceptionKind::TypeError,
            format!("cannot convert '{given}' object to {name}"),
        );
    };
    bytes_in(heap, items, if ty == Type::Bytes { "bytes" } else { "byte" })
}

/// The bytes of these values, given away.
pub(crate) fn bytes_in(heap: &mut Heap, items: Vec<Value>, what: &str) -> Result<Vec<u8>, Fault> {
    let bytes: Result<Vec<u8>, Fault> = items
        .iter()
        .map(|item| match integer(heap, *item)?.to_i64().map(u8::try_from) {
            Some(Ok(byte)) => Ok(byte),
            _ => raise(
                ExceptionKind::ValueError,
                format!("{what} must be in range(0, 256)"),
            ),
        })
        .collect();
    items.into_iter().for_each(|item| heap.release(item));
    bytes
}
