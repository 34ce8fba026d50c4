//! A process as the world knows it, and the world's numbers for what it has.

use trace::{
    EventKind, ExitStatus, FiberId, LockId, ProcessId, ResourceId, Sleeper, TaskStep, TaskWait, WaitOn,
};

use crate::process::Process;

/// A process in the world.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub place: Place,
    /// Its number.
    pub pid: u32,
    pub parent: Option<ProcessId>,
    /// The world's numbers of its fibers; those that it left behind when it was forked are its parent's.
    pub fibers: Vec<FiberId>,
    /// The world's numbers of its locks.
    pub locks: Vec<LockId>,
    /// The world's numbers of what its events have told of; it has numbers of its own for more.
    pub resources: Vec<Option<ResourceId>>,
    /// How it has ended.
    pub ended: Option<ExitStatus>,
}

/// Where a process is.
#[derive(Clone, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "most are here, and are executed where they are"
)]
pub(super) enum Place {
    Here(Process),
    /// It executes on its own (`World::lend`). This is what it was like when it left.
    Away {
        memory: u64,
        threads: u32,
    },
}

impl Member {
    pub fn process(&self) -> &Process {
        match &self.place {
            Place::Here(process) => process,
            Place::Away { .. } => unreachable!("nobody asks a process that is away"),
        }
    }

    pub fn process_mut(&mut self) -> &mut Process {
        match &mut self.place {
            Place::Here(process) => process,
            Place::Away { .. } => unreachable!("nobody touches a process that is away"),
        }
    }

    /// Bytes in use, when that was last known.
    pub fn memory(&self) -> u64 {
        match &self.place {
            Place::Here(process) => process.memory(),
            Place::Away { memory, .. } => *memory,
        }
    }

    /// Threads alive, when that was last known.
    pub fn threads_alive(&self) -> u32 {
        match &self.place {
            Place::Here(process) => process.threads_alive(),
            Place::Away { threads, .. } => *threads,
        }
    }

    /// The world's number of one of its fibers.
    pub fn fiber(&self, local: FiberId) -> FiberId {
        self.fibers.get(local.index()).copied().unwrap_or(local)
    }

    /// The world's number of one of its locks; those that only the library knows have none.
    pub fn lock(&self, local: LockId) -> LockId {
        if local.is_internal() {
            return local;
        }
        self.locks.get(local.index()).copied().unwrap_or(local)
    }

    /// The world's number of something that events have told of.
    pub fn resource(&self, local: ResourceId) -> ResourceId {
        let known = self.resources.get(local.index()).copied().flatten();
        known.unwrap_or(local)
    }

    /// A wait in the world's numbers.
    pub fn wait(&self, on: WaitOn) -> WaitOn {
        match on {
            WaitOn::Lock(lock) => WaitOn::Lock(self.lock(lock)),
            WaitOn::Resource(resource) => WaitOn::Resource(self.resource(resource)),
            WaitOn::End(fiber) => WaitOn::End(self.fiber(fiber)),
            WaitOn::Start(fiber) => WaitOn::Start(self.fiber(fiber)),
            other => other,
        }
    }

    /// An event in the world's numbers; locks that only the library knows keep theirs.
    pub fn event(&self, event: EventKind) -> EventKind {
        match event {
            EventKind::Spawned { child } => EventKind::Spawned {
                child: self.fiber(child),
            },
            EventKind::Blocked { on } => EventKind::Blocked { on: self.wait(on) },
            EventKind::Acquired { lock } => EventKind::Acquired {
                lock: self.lock(lock),
            },
            EventKind::Released { lock } => EventKind::Released {
                lock: self.lock(lock),
            },
            EventKind::Used {
                resource,
                what,
                value,
            } => EventKind::Used {
                resource: self.resource(resource),
                what,
                value,
            },
            EventKind::Woke { who, on } => EventKind::Woke {
                who: match who {
                    Sleeper::Thread(fiber) => Sleeper::Thread(self.fiber(fiber)),
                    Sleeper::Task(task) => Sleeper::Task(self.resource(task)),
                },
                on: on.map(|on| self.resource(on)),
            },
            EventKind::Task { task, step } => EventKind::Task {
                task: self.resource(task),
                step: match step {
                    TaskStep::Suspended {
                        why: TaskWait::Resource(on),
                    } => TaskStep::Suspended {
                        why: TaskWait::Resource(self.resource(on)),
                    },
                    other => other,
                },
            },
            other => other,
        }
    }
}
