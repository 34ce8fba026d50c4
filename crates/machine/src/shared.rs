//! What all fibers of a process share: the heap, variables of modules, what was told.

use trace::{EventKind, FiberId};
use triomphe::Arc;

use crate::code::{Attribute, Program};
use crate::exception::ExceptionKind;
use crate::heap::Heap;
use crate::library::{self, ModuleId};
use crate::native::{Fault, raise};
use crate::resource::{LockName, Resource};
use crate::signal::Signals;
use crate::symbol::Symbol;
use crate::system::Handle;
use crate::value::{Value, is_same};

/// What all fibers of a process share.
#[derive(Clone, Debug)]
pub(crate) struct Shared {
    pub heap: Heap,
    /// The program's variables and constants.
    pub main: Namespace,
    /// Those of the library's modules, by module from 1; those that the program cannot get hold of are empty.
    pub library: Arc<Vec<Arc<Namespace>>>,
    /// What was printed of a line that has not ended (`sys.stdout`'s buffer).
    pub line: String,
    /// Whether `print` writes at once (`python3 -u`).
    pub unbuffered: bool,
    /// Whether `sys.stdout` is something else than the terminal.
    pub redirected: bool,
    /// Whether descriptor 1 is something else than the terminal, and descriptor 2.
    pub moved: [bool; 2],
    /// Processors, as `os.cpu_count()` tells them.
    pub cores: u32,
    /// The process's number.
    pub pid: u32,
    /// The main thread: the first one, or in a forked process the one that forked.
    pub main_fiber: FiberId,
    pub signals: Signals,
    /// How many locks there have been.
    pub locks: u32,
    /// How many that only the library knows.
    pub internal_locks: u32,
    /// What is known of locks that have been used, by their numbers.
    pub lock_names: Arc<Vec<LockName>>,
    /// Objects that the trace tells of, by their numbers.
    pub resources: Arc<Vec<Resource>>,
    /// Names of objects of the kernel that the process has just come across.
    pub named: Vec<(Handle, String)>,
    pub threads_alive: u32,
    pub thread_limit: u32,
    pub recursion_limit: u32,
    /// How long a thread waits for the GIL before it asks for it, in microseconds: for drivers to heed.
    pub switch_interval: u64,
    /// How often the program has asked for what nobody can foresee.
    pub entropy: u64,
    /// Whether the process is ending, so that none but the main thread runs any more.
    pub finalising: bool,
    /// Instructions of the current run.
    pub now: u64,
    /// What happened in the current run, and at which of its instructions.
    pub events: Vec<(u64, EventKind)>,
}

/// A module's state.
#[derive(Clone, Debug, Default)]
pub(crate) struct Namespace {
    /// The values of its variables, by slot.
    pub globals: Vec<Value>,
    /// Its constants as values; each holds a reference.
    pub constants: Arc<Vec<Value>>,
    /// Slots of those that the program has assigned to from outside, in their order.
    pub assigned: Vec<u32>,
    /// What the program put into the module under names that it does not know.
    pub extra: Vec<(Symbol, Value)>,
}

impl Shared {
    pub fn namespace(&self, module: ModuleId) -> &Namespace {
        match module.0.checked_sub(1) {
            None => &self.main,
            Some(place) => &self.library[place as usize],
        }
    }

    pub fn namespace_mut(&mut self, module: ModuleId) -> &mut Namespace {
        match module.0.checked_sub(1) {
            None => &mut self.main,
            Some(place) => Arc::make_mut(&mut Arc::make_mut(&mut self.library)[place as usize]),
        }
    }

    /// All of them, the program's first.
    pub fn namespaces(&self) -> impl Iterator<Item = &Namespace> {
        std::iter::once(&self.main).chain(self.library.iter().map(|namespace| &**namespace))
    }

    /// What a module has under a name; borrowed.
    pub fn module_attribute(
        &self,
        program: &Program,
        module: ModuleId,
        attribute: &Attribute,
    ) -> Option<Value> {
        let namespace = self.namespace(module);
        let unit = program.unit(module);
        if let Some(slot) = unit.slots.get(&attribute.symbol)
            && let Some(value) = namespace.globals.get(*slot as usize)
            && value.is_bound()
        {
            return Some(*value);
        }
        crate::class::find(&namespace.extra, attribute.symbol)
            .or_else(|| crate::native::module_attribute(module.name(), &attribute.name))
            .or_else(|| {
                let inner = library::named(&format!("{}.{}", module.name(), attribute.name))?;
                // One that nobody has imported is not there.
                program.modules.contains(&inner).then_some(Value::Module(inner))
            })
    }

    /// `module.name = value`, or its deletion. The value stays the caller's.
    pub fn set_module_attribute(
        &mut self,
        program: &Program,
        module: ModuleId,
        attribute: &Attribute,
        value: Option<Value>,
    ) -> Result<(), Fault> {
        let slot = program.unit(module).slots.get(&attribute.symbol).copied();
        let new = value.map_or(Value::Unbound, |value| self.heap.retain(value));
        let namespace = self.namespace_mut(module);
        if let Some(slot) = slot
            && let Err(place) = namespace.assigned.binary_search(&slot)
        {
            namespace.assigned.insert(place, slot);
        }
        let old = match slot.and_then(|slot| namespace.globals.get_mut(slot as usize)) {
            Some(place) => std::mem::replace(place, new),
            None => {
                let place = namespace
                    .extra
                    .iter()
                    .position(|(name, _)| *name == attribute.symbol);
                match (place, value) {
                    (Some(place), Some(_)) => std::mem::replace(&mut namespace.extra[place].1, new),
                    (Some(place), None) => namespace.extra.remove(place).1,
                    (None, Some(_)) => {
                        namespace.extra.push((attribute.symbol, new));
                        return Ok(());
                    }
                    (None, None) => Value::Unbound,
                }
            }
        };
        if value.is_none() && !old.is_bound() {
            let message = format!("module '{}' has no attribute '{}'", module.name(), attribute.name);
            return raise(ExceptionKind::AttributeError, message);
        }
        self.heap.release(old);
        if module.name() == "sys" && attribute.name == "stdout" {
            let terminal = self.module_attribute(program, module, &Attribute::new("__stdout__"));
            self.redirected = !is_same(new, terminal.unwrap_or(Value::Unbound));
        }
        Ok(())
    }

    /// Notes an event for the driver.
    pub fn tell(&mut self, event: EventKind) {
        self.events.push((self.now, event));
    }
}
