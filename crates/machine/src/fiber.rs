//! A fiber: a Python thread's stack of frames, and what it waits for.

use trace::{FiberId, Nanos, Stream, WaitOn};

use crate::value::{ObjectId, Value};

/// A flow of execution with frames of its own.
#[derive(Clone, Debug)]
pub(crate) struct Fiber {
    /// Who started it.
    pub parent: Option<FiberId>,
    /// Which of its parent's children it is: with the parent it names the fiber whatever the schedule was.
    pub ordinal: u32,
    /// How many it has started.
    pub children: u32,
    /// Its calls, the outermost first.
    pub frames: Vec<Frame>,
    /// Locals and operands of all frames; what lies at `top` or above it is meaningless.
    pub stack: Vec<Value>,
    /// The place behind the last operand.
    pub top: usize,
    pub status: Status,
    /// Whether it has executed its first instruction.
    pub started: bool,
    /// Its `Thread`, a counted reference.
    pub thread: Value,
    /// Its name, once it has ended and let go of its `Thread`.
    pub name: String,
    /// Whether an exception ended it.
    pub failed: bool,
}

/// A call.
///
/// Below `base` lie two places of the caller's: the callable and `NULL`, or a method and its `self`, as CPython 3.11 has
/// it. They live until the call returns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    /// Which code.
    pub code: u32,
    /// The next instruction.
    pub pc: u32,
    /// Where its locals begin on the stack.
    pub base: u32,
    /// What `KW_NAMES` said for the call that follows.
    pub keywords: Option<u32>,
}

/// What a fiber is doing.
#[derive(Clone, Debug)]
pub(crate) enum Status {
    /// It can execute its next instruction.
    Ready,
    /// It waits.
    Waiting(Wait),
    /// It has ended.
    Finished,
}

/// What a fiber waits for. The waiter asks again when it runs: being woken and getting the lock are separate steps.
#[derive(Clone, Debug)]
pub(crate) enum Wait {
    /// A lock, a counted reference.
    Lock(ObjectId),
    /// A fiber's end.
    End(FiberId),
    /// A fiber's first instruction.
    Start(FiberId),
    /// A time; the driver decides when that is over.
    Sleep(Nanos),
    /// The terminal: when it runs, it writes the first of these and waits again with the others.
    Write(Vec<String>, Stream),
}

/// A clock that a program may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// Since 1970 (`time.time`).
    Real,
    /// Since some moment (`time.monotonic`, `time.perf_counter`).
    Monotonic,
}

impl Fiber {
    pub fn push(&mut self, value: Value) {
        self.stack[self.top] = value;
        self.top += 1;
    }

    pub fn pop(&mut self) -> Value {
        self.top -= 1;
        self.stack[self.top]
    }

    /// What lies that deep; 1 is the top.
    pub fn peek(&self, depth: usize) -> Value {
        self.stack[self.top - depth]
    }

    /// The top `count` values, the last on top.
    pub fn operands(&self, count: usize) -> &[Value] {
        &self.stack[self.top - count..self.top]
    }

    /// Makes sure that the stack has places up to `len`.
    pub fn reserve(&mut self, len: usize) {
        if self.stack.len() < len {
            self.stack.resize(len, Value::Unbound);
        }
    }

    /// Values that are alive on the stack.
    pub fn live(&self) -> &[Value] {
        &self.stack[..self.top]
    }

    /// The current call.
    pub fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("a fiber that runs has a frame")
    }
}

impl Wait {
    /// The wait as the trace tells it.
    pub fn on(&self, lock_id: impl Fn(ObjectId) -> trace::LockId) -> WaitOn {
        match self {
            Self::Lock(lock) => WaitOn::Lock(lock_id(*lock)),
            Self::End(fiber) => WaitOn::End(*fiber),
            Self::Start(fiber) => WaitOn::Start(*fiber),
            Self::Sleep(nanos) => WaitOn::Sleep { nanos: *nanos },
            Self::Write(..) => WaitOn::Write,
        }
    }
}
