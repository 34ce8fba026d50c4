//! What is reachable: collection of cycles, the audit of reference counts, and equality of states.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHashMap;
use trace::FiberId;

use crate::fiber::{Fiber, Frame, Status, Then, Wait};
use crate::object::{GeneratorState, Object, Stack, Tool};
use crate::process::Process;
use crate::value::{ObjectId, Value};

/// Calls `visit` for every value that a fiber holds, in a fixed order.
fn for_each_in_fiber(fiber: &Fiber, mut visit: impl FnMut(Value)) {
    visit(fiber.thread);
    visit(fiber.running);
    visit(fiber.handled);
    visit(fiber.arrived);
    fiber.live().iter().copied().for_each(&mut visit);
    fiber
        .frames
        .iter()
        .for_each(|frame| frame.for_each_value(&mut visit));
    if let Status::Waiting(Wait::Lock(lock, _)) = &fiber.status {
        visit(Value::Object(*lock));
    }
}

impl Process {
    /// Calls `visit` for every value that the process holds outside its heap, in a fixed order.
    fn for_each_root(&self, mut visit: impl FnMut(Value)) {
        for namespace in self.shared.namespaces() {
            namespace.globals.iter().copied().for_each(&mut visit);
            namespace.constants.iter().copied().for_each(&mut visit);
            namespace.extra.iter().for_each(|(_, value)| visit(*value));
        }
        self.shared
            .heap
            .dying()
            .iter()
            .for_each(|id| visit(Value::Object(*id)));
        for fiber in &self.fibers {
            for_each_in_fiber(fiber, &mut visit);
        }
    }

    /// Whether fibers other than one can get hold of an object: through global variables that functions name, and
    /// through what they hold themselves. The other global variables are the main thread's.
    pub(crate) fn is_reachable_by_others(&self, fiber: FiberId, value: Value) -> bool {
        let Value::Object(wanted) = value else {
            return false;
        };
        let mut reached = vec![false; self.shared.heap.capacity()];
        let mut work = Vec::new();
        let mut reach = |value: Value, work: &mut Vec<ObjectId>| {
            if let Value::Object(id) = value
                && !self.shared.heap.is_frozen(id)
                && !std::mem::replace(&mut reached[id.0 as usize], true)
            {
                work.push(id);
            }
        };
        for (global, value) in self.program.unit.globals.iter().zip(&self.shared.main.globals) {
            if global.shared || fiber != FiberId::MAIN {
                reach(*value, &mut work);
            }
        }
        for module in &self.program.modules {
            let namespace = self.shared.namespace(*module);
            for slot in &self.program.unit(*module).mutable {
                reach(namespace.globals[*slot as usize], &mut work);
            }
            namespace
                .extra
                .iter()
                .for_each(|(_, value)| reach(*value, &mut work));
        }
        for (index, other) in self.fibers.iter().enumerate() {
            if index != fiber.index() {
                for_each_in_fiber(other, |value| reach(value, &mut work));
            }
        }
        while let Some(id) = work.pop() {
            if id == wanted {
                return true;
            }
            self.shared
                .heap
                .get(id)
                .for_each_child(|child| reach(child, &mut work));
        }
        false
    }

    /// Frees what only cycles keep alive. Called at fixed counts of allocations, so that it never depends on a clock.
    pub(crate) fn collect(&mut self) -> usize {
        let mut reached = vec![false; self.shared.heap.capacity()];
        let mut work = Vec::new();
        let mut reach = |value: Value, work: &mut Vec<ObjectId>| {
            if let Value::Object(id) = value
                && !self.shared.heap.is_frozen(id)
                && !std::mem::replace(&mut reached[id.0 as usize], true)
            {
                work.push(id);
            }
        };
        self.for_each_root(|value| reach(value, &mut work));
        while let Some(id) = work.pop() {
            self.shared
                .heap
                .get(id)
                .for_each_child(|child| reach(child, &mut work));
        }
        let garbage: Vec<ObjectId> = self
            .shared
            .heap
            .objects()
            .map(|(id, _)| id)
            .filter(|id| !reached[id.0 as usize])
            .collect();
        self.shared.heap.free_unreachable(&garbage);
        self.shared.heap.reset_allocated();
        garbage.len()
    }

