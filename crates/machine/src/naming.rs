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
use crate::value::{Value, is_same};

/// Values looked at before the search is given up: large collections are not worth it.
const MOST_VALUES: usize = 2_000;

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
    let mut search = Search {
        heap: &shared.heap,
        thing,
        left: MOST_VALUES,
    };
    let global = search.global(program, shared);
    let found = global.or_else(|| {
        let own = frames
            .iter()
            .rev()
            .filter(|frame| frame.code.unit() == ModuleId::MAIN);
        own.into_iter().find_map(|frame| {
            let names = &program.code(frame.code).locals;
            let places = stack.iter().skip(frame.base as usize);
            search.among(names.iter().map(String::as_str).zip(places.copied()))
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
    left: usize,
}

impl Search<'_> {
    fn global(&mut self, program: &Program, shared: &Shared) -> Option<String> {
        let names = program.unit.globals.iter().map(|global| global.name.as_str());
        self.among(names.zip(shared.main.globals.iter().copied()))
    }

    /// Variables themselves first, then what lies in what they hold, then that one's attributes.
    fn among<'n>(&mut self, variables: impl Iterator<Item = (&'n str, Value)> + Clone) -> Option<String> {
        for (name, value) in variables.clone() {
            if self.is_it(self.inside_cell(value)) {
                return Some(name.to_owned());
            }
        }
        for depth in 1..=MOST_STEPS {
            for (name, value) in variables.clone() {
                if let Some(path) = self.inside(self.inside_cell(value), depth) {
                    return Some(format!("{name}{path}"));
                }
            }
        }
        None
    }

    fn is_it(&mut self, value: Value) -> bool {
        self.left = self.left.saturating_sub(1);
        is_same(value, self.thing)
    }

    /// What a variable that closures share holds.
    fn inside_cell(&self, value: Value) -> Value {
        match self.heap.object(value) {
            Some(Object::Cell(value)) => *value,
            _ => value,
        }
    }

    /// The way from a value to the thing, so many steps long: `[2]`, `['a']`, `.ready`. What an object keeps to itself is passed
    /// through only on the way to a part that stands for it.
    fn inside(&mut self, value: Value, depth: u32) -> Option<String> {
        let heap = self.heap;
        if let Some(items) = as_items(heap, value) {
            let steps = items.iter().enumerate();
            return self.step(steps.map(|(index, item)| (format!("[{index}]"), *item)), depth);
        }
        match heap.object(value)? {
            Object::Dict(dict) => {
                let steps = dict.iter().map(|entry| (key(heap, entry.key), entry.value));
                self.step(steps, depth)
            }
            Object::Instance(instance) => {
                let attributes = instance.attributes.iter();
                let steps = attributes.map(|(name, value)| (format!(".{}", name.text()), *value));
                self.step(
                    steps.filter(|(step, _)| depth <= 2 || !step.starts_with("._")),
                    depth,
                )
            }
            _ => None,
        }
    }

    fn step(&mut self, steps: impl Iterator<Item = (String, Value)>, depth: u32) -> Option<String> {
        for (step, value) in steps {
            if self.left == 0 {
                return None;
            }
            if depth == 1 {
                if self.is_it(value) {
                    return Some(step);
                }
            } else if let Some(rest) = self.inside(value, depth - 1)
                && (!step.starts_with("._") || PARTS.contains(&rest.as_str()))
            {
                return Some(format!("{step}{rest}"));
            }
        }
        None
    }
}

/// A dictionary's key as a step of a way.
fn key(heap: &Heap, key: Value) -> String {
    match (key, as_str(heap, key)) {
        (Value::Int(number), _) => format!("[{number}]"),
        (_, Some(text)) => format!("['{}']", cut(text)),
        _ => "[…]".to_owned(),
    }
}
