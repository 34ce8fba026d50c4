//! The interpreter loop: one instruction after another on one fiber, until the budget is used or the fiber cannot go on.
//!
//! The loop itself holds what programs do all the time, of builtin values and plain instances (`interpret/quick.rs`);
//! everything else is in `interpret/rare.rs`. It never calls itself: a Python call pushes a frame.

mod attributes;
mod bind;
mod build;
mod calls;
mod construct;
mod finalise;
mod generators;
mod iterate;
mod matching;
mod operate;
mod quick;
mod quick_attribute;
mod rare;
mod signals;
mod stacks;
mod unwind;
mod variables;

use trace::{FiberId, LimitKind};

use crate::code::Program;
use crate::fiber::{Clock, Fiber, ThreadKind, Wait};
use crate::library::ModuleId;
use crate::native::Fault;
use crate::opcode::Instr;
use crate::process::COLLECT_EVERY;
use crate::shared::Shared;
use crate::system::SystemCall;
use crate::value::{Value, is_same};
use signals::Standing;

/// Why the loop stopped.
pub(crate) enum Exit {
    /// The budget is used up.
    Budget,
    /// The fiber waits.
    Wait(Wait),
    /// The driver has to read a clock.
    Clock(Clock),
    /// The kernel has to do something.
    System(SystemCall),
    /// Garbage is to be collected; the call returns how many objects that were.
    CollectNow,
    /// A thread is to be started, which calls a function with a tuple of arguments.
    Spawn {
        function: Value,
        args: Value,
        kind: ThreadKind,
    },
    /// This instruction did what other fibers may have waited for, or what the driver has to hear of.
    Told(Instr),
    /// There may be many dead cycles of objects.
    Collect,
    /// The fiber's last frame returned.
    Finished,
    /// An exception left the fiber's last frame, which has let go of everything.
    Uncaught,
    /// The process ends, with this status.
    ProcessEnds(i32),
    /// A bound was reached.
    Limit(LimitKind),
}

/// What an instruction outside the loop leads to.
enum Next {
    /// The next instruction, maybe of another frame.
    Continue,
    /// Out of the loop.
    Exit(Exit),
}

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
            let (left, event) = self.run_frame(bound - steps);
            steps = bound - left;
            let (told, next) = match event {
                FrameEvent::Budget | FrameEvent::Dying => (None, Ok(Next::Continue)),
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
                if self.shared.heap.allocated() >= COLLECT_EVERY {
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

    /// Executes common instructions of the current frame; an instruction that it does not know is counted, and returned.
    fn run_frame(&mut self, mut left: u64) -> (u64, FrameEvent) {
        let fiber = &mut *self.fiber;
        let frame = fiber.frames.last_mut().expect("a fiber that runs has a frame");
        let code = self.program.code(frame.code);
        let instrs = code.instrs.as_slice();
        let base = frame.base as usize;
        let unit = frame.code.unit();
        let variables = self.program.unit(unit).globals.as_slice();
        let attributes = self.program.unit(unit).attributes.as_slice();
        let is_main = unit == ModuleId::MAIN;
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
        // The frame's places and no others: the compiler computed how many it needs.
        let stack = &mut fiber.stack[base..base + code.frame_size as usize];
        let mut top = fiber.top - base;
        let mut pc = frame.pc as usize;

        let event = loop {
            if left == 0 {
                break FrameEvent::Budget;
            }
            left -= 1;
            let instr = instrs[pc];
            pc += 1;
            match instr {
                Instr::LoadFast(index) => {
                    let value = stack[index as usize];
                    match value {
                        Value::Unbound => break FrameEvent::Rare(instr),
                        _ => heap.retain(value),
                    };
                    stack[top] = value;
                    top += 1;
                }
                Instr::LoadConst(index) => {
                    let value = constants[index as usize];
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
                        break FrameEvent::Rare(instr);
                    };
                    if let Instr::LoadGlobalNull(_) = instr {
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
                        break FrameEvent::Rare(instr);
                    };
                    stack[top] = value;
                    top += 1;
                }
                Instr::ForIter(_) => {
                    let Some(item) = quick::next(heap, stack[top - 1]) else {
                        break FrameEvent::Rare(instr);
                    };
                    stack[top] = item;
                    top += 1;
                }
                Instr::BinarySubscr => {
                    let (container, index) = (stack[top - 2], stack[top - 1]);
                    let Some(item) = quick::item(heap, container, index) else {
                        break FrameEvent::Rare(instr);
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
                        break FrameEvent::Rare(instr);
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
                        break FrameEvent::Rare(instr);
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
                        break FrameEvent::Rare(instr);
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
                        break FrameEvent::Rare(instr);
                    };
                    stack[top - 1] = function;
                    stack[top] = object;
                    top += 1;
                }
                Instr::ListAppend(depth) => {
                    let list = stack[top - 1 - depth as usize];
                    if quick::append(heap, list, stack[top - 1]).is_none() {
                        break FrameEvent::Rare(instr);
                    }
                    top -= 1;
                }
                Instr::Is(negated) => {
                    let (left, right) = (stack[top - 2], stack[top - 1]);
                    heap.release(right);
                    heap.release(left);
                    top -= 1;
                    stack[top - 1] = Value::Bool(is_same(left, right) != negated);
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
                        break FrameEvent::Rare(instr);
                    };
                    top -= 1;
                    stack[top - 1] = value;
                }
                Instr::Compare(op) => {
                    let Some(value) = quick::compare(op, stack[top - 2], stack[top - 1]) else {
                        break FrameEvent::Rare(instr);
                    };
                    top -= 1;
                    stack[top - 1] = Value::Bool(value);
                }
                Instr::PopJumpForwardIfFalse(target) | Instr::PopJumpBackwardIfFalse(target) => {
                    let Some(value) = quick::truth(stack[top - 1]) else {
                        break FrameEvent::Rare(instr);
                    };
                    top -= 1;
                    if !value {
                        pc = target as usize;
                    }
                }
                Instr::PopJumpForwardIfTrue(target) | Instr::PopJumpBackwardIfTrue(target) => {
                    let Some(value) = quick::truth(stack[top - 1]) else {
                        break FrameEvent::Rare(instr);
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
        (left, event)
    }
}

/// Why a frame's loop stopped.
enum FrameEvent {
    /// The budget is used up.
    Budget,
    /// Something waits for its finaliser.
    Dying,
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

impl From<Exit> for Result<Next, Fault> {
    fn from(exit: Exit) -> Self {
        Ok(Next::Exit(exit))
    }
}
