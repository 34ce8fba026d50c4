//! Calls of natives that the loop makes itself: those that programs call all the time, with arguments that need no second
//! thought. As in [`super::quick`], `None` means that nothing was done.

use triomphe::Arc;

use super::quick::{append, position_of};
use super::quick_text;
use crate::heap::Heap;
use crate::native::{Native, Type};
use crate::object::{Object, Range};
use crate::operators;
use crate::text::split;
use crate::value::Value;

/// What some natives return, a new reference; the arguments stay the caller's.
#[inline(never)]
pub(super) fn call(heap: &mut Heap, native: Native, args: &[Value]) -> Option<Value> {
    match (native, args) {
        (Native::ListAppend, [list, item]) => {
            append(heap, *list, *item)?;
            heap.retain(*item);
            Some(Value::None)
        }
        (Native::ListPop, [list]) => {
            let Object::List(items) = heap.object(*list)? else {
                return None;
            };
            items.last()?;
            let item = heap.list_mut(*list)?.pop()?;
            heap.refund(size_of::<Value>() as u64);
            Some(item)
        }
        (Native::DictGet, [dict, key, rest @ ..]) if rest.len() <= 1 => {
            let Object::Dict(dict) = heap.object(*dict)? else {
                return None;
            };
            let value = match position_of(heap, dict, *key)? {
                Some(position) => dict.entry(position)?.value,
                None => rest.first().copied().unwrap_or(Value::None),
            };
            Some(heap.retain(value))
        }
        (Native::SetAdd, [set, item]) => {
            let Object::Set(_) = heap.object(*set)? else {
                return None;
            };
            operators::set_add(heap, *set, *item).ok()?;
            Some(Value::None)
        }
        (Native::Len, [value]) => {
            let length = match heap.object(*value)? {
                Object::List(items) | Object::Tuple(items) => items.len(),
                Object::Dict(dict) => dict.len(),
                Object::Set(set) => set.len(),
                Object::Str(text) if text.is_ascii() => text.len(),
                _ => return None,
            };
            Some(Value::Int(length as i64))
        }
        (Native::Abs, [Value::Int(number)]) => number.checked_abs().map(Value::Int),
        (Native::Abs, [Value::Float(number)]) => Some(Value::float(number.get().abs())),
        (Native::Min, [Value::Int(a), Value::Int(b)]) => Some(Value::Int(*a.min(b))),
        (Native::Max, [Value::Int(a), Value::Int(b)]) => Some(Value::Int(*a.max(b))),
        (Native::Ord, [value]) => {
            let mut characters = quick_text::text(heap, *value)?.chars();
            let character = characters.next()?;
            let is_all = characters.next().is_none();
            is_all.then(|| Value::Int(i64::from(u32::from(character))))
        }
        (Native::Chr, [Value::Int(code)]) => {
            let character = char::from_u32(u32::try_from(*code).ok()?)?;
            heap.string(character.encode_utf8(&mut [0; 4])).ok()
        }
        (Native::StrUpper, [text]) => quick_text::in_case(heap, *text, true),
        (Native::StrLower, [text]) => quick_text::in_case(heap, *text, false),
        (Native::StrReplace, [text, old, new]) => quick_text::replaced(heap, *text, *old, *new),
        (Native::StrStrip, [text]) => quick_text::part(heap, *text, |text| split::strip(text, None)),
        (Native::StrLstrip, [text]) => quick_text::part(heap, *text, |text| split::lstrip(text, None)),
        (Native::StrRstrip, [text]) => quick_text::part(heap, *text, |text| split::rstrip(text, None)),
        (Native::StrStartsWith, [text, prefix]) => {
            let (text, prefix) = (quick_text::text(heap, *text)?, quick_text::text(heap, *prefix)?);
            Some(Value::bool(text.starts_with(&**prefix)))
        }
        (Native::StrEndsWith, [text, suffix]) => {
            let (text, suffix) = (quick_text::text(heap, *text)?, quick_text::text(heap, *suffix)?);
            Some(Value::bool(text.ends_with(&**suffix)))
        }
        _ => None,
    }
}

/// What some builtin types make of an argument.
pub(super) fn construct(heap: &mut Heap, ty: Type, args: &[Value]) -> Option<Value> {
    match (ty, args) {
        (Type::Str, [Value::Int(number)]) => quick_text::decimal(heap, *number, false, 0),
        (Type::Str, [value]) => {
            quick_text::text(heap, *value)?;
            Some(heap.retain(*value))
        }
        (Type::Int, [Value::Int(number)]) => Some(Value::Int(*number)),
        (Type::Int, [Value::Bool(truth)]) => Some(Value::Int(i64::from(truth.get()))),
        (Type::Range, [Value::Int(stop)]) => range(heap, 0, *stop, 1),
        (Type::Range, [Value::Int(start), Value::Int(stop)]) => range(heap, *start, *stop, 1),
        (Type::Range, [Value::Int(start), Value::Int(stop), Value::Int(step)]) if *step != 0 => {
            range(heap, *start, *stop, *step)
        }
        (Type::Float, [Value::Int(number)]) => Some(Value::float(*number as f64)),
        (Type::Float, [Value::Float(number)]) => Some(Value::Float(*number)),
        _ => None,
    }
}

fn range(heap: &mut Heap, start: i64, stop: i64, step: i64) -> Option<Value> {
    let range = Range { start, stop, step };
    heap.allocate(Object::Range(Arc::new(range))).ok()
}
