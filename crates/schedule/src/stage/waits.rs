//! Who waits, until when, and from when on no longer.

use trace::{FiberId, LockId, Nanos, ProcessId};

use super::Stage;

impl Stage {
    /// Sleepers whose time has come are ready from that time on.
    pub fn wake_until(&mut self, time: Nanos) {
        while let Some((at, order, fiber)) = self.timers.first().copied()
            && at <= time
        {
            self.timers.remove(&(at, order, fiber));
            self.time_is_up(fiber, at);
        }
    }

    /// A fiber's time has come: if it waited for something else as well, it does no longer.
    fn time_is_up(&mut self, fiber: FiberId, at: Nanos) {
        self.blocked.retain(|other| *other != fiber);
        if self.world.timeout(fiber).is_some() {
            self.expired.insert(fiber);
        }
        // What it waited for may have happened just before.
        if self.ready.iter().all(|(other, _)| *other != fiber) {
            self.is_ready_since(fiber, at);
        }
    }

    /// Adds a fiber to those that wait for the GIL, behind all who have waited as long.
    fn is_ready_since(&mut self, fiber: FiberId, since: Nanos) {
        let behind = self.ready.iter().rposition(|(_, other)| *other <= since);
        self.ready
            .insert(behind.map_or(0, |place| place + 1), (fiber, since));
    }

    /// Makes a fiber ready even before its time has come: a schedule that is repeated may say so.
    pub fn hurry(&mut self, fiber: FiberId) {
        if let Some(at) = self.timer(fiber)
            && self.ready.iter().all(|(other, _)| *other != fiber)
        {
            self.timers.retain(|(_, _, sleeper)| *sleeper != fiber);
            self.now = self.now.max(at);
            self.time_is_up(fiber, at);
        }
    }

    /// If a fiber sleeps or writes, lets time pass until it has, or until a timer of the kernel is due.
    pub fn hurry_to_end_of_sleep(&mut self, fiber: FiberId) {
        let is_due = self.ready.iter().any(|(other, _)| self.alarms.contains(other));
        if is_due || self.blocked.contains(&fiber) || self.timer(fiber).is_none() {
            return;
        }
        let mut sleepers = self.timers.iter().map(|(_, _, sleeper)| *sleeper);
        let first = sleepers.find(|sleeper| *sleeper == fiber || self.alarms.contains(sleeper));
        if let Some(first) = first {
            self.hurry(first);
        }
    }

    /// A signal has come to a fiber. If it ended what the fiber waited for, it can go on.
    pub(super) fn interrupt(&mut self, fiber: FiberId, at: Nanos) {
        if self.world.waits_on(fiber).is_some() || self.ready.iter().any(|(other, _)| *other == fiber) {
            return;
        }
        let waited = self.blocked.len() + self.timers.len();
        self.blocked.retain(|other| *other != fiber);
        self.timers.retain(|(_, _, sleeper)| *sleeper != fiber);
        if self.blocked.len() + self.timers.len() < waited {
            self.is_ready_since(fiber, at);
        }
    }

    /// When a fiber's time comes, if it waits for that.
    fn timer(&self, fiber: FiberId) -> Option<Nanos> {
        let found = self.timers.iter().find(|(_, _, sleeper)| *sleeper == fiber);
        found.map(|(at, _, _)| *at)
    }

    pub(super) fn set_timer(&mut self, fiber: FiberId, from: Nanos, after: Nanos) {
        self.timers
            .insert((from.saturating_add(after), self.timers_set, fiber));
        self.timers_set += 1;
    }

    /// Those that wait for a lock are ready from the moment of its release on, not from the turn's end, and wait for the lock
    /// again if it is taken while they wait for the GIL. Whose time came first waits for it no longer.
    pub(super) fn lock_changed(&mut self, process: ProcessId, lock: LockId, released: bool, at: Nanos) {
        let world = &self.world;
        // Locks are a process's own.
        let waits =
            |fiber: FiberId| world.process_of(fiber) == process && world.awaited_lock(fiber) == Some(lock);
        if released {
            let woken = self.blocked.extract_if(.., |fiber| waits(*fiber)).collect();
            self.wake(woken, at);
        } else {
            let back: Vec<FiberId> = self
                .ready
                .iter()
                .map(|(fiber, _)| *fiber)
                .filter(|fiber| waits(*fiber))
                .collect();
            self.send_back(&back, at);
        }
    }

    /// Moves fibers to those that are ready whose wait is over without a lock's release, for another fiber's first instruction
    /// or for the kernel, and back if another was quicker.
    pub(super) fn release_blocked(&mut self, at: Nanos) {
        let world = &self.world;
        let over = |fiber: &mut FiberId| world.awaited_lock(*fiber).is_none() && world.is_ready(*fiber);
        let woken = self.blocked.extract_if(.., over).collect();
        let too_late = self
            .ready
            .iter()
            .map(|(fiber, _)| *fiber)
            .filter(|fiber| world.calls_kernel(*fiber) && !world.is_ready(*fiber));
        let too_late: Vec<FiberId> = too_late.collect();
        self.send_back(&too_late, at);
        self.wake(woken, at);
    }

    /// What these fibers waited for happened at a time, unless they had given up before.
    fn wake(&mut self, fibers: Vec<FiberId>, at: Nanos) {
        for fiber in fibers {
            match self.timer(fiber) {
                Some(timer) if timer <= at => self.time_is_up(fiber, timer),
                _ => self.is_ready_since(fiber, at),
            }
        }
    }

    /// Others were quicker at a time: these fibers wait again, unless they had given up before.
    fn send_back(&mut self, fibers: &[FiberId], at: Nanos) {
        for fiber in fibers {
            let gave_up = self.expired.contains(fiber) || self.timer(*fiber).is_some_and(|timer| timer <= at);
            if !gave_up {
                self.ready.retain(|(other, _)| other != fiber);
                self.blocked.push(*fiber);
            }
        }
    }

    /// The run's last process has ended, with all that waited for anything.
    pub(super) fn forget_all(&mut self) {
        self.ready.clear();
        self.timers.clear();
        self.blocked.clear();
    }

    /// A process has ended, maybe by a signal, and its threads wait for nothing any more.
    pub(super) fn forget_finished(&mut self) {
        let world = &self.world;
        self.ready.retain(|(fiber, _)| !world.is_finished(*fiber));
        self.timers.retain(|(_, _, fiber)| !world.is_finished(*fiber));
        self.blocked.retain(|fiber| !world.is_finished(*fiber));
        self.alarms.retain(|fiber| !world.is_finished(*fiber));
    }
}
