//! Python's library: modules written in our own Python under `library/`, and modules written in Rust. Each is compiled
//! when a program first names it, and then shared by all programs.

use std::sync::OnceLock;

use crate::code::{CodeId, Initial, Static, StaticClass, Unit};
use crate::compile::compile_library;
use crate::native;
use crate::value::Value;

/// A module: the program itself, or one of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleId(pub(crate) u8);

impl ModuleId {
    /// The program.
    pub(crate) const MAIN: Self = Self(0);
    /// What builtins do that may call Python.
    pub(crate) const CORE: Self = Self(1);
    /// The same for strings, bytes and numbers.
    const TEXT: Self = Self(2);

    pub(crate) fn name(self) -> &'static str {
        if self == Self::MAIN { "__main__" } else { MODULES[self.0 as usize - 1].0 }
    }

    /// Its number as an operand.
    pub(crate) fn word(self) -> u32 {
        u32::from(self.0)
    }

    pub(crate) fn from_word(word: u32) -> Self {
        Self(word as u8)
    }

    /// Whether nobody imports it but the library.
    fn is_hidden(self) -> bool {
        self.name().starts_with('_') && !matches!(self.name(), "_thread" | "__future__")
    }
}

/// A class of the library: its module and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(u32);

impl ClassId {
    pub(crate) const fn new(module: ModuleId, index: u32) -> Self {
        Self((module.0 as u32) << 16 | index)
    }

    pub(crate) const fn unit(self) -> ModuleId {
        ModuleId((self.0 >> 16) as u8)
    }

    pub(crate) const fn index(self) -> usize {
        (self.0 & 0xffff) as usize
    }

    /// What is known of it. A class is asked for only after its module was compiled.
    pub(crate) fn get(self) -> &'static StaticClass {
        &unit(self.unit()).classes[self.index()]
    }

    pub(crate) fn word(self) -> u64 {
        u64::from(self.0)
    }
}

/// Names and texts of all modules, by number from 1; modules that are written in Rust alone have no text.
macro_rules! modules {
    ($($name:literal $(= $file:literal)?,)+) => {
        const MODULES: &[(&str, &str)] = &[$(($name, modules!(@text $($file)?)),)+];
    };
    (@text) => { "" };
    (@text $file:literal) => { include_str!(concat!("../library/", $file)) };
}

modules! {
    "_core" = "_core.py",
    "_text" = "_text.py",
    "_interleave",
    "_thread",
    "time",
}

static UNITS: [OnceLock<Unit>; MODULES.len()] = [const { OnceLock::new() }; MODULES.len()];

/// How many modules there are.
pub(crate) const fn count() -> usize {
    MODULES.len()
}

/// The qualified name of a function of the library.
pub(crate) fn qualname(code: CodeId) -> &'static str {
    &unit(code.unit()).codes[code.index()].qualname
}

/// What the core defines as a builtin of that name; nothing while the core itself is being compiled.
pub(crate) fn core_definition(name: &str) -> Option<Value> {
    UNITS[0].get()?;
    static_value(ModuleId::CORE, name)
}

/// The module of that name, hidden or not.
pub(crate) fn named(name: &str) -> Option<ModuleId> {
    let index = MODULES.iter().position(|(known, _)| *known == name)?;
    Some(ModuleId(index as u8 + 1))
}

/// The module of that name, if a program may import it.
pub(crate) fn importable(name: &str) -> Option<ModuleId> {
    named(name).filter(|id| !id.is_hidden())
}

/// Names of modules that a program may import, sorted.
pub(crate) fn importable_names() -> Vec<&'static str> {
    let mut names: Vec<&str> = MODULES.iter().map(|(name, _)| *name).collect();
    names.retain(|name| importable(name).is_some());
    names.sort_unstable();
    names
}

/// A module's code and tables.
pub(crate) fn unit(id: ModuleId) -> &'static Unit {
    if id != ModuleId::CORE && !MODULES[id.0 as usize - 1].1.is_empty() {
        // The core defines builtins, which every other module may name.
        unit(ModuleId::CORE);
    }
    UNITS[id.0 as usize - 1].get_or_init(|| {
        let (name, source) = MODULES[id.0 as usize - 1];
        compile_library(id, name, source)
    })
}

/// What a module defines under a name, if that needs no heap.
pub(crate) fn static_value(id: ModuleId, name: &str) -> Option<Value> {
    let unit = unit(id);
    if let Some(slot) = unit.slot(name)
        && let Some(Initial::Value(value)) = unit.globals[slot].initial
    {
        return Some(value.0);
    }
    native::module_attribute(id.name(), name)
}

/// What a module's variable begins with, for another module that imports it.
pub(crate) fn initial(id: ModuleId, name: &str) -> Option<Initial> {
    if let Some(value) = static_value(id, name) {
        return Some(Initial::Value(Static(value)));
    }
    let slot = unit(id).slot(name)?;
    unit(id).globals[slot].initial?;
    Some(Initial::Import(id, slot as u32))
}

/// Whether a module has something of that name.
pub(crate) fn has(id: ModuleId, name: &str) -> bool {
    let defines = |unit: &Unit| unit.slot(name).is_some_and(|slot| unit.globals[slot].initial.is_some());
    defines(unit(id)) || native::module_attribute(id.name(), name).is_some()
}

/// Public names of a module, sorted.
pub(crate) fn public_names(id: ModuleId) -> Vec<&'static str> {
    let defined = unit(id).globals.iter().filter(|global| global.initial.is_some());
    let mut names: Vec<&str> = defined.map(|global| global.name.as_str()).collect();
    names.extend(native::module_names(id.name()));
    names.retain(|name| !name.starts_with('_'));
    names.sort_unstable();
    names
}

/// Those modules and what they import, each behind what it imports; the core comes first.
pub(crate) fn closure(modules: &[ModuleId]) -> Vec<ModuleId> {
    fn visit(id: ModuleId, found: &mut Vec<ModuleId>, open: &mut Vec<ModuleId>) {
        if found.contains(&id) || open.contains(&id) {
            return;
        }
        open.push(id);
        for inner in &unit(id).imports {
            visit(*inner, found, open);
        }
        open.pop();
        found.push(id);
    }
    let mut found = Vec::new();
    for id in [ModuleId::CORE, ModuleId::TEXT].iter().chain(modules) {
        visit(*id, &mut found, &mut Vec::new());
    }
    found
}

/// A function of the core, by name.
///
/// # Panics
/// When the core has no such function, which calling it for the first time shows.
pub(crate) fn core(name: &str) -> Value {
    match static_value(ModuleId::CORE, name).or_else(|| static_value(ModuleId::TEXT, name)) {
        Some(value) => value,
        None => panic!("the core has no `{name}`"),
    }
}