    /// Compares every object's reference count with the references that there are.
    ///
    /// # Errors
    /// With a sentence about the first object whose count is wrong.
    pub fn audit(&self) -> Result<(), String> {
        let mut counts = vec![0_u32; self.shared.heap.capacity()];
        let mut count = |value: Value| {
            if let Value::Object(id) = value {
                counts[id.0 as usize] += 1;
            }
        };
        self.for_each_root(&mut count);
        for (_, object) in self.shared.heap.objects() {
            object.for_each_child(&mut count);
        }
        for (id, object) in self.shared.heap.objects() {
            let (real, counted) = (counts[id.0 as usize], self.shared.heap.count(id));
            if real != counted {
                return Err(format!("{object:?} has {real} references and counts {counted}"));
            }
        }
        Ok(())
    }

    /// The state as words, equal exactly for states that no program can tell apart: the reachable graph, objects numbered
    /// by first visit, fibers by who started them. Heap places, garbage and instruction counts are left out.
    #[must_use]
    pub fn canonical(&self) -> Vec<u64> {
        let mut canonical = Canonical {
            process: self,
            words: Vec::with_capacity(256),
            numbers: FxHashMap::default(),
            queue: Vec::new(),
        };
        canonical.process();
        canonical.words
    }

    /// Ids of fibers in an order that does not depend on the schedule.
    fn fibers_by_ancestry(&self) -> Vec<FiberId> {
        let path = |id: FiberId| {
            let mut path = Vec::new();
            let mut at = Some(id);
            while let Some(id) = at {
                let fiber = &self.fibers[id.index()];
                path.push(fiber.ordinal);
                at = fiber.parent;
            }
            path.reverse();
            path
        };
        let mut ids: Vec<FiberId> = (0..self.fibers.len() as u32).map(FiberId).collect();
        if ids.len() > 2 {
            ids.sort_by_cached_key(|id| path(*id));
        }
        ids
    }
}

impl PartialEq for Process {
    fn eq(&self, other: &Self) -> bool {
        self.canonical() == other.canonical()
    }
}

impl Eq for Process {}

impl Hash for Process {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.canonical().hash(state);
    }
}

/// A walk over the reachable graph, breadth first.
struct Canonical<'a> {
    process: &'a Process,
    words: Vec<u64>,
    numbers: FxHashMap<ObjectId, u64>,
    queue: Vec<ObjectId>,
}

