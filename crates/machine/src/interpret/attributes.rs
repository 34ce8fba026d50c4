//! Instructions on what lies behind a dot.

use super::{Interpreter, Next};
use crate::attribute::{self, Got, Method};
use crate::code::Attribute;
use crate::exception::ExceptionKind;
use crate::fiber::Then;
use crate::library;
use crate::native::{Fault, raise};
use crate::value::Value;

impl<'a> Interpreter<'a> {
    fn name(&mut self, index: u32) -> &'a Attribute {
        let program = self.program;
        &program.unit(self.fiber.frame().code.unit()).attributes[index as usize]
    }

    pub(super) fn load_attribute(&mut self, name: u32) -> Result<Next, Fault> {
        let object = self.fiber.peek(1);
        let attribute = self.name(name);
        match attribute::get(self.shared, self.program, object, attribute)? {
            Got::Value(value) => {
                self.replace(1, value);
                Ok(Next::Continue)
            }
            Got::Call(function, args) => {
                self.drop_top(1);
                self.invoke(function, args, Vec::new(), Then::Push)
            }
        }
    }

    /// `x -> method x`, or `x -> NULL x.name`
    pub(super) fn load_method(&mut self, name: u32) -> Result<Next, Fault> {
        let object = self.fiber.peek(1);
        let attribute = self.name(name);
        if let Method::Function(function) = attribute::find_method(self.shared, object, attribute) {
            self.shared.heap.retain(function);
            self.fiber.pop();
            self.fiber.push(function);
            self.fiber.push(object);
            return Ok(Next::Continue);
        }
        match attribute::get(self.shared, self.program, object, attribute)? {
            Got::Value(value) => {
                self.replace(1, Value::Unbound);
                self.fiber.push(value);
                Ok(Next::Continue)
            }
            Got::Call(function, args) => {
                self.replace(1, Value::Unbound);
                self.invoke(function, args, Vec::new(), Then::Push)
            }
        }
    }

    /// `value object ->`
    pub(super) fn store_attribute(&mut self, name: u32) -> Result<Next, Fault> {
        let (value, object) = (self.fiber.peek(2), self.fiber.peek(1));
        let attribute = self.name(name);
        let call = attribute::set(self.shared, self.program, object, attribute, Some(value))?;
        self.after_set(call, 2)
    }

    /// `object ->`
    pub(super) fn delete_attribute(&mut self, name: u32) -> Result<Next, Fault> {
        let object = self.fiber.peek(1);
        let attribute = self.name(name);
        let call = attribute::set(self.shared, self.program, object, attribute, None)?;
        self.after_set(call, 1)
    }

    fn after_set(&mut self, call: Option<Got>, operands: usize) -> Result<Next, Fault> {
        self.drop_top(operands);
        match call {
            Some(Got::Call(function, args)) => self.invoke(function, args, Vec::new(), Then::Discard),
            _ => Ok(Next::Continue),
        }
    }

    /// `module -> module module.name`
    pub(super) fn import_from(&mut self, name: u32) -> Result<Next, Fault> {
        let module = self.fiber.peek(1);
        let attribute = self.name(name);
        if let Some(Got::Value(value)) = attribute::get_plain(self.shared, self.program, module, attribute)? {
            self.fiber.push(value);
            return Ok(Next::Continue);
        }
        let Value::Module(id) = module else {
            unreachable!("a module was imported")
        };
        if library::has(id, &attribute.name)
            && let Got::Call(function, args) = attribute::missing(self.shared, module, attribute)?
        {
            return self.invoke(function, args, Vec::new(), Then::Push);
        }
        let message = format!("cannot import name '{}' from '{}'", attribute.name, id.name());
        raise(ExceptionKind::ImportError, message)
    }
}
