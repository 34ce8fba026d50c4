//! System calls that change nothing but the kernel.

use trace::{ExitStatus, KernelId, KernelKind, Stream, WaitOn};

use super::channel::{Channel, PIPE_CAPACITY, SOCKET_CAPACITY};
use super::{Descriptor, Kernel, Listener, OBJECT_BYTES, Semaphore};
use crate::exception::ExceptionKind;
use crate::system::{Answer, Errno, Failure, SystemCall};

/// What came of a call; nothing if it blocks.
type Done = Result<Option<Answer>, Failure>;

impl Kernel {
    /// Makes a call for a process; nothing if it has to wait, and is to be made again later. `timed_out` says that it has
    /// waited as long as it wanted to.
    pub(crate) fn call(&mut self, pid: u32, call: &mut SystemCall, timed_out: bool) -> Done {
        match call {
            SystemCall::Parent => {
                let parent = self.processes.get(&pid).map_or(1, |entry| entry.parent);
                Ok(Some(Answer::Int(parent.into())))
            }
            SystemCall::IsAlive(other) => Ok(Some(Answer::Bool(self.is_running(*other)))),
            SystemCall::WaitChild { pid: child, blocks } => self.wait_child(pid, *child, *blocks),
            SystemCall::Pipe => self.pipe(pid),
            SystemCall::SocketPair => self.socket_pair(pid),
            SystemCall::Read { descriptor, most } => self.read(pid, *descriptor, *most),
            SystemCall::Write {
                descriptor,
                data,
                done,
            } => self.write_to(pid, *descriptor, data, done),
            SystemCall::Close(descriptor) => {
                self.close(pid, *descriptor)?;
                Ok(Some(Answer::None))
            }
            SystemCall::Duplicate { descriptor, onto } => self.duplicate(pid, *descriptor, *onto),
            SystemCall::Share(descriptor) => self.share(pid, *descriptor),
            SystemCall::Take(handle) => {
                let descriptor = self.shared.remove(handle).ok_or(Errno::Invalid)?;
                let number = self.install(pid, descriptor)?;
                Ok(Some(Answer::Int(number.into())))
            }
            SystemCall::Poll {
                readers,
                writers,
                timeout,
            } => self.poll(pid, readers, writers, timed_out || *timeout == Some(0)),
            SystemCall::Listen { address, backlog } => self.listen(pid, address.take(), *backlog),
            SystemCall::Accept(descriptor) => self.accept(pid, *descriptor),
            SystemCall::Connect(address) => self.connect(pid, address),
            SystemCall::NewSemaphore { value, most } => {
                self.charge(0)?;
                let id = self.new_id(pid);
                let semaphore = Semaphore {
                    value: *value,
                    most: *most,
                    holder: None,
                };
                self.semaphores.insert(id, semaphore);
                Ok(Some(Answer::Int(id.handle())))
            }
            SystemCall::Acquire {
                semaphore,
                blocks,
                timeout,
            } => {
                let semaphore = self.semaphore(*semaphore)?;
                if semaphore.value > 0 {
                    semaphore.value -= 1;
                    semaphore.holder = Some(pid);
                    return Ok(Some(Answer::Bool(true)));
                }
                let gives_up = timed_out || !*blocks || *timeout == Some(0);
                Ok(gives_up.then_some(Answer::Bool(false)))
            }
            SystemCall::Release(semaphore) => {
                let semaphore = self.semaphore(*semaphore)?;
                if semaphore.value >= semaphore.most {
                    return Err(Failure::Raise(
                        ExceptionKind::ValueError,
                        "semaphore or lock released too many times",
                    ));
                }
                semaphore.value += 1;
                semaphore.holder = None;
                Ok(Some(Answer::None))
            }
            SystemCall::SemaphoreValue(semaphore) => {
                let value = self.semaphore(*semaphore)?.value;
                Ok(Some(Answer::Int(value.into())))
            }
            SystemCall::NewBlock { size } => {
                let id = self.new_block(pid, *size)?;
                Ok(Some(Answer::Int(id.handle())))
            }
            SystemCall::OpenBlock { name, size } => {
                let known = self.block_names.get(name.as_str()).copied();
                let id = match known {
                    Some(_) if *size > 0 => return Err(Errno::Exists.into()),
                    Some(known) => known,
                    None if *size == 0 => return Err(Errno::NoSuchEntry.into()),
                    None => {
                        self.charge(name.len() as u64)?;
                        let id = self.new_block(pid, *size)?;
                        self.block_names.insert(name.clone(), id);
                        id
                    }
                };
                Ok(Some(Answer::Int(id.handle())))
            }
            SystemCall::UnlinkBlock(name) => {
                let known = self.block_names.remove(name.as_str());
                known.ok_or(Errno::NoSuchEntry)?;
                Ok(Some(Answer::None))
            }
            SystemCall::BlockSize(block) => Ok(Some(Answer::Int(self.block(*block)?.len() as i64))),
            SystemCall::ReadBlock {
                block,
                offset,
                length,
            } => {
                let range = *offset..offset.saturating_add(*length);
                let found = self.block(*block)?.get(range).map(<[u8]>::to_vec);
                let bytes = found.ok_or(Failure::Raise(ExceptionKind::IndexError, "out of bounds"))?;
                Ok(Some(Answer::Bytes(bytes)))
            }
            SystemCall::WriteBlock { block, offset, data } => {
                let range = *offset..offset.saturating_add(data.len());
                let place = self.block(*block)?.get_mut(range);
                let place = place.ok_or(Failure::Raise(ExceptionKind::IndexError, "out of bounds"))?;
                place.copy_from_slice(data);
                Ok(Some(Answer::None))
            }
            SystemCall::Fork
            | SystemCall::Spawn { .. }
            | SystemCall::Exit(_)
            | SystemCall::Kill { .. }
            | SystemCall::WaitSignal { .. } => {
                unreachable!("the world does what concerns processes")
            }
        }
    }

