//! A process: a heap, global variables and fibers, and the one operation on it: let a fiber run.
//!
//! The process decides nothing: whoever drives it says which fiber runs and for how long, and answers what the outside
//! world has to answer (clocks, sleeps, the terminal).

use std::sync::Arc as StdArc;

use trace::{End, EventKind, FiberId, Limits, LockId, Nanos, Place, Stream, WaitEdge, WaitFor, WaitOn};
use triomphe::Arc;

use crate::code::{Constant, Program};
use crate::fiber::{Clock, Fiber, Frame, Status, Wait};
use crate::heap::{Heap, OutOfMemory};
use crate::interpret::{Exit, Interpreter};
use crate::object::{Lock, Object, Thread};
use crate::opcode::Instr;
use crate::operators;
use crate::value::{ObjectId, Value};

/// Objects between two collections of cycles.
pub(crate) const COLLECT_EVERY: u64 = 100_000;

/// What all fibers of a process share.
#[derive(Clone, Debug)]
pub(crate) struct Shared {
    pub heap: Heap,
    /// The values of global variables, by slot.
    pub globals: Vec<Value>,
    /// The program's constants as values; each holds a reference.
    pub constants: Arc<Vec<Value>>,
    /// What was printed of a line that has not ended (`sys.stdout`'s buffer).
    pub line: String,
    /// Whether `print` writes at once (`python3 -u`).
    pub unbuffered: bool,
    /// How many locks there have been.
    pub locks: u32,
    /// How many threads got a name with a number.
    pub threads_named: u32,
    pub threads_alive: u32,
    pub thread_limit: u32,
    pub recursion_limit: u32,
    /// The main thread's `Thread`.
    pub main_thread: Value,
    /// Instructions of the current run.
    pub now: u64,
    /// What happened in the current run, and at which of its instructions.
    pub events: Vec<(u64, EventKind)>,
}

impl Shared {
    /// Notes an event for the driver.
    pub fn tell(&mut self, event: EventKind) {
        self.events.push((self.now, event));
    }

    /// Writes what was printed of a line that has not ended: CPython does so when the main module's code ends, before the
    /// traceback if there is one (`flush_io` in `Python/pythonrun.c`).
    pub fn flush(&mut self) {
        let text = std::mem::take(&mut self.line);
        if !text.is_empty() {
            self.tell(EventKind::Output {
                stream: Stream::Out,
                text,
            });
        }
    }
}

/// A process.
#[derive(Clone, Debug)]
pub struct Process {
    pub(crate) program: StdArc<Program>,
    pub(crate) shared: Shared,
    /// By id; those that have ended stay as empty ones.
    pub(crate) fibers: Vec<Arc<Fiber>>,
}

/// How a fiber's turn went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Instructions executed.
    pub steps: u64,
    /// Why it stopped.
    pub outcome: Outcome,
    /// Whether it is known to have stopped where CPython 3.11 looks at its eval breaker, so that a switch may happen there.
    pub at_switch_point: bool,
}

impl Turn {
    fn new(steps: u64, outcome: Outcome) -> Self {
        Self {
            steps,
            outcome,
            at_switch_point: false,
        }
    }
}

/// Why a fiber's turn stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The fiber could go on: the budget is used up, or something happened that others can notice.
    BudgetUsed,
    /// The fiber waits.
    Blocked(WaitOn),
    /// The fiber reads a clock: `answer_clock`, then it can go on.
    Clock(Clock),
    /// The fiber has ended.
    Finished,
    /// The run has used up what it may use.
    Limit(trace::LimitKind),
}

