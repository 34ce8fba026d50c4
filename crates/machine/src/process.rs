//! A process: a heap, global variables and fibers, and the one operation on it: let a fiber run.
//!
//! The process decides nothing: whoever drives it says which fiber runs and for how long, and answers what the outside
//! world has to answer (clocks, sleeps, the terminal).

mod birth;
mod load;
mod system;
mod tell;
mod waits;
mod work;

use std::sync::Arc as StdArc;

use trace::{EventKind, FiberId, LimitKind, LockId, Nanos, WaitOn};
use triomphe::Arc;

use crate::code::Program;
use crate::fiber::{Fiber, Frame, Status, Then, ThreadKind, Wait};
use crate::interpret::{Exit, Interpreter};
use crate::object::Object;
use crate::opcode::Instr;
use crate::shared::Shared;
use crate::system::SystemCall;
use crate::turn::{Budget, Outcome, Turn};
use crate::value::Value;

/// A process.
#[derive(Clone, Debug)]
pub struct Process {
    pub(crate) program: StdArc<Program>,
    pub(crate) shared: Shared,
    /// By id; those that have ended stay as empty ones.
    pub(crate) fibers: Vec<Arc<Fiber>>,
    /// What it found when it began.
    host: Host,
}

/// What a process finds when it begins: bounds on what it may use, and where it runs.
#[derive(Clone, Copy, Debug)]
struct Host {
    /// Bytes of objects.
    memory: u64,
    /// Threads alive at once.
    threads: u32,
    /// Frames of one thread, until the program says otherwise.
    recursion: u32,
    /// Processors.
    cores: u32,
    /// How long a thread waits for the GIL before it asks for it, in microseconds, until the program says otherwise.
    switch_interval: u64,
    /// Whether `print` writes at once (`python3 -u`).
    unbuffered: bool,
    /// Where the numbers begin that stand for what nobody can foresee.
    entropy: u64,
}

impl Process {
    /// A fiber that calls a function with a tuple of arguments, a reference that is given away.
    fn new_fiber(&self, parent: Option<FiberId>, function: Value, args: Value) -> Fiber {
        let code = Program::THREAD;
        let places = self.program.code(code).entry.frame_size as usize;
        let mut fiber = Fiber {
            parent,
            ordinal: parent.map_or(0, |parent| self.fibers[parent.index()].children),
            children: 0,
            frames: vec![Frame::new(code, 0, 0)],
            stack: vec![Value::Unbound; places],
            top: 0,
            status: Status::Ready,
            started: false,
            announces: false,
            is_timer: false,
            thread: Value::Unbound,
            running: Value::Unbound,
            handled: Value::Unbound,
            arrived: Value::Unbound,
            then: Then::Push,
            name: String::new(),
            failed: false,
        };
        [Value::Unbound, function, args]
            .into_iter()
            .for_each(|operand| fiber.push(operand));
        fiber
    }

    /// Lets a fiber execute `steps` instructions. Ending a wait is one of them.
    ///
    /// The turn ends early where something happens that the driver has to hear of, or that another fiber may have waited
    /// for: behind an event, behind a wait, and behind a thread's first instruction; but not in the middle of what CPython
    /// does in one go, before that is over.
    ///
    /// A fiber that waits for what has not happened executes nothing and is told to be blocked again.
    pub fn run(&mut self, fiber: FiberId, steps: u64) -> Turn {
        let mut budget = Budget::exactly(steps);
        let mut done = 0;
        loop {
            let told = self.shared.events.len();
            let part = self.run_part(fiber, &budget, u64::MAX);
            for (at, _) in &mut self.shared.events[told..] {
                *at += done;
            }
            done += part.steps;
            budget.spend(&part, self.is_atomic(fiber));
            if budget.is_over() {
                return Turn { steps: done, ..part };
            }
        }
    }

    /// A part of a turn: up to `most` instructions, to the turn's end, or up to what others can notice.
    pub(crate) fn run_part(&mut self, fiber: FiberId, budget: &Budget, most: u64) -> Turn {
        let most = most.min(budget.longest());
        if budget.ends_at_switch_point() {
            self.part_to_switch_point(fiber, budget.steps(), most)
        } else {
            self.part(fiber, budget.steps(), most)
        }
    }

