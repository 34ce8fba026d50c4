//! The kernel: what processes share and reach by system calls.
//!
//! Everything in it has a name that depends on who made it and not on when, so that worlds reached by different schedules
//! can be equal.

mod calls;
mod channel;
mod descriptor;
mod table;
mod told;

use std::collections::BTreeMap;

use trace::{KernelId, Limits, Stream};

pub(crate) use channel::Channel;
pub(crate) use descriptor::Descriptor;
pub(crate) use table::{Entry, MAIN_PID};

/// What the operating system keeps for processes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kernel {
    /// What was written to the terminal; neighbouring writes to one stream are one.
    pub terminal: Vec<Written>,
    /// Processes that run or whose end nobody has waited for, by number.
    pub(crate) processes: BTreeMap<u32, Entry>,
    /// Bytes on their way: a pipe is one, a connection two.
    pub(crate) channels: BTreeMap<KernelId, Channel>,
    pub(crate) listeners: BTreeMap<KernelId, Listener>,
    pub(crate) semaphores: BTreeMap<KernelId, Semaphore>,
    /// What descriptors stand for that are on their way from one process to another.
    pub(crate) shared: BTreeMap<KernelId, Descriptor>,
    /// Memory that processes share.
    pub(crate) blocks: BTreeMap<KernelId, Vec<u8>>,
    /// Names of such memory.
    pub(crate) block_names: BTreeMap<String, KernelId>,
    /// Bytes that all this may take.
    pub(crate) memory_limit: u64,
    /// How many processes there may be.
    pub(crate) process_limit: usize,
}

/// Text on the terminal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Written {
    /// Whether it was the error stream.
    pub error: bool,
    /// The text.
    pub text: String,
}

/// A socket that listens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Listener {
    pub address: String,
    /// Connections that nobody has accepted yet: the accepting end of each.
    pub pending: Vec<Descriptor>,
    pub backlog: usize,
    /// Descriptors of it.
    pub references: u32,
}

/// A semaphore.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Semaphore {
    pub value: u32,
    pub most: u32,
    /// The process that acquired it last, until it is released.
    pub holder: Option<u32>,
}

/// What each object of the kernel is charged with beside its bytes.
const OBJECT_BYTES: u64 = 128;

impl Kernel {
    /// A kernel that may use so many bytes for so many processes.
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            memory_limit: limits.memory,
            process_limit: limits.processes as usize,
            ..Self::default()
        }
    }

    /// Writes to the terminal.
    pub fn write(&mut self, stream: Stream, text: &str) {
        let error = stream == Stream::Err;
        match self.terminal.last_mut() {
            Some(last) if last.error == error => last.text.push_str(text),
            _ => self.terminal.push(Written {
                error,
                text: text.to_owned(),
            }),
        }
    }

    /// Bytes on the terminal.
    #[must_use]
    pub fn written(&self) -> usize {
        self.terminal.iter().map(|written| written.text.len()).sum()
    }

    /// Bytes in use, about.
    pub(crate) fn memory(&self) -> u64 {
        let objects = self.channels.len()
            + self.listeners.len()
            + self.semaphores.len()
            + self.shared.len()
            + self.blocks.len();
        let names = self
            .block_names
            .keys()
            .map(|name| name.len() as u64 + OBJECT_BYTES);
        let channels = self.channels.values().map(|channel| channel.bytes.len() as u64);
        let blocks = self.blocks.values().map(|block| block.len() as u64);
        objects as u64 * OBJECT_BYTES + channels.sum::<u64>() + blocks.sum::<u64>() + names.sum::<u64>()
    }

    /// The name of the next object that a process makes.
    fn new_id(&mut self, pid: u32) -> KernelId {
        let made = self.processes.get_mut(&pid).map(|entry| &mut entry.made);
        let number = made.map_or(0, |made| {
            *made += 1;
            *made
        });
        KernelId { pid, number }
    }
}
