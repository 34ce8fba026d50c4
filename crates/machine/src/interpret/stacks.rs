//! Going on with another stack of calls.

use triomphe::Arc;

use super::{Interpreter, Next};
use crate::code::Program;
use crate::exception::ExceptionKind;
use crate::fiber::{Frame, Then};
use crate::native::{Fault, raise};
use crate::object::{Object, Stack, SuspendedStack};
use crate::value::{Value, is_same};

impl Interpreter<'_> {
    /// The object of the stack that the fiber works on; a new reference.
    pub(super) fn current_stack(&mut self) -> Result<Value, Fault> {
        if !self.fiber.running.is_bound() {
            self.fiber.running = self
                .shared
                .heap
                .allocate(Object::Stack(Arc::new(Stack::Running)))?;
        }
        Ok(self.shared.heap.retain(self.fiber.running))
    }

    /// Puts the current stack away and goes on with another, given away. Once somebody goes on with the one that is left,
    /// the call returns `None` to `then`.
    pub(super) fn switch(&mut self, stack: Value, then: Then) -> Result<Next, Fault> {
        if is_same(stack, self.fiber.running) {
            self.shared.heap.release(stack);
            return self.deliver(Value::None, then);
        }
        if let Some(Stack::Running) = self.stack_mut(stack) {
            self.shared.heap.release(stack);
            return raise(ExceptionKind::RuntimeError, "another thread works on the stack");
        }
        let left = self.current_stack()?;
        let charged = self
            .fiber
            .frames
            .iter()
            .skip(1)
            .map(|frame| self.frame_bytes(frame.code))
            .sum();
        let away = SuspendedStack {
            frames: std::mem::take(&mut self.fiber.frames),
            stack: std::mem::take(&mut self.fiber.stack),
            top: std::mem::replace(&mut self.fiber.top, 0),
            handled: std::mem::replace(&mut self.fiber.handled, Value::Unbound),
            then,
            charged,
        };
        if let Some(state) = self.stack_mut(left) {
            *state = Stack::Suspended(away);
        }
        let next = self.go_on_with(stack);
        self.shared.heap.release(left);
        next
    }

    /// Goes on with a stack, given away, in the place of one that has ended or was put away.
    pub(super) fn go_on_with(&mut self, stack: Value) -> Result<Next, Fault> {
        let left = std::mem::replace(&mut self.fiber.running, stack);
        if let Some(state @ Stack::Running) = self.stack_mut(left) {
            *state = Stack::Finished;
        }
        let state = self
            .stack_mut(stack)
            .map(|state| std::mem::replace(state, Stack::Running));
        let next = match state {
            Some(Stack::Suspended(away)) => {
                self.fiber.frames = away.frames;
                self.fiber.stack = away.stack;
                self.fiber.top = away.top;
                let handled = std::mem::replace(&mut self.fiber.handled, away.handled);
                self.shared.heap.release(handled);
                self.deliver(Value::None, away.then)
            }
            Some(Stack::Fresh(function)) => self.begin_stack(function),
            // The library goes on with none of these.
            Some(Stack::Running | Stack::Finished) | None => super::Exit::Uncaught.into(),
        };
        self.shared.heap.release(left);
        next
    }

    fn begin_stack(&mut self, function: Value) -> Result<Next, Fault> {
        let places = self.program.code(Program::THREAD).entry.frame_size as usize;
        self.shared.heap.has_room((places * size_of::<Value>()) as u64)?;
        let args = self.shared.heap.tuple(Vec::new())?;
        self.fiber.frames = vec![Frame::new(Program::THREAD, 0, 0)];
        self.fiber.stack = vec![Value::Unbound; places];
        self.fiber.top = 0;
        [Value::Unbound, function, args]
            .into_iter()
            .for_each(|operand| self.fiber.push(operand));
        Ok(Next::Continue)
    }

    fn stack_mut(&mut self, value: Value) -> Option<&mut Stack> {
        match self.shared.heap.get_mut(value.id()?) {
            Object::Stack(stack) => Some(Arc::make_mut(stack)),
            _ => None,
        }
    }
}
