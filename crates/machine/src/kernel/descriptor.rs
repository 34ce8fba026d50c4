//! Descriptors: the numbers under which a process knows what it reads and writes.

use trace::{KernelId, Stream};

use super::Kernel;
use crate::system::Errno;

/// What a descriptor stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Descriptor {
    /// Standard input, which is empty.
    Input,
    /// The terminal.
    Output(Stream),
    /// A pipe's end for reading.
    Reader(KernelId),
    /// A pipe's end for writing.
    Writer(KernelId),
    /// An end of a connection.
    Duplex { reads: KernelId, writes: KernelId },
    /// A socket that listens.
    Listener(KernelId),
}

/// Descriptors of one process (`RLIMIT_NOFILE`).
const MOST: u32 = 1024;

impl Descriptor {
    /// The channel that is read from.
    pub fn reads(&self) -> Option<KernelId> {
        match self {
            Self::Reader(id) | Self::Duplex { reads: id, .. } => Some(*id),
            _ => None,
        }
    }

    /// The channel that is written to.
    pub fn writes(&self) -> Option<KernelId> {
        match self {
            Self::Writer(id) | Self::Duplex { writes: id, .. } => Some(*id),
            _ => None,
        }
    }
}

impl Kernel {
    /// What a process has under a number.
    pub(crate) fn descriptor(&self, pid: u32, number: u32) -> Result<&Descriptor, Errno> {
        let entry = self.processes.get(&pid);
        entry
            .and_then(|entry| entry.descriptors.get(&number))
            .ok_or(Errno::BadDescriptor)
    }

    /// Gives a process a descriptor whose references are counted already, under the lowest free number.
    pub(super) fn install(&mut self, pid: u32, descriptor: Descriptor) -> Result<u32, Errno> {
        let free = self
            .processes
            .get(&pid)
            .and_then(|entry| (0..MOST).find(|number| !entry.descriptors.contains_key(number)));
        match (free, self.processes.get_mut(&pid)) {
            (Some(number), Some(entry)) => {
                entry.descriptors.insert(number, descriptor);
                Ok(number)
            }
            _ => {
                self.drop_descriptor(&descriptor);
                Err(Errno::TooManyFiles)
            }
        }
    }

    /// Counts one descriptor more.
    pub(super) fn retain(&mut self, descriptor: &Descriptor) {
        if let Some(channel) = descriptor.reads().and_then(|id| self.channels.get_mut(&id)) {
            channel.readers += 1;
        }
        if let Some(channel) = descriptor.writes().and_then(|id| self.channels.get_mut(&id)) {
            channel.writers += 1;
        }
        if let Descriptor::Listener(id) = descriptor
            && let Some(listener) = self.listeners.get_mut(id)
        {
            listener.references += 1;
        }
    }

    /// Counts one descriptor less; what nobody can reach any more is gone.
    pub(super) fn drop_descriptor(&mut self, descriptor: &Descriptor) {
        if let Some(channel) = descriptor.reads().and_then(|id| self.channels.get_mut(&id)) {
            channel.readers -= 1;
        }
        if let Some(channel) = descriptor.writes().and_then(|id| self.channels.get_mut(&id)) {
            channel.writers -= 1;
        }
        for id in [descriptor.reads(), descriptor.writes()].into_iter().flatten() {
            if self
                .channels
                .get(&id)
                .is_some_and(|channel| channel.readers == 0 && channel.writers == 0)
            {
                self.channels.remove(&id);
            }
        }
        if let Descriptor::Listener(id) = descriptor
            && let Some(listener) = self.listeners.get_mut(id)
        {
            listener.references -= 1;
            if listener.references == 0
                && let Some(listener) = self.listeners.remove(id)
            {
                listener.pending.iter().for_each(|end| self.drop_descriptor(end));
            }
        }
    }

    /// Takes a descriptor away from a process.
    pub(super) fn close(&mut self, pid: u32, number: u32) -> Result<(), Errno> {
        let entry = self.processes.get_mut(&pid);
        let descriptor = entry
            .and_then(|entry| entry.descriptors.remove(&number))
            .ok_or(Errno::BadDescriptor)?;
        self.drop_descriptor(&descriptor);
        Ok(())
    }
}
