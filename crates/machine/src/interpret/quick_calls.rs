//! Calls, returns and generators' turns that the loop makes without being left: those that are sure to succeed and call nothing
//! else. As in [`super::quick`], each says whether it did anything; the long way comes to the same. None touches the stack where
//! it did nothing.

use triomphe::Arc;

use super::calls::{copy_closure, frame_bytes};
use super::generators::{push_generator_frame, suspend_generator};
use crate::code::{Code, CodeId, CodeKind, Program};
use crate::fiber::{Fiber, Frame, Then};
use crate::heap::Heap;
use crate::object::{GeneratorState, Object};
use crate::shared::Namespace;
use crate::value::{ObjectId, Value};

/// A call of a function that is written in Python, and has no names for its arguments.
pub(super) struct Call<'a> {
    pub id: CodeId,
    pub code: &'a Code,
    /// The function's object; one of the library has none.
    pub function: Option<ObjectId>,
    /// Where the stack ends once it has returned.
    pub bottom: usize,
    /// How many arguments lie on the stack.
    pub given: usize,
}

/// Enters a function. `library` are the library's modules, from 1; `limit` is how many calls there may be.
#[inline(always)]
pub(super) fn enter(
    fiber: &mut Fiber,
    heap: &mut Heap,
    library: &[Arc<Namespace>],
    limit: usize,
    call: &Call<'_>,
) -> bool {
    let entry = call.code.entry;
    if entry.takes != Some(call.given as u32) {
        return enter_with_defaults(fiber, heap, library, limit, call);
    }
    if fiber.frames.len() >= limit || heap.charge(frame_bytes(call.code)).is_err() {
        return false;
    }
    let top = fiber.top;
    let base = top - call.given;
    fiber.reserve(base + entry.frame_size as usize);
    let end = base + entry.places as usize;
    for place in &mut fiber.stack[top..end] {
        *place = Value::Unbound;
    }
    if entry.free > 0 {
        copy_closure(fiber, heap, call.code, call.function, end);
    }
    fiber.top = end;
    fiber.frames.push(Frame::new(call.id, call.bottom, base));
    true
}

/// The same of one whose defaults take the places of some arguments.
#[inline(never)]
fn enter_with_defaults(
    fiber: &mut Fiber,
    heap: &mut Heap,
    library: &[Arc<Namespace>],
    limit: usize,
    call: &Call<'_>,
) -> bool {
    let code = call.code;
    if code.kind != CodeKind::Plain
        || fiber.frames.len() >= limit
        || !has_defaults(heap, call)
        || heap.charge(frame_bytes(code)).is_err()
    {
        return false;
    }
    let base = fiber.top - call.given;
    let end = base + code.entry.places as usize;
    fiber.reserve(base + code.entry.frame_size as usize);
    set_defaults(fiber, heap, library, call, base);
    fiber.stack[base + code.parameters.places()..end].fill(Value::Unbound);
    if code.entry.free > 0 {
        copy_closure(fiber, heap, code, call.function, end);
    }
    fiber.top = end;
    fiber.frames.push(Frame::new(call.id, call.bottom, base));
    true
}

/// Whether a function's defaults take the places of all arguments that are not given.
fn has_defaults(heap: &Heap, call: &Call<'_>) -> bool {
    let (parameters, given) = (&call.code.parameters, call.given);
    let (positional, named) = match call.function.map(|id| heap.get(id)) {
        Some(Object::Function(function)) => (function.defaults.len(), function.keyword_defaults.len()),
        _ => (
            call.code.static_defaults.len(),
            call.code.static_keyword_defaults.len(),
        ),
    };
    given <= parameters.positional as usize
        && given + positional >= parameters.positional as usize
        && named == parameters.keyword_only as usize
        && !parameters.star
        && !parameters.star_star
}

