//! Python's library: modules written in our own Python under `library/`, and modules written in Rust. Each is compiled
//! when a program first names it, and then shared by all programs.

use std::sync::OnceLock;

use crate::code::{CodeId, Constant, Initial, Static, StaticClass, Unit};
use crate::compile::compile_library;
use crate::native;
use crate::value::Value;

/// A module: the program itself, or one of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleId(pub(crate) u64);

impl ModuleId {
    /// The program.
    pub(crate) const MAIN: Self = Self(0);
    /// What builtins do that may call Python.
    pub(crate) const CORE: Self = Self(1);
    /// The same for strings, bytes and numbers.
    const TEXT: Self = Self(2);

    pub(crate) fn name(self) -> &'static str {
        if self == Self::MAIN {
            "__main__"
        } else {
            MODULES[self.0 as usize - 1].0
        }
    }

    /// Its number as an operand.
    pub(crate) fn word(self) -> u32 {
        self.0 as u32
    }

    pub(crate) fn from_word(word: u32) -> Self {
        Self(u64::from(word))
    }

    /// Whether nobody imports it but the library.
    fn is_hidden(self) -> bool {
        self.name().starts_with('_') && !matches!(self.name(), "_thread" | "_weakref")
    }
}

/// A class of the library: its module and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(u64);

impl ClassId {
    pub(crate) const fn new(module: ModuleId, index: u32) -> Self {
        Self(module.0 << 16 | index as u64)
    }

    pub(crate) const fn unit(self) -> ModuleId {
        ModuleId(self.0 >> 16)
    }

    pub(crate) const fn index(self) -> usize {
        (self.0 & 0xffff) as usize
    }

    /// What is known of it. A class is asked for only after its module was compiled.
    pub(crate) fn get(self) -> &'static StaticClass {
        &unit(self.unit()).classes[self.index()]
    }

    pub(crate) fn word(self) -> u64 {
        self.0
    }
}

/// Names and texts of all modules, by number from 1; modules that are written in Rust alone have no text.
macro_rules! modules {
    ($($name:literal $(= $file:literal)?,)+) => {
        const MODULES: &[(&str, &str)] = &[$(($name, modules!(@text $($file)?)),)+];
    };
    (@text) => { "" };
    (@text $file:literal) => { include_str!(concat!(env!("OUT_DIR"), "/library/", $file)) };
}

