//! Generators, coroutines, asynchronous generators: frames that leave the stack and come back.

use triomphe::Arc;

use super::calls::frame_bytes;
use super::{Interpreter, Next};
use crate::class;
use crate::code::Code;
use crate::exception::ExceptionKind;
use crate::fiber::{Fiber, Frame, Then};
use crate::heap::Heap;
use crate::native::{self, Fault, Resumption, raise};
use crate::object::{AsyncStep, Generator, GeneratorKind, GeneratorState, Object};
use crate::opcode::Instr;
use crate::symbol::NAMES;
use crate::value::{ObjectId, Value};

impl Interpreter<'_> {
    pub(super) fn generator_mut(&mut self, id: ObjectId) -> &mut Generator {
        match self.shared.heap.get_mut(id) {
            Object::Generator(generator) => Arc::make_mut(generator),
            _ => unreachable!("asked for a generator"),
        }
    }

    /// Lets a generator go on; what it yields goes where `then` says.
    pub(super) fn resume(&mut self, id: ObjectId, resumption: Resumption, then: Then) -> Result<Next, Fault> {
        let generator = self.generator_mut(id);
        let (kind, code) = (generator.kind, generator.code);
        let given = match &resumption {
            Resumption::Send(value) | Resumption::Throw(value) | Resumption::Finish(value) => *value,
        };
        let at = match generator.state {
            GeneratorState::Suspended { pc } => pc,
            GeneratorState::Running => {
                self.shared.heap.release(given);
                let what = kind_name(kind);
                return raise(ExceptionKind::ValueError, format!("{what} already executing"));
            }
            GeneratorState::Finished => return self.resume_finished(kind, resumption, then),
        };
        let fresh = at == 0;
        if fresh && matches!(resumption, Resumption::Send(_)) && !matches!(given, Value::None) {
            self.shared.heap.release(given);
            let what = kind_name(kind);
            return raise(
                ExceptionKind::TypeError,
                format!("can't send non-None value to a just-started {what}"),
            );
        }
        if self.fiber.frames.len() >= self.shared.recursion_limit as usize {
            self.generator_mut(id).finalise = false;
            self.shared.heap.release(given);
            return raise(ExceptionKind::RecursionError, "maximum recursion depth exceeded");
        }
        self.shared.heap.charge(self.frame_bytes(code))?;
        let bottom = self.fiber.top;
        let frame = Frame {
            pc: at,
            generator: Some(id),
            then,
            ..Frame::new(code, bottom, bottom + 2)
        };
        let (Object::Generator(generator), references) = self.shared.heap.get_mut_counted(id) else {
            unreachable!("asked for a generator")
        };
        *references += 2;
        let generator = make_mut(generator);
        push_generator_frame(self.fiber, generator, self.program.code(code), id, frame);
        match resumption {
            Resumption::Send(value) => {
                if fresh {
                    self.shared.heap.release(value);
                } else {
                    self.fiber.push(value);
                }
                Ok(Next::Continue)
            }
            Resumption::Throw(exception) => {
                let Some(id) = exception.id() else {
                    unreachable!("an exception is an object")
                };
                // It is raised at the `yield`, which is the instruction before.
                if fresh {
                    self.fiber.frame().pc = 1;
                }
                Err(Fault::Throw(id))
            }
            Resumption::Finish(value) => {
                // The iterator of the `yield from` goes, and its result is there instead.
                let iterator = self.fiber.pop();
                self.shared.heap.release(iterator);
                self.fiber.push(value);
                let target = self.program.code(code).instrs[..at as usize]
                    .iter()
                    .rev()
                    .find_map(|instr| match instr {
                        Instr::Send(target) => Some(*target),
                        _ => None,
                    });
                self.fiber.frame().pc = target.unwrap_or(at);
                Ok(Next::Continue)
            }
        }
    }

    fn resume_finished(
        &mut self,
        kind: GeneratorKind,
        resumption: Resumption,
        then: Then,
    ) -> Result<Next, Fault> {
        if let Resumption::Throw(exception) = resumption
            && kind != GeneratorKind::Coroutine
        {
            let Some(id) = exception.id() else {
                unreachable!("an exception is an object")
            };
            return Err(Fault::Throw(id));
        }
        let (Resumption::Send(value) | Resumption::Throw(value) | Resumption::Finish(value)) = resumption;
        self.shared.heap.release(value);
        match kind {
            GeneratorKind::Coroutine => raise(
                ExceptionKind::RuntimeError,
                "cannot reuse already awaited coroutine",
            ),
            GeneratorKind::AsyncGenerator => {
                self.end_of_iteration(ExceptionKind::StopAsyncIteration, Value::None, then)
            }
            GeneratorKind::Generator => {
                self.end_of_iteration(ExceptionKind::StopIteration, Value::None, then)
            }
        }
    }

    /// An iteration is over, with this value.
    pub(super) fn end_of_iteration(
        &mut self,
        kind: ExceptionKind,
        value: Value,
        then: Then,
    ) -> Result<Next, Fault> {
        match then {
            Then::Iterate { target } if kind == ExceptionKind::StopIteration => {
                self.shared.heap.release(value);
                self.drop_top(1);
                self.fiber.frame().pc = target;
                Ok(Next::Continue)
            }
            Then::Send { target } if kind == ExceptionKind::StopIteration => {
                self.replace(1, value);
                self.fiber.frame().pc = target;
                Ok(Next::Continue)
            }
            _ if matches!(value, Value::None) => Err(Fault::Raise(kind, String::new())),
            _ => Err(Fault::RaiseWith(kind, value)),
        }
    }

    /// What was being handled outside of a generator is again; what is being handled in it is the caller's.
    fn leave_generator(&mut self, id: ObjectId) -> Value {
        let generator = self.fiber.pop();
        self.shared.heap.release(generator);
        let outside = self.fiber.pop();
        let inside = std::mem::replace(&mut self.fiber.handled, outside);
        self.shared.heap.release(Value::Object(id));
        inside
    }

    pub(super) fn generator_returns(
        &mut self,
        id: ObjectId,
        value: Value,
        then: Then,
    ) -> Result<Next, Fault> {
        let kind = self.generator_mut(id).kind;
        self.finish_generator(id);
        let end = match kind {
            GeneratorKind::AsyncGenerator => ExceptionKind::StopAsyncIteration,
            GeneratorKind::Generator | GeneratorKind::Coroutine => ExceptionKind::StopIteration,
        };
        self.end_of_iteration(end, value, then)
    }

    /// The current frame is a generator's and is left for good.
    pub(super) fn finish_generator(&mut self, id: ObjectId) {
        let Some(frame) = self.fiber.frames.pop() else {
            unreachable!("a generator runs")
        };
        let bytes = self.frame_bytes(frame.code);
        self.shared.heap.refund(bytes);
        let base = frame.base as usize;
        let top = std::mem::replace(&mut self.fiber.top, base);
        for place in base..top {
            self.shared.heap.release(self.fiber.stack[place]);
        }
        let generator = self.generator_mut(id);
        generator.state = GeneratorState::Finished;
        generator.values = Vec::new();
        let inside = self.leave_generator(id);
        self.shared.heap.release(inside);
    }

    /// Suspends the generator whose frame is the current one.
    fn suspend(&mut self) -> Then {
        let code = self.program.code(self.fiber.frame().code);
        suspend_generator(self.fiber, &mut self.shared.heap, code)
    }

    pub(super) fn yield_value(&mut self) -> Result<Next, Fault> {
        let value = self.fiber.pop();
        let then = self.suspend();
        self.deliver(value, then)
    }

    /// An asynchronous generator yields a value of its own: that ends the step that is awaited.
    pub(super) fn yield_async(&mut self) -> Result<Next, Fault> {
        let value = self.fiber.pop();
        let then = self.suspend();
        self.end_of_iteration(ExceptionKind::StopIteration, value, then)
    }

    /// `iter x -> iter y`, or `iter x -> result` and jumps.
    pub(super) fn send(&mut self, target: u32) -> Result<Next, Fault> {
        let value = self.fiber.pop();
        let iterator = self.fiber.peek(1);
        let then = Then::Send { target };
        if let Value::Object(id) = iterator {
            match self.shared.heap.get(id) {
                Object::Generator(_) => return self.resume(id, Resumption::Send(value), then),
                Object::AsyncStep(step) => {
                    let step = **step;
                    return self.step_async(id, step, value, then);
                }
                Object::Lazy(_) if matches!(value, Value::None) => return self.advance_lazy(id, then),
                Object::Iterator(_) if matches!(value, Value::None) => {
                    return match self.next_of_native(id)? {
                        Some(item) => {
                            self.fiber.push(item);
                            Ok(Next::Continue)
                        }
                        None => self.end_of_iteration(ExceptionKind::StopIteration, Value::None, then),
                    };
                }
                _ => {}
            }
        }
        self.shared.heap.retain(iterator);
        if matches!(value, Value::None)
            && let Some(next) = self.special_method(iterator, NAMES.next)
        {
            self.shared.heap.retain(next);
            return self.invoke(next, vec![iterator], Vec::new(), then);
        }
        self.invoke(
            crate::library::core("send_to"),
            vec![iterator, value],
            Vec::new(),
            then,
        )
    }

    /// One step of an asynchronous generator.
    pub(super) fn step_async(
        &mut self,
        id: ObjectId,
        step: AsyncStep,
        value: Value,
        then: Then,
    ) -> Result<Next, Fault> {
        let Some(generator) = step.generator.id() else {
            unreachable!("a generator is an object")
        };
        if step.begun {
            return self.resume(generator, Resumption::Send(value), then);
        }
        if let Object::AsyncStep(step) = self.shared.heap.get_mut(id) {
            Arc::make_mut(step).begun = true;
        }
        self.shared.heap.release(value);
        self.shared.heap.retain(step.argument);
        let resumption = if step.throws {
            Resumption::Throw(step.argument)
        } else {
            Resumption::Send(step.argument)
        };
        self.resume(generator, resumption, then)
    }

    pub(super) fn get_yield_from_iter(&mut self) -> Result<Next, Fault> {
        if let Some(Object::Generator(generator)) = self.shared.heap.object(self.fiber.peek(1)) {
            let code = self.fiber.frame().code;
            let here = self.program.code(code).kind;
            if generator.kind == GeneratorKind::Coroutine && here == crate::code::CodeKind::Generator {
                return raise(
                    ExceptionKind::TypeError,
                    "cannot 'yield from' a coroutine object in a non-coroutine generator",
                );
            }
            if generator.kind != GeneratorKind::AsyncGenerator {
                return Ok(Next::Continue);
            }
        }
        self.get_iter()
    }

    pub(super) fn get_awaitable(&mut self, origin: u32) -> Result<Next, Fault> {
        let value = self.fiber.peek(1);
        match self.shared.heap.object(value) {
            Some(Object::Generator(generator)) if generator.kind == GeneratorKind::Coroutine => {
                if matches!(generator.state, GeneratorState::Running) {
                    return raise(ExceptionKind::RuntimeError, "coroutine is being awaited already");
                }
                return Ok(Next::Continue);
            }
            Some(Object::AsyncStep(_)) => return Ok(Next::Continue),
            _ => {}
        }
        if let Some(function) = self.special_python_method(value, NAMES.await_) {
            self.shared.heap.retain(function);
            self.fiber.pop();
            return self.invoke(function, vec![value], Vec::new(), Then::Push);
        }
        let name = class::type_name(&self.shared.heap, value);
        let message = match origin {
            1 => format!(
                "'async with' received an object from __aenter__ that does not implement __await__: {name}"
            ),
            2 => format!(
                "'async with' received an object from __aexit__ that does not implement __await__: {name}"
            ),
            _ => format!("object {name} can't be used in 'await' expression"),
        };
        raise(ExceptionKind::TypeError, message)
    }

    pub(super) fn get_aiter(&mut self) -> Result<Next, Fault> {
        let value = self.fiber.peek(1);
        if matches!(self.shared.heap.object(value), Some(Object::Generator(generator)) if generator.kind == GeneratorKind::AsyncGenerator)
        {
            return Ok(Next::Continue);
        }
        let Some(function) = self.special_python_method(value, NAMES.aiter) else {
            let name = class::type_name(&self.shared.heap, value);
            return raise(
                ExceptionKind::TypeError,
                format!("'async for' requires an object with __aiter__ method, got {name}"),
            );
        };
        self.shared.heap.retain(function);
        self.fiber.pop();
        self.invoke(function, vec![value], Vec::new(), Then::Push)
    }

    pub(super) fn get_anext(&mut self) -> Result<Next, Fault> {
        let value = self.fiber.peek(1);
        if matches!(self.shared.heap.object(value), Some(Object::Generator(generator)) if generator.kind == GeneratorKind::AsyncGenerator)
        {
            self.fiber.reserve(self.fiber.top + 2);
            if native::tells_of_beginning(self.shared, self.program, value) {
                self.shared.heap.retain(value);
                self.fiber.push(value);
                self.fiber.push(Value::None);
                return self.call_core("first_step", 2, Then::Push);
            }
            let step = native::new_step(self.shared, value, Value::None, false)?;
            self.fiber.push(step);
            return Ok(Next::Continue);
        }
        let Some(function) = self.special_python_method(value, NAMES.anext) else {
            let name = class::type_name(&self.shared.heap, value);
            return raise(
                ExceptionKind::TypeError,
                format!("'async for' requires an iterator with __anext__ method, got {name}"),
            );
        };
        self.shared.heap.retain(function);
        self.shared.heap.retain(value);
        self.invoke(
            crate::library::core("awaitable_of_anext"),
            vec![function, value],
            Vec::new(),
            Then::Push,
        )
    }

    /// `aiter exception ->`
    pub(super) fn end_async_for(&mut self) -> Result<Next, Fault> {
        let exception = self.fiber.pop();
        let ends = Value::ExceptionType(ExceptionKind::StopAsyncIteration);
        if !class::is_instance(&self.shared.heap, exception, ends) {
            let Some(id) = exception.id() else {
                unreachable!("an exception is an object")
            };
            return Err(Fault::Reraise(id));
        }
        self.shared.heap.release(exception);
        self.drop_top(1);
        Ok(Next::Continue)
    }
}

