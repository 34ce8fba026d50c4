//! Exceptions on their way out.

use triomphe::Arc;

use super::{Exit, Interpreter, Next};
use crate::class;
use crate::exception::{self, ExceptionKind, ExceptionObject, as_exception, as_exception_mut};
use crate::fiber::{Fiber, Then};
use crate::heap::Heap;
use crate::native::{Fault, raise};
use crate::object::{GeneratorKind, Object};
use crate::symbol::Symbol;
use crate::value::{ObjectId, Value, is_same};

impl ExceptionObject {
    /// An exception that was not raised yet; the references are given away.
    pub(crate) fn new(kind: ExceptionKind, class: Value, args: Value) -> Self {
        Self {
            class,
            kind,
            args,
            attributes: Vec::new(),
            cause: Value::Unbound,
            context: Value::Unbound,
            suppress_context: false,
            traceback: Vec::new(),
        }
    }
}

impl Fiber {
    /// `exception -> handled exception`
    pub(super) fn push_handled(&mut self, heap: &mut Heap) {
        let exception = self.pop();
        heap.retain(exception);
        let before = std::mem::replace(&mut self.handled, exception);
        self.push(before);
        self.push(exception);
    }

    /// `handled ->`
    pub(super) fn pop_handled(&mut self, heap: &mut Heap) {
        let before = self.pop();
        let handled = std::mem::replace(&mut self.handled, before);
        heap.release(handled);
    }
}

