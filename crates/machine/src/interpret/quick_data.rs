//! Instructions that the loop interrupts itself for, but is not left: builtin values that are worth a call, but not a place in it. As
//! in [`super::quick`], `None` means that nothing was done, and the long way comes to the same.

use super::{quick, quick_natives, quick_text};
use crate::class;
use crate::fiber::Fiber;
use crate::heap::{Heap, own};
use crate::object::Object;
use crate::opcode::Instr;
use crate::operators;
use crate::subscript;
use crate::value::Value;
use syntax::tree::{BinaryOp, UnaryOp};

/// Executes an instruction on builtin values, if it is one of these.
#[inline(never)]
pub(super) fn execute(heap: &mut Heap, fiber: &mut Fiber, instr: Instr) -> Option<()> {
    let (count, value) = match instr {
        Instr::Call(count) => {
            let below = fiber.top - count as usize - 2;
            let (Value::Unbound, Value::Type(ty)) = (fiber.stack[below], fiber.stack[below + 1]) else {
                return None;
            };
            if fiber.frame().keywords.is_some() {
                return None;
            }
            let count = count as usize;
            (
                count + 2,
                quick_natives::construct(heap, ty, fiber.operands(count))?,
            )
        }
        Instr::FormatValue(format) => {
            let count = 1 + usize::from(format.spec);
            let (value, spec) = (fiber.peek(count), fiber.peek(1));
            if !format.spec && format.conversion.is_none() && quick_text::text(heap, value).is_some() {
                // A string shows itself.
                return Some(());
            }
            (count, quick_text::format(heap, format, value, spec)?)
        }
        Instr::BuildString(count) => {
            let count = count as usize;
            (count, quick_text::concatenation(heap, fiber.operands(count))?)
        }
        Instr::ForIter(target) => {
            let iterator = fiber.peek(1);
            let Object::Iterator(_) = heap.object(iterator)? else {
                return None;
            };
            match operators::next_of(heap, iterator).ok()? {
                Some(item) => fiber.push(item),
                None => {
                    let iterator = fiber.pop();
                    heap.release(iterator);
                    fiber.frame().pc = target;
                }
            }
            return Some(());
        }
        Instr::GetIter => {
            let over = fiber.peek(1);
            match heap.object(over)? {
                Object::List(_)
                | Object::Tuple(_)
                | Object::Range(_)
                | Object::Dict(_)
                | Object::Set(_)
                | Object::Str(_)
                | Object::View { .. }
                | Object::Iterator(_) => {}
                _ => return None,
            }
            (1, operators::iterator_over(heap, over).ok()??)
        }
        Instr::BuildList(count) => {
            let count = count as usize;
            let list = heap.list(fiber.operands(count).to_vec()).ok()?;
            fiber.top -= count;
            fiber.push(list);
            return Some(());
        }
        Instr::BuildTuple(count) => {
            let count = count as usize;
            let tuple = heap.small_tuple(fiber.operands(count)).ok()?;
            fiber.top -= count;
            fiber.push(tuple);
            return Some(());
        }
        Instr::Binary(op) | Instr::InPlace(op) => {
            let operands = fiber.operands(2);
            let value = match op {
                BinaryOp::Add => quick_text::concatenation(heap, operands),
                _ => None,
            };
            (2, value.or_else(|| mixed(op, operands[0], operands[1]))?)
        }
        Instr::Compare(op) => {
            let (left, right) = (fiber.peek(2), fiber.peek(1));
            (2, Value::bool(quick_text::compare(heap, op, left, right)?))
        }
        Instr::Contains(negated) => {
            let (item, container) = (fiber.peek(2), fiber.peek(1));
            let found = match heap.object(container)? {
                Object::Dict(dict) => quick::position_of(heap, dict, item)?.is_some(),
                Object::Instance(_) | Object::Exception(_) | Object::Class(_) => return None,
                _ => operators::contains(heap, container, item).ok()?,
            };
            (2, Value::bool(found != negated))
        }
        Instr::PushExcInfo => {
            fiber.push_handled(heap);
            return Some(());
        }
        Instr::PopExcept => {
            fiber.pop_handled(heap);
            return Some(());
        }
        Instr::CheckExcMatch => {
            let (exception, class) = (fiber.peek(2), fiber.peek(1));
            // Neither a tuple of classes nor an error.
            class::exception_kind(heap, class)?;
            (1, Value::bool(class::is_instance(heap, exception, class)))
        }
        Instr::Unary(op) => (1, unary(heap, op, fiber.peek(1))?),
        Instr::BinarySubscr => {
            let (container, index) = (fiber.peek(2), fiber.peek(1));
            match heap.object(container)? {
                Object::List(_) | Object::Tuple(_) | Object::Str(_) | Object::Bytes(_) | Object::Range(_) => {
                }
                _ => return None,
            }
            match (index, heap.object(index)) {
                (Value::Int(_), _) | (_, Some(Object::Slice(_))) => {}
                _ => return None,
            }
            (2, subscript::get(heap, container, index).ok()?)
        }
        Instr::StoreSubscr => {
            let &[value, container, index] = fiber.operands(3) else {
                return None;
            };
            let (Value::Int(index), Value::Int(byte)) = (index, value) else {
                return None;
            };
            let Object::ByteArray(bytes) = heap.object_mut(container)? else {
                return None;
            };
            let (at, byte) = (subscript::wrap(index, bytes.len())?, u8::try_from(byte).ok()?);
            *own(bytes).get_mut(at)? = byte;
            fiber.top -= 3;
            heap.release(container);
            return Some(());
        }
        Instr::PopJumpForwardIfFalse(target) | Instr::PopJumpBackwardIfFalse(target) => {
            return jump(heap, fiber, target, false);
        }
        Instr::PopJumpForwardIfTrue(target) | Instr::PopJumpBackwardIfTrue(target) => {
            return jump(heap, fiber, target, true);
        }
        _ => return None,
    };
    for _ in 0..count {
        let operand = fiber.pop();
        heap.release(operand);
    }
    fiber.push(value);
    Some(())
}

