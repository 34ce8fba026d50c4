//! `_kernel`: system calls.

use trace::{KernelId, Nanos};
use triomphe::Arc;

use crate::class::type_name;
use crate::code::Program;
use crate::exception::ExceptionKind;
use crate::native::arguments::integer;
use crate::native::time::seconds;
use crate::native::{Args, Context, Fault, Flow, raise};
use crate::operators::{as_bytes, as_items, as_str, truth};
use crate::system::{Handle, SystemCall};
use crate::value::Value;

/// The largest value of a semaphore (`SEM_VALUE_MAX` of Linux).
const MOST_PERMITS: i64 = 2_147_483_647;

pub(super) fn number(context: &Context, value: Value) -> Result<i64, Fault> {
    match integer(&context.shared.heap, value)?.to_i64() {
        Some(number) => Ok(number),
        None => raise(
            ExceptionKind::OverflowError,
            "Python int too large to convert to C int",
        ),
    }
}

/// A descriptor; a negative one is one that no process has.
fn descriptor(context: &Context, value: Value) -> Result<u32, Fault> {
    Ok(u32::try_from(number(context, value)?).unwrap_or(u32::MAX))
}

fn descriptors(context: &Context, value: Value) -> Result<Vec<u32>, Fault> {
    let Some(items) = as_items(&context.shared.heap, value) else {
        return raise(ExceptionKind::TypeError, "expected a tuple of descriptors");
    };
    items.iter().map(|item| descriptor(context, *item)).collect()
}

fn size(context: &Context, value: Value) -> Result<usize, Fault> {
    match usize::try_from(number(context, value)?) {
        Ok(size) => Ok(size),
        Err(_) => raise(ExceptionKind::ValueError, "negative size"),
    }
}

fn object(context: &Context, value: Value) -> Result<KernelId, Fault> {
    Ok(KernelId::of_handle(number(context, value)?))
}

fn data(context: &Context, value: Value) -> Result<Arc<[u8]>, Fault> {
    let Some(bytes) = as_bytes(&context.shared.heap, value) else {
        let name = type_name(&context.shared.heap, value);
        return raise(
            ExceptionKind::TypeError,
            format!("a bytes-like object is required, not '{name}'"),
        );
    };
    context.shared.heap.has_room(bytes.len() as u64)?;
    Ok(Arc::from(bytes))
}

/// A bound on a wait; `None` is none, and what is negative is over already.
pub(super) fn timeout(context: &Context, value: Value) -> Result<Option<Nanos>, Fault> {
    if matches!(value, Value::None) {
        return Ok(None);
    }
    match seconds(&context.shared.heap, value) {
        Some(seconds) => Ok(Some((seconds.max(0.0) * 1e9).ceil() as u64)),
        None => raise(ExceptionKind::TypeError, "timeout must be a real number"),
    }
}

/// `getpid()`
pub(super) fn pid(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("getpid")?;
    Ok(Flow::Return(Value::Int(context.shared.pid.into())))
}

/// `cores()`: how many processors there are.
pub(super) fn cores(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("cores")?;
    Ok(Flow::Return(Value::Int(context.shared.cores.into())))
}

/// `getppid()`
pub(super) fn parent_pid(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("getppid")?;
    Ok(Flow::System(SystemCall::Parent))
}

/// `fork()`: 0 in the new process, its number in the old one.
pub(super) fn fork(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("fork")?;
    Ok(Flow::System(SystemCall::Fork))
}

/// `spawn(function, payload, descriptors)`: the number of a new process with the same program that calls a function of the
/// library, which `run_main()` lets run the program.
pub(super) fn spawn(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [function, payload, passed] = args.exactly("spawn")?;
    if !matches!(function, Value::Function(_)) {
        return raise(
            ExceptionKind::TypeError,
            "spawn() needs a function of the library",
        );
    }
    let (payload, descriptors) = (data(context, payload)?, descriptors(context, passed)?);
    Ok(Flow::System(SystemCall::Spawn {
        function,
        payload,
        descriptors,
    }))
}

