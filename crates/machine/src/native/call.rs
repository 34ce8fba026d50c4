//! How a native function is called, and what may come of it.

use trace::{FiberId, LimitKind, LockId};
use triomphe::Arc;

use crate::code::Program;
use crate::exception::ExceptionKind;
use crate::fiber::{Clock, Frame, ThreadKind, Wait};
use crate::heap::OutOfMemory;
use crate::shared::Shared;
use crate::system::SystemCall;
use crate::value::{ObjectId, Value};

/// What a native function works on.
pub(crate) struct Context<'a> {
    pub program: &'a Program,
    pub shared: &'a mut Shared,
    /// Whose call it is.
    pub fiber: FiberId,
    /// Its `Thread`, or `Unbound`.
    pub thread: Value,
    /// The exception that the innermost generator handles, or `Unbound`.
    pub handled: Value,
    /// Its calls, the outermost first.
    pub frames: &'a [Frame],
    /// The places of the innermost call, and what it has on its stack.
    pub places: &'a [Value],
    /// The places of all calls.
    pub stack: &'a [Value],
}

/// A call's arguments, still owned by the caller.
pub(crate) struct Args<'a> {
    /// By position; a method's `self` comes first.
    pub positional: &'a [Value],
    /// By name.
    pub keywords: Vec<(Arc<str>, Value)>,
}

/// How a native call goes on.
pub(crate) enum Flow {
    /// It returns a value that the caller owns.
    Return(Value),
    /// It returns what this function returns for these arguments, all given away.
    Call(Value, Vec<Value>),
    /// The same with arguments by name.
    CallWith(Value, Vec<Value>, Vec<(Arc<str>, Value)>),
    /// It runs the body of a class: a function and the namespace, given away.
    Body(Value, Value),
    /// It lets a generator go on.
    Resume(ObjectId, Resumption),
    /// The fiber has to wait; the call returns when the wait is over.
    Wait(Wait),
    /// The kernel does something; the call returns what comes of that, or raises.
    System(SystemCall),
    /// The driver has to read a clock; zero in seconds, a float, or in nanoseconds, an integer, says what is wanted.
    Clock(Clock, Value),
    /// The fiber goes on with another stack of calls, a `Stack` given away; the call returns when somebody goes on with
    /// the one that is left.
    Switch(Value),
    /// It returns the stack that the fiber works on.
    CurrentStack,
    /// Garbage is collected; the call returns how many objects that were.
    Collect,
    /// A thread begins that calls a function with a tuple of arguments, both given away; the call returns when the thread
    /// has executed its first instruction and, if it announces itself, has its `Thread`.
    Spawn {
        function: Value,
        args: Value,
        kind: ThreadKind,
    },
    /// The fiber's `Thread` is this one from now on, given away.
    Become(Value),
    /// The process ends at once, with this status.
    ExitProcess(i32),
}

/// How a generator goes on.
pub(crate) enum Resumption {
    /// With this value, given away, as what its `yield` returns.
    Send(Value),
    /// With this exception, given away, raised at its `yield`.
    Throw(Value),
    /// With this value, given away, as what its `yield from` or `await` returns.
    Finish(Value),
}

/// Why a native call did not return.
pub(crate) enum Fault {
    /// A Python exception and its message.
    Raise(ExceptionKind, String),
    /// A Python exception and its argument, which the fault owns.
    RaiseWith(ExceptionKind, Value),
    /// A `NameError` or `AttributeError` with its message, the name, and the object that has no such attribute, borrowed.
    Missing {
        kind: ExceptionKind,
        message: String,
        name: String,
        object: Value,
    },
    /// An exception object, raised here; the fault owns the reference.
    Throw(ObjectId),
    /// An exception object on its way on from a handler; the fault owns the reference.
    Reraise(ObjectId),
    /// It would have to call Python, and has changed nothing yet: the core's function for it does that instead.
    NeedsPython,
    /// A bound on what the run may use.
    Limit(LimitKind),
}

impl From<OutOfMemory> for Fault {
    fn from(limit: OutOfMemory) -> Self {
        Self::Limit(limit.into())
    }
}

