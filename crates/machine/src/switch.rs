//! Where a thread may lose the GIL in CPython 3.11, and which instructions other threads can see.

use trace::FiberId;

use crate::attribute::{self, Method};
use crate::code::CodeId;
use crate::fiber::Fiber;
use crate::library::ModuleId;
use crate::native::Native;
use crate::object::Object;
use crate::opcode::Instr;
use crate::process::Process;
use crate::symbol::NAMES;
use crate::turn::{Outcome, Turn};
use crate::value::{Truth, Value};

impl Process {
    /// A part of a turn that is to end where CPython 3.11 looks at its eval breaker (`CHECK_EVAL_BREAKER` in
    /// `Python/ceval.c`): at a function's start, a backward jump, the end of a call into C. `steps` are those before it ends at
    /// the next such place; the part executes `most` at most.
    pub(crate) fn part_to_switch_point(&mut self, fiber: FiberId, steps: u64, most: u64) -> Turn {
        let mut turn = Turn::new(0, Outcome::BudgetUsed);
        if steps > 1 {
            turn = self.part(fiber, steps - 1, most.min(steps - 1));
            if turn.steps < steps - 1 || turn.told {
                return turn;
            }
        }
        while turn.steps < most && turn.outcome == Outcome::BudgetUsed && !turn.told && !turn.at_switch_point
        {
            let instr = self.next_instruction(fiber);
            let depth = self.fibers[fiber.index()].frames.len();
            // The end of what CPython does in one go is the end of a call into C.
            let was_atomic = self.is_atomic(fiber);
            let next = self.part(fiber, 1, 1);
            for (at, _) in &mut self.shared.events {
                *at += turn.steps;
            }
            turn = Turn {
                steps: turn.steps + next.steps,
                at_switch_point: !self.is_atomic(fiber)
                    && (was_atomic || has_checked(instr, depth, &self.fibers[fiber.index()])),
                ..next
            };
        }
        turn
    }

    /// Whether other threads can see that the fiber executed its next instruction, so that it matters who goes first.
    ///
    /// What only touches the fiber's own frames commutes with everything; a global variable that no function names, or
    /// that was stored for the only time, is nobody else's business either.
    #[must_use]
    pub fn next_is_visible(&self, fiber: FiberId) -> bool {
        let Some(instr) = self.next_instruction(fiber) else {
            return true;
        };
        let id = fiber;
        if self.is_interruptible(id) {
            return true;
        }
        let fiber = &self.fibers[id.index()];
        let operands_shared = |count: usize| {
            fiber
                .operands(count)
                .iter()
                .any(|value| self.is_shared(id, *value))
        };
        let unit = fiber
            .frames
            .last()
            .map_or(ModuleId::MAIN, |frame| frame.code.unit());
        match instr {
            Instr::LoadName(slot) | Instr::LoadGlobal(slot) | Instr::LoadGlobalNull(slot) => {
                self.global_is_visible(unit, slot, false)
            }
            Instr::StoreName(slot)
            | Instr::StoreGlobal(slot)
            | Instr::DeleteName(slot)
            | Instr::DeleteGlobal(slot) => self.global_is_visible(unit, slot, true),
            Instr::LoadDeref(place) | Instr::StoreDeref(place) | Instr::DeleteDeref(place) => {
                let base = fiber.frames.last().map_or(0, |frame| frame.base);
                self.is_reachable_by_others(id, fiber.stack[(base + place) as usize])
            }
            Instr::Binary(_)
            | Instr::InPlace(_)
            | Instr::Compare(_)
            | Instr::Contains(_)
            | Instr::BinarySubscr => operands_shared(2),
            Instr::Unary(_)
            | Instr::FormatValue(_)
            | Instr::UnpackSequence(_)
            | Instr::UnpackEx(..)
            | Instr::ForIter(_)
            | Instr::ListExtend(_)
            | Instr::SetUpdate(_)
            | Instr::DictUpdate(_)
            | Instr::DictMerge(_)
            | Instr::GetLen
            | Instr::LoadAttr(_)
            | Instr::LoadMethod(_) => operands_shared(1),
            Instr::PopJumpForwardIfFalse(_)
            | Instr::PopJumpForwardIfTrue(_)
            | Instr::PopJumpBackwardIfFalse(_)
            | Instr::PopJumpBackwardIfTrue(_)
            | Instr::JumpIfFalseOrPop(_)
            | Instr::JumpIfTrueOrPop(_) => operands_shared(1),
            Instr::Call(count) => self.call_is_visible(id, fiber, count as usize),
            // Who waits for a thread waits for locks that its `Thread` releases.
            Instr::ReturnValue => fiber.frames.len() == 1 && !fiber.announces,
            Instr::ThreadStarted => !fiber.announces,
            Instr::StoreSubscr => self.is_shared(id, fiber.peek(2)),
            Instr::DeleteSubscr => self.is_shared(id, fiber.peek(2)),
            Instr::StoreAttr(_) | Instr::DeleteAttr(_) => operands_shared(1),
            Instr::CallFunctionEx(_)
            | Instr::BeforeWith
            | Instr::BeforeAsyncWith
            | Instr::WithExceptStart
            | Instr::Reraise(_)
            | Instr::RaiseVarargs(_) => true,
            _ => false,
        }
    }

