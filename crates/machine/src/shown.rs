//! Values as the page shows them: as `repr` does, and where that would need Python, which nobody runs for a look, by their
//! class and name.

use std::fmt::Write;

use crate::attribute::own_value;
use crate::class;
use crate::heap::Heap;
use crate::native::Type;
use crate::object::Object;
use crate::operators::{self, as_dict, as_items, as_str};
use crate::symbol::Symbol;
use crate::value::Value;

/// The longest text of a value that is shown, in characters.
const LONGEST: usize = 200;
/// Values in values in values are shown so deep.
const DEEPEST: usize = 3;

/// A value's text, of bounded length.
pub(crate) fn shown(heap: &Heap, value: Value) -> String {
    let mut text = operators::repr_of(heap, value).unwrap_or_else(|_| {
        let mut text = String::new();
        write(heap, value, DEEPEST, &mut text);
        text
    });
    if let Some((cut, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(cut);
        text.push('…');
    }
    text
}

fn write(heap: &Heap, value: Value, depth: usize, text: &mut String) {
    if let Ok(simple) = operators::repr_of(heap, value) {
        text.push_str(&simple);
    } else if depth == 0 || text.len() > LONGEST {
        text.push('…');
    } else if let Some(items) = deque(heap, value) {
        text.push_str("deque([");
        write_all(heap, items, depth, text);
        text.push_str("])");
    } else if let Some(items) = as_items(heap, value) {
        let (begin, end) = match operators::type_of(heap, value) {
            Type::Tuple => ('(', if items.len() == 1 { ",)" } else { ")" }),
            _ => ('[', "]"),
        };
        text.push(begin);
        write_all(heap, items, depth, text);
        text.push_str(end);
    } else if let Some(dict) = as_dict(heap, value) {
        text.push('{');
        for (place, entry) in dict.iter().enumerate() {
            text.push_str(if place > 0 { ", " } else { "" });
            write(heap, entry.key, depth - 1, text);
            text.push_str(": ");
            write(heap, entry.value, depth - 1, text);
            if text.len() > LONGEST {
                break;
            }
        }
        text.push('}');
    } else {
        let own = |name: &str| own_value(heap, value, Symbol::known(name)?);
        let name = own("name").or_else(|| own("_name"));
        let name = name.and_then(|name| as_str(heap, name)).unwrap_or_default();
        let gap = if name.is_empty() { "" } else { " " };
        // Writing to a text does not fail.
        let _ = write!(text, "<{}{gap}{name}>", class::type_name(heap, value));
    }
}

fn write_all(heap: &Heap, items: &[Value], depth: usize, text: &mut String) {
    for (place, item) in items.iter().enumerate() {
        text.push_str(if place > 0 { ", " } else { "" });
        write(heap, *item, depth - 1, text);
        if text.len() > LONGEST {
            break;
        }
    }
}

/// The items of a `collections.deque`, which is one of the library's classes (`library/collections.py`).
fn deque(heap: &Heap, value: Value) -> Option<&[Value]> {
    let Some(Object::Instance(instance)) = heap.object(value) else {
        return None;
    };
    let Value::Class(class) = instance.class else {
        return None;
    };
    if class.unit().name() != "collections" || class.get().name.as_str() != "deque" {
        return None;
    }
    let own = |name: &str| own_value(heap, value, Symbol::known(name)?);
    let Value::Int(head) = own("_head")? else {
        return None;
    };
    as_items(heap, own("_items")?)?.get(usize::try_from(head).ok()?..)
}
