//! Making plain instances and exceptions without leaving the loop.

use triomphe::Arc;

use super::calls::frame_bytes;
use super::quick_calls::{self, Call};
use super::said::{Said, Special, said};
use crate::class;
use crate::code::{INIT, Program};
use crate::exception::ExceptionObject;
use crate::fiber::{Fiber, Then};
use crate::heap::Heap;
use crate::object::{Instance, Object};
use crate::shared::Namespace;
use crate::value::Value;

/// Bytes that are more than an instance's.
const MOST_OF_INSTANCE: u64 = 1024;

/// Makes an instance of the class that lies below `count` arguments, and enters its `__init__`, or makes an exception; `None` if
/// nothing was done.
/// `library` are the library's modules, from 1; `limit` is how many calls there may be.
#[inline(never)]
pub(super) fn make(
    fiber: &mut Fiber,
    heap: &mut Heap,
    program: &Program,
    library: &[Arc<Namespace>],
    limit: usize,
    count: usize,
) -> Option<()> {
    let bottom = fiber.top - count - 2;
    let (Value::Unbound, class) = (fiber.stack[bottom], fiber.stack[bottom + 1]) else {
        return None;
    };
    let Said::Function(init) = said(heap, class, &INIT, Special::Make) else {
        return make_exception(fiber, heap, class, bottom);
    };
    let Object::Function(function) = heap.object(init)? else {
        return None;
    };
    let id = function.code;
    let code = program.code(id);
    heap.has_room(frame_bytes(code) + MOST_OF_INSTANCE).ok()?;
    let call = Call {
        id,
        code,
        function: init.id(),
        bottom,
        given: count + 1,
    };
    if !quick_calls::enter(fiber, heap, library, limit, &call) {
        return None;
    }
    // The instance gets the class's reference, and takes its place.
    let instance = Instance::new(class, Value::Unbound, false);
    let Ok(instance @ Value::Object(made)) = heap.allocate(Object::Instance(Arc::new(instance))) else {
        unreachable!("there is room for it")
    };
    heap.retain(instance);
    fiber.stack[bottom] = heap.retain(init);
    fiber.stack[bottom + 1] = instance;
    fiber.frame().then = Then::Init(made);
    Some(())
}

/// Makes an exception, if the class is one whose classes leave that to a builtin one.
fn make_exception(fiber: &mut Fiber, heap: &mut Heap, class: Value, bottom: usize) -> Option<()> {
    let Said::Nothing = said(heap, class, &INIT, Special::MakeException) else {
        return None;
    };
    let kind = class::exception_kind(heap, class)?;
    let args = &fiber.stack[bottom + 2..fiber.top];
    heap.has_room(size_of_val(args) as u64 + MOST_OF_INSTANCE).ok()?;
    // The arguments become its own, and it gets the class's reference.
    let args = heap.small_tuple(args).ok()?;
    let exception = ExceptionObject::new(kind, class, args);
    let Ok(exception) = heap.allocate(Object::Exception(Arc::new(exception))) else {
        unreachable!("there is room for it")
    };
    fiber.top = bottom;
    fiber.push(exception);
    Some(())
}
