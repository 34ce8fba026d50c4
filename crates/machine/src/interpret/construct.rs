//! Calls of classes (`type_call` in `Objects/typeobject.c`).

use triomphe::Arc;

use super::calls::{Names, context};
use super::said::{Said, Special, said};
use super::{Interpreter, Next};
use crate::class::{self, Found};
use crate::code::{INIT, NEW};
use crate::exception::{ExceptionKind, ExceptionObject};
use crate::fiber::Then;
use crate::native::{self, Args, Fault, Flow, Type, raise};
use crate::object::{Instance, Object};
use crate::symbol::NAMES;
use crate::value::Value;

impl Interpreter<'_> {
    /// Calls a class whose arguments lie above it.
    pub(super) fn call_class(
        &mut self,
        class: Value,
        below: usize,
        names: &Names,
        then: Then,
    ) -> Result<Next, Fault> {
        if let Some(function) = self.special_python_method(class, NAMES.call) {
            self.shared.heap.retain(function);
            self.fiber.stack[below] = function;
            let count = self.fiber.top - below - 2;
            return self.call(count, names.clone(), then);
        }
        match class {
            Value::Type(_) => self.construct_builtin(class, below, names, then),
            Value::ExceptionType(kind) => {
                let start = below + 2;
                let args = self.fiber.stack[start..self.fiber.top].to_vec();
                let exception = self.exception_of(kind, class, args, names)?;
                self.fiber.top = below;
                self.shared.heap.release(class);
                self.deliver(exception, then)
            }
            _ => self.instantiate(class, below, names, then),
        }
    }

    fn construct_builtin(
        &mut self,
        class: Value,
        below: usize,
        names: &Names,
        then: Then,
    ) -> Result<Next, Fault> {
        let Value::Type(ty) = class else {
            unreachable!("asked for a builtin type")
        };
        let given = self.fiber.stack[below + 2..self.fiber.top].to_vec();
        let (positional, named) = given.split_at(given.len() - names.len());
        let keywords: Vec<_> = names.iter().cloned().zip(named.iter().copied()).collect();
        let args = Args {
            positional,
            keywords: keywords.clone(),
        };
        let mut context = context(self.program, self.shared, self.fiber, self.id);
        let flow = match native::construct(ty, &mut context, &args) {
            Err(Fault::NeedsPython) => {
                self.shared.heap.retain_all(&given);
                let function = crate::library::core(native::construct_fallback(ty)?);
                Flow::CallWith(function, positional.to_vec(), keywords)
            }
            flow => flow?,
        };
        self.after_native(below, flow, then)
    }

    /// A new exception; the arguments become its own.
    fn exception_of(
        &mut self,
        kind: ExceptionKind,
        class: Value,
        mut args: Vec<Value>,
        names: &Names,
    ) -> Result<Value, Fault> {
        let named = args.split_off(args.len() - names.len());
        if !names.is_empty()
            && !matches!(
                kind,
                ExceptionKind::ImportError
                    | ExceptionKind::NameError
                    | ExceptionKind::AttributeError
                    | ExceptionKind::ModuleNotFoundError
            )
        {
            let name = class::class_name(&self.shared.heap, class);
            return raise(
                ExceptionKind::TypeError,
                format!("{name}() takes no keyword arguments"),
            );
        }
        let attributes = names
            .iter()
            .map(|name| crate::symbol::Symbol::of(name))
            .zip(named)
            .collect();
        let (kind, class) = match (class, args.as_slice()) {
            (Value::ExceptionType(ExceptionKind::OSError), [Value::Int(number), _, ..]) => {
                let kind = ExceptionKind::of_errno(*number);
                (kind, Value::ExceptionType(kind))
            }
            _ => (kind, class),
        };
        let args = self.shared.heap.tuple(args)?;
        self.shared.heap.retain(class);
        let exception = ExceptionObject {
            attributes,
            ..ExceptionObject::new(kind, class, args)
        };
        Ok(self
            .shared
            .heap
            .allocate(Object::Exception(Arc::new(exception)))?)
    }

    /// Makes an instance of a class that is written in Python.
    fn instantiate(&mut self, class: Value, below: usize, names: &Names, then: Then) -> Result<Next, Fault> {
        if let Said::Function(function) = said(&self.shared.heap, class, &INIT, Special::Make) {
            let heap = &mut self.shared.heap;
            heap.retain(class);
            let instance = Instance::new(class, Value::Unbound, false);
            let instance = heap.allocate(Object::Instance(Arc::new(instance)))?;
            return self.call_init(function, instance, below, names, then);
        }
        let makes = class::lookup(self.shared, class, &NEW);
        let carried = class::carried(&self.shared.heap, class);
        let in_python = !matches!(makes, Some(Found::Native(_)) | None);
        let from_arguments = matches!(
            carried,
            Some(Value::Type(
                Type::Int
                    | Type::Float
                    | Type::Str
                    | Type::Bytes
                    | Type::Tuple
                    | Type::FrozenSet
                    | Type::Type
                    | Type::Property
            ))
        );
        // Metaclasses may forbid it: a class may be abstract.
        let is_plain = matches!(class::class_of(&self.shared.heap, class), Value::Type(Type::Type));
        if in_python || from_arguments || !is_plain {
            return self.instantiate_in_core(class, below, names, then);
        }
        let init = class::lookup(self.shared, class, &INIT);
        let given = self.fiber.top - below - 2;
        let function = match init {
            Some(Found::Value(value)) => Some(value),
            Some(Found::Method(code)) => Some(Value::Function(code)),
            _ => None,
        };
        if function.is_none() && carried.is_none() && given > 0 {
            let name = class::class_name(&self.shared.heap, class);
            return raise(ExceptionKind::TypeError, format!("{name}() takes no arguments"));
        }
        let instance = self.blank_instance(class, carried, below + 2, names)?;
        match function {
            Some(function) if self.is_plain_function(function) => {
                self.call_init(function, instance, below, names, then)
            }
            Some(_) => {
                self.shared.heap.release(instance);
                self.instantiate_in_core(class, below, names, then)
            }
            None if matches!(carried, Some(Value::Type(_))) && given > 0 => {
                self.shared.heap.release(instance);
                self.instantiate_in_core(class, below, names, then)
            }
            None => {
                self.drop_top(self.fiber.top - below);
                self.deliver(instance, then)
            }
        }
    }

    /// Calls a function that is a class's `__init__` with an instance in the place of the class.
    fn call_init(
        &mut self,
        function: Value,
        instance: Value,
        below: usize,
        names: &Names,
        then: Then,
    ) -> Result<Next, Fault> {
        let given = self.fiber.top - below - 2;
        self.shared.heap.retain(function);
        self.shared.heap.retain(instance);
        let old = std::mem::replace(&mut self.fiber.stack[below], function);
        debug_assert!(!old.is_bound(), "classes are called as plain functions are");
        let class = std::mem::replace(&mut self.fiber.stack[below + 1], instance);
        self.shared.heap.release(class);
        let Some(id) = instance.id() else {
            unreachable!("an instance is an object")
        };
        self.initialise(id, given, names, then)
    }

    fn is_plain_function(&self, function: Value) -> bool {
        matches!(function, Value::Function(_))
            || matches!(self.shared.heap.object(function), Some(Object::Function(_)))
    }

    /// Calls `__init__`, which lies below the instance and its arguments.
    fn initialise(
        &mut self,
        instance: crate::value::ObjectId,
        given: usize,
        names: &Names,
        then: Then,
    ) -> Result<Next, Fault> {
        match then {
            Then::Push => self.call(given, names.clone(), Then::Init(instance)),
            // What becomes of the instance is decided when it is there: the core calls the class once more.
            _ => {
                self.shared.heap.release(Value::Object(instance));
                let below = self.fiber.top - given - 2;
                let function = std::mem::replace(&mut self.fiber.stack[below], Value::Unbound);
                self.shared.heap.release(function);
                let receiver = self.fiber.stack[below + 1];
                let class = class::class_of(&self.shared.heap, receiver);
                self.shared.heap.retain(class);
                self.shared.heap.release(receiver);
                self.fiber.stack[below + 1] = class;
                self.instantiate_in_core(class, below, names, then)
            }
        }
    }

    /// The general way: `__new__`, then `__init__`.
    fn instantiate_in_core(
        &mut self,
        class: Value,
        below: usize,
        names: &Names,
        then: Then,
    ) -> Result<Next, Fault> {
        let mut args = self.fiber.stack[below + 2..self.fiber.top].to_vec();
        let named = args.split_off(args.len() - names.len());
        self.fiber.top = below;
        args.insert(0, class);
        let keywords = names.iter().cloned().zip(named).collect();
        self.invoke(crate::library::core("instantiate"), args, keywords, then)
    }

    /// An instance before `__init__`.
    fn blank_instance(
        &mut self,
        class: Value,
        carried: Option<Value>,
        start: usize,
        names: &Names,
    ) -> Result<Value, Fault> {
        if let Some(Value::ExceptionType(kind)) = carried {
            let args = self.fiber.stack[start..self.fiber.top - names.len()].to_vec();
            self.shared.heap.retain_all(&args);
            return self.exception_of(kind, class, args, &Vec::new());
        }
        native::blank_instance(self.shared, class, carried)
    }
}

impl Instance {
    /// An instance that has nothing yet.
    pub(crate) fn new(class: Value, base: Value, finalise: bool) -> Self {
        Self {
            class,
            base,
            attributes: Vec::new(),
            dict: Value::Unbound,
            finalise,
            number: 0,
        }
    }
}
