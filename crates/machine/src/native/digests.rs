//! Digests, checksums and compression. For much data CPython lets go of the GIL, and so do they.

use triomphe::Arc;

use super::bytes::{Buffer, buffer, buffer_of, underlying};
use super::tools::{integer, new_tool, tool};
use crate::digest::{Algorithm, Hasher, compression_level};
use crate::exception::ExceptionKind;
use crate::fiber::Wait;
use crate::int::Int;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::{Object, Tool};
use crate::operators::{as_str, truth};
use crate::value::Value;
use crate::work::{Checksum, Task, Working};

/// The fewest bytes that are digested without the GIL (`HASHLIB_GIL_MINSIZE` in `Modules/hashlib.h`).
const LONG_TO_DIGEST: usize = 2048;
/// The most bytes of which a checksum is taken with the GIL (`Modules/zlibmodule.c`).
const SHORT_TO_SUM: usize = 5 * 1024;

/// Has a task done without the GIL, with the bytes of a value; it may go on with a digest.
fn without_gil(
    context: &mut Context,
    task: Task,
    (value, data): (Value, Buffer),
    digest: Value,
) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    let source = underlying(heap, value);
    let working = Working::begin(heap, (task, data), [source, digest])?;
    Ok(Flow::Wait(Wait::Work(Box::new(working))))
}

fn digest_of<'a>(context: &'a mut Context, args: &Args) -> &'a mut Hasher {
    match tool(context, args) {
        Tool::Hasher(hasher) => hasher,
        Tool::Mersenne(_) => unreachable!("a method of digests"),
    }
}

/// `hasher(name)`: a digest by the algorithm of that name, or `None`.
pub(super) fn hasher(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [name] = args.exactly("hasher")?;
    match as_str(&context.shared.heap, name).and_then(Algorithm::named) {
        Some(algorithm) => new_tool(context, Tool::Hasher(Hasher::new(algorithm))),
        None => Ok(Flow::Return(Value::None)),
    }
}

/// `digest_sizes(name)`: bytes of the digest, and of a block.
pub(super) fn digest_sizes(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [name] = args.exactly("digest_sizes")?;
    let sizes = as_str(&context.shared.heap, name)
        .and_then(Algorithm::named)
        .map_or([0, 0], |algorithm| {
            [algorithm.digest_size(), algorithm.block_size()]
        });
    let sizes = sizes.map(|size| Value::Int(size as i64)).to_vec();
    Ok(Flow::Return(context.shared.heap.tuple(sizes)?))
}

/// Bytes that are to be digested.
fn to_digest(context: &Context, data: Value) -> Result<Buffer, Fault> {
    let heap = &context.shared.heap;
    match buffer_of(heap, data) {
        Some(buffer) => Ok(buffer),
        None if as_str(heap, data).is_some() => {
            raise(ExceptionKind::TypeError, "Strings must be encoded before hashing")
        }
        None => raise(
            ExceptionKind::TypeError,
            "object supporting the buffer API required",
        ),
    }
}

/// `is_long_to_digest(bytes)`: whether that is worth letting go of the GIL.
pub(super) fn is_long_to_digest(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [data] = args.exactly("is_long_to_digest")?;
    let is_long = to_digest(context, data)?.len() >= LONG_TO_DIGEST;
    Ok(Flow::Return(Value::bool(is_long)))
}

/// `hasher.update(bytes, without_gil)`: the latter also if there are few.
pub(super) fn update(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (digest, [value, apart]) = args.method("update")?;
    let data = to_digest(context, value)?;
    let apart = truth(&context.shared.heap, apart)?;
    if !apart && data.len() < LONG_TO_DIGEST {
        digest_of(context, args).update(&data);
        return Ok(Flow::Return(Value::None));
    }
    let hasher = Box::new(digest_of(context, args).clone());
    without_gil(context, Task::Digest(hasher), (value, data), digest)
}

/// `hasher.digest()`
pub(super) fn digest(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, []) = args.method("digest")?;
    let digest = digest_of(context, args).digest();
    Ok(Flow::Return(
        context.shared.heap.allocate(Object::Bytes(Arc::from(digest)))?,
    ))
}

/// `hasher.copy()`
pub(super) fn copy(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, []) = args.method("copy")?;
    let tool = tool(context, args).clone();
    new_tool(context, tool)
}

fn sum(
    context: &mut Context,
    args: &Args,
    (checksum, name, start): (Checksum, &str, i64),
) -> Result<Flow, Fault> {
    let [value, before] = args.bind(name, ["data", "value"])?;
    let data = buffer(&context.shared.heap, value)?;
    let before = if before.is_bound() {
        integer(context, before)?
    } else {
        Int::Small(start)
    };
    // Only the last 32 bits count.
    let start = before.to_i64().unwrap_or(start) as u32;
    if data.len() <= SHORT_TO_SUM {
        return Ok(Flow::Return(Value::Int(checksum.of(&data, start).into())));
    }
    without_gil(
        context,
        Task::Sum { checksum, start },
        (value, data),
        Value::Unbound,
    )
}

/// `zlib.crc32(data, value=0)`
pub(super) fn crc32(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    sum(context, args, (Checksum::Crc32, "crc32", 0))
}

/// `zlib.adler32(data, value=1)`
pub(super) fn adler32(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    sum(context, args, (Checksum::Adler32, "adler32", 1))
}

/// `compress(data, level)`: bytes, or the text of an error.
pub(super) fn compress(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value, level] = args.exactly("compress")?;
    let data = buffer(&context.shared.heap, value)?;
    let level = integer(context, level)?.to_i64().unwrap_or(i64::MAX);
    match compression_level(level) {
        Ok(level) => without_gil(context, Task::Compress { level }, (value, data), Value::Unbound),
        Err(error) => Ok(Flow::Return(context.shared.heap.string(&error.to_string())?)),
    }
}

/// `decompress(data)`: bytes, or the text of an error.
pub(super) fn decompress(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value] = args.exactly("decompress")?;
    let data = buffer(&context.shared.heap, value)?;
    without_gil(context, Task::Decompress, (value, data), Value::Unbound)
}
