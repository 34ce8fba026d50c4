//! Bytes on their way from writers to readers.

use std::collections::VecDeque;

/// What a pipe holds at most (`pipe(7)`).
pub(crate) const PIPE_CAPACITY: usize = 65_536;

/// What one direction of a connection holds at most (`net.core.wmem_default`).
pub(crate) const SOCKET_CAPACITY: usize = 212_992;

/// Writes of up to so many bytes are not cut (`PIPE_BUF`).
const ATOMIC: usize = 4096;

/// A queue of bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Channel {
    pub bytes: VecDeque<u8>,
    pub capacity: usize,
    /// Descriptors that read from it.
    pub readers: u32,
    /// Descriptors that write to it.
    pub writers: u32,
}

impl Channel {
    /// An empty one with a reader and a writer.
    pub fn new(capacity: usize) -> Self {
        Self {
            bytes: VecDeque::new(),
            capacity,
            readers: 1,
            writers: 1,
        }
    }

    /// Whether a read would not block: there is something, or there will never be.
    pub fn is_readable(&self) -> bool {
        !self.bytes.is_empty() || self.writers == 0
    }

    /// Whether a write of so many bytes would not block: some of it fits, all of it if it must not be cut, or it fails.
    pub fn is_writable(&self, length: usize) -> bool {
        self.readers == 0 || self.room(length) > 0 || length == 0
    }

    /// How many of so many bytes can be written.
    fn room(&self, length: usize) -> usize {
        let free = self.capacity - self.bytes.len();
        if length <= ATOMIC && free < length {
            0
        } else {
            free.min(length)
        }
    }

    /// Takes up to so many bytes.
    pub fn read(&mut self, most: usize) -> Vec<u8> {
        let count = most.min(self.bytes.len());
        self.bytes.drain(..count).collect()
    }

    /// Puts as many bytes as fit; how many those are.
    pub fn write(&mut self, data: &[u8]) -> usize {
        let count = self.room(data.len());
        self.bytes.extend(&data[..count]);
        count
    }
}
