//! Variables: local ones, cells, global ones, names in a class's body.

use triomphe::Arc;

use super::{Interpreter, Next};
use crate::code::CodeId;
use crate::exception::ExceptionKind;
use crate::fiber::Then;
use crate::native::{Fault, raise};
use crate::object::{Function, Object};
use crate::opcode::{FunctionParts, Instr};
use crate::operators;
use crate::table::{Dict, Match, Probe, Search};
use crate::value::Value;

impl Interpreter<'_> {
    pub(super) fn local(&mut self, index: u32, instr: Instr) -> Result<(), Fault> {
        let frame = *self.fiber.frame();
        let place = (frame.base + index) as usize;
        let value = self.fiber.stack[place];
        if !value.is_bound() {
            let name = &self.program.code(frame.code).locals[index as usize];
            return raise(
                ExceptionKind::UnboundLocalError,
                format!("cannot access local variable '{name}' where it is not associated with a value"),
            );
        }
        if let Instr::DeleteFast(_) = instr {
            self.fiber.stack[place] = Value::Unbound;
            self.shared.heap.release(value);
        }
        Ok(())
    }

    fn place(&mut self, place: u32) -> usize {
        (self.fiber.frame().base + place) as usize
    }

    pub(super) fn make_cell(&mut self, place: u32) -> Result<(), Fault> {
        let at = self.place(place);
        let cell = self.shared.heap.allocate(Object::Cell(self.fiber.stack[at]))?;
        self.fiber.stack[at] = cell;
        Ok(())
    }

    pub(super) fn load_closure(&mut self, place: u32) {
        let at = self.place(place);
        let cell = self.shared.heap.retain(self.fiber.stack[at]);
        self.fiber.push(cell);
    }

    fn cell(&mut self, place: u32) -> &mut Value {
        let at = self.place(place);
        match self.fiber.stack[at] {
            Value::Object(id) => match self.shared.heap.get_mut(id) {
                Object::Cell(value) => value,
                _ => unreachable!("the place holds a cell"),
            },
            _ => unreachable!("the place holds a cell"),
        }
    }

    pub(super) fn load_cell(&mut self, place: u32, instr: Instr) -> Result<Next, Fault> {
        if let Instr::LoadClassDeref(_) = instr {
            let frame = *self.fiber.frame();
            let name = self.program.code(frame.code).locals[place as usize].clone();
            if let Some(value) = self.in_namespace(frame.namespace, &name) {
                self.shared.heap.retain(value);
                self.fiber.push(value);
                return Ok(Next::Continue);
            }
        }
        let value = *self.cell(place);
        if !value.is_bound() {
            return self.unbound_cell(place).map(|()| Next::Continue);
        }
        self.shared.heap.retain(value);
        self.fiber.push(value);
        Ok(Next::Continue)
    }

    fn unbound_cell(&mut self, place: u32) -> Result<(), Fault> {
        let code = self.fiber.frame().code;
        let code = self.program.code(code);
        let name = &code.locals[place as usize];
        if place as usize >= code.locals.len() - code.entry.free as usize {
            return raise(
                ExceptionKind::NameError,
                format!(
                    "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
                ),
            );
        }
        raise(
            ExceptionKind::UnboundLocalError,
            format!("cannot access local variable '{name}' where it is not associated with a value"),
        )
    }

    pub(super) fn store_cell(&mut self, place: u32) {
        let value = self.fiber.pop();
        let old = std::mem::replace(self.cell(place), value);
        self.shared.heap.release(old);
    }

    pub(super) fn delete_cell(&mut self, place: u32) -> Result<(), Fault> {
        let old = std::mem::replace(self.cell(place), Value::Unbound);
        if !old.is_bound() {
            return self.unbound_cell(place);
        }
        self.shared.heap.release(old);
        Ok(())
    }

    /// The variable of a slot in the module of the code that runs; borrowed.
    fn global(&mut self, slot: u32) -> Result<Value, Fault> {
        let unit = self.fiber.frame().code.unit();
        let value = self.shared.namespace(unit).globals[slot as usize];
        if value.is_bound() {
            return Ok(value);
        }
        match self.program.unit(unit).globals[slot as usize].builtin {
            Some(builtin) => Ok(builtin),
            None => self.name_error(slot),
        }
    }

    pub(super) fn load_global(&mut self, slot: u32) -> Result<(), Fault> {
        let value = self.global(slot)?;
        self.shared.heap.retain(value);
        self.fiber.push(value);
        Ok(())
    }

    fn name_error<T>(&mut self, slot: u32) -> Result<T, Fault> {
        let unit = self.fiber.frame().code.unit();
        let name = &self.program.unit(unit).globals[slot as usize].name;
        Err(Fault::Missing {
            kind: ExceptionKind::NameError,
            message: format!("name '{name}' is not defined"),
            name: name.clone(),
            object: Value::Unbound,
        })
    }

    /// A variable of a module of the library.
    pub(super) fn store_module_global(&mut self, slot: u32) {
        let value = self.fiber.pop();
        let unit = self.fiber.frame().code.unit();
        let old = std::mem::replace(&mut self.shared.namespace_mut(unit).globals[slot as usize], value);
        self.shared.heap.release(old);
    }

    pub(super) fn delete_global(&mut self, slot: u32) -> Result<(), Fault> {
        let unit = self.fiber.frame().code.unit();
        let variable = &mut self.shared.namespace_mut(unit).globals[slot as usize];
        let old = std::mem::replace(variable, Value::Unbound);
        if !old.is_bound() {
            return self.name_error(slot);
        }
        self.shared.heap.release(old);
        Ok(())
    }

    /// What a class's body has bound a name to; borrowed. Only a namespace that is a plain dictionary is looked into.
    fn in_namespace(&self, namespace: Value, name: &str) -> Option<Value> {
        let dict = operators::as_dict(&self.shared.heap, namespace)?;
        match self.find_text(dict, name) {
            Search::Found(position) => dict.entry(position).map(|entry| entry.value),
            _ => None,
        }
    }

    pub(super) fn find_text(&self, dict: &Dict<Value, Value>, name: &str) -> Search {
        dict.find(crate::hash::string(name), Probe::START, |key| {
            if operators::as_str(&self.shared.heap, *key) == Some(name) {
                Match::Yes
            } else {
                Match::No
            }
        })
    }

    pub(super) fn load_class_name(&mut self, slot: u32) -> Result<Next, Fault> {
        let frame = *self.fiber.frame();
        let name = self.program.unit(frame.code.unit()).globals[slot as usize]
            .name
            .clone();
        match self.in_namespace(frame.namespace, &name) {
            Some(value) => {
                self.shared.heap.retain(value);
                self.fiber.push(value);
            }
            None => self.load_global(slot)?,
        }
        Ok(Next::Continue)
    }

    pub(super) fn store_class_name(&mut self, slot: u32) -> Result<Next, Fault> {
        let frame = *self.fiber.frame();
        let unit = self.program.unit(frame.code.unit());
        let global = &unit.globals[slot as usize];
        let text = global.text.expect("the compiler made a constant of it");
        let key = self.shared.namespace(frame.code.unit()).constants[text as usize];
        if let Some(set) = self.special_python_method(frame.namespace, crate::symbol::NAMES.setitem) {
            let value = self.fiber.pop();
            for value in [set, frame.namespace, key] {
                self.shared.heap.retain(value);
            }
            return self.invoke(set, vec![frame.namespace, key, value], Vec::new(), Then::Discard);
        }
        let value = self.fiber.pop();
        let key = self.shared.heap.retain(key);
        let namespace = operators::unwrap(&self.shared.heap, frame.namespace);
        operators::put_text(&mut self.shared.heap, namespace, key, value)?;
        Ok(Next::Continue)
    }

    pub(super) fn delete_class_name(&mut self, slot: u32) -> Result<(), Fault> {
        let frame = *self.fiber.frame();
        let name = self.program.unit(frame.code.unit()).globals[slot as usize]
            .name
            .clone();
        if !operators::remove_text(&mut self.shared.heap, frame.namespace, &name) {
            return self.name_error(slot);
        }
        Ok(())
    }

    pub(super) fn setup_annotations(&mut self) -> Result<(), Fault> {
        let namespace = self.fiber.frame().namespace;
        if self.in_namespace(namespace, "__annotations__").is_none() {
            let heap = &mut self.shared.heap;
            let annotations = heap.allocate(Object::Dict(Arc::new(Dict::new())))?;
            let key = heap.string("__annotations__")?;
            operators::put_text(heap, operators::unwrap(heap, namespace), key, annotations)?;
        }
        Ok(())
    }

    /// A method of Python's that a value's class has under a name; borrowed.
    pub(super) fn special_python_method(&self, value: Value, name: crate::symbol::Symbol) -> Option<Value> {
        crate::class::special(self.shared, value, name)?;
        self.special_method(value, name)
    }

    pub(super) fn make_function(&mut self, code: u32, parts: FunctionParts) -> Result<(), Fault> {
        let unit = self.fiber.frame().code.unit();
        let mut take = |is_there: bool| {
            if !is_there {
                return Vec::new();
            }
            let tuple = self.fiber.pop();
            let items = operators::as_items(&self.shared.heap, tuple)
                .unwrap_or_default()
                .to_vec();
            self.shared.heap.retain_all(&items);
            self.shared.heap.release(tuple);
            items
        };
        let closure = take(parts.closure);
        let keyword_defaults = take(parts.keyword_defaults);
        let defaults = take(parts.defaults);
        let function = Function {
            code: CodeId::new(unit, code),
            defaults,
            keyword_defaults,
            closure,
            attributes: Vec::new(),
            dict: Value::Unbound,
        };
        let function = self.shared.heap.allocate(Object::Function(Arc::new(function)))?;
        self.fiber.push(function);
        Ok(())
    }
}
