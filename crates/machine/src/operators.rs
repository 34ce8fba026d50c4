//! Operators on values: arithmetic, comparison, truth, subscripts, text.

use std::cmp::Ordering;

use num_bigint::BigInt;
use syntax::tree::{BinaryOp, CompareOp, UnaryOp};

use crate::exception::ExceptionKind;
use crate::heap::{Heap, OutOfMemory};
use crate::int::Int;
use crate::native::{Fault, Type, raise};
use crate::object::Object;
use crate::text;
use crate::value::{Value, is_same};

/// Bits of the largest integer: one multiplication of such takes about a millisecond.
pub(crate) const MAX_INT_BITS: u64 = 1 << 18;

/// How deep lists may lie in lists where a value is compared or printed; CPython raises `RecursionError` too.
const MAX_NESTING: usize = 100;

/// A value's type.
pub(crate) fn type_of(heap: &Heap, value: Value) -> Type {
    match value {
        Value::Unbound => unreachable!("no value has no type"),
        Value::None => Type::None,
        Value::Bool(_) => Type::Bool,
        Value::Int(_) => Type::Int,
        Value::Float(_) => Type::Float,
        Value::Native(_) => Type::BuiltinFunction,
        Value::Type(_) | Value::ExceptionType(_) => Type::Type,
        Value::Module(_) => Type::Module,
        Value::Object(id) => heap.get(id).type_of(),
    }
}

pub(crate) fn type_name(heap: &Heap, value: Value) -> &'static str {
    match heap.object(value) {
        Some(Object::Exception(exception)) => exception.kind.name(),
        Some(Object::Iterator(iterator)) => match heap.object(iterator.over) {
            Some(Object::List(_)) => "list_iterator",
            Some(Object::Tuple(_)) => "tuple_iterator",
            Some(Object::Str(_)) => "str_iterator",
            _ => "range_iterator",
        },
        _ => type_of(heap, value).name(),
    }
}

/// A number: bools are integers.
pub(crate) enum Number {
    Int(Int),
    Float(f64),
}

pub(crate) fn number(heap: &Heap, value: Value) -> Option<Number> {
    Some(match value {
        Value::Bool(value) => Number::Int(Int::from(value)),
        Value::Int(value) => Number::Int(Int::Small(value)),
        Value::Float(value) => Number::Float(value),
        Value::Object(id) => match heap.get(id) {
            Object::BigInt(value) => Number::Int(Int::Big(BigInt::clone(value))),
            _ => return None,
        },
        _ => return None,
    })
}

/// An integer's value.
pub(crate) fn from_int(heap: &mut Heap, value: Int) -> Result<Value, OutOfMemory> {
    match value {
        Int::Small(value) => Ok(Value::Int(value)),
        Int::Big(value) => {
            heap.has_room(value.bits() / 8)?;
            heap.allocate(Object::BigInt(triomphe::Arc::new(value)))
        }
    }
}

/// The string that a value is.
pub(crate) fn as_str(heap: &Heap, value: Value) -> Option<&str> {
    match heap.object(value) {
        Some(Object::Str(text)) => Some(text),
        _ => None,
    }
}

/// The items of a list or tuple.
pub(crate) fn as_items(heap: &Heap, value: Value) -> Option<&[Value]> {
    match heap.object(value) {
        Some(Object::List(items) | Object::Tuple(items)) => Some(items),
        _ => None,
    }
}

/// A value's truth.
pub(crate) fn truth(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Unbound | Value::None => false,
        Value::Bool(value) => value,
        Value::Int(value) => value != 0,
        Value::Float(value) => value != 0.0,
        Value::Native(_) | Value::Type(_) | Value::ExceptionType(_) | Value::Module(_) => true,
        Value::Object(id) => match heap.get(id) {
            Object::Str(text) => !text.is_empty(),
            Object::List(items) | Object::Tuple(items) => !items.is_empty(),
            Object::Range(range) => range.len() != 0,
            _ => true,
        },
    }
}

