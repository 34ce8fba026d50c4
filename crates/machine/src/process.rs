//! A process: a heap, global variables and fibers, and the one operation on it: let a fiber run.
//!
//! The process decides nothing: whoever drives it says which fiber runs and for how long, and answers what the outside
//! world has to answer (clocks, sleeps, the terminal).

use std::sync::Arc as StdArc;

use trace::{End, EventKind, FiberId, LimitKind, Limits, LockId, Nanos, Place, WaitEdge, WaitFor, WaitOn};
use triomphe::Arc;

use crate::code::{Attribute, Code, Constant, Initial, Program, Unit};
use crate::exception::ExceptionKind;
use crate::fiber::{Clock, Fiber, Frame, Status, Then, Wait};
use crate::heap::{Heap, OutOfMemory};
use crate::interpret::{Exit, Interpreter};
use crate::library::{self, ModuleId};
use crate::native::{Fault, raise};
use crate::object::Object;
use crate::opcode::Instr;
use crate::operators;
use crate::symbol::Symbol;
use crate::value::{ObjectId, Value, is_same};

/// Objects between two collections of cycles.
pub(crate) const COLLECT_EVERY: u64 = 100_000;

/// What all fibers of a process share.
#[derive(Clone, Debug)]
pub(crate) struct Shared {
    pub heap: Heap,
    /// The program's variables and constants.
    pub main: Namespace,
    /// Those of the library's modules, by module from 1; those that the program cannot get hold of are empty.
    pub library: Arc<Vec<Arc<Namespace>>>,
    /// What was printed of a line that has not ended (`sys.stdout`'s buffer).
    pub line: String,
    /// Whether `print` writes at once (`python3 -u`).
    pub unbuffered: bool,
    /// Whether `sys.stdout` is something else than the terminal.
    pub redirected: bool,
    /// How many locks there have been.
    pub locks: u32,
    /// How many that only the library knows.
    pub internal_locks: u32,
    pub threads_alive: u32,
    pub thread_limit: u32,
    pub recursion_limit: u32,
    /// How often the program has asked for what nobody can foresee.
    pub entropy: u64,
    /// Whether the process is ending, so that none but the main thread runs any more.
    pub finalising: bool,
    /// The process's exit status, once it has one.
    pub status: Option<i32>,
    /// Instructions of the current run.
    pub now: u64,
    /// What happened in the current run, and at which of its instructions.
    pub events: Vec<(u64, EventKind)>,
}

/// A module's state.
#[derive(Clone, Debug, Default)]
pub(crate) struct Namespace {
    /// The values of its variables, by slot.
    pub globals: Vec<Value>,
    /// Its constants as values; each holds a reference.
    pub constants: Arc<Vec<Value>>,
    /// Slots of those that the program has assigned to from outside, in their order.
    pub assigned: Vec<u32>,
    /// What the program put into the module under names that it does not know.
    pub extra: Vec<(Symbol, Value)>,
}

impl Shared {
    pub fn namespace(&self, module: ModuleId) -> &Namespace {
        match module.0.checked_sub(1) {
            None => &self.main,
            Some(place) => &self.library[place as usize],
        }
    }

    pub fn namespace_mut(&mut self, module: ModuleId) -> &mut Namespace {
        match module.0.checked_sub(1) {
            None => &mut self.main,
            Some(place) => Arc::make_mut(&mut Arc::make_mut(&mut self.library)[place as usize]),
        }
    }

    /// All of them, the program's first.
    pub fn namespaces(&self) -> impl Iterator<Item = &Namespace> {
        std::iter::once(&self.main).chain(self.library.iter().map(|namespace| &**namespace))
    }

    /// What a module has under a name; borrowed.
    pub fn module_attribute(
        &self,
        program: &Program,
        module: ModuleId,
        attribute: &Attribute,
    ) -> Option<Value> {
        let namespace = self.namespace(module);
        let unit = program.unit(module);
        if let Some(slot) = unit.slots.get(&attribute.symbol)
            && let Some(value) = namespace.globals.get(*slot as usize)
            && value.is_bound()
        {
            return Some(*value);
        }
        crate::class::find(&namespace.extra, attribute.symbol)
            .or_else(|| crate::native::module_attribute(module.name(), &attribute.name))
            .or_else(|| library::named(&format!("{}.{}", module.name(), attribute.name)).map(Value::Module))
    }

