//! States that natives alone work on: random numbers, digests; and compression.

use triomphe::Arc;

use crate::class::type_name;
use crate::digest::{self, Algorithm, CompressError, Hasher};
use crate::exception::ExceptionKind;
use crate::int::Int;
use crate::mersenne::Mersenne;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::{Object, Tool};
use crate::operators::{self, Number, as_bytes, as_items, as_str, number};
use crate::value::Value;

/// The most that is decompressed at once.
const MAX_DECOMPRESSED: usize = 1 << 24;
/// Words of a Mersenne Twister's state.
const WORDS: usize = 624;

fn new(context: &mut Context, tool: Tool) -> Result<Flow, Fault> {
    Ok(Flow::Return(
        context.shared.heap.allocate(Object::Tool(Arc::new(tool)))?,
    ))
}

fn tool<'a>(context: &'a mut Context, args: &Args) -> &'a mut Tool {
    let id = args.positional[0].id();
    match id.map(|id| context.shared.heap.get_mut(id)) {
        Some(Object::Tool(tool)) => Arc::make_mut(tool),
        _ => unreachable!("a method of such an object"),
    }
}

fn twister<'a>(context: &'a mut Context, args: &Args) -> &'a mut Mersenne {
    match tool(context, args) {
        Tool::Mersenne(mersenne) => mersenne,
        Tool::Hasher(_) => unreachable!("a method of generators of random numbers"),
    }
}

fn digest_of<'a>(context: &'a mut Context, args: &Args) -> &'a mut Hasher {
    match tool(context, args) {
        Tool::Hasher(hasher) => hasher,
        Tool::Mersenne(_) => unreachable!("a method of digests"),
    }
}

fn integer(context: &Context, value: Value) -> Result<Int, Fault> {
    match number(&context.shared.heap, value) {
        Some(Number::Int(value)) => Ok(value),
        _ => {
            let name = type_name(&context.shared.heap, value);
            raise(
                ExceptionKind::TypeError,
                format!("'{name}' object cannot be interpreted as an integer"),
            )
        }
    }
}

/// Bytes that a program gave, which stay what they are.
fn bytes<'a>(context: &'a Context, value: Value) -> Result<&'a [u8], Fault> {
    let heap = &context.shared.heap;
    match as_bytes(heap, value) {
        Some(bytes) => Ok(bytes),
        None if as_str(heap, value).is_some() => {
            raise(ExceptionKind::TypeError, "Strings must be encoded before hashing")
        }
        None => raise(
            ExceptionKind::TypeError,
            "object supporting the buffer API required",
        ),
    }
}

/// `mersenne(seed)`: a Mersenne Twister.
pub(super) fn mersenne(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [seed] = args.exactly("mersenne")?;
    let seed = integer(context, seed)?;
    new(context, Tool::Mersenne(Mersenne::from_int(&seed)))
}

/// `source.seed(number)`
pub(super) fn seed(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [seed]) = args.method("seed")?;
    let seed = integer(context, seed)?;
    *twister(context, args) = Mersenne::from_int(&seed);
    Ok(Flow::Return(Value::None))
}

/// `source.random()`
pub(super) fn random(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, []) = args.method("random")?;
    Ok(Flow::Return(Value::float(twister(context, args).random())))
}

/// `source.getrandbits(bits)`
pub(super) fn random_bits(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [bits]) = args.method("getrandbits")?;
    let bits = integer(context, bits)?;
    if bits.is_negative() {
        return raise(ExceptionKind::ValueError, "number of bits must be non-negative");
    }
    let bits = bits
        .to_i64()
        .filter(|bits| *bits as u64 <= operators::MAX_INT_BITS);
    let Some(bits) = bits else {
        return Err(Fault::Limit(trace::LimitKind::Memory));
    };
    let value = twister(context, args).bits(bits as usize);
    Ok(Flow::Return(operators::from_int(
        &mut context.shared.heap,
        value,
    )?))
}

/// `source.getstate()`: its words, and the place of the next.
pub(super) fn random_state(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, []) = args.method("getstate")?;
    let (words, next) = twister(context, args).state();
    let mut items: Vec<Value> = words.iter().map(|word| Value::Int(i64::from(*word))).collect();
    items.push(Value::Int(next as i64));
    Ok(Flow::Return(context.shared.heap.tuple(items)?))
}