/// Copies a few values one by one, as they were written: a call that copies bytes takes longer.
///
/// # Safety
/// So many can be read from one place, and written to the other, which is elsewhere.
#[inline(always)]
unsafe fn copy_values(from: *const Value, to: *mut Value, count: usize) {
    // SAFETY: the caller says so.
    unsafe {
        if count > 7 {
            return to.copy_from_nonoverlapping(from, count);
        }
        let mut done = 0;
        if count & 4 != 0 {
            for at in 0..4 {
                *to.add(at) = *from.add(at);
            }
            done = 4;
        }
        if count & 2 != 0 {
            *to.add(done) = *from.add(done);
            *to.add(done + 1) = *from.add(done + 1);
            done += 2;
        }
        if count & 1 != 0 {
            *to.add(done) = *from.add(done);
        }
    }
}

/// Puts the frame of a suspended generator on the stack; its bytes have been charged, and two references been counted: the
/// frame's, and that of the stack. Below it lie what was being handled outside, and the generator.
#[inline(always)]
pub(super) fn push_generator_frame(
    fiber: &mut Fiber,
    generator: &mut Generator,
    code: &Code,
    id: ObjectId,
    frame: Frame,
) {
    let (bottom, base) = (frame.bottom as usize, frame.base as usize);
    let count = generator.values.len();
    assert!(base == bottom + 2 && count <= code.entry.frame_size as usize);
    fiber.reserve(base + code.entry.frame_size as usize + 1);
    let own = std::mem::replace(&mut generator.handled, Value::Unbound);
    let outside = std::mem::replace(&mut fiber.handled, own);
    // SAFETY: there is room for all of them now.
    unsafe {
        let stack = fiber.stack.as_mut_ptr();
        *stack.add(bottom) = outside;
        *stack.add(bottom + 1) = Value::Object(id);
        copy_values(generator.values.as_ptr(), stack.add(base), count);
    }
    fiber.top = base + count;
    generator.values.clear();
    generator.state = GeneratorState::Running;
    generator.finalise = false;
    fiber.frames.push(frame);
}