impl Process {
    /// A process that is about to execute a program's first instruction.
    ///
    /// # Errors
    /// When the program's constants alone do not fit into the memory that it may use.
    pub fn new(
        program: StdArc<Program>,
        limits: &Limits,
        unbuffered: bool,
    ) -> Result<Self, trace::LimitKind> {
        let mut heap = Heap::new(limits.memory);
        let constants = constants(&program, &mut heap)?;
        let name = heap.string("MainThread")?;
        let args = heap.tuple(Vec::new())?;
        let thread = Thread {
            target: Value::None,
            args,
            name,
            fiber: Some(FiberId::MAIN),
            finished: false,
        };
        let main_thread = heap.allocate(Object::Thread(Arc::new(thread)))?;
        let globals = vec![Value::Unbound; program.globals.len()];
        let mut process = Self {
            shared: Shared {
                heap,
                globals,
                constants: Arc::new(constants),
                line: String::new(),
                unbuffered,
                locks: 0,
                threads_named: 0,
                threads_alive: 1,
                thread_limit: limits.threads,
                recursion_limit: limits.recursion,
                main_thread,
                now: 0,
                events: Vec::new(),
            },
            fibers: Vec::new(),
            program,
        };
        process.shared.heap.retain(main_thread);
        let main = process.new_fiber(Program::MODULE, None, main_thread, &[]);
        process.fibers.push(Arc::new(Fiber {
            started: true,
            ..main
        }));
        Ok(process)
    }

    fn new_fiber(&self, code: u32, parent: Option<FiberId>, thread: Value, operands: &[Value]) -> Fiber {
        let places = self.program.codes[code as usize].frame_size as usize;
        let mut fiber = Fiber {
            parent,
            ordinal: parent.map_or(0, |parent| self.fibers[parent.index()].children),
            children: 0,
            frames: vec![Frame {
                code,
                pc: 0,
                base: 0,
                keywords: None,
            }],
            stack: vec![Value::Unbound; places],
            top: 0,
            status: Status::Ready,
            started: false,
            thread,
            name: String::new(),
            failed: false,
        };
        operands.iter().for_each(|operand| fiber.push(*operand));
        fiber
    }

    /// Lets a fiber execute up to `budget` instructions. Ending a wait is one of them.
    ///
    /// The turn ends early where something happens that the driver has to hear of, or that another fiber may have waited
    /// for: behind an event, behind a wait, and behind a thread's first instruction.
    ///
    /// A fiber that waits for what has not happened executes nothing and is told to be blocked again.
    pub fn run(&mut self, fiber: FiberId, budget: u64) -> Turn {
        self.shared.now = 0;
        if budget == 0 {
            return Turn::new(0, Outcome::BudgetUsed);
        }
        match self.resume(fiber) {
            Ok(0) => {}
            Ok(steps) => {
                return Turn {
                    // The blocking call returns into `CALL`, which looks.
                    at_switch_point: true,
                    ..Turn::new(steps, Outcome::BudgetUsed)
                };
            }
            Err(turn) => return turn,
        }
        if self.shared.heap.allocated() >= COLLECT_EVERY {
            self.collect();
        }
        let mut steps = 0;
        loop {
            let (more, exit) = Interpreter {
                program: &self.program,
                shared: &mut self.shared,
                fiber: Arc::make_mut(&mut self.fibers[fiber.index()]),
                id: fiber,
                before: steps,
            }
            .run(budget - steps);
            steps += more;
            if matches!(exit, Exit::Collect) {
                self.collect();
                continue;
            }
            // What a call tells happens in native code, so the call ends here.
            let at_switch_point = matches!(exit, Exit::Told(Instr::Call(_) | Instr::CallFunctionEx));
            let outcome = self.exit(fiber, exit, steps);
            return Turn {
                steps,
                outcome,
                at_switch_point,
            };
        }
    }

