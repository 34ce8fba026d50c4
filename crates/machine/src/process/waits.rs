//! What a process's fibers are doing: who could go on, who waits, for what and for whom.

use trace::{FiberId, LockId, Nanos, ResourceId, WaitEdge, WaitFor, WaitOn};

use super::Process;
use crate::fiber::{Status, Wait};
use crate::object::{LockRole, Object};
use crate::value::{ObjectId, is_same};

impl Process {
    /// How many fibers there have been.
    #[must_use]
    pub fn fibers(&self) -> usize {
        self.fibers.len()
    }

    /// Whether a fiber could execute an instruction. One that sleeps or writes could: how long that takes is the driver's
    /// business.
    #[must_use]
    pub fn is_ready(&self, fiber: FiberId) -> bool {
        if self.is_stopped(fiber) {
            return false;
        }
        match &self.fibers[fiber.index()].status {
            Status::Ready | Status::Calling(_) => true,
            Status::Finished | Status::Left => false,
            Status::Waiting(wait) => match wait {
                Wait::Lock(lock, _) => self.holder(*lock).is_none(),
                Wait::Start(other) => self.has_started(*other),
                Wait::Sleep(_) | Wait::Work(_) | Wait::Write(..) => true,
                // The world knows.
                Wait::System(_) => false,
            },
        }
    }

    /// Whether a fiber never runs again since its process is ending without it.
    pub(crate) fn is_stopped(&self, fiber: FiberId) -> bool {
        self.shared.finalising && fiber != self.shared.main_fiber
    }

    /// Whether whoever started a fiber may go on: its first instruction was executed, and its `Thread` has said that it runs.
    fn has_started(&self, fiber: FiberId) -> bool {
        let fiber = &self.fibers[fiber.index()];
        fiber.started
            && (!fiber.announces || fiber.thread.is_bound() || matches!(fiber.status, Status::Finished))
    }

    /// How long a fiber waits at most, in nanoseconds since it began to. If it goes on although what it waits for has not
    /// happened, then it has waited that long.
    #[must_use]
    pub fn timeout(&self, fiber: FiberId) -> Option<Nanos> {
        match &self.fibers[fiber.index()].status {
            _ if self.is_stopped(fiber) => None,
            Status::Waiting(wait @ (Wait::Lock(..) | Wait::System(_))) => wait.timeout(),
            _ => None,
        }
    }

    /// Whether a fiber has ended.
    #[must_use]
    pub fn is_finished(&self, fiber: FiberId) -> bool {
        matches!(self.fibers[fiber.index()].status, Status::Finished | Status::Left)
    }

    /// Whether an exception ended a fiber, or is about to.
    #[must_use]
    pub fn has_failed(&self, fiber: FiberId) -> bool {
        self.fibers[fiber.index()].failed
    }