fn symbol(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::FloorDiv => "//",
        BinaryOp::Mod => "%",
        BinaryOp::Pow => "** or pow()",
        BinaryOp::LShift => "<<",
        BinaryOp::RShift => ">>",
        BinaryOp::And => "&",
        BinaryOp::Or => "|",
        BinaryOp::Xor => "^",
    }
}

fn unsupported<T>(heap: &Heap, sign: &str, left: Value, right: Value) -> Result<T, Fault> {
    let (left, right) = (type_name(heap, left), type_name(heap, right));
    raise(
        ExceptionKind::TypeError,
        format!("unsupported operand type(s) for {sign}: '{left}' and '{right}'"),
    )
}

/// `left op right`; a new reference.
pub(crate) fn binary(
    heap: &mut Heap,
    op: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Value, Fault> {
    if let (Some(a), Some(b)) = (number(heap, left), number(heap, right)) {
        if let (Value::Bool(a), Value::Bool(b)) = (left, right) {
            match op {
                BinaryOp::And => return Ok(Value::Bool(a & b)),
                BinaryOp::Or => return Ok(Value::Bool(a | b)),
                BinaryOp::Xor => return Ok(Value::Bool(a ^ b)),
                _ => {}
            }
        }
        return match (a, b) {
            (Number::Int(a), Number::Int(b)) => int_binary(heap, op, &a, &b),
            (a, b) => match float_binary(op, to_float(&a)?, to_float(&b)?)? {
                Some(value) => Ok(Value::Float(value)),
                None => unsupported(heap, symbol(op), left, right),
            },
        };
    }
    if let Some(value) = sequence_binary(heap, op, in_place, left, right)? {
        return Ok(value);
    }
    let sign = if in_place {
        format!("{}=", symbol(op))
    } else {
        symbol(op).to_owned()
    };
    let sign = if in_place && op == BinaryOp::Pow {
        "** or pow()".to_owned()
    } else {
        sign
    };
    unsupported(heap, &sign, left, right)
}

fn to_float(number: &Number) -> Result<f64, Fault> {
    match number {
        Number::Int(value) => Ok(value.to_f64()?),
        Number::Float(value) => Ok(*value),
    }
}

fn int_binary(heap: &mut Heap, op: BinaryOp, a: &Int, b: &Int) -> Result<Value, Fault> {
    let value = match op {
        BinaryOp::Add => a.add(b),
        BinaryOp::Sub => a.sub(b),
        BinaryOp::Mul => a.mul(b, MAX_INT_BITS)?,
        BinaryOp::FloorDiv => a.floordiv(b)?,
        BinaryOp::Mod => a.modulo(b)?,
        BinaryOp::Div => return Ok(Value::Float(a.true_divide(b)?)),
        BinaryOp::Pow => match a.pow(b, MAX_INT_BITS)? {
            Some(value) => value,
            None => return Ok(Value::Float(float_pow(a.to_f64()?, b.to_f64()?)?)),
        },
        BinaryOp::LShift => a.shl(b, MAX_INT_BITS)?,
        BinaryOp::RShift => a.shr(b)?,
        BinaryOp::And => a.bitand(b),
        BinaryOp::Or => a.bitor(b),
        BinaryOp::Xor => a.bitxor(b),
    };
    Ok(from_int(heap, value)?)
}

/// `None` where floats have no such operator. Sign rules are those of `float_divmod` in `Objects/floatobject.c`.
fn float_binary(op: BinaryOp, a: f64, b: f64) -> Result<Option<f64>, Fault> {
    let zero = |what: &str| raise(ExceptionKind::ZeroDivisionError, what);
    Ok(Some(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if b == 0.0 => return zero("float division by zero"),
        BinaryOp::Div => a / b,
        BinaryOp::FloorDiv if b == 0.0 => return zero("float floor division by zero"),
        BinaryOp::Mod if b == 0.0 => return zero("float modulo"),
        BinaryOp::FloorDiv => float_divmod(a, b).0,
        BinaryOp::Mod => float_divmod(a, b).1,
        BinaryOp::Pow => float_pow(a, b)?,
        _ => return Ok(None),
    }))
}

fn float_divmod(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        },
        rest,
    )
}