modules! {
    "_core" = "_core.py",
    "_text" = "_text.py",
    "_multiprocessing" = "_multiprocessing.py",
    "_binding" = "_binding.py",
    "_recursion" = "_recursion.py",
    "_ctypes" = "_ctypes.py",
    "_libc" = "_libc.py",
    "_outside" = "_outside.py",
    "_time" = "_time.py",
    "_web" = "_web.py",
    "_website" = "_website.py",
    "_pickle" = "_pickle.py",
    "_unpickle" = "_unpickle.py",
    "abc" = "abc.py",
    "array" = "array.py",
    "asyncio" = "asyncio.py",
    "asyncio.base_events" = "asyncio.base_events.py",
    "asyncio.coroutines" = "asyncio.coroutines.py",
    "asyncio.events" = "asyncio.events.py",
    "asyncio.exceptions" = "asyncio.exceptions.py",
    "asyncio.futures" = "asyncio.futures.py",
    "asyncio.locks" = "asyncio.locks.py",
    "asyncio.log" = "asyncio.log.py",
    "asyncio.mixins" = "asyncio.mixins.py",
    "asyncio.places" = "asyncio.places.py",
    "asyncio.queues" = "asyncio.queues.py",
    "asyncio.reprs" = "asyncio.reprs.py",
    "asyncio.runners" = "asyncio.runners.py",
    "asyncio.taskgroups" = "asyncio.taskgroups.py",
    "asyncio.tasks" = "asyncio.tasks.py",
    "asyncio.threads" = "asyncio.threads.py",
    "asyncio.timeouts" = "asyncio.timeouts.py",
    "asyncio.timers" = "asyncio.timers.py",
    "asyncio.unix_events" = "asyncio.unix_events.py",
    "asyncio.waiting" = "asyncio.waiting.py",
    "atexit" = "atexit.py",
    "base64" = "base64.py",
    "binascii" = "binascii.py",
    "bisect" = "bisect.py",
    "collections" = "collections.py",
    "collections.abc" = "collections.abc.py",
    "concurrent" = "concurrent.py",
    "concurrent.futures" = "concurrent.futures.py",
    "concurrent.futures._base" = "concurrent.futures._base.py",
    "concurrent.futures.process" = "concurrent.futures.process.py",
    "concurrent.futures.thread" = "concurrent.futures.thread.py",
    "contextlib" = "contextlib.py",
    "contextvars" = "contextvars.py",
    "copy" = "copy.py",
    "ctypes" = "ctypes.py",
    "ctypes.util" = "ctypes.util.py",
    "copyreg" = "copyreg.py",
    "dataclasses" = "dataclasses.py",
    "datetime" = "datetime.py",
    "enum" = "enum.py",
    "functools" = "functools.py",
    "gc" = "gc.py",
    "gevent" = "gevent.py",
    "gevent.event" = "gevent.event.py",
    "gevent.exceptions" = "gevent.exceptions.py",
    "gevent.greenlet" = "gevent.greenlet.py",
    "gevent.hub" = "gevent.hub.py",
    "gevent.linkable" = "gevent.linkable.py",
    "gevent.local" = "gevent.local.py",
    "gevent.lock" = "gevent.lock.py",
    "gevent.monkey" = "gevent.monkey.py",
    "gevent.pool" = "gevent.pool.py",
    "gevent.queue" = "gevent.queue.py",
    "gevent.thread" = "gevent.thread.py",
    "gevent.threadpool" = "gevent.threadpool.py",
    "gevent.timeout" = "gevent.timeout.py",
    "greenlet" = "greenlet.py",
    "hashlib" = "hashlib.py",
    "heapq" = "heapq.py",
    "http" = "http.py",
    "http.client" = "http.client.py",
    "inspect" = "inspect.py",
    "io" = "io.py",
    "itertools" = "itertools.py",
    "json" = "json.py",
    "keyword" = "keyword.py",
    "logging" = "logging.py",
    "logging.handlers" = "logging.handlers.py",
    "math" = "math.py",
    "multiprocessing" = "multiprocessing.py",
    "multiprocessing._manager_server" = "multiprocessing._manager_server.py",
    "multiprocessing.connection" = "multiprocessing.connection.py",
    "multiprocessing.context" = "multiprocessing.context.py",
    "multiprocessing.dummy" = "multiprocessing.dummy.py",
    "multiprocessing.dummy.connection" = "multiprocessing.dummy.connection.py",
    "multiprocessing.managers" = "multiprocessing.managers.py",
    "multiprocessing.pool" = "multiprocessing.pool.py",
    "multiprocessing.popen_fork" = "multiprocessing.popen_fork.py",
    "multiprocessing.popen_spawn_posix" = "multiprocessing.popen_spawn_posix.py",
    "multiprocessing.process" = "multiprocessing.process.py",
    "multiprocessing.queues" = "multiprocessing.queues.py",
    "multiprocessing.reduction" = "multiprocessing.reduction.py",
    "multiprocessing.shared_memory" = "multiprocessing.shared_memory.py",
    "multiprocessing.sharedctypes" = "multiprocessing.sharedctypes.py",
    "multiprocessing.spawn" = "multiprocessing.spawn.py",
    "multiprocessing.synchronize" = "multiprocessing.synchronize.py",
    "multiprocessing.util" = "multiprocessing.util.py",
    "operator" = "operator.py",
    "os" = "os.py",
    "pickle" = "pickle.py",
    "posixpath" = "posixpath.py",
    "pprint" = "pprint.py",
    "queue" = "queue.py",
    "random" = "random.py",
    "reprlib" = "reprlib.py",
    "requests" = "requests.py",
    "requests.adapters" = "requests.adapters.py",
    "requests.auth" = "requests.auth.py",
    "requests.exceptions" = "requests.exceptions.py",
    "requests.models" = "requests.models.py",
    "requests.sessions" = "requests.sessions.py",
    "requests.structures" = "requests.structures.py",
    "sched" = "sched.py",
    "signal" = "signal.py",
    "statistics" = "statistics.py",
    "string" = "string.py",
    "sys" = "sys.py",
    "textwrap" = "textwrap.py",
    "threading" = "threading.py",
    "time" = "time.py",
    "timeit" = "timeit.py",
    "traceback" = "traceback.py",
    "types" = "types.py",
    "typing" = "typing.py",
    "urllib" = "urllib.py",
    "urllib.error" = "urllib.error.py",
    "urllib.parse" = "urllib.parse.py",
    "urllib.request" = "urllib.request.py",
    "uuid" = "uuid.py",
    "warnings" = "warnings.py",
    "weakref" = "weakref.py",
    "zlib" = "zlib.py",
    "_interleave",
    "_kernel",
    "_thread",
    "_weakref",
    "builtins",

}

/// The module of paths: what programs call it, and its name.
const PATHS: (&str, &str) = ("os.path", "posixpath");

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
    let name = if name == PATHS.0 { PATHS.1 } else { name };
    let index = MODULES.iter().position(|(known, _)| *known == name)?;
    Some(ModuleId(index as u64 + 1))
}

/// The module of that name, if a program may import it.
pub(crate) fn importable(name: &str) -> Option<ModuleId> {
    named(name).filter(|id| !id.is_hidden())
}

