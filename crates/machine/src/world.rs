//! The world of a run: its processes, and the kernel between them.
//!
//! Drivers know fibers, locks and resources by numbers that are unique in the world; each process has its own numbers for
//! them, so that a fork is a copy.

mod calls;
mod graph;
mod lend;
mod member;
mod resources;
mod work;

pub use lend::{Lent, Part};

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc as StdArc;

use trace::{
    End, EventKind, ExitStatus, FiberId, KernelId, LimitKind, LockId, LockInfo, Model, Nanos, ProcessId,
    ResourceView, StateView, Step, WaitOn,
};
use triomphe::Arc;

use crate::canonical::Canonical;
use crate::code::Program;
use crate::kernel::Kernel;
use crate::process::Process;
use crate::system::SystemCall;
use crate::turn::{Budget, Outcome, Turn};
use member::{Member, Place};

/// Everything that a modelled run consists of. Cloning it is cheap, and equal worlds have equal futures.
#[derive(Clone, Debug)]
pub struct World {
    /// All processes that there have been, in the order in which they began.
    members: Vec<Arc<Member>>,
    /// Which fiber of which process that is, by the world's numbers.
    fibers: Vec<(ProcessId, FiberId)>,
    /// The same for locks.
    locks: Vec<(ProcessId, LockId)>,
    /// What events have told of beside locks, in the order in which they did.
    resources: Arc<Vec<resources::Origin>>,
    /// What is known of objects of the kernel, for traces.
    kernel_objects: Arc<BTreeMap<KernelId, resources::KernelObject>>,
    /// What lies outside of processes.
    pub kernel: Kernel,
    /// What happened in the current turn, and at which of its instructions.
    events: Vec<(u64, EventKind)>,
    /// Whether a turn ends in front of a system call.
    calls_begin_turns: bool,
    /// Bytes that all processes may use together.
    memory_limit: u64,
    /// How many processes there may have been.
    most_members: usize,
}

impl World {
    /// A world with one process, which is about to execute a program's first instruction; of the model it heeds limits,
    /// `cores` and `unbuffered`.
    ///
    /// # Errors
    /// When the program's constants alone do not fit into the memory that it may use.
    pub fn new(program: StdArc<Program>, model: &Model) -> Result<Self, LimitKind> {
        let limits = &model.limits;
        let process = Process::new(program, model)?;
        let mut kernel = Kernel::new(limits);
        kernel.begin();
        let mut world = Self {
            members: Vec::new(),
            fibers: Vec::new(),
            locks: Vec::new(),
            resources: Arc::default(),
            kernel_objects: Arc::default(),
            kernel,
            events: Vec::new(),
            calls_begin_turns: false,
            memory_limit: limits.memory,
            most_members: limits.processes_begun() as usize,
        };
        world.add(process, None, Vec::new());
        Ok(world)
    }

    /// Has turns end in front of system calls from now on.
    pub fn begin_turns_with_calls(&mut self) {
        self.calls_begin_turns = true;
    }

    /// Adds a process whose fibers have these numbers, and as many new ones as are missing.
    fn add(&mut self, process: Process, parent: Option<ProcessId>, fibers: Vec<FiberId>) -> ProcessId {
        let id = ProcessId(self.members.len() as u32);
        self.members.push(Arc::new(Member {
            pid: process.pid(),
            place: Place::Here(process),
            parent,
            fibers,
            locks: Vec::new(),
            resources: Vec::new(),
            ended: None,
        }));
        self.number(id);
        id
    }

    /// Gives numbers to fibers and locks that have none yet.
    fn number(&mut self, id: ProcessId) {
        let member = &self.members[id.index()];
        let (fibers, locks) = (member.process().fibers(), member.process().locks());
        if member.fibers.len() == fibers && member.locks.len() == locks {
            return;
        }
        let member = Arc::make_mut(&mut self.members[id.index()]);
        while member.fibers.len() < fibers {
            let local = FiberId(member.fibers.len() as u32);
            member.fibers.push(FiberId(self.fibers.len() as u32));
            self.fibers.push((id, local));
        }
        while member.locks.len() < locks {
            let local = LockId(member.locks.len() as u32);
            member.locks.push(LockId(self.locks.len() as u32));
            self.locks.push((id, local));
        }
    }

    fn member(&self, fiber: FiberId) -> (&Member, FiberId) {
        let (id, local) = self.fibers[fiber.index()];
        (&self.members[id.index()], local)
    }

    fn member_mut(&mut self, id: ProcessId) -> &mut Member {
        Arc::make_mut(&mut self.members[id.index()])
    }

    fn process_mut(&mut self, id: ProcessId) -> &mut Process {
        self.member_mut(id).process_mut()
    }