    /// `module.name = value`, or its deletion. The value stays the caller's.
    pub fn set_module_attribute(
        &mut self,
        program: &Program,
        module: ModuleId,
        attribute: &Attribute,
        value: Option<Value>,
    ) -> Result<(), Fault> {
        let slot = program.unit(module).slots.get(&attribute.symbol).copied();
        let new = value.map_or(Value::Unbound, |value| self.heap.retain(value));
        let namespace = self.namespace_mut(module);
        if let Some(slot) = slot
            && let Err(place) = namespace.assigned.binary_search(&slot)
        {
            namespace.assigned.insert(place, slot);
        }
        let old = match slot.and_then(|slot| namespace.globals.get_mut(slot as usize)) {
            Some(place) => std::mem::replace(place, new),
            None => {
                let place = namespace
                    .extra
                    .iter()
                    .position(|(name, _)| *name == attribute.symbol);
                match (place, value) {
                    (Some(place), Some(_)) => std::mem::replace(&mut namespace.extra[place].1, new),
                    (Some(place), None) => namespace.extra.remove(place).1,
                    (None, Some(_)) => {
                        namespace.extra.push((attribute.symbol, new));
                        return Ok(());
                    }
                    (None, None) => Value::Unbound,
                }
            }
        };
        if value.is_none() && !old.is_bound() {
            let message = format!("module '{}' has no attribute '{}'", module.name(), attribute.name);
            return raise(ExceptionKind::AttributeError, message);
        }
        self.heap.release(old);
        if module.name() == "sys" && attribute.name == "stdout" {
            let terminal = self.module_attribute(program, module, &Attribute::new("__stdout__"));
            self.redirected = !is_same(new, terminal.unwrap_or(Value::Unbound));
        }
        Ok(())
    }

    /// Notes an event for the driver.
    pub fn tell(&mut self, event: EventKind) {
        self.events.push((self.now, event));
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
    Limit(LimitKind),
}

impl Process {
    /// A process that is about to execute a program's first instruction.
    ///
    /// # Errors
    /// When the program's constants alone do not fit into the memory that it may use.
    pub fn new(program: StdArc<Program>, limits: &Limits, unbuffered: bool) -> Result<Self, LimitKind> {
        let mut process = Self {
            shared: Shared {
                heap: Heap::new(limits.memory),
                main: Namespace::default(),
                library: Arc::new(vec![Arc::default(); library::count()]),
                line: String::new(),
                unbuffered,
                redirected: false,
                locks: 0,
                internal_locks: 0,
                threads_alive: 1,
                thread_limit: limits.threads,
                recursion_limit: limits.recursion,
                entropy: 0,
                finalising: false,
                status: None,
                now: 0,
                events: Vec::new(),
            },
            fibers: Vec::new(),
            program,
        };
        process.load_modules()?;
        let args = process
            .shared
            .heap
            .tuple(vec![Value::Function(Program::MODULE)])?;
        let main = process.new_fiber(None, library::core("run_main"), args);
        process.fibers.push(Arc::new(Fiber {
            started: true,
            ..main
        }));
        Ok(process)
    }

    /// Makes the constants and variables of the program and of the modules that it can get hold of.
    fn load_modules(&mut self) -> Result<(), OutOfMemory> {
        let program = StdArc::clone(&self.program);
        for module in program.modules.iter().copied().chain([ModuleId::MAIN]) {
            let namespace = self.namespace(program.unit(module))?;
            *self.shared.namespace_mut(module) = namespace;
        }
        self.shared.heap.freeze();
        Ok(())
    }

