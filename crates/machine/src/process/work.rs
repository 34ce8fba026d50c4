//! Work that a process's fibers wait for.

use trace::FiberId;
use triomphe::Arc;

use super::Process;
use crate::digest::CompressError;
use crate::fiber::{Status, Wait};
use crate::heap::OutOfMemory;
use crate::object::{Object, Tool};
use crate::value::Value;
use crate::work::{Came, Done, Work, Working};

impl Process {
    /// The work that a fiber waits for.
    pub(crate) fn work(&self, fiber: FiberId) -> Option<&Work> {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(Wait::Work(working)) => Some(&working.work),
            _ => None,
        }
    }

    /// A fiber's work was done elsewhere; if it waits for it no longer, that does not matter.
    pub(crate) fn bring_work(&mut self, fiber: FiberId, done: Done) {
        if let Status::Waiting(Wait::Work(working)) =
            &mut Arc::make_mut(&mut self.fibers[fiber.index()]).status
        {
            working.bring(done);
        }
    }

    /// What the call returns that let work be done.
    pub(super) fn end_work(&mut self, mut working: Working) -> Result<Value, OutOfMemory> {
        let heap = &mut self.shared.heap;
        let [_, digest] = working.held;
        let result = match working.take() {
            Came::Digest(hasher) => {
                if let Some(Object::Tool(tool)) = digest.id().map(|id| heap.get_mut(id)) {
                    *tool = Arc::new(Tool::Hasher(*hasher));
                }
                Ok(Value::None)
            }
            Came::Sum(sum) => Ok(Value::Int(sum.into())),
            Came::Bytes(Ok(bytes)) => heap.allocate(Object::Bytes(Arc::from(bytes))),
            Came::Bytes(Err(CompressError::TooLarge)) => Err(OutOfMemory),
            Came::Bytes(Err(error)) => heap.string(&error.to_string()),
        };
        working.end(heap);
        result
    }
}