/// Arithmetic of an integer and a float, and what is rarer than that of [`quick::binary`].
fn mixed(op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    /// Integers up to here are floats.
    const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
    let is_exact = |number: i64| number.unsigned_abs() <= EXACT;
    match (op, left, right) {
        (_, Value::Int(a), Value::Float(_)) => quick::binary(op, Value::float(a as f64), right),
        (_, Value::Float(_), Value::Int(b)) => quick::binary(op, left, Value::float(b as f64)),
        (BinaryOp::Div, Value::Int(a), Value::Int(b)) if is_exact(a) && is_exact(b) && b != 0 => {
            Some(Value::float(a as f64 / b as f64))
        }
        (BinaryOp::LShift, Value::Int(a), Value::Int(b @ 0..=62)) => {
            let shifted = a << b;
            (shifted >> b == a).then_some(Value::Int(shifted))
        }
        (BinaryOp::RShift, Value::Int(a), Value::Int(b @ 0..=62)) => Some(Value::Int(a >> b)),
        _ => None,
    }
}

/// The truth of a builtin value.
fn truth(heap: &Heap, value: Value) -> Option<bool> {
    Some(match value {
        Value::None => false,
        Value::Bool(truth) => truth.get(),
        Value::Int(number) => number != 0,
        Value::Float(number) => number.get() != 0.0,
        _ => match heap.object(value)? {
            Object::Str(text) => !text.is_empty(),
            Object::List(items) | Object::Tuple(items) => !items.is_empty(),
            Object::Dict(dict) => !dict.is_empty(),
            Object::Set(set) => !set.is_empty(),
            _ => return None,
        },
    })
}

fn unary(heap: &Heap, op: UnaryOp, value: Value) -> Option<Value> {
    match (op, value) {
        (UnaryOp::Not, _) => truth(heap, value).map(|truth| Value::bool(!truth)),
        (UnaryOp::Neg, Value::Int(number)) => number.checked_neg().map(Value::Int),
        (UnaryOp::Neg, Value::Float(number)) => Some(Value::float(-number.get())),
        _ => None,
    }
}

fn jump(heap: &mut Heap, fiber: &mut Fiber, target: u32, when: bool) -> Option<()> {
    let truth = truth(heap, fiber.peek(1))?;
    let operand = fiber.pop();
    heap.release(operand);
    if truth == when {
        fiber.frame().pc = target;
    }
    Some(())
}
