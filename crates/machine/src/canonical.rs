//! Equality of states: the reachable graph as a sequence of words.

use std::hash::{Hash, Hasher};

use trace::FiberId;

use crate::digest;
use crate::fiber::{Fiber, Frame, Status, Then, Wait};
use crate::native::Type;
use crate::object::{GeneratorState, Object, Stack, Tool};
use crate::process::Process;
use crate::symbol::Symbol;
use crate::value::{ObjectId, Value};
use crate::work::Task;

/// A state as words, and what it takes to find them: search computes millions, so their memory is used again.
#[derive(Clone, Debug, Default)]
pub struct Canonical {
    words: Vec<u64>,
    /// By object, beginning with the first that is not frozen: 0, or 1 more than its number.
    numbers: Vec<u32>,
    /// Objects by number.
    queue: Vec<ObjectId>,
}

impl Canonical {
    /// The words of a process, equal exactly for states that no program can tell apart: the reachable graph, objects
    /// numbered by first visit, fibers by who started them. Heap places, garbage and instruction counts are left out.
    ///
    /// Only processes that began alike compare: constants are told by their places.
    pub fn words(&mut self, process: &Process) -> &[u64] {
        self.words.clear();
        self.queue.clear();
        self.numbers.clear();
        self.numbers.resize(process.shared.heap.counted(), 0);
        Walk {
            process,
            words: &mut self.words,
            numbers: &mut self.numbers,
            queue: &mut self.queue,
        }
        .process();
        &self.words
    }
}

impl Process {
    /// Ids of fibers in an order that does not depend on the schedule.
    fn fibers_by_ancestry(&self) -> Vec<FiberId> {
        let mut ids: Vec<FiberId> = (0..self.fibers.len() as u32).map(FiberId).collect();
        let others = self.fibers.iter().skip(1);
        if others
            .map(|fiber| fiber.parent)
            .all(|parent| parent == Some(FiberId::MAIN))
        {
            return ids;
        }
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
        ids.sort_by_cached_key(|id| path(*id));
        ids
    }
}

impl PartialEq for Process {
    fn eq(&self, other: &Self) -> bool {
        Canonical::default().words(self) == Canonical::default().words(other)
    }
}

impl Eq for Process {}

impl Hash for Process {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Canonical::default().words(self).hash(state);
    }
}

/// A walk over the reachable graph, breadth first.
struct Walk<'a> {
    process: &'a Process,
    words: &'a mut Vec<u64>,
    numbers: &'a mut [u32],
    queue: &'a mut Vec<ObjectId>,
}

/// Bits of a word that tell which kind of value it is.
const TAG_BITS: u32 = 4;

/// The tag of a value that takes another word.
const LONG: u64 = 15;

