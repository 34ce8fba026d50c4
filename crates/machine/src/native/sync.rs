//! `_thread`: locks and threads, which everything else in `threading` is made of.

use trace::{EventKind, FiberId, LockId, ResourceId, Sleeper};

use crate::class::type_name;
use crate::exception::ExceptionKind;
use crate::fiber::{ThreadKind, Wait};
use crate::native::builtins::is_callable;
use crate::native::time::{MAX_SLEEP, seconds};
use crate::native::{Args, Context, Fault, Flow, Type, raise};
use crate::object::{Lock, LockRole, Object, RLock};
use crate::operators::{as_str, truth, type_of};
use crate::value::{ObjectId, Value};

fn lock_of<'a>(context: &'a mut Context, value: Value) -> (ObjectId, &'a mut Lock) {
    let Value::Object(id) = value else {
        unreachable!("a lock is an object")
    };
    let Object::Lock(lock) = context.shared.heap.get_mut(id) else {
        unreachable!("a method of locks")
    };
    (id, lock)
}

fn rlock_of<'a>(context: &'a mut Context, value: Value) -> (ObjectId, &'a mut RLock) {
    let Value::Object(id) = value else {
        unreachable!("a lock is an object")
    };
    let Object::RLock(lock) = context.shared.heap.get_mut(id) else {
        unreachable!("a method of locks")
    };
    (id, lock)
}

/// A new lock.
pub(super) fn new_lock(context: &mut Context) -> Result<Value, Fault> {
    let id = context.new_lock_id();
    Ok(context.shared.heap.allocate(Object::Lock(Lock {
        id,
        holder: None,
        ends: Value::Unbound,
        part_of: 0,
        role: LockRole::Any,
    }))?)
}

/// A new re-entrant lock.
pub(super) fn new_rlock(context: &mut Context) -> Result<Value, Fault> {
    let id = context.new_lock_id();
    Ok(context.shared.heap.allocate(Object::RLock(RLock {
        id,
        holder: None,
        count: 0,
        part_of: 0,
    }))?)
}

/// `allocate_lock()`
pub(super) fn allocate_lock(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("allocate_lock")?;
    new_lock(context).map(Flow::Return)
}

/// `named_lock(owner, role)`: a lock that works for another object; that of role "end" stands for the end of its thread, and
/// on those of the roles "waiter" and "wake-up" somebody sleeps until another releases it.
pub(super) fn named_lock(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [owner, role] = args.exactly("named_lock")?;
    let (ends, role_of_lock) = match as_str(&context.shared.heap, role) {
        Some("end") => (owner, LockRole::Any),
        Some("waiter") => (Value::Unbound, LockRole::Waiter),
        Some("wake-up") => (Value::Unbound, LockRole::Loop),
        _ => (Value::Unbound, LockRole::Any),
    };
    // Who makes a mutex has not put its owner into a variable yet; who makes a waiter's lock uses the owner.
    let part_of = match as_str(&context.shared.heap, role) {
        Some("waiter") => context.used_resource(owner)?.map(|(number, _)| number),
        _ => context.resource(owner)?,
    };
    let part_of = part_of.map_or(0, |number| number + 1);
    let id = context.new_internal_lock_id();
    Ok(Flow::Return(context.shared.heap.allocate(Object::Lock(
        Lock {
            id,
            holder: None,
            ends,
            part_of,
            role: role_of_lock,
        },
    ))?))
}

/// Whether an `acquire` blocks, and for how long at most (`lock_acquire_parse_args` in `Modules/_threadmodule.c`).
fn patience(context: &Context, args: &Args) -> Result<(bool, Option<u64>), Fault> {
    let rest = Args {
        positional: &args.positional[1..],
        keywords: args.keywords.clone(),
    };
    let [blocking, timeout] = rest.bind("acquire", ["blocking", "timeout"])?;
    let heap = &context.shared.heap;
    let blocks = !blocking.is_bound() || truth(heap, blocking)?;
    if !timeout.is_bound() {
        return Ok((blocks, None));
    }
    let Some(length) = seconds(heap, timeout) else {
        let name = type_name(heap, timeout);
        let message = format!("'{name}' object cannot be interpreted as an integer");
        return raise(ExceptionKind::TypeError, message);
    };
    if !blocks && length != -1.0 {
        return raise(
            ExceptionKind::ValueError,
            "can't specify a timeout for a non-blocking call",
        );
    }
    if length.is_nan() {
        return raise(ExceptionKind::ValueError, "Invalid value NaN (not a number)");
    }
    if length > MAX_SLEEP {
        let message = match timeout {
            Value::Float(_) => "timestamp out of range for platform time_t",
            _ => "timestamp too large to convert to C _PyTime_t",
        };
        return raise(ExceptionKind::OverflowError, message);
    }
    if length < 0.0 && length != -1.0 {
        return raise(ExceptionKind::ValueError, "timeout value must be positive");
    }
    Ok((blocks, (length >= 0.0).then_some((length * 1e9).ceil() as u64)))
}