impl Canonical<'_> {
    fn process(&mut self) {
        let process = self.process;
        let shared = &process.shared;
        shared.main.globals.iter().for_each(|value| self.value(*value));
        for module in &process.program.modules {
            let namespace = shared.namespace(*module);
            for slot in process
                .program
                .unit(*module)
                .mutable
                .iter()
                .chain(&namespace.assigned)
            {
                self.value(namespace.globals[*slot as usize]);
            }
            self.attributes(&namespace.extra);
        }
        self.text(&shared.line);
        self.words
            .push(shared.status.map_or(u64::MAX, |status| status as u64));
        self.words.push(u64::from(shared.redirected));
        self.words
            .extend([u64::from(shared.recursion_limit), shared.entropy]);
        let order = process.fibers_by_ancestry();
        let mut numbers = vec![0; order.len()];
        for (number, id) in order.iter().enumerate() {
            numbers[id.index()] = number as u64;
        }
        for id in &order {
            self.fiber(&process.fibers[id.index()], &numbers);
        }
        let mut next = 0;
        while let Some(id) = self.queue.get(next).copied() {
            next += 1;
            self.object(id, &numbers);
        }
    }

    fn value(&mut self, value: Value) {
        let (tag, word) = match value {
            Value::Unbound => (0, 0),
            Value::None => (1, 0),
            Value::Bool(value) => (2, u64::from(value)),
            Value::Int(value) => (3, value as u64),
            Value::Float(value) => (4, value.to_bits()),
            Value::Native(native) => (5, native as u64),
            Value::Type(ty) => (6, ty as u64),
            Value::ExceptionType(kind) => (7, kind as u64),
            Value::Module(module) => (8, u64::from(module.word())),
            Value::Ellipsis => (10, 0),
            Value::NotImplemented => (11, 0),
            Value::Function(code) => (12, code.word()),
            Value::Class(class) => (13, class.word()),
            Value::Object(id) => {
                let next = self.numbers.len() as u64;
                let number = *self.numbers.entry(id).or_insert_with(|| {
                    self.queue.push(id);
                    next
                });
                (9, number)
            }
        };
        self.words.push(tag);
        self.words.push(word);
    }

    fn values(&mut self, values: &[Value]) {
        self.words.push(values.len() as u64);
        values.iter().for_each(|value| self.value(*value));
    }

    fn attributes(&mut self, attributes: &[(crate::symbol::Symbol, Value)]) {
        self.words.push(attributes.len() as u64);
        for (name, value) in attributes {
            self.words.push(name.word());
            self.value(*value);
        }
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.words.push(bytes.len() as u64);
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.words.push(u64::from_le_bytes(word));
        }
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn fiber(&mut self, fiber: &Fiber, numbers: &[u64]) {
        let parent = fiber.parent.map_or(u64::MAX, |parent| numbers[parent.index()]);
        self.words.extend([
            parent,
            u64::from(fiber.ordinal),
            u64::from(fiber.started) << 1 | u64::from(fiber.announces),
            u64::from(fiber.failed),
        ]);
        self.frames(&fiber.frames);
        self.values(fiber.live());
        self.values(&[fiber.running, fiber.handled, fiber.arrived]);
        self.then(fiber.then);
        match &fiber.status {
            Status::Ready => self.words.push(0),
            Status::Finished => self.words.push(1),
            Status::Waiting(Wait::Write(pieces, stream)) => {
                self.words.extend([2, *stream as u64, pieces.len() as u64]);
                pieces.iter().for_each(|piece| self.text(piece));
            }
            Status::Waiting(Wait::Lock(lock, timeout)) => {
                self.words.extend([5, timeout.unwrap_or(u64::MAX)]);
                self.value(Value::Object(*lock));
            }
            Status::Waiting(Wait::Start(other)) => self.words.extend([7, numbers[other.index()]]),
            Status::Waiting(Wait::Sleep(nanos)) => self.words.extend([8, *nanos]),
        }
    }

    fn frames(&mut self, frames: &[Frame]) {
        self.words.push(frames.len() as u64);
        for frame in frames {
            let keywords = frame.keywords.map_or(u64::MAX, u64::from);
            self.words.extend([
                frame.code.word(),
                u64::from(frame.pc),
                u64::from(frame.base),
                keywords,
            ]);
            frame.for_each_value(|value| self.value(value));
            self.then(frame.then);
        }
    }

    fn then(&mut self, then: Then) {
        let words = match then {
            Then::Push => [0, 0],
            Then::Init(_) => [1, 0],
            Then::Discard => [2, 0],
            Then::Iterate { target } => [3, u64::from(target)],
            Then::Send { target } => [4, u64::from(target)],
            Then::Truth { negated } => [5, u64::from(negated)],
            Then::Decide { target, when } => [6, u64::from(target) << 1 | u64::from(when)],
        };
        self.words.extend(words);
    }

    fn object(&mut self, id: ObjectId, numbers: &[u64]) {
        let object = self.process.shared.heap.get(id);
        self.words.push(object.type_of() as u64);
        match object {
            Object::Free { .. } => unreachable!("a free slot is never referred to"),
            Object::Str(text) => self.text(text),
            Object::BigInt(value) => {
                let (sign, digits) = value.to_u64_digits();
                self.words.extend([sign as u64, digits.len() as u64]);
                self.words.extend(digits);
            }
            Object::List(items) | Object::Tuple(items) => self.values(items),
            Object::Range(range) => {
                self.words
                    .extend([range.start as u64, range.stop as u64, range.step as u64]);
            }
            Object::Slice(parts) => self.values(&**parts),
            Object::Bytes(bytes) => self.bytes(bytes),
            Object::ByteArray(bytes) => self.bytes(bytes),
            Object::Dict(dict) => {
                self.words.push(dict.len() as u64);
                for entry in dict.iter() {
                    self.values(&[entry.key, entry.value]);
                }
            }
            Object::Set(set) | Object::FrozenSet(set) => {
                self.words.push(set.len() as u64);
                set.iter().for_each(|element| self.value(element.key));
            }
            Object::View { kind, dict } => {
                self.words.push(*kind as u64);
                self.value(*dict);
            }
            Object::Iterator(iterator) => {
                self.value(iterator.over);
                self.words
                    .extend([iterator.ty as u64, iterator.index as u64, iterator.taken as u64]);
                self.words
                    .push(iterator.length.map_or(u64::MAX, |length| length as u64));
                self.words.push(u64::from(iterator.reversed));
            }
            Object::Lazy(lazy) => {
                self.words.extend([lazy.ty as u64, u64::from(lazy.strict)]);
                self.values(&lazy.sources);
                self.values(&[lazy.function, lazy.count]);
            }
            Object::Function(function) => {
                self.words.push(function.code.word());
                self.values(&function.defaults);
                self.values(&function.keyword_defaults);
                self.values(&function.closure);
                self.attributes(&function.attributes);
                self.value(function.dict);
            }
            Object::Method { function, receiver } => self.values(&[*function, *receiver]),
            Object::Cell(value) => self.value(*value),
            Object::Class(class) => {
                self.text(&class.name);
                self.values(&[class.class, class.base]);
                self.values(&class.bases);
                self.attributes(&class.attributes);
            }
            Object::Instance(instance) => {
                self.values(&[instance.class, instance.base]);
                self.attributes(&instance.attributes);
                self.value(instance.dict);
                self.words.push(u64::from(instance.finalise));
            }
            Object::Descriptor(descriptor) => {
                self.words.push(descriptor.kind as u64);
                self.values(&[descriptor.get, descriptor.set, descriptor.delete]);
            }
            Object::Super(parts) => self.values(&[parts.class, parts.object, parts.start]),
            Object::Exception(exception) => {
                self.values(&[
                    exception.class,
                    exception.args,
                    exception.cause,
                    exception.context,
                ]);
                self.attributes(&exception.attributes);
                self.words.push(u64::from(exception.suppress_context));
                let calls = exception
                    .traceback
                    .iter()
                    .map(|(code, at)| code.word() << 32 | u64::from(*at));
                self.words.extend(calls);
            }
            Object::Generator(generator) => {
                self.words.push(generator.code.word());
                self.value(generator.handled);
                match &generator.state {
                    GeneratorState::Suspended(suspended) => {
                        self.words.push(u64::from(suspended.pc));
                        self.values(&suspended.values);
                    }
                    GeneratorState::Running => self.words.push(u64::MAX),
                    GeneratorState::Finished => self.words.push(u64::MAX - 1),
                }
            }
            Object::AsyncStep(step) => {
                self.values(&[step.generator, step.argument]);
                self.words
                    .push(u64::from(step.throws) << 2 | u64::from(step.begun) << 1 | u64::from(step.closes));
            }
            Object::Traceback(calls) => {
                self.words.push(calls.len() as u64);
                self.words
                    .extend(calls.iter().map(|(code, at)| code.word() << 32 | u64::from(*at)));
            }
            // Who acquired a lock is for the page to show; a program sees only whether it is held.
            Object::Lock(lock) => self.words.push(u64::from(lock.holder.is_some())),
            Object::RLock(lock) => {
                let holder = lock.holder.map_or(u64::MAX, |holder| numbers[holder.index()]);
                self.words.extend([holder, u64::from(lock.count)]);
            }
            Object::Stack(stack) => match &**stack {
                Stack::Fresh(function) => self.value(*function),
                Stack::Suspended(away) => {
                    self.frames(&away.frames);
                    self.values(&away.stack[..away.top]);
                    self.value(away.handled);
                    self.then(away.then);
                }
                Stack::Running => self.words.push(u64::MAX),
                Stack::Finished => self.words.push(u64::MAX - 1),
            },
            Object::WeakRef(reference) => self.values(&[reference.target, reference.callback]),
            Object::Tool(tool) => match &**tool {
                Tool::Mersenne(mersenne) => {
                    let (words, next) = mersenne.state();
                    self.words.extend(words.iter().map(|word| u64::from(*word)));
                    self.words.push(next as u64);
                }
                Tool::Hasher(hasher) => {
                    self.text(hasher.algorithm().name());
                    self.bytes(&hasher.digest());
                }
            },
        }
    }
}
