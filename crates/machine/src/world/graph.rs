//! How a run of the world has ended, and who waits for whom.

use trace::{End, ExitStatus, FiberId, ProcessId, WaitEdge, WaitFor, WaitOn};

use super::{Member, World};

impl World {
    /// How a run has ended, if nobody can run any more; else it was stopped. What the main process's children do behind its
    /// end belongs to the run, but is no deadlock.
    #[must_use]
    pub fn end(&self) -> End {
        let anybody = (0..self.fibers.len() as u32).any(|fiber| self.is_ready(FiberId(fiber)));
        match self.members[0].ended {
            Some(status) if !anybody => End::Finished {
                status: match status {
                    ExitStatus::Exited(status) => status,
                    // As a shell tells it.
                    ExitStatus::Killed { signal } => 128 + signal as i32,
                },
            },
            _ if anybody => End::Stopped,
            _ => End::Deadlock {
                waits: self.wait_for_graph(),
            },
        }
    }

    /// Who waits for whom, once nobody can run any more.
    #[must_use]
    pub fn wait_for_graph(&self) -> Vec<WaitEdge> {
        let mut edges = Vec::new();
        for member in self.members.iter().filter(|member| member.ended.is_none()) {
            edges.extend(member.edges());
        }
        for fiber in (0..self.fibers.len() as u32).map(FiberId) {
            let (member, local) = self.member(fiber);
            let Some(call) = member.process().awaited_call(local) else {
                continue;
            };
            let on = self.kernel.waits_on(member.pid, call);
            let place = member.process().place(local);
            let edge = |process: Option<ProcessId>| WaitEdge {
                fiber,
                on: WaitFor::Kernel { on, process },
                place,
            };
            let others: Vec<ProcessId> = match on {
                WaitOn::Child(Some(pid)) => self.by_number(pid).into_iter().collect(),
                _ => {
                    let pids = self.kernel.could_end(on).into_iter();
                    pids.filter_map(|pid| self.by_number(pid)).collect()
                }
            };
            if others.is_empty() {
                edges.push(edge(None));
            }
            edges.extend(others.into_iter().map(|process| edge(Some(process))));
        }
        edges.sort_by_key(|edge| edge.fiber);
        edges
    }

    /// The process with that number, if it has not ended.
    pub(super) fn by_number(&self, pid: u32) -> Option<ProcessId> {
        let place = self
            .members
            .iter()
            .position(|member| member.ended.is_none() && member.pid == pid)?;
        Some(ProcessId(place as u32))
    }
}

impl Member {
    /// The process's own waits in the world's numbers.
    fn edges(&self) -> impl Iterator<Item = WaitEdge> {
        self.process().wait_for_graph().into_iter().map(|edge| WaitEdge {
            fiber: self.fiber(edge.fiber),
            on: match edge.on {
                WaitFor::Lock { lock, holder } => WaitFor::Lock {
                    lock: self.lock(lock),
                    holder: holder.map(|holder| self.fiber(holder)),
                },
                WaitFor::Resource(resource) => WaitFor::Resource(self.resource(resource)),
                WaitFor::End(fiber) => WaitFor::End(self.fiber(fiber)),
                other @ WaitFor::Kernel { .. } => other,
            },
            place: edge.place,
        })
    }
}