/// Puts defaults, of which there are enough, where no arguments are.
fn set_defaults(
    fiber: &mut Fiber,
    heap: &mut Heap,
    library: &[Arc<Namespace>],
    call: &Call<'_>,
    base: usize,
) {
    let (code, given) = (call.code, call.given);
    let positional = code.parameters.positional as usize;
    let places = &mut fiber.stack[base..base + positional + code.parameters.keyword_only as usize];
    if let Some(Object::Function(function)) = call.function.map(|id| heap.get(id)) {
        let first = positional - function.defaults.len().min(positional);
        places[given..positional].copy_from_slice(&function.defaults[given - first..positional - first]);
        for (index, default) in code
            .parameters
            .keyword_defaults
            .iter()
            .zip(&function.keyword_defaults)
        {
            places[positional + *index as usize] = *default;
        }
    } else {
        let constants = &library[call.id.unit().0 as usize - 1].constants;
        let first = positional - code.static_defaults.len().min(positional);
        for place in given..positional {
            places[place] = constants[code.static_defaults[place - first] as usize];
        }
        for (index, default) in code
            .parameters
            .keyword_defaults
            .iter()
            .zip(&code.static_keyword_defaults)
        {
            places[positional + *index as usize] = constants[*default as usize];
        }
    }
    heap.retain_all(&places[given..]);
}

/// Returns from a function, whose code this is.
#[inline(always)]
pub(super) fn leave(fiber: &mut Fiber, heap: &mut Heap, code: &Code) -> bool {
    let depth = fiber.frames.len();
    let top = fiber.top - 1;
    let value = fiber.stack[top];
    let frame = fiber.frame();
    if depth < 2 || frame.generator.is_some() || frame.namespace.is_bound() {
        return false;
    }
    let result = match (frame.then, value) {
        (Then::Push | Then::Iterate { .. } | Then::Send { .. }, _) => value,
        (Then::Init(instance), Value::None) => Value::Object(instance),
        _ => return false,
    };
    let (bottom, base) = (frame.bottom as usize, frame.base as usize);
    fiber.frames.pop();
    heap.refund(frame_bytes(code));
    // In CPython's order: places and operands from the first on, then what was called.
    for place in &fiber.stack[base..top] {
        heap.release(*place);
    }
    for place in &fiber.stack[bottom..base] {
        heap.release(*place);
    }
    fiber.stack[bottom] = result;
    fiber.top = bottom + 1;
    true
}

/// A generator that is to go on.
pub(super) struct Turn {
    pub id: ObjectId,
    /// What is sent to it, on top of the stack; else it is `None`.
    pub sent: Option<Value>,
    /// What becomes of what it yields.
    pub then: Then,
}

/// A generator on top of the stack, or below what is sent to it, goes on.
#[inline(never)]
pub(super) fn resume(
    fiber: &mut Fiber,
    heap: &mut Heap,
    program: &Program,
    limit: usize,
    turn: Turn,
) -> bool {
    let Object::Generator(generator) = heap.get(turn.id) else {
        return false;
    };
    let GeneratorState::Suspended { pc } = generator.state else {
        return false;
    };
    let id = generator.code;
    let sent = turn.sent.unwrap_or(Value::None);
    let fresh = pc == 0;
    let code = program.code(id);
    if fresh && !matches!(sent, Value::None)
        || fiber.frames.len() >= limit
        || heap.charge(frame_bytes(code)).is_err()
    {
        return false;
    }
    fiber.top -= usize::from(turn.sent.is_some());
    let frame = Frame {
        pc,
        generator: Some(turn.id),
        then: turn.then,
        ..Frame::new(id, fiber.top, fiber.top + 2)
    };
    push_generator_frame(fiber, heap, code, frame);
    if !fresh {
        fiber.push(sent);
    }
    true
}

/// The generator whose frame is the current one stops at a `yield`; `code` is its code.
#[inline(never)]
pub(super) fn suspend(fiber: &mut Fiber, heap: &mut Heap, code: &Code) -> bool {
    if !matches!(
        fiber.frame().then,
        Then::Push | Then::Iterate { .. } | Then::Send { .. }
    ) {
        return false;
    }
    let value = fiber.pop();
    suspend_generator(fiber, heap, code);
    fiber.push(value);
    true
}
