//! Methods of `bytes` and `bytearray`.

pub(super) mod classify;
pub(super) mod codec;
pub(crate) mod construct;
pub(super) mod layout;
pub(crate) mod mutable;
pub(super) mod reshape;
pub(super) mod search;
pub(super) mod split;

use std::ops::Deref;

use triomphe::Arc;

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Args, Context, Fault, Flow, Type, raise};
use crate::object::Object;
use crate::operators::{as_bytes, unwrap};
use crate::symbol::Symbol;
use crate::value::Value;

/// Bytes of the heap; another reference to them, so that the heap stays free to change.
#[derive(Debug)]
pub(crate) enum Buffer {
    Fixed(Arc<[u8]>),
    Growing(Arc<Vec<u8>>),
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Fixed(bytes) => bytes,
            Self::Growing(bytes) => bytes,
        }
    }
}

/// The bytes of a `bytes` or `bytearray`, or of a window on one.
pub(crate) fn buffer_of(heap: &Heap, value: Value) -> Option<Buffer> {
    match heap.object(unwrap(heap, value)) {
        Some(Object::Bytes(bytes)) => Some(Buffer::Fixed(bytes.clone())),
        Some(Object::ByteArray(bytes)) => Some(Buffer::Growing(bytes.clone())),
        Some(Object::Instance(instance)) if is_window(instance.class) => window(heap, value),
        _ => None,
    }
}

fn is_window(class: Value) -> bool {
    matches!(class, Value::Class(id) if id.get().name == "memoryview" && id.get().module == "builtins")
}

/// What a `memoryview` shows.
fn window(heap: &Heap, value: Value) -> Option<Buffer> {
    let data = as_bytes(heap, window_part(heap, value, "_data")?)?;
    let Object::Range(places) = heap.object(window_part(heap, value, "_places")?)? else {
        return None;
    };
    let shown = if places.step == 1 {
        let (start, length) = (
            usize::try_from(places.start).ok()?,
            usize::try_from(places.len()).ok()?,
        );
        data.get(start..)?.get(..length)?.to_vec()
    } else {
        let shown = (0..places.len()).map(|index| data.get(places.at(index) as usize).copied());
        shown.collect::<Option<Vec<u8>>>()?
    };
    Some(Buffer::Growing(Arc::new(shown)))
}

/// An attribute of a `memoryview`; borrowed.
fn window_part(heap: &Heap, window: Value, name: &str) -> Option<Value> {
    crate::attribute::own_value(heap, window, Symbol::known(name)?)
}

/// The `bytes` or `bytearray` in which the bytes of something bytes-like lie; borrowed.
pub(super) fn underlying(heap: &Heap, value: Value) -> Value {
    let plain = unwrap(heap, value);
    window_part(heap, plain, "_data").map_or(plain, |data| unwrap(heap, data))
}

/// An argument that has to be bytes.
pub(super) fn buffer(heap: &Heap, value: Value) -> Result<Buffer, Fault> {
    match buffer_of(heap, value) {
        Some(buffer) => Ok(buffer),
        None => {
            let name = type_name(heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("a bytes-like object is required, not '{name}'"),
            )
        }
    }
}

/// What a method works on.
fn receiver(context: &Context, args: &Args) -> Result<Buffer, Fault> {
    buffer(&context.shared.heap, args.receiver())
}

/// Which of the two types a method works on, for messages.
fn owner(context: &Context, args: &Args) -> &'static str {
    let heap = &context.shared.heap;
    match heap.object(unwrap(heap, args.receiver())) {
        Some(Object::ByteArray(_)) => Type::ByteArray.name(),
        _ => Type::Bytes.name(),
    }
}

/// Arguments of a method that takes exactly so many.
fn exactly<const N: usize>(context: &Context, args: &Args, name: &str) -> Result<[Value; N], Fault> {
    let (_, rest) = args.method(&format!("{}.{name}", owner(context, args)))?;
    Ok(rest)
}

/// A new value of the same of the two types.
pub(crate) fn like(heap: &mut Heap, model: Value, bytes: Vec<u8>) -> Result<Value, Fault> {
    let object = match heap.object(unwrap(heap, model)) {
        Some(Object::ByteArray(_)) => Object::ByteArray(Arc::new(bytes)),
        _ => Object::Bytes(Arc::from(bytes)),
    };
    Ok(heap.allocate(object)?)
}

fn new(context: &mut Context, args: &Args, bytes: Vec<u8>) -> Result<Flow, Fault> {
    Ok(Flow::Return(like(
        &mut context.shared.heap,
        args.receiver(),
        bytes,
    )?))
}

/// New bytes, or the receiver where nothing was changed and nothing can be.
fn changed(context: &mut Context, args: &Args, before: &[u8], after: &[u8]) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    if before == after && matches!(heap.object(args.receiver()), Some(Object::Bytes(_))) {
        return Ok(Flow::Return(heap.retain(args.receiver())));
    }
    heap.has_room(after.len() as u64)?;
    new(context, args, after.to_vec())
}