    /// Ends a wait if what it waited for has happened; how many instructions that took.
    fn resume(&mut self, id: FiberId) -> Result<u64, Turn> {
        let blocked = |on| Err(Turn::new(0, Outcome::Blocked(on)));
        if !self.is_ready(id) {
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
                if id == FiberId::MAIN && fiber.frames.is_empty() {
                    self.shared.flush();
                }
                self.shared.tell(EventKind::Output { stream, text });
                if !pieces.is_empty() {
                    fiber.status = Status::Waiting(Wait::Write(pieces, stream));
                    self.shared.tell(EventKind::Blocked { on: WaitOn::Write });
                    return Err(Turn::new(1, Outcome::Blocked(WaitOn::Write)));
                }
                if fiber.frames.is_empty() {
                    // That was the traceback of the exception that ended it.
                    self.finish(id, 1);
                    return Err(Turn::new(1, Outcome::Finished));
                }
                fiber.push(Value::None);
                Ok(1)
            }
            Status::Waiting(Wait::Lock(lock)) => {
                fiber.push(Value::Bool(true));
                if let Object::Lock(held) = self.shared.heap.get_mut(lock) {
                    held.holder = Some(id);
                    let lock = held.id;
                    self.shared.now = 1;
                    self.shared.tell(EventKind::Acquired { lock });
                }
                self.shared.heap.release(Value::Object(lock));
                Ok(1)
            }
            Status::Waiting(_) => {
                fiber.push(Value::None);
                Ok(1)
            }
            Status::Finished => unreachable!("a fiber that has ended is never ready"),
        }
    }

    fn exit(&mut self, id: FiberId, exit: Exit, steps: u64) -> Outcome {
        self.shared.now = steps;
        let wait = match exit {
            Exit::Budget | Exit::Told(_) | Exit::Collect => return Outcome::BudgetUsed,
            Exit::Clock(clock) => return Outcome::Clock(clock),
            Exit::Limit(limit) => return Outcome::Limit(limit),
            Exit::Finished => {
                if id == FiberId::MAIN {
                    self.shared.flush();
                }
                self.finish(id, steps);
                return Outcome::Finished;
            }
            Exit::Uncaught { traceback, headline } => {
                self.shared.tell(EventKind::Raised { message: headline });
                let fiber = Arc::make_mut(&mut self.fibers[id.index()]);
                fiber.failed = true;
                let text = if id == FiberId::MAIN {
                    traceback
                } else {
                    format!("Exception in thread {}:\n{traceback}", self.thread_name(id))
                };
                Wait::Write(vec![text], Stream::Err)
            }
            Exit::Spawn(thread) => match self.spawn(id, thread) {
                Ok(child) => Wait::Start(child),
                Err(limit) => return Outcome::Limit(limit),
            },
            Exit::Wait(wait) => wait,
        };
        Arc::make_mut(&mut self.fibers[id.index()]).status = Status::Waiting(wait);
        let Some(on) = self.waits_on(id) else {
            unreachable!("it waits now")
        };
        self.shared.tell(EventKind::Blocked { on });
        Outcome::Blocked(on)
    }

    /// Makes a fiber for a thread whose reference it takes over.
    fn spawn(&mut self, parent: FiberId, thread: ObjectId) -> Result<FiberId, trace::LimitKind> {
        let child = FiberId(self.fibers.len() as u32);
        let Object::Thread(object) = self.shared.heap.get_mut(thread) else {
            unreachable!("only threads start")
        };
        let object = Arc::make_mut(object);
        object.fiber = Some(child);
        let (target, args) = (object.target, object.args);
        // A thread without a target does nothing: `print` without arguments would, so it calls `bool`.
        let target = if matches!(target, Value::None) {
            Value::Type(crate::native::Type::Bool)
        } else {
            target
        };
        let places = self.program.codes[Program::THREAD as usize].frame_size;
        self.shared
            .heap
            .has_room(u64::from(places) * size_of::<Value>() as u64)?;
        self.shared.heap.retain(target);
        self.shared.heap.retain(args);
        let fiber = self.new_fiber(
            Program::THREAD,
            Some(parent),
            Value::Object(thread),
            &[Value::Unbound, target, args],
        );
        self.fibers.push(Arc::new(fiber));
        Arc::make_mut(&mut self.fibers[parent.index()]).children += 1;
        self.shared.threads_alive += 1;
        self.shared.tell(EventKind::Spawned { child });
        Ok(child)
    }

    fn finish(&mut self, id: FiberId, steps: u64) {
        let name = self.thread_name(id);
        let fiber = Arc::make_mut(&mut self.fibers[id.index()]);
        fiber.name = name;
        fiber.status = Status::Finished;
        fiber.stack = Vec::new();
        fiber.top = 0;
        let thread = std::mem::replace(&mut fiber.thread, Value::Unbound);
        if let Value::Object(thread) = thread
            && let Object::Thread(object) = self.shared.heap.get_mut(thread)
        {
            Arc::make_mut(object).finished = true;
        }
        self.shared.heap.release(thread);
        self.shared.threads_alive -= 1;
        self.shared.now = steps;
        self.shared.tell(EventKind::Finished);
    }

    /// How many fibers there have been.
    #[must_use]
    pub fn fibers(&self) -> usize {
        self.fibers.len()
    }

    /// Whether a fiber could execute an instruction. One that sleeps or writes could: how long that takes is the driver's
    /// business.
    #[must_use]
    pub fn is_ready(&self, fiber: FiberId) -> bool {
        match &self.fibers[fiber.index()].status {
            Status::Ready => true,
            Status::Finished => false,
            Status::Waiting(wait) => match wait {
                Wait::Lock(lock) => self.lock(*lock).holder.is_none(),
                Wait::End(other) => self.is_finished(*other),
                Wait::Start(other) => self.fibers[other.index()].started,
                Wait::Sleep(_) | Wait::Write(..) => true,
            },
        }
    }

    /// Whether a fiber has ended.
    #[must_use]
    pub fn is_finished(&self, fiber: FiberId) -> bool {
        matches!(self.fibers[fiber.index()].status, Status::Finished)
    }

    /// Whether an exception ended a fiber, or is about to.
    #[must_use]
    pub fn has_failed(&self, fiber: FiberId) -> bool {
        self.fibers[fiber.index()].failed
    }

    /// Whether all fibers have ended.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.shared.threads_alive == 0
    }

    /// Who waits for whom, once nobody can run any more.
    #[must_use]
    pub fn wait_for_graph(&self) -> Vec<WaitEdge> {
        let waiting = (0..self.fibers.len() as u32).map(FiberId).filter_map(|fiber| {
            let on = match self.waits_on(fiber)? {
                WaitOn::Lock(lock) => WaitFor::Lock {
                    lock,
                    holder: self.holder_of_awaited_lock(fiber),
                },
                WaitOn::End(other) | WaitOn::Start(other) => WaitFor::End(other),
                WaitOn::Sleep { .. } | WaitOn::Write => return None,
            };
            Some(WaitEdge {
                fiber,
                on,
                place: self.place(fiber),
            })
        });
        waiting.collect()
    }

    /// How a run of this process has ended, if nobody can run any more; else it was stopped.
    #[must_use]
    pub fn end(&self) -> End {
        if self.is_over() {
            return End::Finished {
                status: i32::from(self.has_failed(FiberId::MAIN)),
            };
        }
        if (0..self.fibers.len() as u32).any(|fiber| self.is_ready(FiberId(fiber))) {
            return End::Stopped;
        }
        End::Deadlock {
            waits: self.wait_for_graph(),
        }
    }

    /// What a fiber waits for, whether or not that has happened; `None` if it does not wait.
    #[must_use]
    pub fn waits_on(&self, fiber: FiberId) -> Option<WaitOn> {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(wait) => Some(wait.on(|lock| self.lock(lock).id)),
            _ => None,
        }
    }

    /// Who started a fiber.
    #[must_use]
    pub fn parent(&self, fiber: FiberId) -> Option<FiberId> {
        self.fibers[fiber.index()].parent
    }

    /// Who holds a lock that a fiber waits for.
    #[must_use]
    pub fn holder_of_awaited_lock(&self, fiber: FiberId) -> Option<FiberId> {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(Wait::Lock(lock)) => self.lock(*lock).holder,
            _ => None,
        }
    }

    fn lock(&self, id: ObjectId) -> Lock {
        match self.shared.heap.get(id) {
            Object::Lock(lock) => *lock,
            _ => unreachable!("only locks are waited for"),
        }
    }

    /// Answers a fiber that reads a clock, in nanoseconds.
    pub fn answer_clock(&mut self, fiber: FiberId, nanos: Nanos) {
        let seconds = nanos as f64 / 1e9;
        Arc::make_mut(&mut self.fibers[fiber.index()]).push(Value::Float(seconds));
    }

    /// What was printed without ending a line, once all threads have ended: CPython writes it when it exits.
    pub fn take_unfinished_line(&mut self) -> Option<String> {
        let line = std::mem::take(&mut self.shared.line);
        (!line.is_empty()).then_some(line)
    }

    /// What happened since events were last taken.
    pub(crate) fn events(&self) -> &[(u64, EventKind)] {
        &self.shared.events
    }

    /// What happened since this was last asked: behind how many instructions of the turn, and what.
    pub fn take_events(&mut self) -> Vec<(u64, EventKind)> {
        std::mem::take(&mut self.shared.events)
    }

    /// A fiber's name, as Python tells it.
    #[must_use]
    pub fn thread_name(&self, fiber: FiberId) -> String {
        match self.shared.heap.object(self.fibers[fiber.index()].thread) {
            Some(Object::Thread(thread)) => {
                operators::text_of(&self.shared.heap, thread.name).unwrap_or_default()
            }
            _ => self.fibers[fiber.index()].name.clone(),
        }
    }

    /// Where a fiber stands in the source.
    #[must_use]
    pub fn place(&self, fiber: FiberId) -> Place {
        let visible = self.fibers[fiber.index()]
            .frames
            .iter()
            .rev()
            .find(|frame| !self.program.codes[frame.code as usize].hidden);
        visible.map_or(Place::default(), |frame| self.frame_place(frame, true))
    }

    /// Where a call stands: at the instruction that comes next, or at the one that was last executed.
    pub(crate) fn frame_place(&self, frame: &Frame, last: bool) -> Place {
        let code = &self.program.codes[frame.code as usize];
        let at = if last {
            frame.pc.saturating_sub(1)
        } else {
            frame.pc
        } as usize;
        code.spans
            .get(at)
            .map_or(Place::default(), |span| self.program.place(*span))
    }

    /// The instruction that a fiber would execute next, unless it is at the end of a wait.
    pub(crate) fn next_instruction(&self, fiber: FiberId) -> Option<Instr> {
        let fiber = &self.fibers[fiber.index()];
        match fiber.status {
            Status::Ready => fiber
                .frames
                .last()
                .map(|frame| self.program.codes[frame.code as usize].instrs[frame.pc as usize]),
            _ => None,
        }
    }

    /// Bytes in use.
    #[must_use]
    pub fn memory(&self) -> u64 {
        self.shared.heap.used()
    }

    /// Locks that there have been.
    #[must_use]
    pub fn locks(&self) -> usize {
        self.shared.locks as usize
    }

    /// The global variable that holds a lock, or a list of locks with its index; empty if none does.
    #[must_use]
    pub fn lock_name(&self, lock: LockId) -> String {
        let is_it = |value: Value| matches!(self.shared.heap.object(value), Some(Object::Lock(found)) if found.id == lock);
        for (slot, value) in self.shared.globals.iter().enumerate() {
            let name = &self.program.globals[slot].name;
            if is_it(*value) {
                return name.clone();
            }
            let items = operators::as_items(&self.shared.heap, *value).unwrap_or_default();
            if let Some(index) = items.iter().position(|item| is_it(*item)) {
                return format!("{name}[{index}]");
            }
        }
        String::new()
    }
}

fn constants(program: &Program, heap: &mut Heap) -> Result<Vec<Value>, OutOfMemory> {
    let mut values: Vec<Value> = Vec::with_capacity(program.constants.len());
    for constant in &program.constants {
        let value = match constant {
            Constant::Value(value) => *value,
            Constant::Int(value) => operators::from_int(heap, value.clone())?,
            Constant::Str(text) => heap.string(text)?,
            Constant::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|item| values[*item as usize]).collect();
                heap.retain_all(&items);
                heap.tuple(items)?
            }
        };
        values.push(value);
    }
    Ok(values)
}