    /// Whether a call that waits would go on now.
    pub(crate) fn could(&self, pid: u32, call: &SystemCall) -> bool {
        match call {
            SystemCall::WaitChild { pid: child, .. } => !matches!(self.child(pid, *child), Ok(None)),
            SystemCall::Read { descriptor, .. } | SystemCall::Accept(descriptor) => {
                self.is_readable(pid, *descriptor)
            }
            SystemCall::Write {
                descriptor,
                data,
                done,
            } => self.is_writable(pid, *descriptor, data.len() - done),
            SystemCall::Poll { readers, writers, .. } => {
                readers.iter().any(|number| self.is_readable(pid, *number))
                    || writers.iter().any(|number| self.is_writable(pid, *number, 1))
            }
            SystemCall::Acquire { semaphore, .. } => self
                .semaphores
                .get(semaphore)
                .is_none_or(|semaphore| semaphore.value > 0),
            _ => true,
        }
    }

    /// What a call that waits waits for.
    pub(crate) fn waits_on(&self, pid: u32, call: &SystemCall) -> WaitOn {
        let kernel = |object: Option<KernelId>, kind| match object {
            Some(object) => WaitOn::Kernel { object, kind },
            None => WaitOn::Descriptors,
        };
        let descriptor = |number: &u32| self.descriptor(pid, *number).ok();
        match call {
            SystemCall::WaitSignal { .. } => WaitOn::Signal,
            SystemCall::WaitChild { pid, .. } => WaitOn::Child(u32::try_from(*pid).ok()),
            SystemCall::Read {
                descriptor: number, ..
            } => kernel(descriptor(number).and_then(Descriptor::reads), KernelKind::Read),
            SystemCall::Write {
                descriptor: number, ..
            } => kernel(descriptor(number).and_then(Descriptor::writes), KernelKind::Write),
            SystemCall::Acquire { semaphore, .. } => kernel(Some(*semaphore), KernelKind::Semaphore),
            SystemCall::Accept(number) => {
                let listener = match descriptor(number) {
                    Some(Descriptor::Listener(id)) => Some(*id),
                    _ => None,
                };
                kernel(listener, KernelKind::Connection)
            }
            _ => WaitOn::Descriptors,
        }
    }

    /// Processes that could end such a wait: those that have the other end, or that acquired the semaphore.
    pub(crate) fn could_end(&self, on: WaitOn) -> Vec<u32> {
        let WaitOn::Kernel { object, kind } = on else {
            return Vec::new();
        };
        let has = |descriptor: &Descriptor| match kind {
            KernelKind::Read => descriptor.writes() == Some(object),
            KernelKind::Write => descriptor.reads() == Some(object),
            KernelKind::Connection | KernelKind::Semaphore => false,
        };
        let holder = self
            .semaphores
            .get(&object)
            .and_then(|semaphore| semaphore.holder);
        let others = self
            .processes
            .iter()
            .filter(|(_, entry)| entry.descriptors.values().any(has))
            .map(|(pid, _)| *pid);
        holder.into_iter().chain(others).collect()
    }