fn float_pow(a: f64, b: f64) -> Result<f64, Fault> {
    if a == 0.0 && b < 0.0 {
        return raise(
            ExceptionKind::ZeroDivisionError,
            "0.0 cannot be raised to a negative power",
        );
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
        return raise(
            ExceptionKind::ValueError,
            "complex numbers are not supported here",
        );
    }
    // One implementation on every target, so that a model's trace is the same natively and in a page.
    let value = libm::pow(a, b);
    if value.is_infinite() && a.is_finite() && b.is_finite() {
        return raise(
            ExceptionKind::OverflowError,
            "(34, 'Numerical result out of range')",
        );
    }
    Ok(value)
}

fn sequence_binary(
    heap: &mut Heap,
    op: BinaryOp,
    in_place: bool,
    left: Value,
    right: Value,
) -> Result<Option<Value>, Fault> {
    match op {
        BinaryOp::Add => add_sequences(heap, in_place, left, right),
        BinaryOp::Mul => match (type_of(heap, left), type_of(heap, right)) {
            (Type::Str | Type::List | Type::Tuple, Type::Int | Type::Bool) => {
                repeat(heap, left, right).map(Some)
            }
            (Type::Int | Type::Bool, Type::Str | Type::List | Type::Tuple) => {
                repeat(heap, right, left).map(Some)
            }
            (Type::Str | Type::List | Type::Tuple, _) => {
                let name = type_name(heap, right);
                raise(
                    ExceptionKind::TypeError,
                    format!("can't multiply sequence by non-int of type '{name}'"),
                )
            }
            _ => Ok(None),
        },
        _ => Ok(None),
    }
}

