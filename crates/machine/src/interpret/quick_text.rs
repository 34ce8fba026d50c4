//! What the loop does itself with texts. As in [`super::quick`], `None` means that nothing was done.

use std::cmp::Ordering;

use syntax::tree::{CompareOp, Conversion};

use crate::heap::Heap;
use crate::native;
use crate::object::Object;
use crate::opcode::Format;
use crate::string::Str;
use crate::text::{case, replace};
use crate::value::Value;

/// Room for a short text that is being made: of whole texts and ASCII letters, so it is UTF-8.
struct Line {
    bytes: [u8; Self::LONGEST],
    len: usize,
}

impl Line {
    const LONGEST: usize = 64;

    fn new() -> Self {
        Self {
            bytes: [0; Self::LONGEST],
            len: 0,
        }
    }

    fn push(&mut self, text: &[u8]) -> Option<()> {
        let end = self.len + text.len();
        self.bytes.get_mut(self.len..end)?.copy_from_slice(text);
        self.len = end;
        Some(())
    }

    /// A new string.
    fn finish(&self, heap: &mut Heap) -> Option<Value> {
        // SAFETY: all that is ever put into it is UTF-8.
        let text = unsafe { str::from_utf8_unchecked(&self.bytes[..self.len]) };
        heap.string(text).ok()
    }

    /// The same without letters in front, where all are ASCII.
    fn finish_from(&self, start: usize, heap: &mut Heap) -> Option<Value> {
        // SAFETY: as above, and each byte is a letter.
        let text = unsafe { str::from_utf8_unchecked(&self.bytes[start..self.len]) };
        heap.string(text).ok()
    }
}

/// The string that a value is; not one that an instance carries.
pub(super) fn text(heap: &Heap, value: Value) -> Option<&Str> {
    match heap.object(value)? {
        Object::Str(text) => Some(text),
        _ => None,
    }
}