/// Names of modules that a program may import, sorted.
pub(crate) fn importable_names() -> Vec<&'static str> {
    let mut names: Vec<&str> = (1..=count())
        .map(|id| familiar_name(ModuleId(id as u64)))
        .collect();
    names.retain(|name| importable(name).is_some());
    names.sort_unstable();
    names
}

/// What a program gets with a module without asking: `os.path` with `os`. The library's own imports of `os` need none.
pub(crate) fn companion(id: ModuleId) -> Option<ModuleId> {
    let (outer, _) = PATHS.0.split_once('.')?;
    named(PATHS.0).filter(|_| id.name() == outer)
}

/// What programs call a module.
pub(crate) fn familiar_name(id: ModuleId) -> &'static str {
    let name = id.name();
    if name == PATHS.1 { PATHS.0 } else { name }
}

/// A module's code and tables.
pub(crate) fn unit(id: ModuleId) -> &'static Unit {
    if let Some(unit) = UNITS[id.0 as usize - 1].get() {
        return unit;
    }
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

/// Whether a module has something of that name, or makes it when it is asked for.
pub(crate) fn has(id: ModuleId, name: &str) -> bool {
    let unit = unit(id);
    let slot = unit.slot(name).map(|slot| &unit.globals[slot]);
    slot.is_some_and(|global| global.initial.is_some())
        || native::module_attribute(id.name(), name).is_some()
        || makes_attributes(id).is_some()
            && (slot.is_some_and(|global| global.stores > 0) || exported(unit).any(|known| known == name))
}

/// The module's `__getattr__` (PEP 562): it makes what cannot be declared.
pub(crate) fn makes_attributes(id: ModuleId) -> Option<Value> {
    if id == ModuleId::MAIN {
        return None;
    }
    static_value(id, "__getattr__")
}

/// What a module says to be public, by `__all__`.
fn exported(unit: &'static Unit) -> impl Iterator<Item = &'static str> {
    let all = unit.slot("__all__").and_then(|slot| unit.globals[slot].initial);
    let items = match all {
        Some(Initial::Constant(constant)) => match &unit.constants[constant as usize] {
            Constant::Tuple(items) => items.as_slice(),
            _ => &[],
        },
        _ => &[],
    };
    items
        .iter()
        .filter_map(|item| match &unit.constants[*item as usize] {
            Constant::Str(name) => Some(name.as_str()),
            _ => None,
        })
}

/// Public names of a module, sorted: those that it says to be, else all that it defines.
pub(crate) fn public_names(id: ModuleId) -> Vec<&'static str> {
    let unit = unit(id);
    let mut names: Vec<&str> = exported(unit).collect();
    if names.is_empty() {
        let defined = unit.globals.iter().filter(|global| global.initial.is_some());
        names = defined.map(|global| global.name.as_str()).collect();
        names.extend(native::module_names(id.name()));
        names.retain(|name| !name.starts_with('_'));
    }
    names.extend(companion(id).map(|_| "path"));
    names.sort_unstable();
    names
}

/// Those modules and what they import, each behind what its definitions import; the core comes first.
pub(crate) fn closure(modules: &[ModuleId]) -> Vec<ModuleId> {
    /// What functions import may come later, and may import in a circle.
    fn visit(id: ModuleId, found: &mut Vec<ModuleId>, open: &mut Vec<ModuleId>, later: &mut Vec<ModuleId>) {
        if found.contains(&id) || open.contains(&id) {
            return;
        }
        open.push(id);
        for inner in &unit(id).imports {
            visit(*inner, found, open, later);
        }
        later.extend(&unit(id).imports_in_functions);
        open.pop();
        found.push(id);
    }
    let mut found = Vec::new();
    let hidden = [ModuleId::TEXT, ModuleId::CORE];
    let mut later: Vec<ModuleId> = modules.iter().rev().copied().chain(hidden).collect();
    while let Some(id) = later.pop() {
        visit(id, &mut found, &mut Vec::new(), &mut later);
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

/// Where CPython has a module from, as the module's `repr` says.
pub(crate) fn origin(name: &str) -> String {
    const FOLDER: &str = "/usr/lib/python3.11";
    match name {
        "__main__" | "atexit" | "builtins" | "gc" | "itertools" | "sys" | "time" => " (built-in)".to_owned(),
        "abc" | "io" | "os" | "posixpath" => " (frozen)".to_owned(),
        "array" | "binascii" | "math" | "zlib" => {
            format!(" from '{FOLDER}/lib-dynload/{name}.cpython-311-x86_64-linux-gnu.so'")
        }
        _ => {
            let inside = format!("{name}.");
            let is_package = MODULES.iter().any(|(other, _)| other.starts_with(&inside));
            let file = if is_package { "/__init__.py" } else { ".py" };
            format!(" from '{FOLDER}/{}{file}'", name.replace('.', "/"))
        }
    }
}