/// `run_main()`: runs the program's own code, in a process that was spawned.
pub(super) fn run_main(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("run_main")?;
    Ok(Flow::Call(Value::Function(Program::MODULE), Vec::new()))
}

/// `waitpid(pid, options)`: the child and the word that tells how it ended.
pub(super) fn wait_child(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    const NO_HANG: i64 = 1;
    let [pid, options] = args.unpacked("waitpid")?;
    let (pid, options) = (number(context, pid)?, number(context, options)?);
    Ok(Flow::System(SystemCall::WaitChild {
        pid,
        blocks: options & NO_HANG == 0,
    }))
}

/// `alive(pid)`: whether a process has not ended.
pub(super) fn alive(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [pid] = args.exactly("alive")?;
    Ok(Flow::System(SystemCall::IsAlive(number(context, pid)?)))
}

/// `kill(pid, signal)`
pub(super) fn kill(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [pid, signal] = args.unpacked("kill")?;
    Ok(Flow::System(SystemCall::Kill {
        pid: number(context, pid)?,
        signal: number(context, signal)?,
    }))
}

/// `pipe()`: a descriptor to read from, and one to write to.
pub(super) fn pipe(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("pipe")?;
    Ok(Flow::System(SystemCall::Pipe))
}

/// `socketpair()`: two descriptors of a connection.
pub(super) fn socket_pair(_: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [] = args.exactly("socketpair")?;
    Ok(Flow::System(SystemCall::SocketPair))
}

/// `read(descriptor, most)`
pub(super) fn read(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [from, most] = args.unpacked("read")?;
    let descriptor = descriptor(context, from)?;
    let most = size(context, most)?;
    context.used_handle(Handle::Descriptor(descriptor))?;
    Ok(Flow::System(SystemCall::Read { descriptor, most }))
}

/// `write(descriptor, data)`: how many bytes were written.
pub(super) fn write(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [to, bytes] = args.unpacked("write")?;
    let descriptor = descriptor(context, to)?;
    context.used_handle(Handle::Descriptor(descriptor))?;
    Ok(Flow::System(SystemCall::Write {
        descriptor,
        data: data(context, bytes)?,
        done: 0,
    }))
}

/// `close(descriptor)`
pub(super) fn close(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [closed] = args.bind_required("close", ["fd"], 1)?;
    Ok(Flow::System(SystemCall::Close(descriptor(context, closed)?)))
}

/// `dup(descriptor)`
pub(super) fn duplicate(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [old] = args.exactly("dup")?;
    Ok(Flow::System(SystemCall::Duplicate {
        descriptor: descriptor(context, old)?,
        onto: None,
    }))
}

/// `dup2(descriptor, onto)`
pub(super) fn duplicate_onto(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [old, onto, _] = args.bind_required("dup2", ["fd", "fd2", "inheritable"], 2)?;
    Ok(Flow::System(SystemCall::Duplicate {
        descriptor: descriptor(context, old)?,
        onto: Some(descriptor(context, onto)?),
    }))
}

/// `share(descriptor)`: a handle by which any process can `take` what the descriptor stands for, once.
pub(super) fn share(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [shared] = args.exactly("share")?;
    Ok(Flow::System(SystemCall::Share(descriptor(context, shared)?)))
}

/// `take(handle)`: a descriptor of what another process shared.
pub(super) fn take(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [handle] = args.exactly("take")?;
    Ok(Flow::System(SystemCall::Take(object(context, handle)?)))
}

/// `poll(readers, writers, timeout)`: which of them can be read and written now.
pub(super) fn poll(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [readers, writers, longest] = args.exactly("poll")?;
    Ok(Flow::System(SystemCall::Poll {
        readers: descriptors(context, readers)?,
        writers: descriptors(context, writers)?,
        timeout: timeout(context, longest)?,
    }))
}

/// `listen(address, backlog)`: a descriptor, and the address.
pub(super) fn listen(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [address, backlog] = args.exactly("listen")?;
    Ok(Flow::System(SystemCall::Listen {
        address: as_str(&context.shared.heap, address).map(str::to_owned),
        backlog: size(context, backlog)?,
    }))
}