impl From<crate::int::Error> for Fault {
    fn from(error: crate::int::Error) -> Self {
        crate::exception::from_int_error(&error)
    }
}

/// A Python exception as a result.
pub(crate) fn raise<T>(kind: ExceptionKind, message: impl Into<String>) -> Result<T, Fault> {
    Err(Fault::Raise(kind, message.into()))
}

impl Args<'_> {
    /// Exactly these positional arguments and no keywords.
    pub fn exactly<const N: usize>(&self, name: &str) -> Result<[Value; N], Fault> {
        if !self.keywords.is_empty() {
            return raise(
                ExceptionKind::TypeError,
                format!("{name}() takes no keyword arguments"),
            );
        }
        match <[Value; N]>::try_from(self.positional) {
            Ok(values) => Ok(values),
            Err(_) => {
                let given = self.positional.len();
                let takes = match N {
                    0 => "no arguments".to_owned(),
                    1 => "exactly one argument".to_owned(),
                    count => format!("exactly {count} arguments"),
                };
                raise(
                    ExceptionKind::TypeError,
                    format!("{name}() takes {takes} ({given} given)"),
                )
            }
        }
    }

    /// The same of functions whose messages CPython words in another way (`PyArg_UnpackTuple`).
    pub fn unpacked<const N: usize>(&self, name: &str) -> Result<[Value; N], Fault> {
        if !self.keywords.is_empty() {
            return raise(
                ExceptionKind::TypeError,
                format!("{name}() takes no keyword arguments"),
            );
        }
        <[Value; N]>::try_from(self.positional).or_else(|_| {
            let (s, given) = (if N == 1 { "" } else { "s" }, self.positional.len());
            raise(
                ExceptionKind::TypeError,
                format!("{name} expected {N} argument{s}, got {given}"),
            )
        })
    }

    /// A method's `self` and exactly these further arguments.
    pub fn method<const N: usize>(&self, name: &str) -> Result<(Value, [Value; N]), Fault> {
        let rest = Args {
            positional: &self.positional[1..],
            keywords: self.keywords.clone(),
        };
        Ok((self.positional[0], rest.exactly(name)?))
    }

    /// The arguments by the names of their parameters, `Unbound` where one was not given.
    pub fn bind<const N: usize>(&self, name: &str, parameters: [&str; N]) -> Result<[Value; N], Fault> {
        let mut values = [Value::Unbound; N];
        if self.positional.len() > N {
            let given = self.positional.len();
            let message = format!("{name}() takes at most {N} arguments ({given} given)");
            return raise(ExceptionKind::TypeError, message);
        }
        values[..self.positional.len()].copy_from_slice(self.positional);
        for (keyword, value) in &self.keywords {
            let Some(index) = parameters.iter().position(|parameter| *parameter == &**keyword) else {
                let message = format!("{name}() got an unexpected keyword argument '{keyword}'");
                return raise(ExceptionKind::TypeError, message);
            };
            if values[index].is_bound() {
                let message = format!("{name}() got multiple values for argument '{keyword}'");
                return raise(ExceptionKind::TypeError, message);
            }
            values[index] = *value;
        }
        Ok(values)
    }

    /// The same, where the first so many must be given.
    pub fn bind_required<const N: usize>(
        &self,
        name: &str,
        parameters: [&str; N],
        required: usize,
    ) -> Result<[Value; N], Fault> {
        let values = self.bind(name, parameters)?;
        let missing = (0..required).find(|index| !values[*index].is_bound());
        match missing {
            None => Ok(values),
            Some(index) => {
                let parameter = parameters[index];
                let position = index + 1;
                let message = format!("{name}() missing required argument '{parameter}' (pos {position})");
                raise(ExceptionKind::TypeError, message)
            }
        }
    }
}

impl Context<'_> {
    /// The next number of a lock that only the library knows.
    pub fn new_internal_lock_id(&mut self) -> LockId {
        let id = LockId::internal(self.shared.internal_locks);
        self.shared.internal_locks += 1;
        id
    }

    /// The next lock's number.
    pub fn new_lock_id(&mut self) -> LockId {
        let id = LockId(self.shared.locks);
        self.shared.locks += 1;
        id
    }
}
