//! `threading` and `time`.

use trace::EventKind;

use crate::exception::ExceptionKind;
use crate::fiber::{Clock, Wait};
use crate::interpret::seconds;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::object::{Lock, Object, Thread};
use crate::operators::{as_str, truth, type_name};
use crate::value::{ObjectId, Value};

/// The longest that `time.sleep` sleeps: some 292 years, as in CPython (`_PyTime_t` counts nanoseconds in 63 bits).
const MAX_SLEEP: f64 = 9_223_372_036.0;

fn lock_of<'a>(context: &'a mut Context, value: Value) -> (ObjectId, &'a mut Lock) {
    let Value::Object(id) = value else {
        unreachable!("a lock is an object")
    };
    let Object::Lock(lock) = context.shared.heap.get_mut(id) else {
        unreachable!("a method of locks")
    };
    (id, lock)
}

fn thread_of<'a>(context: &'a Context, value: Value) -> (ObjectId, &'a Thread) {
    let Value::Object(id) = value else {
        unreachable!("a thread is an object")
    };
    let Object::Thread(thread) = context.shared.heap.get(id) else {
        unreachable!("a method of threads")
    };
    (id, thread)
}

/// `threading.Lock()`
pub(super) fn new_lock(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let [] = args.exactly("lock")?;
    let id = context.new_lock_id();
    Ok(context
        .shared
        .heap
        .allocate(Object::Lock(Lock { id, holder: None }))?)
}

/// `lock.acquire(blocking=True)`
pub(super) fn acquire(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords.clone(),
    };
    let [blocking, timeout] = rest.bind("acquire", ["blocking", "timeout"])?;
    if timeout.is_bound() && seconds(&context.shared.heap, timeout) != Some(-1.0) {
        return raise(
            ExceptionKind::ValueError,
            "a timeout for acquire() is not supported here",
        );
    }
    let blocks = !blocking.is_bound() || truth(&context.shared.heap, blocking);
    let fiber = context.fiber;
    let (object, lock) = lock_of(context, args.positional[0]);
    if lock.holder.is_none() {
        lock.holder = Some(fiber);
        let lock = lock.id;
        context.shared.tell(EventKind::Acquired { lock });
        return Ok(Flow::Return(Value::Bool(true)));
    }
    if !blocks {
        return Ok(Flow::Return(Value::Bool(false)));
    }
    context.shared.heap.retain(Value::Object(object));
    Ok(Flow::Wait(Wait::Lock(object)))
}

fn unlock(context: &mut Context, value: Value) -> Result<(), Fault> {
    let (_, lock) = lock_of(context, value);
    if lock.holder.take().is_none() {
        return raise(ExceptionKind::RuntimeError, "release unlocked lock");
    }
    let lock = lock.id;
    context.shared.tell(EventKind::Released { lock });
    Ok(())
}

/// `lock.release()`
pub(super) fn release(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (lock, []) = args.method("lock.release")?;
    unlock(context, lock)?;
    Ok(Flow::Return(Value::None))
}

/// `lock.__exit__(type, value, traceback)`
pub(super) fn exit(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    unlock(context, args.positional[0])?;
    Ok(Flow::Return(Value::None))
}

/// `lock.locked()`
pub(super) fn locked(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (lock, []) = args.method("lock.locked")?;
    let (_, lock) = lock_of(context, lock);
    let held = lock.holder.is_some();
    Ok(Flow::Return(Value::Bool(held)))
}

/// `threading.Thread(group=None, target=None, name=None, args=())`
pub(super) fn new_thread(context: &mut Context, args: &Args) -> Result<Value, Fault> {
    let [group, target, name, call_args] =
        args.bind("Thread.__init__", ["group", "target", "name", "args"])?;
    if group.is_bound() && !matches!(group, Value::None) {
        return raise(
            ExceptionKind::AssertionError,
            "group argument must be None for now",
        );
    }
    let target = if target.is_bound() { target } else { Value::None };
    let items = if call_args.is_bound() {
        match crate::operators::collect(&mut context.shared.heap, call_args)? {
            Some(items) => items,
            None => {
                let name = type_name(&context.shared.heap, call_args);
                let message = format!("Value after * must be an iterable, not {name}");
                return raise(ExceptionKind::TypeError, message);
            }
        }
    } else {
        Vec::new()
    };
    let name = thread_name(context, name, target)?;
    let name = context.shared.heap.string(&name)?;
    let args = context.shared.heap.tuple(items)?;
    context.shared.heap.retain(target);
    let thread = Thread {
        target,
        args,
        name,
        fiber: None,
        finished: false,
    };
    Ok(context
        .shared
        .heap
        .allocate(Object::Thread(triomphe::Arc::new(thread)))?)
}