impl Interpreter<'_> {
    /// Turns a fault into an exception and takes it to its handler; an exit, if there is none.
    pub(super) fn unwind(&mut self, fault: Fault) -> Option<Exit> {
        let made = match fault {
            Fault::Limit(limit) => return Some(Exit::Limit(limit)),
            Fault::Throw(exception) => {
                self.set_context(exception);
                return self.propagate(exception, true);
            }
            Fault::Reraise(exception) => return self.propagate(exception, false),
            Fault::Raise(kind, message) => {
                let args = if message.is_empty() {
                    Ok(Vec::new())
                } else {
                    self.shared.heap.string(&message).map(|text| vec![text])
                };
                args.map_err(Fault::from)
                    .and_then(|args| self.new_exception(kind, args))
            }
            Fault::Missing {
                kind,
                message,
                name,
                object,
            } => self.missing(kind, &message, &name, object),
            Fault::RaiseWith(kind, argument) => self.new_exception(kind, vec![argument]),
            Fault::NeedsPython => self
                .shared
                .heap
                .string("this operation is not supported here for objects of such a class")
                .map_err(Fault::from)
                .and_then(|text| self.new_exception(ExceptionKind::TypeError, vec![text])),
        };
        match made {
            Ok(Value::Object(exception)) => {
                self.set_context(exception);
                self.propagate(exception, true)
            }
            Ok(_) => unreachable!("an exception is an object"),
            Err(_) => Some(Exit::Limit(trace::LimitKind::Memory)),
        }
    }

    /// A new exception of a builtin class, owned by the caller.
    pub(super) fn new_exception(&mut self, kind: ExceptionKind, args: Vec<Value>) -> Result<Value, Fault> {
        let args = self.shared.heap.tuple(args)?;
        let exception = ExceptionObject::new(kind, Value::ExceptionType(kind), args);
        Ok(self
            .shared
            .heap
            .allocate(Object::Exception(Arc::new(exception)))?)
    }

    /// A `NameError` or `AttributeError`, which tells what was not found.
    fn missing(
        &mut self,
        kind: ExceptionKind,
        message: &str,
        name: &str,
        object: Value,
    ) -> Result<Value, Fault> {
        let text = self.shared.heap.string(message)?;
        let exception = self.new_exception(kind, vec![text])?;
        let name = self.shared.heap.string(name)?;
        self.shared.heap.retain(object);
        let told = [("name", name), ("obj", object)]
            .into_iter()
            .filter(|(_, value)| value.is_bound());
        let told: Vec<_> = told.map(|(name, value)| (Symbol::of(name), value)).collect();
        if let Some(exception) = as_exception_mut(&mut self.shared.heap, exception) {
            exception.attributes = told;
        }
        Ok(exception)
    }

    /// What is being handled becomes the context of what is raised (`_PyErr_SetObject` in `Python/errors.c`).
    fn set_context(&mut self, exception: ObjectId) {
        let handled = self.fiber.handled();
        let value = Value::Object(exception);
        if !handled.is_bound() || is_same(handled, value) {
            return;
        }
        let context_of = |this: &Self, of| {
            as_exception(&this.shared.heap, of).map_or(Value::Unbound, |object| object.context)
        };
        // A chain that came back to the exception would have no end. One that has none already, by what the program has set,
        // is noticed by a follower at half the speed.
        let (mut at, mut follower, mut is_odd) = (handled, handled, false);
        while let Some(object) = as_exception(&self.shared.heap, at) {
            let context = object.context;
            if is_same(context, value) {
                if let Some(object) = as_exception_mut(&mut self.shared.heap, at) {
                    object.context = Value::Unbound;
                }
                self.shared.heap.release(context);
                break;
            }
            at = context;
            if is_odd {
                follower = context_of(self, follower);
            }
            is_odd = !is_odd;
            if !at.is_bound() || is_same(at, follower) {
                break;
            }
        }
        self.shared.heap.retain(handled);
        if let Some(object) = as_exception_mut(&mut self.shared.heap, value) {
            let old = std::mem::replace(&mut object.context, handled);
            self.shared.heap.release(old);
        }
    }

    /// `here` is whether the current call belongs into the traceback; every call that is left does.
    fn propagate(&mut self, mut exception: ObjectId, mut here: bool) -> Option<Exit> {
        while let Some(frame) = self.fiber.frames.last().copied() {
            let at = frame.pc.saturating_sub(1);
            if here && let Some(object) = as_exception_mut(&mut self.shared.heap, Value::Object(exception)) {
                object.traceback.push((frame.code, at));
            }
            here = true;
            let code = self.program.code(frame.code);
            let handler = code
                .handlers
                .iter()
                .find(|handler| (handler.start..handler.end).contains(&at));
            if let Some(handler) = handler {
                let depth = frame.base as usize + code.locals.len() + handler.depth as usize;
                self.drop_top(self.fiber.top - depth);
                if handler.place {
                    self.fiber.push(Value::Int(i64::from(at)));
                }
                self.fiber.push(Value::Object(exception));
                self.fiber.frame().pc = handler.target;
                return None;
            }
            if let Some(generator) = frame.generator {
                exception = match self.leave_generator_by(generator, exception) {
                    Ok(exception) => exception,
                    Err(_) => return Some(Exit::Limit(trace::LimitKind::Memory)),
                };
            } else {
                self.pop_frame();
            }
            if self.ends_iteration(frame.then, exception) {
                return None;
            }
            if let Then::Init(instance) = frame.then {
                self.shared.heap.release(Value::Object(instance));
            }
        }
        self.shared.heap.release(Value::Object(exception));
        Some(Exit::Uncaught)
    }

    /// An exception leaves a generator. `StopIteration` must not (PEP 479): it becomes a `RuntimeError`.
    fn leave_generator_by(&mut self, generator: ObjectId, exception: ObjectId) -> Result<ObjectId, Fault> {
        let kind = self.generator_mut(generator).kind;
        let raised = as_exception(&self.shared.heap, Value::Object(exception)).map(|object| object.kind);
        let message = match (kind, raised) {
            (GeneratorKind::Generator, Some(ExceptionKind::StopIteration)) => {
                "generator raised StopIteration"
            }
            (GeneratorKind::Coroutine, Some(ExceptionKind::StopIteration)) => {
                "coroutine raised StopIteration"
            }
            (GeneratorKind::AsyncGenerator, Some(ExceptionKind::StopIteration)) => {
                "async generator raised StopIteration"
            }
            (GeneratorKind::AsyncGenerator, Some(ExceptionKind::StopAsyncIteration)) => {
                "async generator raised StopAsyncIteration"
            }
            _ => {
                self.finish_generator(generator);
                return Ok(exception);
            }
        };
        let text = self.shared.heap.string(message)?;
        let replacement = self.new_exception(ExceptionKind::RuntimeError, vec![text])?;
        let old = Value::Object(exception);
        self.shared.heap.retain(old);
        if let Some(object) = as_exception_mut(&mut self.shared.heap, replacement) {
            object.cause = old;
            object.context = old;
            object.suppress_context = true;
        }
        self.finish_generator(generator);
        match replacement {
            Value::Object(id) => Ok(id),
            _ => unreachable!("an exception is an object"),
        }
    }

    /// Whether the exception is how the iteration that the call was for ends.
    fn ends_iteration(&mut self, then: Then, exception: ObjectId) -> bool {
        let value = Value::Object(exception);
        if !matches!(then, Then::Iterate { .. } | Then::Send { .. }) {
            return false;
        }
        if !class::is_instance(
            &self.shared.heap,
            value,
            Value::ExceptionType(ExceptionKind::StopIteration),
        ) {
            return false;
        }
        let result = exception::stop_value(&self.shared.heap, value);
        self.shared.heap.retain(result);
        self.shared.heap.release(value);
        self.end_of_iteration(ExceptionKind::StopIteration, result, then)
            .is_ok()
    }

    /// `exception class -> exception matches`
    pub(super) fn check_exception_match(&mut self) -> Result<Next, Fault> {
        let (exception, class) = (self.fiber.peek(2), self.fiber.peek(1));
        let classes = match self.shared.heap.object(class) {
            Some(Object::Tuple(classes)) => classes.to_vec(),
            _ => vec![class],
        };
        let is_exception = |class: &Value| class::exception_kind(&self.shared.heap, *class).is_some();
        if !classes
            .iter()
            .all(|class| class::is_class(&self.shared.heap, *class) && is_exception(class))
        {
            return raise(
                ExceptionKind::TypeError,
                "catching classes that do not inherit from BaseException is not allowed",
            );
        }
        let matches = classes
            .iter()
            .any(|class| class::is_instance(&self.shared.heap, exception, *class));
        self.replace(1, Value::bool(matches));
        Ok(Next::Continue)
    }

    /// `raise`, `raise x`, `raise x from cause`
    pub(super) fn raise(&mut self, count: u32) -> Result<Next, Fault> {
        if count == 0 {
            let handled = self.fiber.handled();
            let Some(id) = handled.id() else {
                return raise(ExceptionKind::RuntimeError, "No active exception to reraise");
            };
            self.shared.heap.retain(handled);
            return Err(Fault::Reraise(id));
        }
        let exception = self.fiber.peek(count as usize);
        let heap = &self.shared.heap;
        if as_exception(heap, exception).is_none() {
            if !class::is_class(heap, exception) || class::exception_kind(heap, exception).is_none() {
                return raise(
                    ExceptionKind::TypeError,
                    "exceptions must derive from BaseException",
                );
            }
            if let Value::ExceptionType(kind) = exception {
                let made = self.new_exception(kind, Vec::new())?;
                let place = self.fiber.top - count as usize;
                self.fiber.stack[place] = made;
            } else {
                // The class's own code runs first.
                let name = if count == 1 {
                    "raise_class"
                } else {
                    "raise_class_from"
                };
                return self.call_core(name, count as usize, Then::Push);
            }
        }
        if count == 2 {
            let cause = self.fiber.pop();
            let exception = self.fiber.peek(1);
            let cause = match cause {
                Value::None => Value::Unbound,
                Value::ExceptionType(kind) => self.new_exception(kind, Vec::new())?,
                _ if as_exception(&self.shared.heap, cause).is_some() => cause,
                _ if class::is_class(&self.shared.heap, cause) => {
                    self.fiber.push(cause);
                    return self.call_core("raise_class_from", 2, Then::Push);
                }
                _ => {
                    self.shared.heap.release(cause);
                    return raise(
                        ExceptionKind::TypeError,
                        "exception causes must derive from BaseException",
                    );
                }
            };
            if let Some(object) = as_exception_mut(&mut self.shared.heap, exception) {
                let old = std::mem::replace(&mut object.cause, cause);
                object.suppress_context = true;
                self.shared.heap.release(old);
            }
        }
        match self.fiber.pop() {
            Value::Object(id) => Err(Fault::Throw(id)),
            _ => unreachable!("an exception is an object"),
        }
    }

    /// Raises the exception on top of the stack again: its traceback knows this call already (`RERAISE` in `ceval.c`).
    pub(super) fn reraise(&mut self) -> Result<Next, Fault> {
        match self.fiber.pop() {
            Value::Object(exception) => Err(Fault::Reraise(exception)),
            _ => unreachable!("a handler keeps its exception on top"),
        }
    }
}
