//! Signals reach the main thread, and no other, where CPython looks at its eval breaker (`PyErr_CheckSignals` in
//! `Modules/signalmodule.c`), and where they end a wait.

use triomphe::Arc;

use super::{Interpreter, Next};
use crate::fiber::{Fiber, Then, Wait};
use crate::native::{Fault, Flow, Native};
use crate::opcode::Instr;
use crate::switch::has_checked;
use crate::value::Value;

/// Where a fiber stood before an instruction.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    instr: Instr,
    depth: usize,
    /// Whether it was in the middle of what CPython does in one go.
    atomic: bool,
}

impl Standing {
    /// In front of an instruction that is about to be executed outside the loop.
    pub fn at(instr: Instr, fiber: &Fiber) -> Self {
        Self {
            instr,
            depth: fiber.frames.len(),
            atomic: false,
        }
    }
}

impl Interpreter<'_> {
    /// Whether this fiber has to hear of a signal.
    pub(super) fn is_signalled(&self) -> bool {
        self.shared.signals.is_pending() && self.id == self.shared.main_fiber && !self.shared.finalising
    }

    /// Where the fiber stands, if it has to hear of a signal.
    pub(super) fn standing(&self) -> Option<Standing> {
        if !self.is_signalled() {
            return None;
        }
        let frame = self.fiber.frames.last()?;
        let instr = self.program.code(frame.code).instrs[frame.pc as usize];
        Some(Standing {
            atomic: self.is_atomic(),
            ..Standing::at(instr, self.fiber)
        })
    }

    /// Whether CPython has looked at its eval breaker at the end of an instruction. The end of what it does in one go is the
    /// end of a call into C.
    pub(super) fn has_looked(&self, stood: Standing) -> bool {
        stood.atomic || has_checked(Some(stood.instr), stood.depth, self.fiber)
    }

    /// What a wait, a clock or a system call has brought goes where it belongs. A wait that a signal has ended brings
    /// `NotImplemented`: only a process in which that raises something has waited without saying so.
    pub(super) fn arrive(&mut self, arrived: Value) -> Result<Next, Fault> {
        let then = self.fiber.then;
        match (arrived, then) {
            (Value::NotImplemented, Then::Interruptible) => self.deliver(arrived, Then::Push),
            (Value::NotImplemented, _) => self.invoke_core("hear_signals", Vec::new(), then),
            _ => self.deliver(arrived, then),
        }
    }

    /// Begins the calls of handlers, if a signal is to be heard of and this is a place for it.
    pub(super) fn hear_signals(&mut self) -> Result<(), Fault> {
        if self.is_signalled() && !self.is_atomic() {
            self.invoke_core("hear_signals", Vec::new(), Then::Discard)?;
        }
        Ok(())
    }

    /// A call that is about to block in a main thread whose process handles signals, or has been sent one: the core's `restarted` makes it, again
    /// behind each signal, for the rest of its time (PEP 475).
    pub(super) fn restarted(
        &mut self,
        native: Native,
        start: usize,
        names: &[Arc<str>],
        flow: Flow,
    ) -> Result<Flow, Fault> {
        let blocks = match &flow {
            Flow::Wait(Wait::Lock(..) | Wait::Sleep(_)) => true,
            Flow::System(call) => call.may_wait(),
            _ => false,
        };
        // In the middle of what is no C in CPython, it would have been heard of.
        let late = self.is_signalled() && self.is_atomic();
        let handles = self.id == self.shared.main_fiber && self.shared.signals.calls_functions();
        if !blocks || native == Native::Once || !(late || handles) {
            return Ok(flow);
        }
        if let Flow::Wait(Wait::Lock(lock, _)) = flow {
            self.shared.heap.release(Value::Object(lock));
        }
        let (positional, keywords) = self.arguments(start, names);
        self.shared.heap.retain_all(&positional);
        keywords.iter().for_each(|(_, value)| {
            self.shared.heap.retain(*value);
        });
        let place = Value::Int(native.place_of_timeout());
        let mut args = vec![Value::bool(late), Value::Native(native), place];
        args.extend(positional);
        Ok(Flow::CallWith(crate::library::core("restarted"), args, keywords))
    }
}