    /// Lets a fiber take a turn: `steps` instructions, and with `to_switch_point` on to where CPython 3.11 might switch; in
    /// either case on to the end of what CPython does in one go. What it writes is on the terminal when this returns.
    ///
    /// System calls take an instruction more. They are made at once, or where the world says so at the beginning of the next
    /// turn, so that a driver with a clock for each processor can let them happen in order of time.
    pub fn run(&mut self, fiber: FiberId, steps: u64, to_switch_point: bool) -> Turn {
        let mut budget = if to_switch_point {
            Budget::to_switch_point(steps)
        } else {
            Budget::whole(steps)
        };
        let mut done = 0;
        loop {
            let told = self.events.len();
            let part = self.run_part(fiber, &mut budget, u64::MAX);
            for (at, _) in &mut self.events[told..] {
                *at += done;
            }
            done += part.steps;
            if budget.is_over() {
                return Turn { steps: done, ..part };
            }
        }
    }

    /// A part of a turn: up to `most` instructions, one at least; to the turn's end, or up to what others can notice. Unless
    /// the budget is over then, the turn is to be gone on with before anybody else's.
    pub fn run_part(&mut self, fiber: FiberId, budget: &mut Budget, most: u64) -> Turn {
        let (id, local) = self.fibers[fiber.index()];
        let process = self.members[id.index()].process();
        let part = if let Some(call) = process.awaited_call(local) {
            if self.is_ready(fiber) || self.timeout(fiber).is_some() {
                let outcome = self.make(id, local, call.clone(), (1, true));
                Turn::told(1, outcome)
            } else {
                let on = self.waits_on(fiber).unwrap_or(WaitOn::Descriptors);
                Turn::new(0, Outcome::Blocked(on))
            }
        } else if let Some(call) = process.new_call(local) {
            let outcome = self.make(id, local, call.clone(), (1, false));
            Turn::told(1, outcome)
        } else {
            self.run_process(id, local, budget, most)
        };
        self.spend(id, local, budget, &part);
        part
    }

    fn spend(&self, id: ProcessId, local: FiberId, budget: &mut Budget, part: &Turn) {
        let process = self.members[id.index()].process();
        budget.spend(part, process.is_atomic(local));
        if self.calls_begin_turns && part.told && process.new_call(local).is_some() {
            budget.end();
        }
    }

    /// A part in which a process executes instructions.
    fn run_process(&mut self, id: ProcessId, local: FiberId, budget: &Budget, most: u64) -> Turn {
        self.bound_growth(id);
        let part = self.process_mut(id).run_part(local, budget, most);
        self.told(id, local, part)
    }

    /// Processes share the memory that there is.
    fn bound_growth(&mut self, id: ProcessId) {
        if self.members.len() > 1 {
            let room = self.memory_limit.saturating_sub(self.memory());
            self.process_mut(id).may_grow(room);
        }
    }

    /// What others can notice of a part happens: it is over, or ends with a system call.
    fn told(&mut self, id: ProcessId, local: FiberId, part: Turn) -> Turn {
        self.collect(id, 0);
        let process = self.members[id.index()].process();
        if part.outcome != Outcome::System {
            if process.is_over() {
                // Its last thread came to an end without a word: one that had forked.
                self.ended(id, ExitStatus::Exited(0), part.steps);
            }
            return part;
        }
        let Some(call) = process.new_call(local).cloned() else {
            unreachable!("it makes a system call")
        };
        if matches!(call, SystemCall::Exit(_)) && self.members.len() == 1 {
            // Nobody else is there to see when.
            let outcome = self.make(id, local, call, (part.steps, false));
            return Turn::told(part.steps, outcome);
        }
        if self.calls_begin_turns {
            return Turn::told(part.steps, Outcome::BudgetUsed);
        }
        let steps = part.steps + 1;
        let outcome = self.make(id, local, call, (steps, false));
        Turn::told(steps, outcome)
    }

    /// Whether several processes together use more than a run may.
    fn is_too_large(&self) -> bool {
        self.members.len() > 1 && self.memory() > self.memory_limit
    }

    /// Takes what happened in a process, in the world's numbers; `before` instructions of the part came earlier.
    fn collect(&mut self, id: ProcessId, before: u64) {
        if self.members[id.index()].process().events().is_empty() {
            self.number(id);
            return;
        }
        let events = self.process_mut(id).take_events();
        self.number(id);
        for (at, event) in events {
            if let EventKind::Output { stream, text } = &event {
                self.kernel.write(*stream, text);
            }
            self.number_resources(id, &event);
            let event = self.members[id.index()].event(event);
            self.events.push((before + at, event));
        }
    }

    /// What happened since this was last asked: behind how many instructions of the turn, and what.
    pub fn take_events(&mut self) -> Vec<(u64, EventKind)> {
        std::mem::take(&mut self.events)
    }