    /// Up to `steps` instructions and on to the end of what CPython does in one go, but never more than `most`; and no further
    /// than what others can notice.
    pub(crate) fn part(&mut self, fiber: FiberId, steps: u64, most: u64) -> Turn {
        self.shared.now = 0;
        if most == 0 || steps == 0 && !self.is_atomic(fiber) {
            return Turn::new(0, Outcome::BudgetUsed);
        }
        let budget = steps.min(most);
        let mut steps = match self.resume(fiber) {
            // The blocking call returns into `CALL`, which looks at the eval breaker.
            Ok(steps) if steps > 0 && !self.is_atomic(fiber) => {
                return Turn::told(steps, Outcome::BudgetUsed);
            }
            // What CPython does in one go hastens to its end from here, however turns are cut.
            Ok(steps) if !self.shared.events.is_empty() => {
                return Turn {
                    told: true,
                    ..Turn::new(steps, Outcome::BudgetUsed)
                };
            }
            Ok(steps) => steps,
            Err(turn) => return turn,
        };
        loop {
            // At the same instruction, however turns are cut.
            if self.shared.heap.is_collection_due() {
                self.collect();
            }
            let (more, exit) = Interpreter {
                program: &self.program,
                shared: &mut self.shared,
                fiber: Arc::make_mut(&mut self.fibers[fiber.index()]),
                id: fiber,
                before: steps,
            }
            .run(budget.saturating_sub(steps), most - steps);
            steps += more;
            match exit {
                Exit::Collect => continue,
                Exit::CollectNow => {
                    let freed = self.collect();
                    Arc::make_mut(&mut self.fibers[fiber.index()]).arrived = Value::Int(freed as i64);
                    continue;
                }
                _ => {}
            }
            // What a call tells happens in native code, so the call ends here.
            let at_switch_point = matches!(exit, Exit::Told(Instr::Call(_) | Instr::CallFunctionEx(_)))
                && !self.is_atomic(fiber);
            let told = matches!(exit, Exit::Told(_)) || !self.shared.events.is_empty();
            let outcome = self.exit(fiber, exit, steps);
            return Turn {
                at_switch_point,
                told,
                ..Turn::new(steps, outcome)
            };
        }
    }

    /// Ends a wait if what it waited for has happened; how many instructions that took.
    fn resume(&mut self, id: FiberId) -> Result<u64, Turn> {
        let blocked = |on| Err(Turn::new(0, Outcome::Blocked(on)));
        if self.is_stopped(id) {
            return Err(Turn::new(0, Outcome::Finished));
        }
        let happened = self.is_ready(id);
        if !happened && self.timeout(id).is_none() {
            return match self.waits_on(id) {
                Some(on) => blocked(on),
                None => Err(Turn::new(0, Outcome::Finished)),
            };
        }
        let fiber = Arc::make_mut(&mut self.fibers[id.index()]);
        match std::mem::replace(&mut fiber.status, Status::Ready) {
            Status::Ready => Ok(0),
            Status::Waiting(Wait::Write(mut pieces, stream)) => {
                let text = if pieces.is_empty() {
                    String::new()
                } else {
                    pieces.remove(0)
                };
                self.shared.now = 1;
                self.shared.tell(EventKind::Output { stream, text });
                if !pieces.is_empty() {
                    fiber.status = Status::Waiting(Wait::Write(pieces, stream));
                    self.shared.tell(EventKind::Blocked { on: WaitOn::Write });
                    return Err(Turn::new(1, Outcome::Blocked(WaitOn::Write)));
                }
                fiber.arrived = Value::None;
                Ok(1)
            }
            Status::Waiting(Wait::Lock(lock, _)) => {
                // A wait that goes on although nothing has happened has lasted too long.
                fiber.arrived = Value::bool(happened);
                let held = match self.shared.heap.get_mut(lock) {
                    Object::Lock(held) if happened => {
                        held.holder = Some(id);
                        Some(held.id)
                    }
                    Object::RLock(held) if happened => {
                        held.holder = Some(id);
                        held.count = 1;
                        Some(held.id)
                    }
                    _ => None,
                };
                self.shared.now = 1;
                if let Some(lock) = held {
                    self.shared.tell(EventKind::Acquired { lock });
                }
                self.shared.heap.release(Value::Object(lock));
                Ok(1)
            }
            Status::Waiting(Wait::Start(child)) => {
                fiber.arrived = Value::Int(crate::native::thread_ident(child));
                Ok(1)
            }
            Status::Waiting(Wait::Work(working)) => match self.end_work(*working) {
                Ok(result) => {
                    Arc::make_mut(&mut self.fibers[id.index()]).arrived = result;
                    Ok(1)
                }
                Err(limit) => Err(Turn::new(1, Outcome::Limit(limit.into()))),
            },
            Status::Waiting(Wait::Sleep(_) | Wait::System(_)) => {
                fiber.arrived = Value::None;
                Ok(1)
            }
            Status::Calling(_) | Status::Finished | Status::Left => {
                unreachable!("a fiber that has ended is never ready")
            }
        }
    }

