//! Calls and returns.

use super::rare::native_of;
use super::{Exit, Interpreter, Next};
use crate::exception::ExceptionKind;
use crate::fiber::Frame;
use crate::native::{self, Args, Context, Fault, Flow, Native, Type, raise};
use crate::object::Object;
use crate::operators::{self, type_name, type_of};
use crate::value::Value;

/// Bytes charged for a frame beside its places on the stack.
const FRAME_BYTES: u64 = size_of::<Frame>() as u64;

impl Interpreter<'_> {
    /// `NULL f a …` or `method self a …`, `count` arguments without `self`.
    pub(super) fn call_instruction(&mut self, count: u32) -> Result<Next, Fault> {
        let keywords = self.fiber.frame().keywords.take();
        self.call(count as usize, keywords)
    }

    fn call(&mut self, count: usize, keywords: Option<u32>) -> Result<Next, Fault> {
        let below = self.fiber.top - count - 2;
        let (first, second) = (self.fiber.stack[below], self.fiber.stack[below + 1]);
        let is_method = first.is_bound();
        let callable = if is_method { first } else { second };
        // Where the arguments begin: a method's `self` is the first of them.
        let start = if is_method { below + 1 } else { below + 2 };
        if let Value::Object(id) = callable
            && let Object::Function(_) = self.shared.heap.get(id)
        {
            return self.call_python(id, start, keywords);
        }
        let flow = if let Some((native, receiver)) = native_of(&self.shared.heap, callable) {
            self.call_native(native, receiver, start, keywords)?
        } else {
            match callable {
                Value::Type(ty) => self.call_type(ty, start, keywords)?,
                // `assert x, message` calls `AssertionError` as a method whose `self` is the message.
                Value::ExceptionType(kind) => {
                    let argument = if self.fiber.top > start {
                        self.fiber.stack[start]
                    } else {
                        Value::Unbound
                    };
                    self.shared.heap.retain(argument);
                    Flow::Return(self.new_exception(kind, argument)?)
                }
                other => {
                    let name = type_name(&self.shared.heap, other);
                    return raise(
                        ExceptionKind::TypeError,
                        format!("'{name}' object is not callable"),
                    );
                }
            }
        };
        while self.fiber.top > below {
            let value = self.fiber.pop();
            self.shared.heap.release(value);
        }
        Ok(match flow {
            Flow::Return(value) => {
                self.fiber.push(value);
                Next::Continue
            }
            Flow::Wait(wait) => Next::Exit(Exit::Wait(wait)),
            Flow::Clock(clock) => Next::Exit(Exit::Clock(clock)),
            Flow::Spawn(thread) => Next::Exit(Exit::Spawn(thread)),
        })
    }

    /// The arguments from `start` to the top, the last ones named.
    fn with_args<T>(
        &mut self,
        receiver: Option<Value>,
        start: usize,
        keywords: Option<u32>,
        call: impl FnOnce(&mut Context, &Args) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let program = self.program;
        let given = &self.fiber.stack[start..self.fiber.top];
        let names = keywords.map_or(&[][..], |index| program.keywords[index as usize].as_slice());
        let (positional, named) = given.split_at(given.len() - names.len());
        let keywords = names
            .iter()
            .map(String::as_str)
            .zip(named.iter().copied())
            .collect();
        let with_receiver: Vec<Value>;
        let positional = match receiver {
            Some(receiver) => {
                with_receiver = [receiver].into_iter().chain(positional.iter().copied()).collect();
                &with_receiver
            }
            None => positional,
        };
        let mut context = Context {
            program,
            shared: self.shared,
            fiber: self.id,
            thread: self.fiber.thread,
        };
        call(&mut context, &Args { positional, keywords })
    }

    fn call_native(
        &mut self,
        native: Native,
        receiver: Option<Value>,
        start: usize,
        keywords: Option<u32>,
    ) -> Result<Flow, Fault> {
        self.with_args(receiver, start, keywords, |context, args| {
            native.call(context, args)
        })
    }

    fn call_type(&mut self, ty: Type, start: usize, keywords: Option<u32>) -> Result<Flow, Fault> {
        self.with_args(None, start, keywords, |context, args| {
            native::construct(ty, context, args)
        })
    }

    fn call_python(
        &mut self,
        function: crate::value::ObjectId,
        start: usize,
        keywords: Option<u32>,
    ) -> Result<Next, Fault> {
        let Object::Function(function) = self.shared.heap.get(function) else {
            unreachable!("asked for a function")
        };
        let function = function.clone();
        let code = &self.program.codes[function.code as usize];
        if self.fiber.frames.len() >= self.shared.recursion_limit as usize {
            return raise(ExceptionKind::RecursionError, "maximum recursion depth exceeded");
        }
        let places = u64::from(code.frame_size) * size_of::<Value>() as u64;
        self.shared.heap.has_room(FRAME_BYTES + places)?;
        self.bind_arguments(function.code, &function.defaults, start, keywords)?;
        self.shared.heap.charge(FRAME_BYTES + places)?;
        let base = start;
        self.fiber.reserve(base + code.frame_size as usize);
        let locals = base + code.locals.len();
        self.fiber.stack[base + code.parameters as usize..locals].fill(Value::Unbound);
        self.fiber.top = locals;
        self.fiber.frames.push(Frame {
            code: function.code,
            pc: 0,
            base: base as u32,
            keywords: None,
        });
        Ok(Next::Continue)
    }

    /// Puts arguments and defaults into the places of the parameters; where it fails, the stack is as before.
    fn bind_arguments(
        &mut self,
        code: u32,
        defaults: &[Value],
        start: usize,
        keywords: Option<u32>,
    ) -> Result<(), Fault> {
        let program = self.program;
        let code = &program.codes[code as usize];
        let parameters = &code.locals[..code.parameters as usize];
        let names = keywords.map_or(&[][..], |index| program.keywords[index as usize].as_slice());
        let given = self.fiber.top - start;
        let positional = given - names.len();
        if names.is_empty() && given == parameters.len() {
            return Ok(());
        }
        let type_error = |message: String| raise(ExceptionKind::TypeError, message);
        if positional > parameters.len() {
            return type_error(too_many(&code.name, parameters.len(), defaults.len(), positional));
        }
        let mut values = vec![Value::Unbound; parameters.len()];
        values[..positional].copy_from_slice(&self.fiber.stack[start..start + positional]);
        for (index, name) in names.iter().enumerate() {
            let Some(place) = parameters.iter().position(|parameter| parameter == name) else {
                return type_error(format!(
                    "{}() got an unexpected keyword argument '{name}'",
                    code.name
                ));
            };
            if values[place].is_bound() {
                return type_error(format!(
                    "{}() got multiple values for argument '{name}'",
                    code.name
                ));
            }
            values[place] = self.fiber.stack[start + positional + index];
        }
        let first_default = parameters.len() - defaults.len();
        let missing: Vec<&str> = (0..first_default)
            .filter(|index| !values[*index].is_bound())
            .map(|index| parameters[index].as_str())
            .collect();
        if !missing.is_empty() {
            return type_error(missing_arguments(&code.name, &missing));
        }
        for (value, default) in values[first_default..].iter_mut().zip(defaults) {
            if !value.is_bound() {
                *value = self.shared.heap.retain(*default);
            }
        }
        self.fiber.reserve(start + values.len());
        self.fiber.stack[start..start + values.len()].copy_from_slice(&values);
        Ok(())
    }

    /// `NULL f args`
    pub(super) fn call_with_tuple(&mut self) -> Result<Next, Fault> {
        let tuple = self.fiber.pop();
        let args = operators::collect(&mut self.shared.heap, tuple)?.unwrap_or_default();
        self.shared.heap.release(tuple);
        self.fiber.reserve(self.fiber.top + args.len());
        let count = args.len();
        args.into_iter().for_each(|arg| self.fiber.push(arg));
        self.call(count, None)
    }

    pub(super) fn return_value(&mut self) -> Result<Next, Fault> {
        let value = self.fiber.pop();
        self.pop_frame();
        if self.fiber.frames.is_empty() {
            self.shared.heap.release(value);
            return Exit::Finished.into();
        }
        self.fiber.push(value);
        Ok(Next::Continue)
    }

    /// Leaves the current call: its locals and operands go, and so does the callable below them.
    pub(super) fn pop_frame(&mut self) {
        let Some(frame) = self.fiber.frames.pop() else {
            return;
        };
        let code = &self.program.codes[frame.code as usize];
        let bottom = if self.fiber.frames.is_empty() {
            // The module's and a thread's first frame begin at the bottom and were not charged.
            0
        } else {
            self.shared
                .heap
                .refund(FRAME_BYTES + u64::from(code.frame_size) * size_of::<Value>() as u64);
            frame.base as usize - 2
        };
        while self.fiber.top > bottom {
            let value = self.fiber.pop();
            self.shared.heap.release(value);
        }
    }

    /// `manager -> exit entered`
    pub(super) fn before_with(&mut self) -> Result<Next, Fault> {
        let manager = self.fiber.peek(1);
        if type_of(&self.shared.heap, manager) != Type::Lock {
            let name = type_name(&self.shared.heap, manager);
            let message = format!("'{name}' object does not support the context manager protocol");
            return raise(ExceptionKind::TypeError, message);
        }
        let exit = Object::BoundMethod {
            native: Native::LockExit,
            receiver: manager,
        };
        let exit = self.shared.heap.allocate(exit)?;
        // The manager's reference became the exit method's; the method and its `self` are called like any other.
        self.fiber.pop();
        self.fiber.push(exit);
        let top = self.fiber.top;
        self.fiber.reserve(top + 2);
        self.shared.heap.retain(manager);
        self.fiber.push(Value::Native(Native::LockEnter));
        self.fiber.push(manager);
        self.call(0, None)
    }

    /// `exit lasti NULL exception -> exit lasti NULL exception result`
    pub(super) fn with_except_start(&mut self) -> Result<Next, Fault> {
        let exit = self.fiber.peek(4);
        let top = self.fiber.top;
        self.fiber.reserve(top + 5);
        self.shared.heap.retain(exit);
        for value in [Value::Unbound, exit, Value::None, Value::None, Value::None] {
            self.fiber.push(value);
        }
        self.call(3, None)
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn too_many(name: &str, parameters: usize, defaults: usize, given: usize) -> String {
    let were = if given == 1 { "was" } else { "were" };
    if defaults == 0 {
        return format!(
            "{name}() takes {parameters} positional argument{} but {given} {were} given",
            plural(parameters)
        );
    }
    let least = parameters - defaults;
    format!("{name}() takes from {least} to {parameters} positional arguments but {given} {were} given")
}

fn missing_arguments(name: &str, missing: &[&str]) -> String {
    let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
    let list = match quoted.as_slice() {
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
        [] => String::new(),
    };
    format!(
        "{name}() missing {} required positional argument{}: {list}",
        missing.len(),
        plural(missing.len())
    )
}
