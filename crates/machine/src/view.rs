//! A state as the page shows it.

use trace::{
    FiberId, FiberState, FiberView, FrameView, LineCode, LockId, LockView, ResourceId, ResourceKind,
    ResourceView, StateView, Step, Variable,
};

use crate::attribute::own_value;
use crate::code::CodeId;
use crate::fiber::{Fiber, Frame, Status};
use crate::native::Type;
use crate::object::Object;
use crate::operators;
use crate::process::Process;
use crate::shown::shown;
use crate::symbol::Symbol;
use crate::value::Value;

/// The most instructions of a line that are shown.
const MOST_INSTRUCTIONS: usize = 200;

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
            resources: self.resource_views(),
            lines: (None, None),
        }
    }

    /// How many calls of the program a fiber is in, and on which line the innermost goes on.
    pub(crate) fn line(&self, fiber: FiberId) -> Option<(usize, u32)> {
        let fiber = &self.fibers[fiber.index()];
        let is_shown = |frame: &&Frame| !self.program.code(frame.code).hidden;
        let depth = fiber.frames.iter().filter(is_shown).count();
        let frame = fiber.frames.iter().rfind(is_shown)?;
        Some((depth, self.frame_place(frame, self.waits(fiber, frame)).line))
    }

    /// A call that waits, for its callee or for something else, still stands at its own instruction.
    fn waits(&self, fiber: &Fiber, frame: &Frame) -> bool {
        let is_last = fiber.frames.last().is_some_and(|last| last.base == frame.base);
        !is_last || !matches!(fiber.status, Status::Ready)
    }

    /// What the objects hold that traces tell of.
    fn resource_views(&self) -> Vec<ResourceView> {
        let heap = &self.shared.heap;
        let mut views: Vec<ResourceView> = Vec::new();
        for (id, object) in heap.objects() {
            let Object::Instance(instance) = object else {
                continue;
            };
            let Some(number) = instance.number.checked_sub(1) else {
                continue;
            };
            let holds = match self.shared.resources.get(number as usize).map(|known| known.kind) {
                Some(ResourceKind::Queue) => ["queue", "_queue", "_items"].as_slice(),
                Some(ResourceKind::Semaphore) => &["_value", "counter"],
                Some(ResourceKind::Event) => &["_flag", "_value"],
                Some(ResourceKind::Barrier) => &["_count"],
                _ => continue,
            };
            let own = |name: &&str| own_value(heap, Value::Object(id), Symbol::known(name)?);
            if let Some(value) = holds.iter().find_map(own) {
                let value = shown(heap, value);
                let resource = ResourceId(number);
                views.push(ResourceView { resource, value });
            }
        }
        views
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
        let is_last = fiber
            .frames
            .iter()
            .rfind(|frame| !self.program.code(frame.code).hidden)
            .is_some_and(|last| last.base == frame.base);
        let waits = self.waits(fiber, frame);
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
            line_code: is_last.then(|| self.line_code(frame.code, at)),
            locals: locals.collect(),
        }
    }

    /// The instructions around one that belong to its line.
    fn line_code(&self, id: CodeId, at: usize) -> LineCode {
        let (code, unit) = (self.program.code(id), self.program.unit(id.unit()));
        let line = |at: usize| self.program.place(id, at).line;
        let own = line(at);
        let first = (0..at)
            .rev()
            .take_while(|at| line(*at) == own)
            .last()
            .unwrap_or(at);
        let rest = (first..code.instrs.len()).take_while(|at| line(*at) == own);
        let instructions = rest
            .take(MOST_INSTRUCTIONS)
            .map(|at| unit.describe(code, code.instrs[at]));
        LineCode {
            instructions: instructions.collect(),
            at: (at - first) as u32,
        }
    }

    fn variable(&self, name: &str, value: Value) -> Variable {
        Variable {
            name: name.to_owned(),
            value: shown(&self.shared.heap, value),
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
