//! The interpreter loop: one instruction after another on one fiber, until the budget is used or the fiber cannot go on.
//!
//! The loop itself holds what programs do all the time, of builtin values and plain instances (`interpret/quick.rs`);
//! everything else is in `interpret/rare.rs`. It never calls itself: a Python call pushes a frame.

mod attributes;
mod bind;
mod build;
mod calls;
mod construct;
mod exit;
mod finalise;
mod generators;
mod iterate;
mod matching;
mod operate;
mod quick;
mod quick_attribute;
mod quick_calls;
mod rare;
mod said;
mod signals;
mod stacks;
mod unwind;
mod variables;

use trace::FiberId;

use crate::code::{Program, Unit};
use crate::fiber::Fiber;
use crate::library::ModuleId;
use crate::opcode::Instr;
use crate::operators;
use crate::shared::Shared;
use crate::value::{Value, is_same};
pub(crate) use exit::Exit;
use exit::Next;
use quick_calls::Calls;
use signals::Standing;

/// A fiber at work.
pub(crate) struct Interpreter<'a> {
    pub program: &'a Program,
    pub shared: &'a mut Shared,
    pub fiber: &'a mut Fiber,
    pub id: FiberId,
    /// Instructions of this turn that came before.
    pub before: u64,
}

impl Interpreter<'_> {
    /// Executes up to `budget` instructions and on to the end of what CPython does in one go, but never more than `longest`;
    /// returns how many, and why it stopped. It stops behind whatever it tells, so that a run does not depend on how large its driver's
    /// budgets are.
    pub fn run(&mut self, budget: u64, longest: u64) -> (u64, Exit) {
        if longest == 0 {
            return (0, Exit::Budget);
        }
        if self.fiber.arrived.is_bound() {
            let arrived = std::mem::replace(&mut self.fiber.arrived, Value::Unbound);
            let next = self.arrive(arrived);
            if let Err(fault) = next.and_then(|_| self.hear_signals())
                && let Some(exit) = self.unwind(fault)
            {
                // It counts as an instruction, or a schedule would end in front of it.
                return (1, exit);
            }
        }
        let mut steps = 0;
        loop {
            let bound = if steps < budget || !self.is_atomic() {
                budget
            } else {
                longest
            };
            if steps >= bound {
                return (steps, Exit::Budget);
            }
            // A signal is heard of behind certain instructions, so they are executed one by one.
            let mut stood = self.standing();
            let bound = if stood.is_some() { steps + 1 } else { bound };
            // What is looked at below only comes of instructions for the rare path, so frames may come and go before one.
            let is_plain = stood.is_none()
                && steps < budget
                && self.shared.events.is_empty()
                && !self.shared.heap.is_collection_due();
            let (left, event) = self.run_frames(bound - steps, is_plain);
            steps = bound - left;
            let (told, next) = match event {
                FrameEvent::Budget | FrameEvent::Dying | FrameEvent::Moved => (None, Ok(Next::Continue)),
                FrameEvent::Done(instr) => (Some(instr), Ok(Next::Continue)),
                FrameEvent::Rare(instr) => {
                    self.shared.now = self.before + steps;
                    stood.get_or_insert(Standing::at(instr, self.fiber));
                    (Some(instr), self.rare(instr))
                }
            };
            let next = match next {
                Ok(Next::Continue) => None,
                Ok(Next::Exit(exit)) => Some(exit),
                Err(fault) => self.unwind(fault),
            };
            // What died is told so before anything else happens in this fiber, and in this fiber alone.
            if self.shared.heap.has_dying()
                && !self.fiber.frames.is_empty()
                && let Err(fault) = self.finalise()
                && let Some(exit) = self.unwind(fault)
            {
                return (steps, exit);
            }
            if let Some(exit) = next {
                return (steps, exit);
            }
            if self.is_signalled()
                && stood.is_some_and(|stood| self.has_looked(stood))
                && let Err(fault) = self.hear_signals()
                && let Some(exit) = self.unwind(fault)
            {
                return (steps, exit);
            }
            if let Some(instr) = told {
                if !self.shared.events.is_empty() || instr == Instr::ThreadStarted {
                    return (steps, Exit::Told(instr));
                }
                if self.shared.heap.is_collection_due() {
                    return (steps, Exit::Collect);
                }
            }
        }
    }

    /// Whether the innermost call is part of what CPython does in one go.
    fn is_atomic(&self) -> bool {
        let frame = self.fiber.frames.last();
        frame.is_some_and(|frame| self.program.code(frame.code).atomic)
    }

    /// Executes common instructions, and where `is_plain` those that change the frame; an instruction that it does not know is
    /// counted, and returned.
    #[inline(never)]
    fn run_frames(&mut self, mut left: u64, is_plain: bool) -> (u64, FrameEvent) {
        loop {
            let event;
            (left, event) = self.run_frame(left, is_plain);
            match event {
                FrameEvent::Rare(instr) if is_plain && self.quick_frame(instr) => {
                    if self.shared.heap.has_dying() || self.shared.heap.is_collection_due() {
                        return (left, FrameEvent::Done(instr));
                    }
                }
                FrameEvent::Moved => {}
                event => return (left, event),
            }
        }
    }

    /// Executes common instructions of the current frame and of those of the same module that come and go; an instruction that it does not know is counted, and returned.
    #[inline(always)]
    fn run_frame(&mut self, mut left: u64, is_plain: bool) -> (u64, FrameEvent) {
        let fiber = &mut *self.fiber;
        let program = self.program;
        let unit = fiber.frame().code.unit();
        let Unit {
            codes,
            globals: variables,
            attributes,
            ..
        } = program.unit(unit);
        let is_main = unit == ModuleId::MAIN;
        let limit = self.shared.recursion_limit as usize;
        let Shared {
            heap, main, library, ..
        } = &mut *self.shared;
        let globals = main.globals.as_mut_slice();
        // The library's variables are shared by all clones of a process until one is stored to, which is not done here.
        let (module_globals, constants) = if is_main {
            (&[][..], main.constants.as_slice())
        } else {
            let module = &library[unit.0 as usize - 1];
            (module.globals.as_slice(), module.constants.as_slice())
        };
        let event = loop {
            let frame = fiber.frames.last_mut().expect("a fiber that runs has a frame");
            let code = &codes[frame.code.index()];
            let instrs = code.instrs.as_slice();
            let base = frame.base as usize;
            // The frame's places and no others: the compiler computed how many it needs.
            let stack = &mut fiber.stack[base..base + code.frame_size as usize];
            let mut top = fiber.top - base;
            let mut pc = frame.pc as usize;

            // What a comparison came to takes the place of the top. A jump behind it is an instruction of its own, but then the value
            // need not go over the stack.
            macro_rules! compared {
                ($value:ident) => {
                    match instrs[pc] {
                        Instr::PopJumpForwardIfFalse(target) | Instr::PopJumpBackwardIfFalse(target)
                            if left > 0 =>
                        {
                            left -= 1;
                            top -= 1;
                            pc = if $value { pc + 1 } else { target as usize };
                        }
                        Instr::PopJumpForwardIfTrue(target) | Instr::PopJumpBackwardIfTrue(target)
                            if left > 0 =>
                        {
                            left -= 1;
                            top -= 1;
                            pc = if $value { target as usize } else { pc + 1 };
                        }
                        _ => stack[top - 1] = Value::bool($value),
                    }
                };
            }

            let event = loop {
                if left == 0 {
                    break FrameEvent::Budget;
                }
                left -= 1;
                // Arms take what they need of it, and the others only where they leave.
                let instr = &instrs[pc];
                pc += 1;
                match *instr {
                    Instr::LoadFast(index) => {
                        let value = stack[index as usize];
                        if !value.is_bound() {
                            break FrameEvent::Rare(*instr);
                        }
                        heap.retain(value);
                        stack[top] = value;
                        top += 1;
                        // Another one often follows.
                        if left > 0
                            && let Instr::LoadFast(index) = instrs[pc]
                            && let value = stack[index as usize]
                            && value.is_bound()
                        {
                            left -= 1;
                            pc += 1;
                            heap.retain(value);
                            stack[top] = value;
                            top += 1;
                        }
                    }
                    Instr::LoadConst(index) => {
                        let value = constants[index as usize];
                        // Mostly something is done with it at once.
                        if left > 0 {
                            match instrs[pc] {
                                Instr::Binary(op) | Instr::InPlace(op) => {
                                    if let Some(result) = quick::binary(op, stack[top - 1], value) {
                                        left -= 1;
                                        pc += 1;
                                        stack[top - 1] = result;
                                        continue;
                                    }
                                }
                                Instr::Compare(op) => {
                                    if let Some(result) = quick::compare(op, stack[top - 1], value) {
                                        left -= 1;
                                        pc += 1;
                                        compared!(result);
                                        continue;
                                    }
                                }
                                _ => {}
                            }
                        }
                        heap.retain(value);
                        stack[top] = value;
                        top += 1;
                    }
                    Instr::StoreFast(index) => {
                        top -= 1;
                        let value = stack[top];
                        let old = std::mem::replace(&mut stack[index as usize], value);
                        if let Value::Object(_) = old {
                            heap.release(old);
                            if heap.has_dying() {
                                break FrameEvent::Dying;
                            }
                        }
                    }
                    Instr::LoadName(slot) | Instr::LoadGlobal(slot) | Instr::LoadGlobalNull(slot) => {
                        let value = if is_main {
                            globals[slot as usize]
                        } else {
                            module_globals[slot as usize]
                        };
                        let Some(value) = value.bound().or(variables[slot as usize].builtin) else {
                            break FrameEvent::Rare(*instr);
                        };
                        if let Instr::LoadGlobalNull(_) = *instr {
                            stack[top] = Value::Unbound;
                            top += 1;
                        }
                        heap.retain(value);
                        stack[top] = value;
                        top += 1;
                    }
                    Instr::PushNull => {
                        stack[top] = Value::Unbound;
                        top += 1;
                    }
                    Instr::Copy(depth) => {
                        let value = stack[top - depth as usize];
                        heap.retain(value);
                        stack[top] = value;
                        top += 1;
                    }
                    Instr::Swap(depth) => stack.swap(top - 1, top - depth as usize),
                    Instr::LoadDeref(place) => {
                        let Some(value) = quick::cell(heap, stack[place as usize]) else {
                            break FrameEvent::Rare(*instr);
                        };
                        stack[top] = value;
                        top += 1;
                    }
                    Instr::ForIter(_) => {
                        let Some(item) = operators::next_plain(heap, stack[top - 1]) else {
                            // A pair that is taken apart at once need not be made.
                            if is_plain
                                && left > 0
                                && let Instr::UnpackSequence(2) = instrs[pc]
                                && let Some((count, item)) = operators::next_plain_parts(heap, stack[top - 1])
                            {
                                left -= 1;
                                pc += 1;
                                stack[top] = item;
                                stack[top + 1] = count;
                                top += 2;
                                continue;
                            }
                            break FrameEvent::Rare(*instr);
                        };
                        // So it is with the variable of a loop.
                        if left > 0
                            && let Instr::StoreFast(index) = instrs[pc]
                        {
                            left -= 1;
                            pc += 1;
                            let old = std::mem::replace(&mut stack[index as usize], item);
                            if let Value::Object(_) = old {
                                heap.release(old);
                                if heap.has_dying() {
                                    break FrameEvent::Dying;
                                }
                            }
                        } else {
                            stack[top] = item;
                            top += 1;
                        }
                    }
                    Instr::BinarySubscr => {
                        let (container, index) = (stack[top - 2], stack[top - 1]);
                        let Some(item) = quick::item(heap, container, index) else {
                            break FrameEvent::Rare(*instr);
                        };
                        heap.release(index);
                        heap.release(container);
                        top -= 1;
                        stack[top - 1] = item;
                        if heap.has_dying() {
                            break FrameEvent::Dying;
                        }
                    }
                    Instr::StoreSubscr => {
                        let (value, container, index) = (stack[top - 3], stack[top - 2], stack[top - 1]);
                        let Some(old) = quick::set_item(heap, container, index, value) else {
                            break FrameEvent::Rare(*instr);
                        };
                        top -= 3;
                        heap.release(old);
                        heap.release(index);
                        heap.release(container);
                        if heap.has_dying() {
                            break FrameEvent::Dying;
                        }
                    }
                    Instr::LoadAttr(name) => {
                        let object = stack[top - 1];
                        let attribute = &attributes[name as usize];
                        let Some(value) = quick_attribute::get(heap, object, attribute) else {
                            break FrameEvent::Rare(*instr);
                        };
                        stack[top - 1] = value;
                        heap.release(object);
                        if heap.has_dying() {
                            break FrameEvent::Dying;
                        }
                    }
                    Instr::StoreAttr(name) => {
                        let (value, object) = (stack[top - 2], stack[top - 1]);
                        let attribute = &attributes[name as usize];
                        let Some(old) = quick_attribute::set(heap, object, attribute, value) else {
                            break FrameEvent::Rare(*instr);
                        };
                        top -= 2;
                        heap.release(old);
                        heap.release(object);
                        if heap.has_dying() {
                            break FrameEvent::Dying;
                        }
                    }
                    Instr::LoadMethod(name) => {
                        let object = stack[top - 1];
                        let attribute = &attributes[name as usize];
                        let Some(function) = quick_attribute::method(heap, object, attribute) else {
                            break FrameEvent::Rare(*instr);
                        };
                        stack[top - 1] = function;
                        stack[top] = object;
                        top += 1;
                    }
                    Instr::UnpackSequence(count) => {
                        let sequence = stack[top - 1];
                        let places = &mut stack[top - 1..top - 1 + count as usize];
                        if quick::unpack(heap, sequence, places).is_none() {
                            break FrameEvent::Rare(*instr);
                        }
                        top = top - 1 + count as usize;
                        heap.release(sequence);
                        if heap.has_dying() {
                            break FrameEvent::Dying;
                        }
                    }
                    Instr::Call(count) if is_plain && frame.keywords.is_none() => {
                        let below = top - count as usize - 2;
                        let (native, start) = match (stack[below], stack[below + 1]) {
                            (Value::Native(native), _) => (native, below + 1),
                            (Value::Unbound, Value::Native(native)) => (native, below + 2),
                            _ => break FrameEvent::Rare(*instr),
                        };
                        let Some(value) = quick::call(heap, native, &stack[start..top]) else {
                            break FrameEvent::Rare(*instr);
                        };
                        for place in (below..top).rev() {
                            heap.release(stack[place]);
                        }
                        stack[below] = value;
                        top = below + 1;
                        if heap.has_dying() || heap.is_collection_due() {
                            break FrameEvent::Done(*instr);
                        }
                    }
                    Instr::ListAppend(depth) => {
                        let list = stack[top - 1 - depth as usize];
                        if quick::append(heap, list, stack[top - 1]).is_none() {
                            break FrameEvent::Rare(*instr);
                        }
                        top -= 1;
                    }
                    Instr::Is(negated) => {
                        let (left, right) = (stack[top - 2], stack[top - 1]);
                        heap.release(right);
                        heap.release(left);
                        top -= 1;
                        stack[top - 1] = Value::bool(is_same(left, right) != negated);
                        if heap.has_dying() {
                            break FrameEvent::Dying;
                        }
                    }
                    Instr::StoreName(slot) | Instr::StoreGlobal(slot) if is_main => {
                        top -= 1;
                        let old = std::mem::replace(&mut globals[slot as usize], stack[top]);
                        if let Value::Object(_) = old {
                            heap.release(old);
                            if heap.has_dying() {
                                break FrameEvent::Dying;
                            }
                        }
                    }
                    Instr::Binary(op) | Instr::InPlace(op) => {
                        let Some(value) = quick::binary(op, stack[top - 2], stack[top - 1]) else {
                            break FrameEvent::Rare(*instr);
                        };
                        top -= 1;
                        stack[top - 1] = value;
                    }
                    Instr::Compare(op) => {
                        let Some(value) = quick::compare(op, stack[top - 2], stack[top - 1]) else {
                            break FrameEvent::Rare(*instr);
                        };
                        top -= 1;
                        compared!(value);
                    }
                    Instr::PopJumpForwardIfFalse(target) | Instr::PopJumpBackwardIfFalse(target) => {
                        let Some(value) = quick::truth(stack[top - 1]) else {
                            break FrameEvent::Rare(*instr);
                        };
                        top -= 1;
                        if !value {
                            pc = target as usize;
                        }
                    }
                    Instr::PopJumpForwardIfTrue(target) | Instr::PopJumpBackwardIfTrue(target) => {
                        let Some(value) = quick::truth(stack[top - 1]) else {
                            break FrameEvent::Rare(*instr);
                        };
                        top -= 1;
                        if value {
                            pc = target as usize;
                        }
                    }
                    Instr::JumpForward(target)
                    | Instr::JumpBackward(target)
                    | Instr::JumpBackwardNoInterrupt(target) => pc = target as usize,
                    Instr::PopTop => {
                        top -= 1;
                        if let Value::Object(_) = stack[top] {
                            heap.release(stack[top]);
                            if heap.has_dying() {
                                break FrameEvent::Dying;
                            }
                        }
                    }
                    Instr::Resume | Instr::Nop | Instr::CopyFreeVars(_) => {}
                    other => break FrameEvent::Rare(other),
                }
            };
            frame.pc = pc as u32;
            fiber.top = base + top;
            let FrameEvent::Rare(instr) = event else {
                break event;
            };
            let mut calls = Calls {
                program,
                fiber: &mut *fiber,
                heap: &mut *heap,
                library,
                limit,
            };
            let has_moved = is_plain
                && match instr {
                    Instr::Call(count) => calls.call(count as usize),
                    Instr::ReturnValue => calls.leave(),
                    _ => false,
                };
            if !has_moved {
                break event;
            }
            if heap.has_dying() || heap.is_collection_due() {
                break FrameEvent::Done(instr);
            }
            if fiber.frame().code.unit() != unit {
                break FrameEvent::Moved;
            }
        };
        (left, event)
    }
}

/// Why a frame's loop stopped.
enum FrameEvent {
    /// The budget is used up.
    Budget,
    /// Something waits for its finaliser.
    Dying,
    /// The current frame is one of another module.
    Moved,
    /// This instruction of the rare path has been executed, and there is something to look at.
    Done(Instr),
    /// This instruction is for the rare path; it is counted, and the program counter is behind it.
    Rare(Instr),
}

impl Interpreter<'_> {
    /// Gives references up.
    fn release_all(&mut self, values: &[Value]) {
        for value in values {
            self.shared.heap.release(*value);
        }
    }
}
