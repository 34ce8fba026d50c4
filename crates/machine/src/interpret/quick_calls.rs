//! Calls, returns and generators' turns that the loop makes without being left: those that are sure to succeed and call nothing
//! else. As in [`super::quick`], each says whether it did anything; the long way comes to the same. None touches the stack where
//! it did nothing.

use triomphe::Arc;

use super::calls::{copy_closure, frame_bytes};
use super::generators::{make_mut, push_generator_frame, suspend_generator};
use crate::code::{Code, CodeId, CodeKind, Program};
use crate::fiber::{Fiber, Frame, Then};
use crate::heap::Heap;
use crate::object::{Generator, GeneratorState, Object};
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
    let entry = &call.code.entry;
    if entry.takes != Some(call.given as u32) {
        return enter_with_defaults(fiber, heap, library, limit, call);
    }
    if fiber.frames.len() >= limit || heap.charge(frame_bytes(call.code)).is_err() {
        return false;
    }
    let base = fiber.top - call.given;
    fiber.reserve(base + entry.frame_size as usize);
    let others = entry.places - call.given as u32;
    // SAFETY: a frame has room for all its places, of which the arguments are the first.
    unsafe {
        let first = fiber.stack.as_mut_ptr().add(fiber.top);
        for place in 0..others as usize {
            first.add(place).write(Value::Unbound);
        }
    }
    fiber.top += others as usize;
    if entry.free > 0 {
        copy_closure(fiber, heap, call.code, call.function, fiber.top);
    }
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
    let frame = fiber.frame();
    if depth < 2 || frame.generator.is_some() || frame.namespace.is_bound() {
        return false;
    }
    let then = frame.then;
    let (bottom, base) = (frame.bottom as usize, frame.base as usize);
    let top = fiber.top - 1;
    debug_assert!(bottom < base && base <= top && top < fiber.stack.len());
    // SAFETY: what is called lies below the call's places and they below the operands, of which the result is one.
    unsafe {
        let stack = fiber.stack.as_mut_ptr();
        let result = match (then, *stack.add(top)) {
            (Then::Push | Then::Iterate { .. } | Then::Send { .. }, value) => value,
            (Then::Init(instance), Value::None) => Value::Object(instance),
            _ => return false,
        };
        heap.refund(frame_bytes(code));
        // In CPython's order: places and operands from the first on, then what was called.
        let mut place = base;
        while place < top {
            if let Value::Object(id) = *stack.add(place) {
                heap.release_object_here(id);
            }
            place += 1;
        }
        let mut place = bottom;
        while place < base {
            if let Value::Object(id) = *stack.add(place) {
                heap.release_object_here(id);
            }
            place += 1;
        }
        *stack.add(bottom) = result;
        fiber.frames.set_len(depth - 1);
    }
    fiber.top = bottom + 1;
    true
}

/// A generator on top of the stack, or below what is sent to it, goes on. What it yields is a loop's next item, or what `SEND`
/// passes on; its end ends the loop there, or goes on there.
#[inline(never)]
pub(super) fn resume<const IS_SENT: bool>(
    fiber: &mut Fiber,
    heap: &mut Heap,
    program: &Program,
    limit: usize,
    id: ObjectId,
    target: u32,
) -> bool {
    let (sent, bottom, then) = if IS_SENT {
        (fiber.peek(1), fiber.top - 1, Then::Send { target })
    } else {
        (Value::None, fiber.top, Then::Iterate { target })
    };
    let (Object::Generator(generator), references) = heap.get_mut_counted(id) else {
        return false;
    };
    let GeneratorState::Suspended { pc } = generator.state else {
        return false;
    };
    let (generator, references): (*mut Generator, *mut u32) = (make_mut(generator), references);
    // SAFETY: charging its frame moves no object, and nothing else has been done with the heap since.
    let (generator, references) = unsafe { (&mut *generator, &mut *references) };
    let fresh = pc == 0;
    let code = program.code(generator.code);
    if fresh && !matches!(sent, Value::None)
        || fiber.frames.len() >= limit
        || heap.charge(frame_bytes(code)).is_err()
    {
        return false;
    }
    let frame = Frame {
        pc,
        generator: Some(id),
        then,
        ..Frame::new(generator.code, bottom, bottom + 2)
    };
    // The stack's reference and the frame's.
    *references += 2;
    push_generator_frame(fiber, generator, code, id, frame);
    if !fresh {
        // SAFETY: `push_generator_frame` made room for it.
        unsafe { *fiber.stack.get_unchecked_mut(fiber.top) = sent };
        fiber.top += 1;
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
    // Where what was handled outside lay.
    fiber.push(value);
    true
}
