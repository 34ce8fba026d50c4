//! What a process tells of itself: names, places in the program, what it uses.

use trace::{End, FiberId, LimitKind, LockId, Place, ResourceKind};

use super::Process;
use crate::code::Code;
use crate::fiber::{Frame, Status};
use crate::opcode::Instr;
use crate::operators;
use crate::symbol::Symbol;
use crate::system::Handle;

impl Process {
    /// A fiber's name, as Python tells it.
    #[must_use]
    pub fn thread_name(&self, fiber: FiberId) -> String {
        let thread = self.fibers[fiber.index()].thread;
        let name = crate::attribute::own_value(&self.shared.heap, thread, Symbol::of("_name"));
        match name.and_then(|name| operators::as_str(&self.shared.heap, name)) {
            Some(name) => name.to_owned(),
            None if fiber == FiberId::MAIN => "MainThread".to_owned(),
            None => self.fibers[fiber.index()].name.clone(),
        }
    }

    /// Where a fiber stands in the source.
    #[must_use]
    pub fn place(&self, fiber: FiberId) -> Place {
        let visible = self.fibers[fiber.index()]
            .frames
            .iter()
            .rev()
            .find(|frame| !self.program.code(frame.code).hidden);
        visible.map_or(Place::default(), |frame| self.frame_place(frame, true))
    }

    /// How a bound that a fiber reached ends the run.
    #[must_use]
    pub fn limit(&self, kind: LimitKind, fiber: FiberId) -> End {
        let place = self.place_of_limit(kind, fiber);
        End::Limit { kind, fiber, place }
    }

    /// Where a fiber stands that has reached a bound: in front of its next instruction if that is one too many.
    fn place_of_limit(&self, kind: LimitKind, fiber: FiberId) -> Place {
        let frames = &self.fibers[fiber.index()].frames;
        match (kind, frames.last(), &self.fibers[fiber.index()].status) {
            (LimitKind::Instructions, Some(frame), Status::Ready)
                if !self.program.code(frame.code).hidden =>
            {
                self.frame_place(frame, false)
            }
            _ => self.place(fiber),
        }
    }

    /// Where a call stands: at the instruction that comes next, or at the one that was last executed.
    pub(crate) fn frame_place(&self, frame: &Frame, last: bool) -> Place {
        let at = if last {
            frame.pc.saturating_sub(1)
        } else {
            frame.pc
        };
        self.program.place(frame.code, at as usize)
    }

    /// The code of a fiber's innermost call.
    pub(crate) fn current_code(&self, fiber: FiberId) -> Option<&Code> {
        let frame = self.fibers[fiber.index()].frames.last()?;
        Some(self.program.code(frame.code))
    }

    /// Whether nobody else may run before this fiber has gone on: it is in the middle of what CPython does in one go.
    #[must_use]
    pub fn is_atomic(&self, fiber: FiberId) -> bool {
        let goes_on = matches!(
            self.fibers[fiber.index()].status,
            Status::Ready | Status::Calling(_)
        );
        goes_on && self.current_code(fiber).is_some_and(|code| code.atomic)
    }

    /// The instruction that a fiber would execute next, unless it is at the end of a wait.
    pub(crate) fn next_instruction(&self, fiber: FiberId) -> Option<Instr> {
        let fiber = &self.fibers[fiber.index()];
        match fiber.status {
            Status::Ready => fiber
                .frames
                .last()
                .map(|frame| self.program.code(frame.code).instrs[frame.pc as usize]),
            _ => None,
        }
    }

    /// Bytes in use.
    #[must_use]
    pub fn memory(&self) -> u64 {
        self.shared.heap.used()
    }

    /// Locks that there have been.
    #[must_use]
    pub fn locks(&self) -> usize {
        self.shared.locks as usize
    }

    /// The variable that held a lock when it was used, empty if none did, and whether its holder may acquire it again.
    #[must_use]
    pub fn lock_info(&self, lock: LockId) -> (String, bool) {
        let known = self.shared.lock_names.get(lock.index());
        known.map_or_else(Default::default, |known| (known.name.clone(), known.reentrant))
    }

    /// What is known of something that events tell of.
    #[must_use]
    pub fn resource(&self, number: u32) -> Option<(ResourceKind, &str)> {
        let resource = self.shared.resources.get(number as usize)?;
        Some((resource.kind, &resource.name))
    }

    /// Whether it has come across objects of the kernel and knows their names.
    pub(crate) fn has_named(&self) -> bool {
        !self.shared.named.is_empty()
    }

    /// Those names, once.
    pub(crate) fn take_named(&mut self) -> Vec<(Handle, String)> {
        std::mem::take(&mut self.shared.named)
    }
}