    fn exit(&mut self, id: FiberId, exit: Exit, steps: u64) -> Outcome {
        self.shared.now = steps;
        let wait = match exit {
            Exit::Budget | Exit::Told(_) | Exit::Collect | Exit::CollectNow => return Outcome::BudgetUsed,
            Exit::Clock(clock) => return Outcome::Clock(clock),
            Exit::Limit(limit) => return Outcome::Limit(limit),
            Exit::Finished => {
                self.finish(id, steps);
                return Outcome::Finished;
            }
            Exit::Uncaught => {
                // The core catches everything; what it raises itself ends the fiber silently.
                Arc::make_mut(&mut self.fibers[id.index()]).failed = true;
                self.finish(id, steps);
                return Outcome::Finished;
            }
            Exit::ProcessEnds(status) => {
                let call = SystemCall::Exit(status);
                Arc::make_mut(&mut self.fibers[id.index()]).status = Status::Calling(call);
                return Outcome::System;
            }
            Exit::Spawn { function, args, kind } => match self.spawn(id, function, args, kind) {
                Ok(child) => Wait::Start(child),
                Err(limit) => return Outcome::Limit(limit),
            },
            Exit::Wait(wait) => wait,
            Exit::System(call) => {
                Arc::make_mut(&mut self.fibers[id.index()]).status = Status::Calling(call);
                return Outcome::System;
            }
        };
        Arc::make_mut(&mut self.fibers[id.index()]).status = Status::Waiting(wait);
        let Some(on) = self.waits_on(id) else {
            unreachable!("it waits now")
        };
        self.shared.tell(EventKind::Blocked { on });
        Outcome::Blocked(on)
    }

    /// Makes a fiber that calls a function with a tuple of arguments, both given away.
    fn spawn(
        &mut self,
        parent: FiberId,
        function: Value,
        args: Value,
        kind: ThreadKind,
    ) -> Result<FiberId, LimitKind> {
        let child = FiberId(self.fibers.len() as u32);
        let places = self.program.code(Program::THREAD).entry.frame_size;
        self.shared
            .heap
            .has_room(u64::from(places) * size_of::<Value>() as u64)?;
        let fiber = Fiber {
            announces: kind == ThreadKind::Announced,
            is_timer: kind == ThreadKind::Timer,
            name: match kind {
                ThreadKind::Timer => "timer".to_owned(),
                ThreadKind::Announced | ThreadKind::Raw => String::new(),
            },
            ..self.new_fiber(Some(parent), function, args)
        };
        self.fibers.push(Arc::new(fiber));
        Arc::make_mut(&mut self.fibers[parent.index()]).children += 1;
        self.shared.threads_alive += 1;
        self.shared.tell(EventKind::Spawned { child });
        Ok(child)
    }

    /// The process ends with everything in it, daemon threads too.
    fn end_process(&mut self, steps: u64) {
        for id in (0..self.fibers.len() as u32).map(FiberId) {
            if !self.is_finished(id) {
                self.finish(id, steps);
            }
        }
    }

    fn finish(&mut self, id: FiberId, steps: u64) {
        let name = self.thread_name(id);
        let fiber = Arc::make_mut(&mut self.fibers[id.index()]);
        fiber.name = name;
        if fiber.announces {
            let lock = LockId::start_of(id);
            self.shared.tell(EventKind::Released { lock });
        }
        let status = std::mem::replace(&mut fiber.status, Status::Finished);
        let mut held = fiber.live().to_vec();
        fiber
            .frames
            .iter()
            .for_each(|frame| frame.for_each_value(|value| held.push(value)));
        held.extend([fiber.thread, fiber.running, fiber.handled, fiber.arrived]);
        fiber.clear();
        match status {
            Status::Waiting(Wait::Lock(lock, _)) => held.push(Value::Object(lock)),
            Status::Waiting(Wait::Work(working)) => working.end(&mut self.shared.heap),
            _ => {}
        }
        held.into_iter().for_each(|value| self.shared.heap.release(value));
        self.shared.threads_alive -= 1;
        self.shared.now = steps;
        // CPython ends a process without telling its daemon threads.
        self.shared.events.push((steps, EventKind::Finished));
    }

    /// Answers a fiber that reads a clock, in nanoseconds.
    pub fn answer_clock(&mut self, fiber: FiberId, nanos: Nanos) {
        let arrived = &mut Arc::make_mut(&mut self.fibers[fiber.index()]).arrived;
        *arrived = match arrived {
            Value::Int(_) => Value::Int(i64::try_from(nanos).unwrap_or(i64::MAX)),
            _ => Value::float(nanos as f64 / 1e9),
        };
    }

    /// What happened since events were last taken.
    pub(crate) fn events(&self) -> &[(u64, EventKind)] {
        &self.shared.events
    }

    /// What happened since this was last asked: behind how many instructions of the turn, and what.
    pub fn take_events(&mut self) -> Vec<(u64, EventKind)> {
        std::mem::take(&mut self.shared.events)
    }
}
