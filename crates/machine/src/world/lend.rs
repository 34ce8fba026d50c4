//! Processes that execute on their own, several at once.
//!
//! What a process executes is nobody else's business until it makes a system call, writes, or begins or ends a thread. So
//! a driver with several processors takes the process out of the world, lets it execute a part of a turn, and brings it
//! back; what others can notice happens then, in the order in which processes come back. A world in which each of those
//! parts is executed in that order, one behind the other, ends up the same: that is how such a run is repeated.
//!
//! Only signals and ends reach into another process. Whoever brings such a call has to wait until those it reaches are here.

use trace::{FiberId, ProcessId};

use super::{Place, World};
use crate::process::Process;
use crate::system::SystemCall;
use crate::turn::{Budget, Outcome, Turn};

/// A process that has left its world in order to execute a part of a turn.
#[derive(Debug)]
pub struct Lent {
    process: Process,
    part: Part,
}

/// A part that has been executed, and that the world has not been told of.
#[derive(Debug)]
pub struct Part {
    id: ProcessId,
    local: FiberId,
    turn: Turn,
}

impl Lent {
    /// Executes a part: up to what others can notice, or to the end of the budget.
    pub fn run(&mut self, budget: &Budget) {
        self.part.turn = self.process.run_part(self.part.local, budget, u64::MAX);
    }
}

impl World {
    /// Lends the process of a fiber that is about to execute instructions. Nothing, if it is about to make a system call:
    /// [`World::run_part`] does that here.
    pub fn lend(&mut self, fiber: FiberId) -> Option<Lent> {
        let (id, local) = self.fibers[fiber.index()];
        let process = self.members[id.index()].process();
        if process.awaited_call(local).is_some() || process.new_call(local).is_some() {
            return None;
        }
        self.bound_growth(id);
        let member = self.member_mut(id);
        let away = Place::Away {
            memory: member.memory(),
            threads: member.threads_alive(),
        };
        let Place::Here(process) = std::mem::replace(&mut member.place, away) else {
            unreachable!("a process is lent once")
        };
        let turn = Turn::new(0, Outcome::BudgetUsed);
        Some(Lent {
            process,
            part: Part { id, local, turn },
        })
    }

    /// The process is here again. What it has executed is to be settled before it executes anything more.
    pub fn bring_back(&mut self, lent: Lent) -> Part {
        let Lent { process, part } = lent;
        self.member_mut(part.id).place = Place::Here(process);
        part
    }

    /// The processes that a part's last instruction reaches into, beside its own.
    #[must_use]
    pub fn reach(&self, part: &Part) -> Vec<ProcessId> {
        let member = &self.members[part.id.index()];
        let process = member.process();
        match process.new_call(part.local) {
            Some(SystemCall::Exit(_)) => member.parent.into_iter().collect(),
            Some(SystemCall::Kill { pid, .. }) => {
                let target = u32::try_from(*pid).ok().and_then(|pid| self.by_number(pid));
                let parent = target.and_then(|target| self.members[target.index()].parent);
                let reached = [target, parent].into_iter().flatten();
                reached.filter(|reached| *reached != part.id).collect()
            }
            None if process.is_over() => member.parent.into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a process is not lent.
    #[must_use]
    pub fn is_here(&self, process: ProcessId) -> bool {
        matches!(self.members[process.index()].place, Place::Here(_))
    }

    /// Whether a process has ended.
    #[must_use]
    pub fn has_ended(&self, process: ProcessId) -> bool {
        self.members[process.index()].ended.is_some()
    }

    /// Tells the world of a part; those that it reaches into must be here. If its process has been ended meanwhile, then the
    /// part never happened.
    pub fn settle(&mut self, part: Part, budget: &mut Budget) -> Turn {
        let Part { id, local, turn } = part;
        if self.has_ended(id) {
            budget.end();
            return Turn::finished();
        }
        let turn = self.told(id, local, turn);
        self.spend(id, local, budget, &turn);
        turn
    }
}