fn add_sequences(heap: &mut Heap, in_place: bool, left: Value, right: Value) -> Result<Option<Value>, Fault> {
    let name = type_name(heap, right);
    match (heap.object(left), heap.object(right)) {
        (Some(Object::Str(a)), Some(Object::Str(b))) => {
            heap.has_room((a.len() + b.len()) as u64)?;
            let text = format!("{a}{b}");
            Ok(Some(heap.string(&text)?))
        }
        (Some(Object::List(_)), _) if in_place => {
            let Some(items) = collect(heap, right)? else {
                return raise(
                    ExceptionKind::TypeError,
                    format!("'{name}' object is not iterable"),
                );
            };
            extend_list(heap, left, items)?;
            Ok(Some(heap.retain(left)))
        }
        (Some(Object::List(a)), Some(Object::List(b))) => {
            heap.has_room(((a.len() + b.len()) * size_of::<Value>()) as u64)?;
            let items: Vec<Value> = a.iter().chain(b.iter()).copied().collect();
            heap.retain_all(&items);
            Ok(Some(heap.list(items)?))
        }
        (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => {
            heap.has_room(((a.len() + b.len()) * size_of::<Value>()) as u64)?;
            let items: Vec<Value> = a.iter().chain(b.iter()).copied().collect();
            heap.retain_all(&items);
            Ok(Some(heap.tuple(items)?))
        }
        (Some(Object::Str(_)), _) => raise(
            ExceptionKind::TypeError,
            format!("can only concatenate str (not \"{name}\") to str"),
        ),
        (Some(Object::List(_)), _) => raise(
            ExceptionKind::TypeError,
            format!("can only concatenate list (not \"{name}\") to list"),
        ),
        (Some(Object::Tuple(_)), _) => raise(
            ExceptionKind::TypeError,
            format!("can only concatenate tuple (not \"{name}\") to tuple"),
        ),
        _ => Ok(None),
    }
}

fn repeat(heap: &mut Heap, sequence: Value, count: Value) -> Result<Value, Fault> {
    let Some(Number::Int(count)) = number(heap, count) else {
        unreachable!("asked for an int")
    };
    let count = if count.is_negative() {
        0
    } else {
        count.to_i64().map_or(usize::MAX, |count| count as usize)
    };
    if let Some(text) = as_str(heap, sequence) {
        heap.has_room((text.len() as u64).saturating_mul(count as u64))?;
        let text = text.repeat(if text.is_empty() { 0 } else { count });
        return Ok(heap.string(&text)?);
    }
    let items = as_items(heap, sequence).unwrap_or_default();
    let length = (items.len() as u64).saturating_mul(count as u64);
    heap.has_room(length.saturating_mul(size_of::<Value>() as u64))?;
    let items = items.repeat(if items.is_empty() { 0 } else { count });
    heap.retain_all(&items);
    let is_list = type_of(heap, sequence) == Type::List;
    Ok(if is_list {
        heap.list(items)?
    } else {
        heap.tuple(items)?
    })
}

/// `op value`; a new reference.
pub(crate) fn unary(heap: &mut Heap, op: UnaryOp, value: Value) -> Result<Value, Fault> {
    let sign = match op {
        UnaryOp::Not => return Ok(Value::Bool(!truth(heap, value))),
        UnaryOp::Neg => "-",
        UnaryOp::Pos => "+",
        UnaryOp::Invert => "~",
    };
    let result = match (op, number(heap, value)) {
        (UnaryOp::Neg, Some(Number::Float(value))) => return Ok(Value::Float(-value)),
        (UnaryOp::Pos, Some(Number::Float(value))) => return Ok(Value::Float(value)),
        (UnaryOp::Neg, Some(Number::Int(value))) => value.neg(),
        (UnaryOp::Pos, Some(Number::Int(value))) => value,
        (UnaryOp::Invert, Some(Number::Int(value))) => value.invert(),
        _ => {
            let name = type_name(heap, value);
            return raise(
                ExceptionKind::TypeError,
                format!("bad operand type for unary {sign}: '{name}'"),
            );
        }
    };
    Ok(from_int(heap, result)?)
}

/// Python's `==`.
pub(crate) fn equal(heap: &Heap, left: Value, right: Value) -> Result<bool, Fault> {
    equal_at(heap, left, right, 0)
}

fn equal_at(heap: &Heap, left: Value, right: Value, depth: usize) -> Result<bool, Fault> {
    if depth > MAX_NESTING {
        return raise(
            ExceptionKind::RecursionError,
            "maximum recursion depth exceeded in comparison",
        );
    }
    if let (Some(a), Some(b)) = (number(heap, left), number(heap, right)) {
        return Ok(compare_numbers(&a, &b) == Some(Ordering::Equal));
    }
    match (heap.object(left), heap.object(right)) {
        (Some(Object::Str(a)), Some(Object::Str(b))) => Ok(a == b),
        (Some(Object::List(a)), Some(Object::List(b))) | (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => {
            if a.len() != b.len() {
                return Ok(false);
            }
            for (a, b) in a.iter().zip(b.iter()) {
                if !is_same(*a, *b) && !equal_at(heap, *a, *b, depth + 1)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        (Some(Object::Range(a)), Some(Object::Range(b))) => Ok(a.len() == b.len()
            && (a.len() == 0 || (a.start == b.start && (a.len() == 1 || a.step == b.step)))),
        _ => Ok(is_same(left, right)),
    }
}

fn compare_numbers(a: &Number, b: &Number) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(b)),
        (Number::Int(a), Number::Float(b)) => a.compare_f64(*b),
        (Number::Float(a), Number::Int(b)) => b.compare_f64(*a).map(Ordering::reverse),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(b),
    }
}

/// One of the six orderings.
pub(crate) fn compare(heap: &Heap, op: CompareOp, left: Value, right: Value) -> Result<bool, Fault> {
    match op {
        CompareOp::Eq => return equal(heap, left, right),
        CompareOp::NotEq => return Ok(!equal(heap, left, right)?),
        _ => {}
    }
    let sign = match op {
        CompareOp::Lt => "<",
        CompareOp::LtE => "<=",
        CompareOp::Gt => ">",
        _ => ">=",
    };
    let ordering = order(heap, left, right, sign, 0)?;
    Ok(match op {
        CompareOp::Lt => ordering == Some(Ordering::Less),
        CompareOp::LtE => matches!(ordering, Some(Ordering::Less | Ordering::Equal)),
        CompareOp::Gt => ordering == Some(Ordering::Greater),
        _ => matches!(ordering, Some(Ordering::Greater | Ordering::Equal)),
    })
}

/// How two values are ordered; `None` if one is not a number.
pub(crate) fn order(
    heap: &Heap,
    left: Value,
    right: Value,
    sign: &str,
    depth: usize,
) -> Result<Option<Ordering>, Fault> {
    if depth > MAX_NESTING {
        return raise(
            ExceptionKind::RecursionError,
            "maximum recursion depth exceeded in comparison",
        );
    }
    if let (Some(a), Some(b)) = (number(heap, left), number(heap, right)) {
        return Ok(compare_numbers(&a, &b));
    }
    match (heap.object(left), heap.object(right)) {
        (Some(Object::Str(a)), Some(Object::Str(b))) => Ok(Some(a.cmp(b))),
        (Some(Object::List(a)), Some(Object::List(b))) | (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => {
            for (a, b) in a.iter().zip(b.iter()) {
                if !is_same(*a, *b) && !equal_at(heap, *a, *b, depth + 1)? {
                    return order(heap, *a, *b, sign, depth + 1);
                }
            }
            Ok(Some(a.len().cmp(&b.len())))
        }
        _ => {
            let (left, right) = (type_name(heap, left), type_name(heap, right));
            let message = format!("'{sign}' not supported between instances of '{left}' and '{right}'");
            raise(ExceptionKind::TypeError, message)
        }
    }
}

/// `item in container`
pub(crate) fn contains(heap: &Heap, container: Value, item: Value) -> Result<bool, Fault> {
    match heap.object(container) {
        Some(Object::List(items) | Object::Tuple(items)) => {
            for candidate in items.iter() {
                if is_same(*candidate, item) || equal(heap, *candidate, item)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Some(Object::Str(text)) => match as_str(heap, item) {
            Some(part) => Ok(text.contains(part)),
            None => {
                let name = type_name(heap, item);
                let message = format!("'in <string>' requires string as left operand, not {name}");
                raise(ExceptionKind::TypeError, message)
            }
        },
        Some(Object::Range(range)) => match number(heap, item) {
            Some(Number::Int(value)) => Ok(value.to_i64().is_some_and(|value| {
                let offset = i128::from(value) - i128::from(range.start);
                let step = i128::from(range.step);
                offset % step == 0 && (0..i128::from(range.len())).contains(&(offset / step))
            })),
            _ => Ok(false),
        },
        _ => {
            let name = type_name(heap, container);
            raise(
                ExceptionKind::TypeError,
                format!("argument of type '{name}' is not iterable"),
            )
        }
    }
}

/// The items of anything that can be iterated, each a new reference; `None` if it cannot.
pub(crate) fn collect(heap: &mut Heap, value: Value) -> Result<Option<Vec<Value>>, Fault> {
    let items: Vec<Value> = match heap.object(value) {
        Some(Object::List(items) | Object::Tuple(items)) => {
            heap.has_room((items.len() * size_of::<Value>()) as u64)?;
            items.to_vec()
        }
        Some(Object::Range(range)) => {
            let range = **range;
            heap.has_room((range.len() as u64).saturating_mul(size_of::<Value>() as u64))?;
            return Ok(Some(
                (0..range.len())
                    .map(|index| Value::Int(range.at(index)))
                    .collect(),
            ));
        }
        Some(Object::Str(text)) => {
            let text = text.clone();
            let characters = text
                .chars()
                .map(|character| heap.string(character.encode_utf8(&mut [0; 4])));
            return Ok(Some(characters.collect::<Result<_, _>>()?));
        }
        _ => return Ok(None),
    };
    heap.retain_all(&items);
    Ok(Some(items))
}

/// Appends values that the caller gives away.
pub(crate) fn extend_list(heap: &mut Heap, list: Value, items: Vec<Value>) -> Result<(), Fault> {
    heap.charge((items.len() * size_of::<Value>()) as u64)?;
    let Value::Object(id) = list else {
        unreachable!("a list is an object")
    };
    if let Object::List(to) = heap.get_mut(id) {
        triomphe::Arc::make_mut(to).extend(items);
    }
    Ok(())
}

/// `str(value)`
pub(crate) fn text_of(heap: &Heap, value: Value) -> Result<String, Fault> {
    match heap.object(value) {
        Some(Object::Str(text)) => Ok(text.to_string()),
        Some(Object::Exception(exception)) if exception.argument.is_bound() => {
            text_of(heap, exception.argument)
        }
        Some(Object::Exception(_)) => Ok(String::new()),
        _ => repr_of(heap, value),
    }
}

/// `repr(value)`
pub(crate) fn repr_of(heap: &Heap, value: Value) -> Result<String, Fault> {
    let mut repr = Repr {
        text: String::new(),
        open: Vec::new(),
    };
    repr.value(heap, value)?;
    Ok(repr.text)
}

struct Repr {
    text: String,
    /// Lists being printed: a list within itself prints as `[...]`.
    open: Vec<Value>,
}

impl Repr {
    fn value(&mut self, heap: &Heap, value: Value) -> Result<(), Fault> {
        let text = match value {
            Value::Unbound => String::from("<unbound>"),
            Value::None => String::from("None"),
            Value::Bool(true) => String::from("True"),
            Value::Bool(false) => String::from("False"),
            Value::Int(value) => value.to_string(),
            Value::Float(value) => text::float_repr(value),
            Value::Native(native) => format!("<built-in function {}>", native.name()),
            Value::Type(ty) => format!("<class '{}'>", ty.name()),
            Value::ExceptionType(kind) => format!("<class '{}'>", kind.name()),
            Value::Module(module) => format!("<module '{}'>", module.name()),
            Value::Object(id) => match heap.get(id) {
                Object::Str(text) => text::str_repr(text),
                Object::BigInt(value) => Int::Big(BigInt::clone(value)).to_decimal()?,
                Object::List(items) => return self.items(heap, value, items, "[", "]"),
                Object::Tuple(items) if items.len() == 1 => return self.items(heap, value, items, "(", ",)"),
                Object::Tuple(items) => return self.items(heap, value, items, "(", ")"),
                Object::Range(range) if range.step == 1 => format!("range({}, {})", range.start, range.stop),
                Object::Range(range) => format!("range({}, {}, {})", range.start, range.stop, range.step),
                Object::Exception(exception) => {
                    let argument = match exception.argument {
                        Value::Unbound => String::new(),
                        argument => repr_of(heap, argument)?,
                    };
                    format!("{}({argument})", exception.kind.name())
                }
                Object::Lock(lock) => {
                    let state = if lock.holder.is_some() {
                        "locked"
                    } else {
                        "unlocked"
                    };
                    format!("<{state} _thread.lock object>")
                }
                Object::Thread(thread) => {
                    let state = match (thread.fiber, thread.finished) {
                        (None, _) => "initial",
                        (Some(_), false) => "started",
                        (Some(_), true) => "stopped",
                    };
                    format!("<Thread({}, {state})>", text_of(heap, thread.name)?)
                }
                other => format!("<{} object>", other.type_of().name()),
            },
        };
        self.text.push_str(&text);
        Ok(())
    }

    fn items(
        &mut self,
        heap: &Heap,
        whole: Value,
        items: &[Value],
        open: &str,
        close: &str,
    ) -> Result<(), Fault> {
        if self.open.iter().any(|outer| is_same(*outer, whole)) {
            self.text.push_str(open);
            self.text.push_str("...");
            self.text.push_str(close.trim_start_matches(','));
            return Ok(());
        }
        if self.open.len() > MAX_NESTING {
            return raise(
                ExceptionKind::RecursionError,
                "maximum recursion depth exceeded while getting the repr of an object",
            );
        }
        self.open.push(whole);
        self.text.push_str(open);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text.push_str(", ");
            }
            self.value(heap, *item)?;
            heap.has_room(self.text.len() as u64)?;
        }
        self.text.push_str(close);
        self.open.pop();
        Ok(())
    }
}
