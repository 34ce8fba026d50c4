//! System calls, those that concern processes above all.

use trace::{EventKind, ExitStatus, FiberId, LimitKind, ProcessId, Stream, WaitOn};
use triomphe::Arc;

use super::World;
use crate::signal::{MOST_SIGNALS, Reaction};
use crate::system::{Answer, Errno, Failure, SystemCall};
use crate::turn::Outcome;

/// `SIGCHLD`
const CHILD_ENDED: i64 = 17;

impl World {
    /// Makes a system call behind `steps` instructions of the turn. It is answered, or its fiber waits.
    pub(super) fn make(
        &mut self,
        id: ProcessId,
        local: FiberId,
        call: SystemCall,
        (steps, waited): (u64, bool),
    ) -> Outcome {
        if matches!(call, SystemCall::Fork | SystemCall::Spawn { .. })
            && self.members.len() >= self.most_members
        {
            return Outcome::Limit(LimitKind::Processes);
        }
        let mut call = call;
        let processes = self.members.len();
        let pid = self.members[id.index()].pid;
        self.learn_names(id);
        let answer = match &mut call {
            SystemCall::Fork => self.fork(id, local, steps).map(Some),
            SystemCall::Spawn {
                function,
                payload,
                descriptors,
            } => {
                let process = self.members[id.index()].process().spawned(*function, payload);
                match process {
                    Ok(process) => self
                        .kernel
                        .begin_child(pid, Some(descriptors))
                        .map(|child| {
                            let mut process = process;
                            process.set_pid(child);
                            let new = self.add(process, Some(id), Vec::new());
                            self.look_at_streams(new);
                            self.told_of_child(new, steps);
                            Some(Answer::Int(child.into()))
                        })
                        .map_err(Failure::from),
                    Err(limit) => return Outcome::Limit(limit),
                }
            }
            SystemCall::Exit(status) => {
                self.process_mut(id).end_now();
                self.collect(id, steps);
                self.ended(id, ExitStatus::Exited(*status), steps);
                return Outcome::Finished;
            }
            SystemCall::Kill { pid: to, signal } => {
                let (to, signal) = (*to, *signal);
                let killed = self.kill(to, signal, steps);
                if self.members[id.index()].ended.is_some() {
                    return Outcome::Finished;
                }
                killed.map(Some).map_err(Failure::from)
            }
            SystemCall::WaitSignal { among, timeout } => {
                let gives_up = waited || *timeout == Some(0);
                let signal = self.process_mut(id).take_held(*among);
                Ok(signal.or(gives_up.then_some(0)).map(Answer::Int))
            }
            SystemCall::Write { descriptor, data, .. }
                if self.kernel.terminal_stream(pid, *descriptor).is_some() =>
            {
                let stream = self
                    .kernel
                    .terminal_stream(pid, *descriptor)
                    .unwrap_or(Stream::Out);
                let text = String::from_utf8_lossy(data).into_owned();
                let written = data.len() as i64;
                self.kernel.write(stream, &text);
                self.events.push((steps, EventKind::Output { stream, text }));
                Ok(Some(Answer::Int(written)))
            }
            call => {
                let timed_out = waited && !self.kernel.could(pid, call);
                let before = call.written();
                let answer = self.kernel.call(pid, call, timed_out);
                if let SystemCall::Close(_) | SystemCall::Duplicate { .. } = call {
                    self.look_at_streams(id);
                }
                if let Some(used) = self.kernel.used(pid, call, before, &answer) {
                    self.tell_kernel_use(&used, steps);
                }
                answer
            }
        };
        if self.members.len() > processes && self.is_too_large() {
            return Outcome::Limit(LimitKind::Memory);
        }
        let process = self.process_mut(id);
        match answer {
            Ok(Some(answer)) => match process.answer(local, answer) {
                Ok(()) => Outcome::BudgetUsed,
                Err(limit) => Outcome::Limit(limit),
            },
            Err(Failure::OutOfMemory) => Outcome::Limit(LimitKind::Memory),
            Err(failure) => match process.fail(local, &failure) {
                Ok(()) => Outcome::BudgetUsed,
                Err(limit) => Outcome::Limit(limit),
            },
            Ok(None) => {
                let on = self.kernel.waits_on(pid, &call);
                if let WaitOn::Kernel { object, kind } = on {
                    self.kernel_resource(object, kind);
                }
                self.process_mut(id).wait_for_call(local, call);
                self.events.push((steps, EventKind::Blocked { on }));
                Outcome::Blocked(on)
            }
        }
    }

