//! How a process begins another, and how it is ended from outside.

use std::sync::Arc as StdArc;

use trace::{FiberId, LimitKind};
use triomphe::Arc;

use super::Process;
use crate::fiber::{Status, Wait};
use crate::heap::Heap;
use crate::library;
use crate::shared::Namespace;
use crate::system::{Answer, Failure};
use crate::value::Value;

impl Process {
    /// A copy in which only the fiber that forks goes on. What the others hold stays held for ever, as in CPython: locks
    /// above all.
    pub(crate) fn forked(&self, fiber: FiberId, pid: u32) -> Result<Self, Failure> {
        let mut child = self.clone();
        child.shared.events.clear();
        child.shared.pid = pid;
        child.shared.signals.forget();
        child.shared.main_fiber = fiber;
        child.shared.threads_alive = 1;
        for index in (0..child.fibers.len()).filter(|index| *index != fiber.index()) {
            if child.is_finished(FiberId(index as u32)) {
                continue;
            }
            let other = Arc::make_mut(&mut child.fibers[index]);
            match std::mem::replace(&mut other.status, Status::Left) {
                Status::Waiting(Wait::Lock(lock, _)) => other.arrived = Value::Object(lock),
                Status::Waiting(Wait::Work(working)) => {
                    other.reserve(other.top + working.held.len());
                    working.held.into_iter().for_each(|held| other.push(held));
                }
                _ => {}
            }
        }
        child
            .answer(fiber, Answer::Int(0))
            .map_err(|_| Failure::OutOfMemory)?;
        Ok(child)
    }

    /// A process with a heap of its own and the same program, which is `__mp_main__` there; it calls a function of the library.
    pub(crate) fn spawned(&self, function: Value, payload: &Arc<[u8]>) -> Result<Self, LimitKind> {
        Self::begin(
            StdArc::clone(&self.program),
            self.host,
            Some((function, payload)),
            Some(self.shared.signals),
        )
    }

    /// The process ends where it is, with all of its fibers.
    pub(crate) fn end_now(&mut self) {
        self.end_process(0);
    }

    /// Lets go of everything but names: nobody runs here any more.
    pub(crate) fn forget(&mut self) {
        for fiber in &mut self.fibers {
            Arc::make_mut(fiber).clear();
        }
        self.shared.main = Namespace::default();
        self.shared.library = Arc::new(vec![Arc::default(); library::count()]);
        self.shared.heap = Heap::new(0);
        self.shared.line = String::new();
    }
}