/// An integer as decimal digits, in a field of so many places if it is shorter.
pub(super) fn decimal(heap: &mut Heap, number: i64, zeros: bool, width: usize) -> Option<Value> {
    let mut line = Line {
        bytes: [if zeros { b'0' } else { b' ' }; Line::LONGEST],
        len: Line::LONGEST,
    };
    let field = line.len.checked_sub(width)?;
    let mut start = line.len;
    let mut rest = number.unsigned_abs();
    loop {
        start -= 1;
        line.bytes[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        start -= 1;
        if zeros {
            start = start.min(field);
        }
        line.bytes[start] = b'-';
    }
    line.finish_from(start.min(field), heap)
}

/// What most specifications of integers ask for: zeros or spaces in front, so many places.
fn field(spec: &str) -> Option<(bool, usize)> {
    let spec = spec.strip_suffix('d').unwrap_or(spec).as_bytes();
    let (zeros, places) = match spec {
        [b'0', places @ ..] => (true, places),
        places => (false, places),
    };
    if places.len() > 2 || places.first() == Some(&b'0') {
        return None;
    }
    let mut width = 0;
    for place in places {
        width = 10 * width + usize::from(place.wrapping_sub(b'0'));
        if !place.is_ascii_digit() {
            return None;
        }
    }
    Some((zeros, width))
}

/// What an f-string's field shows; the specification is `Unbound` if it has none.
pub(super) fn format(heap: &mut Heap, format: Format, value: Value, spec: Value) -> Option<Value> {
    let has_text = format.spec.then(|| text(heap, spec)).flatten();
    if format.spec && has_text.is_none() {
        return None;
    }
    let spec = has_text.map_or("", |text| text);
    match (value, format.conversion) {
        (Value::Int(number), None) => {
            if let Some((zeros, width)) = field(spec) {
                return decimal(heap, number, zeros, width);
            }
        }
        (Value::Int(number), Some(Conversion::Str | Conversion::Repr)) if spec.is_empty() => {
            return decimal(heap, number, false, 0);
        }
        (_, None) => {}
        _ => return None,
    }
    let shown = native::format(heap, value, spec).ok()?;
    heap.string(&shown).ok()
}

/// Texts one after the other.
pub(super) fn concatenation(heap: &mut Heap, parts: &[Value]) -> Option<Value> {
    let mut length = 0_usize;
    for part in parts {
        length += text(heap, *part)?.len();
    }
    if length <= Line::LONGEST {
        let mut line = Line::new();
        for part in parts {
            line.push(text(heap, *part)?.as_bytes())?;
        }
        return line.finish(heap);
    }
    heap.has_room(length as u64).ok()?;
    let mut whole = String::with_capacity(length);
    for part in parts {
        whole.push_str(text(heap, *part)?);
    }
    heap.string(&whole).ok()
}

/// The orderings of texts, which are those of their characters.
pub(super) fn compare(heap: &Heap, op: CompareOp, left: Value, right: Value) -> Option<bool> {
    let (left, right) = (text(heap, left)?, text(heap, right)?);
    let order = || left.as_bytes().cmp(right.as_bytes());
    Some(match op {
        CompareOp::Eq => left == right,
        CompareOp::NotEq => left != right,
        CompareOp::Lt => order() == Ordering::Less,
        CompareOp::LtE => order() != Ordering::Greater,
        CompareOp::Gt => order() == Ordering::Greater,
        CompareOp::GtE => order() != Ordering::Less,
        _ => return None,
    })
}

/// `str.upper()` and `str.lower()`.
pub(super) fn in_case(heap: &mut Heap, value: Value, upper: bool) -> Option<Value> {
    /// A letter may become three.
    const MOST_GROWTH: u64 = 3;
    let given = text(heap, value)?;
    heap.has_room(given.len() as u64 * MOST_GROWTH).ok()?;
    let mut line = Line::new();
    if given.is_ascii() && line.push(given.as_bytes()).is_some() {
        let letters = &mut line.bytes[..line.len];
        if upper {
            letters.make_ascii_uppercase();
        } else {
            letters.make_ascii_lowercase();
        }
        return line.finish(heap);
    }
    let changed = if upper {
        case::upper(given)
    } else {
        case::lower(given)
    };
    heap.string(&changed).ok()
}

/// `str.replace(old, new)`; the text itself if that changes nothing.
pub(super) fn replaced(heap: &mut Heap, value: Value, old: Value, new: Value) -> Option<Value> {
    let (whole, old, new) = (text(heap, value)?, text(heap, old)?, text(heap, new)?);
    let mut line = Line::new();
    if let (&[old], &([] | [_])) = (old.as_bytes(), new.as_bytes())
        && whole.len() <= Line::LONGEST
    {
        if !whole.as_bytes().contains(&old) || new.as_bytes() == [old] {
            return Some(heap.retain(value));
        }
        let new = new.as_bytes().first().copied();
        for byte in whole.bytes() {
            let byte = if byte == old { new } else { Some(byte) };
            if let Some(byte) = byte {
                line.bytes[line.len] = byte;
                line.len += 1;
            }
        }
        return line.finish(heap);
    }
    let replaced = replace::replace(whole, old, new, None, heap.room()).ok()?;
    if replaced == **whole {
        return Some(heap.retain(value));
    }
    heap.string(&replaced).ok()
}

/// A part of a text as a new string, or the text itself if that is all of it.
pub(super) fn part(
    heap: &mut Heap,
    value: Value,
    part: impl for<'a> FnOnce(&'a str) -> &'a str,
) -> Option<Value> {
    let whole = text(heap, value)?;
    let part = part(whole);
    if part.len() == whole.len() {
        return Some(heap.retain(value));
    }
    // The heap is to change, and the text is the heap's.
    let mut line = Line::new();
    if line.push(part.as_bytes()).is_some() {
        return line.finish(heap);
    }
    let part = part.to_owned();
    heap.string(&part).ok()
}
