//! Work that fibers wait for and that needs nothing of the world.

use trace::FiberId;

use super::World;
use crate::work::{Done, Work};

impl World {
    /// The work that a fiber waits for ([`WaitOn::Work`](trace::WaitOn::Work)). Whoever drives the world may do it elsewhere
    /// and bring what came of it before the fiber's next turn; else that turn does it.
    #[must_use]
    pub fn work(&self, fiber: FiberId) -> Option<Work> {
        let (member, local) = self.member(fiber);
        member.process().work(local).cloned()
    }

    /// The work that a fiber waits for was done. Its process must be here.
    pub fn bring_work(&mut self, fiber: FiberId, done: Done) {
        let (id, local) = self.fibers[fiber.index()];
        self.process_mut(id).bring_work(local, done);
    }
}