/// `lock.acquire(blocking=True, timeout=-1)`
pub(super) fn acquire(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (blocks, timeout) = patience(context, args)?;
    context.used_lock(args.positional[0])?;
    let fiber = context.fiber;
    let (object, lock) = lock_of(context, args.positional[0]);
    if lock.holder.is_none() {
        lock.holder = Some(fiber);
        let lock = lock.id;
        context.shared.tell(EventKind::Acquired { lock });
        return Ok(Flow::Return(Value::bool(true)));
    }
    wait(context, object, blocks, timeout)
}

fn wait(context: &mut Context, object: ObjectId, blocks: bool, timeout: Option<u64>) -> Result<Flow, Fault> {
    if !blocks || timeout == Some(0) {
        return Ok(Flow::Return(Value::bool(false)));
    }
    context.shared.heap.retain(Value::Object(object));
    Ok(Flow::Wait(Wait::Lock(object, timeout)))
}

fn unlock(context: &mut Context, value: Value) -> Result<(), Fault> {
    let (_, lock) = lock_of(context, value);
    let Some(holder) = lock.holder.take() else {
        return raise(ExceptionKind::RuntimeError, "release unlocked lock");
    };
    let Lock {
        id: lock,
        part_of,
        role,
        ..
    } = *lock;
    context.shared.tell(EventKind::Released { lock });
    if role != LockRole::Any && holder != context.fiber {
        // Who sleeps on it has acquired it before.
        context.shared.tell(EventKind::Woke {
            who: Sleeper::Thread(holder),
            on: part_of.checked_sub(1).map(ResourceId),
        });
    }
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
    Ok(Flow::Return(Value::bool(held)))
}

/// `rlock.acquire(blocking=True, timeout=-1)`
pub(super) fn rlock_acquire(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (blocks, timeout) = patience(context, args)?;
    context.used_lock(args.positional[0])?;
    let fiber = context.fiber;
    let (object, lock) = rlock_of(context, args.positional[0]);
    if lock.holder == Some(fiber) {
        lock.count += 1;
        return Ok(Flow::Return(Value::bool(true)));
    }
    if lock.holder.is_none() {
        lock.holder = Some(fiber);
        lock.count = 1;
        let lock = lock.id;
        context.shared.tell(EventKind::Acquired { lock });
        return Ok(Flow::Return(Value::bool(true)));
    }
    wait(context, object, blocks, timeout)
}

fn rlock_unlock(context: &mut Context, value: Value) -> Result<(), Fault> {
    let fiber = context.fiber;
    let (_, lock) = rlock_of(context, value);
    if lock.holder != Some(fiber) {
        return raise(ExceptionKind::RuntimeError, "cannot release un-acquired lock");
    }
    lock.count -= 1;
    if lock.count == 0 {
        lock.holder = None;
        let lock = lock.id;
        context.shared.tell(EventKind::Released { lock });
    }
    Ok(())
}

/// `rlock.release()`
pub(super) fn rlock_release(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let (lock, []) = args.method("RLock.release")?;
    rlock_unlock(context, lock)?;
    Ok(Flow::Return(Value::None))
}

/// `rlock.__exit__(type, value, traceback)`
pub(super) fn rlock_exit(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    rlock_unlock(context, args.positional[0])?;
    Ok(Flow::Return(Value::None))
}

/// `rlock._is_owned()`
pub(super) fn rlock_is_owned(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let fiber = context.fiber;
    let (_, lock) = rlock_of(context, args.positional[0]);
    let owned = lock.holder == Some(fiber);
    Ok(Flow::Return(Value::bool(owned)))
}

