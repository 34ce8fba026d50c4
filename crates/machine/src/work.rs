//! Work for which C code lets go of the GIL: digests, checksums and compression of much data.
//!
//! It needs nothing of its process but bytes, so a driver with several processors has it done while others execute Python
//! ([`World::work`](crate::World::work)), and brings what comes of it. If nobody does, the process does it itself when the
//! fiber goes on. Either way the fiber gets the same at the same instruction.

use trace::Nanos;
use triomphe::Arc;

use crate::digest::{self, Algorithm, CompressError, Hasher};
use crate::heap::{Heap, OutOfMemory};
use crate::native::bytes::Buffer;
use crate::object::Object;
use crate::value::Value;

/// Bytes of data between two looks at whether to go on.
const PIECE: usize = 1 << 20;
/// The most that is decompressed at once.
const MAX_DECOMPRESSED: usize = 1 << 24;

/// Work that may be done wherever the driver likes. Copies are cheap and share the data.
#[derive(Clone, Debug)]
pub struct Work(Arc<(Task, Buffer)>);

/// What comes of work.
#[derive(Clone, Debug)]
pub struct Done(Came);

/// What is to be done with data.
#[derive(Debug)]
pub(crate) enum Task {
    /// `hash.update(data)`
    Digest(Box<Hasher>),
    /// `zlib.crc32(data, start)`, `zlib.adler32(data, start)`
    Sum { checksum: Checksum, start: u32 },
    /// `zlib.compress(data, level)`
    Compress { level: u8 },
    /// `zlib.decompress(data)`
    Decompress,
}

/// Which checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checksum {
    Crc32,
    Adler32,
}

/// What has come of a task.
#[derive(Clone, Debug)]
pub(crate) enum Came {
    /// The hasher that has seen the data.
    Digest(Box<Hasher>),
    /// The checksum.
    Sum(u32),
    /// Other bytes, or why there are none.
    Bytes(Result<Vec<u8>, CompressError>),
}

impl Checksum {
    pub fn of(self, data: &[u8], start: u32) -> u32 {
        match self {
            Self::Crc32 => digest::crc32(data, start),
            Self::Adler32 => digest::adler32(data, start),
        }
    }
}

impl Task {
    /// Nanoseconds that CPython 3.11 takes for a thousand bytes, as measured once on an ordinary processor. How many come out
    /// of compressed data is not known before: it is taken for text, which is three times as long.
    fn nanos_of_a_thousand(&self) -> Nanos {
        match self {
            Self::Digest(hasher) => match hasher.algorithm() {
                Algorithm::Md5 => 1_300,
                Algorithm::Sha384 | Algorithm::Sha512 => 1_100,
                Algorithm::Blake2b => 1_000,
                Algorithm::Blake2s => 1_800,
                Algorithm::Sha1 | Algorithm::Sha224 | Algorithm::Sha256 => 500,
            },
            Self::Sum { .. } => 250,
            Self::Compress { level } => match level {
                0 => 200,
                1 => 20_000,
                2 => 25_000,
                3 => 30_000,
                _ => 50_000,
            },
            Self::Decompress => 18_000,
        }
    }
}

impl Work {
    pub(crate) fn task(&self) -> &Task {
        &self.0.0
    }

    pub(crate) fn data(&self) -> &Buffer {
        &self.0.1
    }

    /// How long C code would take, in nanoseconds: the same wherever it is done.
    #[must_use]
    pub fn nanos(&self) -> Nanos {
        self.data().len() as u64 * self.task().nanos_of_a_thousand() / 1_000
    }

    /// Does it, in pieces of some milliseconds; in between `goes_on` is asked whether to, given how many bytes are to be
    /// brought so far. `None` if it said no.
    #[must_use]
    pub fn run(&self, mut goes_on: impl FnMut(usize) -> bool) -> Option<Done> {
        let data = self.data();
        let came = match self.task() {
            Task::Digest(hasher) => {
                let mut hasher = hasher.clone();
                for piece in data.chunks(PIECE) {
                    hasher.update(piece);
                    goes_on(0).then_some(())?;
                }
                Came::Digest(hasher)
            }
            Task::Sum { checksum, start } => {
                let mut sum = *start;
                for piece in data.chunks(PIECE) {
                    sum = checksum.of(piece, sum);
                    goes_on(0).then_some(())?;
                }
                Came::Sum(sum)
            }
            Task::Compress { level } => Came::Bytes(digest::compress(data, *level, &mut goes_on)),
            Task::Decompress => Came::Bytes(digest::decompress(data, MAX_DECOMPRESSED, &mut goes_on)),
        };
        match came {
            Came::Bytes(Err(CompressError::Stopped)) => None,
            came => Some(Done(came)),
        }
    }
}

/// Work that a fiber waits for.
#[derive(Clone, Debug)]
pub(crate) struct Working {
    pub work: Work,
    /// What its bytes lie in, and the digest that it goes on with or nothing: counted references.
    pub held: [Value; 2],
    /// What has come of it, if it was done elsewhere. Nothing depends on whether it was.
    done: Option<Done>,
}

impl Working {
    /// A fiber begins to wait for work on bytes of `source`: a bytearray keeps its size meanwhile.
    pub fn begin(
        heap: &mut Heap,
        (task, data): (Task, Buffer),
        [source, digest]: [Value; 2],
    ) -> Result<Self, OutOfMemory> {
        let working = Self {
            work: Work(Arc::new((task, data))),
            held: [source, digest],
            done: None,
        };
        heap.charge(working.copied())?;
        working.held.iter().for_each(|value| {
            heap.retain(*value);
        });
        if let Some(Object::ByteArray(_)) = heap.object(source) {
            heap.export(source);
        }
        Ok(working)
    }

    /// Bytes charged beside those of objects: the program may change a bytearray, so what is worked on is a copy then.
    fn copied(&self) -> u64 {
        match self.work.data() {
            Buffer::Fixed(_) => 0,
            Buffer::Growing(bytes) => bytes.len() as u64,
        }
    }

    pub fn bring(&mut self, done: Done) {
        self.done = Some(done);
    }

    /// What has come of it; it is done here, if nobody did it elsewhere.
    pub fn take(&mut self) -> Came {
        match self.done.take().or_else(|| self.work.run(|_| true)) {
            Some(Done(came)) => came,
            None => unreachable!("nobody stops it"),
        }
    }

    /// The fiber waits no longer.
    pub fn end(self, heap: &mut Heap) {
        heap.refund(self.copied());
        let [source, _] = self.held;
        if let Some(Object::ByteArray(_)) = heap.object(source) {
            heap.end_export(source);
        }
        self.held.iter().for_each(|value| heap.release(*value));
    }
}
