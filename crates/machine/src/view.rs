//! A state as the page shows it.

use trace::{FiberId, FiberState, FiberView, FrameView, LockId, LockView, StateView, Step, Variable};

use crate::fiber::{Fiber, Frame, Status};
use crate::native::Type;
use crate::object::Object;
use crate::operators;
use crate::process::Process;
use crate::value::Value;

/// The longest text of a value that is shown, in characters.
const MAX_SHOWN: usize = 200;

impl Process {
    /// The state behind instruction `step`.
    #[must_use]
    pub fn view(&self, step: Step) -> StateView {
        let globals = self.shared.main.globals.iter().enumerate().filter(|(_, value)| {
            value.is_bound()
                && !matches!(
                    operators::type_of(&self.shared.heap, **value),
                    Type::Function | Type::Module | Type::BuiltinFunction | Type::Type
                )
        });
        StateView {
            step,
            fibers: self.fibers.iter().map(|fiber| self.fiber_view(fiber)).collect(),
            globals: globals
                .map(|(slot, value)| self.variable(&self.program.unit.globals[slot].name, *value))
                .collect(),
            locks: self.lock_views(),
        }
    }

    fn fiber_view(&self, fiber: &Fiber) -> FiberView {
        let id = self
            .fibers
            .iter()
            .position(|other| std::ptr::eq(&raw const **other, fiber));
        let id = FiberId(id.unwrap_or_default() as u32);
        let state = match (&fiber.status, self.waits_on(id)) {
            (Status::Finished | Status::Left, _) => FiberState::Finished,
            (_, Some(on)) if !self.is_ready(id) => FiberState::Blocked(on),
            _ => FiberState::Ready,
        };
        let frames = fiber
            .frames
            .iter()
            .filter(|frame| !self.program.code(frame.code).hidden);
        FiberView {
            state,
            frames: frames.map(|frame| self.frame_view(fiber, frame)).collect(),
        }
    }

    fn frame_view(&self, fiber: &Fiber, frame: &Frame) -> FrameView {
        let code = self.program.code(frame.code);
        let is_last = fiber.frames.last().is_some_and(|last| last.base == frame.base);
        // A call that waits, for its callee or for something else, still stands at its own instruction.
        let waits = !is_last || !matches!(fiber.status, Status::Ready);
        let at = if waits {
            frame.pc.saturating_sub(1)
        } else {
            frame.pc
        } as usize;
        let locals = code.locals.iter().enumerate().filter_map(|(index, name)| {
            let value = *fiber.stack.get(frame.base as usize + index)?;
            value.is_bound().then(|| self.variable(name, value))
        });
        FrameView {
            function: code.name.clone(),
            place: self.frame_place(frame, waits),
            instruction: code.instrs.get(at).map_or(String::new(), |instr| {
                self.program.unit(frame.code.unit()).describe(code, *instr)
            }),
            locals: locals.collect(),
        }
    }

    fn variable(&self, name: &str, value: Value) -> Variable {
        let mut shown = operators::repr_of(&self.shared.heap, value).unwrap_or_else(|_| "…".to_owned());
        if let Some((cut, _)) = shown.char_indices().nth(MAX_SHOWN) {
            shown.truncate(cut);
            shown.push('…');
        }
        Variable {
            name: name.to_owned(),
            value: shown,
        }
    }

    fn lock_views(&self) -> Vec<LockView> {
        let mut views: Vec<LockView> = (0..self.shared.locks)
            .map(|id| LockView {
                lock: LockId(id),
                owner: None,
                waiters: Vec::new(),
            })
            .collect();
        for (_, object) in self.shared.heap.objects() {
            match object {
                Object::Lock(lock) if !lock.id.is_internal() => views[lock.id.index()].owner = lock.holder,
                Object::RLock(lock) => views[lock.id.index()].owner = lock.holder,
                _ => {}
            }
        }
        for id in (0..self.fibers.len() as u32).map(FiberId) {
            if let Some(trace::WaitOn::Lock(lock)) = self.waits_on(id)
                && !lock.is_internal()
            {
                views[lock.index()].waiters.push(id);
            }
        }
        views
    }
}
