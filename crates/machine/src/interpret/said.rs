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
    /// The same for exceptions that are made as `BaseException` makes them.
    MakeException,
}

/// What is remembered of one name of one class.
pub(super) struct Line {
    /// The number of all classes, or 0 where nothing is remembered.
    classes: Cell<u64>,
    class: Cell<u64>,
    name: Cell<u64>,
    /// Where an instance of the class last held the name.
    place: Cell<u32>,
    answer: Cell<Said>,
}

const LINES: usize = 128;

thread_local! {
    static MEMORY: [Line; LINES] = const { [const { Line::new() }; LINES] };
}

impl Line {
    const fn new() -> Self {
        Self {
            classes: Cell::new(0),
            class: Cell::new(0),
            name: Cell::new(0),
            place: Cell::new(0),
            answer: Cell::new(Said::Other),
        }
    }

    #[inline]
    pub fn answer(&self) -> Said {
        self.answer.get()
    }

    /// Where an instance holds the name, if that is for the loop to find out: often where the last one did.
    #[inline]
    pub fn place_in(&self, attributes: &[(Symbol, Value)], name: Symbol) -> Option<usize> {
        let place = self.place.get() as usize;
        match attributes.get(place) {
            Some((known, _)) if *known == name => {}
            _ => return self.other_place_in(attributes, name),
        }
        (!matches!(self.answer.get(), Said::Other)).then_some(place)
    }

    #[cold]
    #[inline(never)]
    fn other_place_in(&self, attributes: &[(Symbol, Value)], name: Symbol) -> Option<usize> {
        let place = attributes.iter().position(|(known, _)| *known == name)?;
        self.place.set(place as u32);
        (!matches!(self.answer.get(), Said::Other)).then_some(place)
    }
}

/// Looks at what the classes of an instance say; `None` if it is of a builtin one.
#[inline(always)]
pub(super) fn look<T>(
    heap: &Heap,
    class: Value,
    attribute: &Attribute,
    special: Special,
    at: impl FnOnce(&Line) -> T,
) -> Option<T> {
    // Numbers of the library's classes and of objects are kept apart by a bit.
    let word = match class {
        Value::Object(id) => u64::from(id.index()) << 1,
        Value::Class(id) => id.word() << 1 | 1,
        _ => return None,
    };
    let name = attribute.symbol.word() << 2 | special as u64;
    let classes = heap.classes();
    MEMORY.with(|memory| {
        let line = &memory[(word.wrapping_mul(5) ^ name) as usize % LINES];
        if line.class.get() != word || line.name.get() != name || line.classes.get() != classes {
            let answer = find_out(heap, class, attribute, special).unwrap_or(Said::Other);
            line.classes.set(classes);
            line.class.set(word);
            line.name.set(name);
            line.answer.set(answer);
        }
        Some(at(line))
    })
}

/// What the classes of an instance say.
#[inline]
pub(super) fn said(heap: &Heap, class: Value, attribute: &Attribute, special: Special) -> Said {
    look(heap, class, attribute, special, Line::answer).unwrap_or(Said::Other)
}

/// `None` where that is not for this place to find out: one of them defines the special method, or one of the library or a builtin
/// one has the name.
#[cold]
#[inline(never)]
fn find_out(heap: &Heap, class: Value, attribute: &Attribute, special: Special) -> Option<Said> {
    let is_made = match special {
        Special::Get | Special::Set => true,
        Special::Make => makes_plain_ones(heap, class),
        Special::MakeException => makes_plain_exceptions(heap, class),
    };
    if !is_made {
        return None;
    }
    let special = match special {
        Special::Get => NAMES.getattribute,
        Special::Set => NAMES.setattr,
        Special::Make | Special::MakeException => NEW.symbol,
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
            Value::Type(Type::Object) | Value::ExceptionType(_) if special == NEW.symbol => {}
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

/// Whether instances of a class of the program are exceptions that are made as `type` makes them.
fn makes_plain_exceptions(heap: &Heap, class: Value) -> bool {
    class::as_class(heap, class).is_some_and(|own| {
        matches!(
            (own.class, own.base),
            (Value::Type(Type::Type), Value::ExceptionType(_))
        )
    })
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
