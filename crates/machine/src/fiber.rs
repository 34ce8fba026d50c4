//! A fiber: a Python thread's stack of frames, and what it waits for.

use trace::{FiberId, Nanos, Stream, WaitOn};

use crate::code::CodeId;
use crate::system::SystemCall;
use crate::value::{ObjectId, Value};
use crate::work::Working;

/// A flow of execution with frames of its own.
#[derive(Debug)]
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
    /// Whether it has a `Thread` that will say when it runs.
    pub announces: bool,
    /// Whether it is no thread but a timer of the kernel, for which nobody has to make room.
    pub is_timer: bool,
    /// Its `Thread`, a counted reference, once it has one.
    pub thread: Value,
    /// The object of the stack that it works on, a counted reference, or `Unbound` while nobody has asked for it.
    pub running: Value,
    /// The exception that the innermost generator, or what is outside of all, handles; a counted reference, or `Unbound`.
    pub handled: Value,
    /// What a wait or a clock has brought, and what becomes of it when the fiber goes on.
    pub arrived: Value,
    pub then: Then,
    /// Its name, once it has ended and let go of its `Thread`.
    pub name: String,
    /// Whether an exception ended it.
    pub failed: bool,
}

/// A call.
///
/// Between `bottom` and `base` lie the caller's places that the result will take: `NULL` and the callable, or the function
/// of a method. They live until the call returns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub code: CodeId,
    /// The next instruction.
    pub pc: u32,
    /// Where its places begin on the stack.
    pub base: u32,
    /// Where the stack ends once it has returned.
    pub bottom: u32,
    /// What `KW_NAMES` said for the call that follows.
    pub keywords: Option<u32>,
    /// The generator whose frame it is, a counted reference.
    pub generator: Option<ObjectId>,
    /// The namespace of a class whose body it is, a counted reference; else `Unbound`.
    pub namespace: Value,
    /// What becomes of its result.
    pub then: Then,
}

/// What becomes of a call's result.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Then {
    /// It is the value of the expression.
    Push,
    /// It has to be `None`; the value is the instance that was made, a counted reference.
    Init(ObjectId),
    /// The same; if a signal ends the wait for it, it is `NotImplemented`.
    Interruptible,
    /// It is dropped: a finaliser's.
    Discard,
    /// It is an exception, which is raised here: a system call failed.
    Raise,
    /// It is a loop's next item; `StopIteration` or a generator's end ends the loop there.
    Iterate { target: u32 },
    /// It is what `SEND` passes on; the end of the iteration has the value of the `await` and goes on there.
    Send { target: u32 },
    /// Its truth is the value, or the opposite.
    Truth { negated: bool },
    /// It is the truth of the value below: that stays and the code goes on there if it is so, else it goes.
    Decide { target: u32, when: bool },
}

/// What a fiber is doing.
#[derive(Clone, Debug)]
pub(crate) enum Status {
    /// It can execute its next instruction.
    Ready,
    /// It makes a system call, at which the kernel has not looked yet.
    Calling(SystemCall),
    /// It waits.
    Waiting(Wait),
    /// It has ended.
    Finished,
    /// It stayed behind in the process from which this one was forked: it never runs here, and what it holds stays held.
    Left,
}

/// What a fiber waits for. The waiter asks again when it runs: being woken and getting the lock are separate steps.
#[derive(Clone, Debug)]
pub(crate) enum Wait {
    /// A lock, a counted reference; with a time at most that long.
    Lock(ObjectId, Option<Nanos>),
    /// A fiber's first instruction.
    Start(FiberId),
    /// A time; the driver decides when that is over.
    Sleep(Nanos),
    /// Work without the GIL; the driver decides where it is done, and when it would be.
    Work(Box<Working>),
    /// The kernel: when it runs, it makes the call again.
    System(SystemCall),
    /// The terminal: when it runs, it writes the first of these and waits again with the others.
    Write(Vec<String>, Stream),
}

/// What a fiber is begun for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ThreadKind {
    /// A thread whose `Thread` says when it runs.
    Announced,
    /// A thread that nobody knows.
    Raw,
    /// A timer of the kernel.
    Timer,
}

/// A clock that a program may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// Since 1970 (`time.time`).
    Real,
    /// Since some moment (`time.monotonic`, `time.perf_counter`).
    Monotonic,
}