impl Walk<'_> {
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
        self.words.push(u64::from(shared.redirected));
        self.words.extend([
            u64::from(shared.recursion_limit),
            shared.switch_interval,
            shared.entropy,
        ]);
        self.words.push(shared.pid.into());
        self.words.extend(shared.signals.words());
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
            Value::Bool(value) => (2, value as u64),
            // Small negative numbers are small words too.
            Value::Int(value) => (3, (value << 1 ^ value >> (i64::BITS - 1)) as u64),
            Value::Float(value) => (4, value.get().to_bits()),
            Value::Native(native) => (5, native as u64),
            Value::Type(ty) => (6, ty as u64),
            Value::ExceptionType(kind) => (7, kind as u64),
            Value::Module(module) => (8, u64::from(module.word())),
            Value::Ellipsis => (10, 0),
            Value::NotImplemented => (11, 0),
            Value::Function(code) => (12, code.word()),
            Value::Class(class) => (13, class.word()),
            Value::Object(id) => match self.process.shared.heap.place(id) {
                Some(place) => (9, u64::from(self.number(id, place))),
                None => (14, u64::from(id.index())),
            },
        };
        if word < 1 << (u64::BITS - TAG_BITS) {
            self.words.push(word << TAG_BITS | tag);
        } else {
            self.words.extend([tag << TAG_BITS | LONG, word]);
        }
    }

    /// The number of an object at a place of the heap.
    fn number(&mut self, id: ObjectId, place: usize) -> u32 {
        let number = &mut self.numbers[place];
        if *number == 0 {
            self.queue.push(id);
            *number = self.queue.len() as u32;
        }
        *number
    }

    fn values(&mut self, values: &[Value]) {
        self.words.push(values.len() as u64);
        values.iter().for_each(|value| self.value(*value));
    }

    fn attributes(&mut self, attributes: &[(Symbol, Value)]) {
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
            u64::from(fiber.is_timer) << 2 | u64::from(fiber.started) << 1 | u64::from(fiber.announces),
            u64::from(fiber.failed),
        ]);
        self.frames(&fiber.frames);
        self.values(fiber.live());
        self.values(&[fiber.running, fiber.handled, fiber.arrived]);
        self.then(fiber.then);
        match &fiber.status {
            Status::Ready => self.words.push(0),
            Status::Finished => self.words.push(1),
            Status::Left => self.words.push(3),
            Status::Calling(call) => {
                self.words.push(4);
                call.words(self.words);
            }
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
            Status::Waiting(Wait::Work(working)) => {
                self.words.push(9);
                self.values(&working.held);
                self.task(working.work.task());
                self.bytes(working.work.data());
            }
            Status::Waiting(Wait::System(call)) => {
                self.words.push(10);
                call.words(self.words);
            }
        }
    }

    fn task(&mut self, task: &Task) {
        match task {
            Task::Digest(hasher) => {
                self.words.push(0);
                self.hasher(hasher);
            }
            Task::Sum { checksum, start } => self.words.extend([1, *checksum as u64, (*start).into()]),
            Task::Compress { level } => self.words.extend([2, (*level).into()]),
            Task::Decompress => self.words.push(3),
        }
    }

    fn hasher(&mut self, hasher: &digest::Hasher) {
        self.text(hasher.algorithm().name());
        self.bytes(&hasher.digest());
    }

    fn frames(&mut self, frames: &[Frame]) {
        self.words.push(frames.len() as u64);
        for frame in frames {
            let keywords = frame.keywords.map_or(0, |keywords| u64::from(keywords) + 1);
            self.words.extend([
                frame.code.word(),
                u64::from(frame.pc) << 32 | u64::from(frame.base),
                keywords,
            ]);
            frame.for_each_value(|value| self.value(value));
            self.then(frame.then);
        }
    }

    fn then(&mut self, then: Then) {
        let (tag, word) = match then {
            Then::Push => (0, 0),
            Then::Init(_) => (1, 0),
            Then::Discard => (2, 0),
            Then::Iterate { target } => (3, u64::from(target)),
            Then::Send { target } => (4, u64::from(target)),
            Then::Truth { negated } => (5, u64::from(negated)),
            Then::Interruptible => (8, 0),
            Then::Raise => (7, 0),
            Then::Decide { target, when } => (6, u64::from(target) << 1 | u64::from(when)),
        };
        self.words.push(word << TAG_BITS | tag);
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
                match generator.state {
                    GeneratorState::Suspended { pc } => {
                        self.words.push(u64::from(pc));
                        self.values(&generator.values);
                    }
                    GeneratorState::Running => self.words.push(u64::MAX),
                    GeneratorState::Finished => self.words.push(u64::MAX - 1),
                }
            }
            Object::AsyncStep(step) => {
                self.values(&[step.generator, step.argument]);
                let is_wrapper = step.ty == Type::CoroutineWrapper;
                self.words
                    .push(u64::from(is_wrapper) << 2 | u64::from(step.throws) << 1 | u64::from(step.begun));
            }
            Object::Traceback(calls) => {
                self.words.push(calls.len() as u64);
                self.words
                    .extend(calls.iter().map(|(code, at)| code.word() << 32 | u64::from(*at)));
            }
            Object::Code(code) => self.words.push(code.word()),
            Object::Frame { code, at } => self.words.push(code.word() << 32 | u64::from(*at)),
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
            Object::WeakRef(reference) => {
                self.values(&[reference.target, reference.callback]);
                // What the hash is follows from what it refers to, or from where that lay.
                self.words.push(u64::from(reference.hash == -1));
            }
            Object::Tool(tool) => match &**tool {
                Tool::Mersenne(mersenne) => {
                    let (words, next) = mersenne.state();
                    self.words.extend(words.iter().map(|word| u64::from(*word)));
                    self.words.push(next as u64);
                }
                Tool::Hasher(hasher) => self.hasher(hasher),
            },
        }
    }
}