    /// Whether a function that a signal calls, or an exception that it raises, may come between any two instructions.
    fn is_interruptible(&self, id: FiberId) -> bool {
        id == self.shared.main_fiber && self.shared.signals.calls_functions()
    }

    /// Whether the fiber goes on with the method `join` of a thread that was started, and no signal may break it off.
    #[must_use]
    pub fn is_about_to_join(&self, id: FiberId) -> bool {
        let Some(Instr::LoadMethod(name)) = self.next_instruction(id) else {
            return false;
        };
        let fiber = &self.fibers[id.index()];
        let Some(frame) = fiber.frames.last() else {
            return false;
        };
        let attribute = &self.program.unit(frame.code.unit()).attributes[name as usize];
        attribute.symbol == NAMES.join
            && !self.is_interruptible(id)
            && self.was_started(fiber.peek(1))
            && matches!(
                attribute::find_method(&self.shared, fiber.peek(1), attribute),
                Method::Function(Value::Function(code)) if self.is_join(code)
            )
    }

    /// Whether the fiber is inside `Thread.join` of a thread that was started.
    ///
    /// Joining commutes with all that others do, but for the end of that thread: it reads what does not change any more once
    /// a thread was started, and what it writes says what holds for whoever asks.
    #[must_use]
    pub fn is_inside_join(&self, id: FiberId) -> bool {
        let fiber = &self.fibers[id.index()];
        let join = fiber.frames.iter().find(|frame| self.is_join(frame.code));
        !self.is_interruptible(id)
            && join.is_some_and(|frame| self.was_started(fiber.stack[frame.base as usize]))
    }

    /// Whether the fiber is inside `Thread.start` and nobody but the program called that: what is left of it nobody else can see.
    #[must_use]
    pub fn is_inside_start(&self, id: FiberId) -> bool {
        let frames = &self.fibers[id.index()].frames;
        let is_start =
            |code: CodeId| code.unit().name() == "threading" && self.program.code(code).name == "start";
        let start = frames.iter().rposition(|frame| is_start(frame.code));
        start.is_some_and(|start| {
            !start
                .checked_sub(1)
                .is_some_and(|caller| self.program.code(frames[caller].code).atomic)
        })
    }

    fn is_join(&self, code: CodeId) -> bool {
        code.unit().name() == "threading" && self.program.code(code).name == "join"
    }

    fn was_started(&self, thread: Value) -> bool {
        let started = attribute::own_value(&self.shared.heap, thread, NAMES.started);
        matches!(started, Some(Value::Bool(Truth::True)))
    }

