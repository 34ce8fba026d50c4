//! Iteration: `for`, unpacking, and what may call Python meanwhile.

use super::{Interpreter, Next};
use crate::class;
use crate::exception::ExceptionKind;
use crate::fiber::Then;
use crate::native::{Fault, Resumption, raise};
use crate::object::Object;
use crate::operators::{self, Advance};
use crate::symbol::NAMES;
use crate::value::{ObjectId, Value};

impl Interpreter<'_> {
    pub(super) fn get_iter(&mut self) -> Result<Next, Fault> {
        let over = self.fiber.peek(1);
        if let Some(function) = self.special_python_method(over, NAMES.iter) {
            self.shared.heap.retain(function);
            self.fiber.pop();
            return self.invoke(function, vec![over], Vec::new(), Then::Push);
        }
        match operators::iterator_over(&mut self.shared.heap, over)? {
            Some(iterator) => {
                self.replace(1, iterator);
                Ok(Next::Continue)
            }
            None if self.special_python_method(over, NAMES.getitem).is_some() => {
                self.call_core("iterate_by_index", 1, Then::Push)
            }
            None => {
                let name = class::type_name(&self.shared.heap, over);
                raise(
                    ExceptionKind::TypeError,
                    format!("'{name}' object is not iterable"),
                )
            }
        }
    }

    pub(super) fn for_iter(&mut self, target: u32) -> Result<Next, Fault> {
        let iterator = self.fiber.peek(1);
        let then = Then::Iterate { target };
        if let Value::Object(id) = iterator {
            match self.shared.heap.get(id) {
                Object::Iterator(_) => {
                    return match self.next_of_native(id)? {
                        Some(item) => {
                            self.fiber.push(item);
                            Ok(Next::Continue)
                        }
                        None => self.end_of_iteration(ExceptionKind::StopIteration, Value::None, then),
                    };
                }
                Object::Lazy(_) => return self.advance_lazy(id, then),
                Object::Generator(_) => return self.resume(id, Resumption::Send(Value::None), then),
                _ => {}
            }
        }
        let Some(next) = self.special_method(iterator, NAMES.next) else {
            let name = class::type_name(&self.shared.heap, iterator);
            return raise(
                ExceptionKind::TypeError,
                format!("iter() returned non-iterator of type '{name}'"),
            );
        };
        self.shared.heap.retain(next);
        self.shared.heap.retain(iterator);
        self.invoke(next, vec![iterator], Vec::new(), then)
    }

    /// The next item of a builtin iterator, a new reference.
    pub(super) fn next_of_native(&mut self, id: ObjectId) -> Result<Option<Value>, Fault> {
        operators::next_of(&mut self.shared.heap, Value::Object(id))
    }

    /// `for` or `yield from` comes to the next item of a lazy iterator, or its end.
    pub(super) fn advance_lazy(&mut self, id: ObjectId, then: Then) -> Result<Next, Fault> {
        match operators::advance(&mut self.shared.heap, id) {
            Ok(Advance::Item(item)) => {
                self.fiber.push(item);
                Ok(Next::Continue)
            }
            Ok(Advance::Call(function, args)) => self.invoke(function, args, Vec::new(), then),
            Ok(Advance::End) => self.end_of_iteration(ExceptionKind::StopIteration, Value::None, then),
            Err(Fault::NeedsPython) => {
                let function = crate::library::core(operators::lazy_fallback(&self.shared.heap, id));
                let iterator = self.shared.heap.retain(Value::Object(id));
                self.invoke(function, vec![iterator], Vec::new(), then)
            }
            Err(fault) => Err(fault),
        }
    }

    /// Takes a collection apart; with `after`, `count` items, a list of the rest, and that many items.
    pub(super) fn unpack(&mut self, count: usize, after: Option<usize>) -> Result<Next, Fault> {
        let value = self.fiber.peek(1);
        let items = match operators::collect(&mut self.shared.heap, value) {
            Ok(Some(items)) => items,
            Ok(None) => {
                let name = class::type_name(&self.shared.heap, value);
                return raise(
                    ExceptionKind::TypeError,
                    format!("cannot unpack non-iterable {name} object"),
                );
            }
            Err(Fault::NeedsPython) => {
                // As many items as are wanted, and one to see that there are too many; then it is a list.
                let most = if after.is_some() {
                    Value::None
                } else {
                    Value::Int(count as i64 + 1)
                };
                self.fiber.reserve(self.fiber.top + 1);
                self.fiber.push(most);
                self.fiber.frame().pc -= 1;
                return self.call_core("take", 2, Then::Push);
            }
            Err(fault) => return Err(fault),
        };
        let least = count + after.unwrap_or_default();
        let wrong = if items.len() < least {
            let at_least = if after.is_some() { "at least " } else { "" };
            Some(format!(
                "not enough values to unpack (expected {at_least}{least}, got {})",
                items.len()
            ))
        } else if items.len() > least && after.is_none() {
            Some(format!("too many values to unpack (expected {count})"))
        } else {
            None
        };
        if let Some(message) = wrong {
            self.release_all(&items);
            return raise(ExceptionKind::ValueError, message);
        }
        self.drop_top(1);
        let mut items = items;
        if let Some(after) = after {
            let rest = items.drain(count..items.len() - after).collect();
            let rest = self.shared.heap.list(rest)?;
            items.insert(count, rest);
        }
        self.fiber.reserve(self.fiber.top + items.len());
        items.into_iter().rev().for_each(|item| self.fiber.push(item));
        Ok(Next::Continue)
    }
}
