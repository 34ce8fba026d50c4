//! Calls and returns.

use trace::FiberId;
use triomphe::Arc;

use super::{Exit, Interpreter, Next};
use crate::class::{self, Found};
use crate::code::{Code, CodeId, CodeKind, Program};
use crate::exception::ExceptionKind;
use crate::fiber::{Fiber, Frame, Then};
use crate::heap::Heap;
use crate::native::{Args, Context, Fault, Flow, Native, raise};
use crate::object::{Generator, GeneratorKind, GeneratorState, Object};
use crate::operators;
use crate::shared::Shared;
use crate::symbol::NAMES;
use crate::value::{ObjectId, Value, is_same};

/// Bytes charged for a frame beside its places on the stack.
const FRAME_BYTES: u64 = size_of::<Frame>() as u64;

/// Names of a call's last arguments.
pub(super) type Names = Vec<Arc<str>>;

/// Bytes charged for a frame of a code.
pub(super) fn frame_bytes(code: &Code) -> u64 {
    FRAME_BYTES + u64::from(code.entry.frame_size) * size_of::<Value>() as u64
}

/// Puts a function's closure into the last places of a call, which end at `end`.
pub(super) fn copy_closure(
    fiber: &mut Fiber,
    heap: &mut Heap,
    code: &Code,
    function: Option<ObjectId>,
    end: usize,
) {
    if let Some(id) = function
        && let Object::Function(function) = heap.get(id)
    {
        let places = end - code.entry.free as usize..end;
        fiber.stack[places.clone()].copy_from_slice(&function.closure);
        heap.retain_all(&fiber.stack[places]);
    }
}

/// What a native call looks at and may change.
pub(super) fn context<'a>(
    program: &'a Program,
    shared: &'a mut Shared,
    fiber: &'a Fiber,
    id: FiberId,
) -> Context<'a> {
    Context {
        program,
        shared,
        fiber: id,
        thread: fiber.thread,
        handled: fiber.handled,
        stack: &fiber.stack,
        frames: &fiber.frames,
        places: fiber.places(),
    }
}