    fn fork(&mut self, id: ProcessId, local: FiberId, steps: u64) -> Result<Answer, Failure> {
        let parent = &self.members[id.index()];
        let pid = parent.pid;
        // A world with so many threads has no room for one more.
        let alive: u32 = self.members.iter().map(|member| member.threads_alive()).sum();
        if alive >= parent.process().thread_limit() {
            return Err(Errno::Again.into());
        }
        let child = self.kernel.begin_child(pid, None)?;
        let parent = &self.members[id.index()];
        let mut fibers = parent.fibers.clone();
        let process = parent.process().forked(local, child)?;
        fibers[local.index()] = FiberId(self.fibers.len() as u32);
        self.fibers.push((ProcessId(self.members.len() as u32), local));
        let new = self.add(process, Some(id), fibers);
        self.told_of_child(new, steps);
        Ok(Answer::Int(child.into()))
    }

    /// Has a process know whether its standard streams are the terminal.
    fn look_at_streams(&mut self, id: ProcessId) {
        let pid = self.members[id.index()].pid;
        let moved = [(1, Stream::Out), (2, Stream::Err)]
            .map(|(number, stream)| self.kernel.terminal_stream(pid, number) != Some(stream));
        self.process_mut(id).set_moved(moved);
    }

    fn told_of_child(&mut self, new: ProcessId, steps: u64) {
        let member = &self.members[new.index()];
        let child = member.fiber(member.process().main_fiber());
        self.events
            .push((steps, EventKind::Forked { process: new, child }));
    }

    fn kill(&mut self, to: i64, signal: i64, steps: u64) -> Result<Answer, Errno> {
        if !(0..=MOST_SIGNALS).contains(&signal) {
            return Err(Errno::Invalid);
        }
        let entry = u32::try_from(to)
            .ok()
            .filter(|to| self.kernel.processes.contains_key(to));
        let pid = entry.ok_or(Errno::NoSuchProcess)?;
        let target = self.by_number(pid);
        if let Some(target) = target
            && signal != 0
        {
            match self.members[target.index()].process().reaction(signal) {
                Reaction::Nothing => {}
                Reaction::Hear => self.signal(target, signal, steps),
                Reaction::Hold => self.process_mut(target).hold(signal),
                Reaction::Stop => return Err(Errno::NotImplemented),
                Reaction::End => {
                    let status = ExitStatus::Killed {
                        signal: signal as u32,
                    };
                    self.process_mut(target).end_now();
                    self.process_mut(target).take_events();
                    self.ended(target, status, steps);
                }
            }
        }
        Ok(Answer::None)
    }

    /// A signal comes to a process that wants to hear of it.
    fn signal(&mut self, process: ProcessId, signal: i64, steps: u64) {
        self.process_mut(process).signal(signal);
        let signal = signal as u32;
        self.events
            .push((steps, EventKind::Signalled { process, signal }));
    }

    /// A process has ended, with all of its fibers.
    pub(super) fn ended(&mut self, id: ProcessId, status: ExitStatus, steps: u64) {
        if self.members[id.index()].ended.is_some() {
            return;
        }
        let pid = self.members[id.index()].pid;
        self.kernel.ended(pid, status);
        let alone = self.members.len() == 1;
        let member = Arc::make_mut(&mut self.members[id.index()]);
        member.ended = Some(status);
        if id != ProcessId::MAIN {
            member.process_mut().forget();
        }
        if !alone {
            self.events
                .push((steps, EventKind::Exited { process: id, status }));
        }
        if let Some(parent) = self.members[id.index()].parent
            && self.members[parent.index()].ended.is_none()
        {
            match self.members[parent.index()].process().reaction(CHILD_ENDED) {
                Reaction::Hear => self.signal(parent, CHILD_ENDED, steps),
                Reaction::Hold => self.process_mut(parent).hold(CHILD_ENDED),
                _ => {}
            }
        }
    }
}