    /// Nothing, or that there is no room for an object of so many bytes.
    fn charge(&self, bytes: u64) -> Result<(), Failure> {
        if self.memory().saturating_add(bytes).saturating_add(OBJECT_BYTES) > self.memory_limit {
            return Err(Failure::OutOfMemory);
        }
        Ok(())
    }

    fn semaphore(&mut self, id: KernelId) -> Result<&mut Semaphore, Failure> {
        self.semaphores.get_mut(&id).ok_or(Errno::Invalid.into())
    }

    fn block(&mut self, id: KernelId) -> Result<&mut Vec<u8>, Failure> {
        self.blocks.get_mut(&id).ok_or(Errno::Invalid.into())
    }

    fn new_block(&mut self, pid: u32, size: usize) -> Result<KernelId, Failure> {
        self.charge(size as u64)?;
        let id = self.new_id(pid);
        self.blocks.insert(id, vec![0; size]);
        Ok(id)
    }

    fn wait_child(&mut self, parent: u32, pid: i64, blocks: bool) -> Done {
        match self.child(parent, pid)? {
            Some((child, status)) => {
                self.processes.remove(&child);
                Ok(Some(Answer::Pair(child.into(), word(status))))
            }
            None => Ok((!blocks).then_some(Answer::Pair(0, 0))),
        }
    }

    fn pipe(&mut self, pid: u32) -> Done {
        self.charge(0)?;
        let id = self.new_id(pid);
        self.channels.insert(id, Channel::new(PIPE_CAPACITY));
        self.install_pair(pid, Descriptor::Reader(id), Descriptor::Writer(id))
    }

    /// Both ends of a new connection.
    fn connection(&mut self, pid: u32) -> (Descriptor, Descriptor) {
        let (there, back) = (self.new_id(pid), self.new_id(pid));
        self.channels.insert(there, Channel::new(SOCKET_CAPACITY));
        self.channels.insert(back, Channel::new(SOCKET_CAPACITY));
        let one = Descriptor::Duplex {
            reads: back,
            writes: there,
        };
        let other = Descriptor::Duplex {
            reads: there,
            writes: back,
        };
        (one, other)
    }

    fn socket_pair(&mut self, pid: u32) -> Done {
        self.charge(0)?;
        let (one, other) = self.connection(pid);
        self.install_pair(pid, one, other)
    }

    fn install_pair(&mut self, pid: u32, one: Descriptor, other: Descriptor) -> Done {
        let first = match self.install(pid, one) {
            Ok(first) => first,
            Err(errno) => {
                self.drop_descriptor(&other);
                return Err(errno.into());
            }
        };
        match self.install(pid, other) {
            Ok(second) => Ok(Some(Answer::Pair(first.into(), second.into()))),
            Err(errno) => {
                self.close(pid, first)?;
                Err(errno.into())
            }
        }
    }

    fn is_readable(&self, pid: u32, number: u32) -> bool {
        match self.descriptor(pid, number) {
            Ok(Descriptor::Listener(id)) => self
                .listeners
                .get(id)
                .is_none_or(|listener| !listener.pending.is_empty()),
            Ok(descriptor) => descriptor
                .reads()
                .and_then(|id| self.channels.get(&id))
                .is_none_or(Channel::is_readable),
            Err(_) => true,
        }
    }

    fn is_writable(&self, pid: u32, number: u32, length: usize) -> bool {
        let descriptor = self.descriptor(pid, number).ok();
        descriptor
            .and_then(Descriptor::writes)
            .and_then(|id| self.channels.get(&id))
            .is_none_or(|channel| channel.is_writable(length))
    }

    fn read(&mut self, pid: u32, number: u32, most: usize) -> Done {
        let descriptor = self.descriptor(pid, number)?;
        if *descriptor == Descriptor::Input || most == 0 {
            return Ok(Some(Answer::Bytes(Vec::new())));
        }
        let channel = descriptor.reads().ok_or(Errno::BadDescriptor)?;
        let channel = self.channels.get_mut(&channel).ok_or(Errno::BadDescriptor)?;
        if !channel.is_readable() {
            return Ok(None);
        }
        Ok(Some(Answer::Bytes(channel.read(most))))
    }

    fn write_to(&mut self, pid: u32, number: u32, data: &[u8], done: &mut usize) -> Done {
        let descriptor = self.descriptor(pid, number)?;
        let written = |count: usize| Ok(Some(Answer::Int(count as i64)));
        let channel = descriptor.writes().ok_or(Errno::BadDescriptor)?;
        let channel = self.channels.get_mut(&channel).ok_or(Errno::BadDescriptor)?;
        if channel.readers == 0 {
            return if *done > 0 {
                written(*done)
            } else {
                Err(Errno::BrokenPipe.into())
            };
        }
        *done += channel.write(&data[*done..]);
        if *done < data.len() {
            return Ok(None);
        }
        written(data.len())
    }

