//! A process's beginning: constants and variables of its modules, and its main fiber.

use std::sync::Arc as StdArc;

use trace::{FiberId, LimitKind, Model};
use triomphe::Arc;

use super::{Host, Process};
use crate::code::{Constant, Initial, Program, Unit};
use crate::fiber::Fiber;
use crate::heap::{Heap, OutOfMemory};
use crate::kernel::MAIN_PID;
use crate::library::{self, ModuleId};
use crate::object::Object;
use crate::operators;
use crate::shared::{Namespace, Shared};
use crate::signal::Signals;
use crate::value::Value;

impl Process {
    /// A process that is about to execute a program's first instruction; of the model it heeds limits, `cores`,
    /// `switch_interval_us`, `unbuffered` and `seed`.
    ///
    /// # Errors
    /// When the program's constants alone do not fit into the memory that it may use.
    pub fn new(program: StdArc<Program>, model: &Model) -> Result<Self, LimitKind> {
        let host = Host {
            memory: model.limits.memory,
            threads: model.limits.threads,
            recursion: model.limits.recursion,
            cores: model.cores,
            switch_interval: model.switch_interval_us.into(),
            unbuffered: model.unbuffered,
            // No run draws as many, so that each seed has numbers of its own.
            entropy: model.seed.wrapping_sub(1) << 32,
        };
        Self::begin(program, host, None, None)
    }

    /// The same; one that another process has spawned calls a function of the library with some bytes, and that decides when
    /// the program's own code runs. `signals` are those of the process that began it.
    pub(super) fn begin(
        program: StdArc<Program>,
        host: Host,
        instead: Option<(Value, &Arc<[u8]>)>,
        signals: Option<Signals>,
    ) -> Result<Self, LimitKind> {
        let mut process = Self {
            shared: Shared {
                heap: Heap::new(host.memory),
                main: Namespace::default(),
                library: Arc::new(vec![Arc::default(); library::count()]),
                line: String::new(),
                unbuffered: host.unbuffered,
                redirected: false,
                moved: [false; 2],
                cores: host.cores,
                pid: MAIN_PID,
                main_fiber: FiberId::MAIN,
                signals: Signals::new(signals),
                locks: 0,
                internal_locks: 0,
                lock_names: Arc::default(),
                resources: Arc::default(),
                named: Vec::new(),
                threads_alive: 1,
                thread_limit: host.threads,
                recursion_limit: host.recursion,
                switch_interval: host.switch_interval,
                entropy: host.entropy,
                finalising: false,
                now: 0,
                events: Vec::new(),
            },
            fibers: Vec::new(),
            host,
            program,
        };
        process.load_modules()?;
        let mut args = vec![Value::Function(Program::MODULE)];
        if let Some((function, payload)) = instead {
            process.rename_main("__mp_main__")?;
            let payload = Object::Bytes(Arc::clone(payload));
            args.extend([function, process.shared.heap.allocate(payload)?]);
        }
        let args = process.shared.heap.tuple(args)?;
        let main = process.new_fiber(None, library::core("run_main"), args);
        process.fibers.push(Arc::new(Fiber {
            started: true,
            ..main
        }));
        Ok(process)
    }

    /// Sets the program's `__name__`.
    fn rename_main(&mut self, name: &str) -> Result<(), OutOfMemory> {
        if let Some(slot) = self.program.unit.slot("__name__") {
            let name = self.shared.heap.string(name)?;
            let old = std::mem::replace(&mut self.shared.main.globals[slot], name);
            self.shared.heap.release(old);
        }
        Ok(())
    }

    /// Makes the constants and variables of the program and of the modules that it can get hold of.
    fn load_modules(&mut self) -> Result<(), OutOfMemory> {
        let program = StdArc::clone(&self.program);
        for module in program.modules.iter().copied().chain([ModuleId::MAIN]) {
            let namespace = self.namespace(program.unit(module))?;
            *self.shared.namespace_mut(module) = namespace;
        }
        self.shared.heap.freeze();
        Ok(())
    }

    fn namespace(&mut self, unit: &Unit) -> Result<Namespace, OutOfMemory> {
        let constants = constants(unit, &mut self.shared.heap)?;
        let mut globals = Vec::with_capacity(unit.globals.len());
        for global in &unit.globals {
            let value = match global.initial {
                Some(Initial::Constant(constant)) => constants[constant as usize],
                Some(Initial::Value(value)) => value.0,
                Some(Initial::Import(module, slot)) => self
                    .shared
                    .namespace(module)
                    .globals
                    .get(slot as usize)
                    .copied()
                    .unwrap_or(Value::Unbound),
                None => Value::Unbound,
            };
            globals.push(self.shared.heap.retain(value));
        }
        Ok(Namespace {
            globals,
            constants: Arc::new(constants),
            assigned: Vec::new(),
            extra: Vec::new(),
        })
    }
}

fn constants(unit: &Unit, heap: &mut Heap) -> Result<Vec<Value>, OutOfMemory> {
    let mut values: Vec<Value> = Vec::with_capacity(unit.constants.len());
    for constant in &unit.constants {
        let value = match constant {
            Constant::None => Value::None,
            Constant::Bool(value) => Value::bool(*value),
            Constant::Float(bits) => Value::float(f64::from_bits(*bits)),
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Int(value) => operators::from_int(heap, value.clone())?,
            Constant::Str(text) => heap.string(text)?,
            Constant::Bytes(bytes) => heap.allocate(Object::Bytes(Arc::from(bytes.clone())))?,
            Constant::Static(value) => value.0,
            Constant::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|item| values[*item as usize]).collect();
                heap.retain_all(&items);
                heap.tuple(items)?
            }
            Constant::FrozenSet(items) => {
                let items: Vec<Value> = items.iter().map(|item| values[*item as usize]).collect();
                operators::algebra::constant_set(heap, &items)?
            }
        };
        values.push(value);
    }
    Ok(values)
}
