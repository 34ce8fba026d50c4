//! Instructions that are not worth a place in the loop.

use syntax::tree::Conversion;

use super::{Interpreter, Next};
use crate::exception::{ExceptionKind, ExceptionObject};
use crate::native::{Fault, Module, Native, Type, raise};
use crate::object::{Function, Iterator, Object};
use crate::opcode::{Format, Instr};
use crate::operators::{self, Number, as_str, number, type_name, type_of};
use crate::subscript;
use crate::value::{Value, is_same};

impl Interpreter<'_> {
    pub(super) fn rare(&mut self, instr: Instr) -> Result<Next, Fault> {
        match instr {
            Instr::Call(count) => return self.call_instruction(count),
            Instr::CallFunctionEx => return self.call_with_tuple(),
            Instr::ReturnValue => return self.return_value(),
            Instr::BeforeWith => return self.before_with(),
            Instr::WithExceptStart => return self.with_except_start(),
            Instr::RaiseVarargs(_) => return self.raise_top(),
            Instr::Reraise(_) => return self.reraise(),
            Instr::LoadFast(index) | Instr::DeleteFast(index) => self.local(index, instr)?,
            Instr::LoadName(slot) | Instr::LoadGlobal(slot) => self.load_global(slot)?,
            Instr::LoadGlobalNull(slot) => {
                self.fiber.push(Value::Unbound);
                self.load_global(slot)?;
            }
            Instr::DeleteName(slot) | Instr::DeleteGlobal(slot) => {
                let old = std::mem::replace(&mut self.shared.globals[slot as usize], Value::Unbound);
                if !old.is_bound() {
                    return self.name_error(slot);
                }
                self.shared.heap.release(old);
            }
            Instr::PushNull | Instr::PushExcInfo => {
                // `PUSH_EXC_INFO` leaves the exception on top of what was handled before: nothing, so far.
                self.fiber.push(Value::Unbound);
                if instr == Instr::PushExcInfo {
                    let top = self.fiber.top;
                    self.fiber.stack.swap(top - 1, top - 2);
                }
            }
            Instr::PopExcept => drop_unbound(self.fiber.pop()),
            Instr::Copy(depth) => {
                let value = self.fiber.peek(depth as usize);
                self.shared.heap.retain(value);
                self.fiber.push(value);
            }
            Instr::Swap(depth) => {
                let top = self.fiber.top;
                self.fiber.stack.swap(top - 1, top - depth as usize);
            }
            Instr::LoadAttr(name) => {
                let object = self.fiber.peek(1);
                let value = self.attribute(object, name)?;
                self.replace(1, value);
            }
            Instr::StoreAttr(name) | Instr::DeleteAttr(name) => return self.write_attribute(name, instr),
            Instr::LoadMethod(name) => self.load_method(name)?,
            Instr::Binary(op) | Instr::InPlace(op) => {
                let (left, right) = (self.fiber.peek(2), self.fiber.peek(1));
                let in_place = matches!(instr, Instr::InPlace(_));
                let value = operators::binary(&mut self.shared.heap, op, in_place, left, right)?;
                self.replace(2, value);
            }
            Instr::Unary(op) => {
                let value = operators::unary(&mut self.shared.heap, op, self.fiber.peek(1))?;
                self.replace(1, value);
            }
            Instr::Compare(op) => {
                let (left, right) = (self.fiber.peek(2), self.fiber.peek(1));
                let value = operators::compare(&self.shared.heap, op, left, right)?;
                self.replace(2, Value::Bool(value));
            }
            Instr::Is(negated) => {
                let same = is_same(self.fiber.peek(2), self.fiber.peek(1));
                self.replace(2, Value::Bool(same != negated));
            }
            Instr::Contains(negated) => {
                let (item, container) = (self.fiber.peek(2), self.fiber.peek(1));
                let found = operators::contains(&self.shared.heap, container, item)?;
                self.replace(2, Value::Bool(found != negated));
            }
            Instr::BinarySubscr => {
                let (container, index) = (self.fiber.peek(2), self.fiber.peek(1));
                let value = subscript::get(&mut self.shared.heap, container, index)?;
                self.replace(2, value);
            }
            Instr::StoreSubscr => {
                let (value, container, index) = (self.fiber.peek(3), self.fiber.peek(2), self.fiber.peek(1));
                subscript::set(&mut self.shared.heap, container, index, value)?;
                self.fiber.top -= 3;
                self.release_all(&[container, index]);
            }
            Instr::DeleteSubscr => {
                let (container, index) = (self.fiber.peek(2), self.fiber.peek(1));
                subscript::delete(&mut self.shared.heap, container, index)?;
                self.fiber.top -= 2;
                self.release_all(&[container, index]);
            }
            Instr::BuildSlice(count) => {
                let step = if count == 3 { self.fiber.pop() } else { Value::None };
                let parts = [self.fiber.peek(2), self.fiber.peek(1), step];
                self.fiber.top -= 2;
                let slice = self
                    .shared
                    .heap
                    .allocate(Object::Slice(triomphe::Arc::new(parts)))?;
                self.fiber.push(slice);
            }
            Instr::BuildList(count) | Instr::BuildTuple(count) => {
                let items = self.fiber.operands(count as usize).to_vec();
                let is_list = matches!(instr, Instr::BuildList(_));
                let heap = &mut self.shared.heap;
                let value = if is_list {
                    heap.list(items)?
                } else {
                    heap.tuple(items)?
                };
                self.fiber.top -= count as usize;
                self.fiber.push(value);
            }
            Instr::ListExtend(depth) => {
                let items =
                    operators::collect(&mut self.shared.heap, self.fiber.peek(1))?.unwrap_or_default();
                let list = self.fiber.peek(depth as usize + 1);
                operators::extend_list(&mut self.shared.heap, list, items)?;
                let tuple = self.fiber.pop();
                self.shared.heap.release(tuple);
            }
            Instr::BuildString(count) => self.build_string(count as usize)?,
            Instr::FormatValue(format) => self.format_value(format)?,
            Instr::UnpackSequence(count) => self.unpack(count as usize)?,
            Instr::GetIter => self.get_iter()?,
            Instr::ForIter(target) => self.for_iter(target)?,
            Instr::PopJumpForwardIfFalse(target) | Instr::PopJumpBackwardIfFalse(target) => {
                self.pop_jump(target, false);
            }
            Instr::PopJumpForwardIfTrue(target) | Instr::PopJumpBackwardIfTrue(target) => {
                self.pop_jump(target, true);
            }
            Instr::JumpIfFalseOrPop(target) | Instr::JumpIfTrueOrPop(target) => {
                let when = matches!(instr, Instr::JumpIfTrueOrPop(_));
                if self.truth(self.fiber.peek(1)) == when {
                    self.fiber.frame().pc = target;
                } else {
                    let value = self.fiber.pop();
                    self.shared.heap.release(value);
                }
            }
            Instr::KwNames(names) => self.fiber.frame().keywords = Some(names),
            Instr::MakeFunction(code, defaults) => {
                let defaults = if defaults {
                    let tuple = self.fiber.pop();
                    let items = operators::collect(&mut self.shared.heap, tuple)?.unwrap_or_default();
                    self.shared.heap.release(tuple);
                    items
                } else {
                    Vec::new()
                };
                let function = Object::Function(triomphe::Arc::new(Function { code, defaults }));
                let function = self.shared.heap.allocate(function)?;
                self.fiber.push(function);
            }
            Instr::ImportName(module) => self.fiber.push(Value::Module(Module::ALL[module as usize])),
            Instr::ImportFrom(name) => {
                let value = self.attribute(self.fiber.peek(1), name)?;
                self.fiber.push(value);
            }
            Instr::LoadAssertionError => {
                self.fiber
                    .push(Value::ExceptionType(ExceptionKind::AssertionError));
            }
            Instr::ThreadStarted => self.fiber.started = true,
            Instr::Resume
            | Instr::Nop
            | Instr::PopTop
            | Instr::LoadConst(_)
            | Instr::StoreFast(_)
            | Instr::StoreName(_)
            | Instr::StoreGlobal(_)
            | Instr::JumpForward(_)
            | Instr::JumpBackward(_) => unreachable!("the loop executes these itself"),
        }
        Ok(Next::Continue)
    }

    /// Puts a value in the place of the top `count` operands.
    pub(super) fn replace(&mut self, count: usize, value: Value) {
        for _ in 0..count {
            let old = self.fiber.pop();
            self.shared.heap.release(old);
        }
        self.fiber.push(value);
    }

    fn local(&mut self, index: u32, instr: Instr) -> Result<(), Fault> {
        let frame = *self.fiber.frame();
        let place = (frame.base + index) as usize;
        let value = self.fiber.stack[place];
        if !value.is_bound() {
            let name = &self.program.codes[frame.code as usize].locals[index as usize];
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

    fn load_global(&mut self, slot: u32) -> Result<(), Fault> {
        let mut value = self.shared.globals[slot as usize];
        if !value.is_bound() {
            let Some(builtin) = self.program.globals[slot as usize].builtin else {
                self.name_error(slot)?;
                return Ok(());
            };
            value = builtin;
        }
        self.shared.heap.retain(value);
        self.fiber.push(value);
        Ok(())
    }

    fn name_error(&self, slot: u32) -> Result<Next, Fault> {
        let name = &self.program.globals[slot as usize].name;
        raise(ExceptionKind::NameError, format!("name '{name}' is not defined"))
    }

    /// `object.name`; a new reference.
    fn attribute(&mut self, object: Value, name: u32) -> Result<Value, Fault> {
        let attribute = &self.program.attributes[name as usize];
        let ty = type_of(&self.shared.heap, object);
        if let Value::Module(module) = object
            && let Some(value) = module.attribute(&attribute.name)
        {
            return Ok(value);
        }
        if let Some(native) = attribute.methods[ty as usize] {
            let receiver = self.shared.heap.retain(object);
            return Ok(self
                .shared
                .heap
                .allocate(Object::BoundMethod { native, receiver })?);
        }
        match (self.shared.heap.object(object), attribute.name.as_str()) {
            (Some(Object::Thread(thread)), "name") => {
                let name = thread.name;
                Ok(self.shared.heap.retain(name))
            }
            (Some(Object::Thread(_)), "daemon") => Ok(Value::Bool(false)),
            (Some(Object::Function(function)), "__name__") => {
                let name = &self.program.codes[function.code as usize].name;
                Ok(self.shared.heap.string(name)?)
            }
            _ => self.attribute_error(object, &attribute.name),
        }
    }

    fn attribute_error<T>(&self, object: Value, name: &str) -> Result<T, Fault> {
        let message = match object {
            Value::Module(module) => format!("module '{}' has no attribute '{name}'", module.name()),
            _ => format!(
                "'{}' object has no attribute '{name}'",
                type_name(&self.shared.heap, object)
            ),
        };
        raise(ExceptionKind::AttributeError, message)
    }

    fn write_attribute(&mut self, name: u32, instr: Instr) -> Result<Next, Fault> {
        let name = &self.program.attributes[name as usize].name;
        let object = self.fiber.peek(1);
        if matches!(instr, Instr::StoreAttr(_))
            && name == "name"
            && type_of(&self.shared.heap, object) == Type::Thread
        {
            let value = self.fiber.peek(2);
            let text = operators::text_of(&self.shared.heap, value)?;
            let text = self.shared.heap.string(&text)?;
            let Value::Object(id) = object else {
                unreachable!("a thread is an object")
            };
            if let Object::Thread(thread) = self.shared.heap.get_mut(id) {
                let old = std::mem::replace(&mut triomphe::Arc::make_mut(thread).name, text);
                self.shared.heap.release(old);
            }
            self.fiber.top -= 2;
            self.release_all(&[object, value]);
            return Ok(Next::Continue);
        }
        self.attribute_error(object, name)
    }

    fn load_method(&mut self, name: u32) -> Result<(), Fault> {
        let object = self.fiber.peek(1);
        let ty = type_of(&self.shared.heap, object);
        if let Some(native) = self.program.attributes[name as usize].methods[ty as usize] {
            self.fiber.pop();
            self.fiber.push(Value::Native(native));
            self.fiber.push(object);
            return Ok(());
        }
        let value = self.attribute(object, name)?;
        self.replace(1, Value::Unbound);
        self.fiber.push(value);
        Ok(())
    }

    fn build_string(&mut self, count: usize) -> Result<(), Fault> {
        let parts = self.fiber.operands(count);
        let length: usize = parts
            .iter()
            .filter_map(|part| as_str(&self.shared.heap, *part))
            .map(str::len)
            .sum();
        self.shared.heap.has_room(length as u64)?;
        let text: String = parts
            .iter()
            .filter_map(|part| as_str(&self.shared.heap, *part))
            .collect();
        let value = self.shared.heap.string(&text)?;
        for _ in 0..count {
            let old = self.fiber.pop();
            self.shared.heap.release(old);
        }
        self.fiber.push(value);
        Ok(())
    }

    fn format_value(&mut self, format: Format) -> Result<(), Fault> {
        let spec = if format.spec {
            self.fiber.peek(1)
        } else {
            Value::Unbound
        };
        let value = self.fiber.peek(1 + usize::from(format.spec));
        let heap = &self.shared.heap;
        let spec = as_str(heap, spec).unwrap_or_default().to_owned();
        let text = match format.conversion {
            None => crate::native::format(heap, value, &spec)?,
            Some(conversion) => {
                let text = match conversion {
                    Conversion::Str => operators::text_of(heap, value)?,
                    Conversion::Repr => operators::repr_of(heap, value)?,
                    Conversion::Ascii => ascii(&operators::repr_of(heap, value)?),
                };
                crate::native::format_text(heap, &text, &spec)?
            }
        };
        let text = self.shared.heap.string(&text)?;
        self.replace(1 + usize::from(format.spec), text);
        Ok(())
    }

    fn unpack(&mut self, count: usize) -> Result<(), Fault> {
        let value = self.fiber.peek(1);
        let Some(items) = operators::collect(&mut self.shared.heap, value)? else {
            let name = type_name(&self.shared.heap, value);
            return raise(
                ExceptionKind::TypeError,
                format!("cannot unpack non-iterable {name} object"),
            );
        };
        if items.len() != count {
            self.release_all(&items);
            let message = if items.len() < count {
                format!(
                    "not enough values to unpack (expected {count}, got {})",
                    items.len()
                )
            } else {
                format!("too many values to unpack (expected {count})")
            };
            return raise(ExceptionKind::ValueError, message);
        }
        self.fiber.pop();
        self.shared.heap.release(value);
        items.into_iter().rev().for_each(|item| self.fiber.push(item));
        Ok(())
    }

    fn get_iter(&mut self) -> Result<(), Fault> {
        let over = self.fiber.peek(1);
        match type_of(&self.shared.heap, over) {
            Type::Iterator => Ok(()),
            Type::List | Type::Tuple | Type::Str | Type::Range => {
                let iterator = Object::Iterator(triomphe::Arc::new(Iterator { over, index: 0 }));
                let iterator = self.shared.heap.allocate(iterator)?;
                self.fiber.pop();
                self.fiber.push(iterator);
                Ok(())
            }
            _ => {
                let name = type_name(&self.shared.heap, over);
                raise(
                    ExceptionKind::TypeError,
                    format!("'{name}' object is not iterable"),
                )
            }
        }
    }

    fn for_iter(&mut self, target: u32) -> Result<(), Fault> {
        let Value::Object(id) = self.fiber.peek(1) else {
            unreachable!("an iterator is an object")
        };
        let Object::Iterator(iterator) = self.shared.heap.get(id) else {
            unreachable!("GET_ITER made it")
        };
        let (over, index) = (iterator.over, iterator.index);
        let (item, next) = match self.shared.heap.object(over) {
            Some(Object::List(items) | Object::Tuple(items)) => match items.get(index).copied() {
                Some(item) => (self.shared.heap.retain(item), index + 1),
                None => (Value::Unbound, index),
            },
            Some(Object::Range(range)) if (index as i64) < range.len() => {
                (Value::Int(range.at(index as i64)), index + 1)
            }
            Some(Object::Str(text)) => match text[index..].chars().next() {
                Some(character) => {
                    let item = self.shared.heap.string(character.encode_utf8(&mut [0; 4]))?;
                    (item, index + character.len_utf8())
                }
                None => (Value::Unbound, index),
            },
            _ => (Value::Unbound, index),
        };
        if item.is_bound() {
            if let Object::Iterator(iterator) = self.shared.heap.get_mut(id) {
                triomphe::Arc::make_mut(iterator).index = next;
            }
            self.fiber.push(item);
        } else {
            let iterator = self.fiber.pop();
            self.shared.heap.release(iterator);
            self.fiber.frame().pc = target;
        }
        Ok(())
    }

    fn pop_jump(&mut self, target: u32, when: bool) {
        let value = self.fiber.pop();
        if self.truth(value) == when {
            self.fiber.frame().pc = target;
        }
        self.shared.heap.release(value);
    }

    /// A new exception, owned by the caller.
    pub(super) fn new_exception(&mut self, kind: ExceptionKind, argument: Value) -> Result<Value, Fault> {
        let exception = ExceptionObject {
            kind,
            argument,
            traceback: Vec::new(),
        };
        Ok(self
            .shared
            .heap
            .allocate(Object::Exception(triomphe::Arc::new(exception)))?)
    }
}

/// The place that `PUSH_EXC_INFO` made holds no value.
fn drop_unbound(value: Value) {
    debug_assert!(!value.is_bound(), "no exception was being handled before");
}

fn ascii(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match u32::from(character) {
            0..=0x7f => escaped.push(character),
            code @ 0x80..=0xff => escaped.push_str(&format!("\\x{code:02x}")),
            code @ 0x100..=0xffff => escaped.push_str(&format!("\\u{code:04x}")),
            code => escaped.push_str(&format!("\\U{code:08x}")),
        }
    }
    escaped
}

/// A count that a program gave, for a sleep or a width.
pub(crate) fn seconds(heap: &crate::heap::Heap, value: Value) -> Option<f64> {
    match number(heap, value)? {
        Number::Int(value) => value.to_f64().ok(),
        Number::Float(value) => Some(value),
    }
}

/// The native method that a value is, with its `self` where it is bound.
pub(super) fn native_of(heap: &crate::heap::Heap, callable: Value) -> Option<(Native, Option<Value>)> {
    match callable {
        Value::Native(native) => Some((native, None)),
        Value::Object(id) => match heap.get(id) {
            Object::BoundMethod { native, receiver } => Some((*native, Some(*receiver))),
            _ => None,
        },
        _ => None,
    }
}
