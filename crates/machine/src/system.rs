//! System calls: what a process asks of the kernel, and what it gets.

use std::hash::{Hash, Hasher};

use trace::{KernelId, KernelKind, Nanos, Use};
use triomphe::Arc;

use crate::exception::ExceptionKind;
use crate::value::Value;

/// What a process asks of the kernel.
#[derive(Clone, Debug)]
pub(crate) enum SystemCall {
    /// `fork(2)`
    Fork,
    /// A new process with the same program and these descriptors, whose main thread calls a function of the library.
    Spawn {
        function: Value,
        payload: Arc<[u8]>,
        descriptors: Vec<u32>,
    },
    /// `exit(2)`, with this status.
    Exit(i32),
    /// `getppid(2)`
    Parent,
    /// Whether a process has not ended.
    IsAlive(i64),
    /// `waitpid(2)`: a child's end, or any child's (-1).
    WaitChild { pid: i64, blocks: bool },
    /// `kill(2)`
    Kill { pid: i64, signal: i64 },
    /// `sigtimedwait(2)`: one of a set of signals that are kept, 0 when none came in time.
    WaitSignal { among: u64, timeout: Option<Nanos> },
    /// `pipe(2)`
    Pipe,
    /// `socketpair(2)`
    SocketPair,
    /// `read(2)`
    Read { descriptor: u32, most: usize },
    /// `write(2)` of what has not been written yet.
    Write {
        descriptor: u32,
        data: Arc<[u8]>,
        done: usize,
    },
    /// `close(2)`
    Close(u32),
    /// `dup(2)`, `dup2(2)`
    Duplicate { descriptor: u32, onto: Option<u32> },
    /// Keeps what a descriptor stands for until a process takes it (`SCM_RIGHTS` of `unix(7)`).
    Share(u32),
    /// A descriptor of what was shared.
    Take(KernelId),
    /// `poll(2)`
    Poll {
        readers: Vec<u32>,
        writers: Vec<u32>,
        timeout: Option<Nanos>,
    },
    /// `bind(2)` and `listen(2)`
    Listen { address: Option<String>, backlog: usize },
    /// `accept(2)`
    Accept(u32),
    /// `connect(2)`
    Connect(String),
    /// `sem_open(3)`
    NewSemaphore { value: u32, most: u32 },
    /// `sem_wait(3)`, `sem_timedwait(3)`, `sem_trywait(3)`
    Acquire {
        semaphore: KernelId,
        blocks: bool,
        timeout: Option<Nanos>,
    },
    /// `sem_post(3)`
    Release(KernelId),
    /// `sem_getvalue(3)`
    SemaphoreValue(KernelId),
    /// Memory that processes share, zeroed.
    NewBlock { size: usize },
    /// `shm_open(3)`: such memory by its name, a new one of a size if that is not 0.
    OpenBlock { name: String, size: usize },
    /// `shm_unlink(3)`: nobody finds it by its name any more.
    UnlinkBlock(String),
    /// Its size.
    BlockSize(KernelId),
    /// A load from it.
    ReadBlock {
        block: KernelId,
        offset: usize,
        length: usize,
    },
    /// A store to it.
    WriteBlock {
        block: KernelId,
        offset: usize,
        data: Arc<[u8]>,
    },
}

impl SystemCall {
    /// How long it waits at most.
    pub fn timeout(&self) -> Option<Nanos> {
        match self {
            Self::Poll { timeout, .. } | Self::Acquire { timeout, .. } | Self::WaitSignal { timeout, .. } => {
                *timeout
            }
            _ => None,
        }
    }

    /// Whether it may have to wait.
    pub fn may_wait(&self) -> bool {
        matches!(
            self,
            Self::WaitChild { blocks: true, .. }
                | Self::WaitSignal { .. }
                | Self::Read { .. }
                | Self::Write { .. }
                | Self::Poll { .. }
                | Self::Accept(_)
                | Self::Acquire { blocks: true, .. }
        )
    }

    /// How much of what it is to write has been written.
    pub fn written(&self) -> usize {
        match self {
            Self::Write { done, .. } => *done,
            _ => 0,
        }
    }

    /// Adds words that tell it from others in which a process may wait.
    pub fn words(&self, words: &mut Vec<u64>) {
        let mut hasher = Words(words);
        std::mem::discriminant(self).hash(&mut hasher);
        match self {
            Self::Exit(status) => status.hash(&mut hasher),
            Self::WaitChild { pid, blocks } => (pid, blocks).hash(&mut hasher),
            Self::Read { descriptor, most } => (descriptor, most).hash(&mut hasher),
            Self::Write {
                descriptor,
                data,
                done,
            } => (descriptor, &data[*done..], done).hash(&mut hasher),
            Self::Poll {
                readers,
                writers,
                timeout,
            } => (readers, writers, timeout).hash(&mut hasher),
            Self::WaitSignal { among, timeout } => (among, timeout).hash(&mut hasher),
            Self::Accept(descriptor) => descriptor.hash(&mut hasher),
            Self::Acquire {
                semaphore, timeout, ..
            } => (semaphore, timeout).hash(&mut hasher),
            // The others never wait.
            _ => {}
        }
    }
}

/// How a process knows an object of the kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Handle {
    /// By a descriptor.
    Descriptor(u32),
    /// By its handle.
    Object(KernelId),
}

/// What a call did with an object of the kernel, for traces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KernelUse {
    pub object: KernelId,
    pub kind: KernelKind,
    pub what: Use,
}

/// Keeps what is hashed.
struct Words<'a>(&'a mut Vec<u64>);

impl Hasher for Words<'_> {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0.push(u64::from_le_bytes(word));
        }
    }

    fn finish(&self) -> u64 {
        0
    }
}

/// What a call returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    None,
    Bool(bool),
    Int(i64),
    Pair(i64, i64),
    Bytes(Vec<u8>),
    Polled(Vec<u32>, Vec<u32>),
    Listening(u32, String),
}

/// Why a call fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// An error number of Linux.
    Errno(Errno),
    /// Another exception.
    Raise(ExceptionKind, &'static str),
    /// More memory than the run may use.
    OutOfMemory,
}

/// Error numbers of Linux (`errno.h`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Errno {
    NoSuchEntry,
    NoSuchProcess,
    BadDescriptor,
    NoChild,
    Exists,
    Again,
    Invalid,
    TooManyFiles,
    BrokenPipe,
    AddressInUse,
    ConnectionRefused,
    NotASocket,
    NotImplemented,
}

impl Errno {
    /// Its number and what `strerror(3)` says.
    pub fn described(self) -> (i64, &'static str) {
        match self {
            Self::NoSuchEntry => (2, "No such file or directory"),
            Self::NoSuchProcess => (3, "No such process"),
            Self::BadDescriptor => (9, "Bad file descriptor"),
            Self::NoChild => (10, "No child processes"),
            Self::Again => (11, "Resource temporarily unavailable"),
            Self::Exists => (17, "File exists"),
            Self::Invalid => (22, "Invalid argument"),
            Self::TooManyFiles => (24, "Too many open files"),
            Self::BrokenPipe => (32, "Broken pipe"),
            Self::NotImplemented => (38, "Function not implemented"),
            Self::NotASocket => (88, "Socket operation on non-socket"),
            Self::AddressInUse => (98, "Address already in use"),
            Self::ConnectionRefused => (111, "Connection refused"),
        }
    }
}

impl From<Errno> for Failure {
    fn from(errno: Errno) -> Self {
        Self::Errno(errno)
    }
}