/// `accept(descriptor)`: a descriptor of the connection.
pub(super) fn accept(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [listener] = args.exactly("accept")?;
    Ok(Flow::System(SystemCall::Accept(descriptor(context, listener)?)))
}

/// `connect(address)`: a descriptor of the connection.
pub(super) fn connect(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [address] = args.exactly("connect")?;
    Ok(Flow::System(SystemCall::Connect(name(context, address)?)))
}

/// `sem_create(value, most)`: a handle.
pub(super) fn new_semaphore(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [value, most] = args.exactly("sem_create")?;
    let (value, most) = (number(context, value)?, number(context, most)?);
    if !(0..=most).contains(&value) || most > MOST_PERMITS {
        return raise(ExceptionKind::ValueError, "invalid value");
    }
    Ok(Flow::System(SystemCall::NewSemaphore {
        value: value as u32,
        most: most as u32,
    }))
}

/// `sem_acquire(handle, blocks, timeout)`: whether it was acquired.
pub(super) fn acquire_semaphore(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [handle, blocks, longest] = args.exactly("sem_acquire")?;
    let semaphore = object(context, handle)?;
    context.used_handle(Handle::Object(semaphore))?;
    Ok(Flow::System(SystemCall::Acquire {
        semaphore,
        blocks: truth(&context.shared.heap, blocks)?,
        timeout: timeout(context, longest)?,
    }))
}

/// `sem_release(handle)`
pub(super) fn release_semaphore(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [handle] = args.exactly("sem_release")?;
    let semaphore = object(context, handle)?;
    context.used_handle(Handle::Object(semaphore))?;
    Ok(Flow::System(SystemCall::Release(semaphore)))
}

/// `sem_value(handle)`
pub(super) fn semaphore_value(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [handle] = args.exactly("sem_value")?;
    Ok(Flow::System(SystemCall::SemaphoreValue(object(context, handle)?)))
}

/// `shared_create(size)`: a handle of zeroed memory.
pub(super) fn new_block(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [bytes] = args.exactly("shared_create")?;
    Ok(Flow::System(SystemCall::NewBlock {
        size: size(context, bytes)?,
    }))
}

/// A name.
fn name(context: &Context, value: Value) -> Result<String, Fault> {
    match as_str(&context.shared.heap, value) {
        Some(name) => Ok(name.to_owned()),
        None => raise(ExceptionKind::TypeError, "a name is a string"),
    }
}

/// `shared_open(name, size)`: a handle of memory that has a name, of a new one if a size is given.
pub(super) fn open_block(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [called, bytes] = args.exactly("shared_open")?;
    Ok(Flow::System(SystemCall::OpenBlock {
        name: name(context, called)?,
        size: size(context, bytes)?,
    }))
}

/// `shared_unlink(name)`: takes a name away.
pub(super) fn unlink_block(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [called] = args.exactly("shared_unlink")?;
    Ok(Flow::System(SystemCall::UnlinkBlock(name(context, called)?)))
}

/// `shared_size(handle)`
pub(super) fn block_size(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [handle] = args.exactly("shared_size")?;
    Ok(Flow::System(SystemCall::BlockSize(object(context, handle)?)))
}

/// `shared_read(handle, offset, length)`
pub(super) fn read_block(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [handle, offset, length] = args.exactly("shared_read")?;
    Ok(Flow::System(SystemCall::ReadBlock {
        block: object(context, handle)?,
        offset: size(context, offset)?,
        length: size(context, length)?,
    }))
}

/// `shared_write(handle, offset, data)`
pub(super) fn write_block(context: &mut Context, args: &Args) -> Result<Flow, Fault> {
    let [handle, offset, bytes] = args.exactly("shared_write")?;
    Ok(Flow::System(SystemCall::WriteBlock {
        block: object(context, handle)?,
        offset: size(context, offset)?,
        data: data(context, bytes)?,
    }))
}
