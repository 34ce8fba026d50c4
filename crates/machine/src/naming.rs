//! Under which variable a thing is known, for traces: `lock`, `forks[2]`, `self.ready`.
//!
//! CPython knows no such names; a trace without them would be unreadable. They are looked for when a thing is first used,
//! since the variables may be gone when the run is over.

use crate::code::Program;
use crate::fiber::Frame;
use crate::heap::Heap;
use crate::library::ModuleId;
use crate::object::Object;
use crate::operators::{as_items, as_str};
use crate::shared::Shared;
use crate::symbol::Symbol;
use crate::value::{Value, is_same};

/// Values looked at before the search is given up, among global and among local variables: large collections are not worth it.
const MOST_VALUES: usize = 4_000;

/// Steps from a variable to the thing: `shops[1].door._lock`.
const MOST_STEPS: u32 = 3;

/// A longer name is cut, in characters.
pub(crate) const LONGEST: usize = 60;

/// Attributes of the library's objects that stand for the object itself.
const PARTS: [&str; 5] = ["._lock", "._semlock", "._block", "._reader", "._writer"];

/// The variable that leads to a thing: a global one, else a local one of the innermost calls of the program; empty if none
/// does. What lies in a collection or is an attribute of what a variable holds is found too.
pub(crate) fn name_of(
    program: &Program,
    shared: &Shared,
    frames: &[Frame],
    stack: &[Value],
    thing: Value,
) -> String {
    let search = || Search {
        heap: &shared.heap,
        thing,
        left: MOST_VALUES,
    };
    let globals = program.unit.globals.iter().map(|global| global.name.as_str());
    let global = search().among(globals.zip(shared.main.globals.iter().copied()));
    let found = global.or_else(|| {
        let mut local = search();
        let calls = frames.iter().rev();
        calls
            .filter(|frame| frame.code.unit() == ModuleId::MAIN)
            .find_map(|frame| {
                let names = program.code(frame.code).locals.iter().map(String::as_str);
                let places = stack.iter().skip(frame.base as usize).copied();
                local.among(names.zip(places))
            })
    });
    found.map_or_else(String::new, tidy)
}

/// Without the name of a part that is the thing itself, and not too long.
fn tidy(name: String) -> String {
    let whole = PARTS.iter().find_map(|part| name.strip_suffix(part));
    cut(whole.unwrap_or(&name))
}

/// A text that a trace may carry.
pub(crate) fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

struct Search<'a> {
    heap: &'a Heap,
    thing: Value,
    /// Values that may still be looked at.
    left: usize,
}

/// A step from a value to one that it holds.
#[derive(Clone, Copy)]
enum Step {
    Index(usize),
    Key(Value),
    Attribute(Symbol),
}

impl Search<'_> {
    /// Variables themselves first, then what is one step further, and so on.
    fn among<'n>(&mut self, variables: impl Iterator<Item = (&'n str, Value)> + Clone) -> Option<String> {
        let heap = self.heap;
        // What closures share lies in a cell.
        let variables = variables.map(|(name, value)| match heap.object(value) {
            Some(Object::Cell(value)) => (name, *value),
            _ => (name, value),
        });
        let mut direct = variables.clone();
        if let Some((name, _)) = direct.find(|(_, value)| is_same(*value, self.thing)) {
            return Some(name.to_owned());
        }
        (1..=MOST_STEPS).find_map(|steps| {
            let mut variables = variables.clone();
            variables.find_map(|(name, value)| Some(format!("{name}{}", self.inside(value, steps)?)))
        })
    }

    /// The way from a value to the thing, so many steps long: `[2]`, `['a']`, `.ready`.
    fn inside(&mut self, value: Value, steps: u32) -> Option<String> {
        let heap = self.heap;
        if let Some(items) = as_items(heap, value) {
            let held = items.iter().enumerate();
            return self.through(held.map(|(index, item)| (Step::Index(index), *item)), steps);
        }
        match heap.object(value)? {
            Object::Dict(dict) => {
                let held = dict.iter().map(|entry| (Step::Key(entry.key), entry.value));
                self.through(held, steps)
            }
            Object::Instance(instance) => match heap.object(instance.dict) {
                // The program has asked for its `__dict__`.
                Some(Object::Dict(dict)) => {
                    let named = dict
                        .iter()
                        .filter_map(|entry| Some((Symbol::known(as_str(heap, entry.key)?)?, entry.value)));
                    self.through(named.map(|(name, value)| (Step::Attribute(name), value)), steps)
                }
                _ => {
                    let held = instance.attributes.iter();
                    self.through(held.map(|(name, value)| (Step::Attribute(*name), *value)), steps)
                }
            },
            _ => None,
        }
    }

    /// What an object keeps to itself is passed through only on the way to a part that stands for it.
    fn through(&mut self, held: impl Iterator<Item = (Step, Value)>, steps: u32) -> Option<String> {
        for (step, value) in held {
            self.left = self.left.checked_sub(1)?;
            if steps == 1 {
                if is_same(value, self.thing) {
                    return Some(self.text(step));
                }
                continue;
            }
            let is_private = matches!(step, Step::Attribute(name) if name.text().starts_with('_'));
            if is_private && steps > 2 {
                continue;
            }
            if let Some(rest) = self.inside(value, steps - 1)
                && (!is_private || PARTS.contains(&rest.as_str()))
            {
                return Some(format!("{}{rest}", self.text(step)));
            }
        }
        None
    }

    fn text(&self, step: Step) -> String {
        match step {
            Step::Index(index) => format!("[{index}]"),
            Step::Attribute(name) => format!(".{}", name.text()),
            Step::Key(Value::Int(number)) => format!("[{number}]"),
            Step::Key(key) => match as_str(self.heap, key) {
                Some(text) => format!("['{}']", cut(text)),
                None => "[…]".to_owned(),
            },
        }
    }
}
