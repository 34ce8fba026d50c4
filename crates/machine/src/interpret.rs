//! The interpreter loop: one instruction after another on one fiber, until the budget is used or the fiber cannot go on.
//!
//! The loop (`interpret/frames.rs`) holds what programs do all the time, of builtin values and plain instances
//! (`interpret/quick.rs`); everything else is in `interpret/rare.rs`. It never calls itself: a Python call pushes a frame.

mod attributes;
mod bind;
mod build;
mod calls;
mod construct;
mod exit;
mod finalise;
mod frames;
mod generators;
mod iterate;
mod matching;
mod operate;
mod quick;
mod quick_attribute;
mod quick_calls;
mod quick_data;
mod quick_make;
mod quick_natives;
mod quick_text;
mod rare;
mod said;
mod signals;
mod stacks;
mod unwind;
mod variables;

use trace::FiberId;

use crate::code::Program;
use crate::fiber::Fiber;
use crate::opcode::Instr;
use crate::shared::Shared;
use crate::value::Value;
pub(crate) use exit::Exit;
use exit::Next;
use frames::FrameEvent;
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
        // What a collection between two instructions found, or a call let go that has waited.
        if self.shared.heap.has_dying()
            && !self.fiber.frames.is_empty()
            && let Err(fault) = self.finalise()
            && let Some(exit) = self.unwind(fault)
        {
            return (1, exit);
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
            let (left, event) = self.run_frames(bound - steps, is_plain, self.before + bound);
            steps = bound - left;
            let (told, next) = match event {
                FrameEvent::Budget | FrameEvent::Dying => (None, Ok(Next::Continue)),
                FrameEvent::Done(instr) => (Some(instr), Ok(Next::Continue)),
                FrameEvent::Rare(instr) => {
                    self.shared.now = self.before + steps;
                    stood.get_or_insert(Standing::at(instr, self.fiber));
                    (Some(instr), self.rare(instr))
                }
                FrameEvent::Left(instr, standing, next) => {
                    stood.get_or_insert(standing);
                    (Some(instr), next)
                }
            };
            let next = match next {
                Ok(Next::Continue) => None,
                Ok(Next::Exit(exit)) => Some(exit),
                Err(fault) => self.unwind(fault),
            };
            // What died is told so before anything else happens in this fiber, and in this fiber alone; but what the fiber waits
            // for arrives first, since that belongs to the call that waits.
            if next.is_none()
                && self.shared.heap.has_dying()
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

    /// Executes instructions, those of the rare path as well as long as there is nothing to look at behind them; the budget ends
    /// when the run has come to so many instructions.
    fn run_frames(&mut self, mut left: u64, is_plain: bool, end: u64) -> (u64, FrameEvent) {
        loop {
            let event;
            (left, event) = self.run_steps(left, is_plain);
            let FrameEvent::Rare(instr) = event else {
                return (left, event);
            };
            if !is_plain {
                return (left, event);
            }
            self.shared.now = end - left;
            let standing = Standing::at(instr, self.fiber);
            let next = self.rare(instr);
            if !matches!(next, Ok(Next::Continue)) || self.has_to_look(instr) {
                return (left, FrameEvent::Left(instr, standing, next));
            }
        }
    }

    /// Whether something is to be looked at behind an instruction of the rare path, where nothing was before.
    fn has_to_look(&self, instr: Instr) -> bool {
        let heap = &self.shared.heap;
        heap.has_dying()
            || heap.is_collection_due()
            || !self.shared.events.is_empty()
            || self.shared.signals.is_pending()
            || instr == Instr::ThreadStarted
    }

    /// Gives references up.
    fn release_all(&mut self, values: &[Value]) {
        for value in values {
            self.shared.heap.release(*value);
        }
    }
}