/// `source.setstate(state)`
pub(super) fn set_random_state(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [state]) = args.method("setstate")?;
    let Some(items) = as_items(&context.shared.heap, state).map(<[Value]>::to_vec) else {
        return raise(ExceptionKind::TypeError, "state vector must be a tuple");
    };
    if items.len() != WORDS + 1 {
        return raise(ExceptionKind::ValueError, "state vector is the wrong size");
    }
    let mut words = [0; WORDS];
    for (word, item) in words.iter_mut().zip(&items) {
        *word = integer(context, *item)?.to_i64().unwrap_or_default() as u32;
    }
    let next = integer(context, items[WORDS])?
        .to_i64()
        .and_then(|next| usize::try_from(next).ok());
    let Some(next) = next.filter(|next| *next <= WORDS) else {
        return raise(ExceptionKind::ValueError, "invalid state");
    };
    *twister(context, args) = Mersenne::from_state(words, next);
    Ok(Flow::Return(Value::None))
}

/// `hasher(name)`: a digest by the algorithm of that name, or `None`.
pub(super) fn hasher(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [name] = args.exactly("hasher")?;
    match as_str(&context.shared.heap, name).and_then(Algorithm::named) {
        Some(algorithm) => new(context, Tool::Hasher(Hasher::new(algorithm))),
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

/// `hasher.update(bytes)`
pub(super) fn update(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (_, [data]) = args.method("update")?;
    let data = bytes(context, data)?.to_vec();
    digest_of(context, args).update(&data);
    Ok(Flow::Return(Value::None))
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
    new(context, tool)
}

fn checksum(
    context: &mut Context,
    args: &Args,
    (name, start): (&str, i64),
    sum: fn(&[u8], u32) -> u32,
) -> Result<Flow, Fault> {
    let [data, before] = args.bind(name, ["data", "value"])?;
    let before = if before.is_bound() {
        integer(context, before)?
    } else {
        Int::Small(start)
    };
    // Only the last 32 bits count.
    let before = before.to_i64().unwrap_or(start) as u32;
    Ok(Flow::Return(Value::Int(i64::from(sum(
        bytes(context, data)?,
        before,
    )))))
}

/// `zlib.crc32(data, value=0)`
pub(super) fn crc32(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    checksum(context, args, ("crc32", 0), digest::crc32)
}

/// `zlib.adler32(data, value=1)`
pub(super) fn adler32(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    checksum(context, args, ("adler32", 1), digest::adler32)
}

/// Bytes, or what was wrong.
fn outcome(context: &mut Context, result: Result<Vec<u8>, CompressError>) -> Result<Flow, Fault> {
    let heap = &mut context.shared.heap;
    Ok(Flow::Return(match result {
        Ok(bytes) => heap.allocate(Object::Bytes(Arc::from(bytes)))?,
        Err(CompressError::TooLarge) => return Err(Fault::Limit(trace::LimitKind::Memory)),
        Err(error) => heap.string(&error.to_string())?,
    }))
}

/// `float_to_bytes(number, size)`: IEEE 754's 4 or 8 bytes, the least significant first.
pub(super) fn float_to_bytes(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value, size] = args.exactly("float_to_bytes")?;
    let heap = &mut context.shared.heap;
    let value = match number(heap, value) {
        Some(Number::Float(value)) => value,
        Some(Number::Int(value)) => value
            .to_f64()
            .map_err(|error| crate::exception::from_int_error(&error))?,
        None => {
            let name = type_name(heap, value);
            return raise(
                ExceptionKind::TypeError,
                format!("must be real number, not {name}"),
            );
        }
    };
    let bytes = match size {
        Value::Int(4) => (value as f32).to_le_bytes().to_vec(),
        _ => value.to_le_bytes().to_vec(),
    };
    Ok(Flow::Return(heap.allocate(Object::Bytes(Arc::from(bytes)))?))
}

/// `float_from_bytes(data)`: the number that 4 or 8 such bytes are.
pub(super) fn float_from_bytes(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [data] = args.exactly("float_from_bytes")?;
    let data = bytes(context, data)?;
    let value = match (<[u8; 8]>::try_from(data), <[u8; 4]>::try_from(data)) {
        (Ok(bytes), _) => f64::from_le_bytes(bytes),
        (_, Ok(bytes)) => f64::from(f32::from_le_bytes(bytes)),
        _ => return raise(ExceptionKind::ValueError, "4 or 8 bytes are a number"),
    };
    Ok(Flow::Return(Value::float(value)))
}

/// `compress(data, level)`: bytes, or the text of an error.
pub(super) fn compress(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [data, level] = args.exactly("compress")?;
    let level = integer(context, level)?.to_i64().unwrap_or(i64::MAX);
    let result = digest::compress(bytes(context, data)?, level);
    outcome(context, result)
}

/// `decompress(data)`: bytes, or the text of an error.
pub(super) fn decompress(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [data] = args.exactly("decompress")?;
    let result = digest::decompress(bytes(context, data)?, MAX_DECOMPRESSED);
    outcome(context, result)
}
