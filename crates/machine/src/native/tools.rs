//! States that natives alone work on: random numbers, and digests, which are in `digests`; and the bytes of numbers.

use triomphe::Arc;

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::int::Int;
use crate::mersenne::Mersenne;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::{Object, Tool};
use crate::operators::{self, Number, as_bytes, as_items, number};
use crate::value::Value;

/// Words of a Mersenne Twister's state.
const WORDS: usize = 624;

pub(super) fn new_tool(context: &mut Context, tool: Tool) -> Result<Flow, Fault> {
    Ok(Flow::Return(
        context.shared.heap.allocate(Object::Tool(Arc::new(tool)))?,
    ))
}

pub(super) fn tool<'a>(context: &'a mut Context, args: &Args) -> &'a mut Tool {
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

pub(super) fn integer(context: &Context, value: Value) -> Result<Int, Fault> {
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

/// `mersenne(seed)`: a Mersenne Twister.
pub(super) fn mersenne(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [seed] = args.exactly("mersenne")?;
    let seed = integer(context, seed)?;
    new_tool(context, Tool::Mersenne(Mersenne::from_int(&seed)))
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
    let data = as_bytes(&context.shared.heap, data).unwrap_or_default();
    let value = match (<[u8; 8]>::try_from(data), <[u8; 4]>::try_from(data)) {
        (Ok(bytes), _) => f64::from_le_bytes(bytes),
        (_, Ok(bytes)) => f64::from(f32::from_le_bytes(bytes)),
        _ => return raise(ExceptionKind::ValueError, "4 or 8 bytes are a number"),
    };
    Ok(Flow::Return(Value::float(value)))
}