/// `rlock._release_save()`: lets go of it whole; how often it was held.
pub(super) fn rlock_release_save(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let fiber = context.fiber;
    let (_, lock) = rlock_of(context, args.positional[0]);
    if lock.holder != Some(fiber) {
        return raise(ExceptionKind::RuntimeError, "cannot release un-acquired lock");
    }
    let count = std::mem::take(&mut lock.count);
    lock.holder = None;
    let lock = lock.id;
    context.shared.tell(EventKind::Released { lock });
    Ok(Flow::Return(Value::Int(i64::from(count))))
}

/// `rlock._acquire_restore(count)`: the core acquires it and counts.
pub(super) fn rlock_acquire_restore(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    context.shared.heap.retain_all(args.positional);
    Ok(Flow::Call(
        crate::library::core("rlock_acquire_restore"),
        args.positional.to_vec(),
    ))
}

/// `get_ident()`: a number that other threads do not have.
pub(super) fn get_ident(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("get_ident")?;
    Ok(Flow::Return(Value::Int(ident(context.fiber))))
}

/// What `get_ident()` gives in a thread.
pub(crate) fn ident(fiber: FiberId) -> i64 {
    140_000_000_000_000 + i64::from(fiber.0) * 8_392_704
}

/// `get_native_id()`: the system's number of the thread; the main thread has that of the process.
pub(super) fn get_native_id(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    const PROCESS: i64 = 1000;
    let [] = args.exactly("get_native_id")?;
    Ok(Flow::Return(Value::Int(PROCESS + i64::from(context.fiber.0))))
}

/// Nothing, or that there are as many threads as there may be.
pub(super) fn may_start(context: &Context) -> Result<(), Fault> {
    if context.shared.threads_alive >= context.shared.thread_limit {
        return raise(ExceptionKind::RuntimeError, "can't start new thread");
    }
    Ok(())
}

/// `start_thread(thread)`: a thread that calls `thread._bootstrap()`.
pub(super) fn start_thread(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [thread] = args.exactly("start_thread")?;
    may_start(context)?;
    context.shared.heap.retain(thread);
    let args = context.shared.heap.tuple(vec![thread])?;
    Ok(Flow::Spawn {
        function: crate::library::core("bootstrap"),
        args,
        kind: ThreadKind::Announced,
    })
}

fn check_call(context: &Context, [function, args, keywords]: [Value; 3]) -> Result<(), Fault> {
    let heap = &context.shared.heap;
    if !is_callable(context.shared, function) {
        return raise(ExceptionKind::TypeError, "first arg must be callable");
    }
    if type_of(heap, args) != Type::Tuple {
        return raise(ExceptionKind::TypeError, "2nd arg must be a tuple");
    }
    if keywords.is_bound() && type_of(heap, keywords) != Type::Dict {
        return raise(ExceptionKind::TypeError, "optional 3rd arg must be a dictionary");
    }
    Ok(())
}

/// `start_new_thread(function, args)`
pub(super) fn start_new_thread(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [function, call_args, keywords] = args.bind("start_new_thread", ["function", "args", "kwargs"])?;
    if !call_args.is_bound() || !function.is_bound() {
        let given = args.positional.len();
        let message = format!("start_new_thread expected at least 2 arguments, got {given}");
        return raise(ExceptionKind::TypeError, message);
    }
    check_call(context, [function, call_args, keywords])?;
    may_start(context)?;
    let keywords = keywords.bound().unwrap_or(Value::None);
    let heap = &mut context.shared.heap;
    heap.retain_all(&[function, call_args, keywords]);
    let args = heap.tuple(vec![function, call_args, keywords])?;
    Ok(Flow::Spawn {
        function: crate::library::core("raw_thread"),
        args,
        kind: ThreadKind::Raw,
    })
}

/// `current_thread_object()`: the `Thread` of the thread that calls, or `None`.
pub(super) fn current_thread_object(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("current_thread_object")?;
    let thread = context.thread.bound().unwrap_or(Value::None);
    Ok(Flow::Return(context.shared.heap.retain(thread)))
}

/// `set_current_thread_object(thread)`
pub(super) fn set_current_thread_object(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [thread] = args.exactly("set_current_thread_object")?;
    let lock = LockId::start_of(context.fiber);
    context.shared.tell(EventKind::Released { lock });
    Ok(Flow::Become(context.shared.heap.retain(thread)))
}