impl Interpreter<'_> {
    /// `NULL f a …` or `method self a …`, `count` arguments without `self`.
    pub(super) fn call_instruction(&mut self, count: u32) -> Result<Next, Fault> {
        let frame = self.fiber.frame();
        let (code, keywords) = (frame.code, frame.keywords.take());
        let names = keywords.map_or_else(Vec::new, |index| {
            self.program.unit(code.unit()).keywords[index as usize].clone()
        });
        self.call(count as usize, names, Then::Push)
    }

    /// Calls a function with arguments, all given away.
    pub(super) fn invoke(
        &mut self,
        function: Value,
        args: Vec<Value>,
        keywords: Vec<(Arc<str>, Value)>,
        then: Then,
    ) -> Result<Next, Fault> {
        let count = args.len() + keywords.len();
        self.fiber.reserve(self.fiber.top + count + 2);
        self.fiber.push(Value::Unbound);
        self.fiber.push(function);
        args.into_iter().for_each(|arg| self.fiber.push(arg));
        let mut names = Vec::with_capacity(keywords.len());
        for (name, value) in keywords {
            names.push(name);
            self.fiber.push(value);
        }
        self.call(count, names, then)
    }

    /// Calls a function of the core with arguments, all given away.
    pub(super) fn invoke_core(&mut self, name: &str, args: Vec<Value>, then: Then) -> Result<Next, Fault> {
        self.invoke(crate::library::core(name), args, Vec::new(), then)
    }

    /// Calls what lies below `count` arguments; the result goes where `then` says.
    pub(super) fn call(&mut self, count: usize, names: Names, then: Then) -> Result<Next, Fault> {
        let mut count = count;
        loop {
            let below = self.fiber.top - count - 2;
            let (first, second) = (self.fiber.stack[below], self.fiber.stack[below + 1]);
            let is_method = first.is_bound();
            let callable = if is_method { first } else { second };
            // Where the arguments begin: a method's `self` is the first of them.
            let start = if is_method { below + 1 } else { below + 2 };
            match callable {
                Value::Function(code) => return self.call_python(code, None, (below, start), &names, then),
                Value::Native(native) => return self.call_native(native, below, start, &names, then),
                Value::Object(id) => match self.shared.heap.get(id) {
                    Object::Function(function) => {
                        let code = function.code;
                        return self.call_python(code, Some(id), (below, start), &names, then);
                    }
                    Object::Method { function, receiver } if !is_method => {
                        let (function, receiver) = (*function, *receiver);
                        self.shared.heap.retain(function);
                        self.shared.heap.retain(receiver);
                        self.shared.heap.release(callable);
                        self.fiber.stack[below] = function;
                        self.fiber.stack[below + 1] = receiver;
                        if !matches!(function, Value::Native(_) | Value::Function(_))
                            && !matches!(self.shared.heap.object(function), Some(Object::Function(_)))
                        {
                            count = self.as_plain_call(below, count);
                        }
                        continue;
                    }
                    Object::Descriptor(descriptor)
                        if descriptor.kind == crate::object::DescriptorKind::StaticMethod && !is_method =>
                    {
                        let function = descriptor.get;
                        self.shared.heap.retain(function);
                        self.shared.heap.release(callable);
                        self.fiber.stack[below + 1] = function;
                        continue;
                    }
                    _ => {}
                },
                _ => {}
            }
            if is_method {
                // A decorator, or a method that is no function: what is called is found in its usual place.
                count = self.as_plain_call(below, count);
                continue;
            }
            if class::is_class(&self.shared.heap, callable) {
                return self.call_class(callable, below, &names, then);
            }
            if let Some(Object::WeakRef(_)) = self.shared.heap.object(callable) {
                self.fiber.stack[below] = Value::Native(Native::WeakRefCall);
                continue;
            }
            match class::special(self.shared, callable, NAMES.call) {
                Some(Found::Method(code)) => self.fiber.stack[below] = Value::Function(code),
                Some(Found::Value(function)) => {
                    self.shared.heap.retain(function);
                    self.fiber.stack[below] = function;
                }
                _ => {
                    let name = class::type_name(&self.shared.heap, callable);
                    return raise(
                        ExceptionKind::TypeError,
                        format!("'{name}' object is not callable"),
                    );
                }
            }
        }
    }

    /// `f self a …` becomes `NULL f self a …`; the new count of arguments.
    fn as_plain_call(&mut self, below: usize, count: usize) -> usize {
        self.fiber.reserve(self.fiber.top + 1);
        let top = self.fiber.top;
        self.fiber.stack.copy_within(below..top, below + 1);
        self.fiber.stack[below] = Value::Unbound;
        self.fiber.top += 1;
        count + 1
    }

    /// The arguments from `start` to the top.
    pub(super) fn arguments(&self, start: usize, names: &[Arc<str>]) -> (Vec<Value>, Vec<(Arc<str>, Value)>) {
        let given = &self.fiber.stack[start..self.fiber.top];
        let (positional, named) = given.split_at(given.len() - names.len());
        (
            positional.to_vec(),
            names.iter().cloned().zip(named.iter().copied()).collect(),
        )
    }

    pub(super) fn call_native(
        &mut self,
        native: Native,
        below: usize,
        start: usize,
        names: &[Arc<str>],
        then: Then,
    ) -> Result<Next, Fault> {
        let (mut positional, named) = self.fiber.operands_from(start, names.len());
        let keywords = names.iter().cloned().zip(named.iter().copied()).collect();
        let carried;
        if native.is_method() {
            let receiver = native.receiver(&self.shared.heap, positional.first())?;
            if !is_same(receiver, positional[0]) {
                carried = [&[receiver], &positional[1..]].concat();
                positional = &carried;
            }
        }
        let mut context = context(self.program, self.shared, self.fiber, self.id);
        let args = Args { positional, keywords };
        let flow = match native.call(&mut context, &args) {
            Err(Fault::NeedsPython) => self.instead_of(native, start, names)?,
            Ok(Flow::Return(value)) if native.is_in_place() && is_same(value, args.positional[0]) => {
                // An instance that was changed in place remains what it was.
                let instance = self.shared.heap.retain(self.fiber.stack[start]);
                self.shared.heap.release(value);
                Flow::Return(instance)
            }
            flow => self.restarted(native, start, names, flow?)?,
        };
        let then = match then {
            Then::Push if native == Native::Once => Then::Interruptible,
            then => then,
        };
        self.after_native(below, flow, then)
    }

    /// The core's function does what a native function could not; the arguments are passed on.
    fn instead_of(&mut self, native: Native, start: usize, names: &[Arc<str>]) -> Result<Flow, Fault> {
        let Some(name) = native.fallback() else {
            let message = format!(
                "{}() is not supported here for objects of such a class",
                native.name()
            );
            return raise(ExceptionKind::TypeError, message);
        };
        let (positional, named) = self.fiber.operands_from(start, names.len());
        self.shared.heap.retain_all(positional);
        self.shared.heap.retain_all(named);
        let again = name.starts_with(Native::AGAIN).then_some(Value::Native(native));
        let positional = again.into_iter().chain(positional.iter().copied()).collect();
        let keywords = names.iter().cloned().zip(named.iter().copied()).collect();
        Ok(Flow::CallWith(crate::library::core(name), positional, keywords))
    }

    /// Takes the arguments of a native call away and goes on as it says.
    pub(super) fn after_native(&mut self, below: usize, flow: Flow, then: Then) -> Result<Next, Fault> {
        if let Flow::Return(value) = flow {
            self.drop_top(self.fiber.top - below);
            return self.deliver(value, then);
        }
        // A generator that goes on may have been the call's alone.
        let kept = match &flow {
            Flow::Resume(generator, _) => self.shared.heap.retain(Value::Object(*generator)),
            _ => Value::Unbound,
        };
        self.drop_top(self.fiber.top - below);
        match flow {
            Flow::Return(value) => self.deliver(value, then),
            Flow::Call(function, args) => self.invoke(function, args, Vec::new(), then),
            Flow::CallWith(function, args, keywords) => self.invoke(function, args, keywords, then),
            Flow::Body(function, namespace) => self.run_class_body(function, namespace),
            Flow::Resume(generator, resumption) => {
                let next = self.resume(generator, resumption, then);
                self.shared.heap.release(kept);
                next
            }
            Flow::Wait(wait) => self.leave(Exit::Wait(wait), then),
            Flow::Clock(clock, zero) => {
                self.fiber.arrived = zero;
                self.leave(Exit::Clock(clock), then)
            }
            Flow::System(call) => self.leave(Exit::System(call), then),
            Flow::Switch(stack) => self.switch(stack, then),
            Flow::CurrentStack => {
                let stack = self.current_stack()?;
                self.deliver(stack, then)
            }
            Flow::Collect => self.leave(Exit::CollectNow, then),
            Flow::Spawn { function, args, kind } => self.leave(Exit::Spawn { function, args, kind }, then),
            Flow::Become(thread) => {
                let old = std::mem::replace(&mut self.fiber.thread, thread);
                self.shared.heap.release(old);
                self.deliver(Value::None, then)
            }
            Flow::ExitProcess(status) => Exit::ProcessEnds(status).into(),
        }
    }

    /// Leaves the loop until the driver has an answer.
    fn leave(&mut self, exit: Exit, then: Then) -> Result<Next, Fault> {
        self.fiber.then = then;
        exit.into()
    }

    /// Puts a call's result where it belongs.
    pub(super) fn deliver(&mut self, value: Value, then: Then) -> Result<Next, Fault> {
        match then {
            Then::Push | Then::Interruptible | Then::Iterate { .. } | Then::Send { .. } => {
                self.fiber.reserve(self.fiber.top + 1);
                self.fiber.push(value);
            }
            Then::Init(instance) => {
                if !matches!(value, Value::None) {
                    let name = class::type_name(&self.shared.heap, value).to_owned();
                    self.shared.heap.release(value);
                    self.shared.heap.release(Value::Object(instance));
                    let message = format!("__init__() should return None, not '{name}'");
                    return raise(ExceptionKind::TypeError, message);
                }
                self.fiber.reserve(self.fiber.top + 1);
                self.fiber.push(Value::Object(instance));
            }
            Then::Discard => self.shared.heap.release(value),
            Then::Raise => {
                if let Value::Object(exception) = value {
                    return Err(Fault::Throw(exception));
                }
            }
            Then::Decide { target, when } => {
                // The core says `True` or `False`.
                if matches!(value, Value::Bool(truth) if truth.get() == when) {
                    self.fiber.frame().pc = target;
                } else {
                    self.drop_top(1);
                }
            }
            Then::Truth { negated } => match operators::truth(&self.shared.heap, value) {
                Ok(truth) => {
                    self.shared.heap.release(value);
                    self.fiber.reserve(self.fiber.top + 1);
                    self.fiber.push(Value::bool(truth != negated));
                }
                Err(Fault::NeedsPython) => {
                    return self.invoke(crate::library::core("truth"), vec![value], Vec::new(), then);
                }
                Err(fault) => return Err(fault),
            },
        }
        Ok(Next::Continue)
    }

    /// Calls a function that is written in Python; its arguments begin at `start`, and the stack is to end at `below`.
    pub(super) fn call_python(
        &mut self,
        code_id: CodeId,
        function: Option<ObjectId>,
        (below, start): (usize, usize),
        names: &[Arc<str>],
        then: Then,
    ) -> Result<Next, Fault> {
        let program = self.program;
        let code = program.code(code_id);
        if let Err(fault) = self.may_enter(code, code_id, function, start, names) {
            if let Then::Init(instance) = then {
                self.shared.heap.release(Value::Object(instance));
            }
            return Err(fault);
        }
        let base = start;
        let locals = base + code.locals.len();
        self.fiber.reserve(base + code.entry.frame_size as usize);
        self.fiber.stack[base + code.parameters.places()..locals].fill(Value::Unbound);
        if code.entry.free > 0 {
            copy_closure(self.fiber, &mut self.shared.heap, code, function, locals);
        }
        self.fiber.top = locals;
        let kind = match code.kind {
            CodeKind::Plain => {
                self.shared.heap.charge(frame_bytes(code))?;
                self.fiber.frames.push(Frame {
                    then,
                    ..Frame::new(code_id, below, base)
                });
                return Ok(Next::Continue);
            }
            CodeKind::Generator => GeneratorKind::Generator,
            CodeKind::Coroutine => GeneratorKind::Coroutine,
            CodeKind::AsyncGenerator => GeneratorKind::AsyncGenerator,
        };
        let values = self.fiber.stack[base..locals].to_vec();
        self.fiber.top = base;
        let generator = Generator {
            kind,
            code: code_id,
            state: GeneratorState::Suspended { pc: 0 },
            values,
            handled: Value::Unbound,
            finalise: kind == GeneratorKind::Coroutine,
        };
        let generator = self
            .shared
            .heap
            .allocate(Object::Generator(Arc::new(generator)))?;
        self.drop_top(base - below);
        self.deliver(generator, then)
    }

    /// Whether there is room for one more call, whose parameters get their arguments.
    fn may_enter(
        &mut self,
        code: &Code,
        id: CodeId,
        function: Option<ObjectId>,
        start: usize,
        names: &[Arc<str>],
    ) -> Result<(), Fault> {
        if self.fiber.frames.len() >= self.shared.recursion_limit as usize {
            return raise(ExceptionKind::RecursionError, "maximum recursion depth exceeded");
        }
        self.shared.heap.has_room(frame_bytes(code))?;
        if names.is_empty() && code.parameters.takes_just(self.fiber.top - start) {
            return Ok(());
        }
        self.bind_arguments(id, function, start, names)
    }

    /// `NULL f args`, `NULL f args keywords`
    pub(super) fn call_spread(&mut self, with_keywords: bool) -> Result<Next, Fault> {
        let keywords = if with_keywords {
            Some(self.fiber.pop())
        } else {
            None
        };
        let tuple = self.fiber.peek(1);
        let args = match operators::collect(&mut self.shared.heap, tuple) {
            Ok(Some(args)) => args,
            Ok(None) => {
                let function = operators::function_text(self.shared, self.program, self.fiber.peek(2));
                let name = class::type_name(&self.shared.heap, tuple);
                let message = format!("{function} argument after * must be an iterable, not {name}");
                keywords
                    .into_iter()
                    .for_each(|keywords| self.shared.heap.release(keywords));
                return raise(ExceptionKind::TypeError, message);
            }
            Err(Fault::NeedsPython) => {
                // The core makes a tuple of it, and the instruction runs again.
                self.fiber.frame().pc -= 1;
                return self.call_core("tuple_", 1, Then::Push);
            }
            Err(fault) => return Err(fault),
        };
        self.drop_top(1);
        let mut names = Vec::new();
        let mut named = Vec::new();
        if let Some(keywords) = keywords {
            if let Some(Object::Dict(dict)) = self.shared.heap.object(keywords) {
                for entry in dict.clone().iter() {
                    let Some(name) = operators::as_str(&self.shared.heap, entry.key) else {
                        return raise(ExceptionKind::TypeError, "keywords must be strings");
                    };
                    names.push(Arc::from(name));
                    named.push(self.shared.heap.retain(entry.value));
                }
            }
            self.shared.heap.release(keywords);
        }
        let count = args.len() + named.len();
        self.fiber.reserve(self.fiber.top + count);
        args.into_iter().chain(named).for_each(|arg| self.fiber.push(arg));
        self.call(count, names, Then::Push)
    }

    pub(super) fn return_value(&mut self) -> Result<Next, Fault> {
        let value = self.fiber.pop();
        let frame = *self.fiber.frame();
        if let Some(generator) = frame.generator {
            return self.generator_returns(generator, value, frame.then);
        }
        self.pop_frame();
        if self.fiber.frames.is_empty() {
            if let Some(Object::Stack(_)) = self.shared.heap.object(value) {
                return self.go_on_with(value);
            }
            self.shared.heap.release(value);
            return Exit::Finished.into();
        }
        self.deliver(value, frame.then)
    }

    /// Leaves the current call: its places and operands go, and so does the callable below them.
    pub(super) fn pop_frame(&mut self) {
        let Some(frame) = self.fiber.frames.pop() else {
            return;
        };
        // A fiber's first frame was not charged.
        if !self.fiber.frames.is_empty() {
            let bytes = self.frame_bytes(frame.code);
            self.shared.heap.refund(bytes);
        }
        // In CPython's order: places and operands from the first on, then what was called.
        let top = std::mem::replace(&mut self.fiber.top, frame.bottom as usize);
        let (bottom, base) = (frame.bottom as usize, frame.base as usize);
        for place in (base..top).chain(bottom..base) {
            self.shared.heap.release(self.fiber.stack[place]);
        }
        self.shared.heap.release(frame.namespace);
    }

    /// Bytes charged for a frame of a code.
    pub(super) fn frame_bytes(&self, code: CodeId) -> u64 {
        frame_bytes(self.program.code(code))
    }

    /// Calls the body of a class, which fills the namespace; both are given away.
    fn run_class_body(&mut self, function: Value, namespace: Value) -> Result<Next, Fault> {
        self.invoke(function, Vec::new(), Vec::new(), Then::Push)?;
        self.fiber.frame().namespace = namespace;
        Ok(Next::Continue)
    }

    /// `manager -> exit entered`
    pub(super) fn before_with(
        &mut self,
        enter: crate::symbol::Symbol,
        exit: crate::symbol::Symbol,
    ) -> Result<Next, Fault> {
        let manager = self.fiber.peek(1);
        let is_async = enter == NAMES.aenter;
        let found = (
            self.special_method(manager, enter),
            self.special_method(manager, exit),
        );
        let (Some(enter), Some(exit)) = found else {
            let name = class::type_name(&self.shared.heap, manager);
            if found.0.is_some() {
                let (protocol, missed) = if is_async {
                    ("asynchronous context manager", "__aexit__")
                } else {
                    ("context manager", "__exit__")
                };
                let message = format!(
                    "'{name}' object does not support the {protocol} protocol (missed {missed} method)"
                );
                return raise(ExceptionKind::TypeError, message);
            }
            let protocol = if is_async {
                "asynchronous context manager"
            } else {
                "context manager"
            };
            return raise(
                ExceptionKind::TypeError,
                format!("'{name}' object does not support the {protocol} protocol"),
            );
        };
        self.shared.heap.retain(exit);
        let exit = self.shared.heap.allocate(Object::Method {
            function: exit,
            receiver: manager,
        })?;
        // The manager's reference became the exit method's.
        self.fiber.pop();
        self.fiber.push(exit);
        self.shared.heap.retain(manager);
        self.shared.heap.retain(enter);
        self.invoke(enter, vec![manager], Vec::new(), Then::Push)
    }

    /// `exit lasti handled exception -> exit lasti handled exception result`
    pub(super) fn with_except_start(&mut self) -> Result<Next, Fault> {
        let exit = self.fiber.peek(4);
        let exception = self.fiber.peek(1);
        let class = class::class_of(&self.shared.heap, exception);
        let traceback = crate::exception::traceback_of(&mut self.shared.heap, exception)?;
        for value in [exit, class, exception] {
            self.shared.heap.retain(value);
        }
        self.invoke(exit, vec![class, exception, traceback], Vec::new(), Then::Push)
    }

    /// A function that a value's class has under a name, to be called with the value first; borrowed.
    pub(super) fn special_method(&self, value: Value, name: crate::symbol::Symbol) -> Option<Value> {
        if let Some(found) = class::special(self.shared, value, name) {
            return match found {
                Found::Value(value) => Some(value),
                Found::Method(code) | Found::StaticMethod(code) | Found::ClassMethod(code) => {
                    Some(Value::Function(code))
                }
                Found::Native(native) => Some(Value::Native(native)),
                Found::Property { .. } => None,
            };
        }
        let ty = operators::type_of(&self.shared.heap, operators::unwrap(&self.shared.heap, value));
        ty.method(name.text()).map(Value::Native)
    }
}
