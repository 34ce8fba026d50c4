//! `match` (PEP 634).

use super::{Interpreter, Next};
use crate::fiber::Then;
use crate::native::{Fault, Type};
use crate::operators;
use crate::value::Value;

impl Interpreter<'_> {
    /// `x -> x matches`: whether it is a sequence (but no text), or a mapping.
    pub(super) fn match_kind(&mut self, sequence: bool) {
        let heap = &self.shared.heap;
        let ty = operators::type_of(heap, operators::unwrap(heap, self.fiber.peek(1)));
        let matches = match ty {
            Type::List | Type::Tuple | Type::Range => sequence,
            Type::Dict => !sequence,
            _ => false,
        };
        self.fiber.reserve(self.fiber.top + 1);
        self.fiber.push(Value::bool(matches));
    }

    /// `x keys -> x keys values`, or `… None`
    pub(super) fn match_keys(&mut self) -> Result<Next, Fault> {
        let (subject, keys) = (self.fiber.peek(2), self.fiber.peek(1));
        self.shared.heap.retain(subject);
        self.shared.heap.retain(keys);
        self.invoke(
            crate::library::core("match_keys"),
            vec![subject, keys],
            Vec::new(),
            Then::Push,
        )
    }

    /// `x class names -> values`, or `None`
    pub(super) fn match_class(&mut self, positional: usize) -> Result<Next, Fault> {
        self.fiber.reserve(self.fiber.top + 1);
        self.fiber.push(Value::Int(positional as i64));
        self.call_core("match_class", 4, Then::Push)
    }
}