    /// Forgets what happened; the room for it stays.
    pub fn forget_events(&mut self) {
        self.events.clear();
    }

    /// Answers a fiber that reads a clock, in nanoseconds.
    pub fn answer_clock(&mut self, fiber: FiberId, nanos: Nanos) {
        let (id, local) = self.fibers[fiber.index()];
        self.process_mut(id).answer_clock(local, nanos);
    }

    /// Compares every object's reference count with the references that there are.
    ///
    /// # Errors
    /// With a sentence about the first object whose count is wrong.
    pub fn audit(&self) -> Result<(), String> {
        self.members
            .iter()
            .try_for_each(|member| member.process().audit())
    }

    /// How many fibers there have been.
    #[must_use]
    pub fn fibers(&self) -> usize {
        self.fibers.len()
    }

    /// How many processes there have been.
    #[must_use]
    pub fn processes(&self) -> usize {
        self.members.len()
    }

    /// The thread of a process that hears of signals.
    #[must_use]
    pub fn main_fiber(&self, process: ProcessId) -> FiberId {
        let member = &self.members[process.index()];
        member.fiber(member.process().main_fiber())
    }

    /// Whether a fiber is a timer of the kernel, which takes nobody's place.
    #[must_use]
    pub fn is_timer(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().is_timer(local)
    }

    /// How long a thread of a process waits for the GIL before it asks for it: the model's switch interval, until
    /// `sys.setswitchinterval` sets another.
    #[must_use]
    pub fn switch_interval(&self, process: ProcessId) -> Nanos {
        let micros = self.members[process.index()].process().switch_interval();
        micros.saturating_mul(1_000)
    }

    /// Whose fiber that is.
    #[must_use]
    pub fn process_of(&self, fiber: FiberId) -> ProcessId {
        self.fibers[fiber.index()].0
    }

    /// Whether a fiber could execute an instruction. One that sleeps or writes to the terminal could: how long that takes is
    /// the driver's business.
    #[must_use]
    pub fn is_ready(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        match member.process().awaited_call(local) {
            Some(_) if member.process().is_stopped(local) => false,
            Some(SystemCall::WaitSignal { among, .. }) => member.process().holds(*among),
            Some(call) => self.kernel.could(member.pid, call),
            None => member.process().is_ready(local),
        }
    }

    /// Whether a fiber waits for the kernel.
    #[must_use]
    pub fn calls_kernel(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().awaited_call(local).is_some()
    }

    /// How long a fiber waits at most, in nanoseconds since it began to. If it goes on although what it waits for has not
    /// happened, then it has waited that long.
    #[must_use]
    pub fn timeout(&self, fiber: FiberId) -> Option<Nanos> {
        let (member, local) = self.member(fiber);
        member.process().timeout(local)
    }

    /// Whether a fiber has ended.
    #[must_use]
    pub fn is_finished(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().is_finished(local)
    }

    /// Whether an exception ended a fiber, or is about to.
    #[must_use]
    pub fn has_failed(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().has_failed(local)
    }

