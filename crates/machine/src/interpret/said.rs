//! What classes say about attributes of their instances, remembered.
//!
//! What is remembered is no part of any state: it is told apart by the number that a heap has for what all its classes are
//! ([`Heap::classes`]), which clones share until one of them changes a class. So a thread has one memory for all states that it
//! works on, and forgets nothing when it goes from one to another.

use std::cell::Cell;

use crate::class;
use crate::code::{Attribute, NEW};
use crate::heap::Heap;
use crate::named::{Bits, Named};
use crate::native::Type;
use crate::object::Object;
use crate::symbol::{NAMES, Symbol};
use crate::value::Value;

/// What the classes of an instance say under an attribute's name; values are borrowed.
#[derive(Clone, Copy)]
pub(super) enum Said {
    /// Nothing.
    Nothing,
    /// A function that is written in Python.
    Function(Value),
    /// A value that is no descriptor, as far as its kind tells.
    Plain(Value),
    /// That is not for the loop to find out.
    Other,
}

/// Which special method would have a say before.
#[derive(Clone, Copy)]
pub(super) enum Special {
    /// `__getattribute__`
    Get,
    /// `__setattr__`
    Set,
    /// `__new__`, where the attribute is `__init__`; whatever else makes an instance more than a plain one counts as well.
    Make,
}

/// An answer, and where it is remembered.
pub(super) struct Answer {
    pub answer: Said,
    guess: u32,
    line: usize,
}

/// What is remembered of one name of one class.
#[derive(Clone, Copy)]
struct Line {
    /// The number of all classes, or 0 where nothing is remembered.
    classes: u64,
    class: u64,
    name: u64,
    answer: Said,
}

const LINES: usize = 128;

thread_local! {
    static MEMORY: [(Cell<Line>, Cell<u32>); LINES] = const {
        [const {
            let nothing = Line { classes: 0, class: 0, name: 0, answer: Said::Other };
            (Cell::new(nothing), Cell::new(0))
        }; LINES]
    };
}

impl Answer {
    /// Where an instance of the class last held the name.
    #[inline]
    pub fn guess(&self) -> usize {
        self.guess as usize
    }

    /// It is held there.
    #[inline]
    pub fn remember(&self, place: usize) {
        if place != self.guess() {
            MEMORY.with(|memory| memory[self.line].1.set(place as u32));
        }
    }
}

/// What the classes of an instance say.
#[inline]
pub(super) fn said(heap: &Heap, class: Value, attribute: &Attribute, special: Special) -> Answer {
    // Numbers of the library's classes and of objects are kept apart by a bit.
    let class_word = match class {
        Value::Object(id) => u64::from(id.index()) << 1,
        Value::Class(id) => id.word() << 1 | 1,
        _ => {
            return Answer {
                answer: Said::Other,
                guess: 0,
                line: 0,
            };
        }
    };
    let name = attribute.symbol.word() << 2 | special as u64;
    let classes = heap.classes();
    let line = (class_word.wrapping_mul(5) ^ name) as usize % LINES;
    MEMORY.with(|memory| {
        let (known, guess) = (memory[line].0.get(), memory[line].1.get());
        let answer = if known.classes == classes && known.class == class_word && known.name == name {
            known.answer
        } else {
            let answer = find_out(heap, class, attribute, special).unwrap_or(Said::Other);
            memory[line].0.set(Line {
                classes,
                class: class_word,
                name,
                answer,
            });
            answer
        };
        Answer { answer, guess, line }
    })
}

/// `None` where that is not for this place to find out: one of them defines the special method, or one of the library or a builtin
/// one has the name.
#[cold]
#[inline(never)]
fn find_out(heap: &Heap, class: Value, attribute: &Attribute, special: Special) -> Option<Said> {
    if let Special::Make = special
        && !makes_plain_ones(heap, class)
    {
        return None;
    }
    let special = match special {
        Special::Get => NAMES.getattribute,
        Special::Set => NAMES.setattr,
        Special::Make => NEW.symbol,
    };
    let names = Bits::of([attribute.symbol, special]);
    let mut found = None;
    // Names that an object may have before its classes are asked: special ones, and those of builtin values.
    let mut is_theirs = !attribute.name.starts_with("__");
    let order = match class {
        Value::Class(id) => &id.get().mro,
        _ => {
            let own = class::as_class(heap, class)?;
            says(&own.attributes, names, attribute.symbol, special, &mut found)?;
            &own.mro
        }
    };
    for class in order {
        match *class {
            Value::Object(_) => {
                let attributes = &class::as_class(heap, *class)?.attributes;
                says(attributes, names, attribute.symbol, special, &mut found)?;
            }
            Value::Class(id) => {
                let attributes = &id.get().attributes;
                if !attributes.surely_lacks(names)
                    && (attributes.get(attribute.symbol).is_some() || attributes.get(special).is_some())
                {
                    return None;
                }
            }
            Value::Type(Type::Object) if special == NEW.symbol => {}
            Value::Type(ty) if attribute.methods.of(ty).is_none() => is_theirs &= ty == Type::Object,
            _ => return None,
        }
    }
    let Some(value) = found else {
        return Some(Said::Nothing);
    };
    if let Some(Object::Function(_)) = heap.object(value) {
        return Some(Said::Function(value));
    }
    let is_plain = matches!(
        value,
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_)
    ) || matches!(
        heap.object(value),
        Some(Object::Str(_) | Object::List(_) | Object::Tuple(_) | Object::Dict(_) | Object::Set(_))
    );
    (is_plain && is_theirs).then_some(Said::Plain(value))
}

/// Whether instances of a class of the program are made as `type` makes them, carry nothing and go without being told so.
fn makes_plain_ones(heap: &Heap, class: Value) -> bool {
    class::as_class(heap, class)
        .is_some_and(|own| matches!(own.class, Value::Type(Type::Type)) && !own.base.is_bound())
        && !class::defines_in_order(heap, class, NAMES.del)
}

/// Whether one class leaves the special method alone; what it has under the name counts if no class before it had something.
fn says(
    attributes: &Named<Value>,
    names: Bits,
    name: Symbol,
    special: Symbol,
    found: &mut Option<Value>,
) -> Option<()> {
    if attributes.surely_lacks(names) {
        return Some(());
    }
    if attributes.get(special).is_some() {
        return None;
    }
    *found = found.or(attributes.get(name));
    Some(())
}