/// `Thread-1 (work)`: a number, and what it calls, as since Python 3.10.
fn thread_name(context: &mut Context, name: Value, target: Value) -> Result<String, Fault> {
    if name.is_bound() && !matches!(name, Value::None) {
        return crate::operators::text_of(&context.shared.heap, name);
    }
    context.shared.threads_named += 1;
    let number = context.shared.threads_named;
    let target = match target {
        Value::Native(native) => Some(native.name()),
        Value::Type(ty) => Some(ty.name()),
        object => match context.shared.heap.object(object) {
            Some(Object::Function(function)) => {
                Some(context.program.codes[function.code as usize].name.as_str())
            }
            Some(Object::BoundMethod { native, .. }) => Some(native.name()),
            _ => None,
        },
    };
    Ok(match target {
        Some(target) => format!("Thread-{number} ({target})"),
        None => format!("Thread-{number}"),
    })
}

/// `thread.start()`
pub(super) fn start(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (value, []) = args.method("Thread.start")?;
    let (id, thread) = thread_of(context, value);
    if thread.fiber.is_some() {
        return raise(ExceptionKind::RuntimeError, "threads can only be started once");
    }
    if context.shared.threads_alive >= context.shared.thread_limit {
        return raise(ExceptionKind::RuntimeError, "can't start new thread");
    }
    context.shared.heap.retain(value);
    Ok(Flow::Spawn(id))
}

/// `thread.join()`
pub(super) fn join(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords.clone(),
    };
    let [timeout] = rest.bind("join", ["timeout"])?;
    if timeout.is_bound() && !matches!(timeout, Value::None) {
        return raise(
            ExceptionKind::ValueError,
            "a timeout for join() is not supported here",
        );
    }
    let (_, thread) = thread_of(context, args.positional[0]);
    let Some(fiber) = thread.fiber else {
        return raise(
            ExceptionKind::RuntimeError,
            "cannot join thread before it is started",
        );
    };
    if fiber == context.fiber {
        return raise(ExceptionKind::RuntimeError, "cannot join current thread");
    }
    Ok(if thread.finished {
        Flow::Return(Value::None)
    } else {
        Flow::Wait(Wait::End(fiber))
    })
}

/// `thread.is_alive()`
pub(super) fn is_alive(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (thread, []) = args.method("Thread.is_alive")?;
    let (_, thread) = thread_of(context, thread);
    Ok(Flow::Return(Value::Bool(
        thread.fiber.is_some() && !thread.finished,
    )))
}

/// `threading.current_thread()`
pub(super) fn current_thread(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("current_thread")?;
    let thread = context.thread;
    Ok(Flow::Return(context.shared.heap.retain(thread)))
}

/// `threading.main_thread()`
pub(super) fn main_thread(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("main_thread")?;
    let thread = context.shared.main_thread;
    Ok(Flow::Return(context.shared.heap.retain(thread)))
}

/// `time.sleep(seconds)`
pub(super) fn sleep(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [length] = args.exactly("time.sleep")?;
    if as_str(&context.shared.heap, length).is_some() || seconds(&context.shared.heap, length).is_none() {
        let name = type_name(&context.shared.heap, length);
        let message = format!("'{name}' object cannot be interpreted as an integer");
        return raise(ExceptionKind::TypeError, message);
    }
    let length = seconds(&context.shared.heap, length).unwrap_or_default();
    if length.is_nan() {
        return raise(ExceptionKind::ValueError, "Invalid value NaN (not a number)");
    }
    if length < 0.0 {
        return raise(ExceptionKind::ValueError, "sleep length must be non-negative");
    }
    if length > MAX_SLEEP {
        return raise(
            ExceptionKind::OverflowError,
            "timestamp too large to convert to C _PyTime_t",
        );
    }
    // CPython rounds up to a nanosecond (`_PyTime_ROUND_TIMEOUT`).
    Ok(Flow::Wait(Wait::Sleep((length * 1e9).ceil() as u64)))
}

/// `time.time()`
pub(super) fn time(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("time.time")?;
    Ok(Flow::Clock(Clock::Real))
}

/// `time.monotonic()`, `time.perf_counter()`
pub(super) fn monotonic(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("time.monotonic")?;
    Ok(Flow::Clock(Clock::Monotonic))
}