    /// Whether all processes have ended.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.members.iter().all(|member| member.ended.is_some())
    }

    /// Whether nobody else of its process may run before this fiber has gone on: it is in the middle of what CPython does in
    /// one go.
    #[must_use]
    pub fn is_atomic(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().is_atomic(local)
    }

    /// Whether other fibers can see that this one executed its next instruction, so that it matters who goes first.
    #[must_use]
    pub fn next_is_visible(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().next_is_visible(local)
    }

    /// Whether a fiber goes on with the method `join` of a thread that was started.
    #[must_use]
    pub fn is_about_to_join(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().is_about_to_join(local)
    }

    /// Whether a fiber is inside `Thread.join` of a thread that was started: nobody else can see what it does there.
    #[must_use]
    pub fn is_inside_join(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().is_inside_join(local)
    }

    /// Whether a fiber is inside `Thread.start`, called by the program itself: nobody else can see what it does there.
    #[must_use]
    pub fn is_inside_start(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().is_inside_start(local)
    }

    /// Whether all that a fiber waits for is that a thread ends or has ended, however long that takes.
    #[must_use]
    pub fn is_joining(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().is_joining(local)
    }

    /// Whether a fiber waits in an event loop that has nothing to do at the moment.
    #[must_use]
    pub fn is_idle(&self, fiber: FiberId) -> bool {
        let (member, local) = self.member(fiber);
        member.process().is_idle(local)
    }

    /// What a fiber waits for, whether or not that has happened; `None` if it does not wait.
    #[must_use]
    pub fn waits_on(&self, fiber: FiberId) -> Option<WaitOn> {
        let (member, local) = self.member(fiber);
        match member.process().awaited_call(local) {
            Some(call) => Some(self.kernel.waits_on(member.pid, call)),
            None => member.process().waits_on(local).map(|on| member.wait(on)),
        }
    }

    /// The lock that a fiber waits for, even where that stands for a thread's start or end. Locks that only the library knows
    /// have numbers that are unique in their process.
    #[must_use]
    pub fn awaited_lock(&self, fiber: FiberId) -> Option<LockId> {
        let (member, local) = self.member(fiber);
        member.process().awaited_lock(local).map(|lock| member.lock(lock))
    }

    /// How a bound that a fiber reached ends the run.
    #[must_use]
    pub fn limit(&self, kind: LimitKind, fiber: FiberId) -> End {
        let (member, local) = self.member(fiber);
        let End::Limit { kind, place, .. } = member.process().limit(kind, local) else {
            unreachable!("a bound that was reached")
        };
        End::Limit { kind, fiber, place }
    }

    /// Bytes in use.
    #[must_use]
    pub fn memory(&self) -> u64 {
        let alive = self.members.iter().filter(|member| member.ended.is_none());
        alive.map(|member| member.memory()).sum::<u64>() + self.kernel.memory()
    }

    /// A fiber's name, as Python tells it.
    #[must_use]
    pub fn thread_name(&self, fiber: FiberId) -> String {
        let (member, local) = self.member(fiber);
        member.process().thread_name(local)
    }

    /// Locks that there have been.
    #[must_use]
    pub fn locks(&self) -> usize {
        self.locks.len()
    }

    /// What is known of a lock.
    #[must_use]
    pub fn lock_info(&self, lock: LockId) -> LockInfo {
        let (id, local) = self.locks[lock.index()];
        let (name, reentrant) = self.members[id.index()].process().lock_info(local);
        LockInfo { name, reentrant }
    }

    /// A process's number, as `os.getpid()` tells it, and who began it.
    #[must_use]
    pub fn process_info(&self, process: ProcessId) -> (u32, Option<ProcessId>) {
        let member = &self.members[process.index()];
        (member.pid, member.parent)
    }

    /// The state behind instruction `step`: threads and locks of all processes, variables of the main one.
    #[must_use]
    pub fn view(&self, step: Step) -> StateView {
        let views = self.members.iter().map(|member| member.process().view(step));
        let mut views: Vec<StateView> = views.collect();
        let fibers = self.fibers.iter().map(|(id, local)| {
            let mut fiber = views[id.index()].fibers[local.index()].clone();
            if let trace::FiberState::Blocked(on) = &mut fiber.state {
                *on = self.members[id.index()].wait(*on);
            }
            fiber
        });
        let mut view = StateView {
            step,
            fibers: fibers.collect(),
            globals: std::mem::take(&mut views[0].globals),
            locks: Vec::new(),
            resources: Vec::new(),
            lines: (None, None),
        };
        for (member, inner) in self.members.iter().zip(views) {
            view.resources
                .extend(inner.resources.into_iter().map(|known| ResourceView {
                    resource: member.resource(known.resource),
                    value: known.value,
                }));
            for mut lock in inner.locks {
                lock.lock = member.lock(lock.lock);
                lock.owner = lock.owner.map(|owner| member.fiber(owner));
                lock.waiters
                    .iter_mut()
                    .for_each(|waiter| *waiter = member.fiber(*waiter));
                view.locks.push(lock);
            }
        }
        view.locks.sort_by_key(|lock| lock.lock);
        view.resources.sort_by_key(|known| known.resource);
        view
    }

    /// How many calls of the program a fiber is in, and on which line the innermost goes on; nothing once it has ended.
    #[must_use]
    pub fn line(&self, fiber: FiberId) -> Option<(usize, u32)> {
        let (member, local) = self.member(fiber);
        member.process().line(local)
    }

    /// Calls `visit` with words that together are equal exactly for worlds that no program can tell apart, but for the
    /// kernel: processes in order of their numbers, which tell by whom they were begun.
    pub fn for_each_canonical(&self, canonical: &mut Canonical, mut visit: impl FnMut(&[u64])) {
        let mut alive: Vec<&Process> = self
            .members
            .iter()
            .filter(|member| member.ended.is_none())
            .map(|member| member.process())
            .collect();
        alive.sort_by_key(|process| process.pid());
        for process in alive {
            visit(canonical.words(process));
        }
    }
}

impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        let words = |world: &Self| {
            let mut all = Vec::new();
            world.for_each_canonical(&mut Canonical::default(), |words| all.push(words.to_vec()));
            all
        };
        self.kernel == other.kernel && words(self) == words(other)
    }
}

impl Eq for World {}

impl Hash for World {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.for_each_canonical(&mut Canonical::default(), |words| words.hash(state));
        self.kernel.hash(state);
    }
}
