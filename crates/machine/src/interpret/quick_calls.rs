//! Calls, returns and generators' turns that the loop makes without being left: those that are sure to succeed and call nothing
//! else. As in [`super::quick`], each says whether it did anything; the long way comes to the same.

use triomphe::Arc;

use super::Interpreter;
use super::calls::{copy_closure, frame_bytes};
use crate::code::{Code, CodeId, CodeKind, Program};
use crate::fiber::{Fiber, Frame, Then};
use crate::heap::Heap;
use crate::object::{GeneratorState, Object};
use crate::opcode::Instr;
use crate::shared::Namespace;
use crate::value::{ObjectId, Value};

/// What calls and returns work on.
pub(super) struct Calls<'a> {
    pub program: &'a Program,
    pub fiber: &'a mut Fiber,
    pub heap: &'a mut Heap,
    /// The library's modules, from 1.
    pub library: &'a [Arc<Namespace>],
    /// How many calls there may be.
    pub limit: usize,
}

impl Calls<'_> {
    /// Enters a function that is written in Python.
    pub fn call(&mut self, count: usize) -> bool {
        let fiber = &mut *self.fiber;
        let below = fiber.top - count - 2;
        let (first, second) = (fiber.stack[below], fiber.stack[below + 1]);
        let (callable, base) = if first.is_bound() {
            (first, below + 1)
        } else {
            (second, below + 2)
        };
        let (id, function) = match callable {
            Value::Function(code) => (code, None),
            Value::Object(id) => match self.heap.get(id) {
                Object::Function(function) => (function.code, Some(id)),
                _ => return false,
            },
            _ => return false,
        };
        let code = self.program.code(id);
        if code.kind != CodeKind::Plain
            || fiber.frames.len() >= self.limit
            || fiber.frame().keywords.is_some()
        {
            return false;
        }
        let given = fiber.top - base;
        let takes_just = code.parameters.takes_just(given);
        // A function without an object is the library's.
        if !takes_just && !self.has_defaults(code, function, given) {
            return false;
        }
        if self.heap.charge(frame_bytes(code)).is_err() {
            return false;
        }
        let locals = base + code.locals.len();
        self.fiber.reserve(base + code.frame_size as usize);
        if !takes_just {
            self.set_defaults(code, id, function, (base, given));
        }
        self.fiber.stack[base + code.parameters.places()..locals].fill(Value::Unbound);
        if code.free > 0 {
            copy_closure(self.fiber, self.heap, code, function, locals);
        }
        self.fiber.top = locals;
        self.fiber.frames.push(Frame::new(id, below, base));
        true
    }

    /// Whether a function's defaults take the places of all arguments that are not given.
    fn has_defaults(&self, code: &Code, function: Option<ObjectId>, given: usize) -> bool {
        let parameters = &code.parameters;
        let (positional, named) = match function.map(|id| self.heap.get(id)) {
            Some(Object::Function(function)) => (function.defaults.len(), function.keyword_defaults.len()),
            _ => (code.static_defaults.len(), code.static_keyword_defaults.len()),
        };
        given <= parameters.positional as usize
            && given + positional >= parameters.positional as usize
            && named == parameters.keyword_only as usize
            && !parameters.star
            && !parameters.star_star
    }

    /// Puts defaults, of which there are enough, where no arguments are.
    #[inline(never)]
    fn set_defaults(
        &mut self,
        code: &Code,
        id: CodeId,
        function: Option<ObjectId>,
        (base, given): (usize, usize),
    ) {
        let positional = code.parameters.positional as usize;
        let places = &mut self.fiber.stack[base..base + positional + code.parameters.keyword_only as usize];
        if let Some(Object::Function(function)) = function.map(|id| self.heap.get(id)) {
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
            let constants = &self.library[id.unit().0 as usize - 1].constants;
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
        self.heap.retain_all(&places[given..]);
    }

    /// Returns from one.
    pub fn leave(&mut self) -> bool {
        let fiber = &mut *self.fiber;
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
        let (id, bottom, base) = (frame.code, frame.bottom as usize, frame.base as usize);
        fiber.frames.pop();
        let heap = &mut *self.heap;
        heap.refund(frame_bytes(self.program.code(id)));
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
}

impl Interpreter<'_> {
    /// Executes an instruction by which a generator goes on or stops, if that takes no more than that.
    pub(super) fn quick_frame(&mut self, instr: Instr) -> bool {
        match instr {
            Instr::ForIter(target) => self.quick_resume(None, Then::Iterate { target }),
            Instr::Send(target) => self.quick_resume(Some(self.fiber.peek(1)), Then::Send { target }),
            Instr::YieldValue => self.quick_yield(),
            _ => false,
        }
    }

    /// A generator on top of the stack, or below what is sent to it, goes on.
    fn quick_resume(&mut self, sent: Option<Value>, then: Then) -> bool {
        let depth = 1 + usize::from(sent.is_some());
        let Some(id) = self.fiber.peek(depth).id() else {
            return false;
        };
        let Object::Generator(generator) = self.shared.heap.get(id) else {
            return false;
        };
        let GeneratorState::Suspended { pc } = generator.state else {
            return false;
        };
        let code = generator.code;
        let sent_value = sent.unwrap_or(Value::None);
        let fresh = pc == 0;
        let bytes = frame_bytes(self.program.code(code));
        if fresh && !matches!(sent_value, Value::None)
            || self.fiber.frames.len() >= self.shared.recursion_limit as usize
            || self.shared.heap.charge(bytes).is_err()
        {
            return false;
        }
        self.fiber.top -= usize::from(sent.is_some());
        self.push_generator_frame(id, (code, pc), then);
        if !fresh {
            self.fiber.push(sent_value);
        }
        true
    }

    fn quick_yield(&mut self) -> bool {
        if !matches!(
            self.fiber.frame().then,
            Then::Push | Then::Iterate { .. } | Then::Send { .. }
        ) {
            return false;
        }
        let value = self.fiber.pop();
        self.suspend();
        self.fiber.push(value);
        true
    }
}