/// Frames that a copied fiber has room for beyond those that it has: it is copied to go on, and mostly calls something.
const SPARE_FRAMES: usize = 4;

impl Clone for Fiber {
    fn clone(&self) -> Self {
        let mut frames = Vec::with_capacity(self.frames.len() + SPARE_FRAMES);
        frames.extend_from_slice(&self.frames);
        Self {
            frames,
            stack: self.stack.clone(),
            status: self.status.clone(),
            name: self.name.clone(),
            ..*self
        }
    }
}

/// The exception that is being handled, or `Unbound`: a generator that handles none sees what is handled around it.
pub(crate) fn handled_in(own: Value, frames: &[Frame], stack: &[Value]) -> Value {
    if own.is_bound() {
        return own;
    }
    let generators = frames.iter().rev().filter(|frame| frame.generator.is_some());
    generators
        .map(|frame| stack[frame.bottom as usize])
        .find(|outside| outside.is_bound())
        .unwrap_or(Value::Unbound)
}

impl Fiber {
    /// The exception that is being handled, borrowed, or `Unbound`.
    pub fn handled(&self) -> Value {
        handled_in(self.handled, &self.frames, &self.stack)
    }

    /// Forgets what it refers to, which is the caller's to let go of.
    pub fn clear(&mut self) {
        self.frames = Vec::new();
        self.stack = Vec::new();
        self.top = 0;
        self.thread = Value::Unbound;
        self.running = Value::Unbound;
        self.handled = Value::Unbound;
        self.arrived = Value::Unbound;
    }

    /// The places of the innermost call, and what it has on its stack.
    pub fn places(&self) -> &[Value] {
        let base = self.frames.last().map_or(self.top, |frame| frame.base as usize);
        &self.stack[base.min(self.top)..self.top]
    }

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

    /// The values from a place on to the top, and apart from them the last ones, so many.
    pub fn operands_from(&self, start: usize, last: usize) -> (&[Value], &[Value]) {
        let values = &self.stack[start..self.top];
        values.split_at(values.len() - last)
    }

    /// Makes sure that the stack has places up to `len`.
    #[inline(always)]
    pub fn reserve(&mut self, len: usize) {
        if self.stack.len() < len {
            self.grow(len);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, len: usize) {
        self.stack.resize(len, Value::Unbound);
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

impl Frame {
    /// A call of code whose places begin at `base`, above what goes with it from `bottom` on.
    pub fn new(code: CodeId, bottom: usize, base: usize) -> Self {
        Self {
            code,
            pc: 0,
            base: base as u32,
            bottom: bottom as u32,
            keywords: None,
            generator: None,
            namespace: Value::Unbound,
            then: Then::Push,
        }
    }

    /// Calls `visit` for every value that it holds a reference to beside the stack.
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        if let Some(generator) = self.generator {
            visit(Value::Object(generator));
        }
        visit(self.namespace);
        self.then.for_each_value(visit);
    }
}

impl Then {
    /// Calls `visit` for the value that it holds a reference to, if there is one.
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        if let Self::Init(instance) = self {
            visit(Value::Object(*instance));
        }
    }
}

impl Wait {
    /// The wait as the trace tells it.
    pub fn on(&self, lock_id: impl Fn(ObjectId) -> trace::LockId) -> WaitOn {
        match self {
            Self::Lock(lock, _) => WaitOn::Lock(lock_id(*lock)),
            Self::Start(fiber) => WaitOn::Start(*fiber),
            Self::Sleep(nanos) => WaitOn::Sleep { nanos: *nanos },
            Self::Work(working) => WaitOn::Work {
                nanos: working.work.nanos(),
            },
            Self::Write(..) => WaitOn::Write,
            // The kernel tells more.
            Self::System(_) => WaitOn::Descriptors,
        }
    }

    /// The longest that it lasts, if it has a bound.
    pub fn timeout(&self) -> Option<Nanos> {
        match self {
            Self::Lock(_, timeout) => *timeout,
            Self::Sleep(nanos) => Some(*nanos),
            Self::System(call) => call.timeout(),
            Self::Start(_) | Self::Work(_) | Self::Write(..) => None,
        }
    }
}
