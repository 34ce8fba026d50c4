//! A process and the kernel: the calls that its fibers make, and what comes of them.

use trace::{FiberId, LimitKind};
use triomphe::Arc;

use super::Process;
use crate::exception::{ExceptionKind, ExceptionObject};
use crate::fiber::{Status, Then, Wait};
use crate::heap::{Heap, OutOfMemory};
use crate::object::Object;
use crate::signal::Reaction;
use crate::system::{Answer, Failure, SystemCall};
use crate::value::Value;

impl Process {
    /// The system call that a fiber waits for.
    pub(crate) fn awaited_call(&self, fiber: FiberId) -> Option<&SystemCall> {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(Wait::System(call)) => Some(call),
            _ => None,
        }
    }

    /// The system call that a fiber makes, if the kernel has not looked at it yet.
    pub(crate) fn new_call(&self, fiber: FiberId) -> Option<&SystemCall> {
        match &self.fibers[fiber.index()].status {
            Status::Calling(call) => Some(call),
            _ => None,
        }
    }

    /// A fiber waits until its call can be made.
    pub(crate) fn wait_for_call(&mut self, fiber: FiberId, call: SystemCall) {
        Arc::make_mut(&mut self.fibers[fiber.index()]).status = Status::Waiting(Wait::System(call));
    }

    /// A fiber's system call returns.
    pub(crate) fn answer(&mut self, fiber: FiberId, answer: Answer) -> Result<(), LimitKind> {
        let value = value(&mut self.shared.heap, answer)?;
        let fiber = Arc::make_mut(&mut self.fibers[fiber.index()]);
        fiber.status = Status::Ready;
        fiber.arrived = value;
        Ok(())
    }

    /// A fiber's system call raises.
    pub(crate) fn fail(&mut self, fiber: FiberId, failure: &Failure) -> Result<(), LimitKind> {
        let heap = &mut self.shared.heap;
        let (kind, args) = match failure {
            Failure::Errno(errno) => {
                let (number, text) = errno.described();
                let text = heap.string(text)?;
                (ExceptionKind::of_errno(number), vec![Value::Int(number), text])
            }
            Failure::Raise(kind, message) => (*kind, vec![heap.string(message)?]),
            Failure::OutOfMemory => return Err(LimitKind::Memory),
        };
        let args = heap.tuple(args)?;
        let exception = ExceptionObject::new(kind, Value::ExceptionType(kind), args);
        let exception = heap.allocate(Object::Exception(Arc::new(exception)))?;
        let fiber = Arc::make_mut(&mut self.fibers[fiber.index()]);
        fiber.status = Status::Ready;
        fiber.arrived = exception;
        let then = std::mem::replace(&mut fiber.then, Then::Raise);
        then.for_each_value(|value| self.shared.heap.release(value));
        Ok(())
    }

    /// The process's number.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.shared.pid
    }

    pub(crate) fn set_pid(&mut self, pid: u32) {
        self.shared.pid = pid;
    }

    /// Says whether descriptors 1 and 2 are something else than the terminal.
    pub(crate) fn set_moved(&mut self, moved: [bool; 2]) {
        self.shared.moved = moved;
    }

    /// The thread with whose end it ends.
    pub(crate) fn main_fiber(&self) -> FiberId {
        self.shared.main_fiber
    }

    pub(crate) fn threads_alive(&self) -> u32 {
        self.shared.threads_alive
    }

    pub(crate) fn thread_limit(&self) -> u32 {
        self.shared.thread_limit
    }

    /// What comes of a signal, a number from 1 to 64.
    pub(crate) fn reaction(&self, signal: i64) -> Reaction {
        self.shared.signals.reaction(signal)
    }

    /// A signal comes that the process wants to be kept.
    pub(crate) fn hold(&mut self, signal: i64) {
        self.shared.signals.hold(signal);
    }

    /// Whether one of some signals has come and is kept.
    pub(crate) fn holds(&self, among: u64) -> bool {
        self.shared.signals.held() & among != 0
    }

    /// The lowest of some signals that is kept; it no longer is then.
    pub(crate) fn take_held(&mut self, among: u64) -> Option<i64> {
        self.shared.signals.take_held(among)
    }

    /// A signal comes that the process wants to hear of: it ends what its main thread waits for, if that is something that
    /// signals end.
    pub(crate) fn signal(&mut self, signal: i64) {
        self.shared.signals.note(signal);
        let main = self.shared.main_fiber;
        let fiber = Arc::make_mut(&mut self.fibers[main.index()]);
        match &fiber.status {
            Status::Waiting(Wait::Lock(lock, _)) => self.shared.heap.release(Value::Object(*lock)),
            Status::Waiting(Wait::Sleep(_) | Wait::System(_)) => {}
            _ => return,
        }
        fiber.arrived = match fiber.status {
            // What has been written cannot be written again.
            Status::Waiting(Wait::System(SystemCall::Write { done, .. })) if done > 0 => {
                Value::Int(done as i64)
            }
            _ => Value::NotImplemented,
        };
        fiber.status = Status::Ready;
    }

    /// From now on it may use so many bytes more than it does, as far as it may use so many.
    pub(crate) fn may_grow(&mut self, room: u64) {
        let heap = &mut self.shared.heap;
        heap.set_limit(heap.used().saturating_add(room).min(self.host.memory));
    }
}

fn value(heap: &mut Heap, answer: Answer) -> Result<Value, OutOfMemory> {
    let numbers = |heap: &mut Heap, numbers: Vec<u32>| {
        let items = numbers.into_iter().map(|number| Value::Int(number.into()));
        heap.tuple(items.collect())
    };
    Ok(match answer {
        Answer::None => Value::None,
        Answer::Bool(value) => Value::bool(value),
        Answer::Int(value) => Value::Int(value),
        Answer::Pair(one, other) => heap.tuple(vec![Value::Int(one), Value::Int(other)])?,
        Answer::Bytes(bytes) => heap.allocate(Object::Bytes(Arc::from(bytes)))?,
        Answer::Polled(readers, writers) => {
            let readers = numbers(heap, readers)?;
            let writers = numbers(heap, writers)?;
            heap.tuple(vec![readers, writers])?
        }
        Answer::Listening(number, address) => {
            let address = heap.string(&address)?;
            heap.tuple(vec![Value::Int(number.into()), address])?
        }
    })
}