    fn namespace(&mut self, unit: &Unit) -> Result<Namespace, OutOfMemory> {
        let constants = constants(unit, &mut self.shared.heap)?;
        let mut globals = Vec::with_capacity(unit.globals.len());
        for global in &unit.globals {
            let value = match global.initial {
                Some(Initial::Constant(constant)) => constants[constant as usize],
                Some(Initial::Value(value)) => value.0,
                Some(Initial::Import(module, slot)) => self
                    .shared
                    .namespace(module)
                    .globals
                    .get(slot as usize)
                    .copied()
                    .unwrap_or(Value::Unbound),
                None => Value::Unbound,
            };
            globals.push(self.shared.heap.retain(value));
        }
        Ok(Namespace {
            globals,
            constants: Arc::new(constants),
            assigned: Vec::new(),
            extra: Vec::new(),
        })
    }

    /// A fiber that calls a function with a tuple of arguments, a reference that is given away.
    fn new_fiber(&self, parent: Option<FiberId>, function: Value, args: Value) -> Fiber {
        let code = Program::THREAD;
        let places = self.program.code(code).frame_size as usize;
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

    /// Lets a fiber execute up to `budget` instructions. Ending a wait is one of them.
    ///
    /// The turn ends early where something happens that the driver has to hear of, or that another fiber may have waited
    /// for: behind an event, behind a wait, and behind a thread's first instruction; but not in the middle of what CPython
    /// does in one go, before that is over.
    ///
    /// A fiber that waits for what has not happened executes nothing and is told to be blocked again.
    pub fn run(&mut self, fiber: FiberId, budget: u64) -> Turn {
        self.shared.now = 0;
        if budget == 0 {
            return Turn::new(0, Outcome::BudgetUsed);
        }
        let resumed = match self.resume(fiber) {
            Ok(0) => 0,
            Ok(steps) if !self.is_atomic(fiber) => {
                return Turn {
                    // The blocking call returns into `CALL`, which looks.
                    at_switch_point: true,
                    ..Turn::new(steps, Outcome::BudgetUsed)
                };
            }
            Ok(steps) => steps,
            Err(turn) => return turn,
        };
        if self.shared.heap.allocated() >= COLLECT_EVERY {
            self.collect();
        }
        let mut steps = resumed;
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
            match exit {
                Exit::Collect => {
                    self.collect();
                    continue;
                }
                Exit::CollectNow => {
                    let freed = self.collect();
                    Arc::make_mut(&mut self.fibers[fiber.index()]).arrived = Value::Int(freed as i64);
                    continue;
                }
                _ => {}
            }
            let is_atomic = self.is_atomic(fiber);
            if matches!(exit, Exit::Told(_)) && is_atomic && steps < budget {
                continue;
            }
            // What a call tells happens in native code, so the call ends here.
            let at_switch_point =
                !is_atomic && matches!(exit, Exit::Told(Instr::Call(_) | Instr::CallFunctionEx(_)));
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
        if self.shared.finalising && id != FiberId::MAIN {
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
                fiber.arrived = Value::Bool(happened);
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
            Status::Waiting(_) => {
                fiber.arrived = Value::None;
                Ok(1)
            }
            Status::Finished => unreachable!("a fiber that has ended is never ready"),
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
                self.shared.status = Some(status);
                self.end_process(steps);
                return Outcome::Finished;
            }
            Exit::Spawn {
                function,
                args,
                announces,
            } => match self.spawn(id, function, args, announces) {
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

    /// Makes a fiber that calls a function with a tuple of arguments, both given away.
    fn spawn(
        &mut self,
        parent: FiberId,
        function: Value,
        args: Value,
        announces: bool,
    ) -> Result<FiberId, LimitKind> {
        let child = FiberId(self.fibers.len() as u32);
        let places = self.program.code(Program::THREAD).frame_size;
        self.shared
            .heap
            .has_room(u64::from(places) * size_of::<Value>() as u64)?;
        let fiber = Fiber {
            announces,
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
        fiber.frames = Vec::new();
        fiber.stack = Vec::new();
        fiber.top = 0;
        fiber.thread = Value::Unbound;
        fiber.running = Value::Unbound;
        fiber.handled = Value::Unbound;
        fiber.arrived = Value::Unbound;
        if let Status::Waiting(Wait::Lock(lock, _)) = status {
            held.push(Value::Object(lock));
        }
        held.into_iter().for_each(|value| self.shared.heap.release(value));
        self.shared.threads_alive -= 1;
        self.shared.now = steps;
        // CPython ends a process without telling its daemon threads.
        self.shared.events.push((steps, EventKind::Finished));
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
        if self.shared.finalising && fiber != FiberId::MAIN {
            return false;
        }
        match &self.fibers[fiber.index()].status {
            Status::Ready => true,
            Status::Finished => false,
            Status::Waiting(wait) => match wait {
                Wait::Lock(lock, _) => self.holder(*lock).is_none(),
                Wait::Start(other) => self.has_started(*other),
                Wait::Sleep(_) | Wait::Write(..) => true,
            },
        }
    }

    /// Whether whoever started a fiber may go on: its first instruction was executed, and its `Thread` has said that it runs.
    fn has_started(&self, fiber: FiberId) -> bool {
        let fiber = &self.fibers[fiber.index()];
        fiber.started
            && (!fiber.announces || fiber.thread.is_bound() || matches!(fiber.status, Status::Finished))
    }

    /// How long a fiber waits at most, in nanoseconds since it began to. If it goes on although what it waits for has not
    /// happened, then it has waited that long.
    #[must_use]
    pub fn timeout(&self, fiber: FiberId) -> Option<Nanos> {
        match &self.fibers[fiber.index()].status {
            _ if self.shared.finalising && fiber != FiberId::MAIN => None,
            Status::Waiting(wait @ Wait::Lock(..)) => wait.timeout(),
            _ => None,
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
                status: self.shared.status.unwrap_or_default(),
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
            Status::Waiting(Wait::Lock(lock, _)) => Some(match self.ends(*lock) {
                Some(other) => WaitOn::End(other),
                None => WaitOn::Lock(self.lock_id(*lock)),
            }),
            Status::Waiting(wait) => Some(wait.on(|lock| self.lock_id(lock))),
            _ => None,
        }
    }

    /// The lock that a fiber waits for, even where that stands for a thread's start or end.
    #[must_use]
    pub fn awaited_lock(&self, fiber: FiberId) -> Option<LockId> {
        match &self.fibers[fiber.index()].status {
            Status::Waiting(Wait::Lock(lock, _)) => Some(self.lock_id(*lock)),
            Status::Waiting(Wait::Start(child)) if self.fibers[child.index()].announces => {
                Some(LockId::start_of(*child))
            }
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
            Status::Waiting(Wait::Lock(lock, _)) => self.holder(*lock),
            _ => None,
        }
    }

    /// The fiber whose end a lock stands for.
    fn ends(&self, id: ObjectId) -> Option<FiberId> {
        let Object::Lock(lock) = self.shared.heap.get(id) else {
            return None;
        };
        lock.ends.id()?;
        let place = self
            .fibers
            .iter()
            .position(|fiber| is_same(fiber.thread, lock.ends))?;
        Some(FiberId(place as u32))
    }

    fn lock_id(&self, id: ObjectId) -> LockId {
        match self.shared.heap.get(id) {
            Object::Lock(lock) => lock.id,
            Object::RLock(lock) => lock.id,
            _ => unreachable!("only locks are waited for"),
        }
    }

    fn holder(&self, id: ObjectId) -> Option<FiberId> {
        match self.shared.heap.get(id) {
            Object::Lock(lock) => lock.holder,
            Object::RLock(lock) => lock.holder,
            _ => unreachable!("only locks are waited for"),
        }
    }

    /// Answers a fiber that reads a clock, in nanoseconds.
    pub fn answer_clock(&mut self, fiber: FiberId, nanos: Nanos) {
        let arrived = &mut Arc::make_mut(&mut self.fibers[fiber.index()]).arrived;
        *arrived = match arrived {
            Value::Int(_) => Value::Int(i64::try_from(nanos).unwrap_or(i64::MAX)),
            _ => Value::Float(nanos as f64 / 1e9),
        };
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
        let thread = self.fibers[fiber.index()].thread;
        let name = crate::attribute::own_value(&self.shared.heap, thread, Symbol::of("_name"));
        match name.and_then(|name| operators::as_str(&self.shared.heap, name)) {
            Some(name) => name.to_owned(),
            None if fiber == FiberId::MAIN => "MainThread".to_owned(),
            None => self.fibers[fiber.index()].name.clone(),
        }
    }

    /// Where a fiber stands in the source.
    #[must_use]
    pub fn place(&self, fiber: FiberId) -> Place {
        let visible = self.fibers[fiber.index()]
            .frames
            .iter()
            .rev()
            .find(|frame| !self.program.code(frame.code).hidden);
        visible.map_or(Place::default(), |frame| self.frame_place(frame, true))
    }

    /// How a bound that a fiber reached ends the run.
    #[must_use]
    pub fn limit(&self, kind: LimitKind, fiber: FiberId) -> End {
        let place = self.place_of_limit(kind, fiber);
        End::Limit { kind, fiber, place }
    }

    /// Where a fiber stands that has reached a bound: in front of its next instruction if that is one too many.
    fn place_of_limit(&self, kind: LimitKind, fiber: FiberId) -> Place {
        let frames = &self.fibers[fiber.index()].frames;
        match (kind, frames.last(), &self.fibers[fiber.index()].status) {
            (LimitKind::Instructions, Some(frame), Status::Ready)
                if !self.program.code(frame.code).hidden =>
            {
                self.frame_place(frame, false)
            }
            _ => self.place(fiber),
        }
    }

    /// Where a call stands: at the instruction that comes next, or at the one that was last executed.
    pub(crate) fn frame_place(&self, frame: &Frame, last: bool) -> Place {
        let at = if last {
            frame.pc.saturating_sub(1)
        } else {
            frame.pc
        };
        self.program.place(frame.code, at as usize)
    }

    /// The code of a fiber's innermost call.
    pub(crate) fn current_code(&self, fiber: FiberId) -> Option<&Code> {
        let frame = self.fibers[fiber.index()].frames.last()?;
        Some(self.program.code(frame.code))
    }

    /// Whether nobody else may run before this fiber has gone on: it is in the middle of what CPython does in one go.
    #[must_use]
    pub fn is_atomic(&self, fiber: FiberId) -> bool {
        let is_waiting = !matches!(self.fibers[fiber.index()].status, Status::Ready);
        !is_waiting && self.current_code(fiber).is_some_and(|code| code.atomic)
    }

    /// The instruction that a fiber would execute next, unless it is at the end of a wait.
    pub(crate) fn next_instruction(&self, fiber: FiberId) -> Option<Instr> {
        let fiber = &self.fibers[fiber.index()];
        match fiber.status {
            Status::Ready => fiber
                .frames
                .last()
                .map(|frame| self.program.code(frame.code).instrs[frame.pc as usize]),
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
        let is_it = |value: Value| match self.shared.heap.object(value) {
            Some(Object::Lock(found)) => found.id == lock,
            Some(Object::RLock(found)) => found.id == lock,
            _ => false,
        };
        for (slot, value) in self.shared.main.globals.iter().enumerate() {
            let name = &self.program.unit.globals[slot].name;
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

fn constants(unit: &Unit, heap: &mut Heap) -> Result<Vec<Value>, OutOfMemory> {
    let mut values: Vec<Value> = Vec::with_capacity(unit.constants.len());
    for constant in &unit.constants {
        let value = match constant {
            Constant::None => Value::None,
            Constant::Bool(value) => Value::Bool(*value),
            Constant::Float(bits) => Value::Float(f64::from_bits(*bits)),
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Int(value) => operators::from_int(heap, value.clone())?,
            Constant::Str(text) => heap.string(text)?,
            Constant::Bytes(bytes) => heap.allocate(Object::Bytes(Arc::from(bytes.clone())))?,
            Constant::Static(value) => value.0,
            Constant::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|item| values[*item as usize]).collect();
                heap.retain_all(&items);
                heap.tuple(items)?
            }
            Constant::FrozenSet(items) => {
                let items: Vec<Value> = items.iter().map(|item| values[*item as usize]).collect();
                operators::algebra::constant_set(heap, &items)?
            }
        };
        values.push(value);
    }
    Ok(values)
}
