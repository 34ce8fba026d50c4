//! The table of processes: who began whom, who has ended, and how.

use std::collections::BTreeMap;

use trace::{ExitStatus, Stream};

use super::{Descriptor, Kernel};
use crate::system::Errno;

/// The number of the program's first process.
pub(crate) const MAIN_PID: u32 = 1000;

/// The process that orphans have as their parent (`init`).
const INIT: u32 = 1;

/// Numbers from here on are those of processes that the main process did not begin itself.
const DEEPER: u32 = 10_000;

/// How many numbers there are (`/proc/sys/kernel/pid_max`).
const MOST_PIDS: u32 = 4_194_304;

/// What the kernel knows of a process.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Entry {
    pub parent: u32,
    /// How many processes it has begun.
    pub children: u32,
    /// How many objects it has made.
    pub made: u32,
    pub descriptors: BTreeMap<u32, Descriptor>,
    pub state: State,
}

/// Whether a process runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum State {
    Running,
    /// It has ended, and its parent has not waited for that.
    Zombie(ExitStatus),
}

impl Kernel {
    /// The main process begins.
    pub(crate) fn begin(&mut self) {
        let descriptors = [
            (0, Descriptor::Input),
            (1, Descriptor::Output(Stream::Out)),
            (2, Descriptor::Output(Stream::Err)),
        ];
        self.processes.insert(
            MAIN_PID,
            Entry {
                parent: INIT,
                children: 0,
                made: 0,
                descriptors: descriptors.into(),
                state: State::Running,
            },
        );
    }

    /// A process begins another, which has its descriptors: all, or these and the terminal; the number of the new one.
    pub(crate) fn begin_child(&mut self, parent: u32, only: Option<&[u32]>) -> Result<u32, Errno> {
        let room = self.process_limit.saturating_sub(self.processes.len());
        let Some(entry) = self.processes.get_mut(&parent) else {
            return Err(Errno::NoSuchProcess);
        };
        if room == 0 {
            return Err(Errno::Again);
        }
        if let Some(only) = only
            && only.iter().any(|number| !entry.descriptors.contains_key(number))
        {
            return Err(Errno::BadDescriptor);
        }
        entry.children += 1;
        // The number tells whose child it is, and not when it began.
        let wanted = if parent == MAIN_PID {
            MAIN_PID + entry.children
        } else {
            DEEPER
                + ((u64::from(parent) * 101 + u64::from(entry.children)) % u64::from(MOST_PIDS - DEEPER))
                    as u32
        };
        let descriptors: BTreeMap<u32, Descriptor> = entry
            .descriptors
            .iter()
            .filter(|(number, _)| only.is_none_or(|only| **number < 3 || only.contains(number)))
            .map(|(number, descriptor)| (*number, descriptor.clone()))
            .collect();
        let pid = (wanted..).find(|pid| !self.processes.contains_key(pid));
        let pid = pid.ok_or(Errno::Again)?;
        descriptors
            .values()
            .for_each(|descriptor| self.retain(descriptor));
        self.processes.insert(
            pid,
            Entry {
                parent,
                children: 0,
                made: 0,
                descriptors,
                state: State::Running,
            },
        );
        Ok(pid)
    }

    /// A process has ended: its descriptors are closed, its children belong to `init`, its parent can hear of it.
    pub(crate) fn ended(&mut self, pid: u32, status: ExitStatus) {
        let Some(entry) = self.processes.get_mut(&pid) else {
            return;
        };
        entry.state = State::Zombie(status);
        let parent = entry.parent;
        let descriptors = std::mem::take(&mut entry.descriptors);
        descriptors
            .values()
            .for_each(|descriptor| self.drop_descriptor(descriptor));
        // `init` waits for all of its children at once.
        self.processes.retain(|_, entry| {
            let is_orphan = entry.parent == pid;
            if is_orphan {
                entry.parent = INIT;
            }
            !(is_orphan && entry.state != State::Running)
        });
        if parent == INIT {
            self.processes.remove(&pid);
        }
    }

    /// Whether a process runs.
    pub(crate) fn is_running(&self, pid: i64) -> bool {
        let entry = u32::try_from(pid).ok().and_then(|pid| self.processes.get(&pid));
        entry.is_some_and(|entry| entry.state == State::Running)
    }

    /// A child that a process may wait for, and its end if it has ended: of several the one with the lowest number that has.
    pub(super) fn child(&self, parent: u32, pid: i64) -> Result<Option<(u32, ExitStatus)>, Errno> {
        let mut children = self
            .processes
            .iter()
            .filter(|(number, entry)| entry.parent == parent && (pid == -1 || pid == i64::from(**number)))
            .peekable();
        if children.peek().is_none() {
            return Err(Errno::NoChild);
        }
        Ok(children.find_map(|(number, entry)| match entry.state {
            State::Zombie(status) => Some((*number, status)),
            State::Running => None,
        }))
    }
}