    /// Whether all fibers have ended.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.shared.threads_alive == 0
    }

    /// Who waits for whom, once nobody can run any more.
    #[must_use]
    pub fn wait_for_graph(&self) -> Vec<WaitEdge> {
        let waiting = (0..self.fibers.len() as u32).map(FiberId).filter_map(|fiber| {
            let on = match self.waits_on(fiber)? {
                WaitOn::Lock(lock) => WaitFor::Lock {
                    lock,
                    holder: self.holder_of_awaited_lock(fiber),
                },
                WaitOn::Resource(resource) => WaitFor::Resource(resource),
                WaitOn::End(other) | WaitOn::Start(other) => WaitFor::End(other),
                WaitOn::Sleep { .. }
                | WaitOn::Work { .. }
                | WaitOn::Write
                | WaitOn::Kernel { .. }
                | WaitOn::Child(_)
                | WaitOn::Signal
                | WaitOn::Descriptors => return None,
            };
            Some(WaitEdge {
                fiber,
                on,
                place: self.place(fiber),
            })
        });
        waiting.collect()
    }

    /// What a fiber waits for, whether or not that has happened; `None` if it does not wait.
    #[must_use]
    pub fn waits_on(&self, fiber: FiberId) -> Option<WaitOn> {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(Wait::Lock(lock, _)) => Some(match (self.ends(*lock), self.part_of(*lock)) {
                (Some(other), _) => WaitOn::End(other),
                (None, Some(whole)) => WaitOn::Resource(whole),
                (None, None) => WaitOn::Lock(self.lock_id(*lock)),
            }),
            Status::Waiting(wait) => Some(wait.on(|lock| self.lock_id(lock))),
            _ => None,
        }
    }

    /// Whether all that a fiber waits for is that a thread ends or has ended, however long that takes.
    #[must_use]
    pub fn is_joining(&self, fiber: FiberId) -> bool {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(Wait::Lock(lock, None)) => {
                matches!(self.shared.heap.get(*lock), Object::Lock(lock) if lock.ends.is_bound())
            }
            _ => false,
        }
    }

    /// Whether a fiber waits in an event loop that has nothing to do at the moment.
    #[must_use]
    pub fn is_idle(&self, fiber: FiberId) -> bool {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(Wait::Lock(lock, _)) => {
                matches!(self.shared.heap.get(*lock), Object::Lock(lock) if lock.role == LockRole::Loop)
            }
            _ => false,
        }
    }

    /// The lock that a fiber waits for, even where that stands for a thread's start or end.
    #[must_use]
    pub fn awaited_lock(&self, fiber: FiberId) -> Option<LockId> {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(Wait::Lock(lock, _)) => Some(self.lock_id(*lock)),
            Status::Waiting(Wait::Start(child)) if self.fibers[child.index()].announces => {
                Some(LockId::start_of(*child))
            }
            _ => None,
        }
    }

    /// Whether a fiber is a timer of the kernel.
    pub(crate) fn is_timer(&self, fiber: FiberId) -> bool {
        self.fibers[fiber.index()].is_timer
    }

    /// How long a thread waits for the GIL before it asks for it, in microseconds.
    pub(crate) fn switch_interval(&self) -> u64 {
        self.shared.switch_interval
    }

    /// Who started a fiber.
    #[must_use]
    pub fn parent(&self, fiber: FiberId) -> Option<FiberId> {
        self.fibers[fiber.index()].parent
    }

    /// Who holds a lock that a fiber waits for.
    #[must_use]
    pub fn holder_of_awaited_lock(&self, fiber: FiberId) -> Option<FiberId> {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(Wait::Lock(lock, _)) => self.holder(*lock),
            _ => None,
        }
    }

    /// The fiber whose end a lock stands for.
    fn ends(&self, id: ObjectId) -> Option<FiberId> {
        let Object::Lock(lock) = self.shared.heap.get(id) else {
            return None;
        };
        lock.ends.id()?;
        let place = self
            .fibers
            .iter()
            .position(|fiber| is_same(fiber.thread, lock.ends))?;
        Some(FiberId(place as u32))
    }

    /// What a lock of the library's own is a part of.
    fn part_of(&self, id: ObjectId) -> Option<ResourceId> {
        let part_of = match self.shared.heap.get(id) {
            Object::Lock(lock) => lock.part_of,
            Object::RLock(lock) => lock.part_of,
            _ => 0,
        };
        part_of.checked_sub(1).map(ResourceId)
    }

    fn lock_id(&self, id: ObjectId) -> LockId {
        match self.shared.heap.get(id) {
            Object::Lock(lock) => lock.id,
            Object::RLock(lock) => lock.id,
            _ => unreachable!("only locks are waited for"),
        }
    }

    fn holder(&self, id: ObjectId) -> Option<FiberId> {
        match self.shared.heap.get(id) {
            Object::Lock(lock) => lock.holder,
            Object::RLock(lock) => lock.holder,
            _ => unreachable!("only locks are waited for"),
        }
    }
}
