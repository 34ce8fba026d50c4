//! Comparisons, and `in`.

use std::cmp::Ordering;

use syntax::tree::CompareOp;

use super::{
    MAX_NESTING, Number, as_bytes, as_dict, as_items, as_set, as_str, dict_find, dict_get, number, plain,
    set_find, unwrap,
};
use crate::class::{self, type_name};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::native::{Fault, raise};
use crate::object::{Object, Range, ViewKind};
use crate::symbol::{NAMES, Symbol};
use crate::table::{Match, Search};
use crate::value::{Value, is_same};

/// Whether two keys of a table are one: the same, or equal.
pub(crate) fn keys_match(heap: &Heap, left: Value, right: Value) -> Match {
    if is_same(left, right) {
        return Match::Yes;
    }
    if let (Some(Object::Str(left)), Some(Object::Str(right))) = (heap.object(left), heap.object(right)) {
        return if left == right { Match::Yes } else { Match::No };
    }
    match equal(heap, left, right) {
        Ok(true) => Match::Yes,
        Ok(false) => Match::No,
        Err(_) => Match::Unknown,
    }
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
    if class::overrides(heap, left, NAMES.eq) || class::overrides(heap, right, NAMES.eq) {
        return Err(Fault::NeedsPython);
    }
    let (left, right) = (unwrap(heap, left), unwrap(heap, right));
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
        (Some(Object::Slice(a)), Some(Object::Slice(b))) => {
            for (a, b) in a.iter().zip(b.iter()) {
                if !is_same(*a, *b) && !equal_at(heap, *a, *b, depth + 1)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        (Some(Object::Dict(a)), Some(Object::Dict(b))) => {
            if a.len() != b.len() {
                return Ok(false);
            }
            for entry in a.iter() {
                let other = match dict_find(heap, right, entry.key)? {
                    Search::Found(position) => b.entry(position).map(|entry| entry.value),
                    Search::Absent => None,
                    Search::Ask(..) => return Err(Fault::NeedsPython),
                };
                match other {
                    Some(other)
                        if is_same(entry.value, other) || equal_at(heap, entry.value, other, depth + 1)? => {}
                    _ => return Ok(false),
                }
            }
            Ok(true)
        }
        (
            Some(Object::Method {
                function: f,
                receiver: a,
            }),
            Some(Object::Method {
                function: g,
                receiver: b,
            }),
        ) => Ok(is_same(*f, *g) && is_same(*a, *b)),
        (Some(Object::Code(a)), Some(Object::Code(b))) => Ok(a == b),
        (Some(Object::WeakRef(a)), Some(Object::WeakRef(b)))
            if a.target.is_bound() && b.target.is_bound() =>
        {
            Ok(is_same(a.target, b.target) || equal_at(heap, a.target, b.target, depth + 1)?)
        }
        _ => {
            if let (Some(a), Some(b)) = (as_set(heap, left), as_set(heap, right)) {
                if a.len() != b.len() {
                    return Ok(false);
                }
                return is_subset(heap, left, right);
            }
            if let (Some(a), Some(b)) = (as_bytes(heap, left), as_bytes(heap, right)) {
                return Ok(a == b);
            }
            if view_items(heap, left).is_some() && view_items(heap, right).is_some() {
                return Err(Fault::NeedsPython);
            }
            Ok(is_same(left, right))
        }
    }
}

/// The keys or items of a view, which compare as sets do.
fn view_items(heap: &Heap, value: Value) -> Option<ViewKind> {
    match heap.object(value) {
        Some(Object::View { kind, .. }) if *kind != ViewKind::Values => Some(*kind),
        Some(Object::Set(_) | Object::FrozenSet(_)) => Some(ViewKind::Keys),
        _ => None,
    }
}

/// Whether a value is a view of keys or items.
fn is_view(heap: &Heap, value: Value) -> bool {
    matches!(heap.object(value), Some(Object::View { .. })) && view_items(heap, value).is_some()
}

/// Whether every element of a set is in another.
fn is_subset(heap: &Heap, left: Value, right: Value) -> Result<bool, Fault> {
    let Some(set) = as_set(heap, left) else {
        return Ok(false);
    };
    for element in set.iter() {
        match set_find(heap, right, element.key)? {
            Search::Found(_) => {}
            Search::Absent => return Ok(false),
            Search::Ask(..) => return Err(Fault::NeedsPython),
        }
    }
    Ok(true)
}

fn compare_numbers(a: &Number, b: &Number) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(b)),
        (Number::Int(a), Number::Float(b)) => a.compare_f64(*b),
        (Number::Float(a), Number::Int(b)) => b.compare_f64(*a).map(Ordering::reverse),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(b),
    }
}

