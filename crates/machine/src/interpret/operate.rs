//! Operators: natively where the operands are builtin values, in the core where a class has a say.

use syntax::tree::{BinaryOp, CompareOp, UnaryOp};

use super::{Interpreter, Next};
use crate::class;
use crate::fiber::Then;
use crate::native::Fault;
use crate::operators;
use crate::subscript;
use crate::symbol::NAMES;
use crate::value::Value;

impl Interpreter<'_> {
    /// Puts a native result in the place of the operands, or lets the core compute it.
    fn result(
        &mut self,
        result: Result<Value, Fault>,
        operands: usize,
        core: impl FnOnce(&mut Self) -> Result<Next, Fault>,
    ) -> Result<Next, Fault> {
        match result {
            Ok(value) => {
                self.replace(operands, value);
                Ok(Next::Continue)
            }
            Err(Fault::NeedsPython) => core(self),
            Err(fault) => Err(fault),
        }
    }

    pub(super) fn binary(&mut self, op: BinaryOp, in_place: bool) -> Result<Next, Fault> {
        let (left, right) = (self.fiber.peek(2), self.fiber.peek(1));
        let result = operators::binary(&mut self.shared.heap, op, in_place, left, right);
        self.result(result, 2, |this| {
            let names = operators::names_of(op);
            this.push_text(names.name)?;
            this.push_text(names.reflected)?;
            this.push_text(names.sign)?;
            if in_place {
                this.push_text(names.in_place)?;
                return this.call_core("operate_in_place", 6, Then::Push);
            }
            this.call_core("operate", 5, Then::Push)
        })
    }

    fn push_text(&mut self, text: &str) -> Result<(), Fault> {
        let value = self.shared.heap.string(text)?;
        self.fiber.reserve(self.fiber.top + 1);
        self.fiber.push(value);
        Ok(())
    }

    pub(super) fn unary(&mut self, op: UnaryOp) -> Result<Next, Fault> {
        let value = self.fiber.peek(1);
        let result = operators::unary(&mut self.shared.heap, op, value);
        self.result(result, 1, |this| match op {
            UnaryOp::Not => this.call_core("truth", 1, Then::Truth { negated: true }),
            UnaryOp::Neg => this.call_core("negate", 1, Then::Push),
            UnaryOp::Pos => this.call_core("plus", 1, Then::Push),
            UnaryOp::Invert => this.call_core("invert", 1, Then::Push),
        })
    }

    pub(super) fn compare(&mut self, op: CompareOp) -> Result<Next, Fault> {
        let (left, right) = (self.fiber.peek(2), self.fiber.peek(1));
        let result = operators::compare(&self.shared.heap, op, left, right).map(Value::bool);
        self.result(result, 2, |this| {
            this.call_core(operators::comparison_name(op), 2, Then::Push)
        })
    }

    pub(super) fn contains(&mut self, negated: bool) -> Result<Next, Fault> {
        let (item, container) = (self.fiber.peek(2), self.fiber.peek(1));
        let result = operators::contains(&self.shared.heap, container, item);
        self.result(result.map(|found| Value::bool(found != negated)), 2, |this| {
            this.call_core("contains", 2, Then::Truth { negated })
        })
    }

    pub(super) fn subscript(&mut self) -> Result<Next, Fault> {
        let (container, index) = (self.fiber.peek(2), self.fiber.peek(1));
        if class::is_class(&self.shared.heap, container)
            && self.special_python_method(container, NAMES.getitem).is_none()
        {
            return self.call_core("class_getitem", 2, Then::Push);
        }
        if let Some(function) = self.special_python_method(container, NAMES.getitem) {
            self.shared.heap.retain(function);
            self.fiber.top -= 2;
            return self.invoke(function, vec![container, index], Vec::new(), Then::Push);
        }
        let result = subscript::get(&mut self.shared.heap, container, index);
        self.result(result, 2, |this| this.call_core("getitem", 2, Then::Push))
    }

    /// `value container index ->`
    pub(super) fn store_subscript(&mut self) -> Result<Next, Fault> {
        let (value, container, index) = (self.fiber.peek(3), self.fiber.peek(2), self.fiber.peek(1));
        if let Some(function) = self.special_python_method(container, NAMES.setitem) {
            self.shared.heap.retain(function);
            self.fiber.top -= 3;
            return self.invoke(function, vec![container, index, value], Vec::new(), Then::Discard);
        }
        match subscript::set(&mut self.shared.heap, container, index, value) {
            Ok(()) => {
                self.drop_top(3);
                Ok(Next::Continue)
            }
            Err(Fault::NeedsPython) => {
                self.fiber.top -= 3;
                self.invoke(
                    crate::library::core("setitem"),
                    vec![container, index, value],
                    Vec::new(),
                    Then::Discard,
                )
            }
            Err(fault) => Err(fault),
        }
    }

    /// `container index ->`
    pub(super) fn delete_subscript(&mut self) -> Result<Next, Fault> {
        let (container, index) = (self.fiber.peek(2), self.fiber.peek(1));
        if let Some(function) = self.special_python_method(container, NAMES.delitem) {
            self.shared.heap.retain(function);
            self.fiber.top -= 2;
            return self.invoke(function, vec![container, index], Vec::new(), Then::Discard);
        }
        match subscript::delete(&mut self.shared.heap, container, index) {
            Ok(()) => {
                self.drop_top(2);
                Ok(Next::Continue)
            }
            Err(Fault::NeedsPython) => self.call_core("delitem", 2, Then::Discard),
            Err(fault) => Err(fault),
        }
    }

    /// A condition whose truth is Python's business becomes one that is known, and the instruction runs again.
    fn truth_first(&mut self) -> Result<Next, Fault> {
        self.fiber.frame().pc -= 1;
        self.call_core("truth", 1, Then::Truth { negated: false })
    }

    pub(super) fn pop_jump(&mut self, target: u32, when: bool) -> Result<Next, Fault> {
        match operators::truth(&self.shared.heap, self.fiber.peek(1)) {
            Ok(truth) => {
                self.drop_top(1);
                if truth == when {
                    self.fiber.frame().pc = target;
                }
                Ok(Next::Continue)
            }
            Err(Fault::NeedsPython) => self.truth_first(),
            Err(fault) => Err(fault),
        }
    }

    pub(super) fn jump_or_pop(&mut self, target: u32, when: bool) -> Result<Next, Fault> {
        match operators::truth(&self.shared.heap, self.fiber.peek(1)) {
            Ok(truth) if truth == when => {
                self.fiber.frame().pc = target;
                Ok(Next::Continue)
            }
            Ok(_) => {
                self.drop_top(1);
                Ok(Next::Continue)
            }
            Err(Fault::NeedsPython) => {
                let value = self.fiber.peek(1);
                self.shared.heap.retain(value);
                let then = Then::Decide { target, when };
                self.invoke(crate::library::core("truth"), vec![value], Vec::new(), then)
            }
            Err(fault) => Err(fault),
        }
    }

    pub(super) fn get_len(&mut self) -> Result<Next, Fault> {
        let value = self.fiber.peek(1);
        self.fiber.reserve(self.fiber.top + 1);
        match operators::length(&self.shared.heap, value) {
            Ok(length) => {
                self.fiber.push(Value::Int(length));
                Ok(Next::Continue)
            }
            Err(Fault::NeedsPython) => {
                self.shared.heap.retain(value);
                self.fiber.push(value);
                self.call_core("len_", 1, Then::Push)
            }
            Err(fault) => Err(fault),
        }
    }
}