/// Suspends the generator whose frame is the current one, and whose code this is.
#[inline(always)]
pub(super) fn suspend_generator(fiber: &mut Fiber, heap: &mut Heap, code: &Code) -> Then {
    let frame = fiber.frame();
    let (pc, base, then) = (frame.pc, frame.base as usize, frame.then);
    let Some(id) = frame.generator else {
        unreachable!("only generators yield")
    };
    heap.refund(frame_bytes(code));
    let protected = code
        .handlers
        .iter()
        .any(|handler| (handler.start..handler.end).contains(&(pc - 1)));
    let (Object::Generator(generator), references) = heap.get_mut_counted(id) else {
        unreachable!("asked for a generator")
    };
    let generator = make_mut(generator);
    let count = fiber.top - base;
    debug_assert!(base >= 2 && fiber.top <= fiber.stack.len());
    generator.values.clear();
    generator.values.reserve(count);
    // SAFETY: there is room for them now, and all of them are written; they are the frame's, above two places below it.
    let outside = unsafe {
        let places = fiber.stack.as_ptr().add(base);
        copy_values(places, generator.values.as_mut_ptr(), count);
        generator.values.set_len(count);
        *places.sub(2)
    };
    generator.state = GeneratorState::Suspended { pc };
    generator.finalise = protected;
    fiber.frames.pop();
    fiber.top = base - 2;
    generator.handled = std::mem::replace(&mut fiber.handled, outside);
    // The stack's reference and the frame's.
    *references -= 2;
    if *references == 0 {
        heap.free_object(id);
    }
    then
}

/// A generator, to change it: mostly nobody shares it.
#[inline(always)]
pub(super) fn make_mut(generator: &mut Arc<Generator>) -> &mut Generator {
    if !generator.is_unique() {
        unshare(generator);
    }
    // SAFETY: nobody else has it, and nobody gets it as long as it is borrowed.
    unsafe { &mut *Arc::as_ptr(generator).cast_mut() }
}

#[cold]
#[inline(never)]
fn unshare(generator: &mut Arc<Generator>) {
    Arc::make_mut(generator);
}

fn kind_name(kind: GeneratorKind) -> &'static str {
    match kind {
        GeneratorKind::Generator => "generator",
        GeneratorKind::Coroutine => "coroutine",
        GeneratorKind::AsyncGenerator => "async generator",
    }
}