/// How a comparison is written.
pub(crate) fn sign_of(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => "==",
        CompareOp::NotEq => "!=",
        CompareOp::Lt => "<",
        CompareOp::LtE => "<=",
        CompareOp::Gt => ">",
        CompareOp::GtE => ">=",
        CompareOp::Is => "is",
        CompareOp::IsNot => "is not",
        CompareOp::In => "in",
        CompareOp::NotIn => "not in",
    }
}

/// One of the six orderings.
pub(crate) fn compare(heap: &Heap, op: CompareOp, left: Value, right: Value) -> Result<bool, Fault> {
    match op {
        CompareOp::Eq => return equal(heap, left, right),
        CompareOp::NotEq => return Ok(!equal(heap, left, right)?),
        _ => {}
    }
    let sign = sign_of(op);
    if let (Some(a), Some(b)) = (as_set(heap, left), as_set(heap, right)) {
        let (small, large) = if matches!(op, CompareOp::Lt | CompareOp::LtE) {
            (left, right)
        } else {
            (right, left)
        };
        let proper = matches!(op, CompareOp::Lt | CompareOp::Gt);
        return Ok(!(proper && a.len() == b.len()) && is_subset(heap, small, large)?);
    }
    if is_view(heap, left) && view_items(heap, right).is_some()
        || is_view(heap, right) && view_items(heap, left).is_some()
    {
        return Err(Fault::NeedsPython);
    }
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
    let says = |name: &str| {
        let name = Symbol::of(name);
        class::overrides(heap, left, name) || class::overrides(heap, right, name)
    };
    if (has_class(heap, left) || has_class(heap, right))
        && ["__lt__", "__le__", "__gt__", "__ge__"].into_iter().any(says)
    {
        return Err(Fault::NeedsPython);
    }
    let (whole_left, whole_right) = (left, right);
    let (left, right) = (unwrap(heap, left), unwrap(heap, right));
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
        (Some(Object::Slice(a)), Some(Object::Slice(b))) => {
            for (a, b) in a.iter().zip(b.iter()) {
                if !is_same(*a, *b) && !equal_at(heap, *a, *b, depth + 1)? {
                    return order(heap, *a, *b, sign, depth + 1);
                }
            }
            Ok(Some(Ordering::Equal))
        }
        _ => {
            if let (Some(a), Some(b)) = (as_bytes(heap, left), as_bytes(heap, right)) {
                return Ok(Some(a.cmp(b)));
            }
            let (left, right) = (type_name(heap, whole_left), type_name(heap, whole_right));
            let message = format!("'{sign}' not supported between instances of '{left}' and '{right}'");
            raise(ExceptionKind::TypeError, message)
        }
    }
}

/// Whether a class of Python's may have a say in what is done with a value.
fn has_class(heap: &Heap, value: Value) -> bool {
    matches!(value, Value::Class(_))
        || matches!(
            heap.object(value),
            Some(Object::Instance(_) | Object::Class(_) | Object::Exception(_))
        )
}

