//! Exceptions on their way out.

use super::{Exit, Interpreter, Next};
use crate::exception::{self, ExceptionKind};
use crate::native::{Fault, raise};
use crate::object::Object;
use crate::value::{ObjectId, Value};

impl Interpreter<'_> {
    /// Turns a fault into an exception and takes it to its handler; an exit, if there is none.
    pub(super) fn unwind(&mut self, fault: Fault) -> Option<Exit> {
        let (kind, message) = match fault {
            Fault::Limit(limit) => return Some(Exit::Limit(limit)),
            Fault::Throw(exception) => return self.propagate(exception, true),
            Fault::Reraise(exception) => return self.propagate(exception, false),
            Fault::Raise(kind, message) => (kind, message),
        };
        let made = self.shared.heap.string(&message).map_err(Fault::from);
        let made = made.and_then(|argument| self.new_exception(kind, argument));
        match made {
            Ok(Value::Object(exception)) => self.propagate(exception, true),
            Ok(_) => unreachable!("an exception is an object"),
            Err(_) => Some(Exit::Limit(trace::LimitKind::Memory)),
        }
    }

    /// `here` is whether the current call belongs into the traceback; every call that is left does.
    fn propagate(&mut self, exception: ObjectId, mut here: bool) -> Option<Exit> {
        while let Some(frame) = self.fiber.frames.last().copied() {
            let at = frame.pc - 1;
            if here && let Object::Exception(object) = self.shared.heap.get_mut(exception) {
                triomphe::Arc::make_mut(object).traceback.push((frame.code, at));
            }
            let code = &self.program.codes[frame.code as usize];
            let handler = code
                .handlers
                .iter()
                .find(|handler| (handler.start..handler.end).contains(&at));
            let Some(handler) = handler else {
                self.pop_frame();
                here = true;
                continue;
            };
            let depth = frame.base as usize + code.locals.len() + handler.depth as usize;
            while self.fiber.top > depth {
                let value = self.fiber.pop();
                self.shared.heap.release(value);
            }
            self.fiber.push(Value::Int(i64::from(at)));
            self.fiber.push(Value::Object(exception));
            self.fiber.frame().pc = handler.target;
            return None;
        }
        let Object::Exception(object) = self.shared.heap.get(exception) else {
            unreachable!("only exceptions are raised");
        };
        let traceback = exception::traceback(self.program, &self.shared.heap, object);
        let headline = exception::headline(&self.shared.heap, object);
        self.shared.heap.release(Value::Object(exception));
        Some(Exit::Uncaught { traceback, headline })
    }

    /// Raises the exception on top of the stack, or a new one of the class there.
    pub(super) fn raise_top(&mut self) -> Result<Next, Fault> {
        match self.fiber.pop() {
            Value::ExceptionType(kind) => {
                let exception = self.new_exception(kind, Value::Unbound)?;
                self.raise_value(exception)
            }
            value => self.raise_value(value),
        }
    }

    /// Raises the exception on top of the stack again: its traceback knows this call already (`RERAISE` in `ceval.c`).
    pub(super) fn reraise(&mut self) -> Result<Next, Fault> {
        match self.fiber.pop() {
            Value::Object(exception) => Err(Fault::Reraise(exception)),
            _ => unreachable!("a handler keeps its exception on top"),
        }
    }

    fn raise_value(&mut self, value: Value) -> Result<Next, Fault> {
        match value {
            Value::Object(id) if matches!(self.shared.heap.get(id), Object::Exception(_)) => {
                Err(Fault::Throw(id))
            }
            _ => raise(
                ExceptionKind::TypeError,
                "exceptions must derive from BaseException",
            ),
        }
    }
}