    /// The stream that a descriptor means, if it is the terminal.
    pub(crate) fn terminal_stream(&self, pid: u32, number: u32) -> Option<Stream> {
        match self.descriptor(pid, number) {
            Ok(Descriptor::Output(stream)) => Some(*stream),
            _ => None,
        }
    }

    fn duplicate(&mut self, pid: u32, number: u32, onto: Option<u32>) -> Done {
        let descriptor = self.descriptor(pid, number)?.clone();
        if onto == Some(number) {
            return Ok(Some(Answer::Int(number.into())));
        }
        self.retain(&descriptor);
        let Some(onto) = onto else {
            let new = self.install(pid, descriptor)?;
            return Ok(Some(Answer::Int(new.into())));
        };
        // What was there is closed without a word.
        let _ = self.close(pid, onto);
        if let Some(entry) = self.processes.get_mut(&pid) {
            entry.descriptors.insert(onto, descriptor);
        }
        Ok(Some(Answer::Int(onto.into())))
    }

    fn share(&mut self, pid: u32, number: u32) -> Done {
        self.charge(0)?;
        let descriptor = self.descriptor(pid, number)?.clone();
        self.retain(&descriptor);
        let handle = self.new_id(pid);
        self.shared.insert(handle, descriptor);
        Ok(Some(Answer::Int(handle.handle())))
    }

    fn poll(&self, pid: u32, readers: &[u32], writers: &[u32], gives_up: bool) -> Done {
        for number in readers.iter().chain(writers) {
            self.descriptor(pid, *number)?;
        }
        let readable = readers
            .iter()
            .copied()
            .filter(|number| self.is_readable(pid, *number));
        let writable = writers
            .iter()
            .copied()
            .filter(|number| self.is_writable(pid, *number, 1));
        let (readable, writable): (Vec<u32>, Vec<u32>) = (readable.collect(), writable.collect());
        if readable.is_empty() && writable.is_empty() && !gives_up {
            return Ok(None);
        }
        Ok(Some(Answer::Polled(readable, writable)))
    }

    fn listen(&mut self, pid: u32, address: Option<String>, backlog: usize) -> Done {
        self.charge(0)?;
        let id = self.new_id(pid);
        let address = address.unwrap_or_else(|| format!("/tmp/pymp-{pid}-{}/listener", id.number));
        if self
            .listeners
            .values()
            .any(|listener| listener.address == address)
        {
            return Err(Errno::AddressInUse.into());
        }
        let listener = Listener {
            address: address.clone(),
            pending: Vec::new(),
            backlog: backlog.max(1),
            references: 1,
        };
        self.listeners.insert(id, listener);
        let number = self.install(pid, Descriptor::Listener(id))?;
        Ok(Some(Answer::Listening(number, address)))
    }

    fn accept(&mut self, pid: u32, number: u32) -> Done {
        let Descriptor::Listener(id) = self.descriptor(pid, number)? else {
            return Err(Errno::NotASocket.into());
        };
        let listener = self.listeners.get_mut(&id.clone()).ok_or(Errno::Invalid)?;
        if listener.pending.is_empty() {
            return Ok(None);
        }
        let end = listener.pending.remove(0);
        let number = self.install(pid, end)?;
        Ok(Some(Answer::Int(number.into())))
    }

    fn connect(&mut self, pid: u32, address: &str) -> Done {
        self.charge(0)?;
        let found = self
            .listeners
            .iter()
            .find(|(_, listener)| listener.address == address);
        let Some((id, listener)) = found else {
            return Err(Errno::NoSuchEntry.into());
        };
        if listener.pending.len() >= listener.backlog {
            return Err(Errno::ConnectionRefused.into());
        }
        let id = *id;
        let (one, other) = self.connection(pid);
        let number = match self.install(pid, one) {
            Ok(number) => number,
            Err(errno) => {
                self.drop_descriptor(&other);
                return Err(errno.into());
            }
        };
        if let Some(listener) = self.listeners.get_mut(&id) {
            listener.pending.push(other);
        }
        Ok(Some(Answer::Int(number.into())))
    }
}

/// A process's end as `waitpid(2)` tells it.
fn word(status: ExitStatus) -> i64 {
    match status {
        ExitStatus::Exited(status) => i64::from(status & 0xff) << 8,
        ExitStatus::Killed { signal } => signal.into(),
    }
}