/// `item in container`
pub(crate) fn contains(heap: &Heap, container: Value, item: Value) -> Result<bool, Fault> {
    let whole = container;
    let container = plain(heap, container, NAMES.contains)?;
    if class::overrides(heap, whole, NAMES.iter) {
        return Err(Fault::NeedsPython);
    }
    match heap.object(container) {
        Some(
            Object::Dict(_)
            | Object::View {
                kind: ViewKind::Keys, ..
            },
        ) => match dict_find(heap, container, item)? {
            Search::Found(_) => Ok(true),
            Search::Absent => Ok(false),
            Search::Ask(..) => Err(Fault::NeedsPython),
        },
        Some(Object::Set(_) | Object::FrozenSet(_)) => match set_find(heap, container, item)? {
            Search::Found(_) => Ok(true),
            Search::Absent => Ok(false),
            Search::Ask(..) => Err(Fault::NeedsPython),
        },
        Some(Object::View {
            kind: ViewKind::Values,
            dict,
        }) => {
            let Some(dict) = as_dict(heap, *dict) else {
                return Ok(false);
            };
            for entry in dict.iter() {
                if is_same(entry.value, item) || equal(heap, entry.value, item)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Some(Object::View {
            kind: ViewKind::Items,
            dict,
        }) => {
            let Some([key, value]) = as_items(heap, item).filter(|_| is_tuple(heap, item)) else {
                return Ok(false);
            };
            match dict_get(heap, *dict, *key)? {
                Some(found) => Ok(is_same(found, *value) || equal(heap, found, *value)?),
                None => Ok(false),
            }
        }
        Some(Object::Iterator(_) | Object::Lazy(_) | Object::Generator(_)) => Err(Fault::NeedsPython),
        Some(Object::Bytes(_) | Object::ByteArray(_)) => {
            let bytes = as_bytes(heap, container).unwrap_or_default();
            if let Some(part) = as_bytes(heap, item) {
                return Ok(part.is_empty() || bytes.windows(part.len()).any(|window| window == part));
            }
            match number(heap, item) {
                Some(Number::Int(value)) => match value.to_i64().and_then(|value| u8::try_from(value).ok()) {
                    Some(byte) => Ok(bytes.contains(&byte)),
                    None => raise(ExceptionKind::ValueError, "byte must be in range(0, 256)"),
                },
                _ => {
                    let name = type_name(heap, item);
                    raise(
                        ExceptionKind::TypeError,
                        format!("a bytes-like object is required, not '{name}'"),
                    )
                }
            }
        }
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
        Some(Object::Range(range)) => {
            if class::overrides(heap, item, NAMES.eq) {
                return Err(Fault::NeedsPython);
            }
            Ok(position_in_range(heap, **range, item).is_some())
        }
        // Its class may say so by `__iter__` or `__getitem__`.
        Some(Object::Instance(_) | Object::Class(_)) => Err(Fault::NeedsPython),
        _ if matches!(container, Value::Class(_)) => Err(Fault::NeedsPython),
        _ => {
            let name = type_name(heap, whole);
            raise(
                ExceptionKind::TypeError,
                format!("argument of type '{name}' is not iterable"),
            )
        }
    }
}

fn is_tuple(heap: &Heap, value: Value) -> bool {
    matches!(heap.object(unwrap(heap, value)), Some(Object::Tuple(_)))
}

/// Where a number is in a range.
pub(crate) fn position_in_range(heap: &Heap, range: Range, wanted: Value) -> Option<i64> {
    let wanted = match number(heap, wanted)? {
        Number::Int(value) => value.to_i64()?,
        Number::Float(value) if value.fract() == 0.0 => crate::int::Int::from_f64(value).ok()?.to_i64()?,
        Number::Float(_) => return None,
    };
    let offset = i128::from(wanted) - i128::from(range.start);
    let step = i128::from(range.step);
    let index = offset / step;
    (offset % step == 0 && (0..i128::from(range.len())).contains(&index)).then_some(index as i64)
}