    fn global_is_visible(&self, unit: ModuleId, slot: u32, writes: bool) -> bool {
        if unit != ModuleId::MAIN {
            return self.program.unit(unit).globals[slot as usize].stores > 0;
        }
        let global = &self.program.unit.globals[slot as usize];
        if writes {
            return global.shared;
        }
        let settled =
            global.stores <= 1 && (global.stores == 0 || self.shared.main.globals[slot as usize].is_bound());
        global.shared && !settled
    }

    fn call_is_visible(&self, id: FiberId, fiber: &Fiber, count: usize) -> bool {
        let below = fiber.peek(count + 2);
        let callable = if below.is_bound() {
            below
        } else {
            fiber.peek(count + 1)
        };
        if matches!(callable, Value::Native(Native::Tell | Native::Belongs)) {
            return false;
        }
        let function = match (callable, self.shared.heap.object(callable)) {
            (Value::Function(code), _) => Some(code),
            (_, Some(Object::Function(function))) => Some(function.code),
            _ => None,
        };
        if let Some(code) = function {
            // Others see what it does, instruction by instruction, unless that is done in one go. If it is a method, then its
            // object was looked at when the method was loaded.
            let is_method = below.is_bound();
            let arguments = fiber.operands(count);
            return self.program.code(code).atomic
                && (arguments.iter().any(|value| self.is_shared(id, *value))
                    || !is_method && !self.program.unit(code.unit()).mutable.is_empty());
        }
        let pure = match callable {
            Value::Native(native) => native.is_pure(),
            Value::Type(_) | Value::ExceptionType(_) | Value::Class(_) => true,
            _ => false,
        };
        let touches = fiber
            .operands(count + 1)
            .iter()
            .any(|value| self.is_shared(id, *value));
        !pure || touches
    }

    /// Whether what an operand means can change, and another thread may be the one who changes it.
    fn is_shared(&self, fiber: FiberId, operand: Value) -> bool {
        let heap = &self.shared.heap;
        // Nobody else has a reference to it; what it refers to itself is another matter.
        let is_own = operand
            .id()
            .is_some_and(|id| !heap.is_frozen(id) && heap.count(id) == 1);
        match heap.object(operand) {
            Some(Object::Iterator(_) | Object::Lazy(_)) => self.may_change(fiber, operand),
            _ => !is_own && self.may_change(fiber, operand),
        }
    }

    fn may_change(&self, fiber: FiberId, value: Value) -> bool {
        match self.shared.heap.object(value) {
            Some(Object::Iterator(iterator)) => self.may_change(fiber, iterator.over),
            // One that goes on without Python lies no deeper than its depth.
            Some(Object::Lazy(lazy)) => {
                lazy.depth.is_some() && lazy.sources.iter().any(|source| self.may_change(fiber, *source))
                    || self.is_reachable_by_others(fiber, value)
            }
            Some(
                Object::Str(_)
                | Object::Bytes(_)
                | Object::BigInt(_)
                | Object::Range(_)
                | Object::Slice(_)
                | Object::Function(_)
                | Object::Descriptor(_),
            )
            | None => false,
            Some(_) => self.is_reachable_by_others(fiber, value),
        }
    }
}

/// Whether the instruction that was just executed looked at the eval breaker.
pub(crate) fn has_checked(instr: Option<Instr>, depth: usize, fiber: &Fiber) -> bool {
    let jumped_to = |target: u32| fiber.frames.last().is_some_and(|frame| frame.pc == target);
    match instr {
        // A wait ended: the blocking call returns into `CALL`, which looks.
        None => true,
        Some(Instr::Resume | Instr::JumpBackward(_)) => true,
        Some(Instr::PopJumpBackwardIfFalse(target) | Instr::PopJumpBackwardIfTrue(target)) => {
            jumped_to(target)
        }
        Some(Instr::Call(_) | Instr::CallFunctionEx(_)) => fiber.frames.len() == depth,
        Some(_) => false,
    }
}
