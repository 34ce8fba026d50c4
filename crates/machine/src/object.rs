//! Objects: what lies in the heap.

use num_bigint::BigInt;
use trace::{FiberId, LockId};
use triomphe::Arc;

use crate::code::CodeId;
use crate::digest::Hasher;
use crate::exception::ExceptionObject;
use crate::fiber::{Frame, Then};
use crate::mersenne::Mersenne;
use crate::named::Named;
use crate::native::Type;
pub(crate) use crate::range::Range;
use crate::string::Str;
use crate::symbol::Symbol;
use crate::table::{Dict, Set};
use crate::value::Value;

/// An object. Payloads that can be large are shared, so that copying a page of the heap stays cheap.
#[derive(Clone, Debug)]
pub(crate) enum Object {
    /// A free slot, and the next one.
    Free { next: Option<u32> },
    /// A string.
    Str(Str),
    /// Bytes.
    Bytes(Arc<[u8]>),
    /// A bytearray.
    ByteArray(Arc<Vec<u8>>),
    /// An integer of more than 64 bits.
    BigInt(Arc<BigInt>),
    /// A list.
    List(Arc<Vec<Value>>),
    /// A tuple.
    Tuple(Arc<Vec<Value>>),
    /// A dictionary.
    Dict(Arc<Dict<Value, Value>>),
    /// A set.
    Set(Arc<Set<Value>>),
    /// A frozenset.
    FrozenSet(Arc<Set<Value>>),
    /// `dict.keys()` and its kin.
    View { kind: ViewKind, dict: Value },
    /// `range(start, stop, step)`
    Range(Arc<Range>),
    /// A slice.
    Slice(Arc<[Value; 3]>),
    /// An iterator over a builtin collection.
    Iterator(Arc<Iterator>),
    /// An `enumerate`, `zip`, `map` or `filter`, and iterators that call Python.
    Lazy(Arc<Lazy>),
    /// A function of the program.
    Function(Arc<Function>),
    /// A method with its `self`.
    Method { function: Value, receiver: Value },
    /// A variable that nested functions share.
    Cell(Value),
    /// A class of the program.
    Class(Arc<Class>),
    /// An instance of a class of the program or the library.
    Instance(Arc<Instance>),
    /// `property`, `staticmethod` and `classmethod`.
    Descriptor(Arc<Descriptor>),
    /// `super(type, object)`
    Super(Arc<Super>),
    /// An exception.
    Exception(Arc<ExceptionObject>),
    /// A generator, coroutine or asynchronous generator.
    Generator(Arc<Generator>),
    /// What `__anext__`, `asend` and their kin of an asynchronous generator return, and `__await__` of a coroutine.
    AsyncStep(Arc<AsyncStep>),
    /// A traceback: calls with the instructions that they had come to, the innermost first.
    Traceback(Arc<Vec<(CodeId, u32)>>),
    /// A function's `__code__`.
    Code(CodeId),
    /// A call as a program may look at it: its code and the instruction that it had come to.
    Frame { code: CodeId, at: u32 },
    /// A `_thread.lock`.
    Lock(Lock),
    /// A `_thread.RLock`.
    RLock(RLock),
    /// A weak reference.
    WeakRef(Box<WeakRef>),
    /// A state that natives alone work on.
    Tool(Arc<Tool>),
    /// A stack of calls that a fiber may go on with: what a greenlet is made of.
    Stack(Arc<Stack>),
}

/// Which view of a dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ViewKind {
    Keys,
    Values,
    Items,
}

/// Where an iteration stands.
#[derive(Clone, Debug)]
pub(crate) struct Iterator {
    /// The collection, a counted reference, or `Unbound` once it is exhausted.
    pub over: Value,
    /// The numbers that it goes over, if they are those of a range.
    pub range: Option<Range>,
    /// The next item's index; for a string its byte offset, for a table its place there.
    pub index: usize,
    /// How many items a table had, or `None` where that does not matter: it must not change meanwhile.
    pub length: Option<usize>,
    /// How many items it came to.
    pub taken: usize,
    /// Whether it goes from the end to the start: `index` is then that of the item before.
    pub reversed: bool,
    /// Its type, which it keeps when it is exhausted.
    pub ty: Type,
}

/// An iterator over what other iterators come to.
#[derive(Clone, Debug)]
pub(crate) struct Lazy {
    /// Which one: `enumerate`, `zip`, `map`, `filter`, `reversed`, `callable_iterator` or `iterator`.
    pub ty: Type,
    /// The iterators; for those types that ask a sequence or a function, these.
    pub sources: Vec<Value>,
    /// The function of `map` and `filter`; else `Unbound`.
    pub function: Value,
    /// `enumerate`'s next number, an integer; the next index into a sequence.
    pub count: Value,
    /// Whether `zip` insists that all are equally long.
    pub strict: bool,
    /// How deep iterators lie in iterators, if it goes on without calling Python.
    pub depth: Option<u8>,
}

/// A function of the program.
#[derive(Clone, Debug)]
pub(crate) struct Function {
    pub code: CodeId,
    /// Defaults of its last positional parameters.
    pub defaults: Vec<Value>,
    /// Defaults of those keyword-only parameters that have one.
    pub keyword_defaults: Vec<Value>,
    /// Cells.
    pub closure: Vec<Value>,
    /// What the program keeps in it; `__name__` and `__doc__` too, if they were assigned to.
    pub attributes: Vec<(Symbol, Value)>,
    /// The dictionary that holds that instead, once the program has asked for `__dict__`; else `Unbound`.
    pub dict: Value,
}

/// A class of the program.
#[derive(Clone, Debug)]
pub(crate) struct Class {
    pub name: String,
    /// Its metaclass.
    pub class: Value,
    pub bases: Vec<Value>,
    /// Its method resolution order, without itself.
    pub mro: Vec<Value>,
    pub attributes: Named<Value>,
    /// The builtin type or exception that its instances carry, or `Unbound`.
    pub base: Value,
    /// Which names its instances may have, if `__slots__` says so all the way up.
    pub slots: Option<Vec<Symbol>>,
}

/// An instance.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub class: Value,
    /// The builtin value that it is as well, such as the list of a subclass of `list`; else `Unbound`.
    pub base: Value,
    /// Its attributes, in the order in which they were first set.
    pub attributes: Vec<(Symbol, Value)>,
    /// The dictionary that holds them instead, once the program has asked for `__dict__`; else `Unbound`.
    pub dict: Value,
    /// Whether its class defines `__del__` and that was not called yet.
    pub finalise: bool,
    /// One more than its number in traces, or 0 if they do not tell of it.
    pub number: u32,
}

/// Which descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DescriptorKind {
    Property,
    StaticMethod,
    ClassMethod,
}

/// A descriptor that is not written in Python.
#[derive(Clone, Debug)]
pub(crate) struct Descriptor {
    pub kind: DescriptorKind,
    /// The getter, or the function.
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    pub doc: Value,
}

/// `super(type, object)`: attributes of the classes behind `type` in the order of `object`'s class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Super {
    pub class: Value,
    pub object: Value,
    /// The class whose order it is: the object's, or the object itself.
    pub start: Value,
}

/// What a generator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GeneratorKind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// A generator, coroutine or asynchronous generator.
#[derive(Clone, Debug)]
pub(crate) struct Generator {
    pub kind: GeneratorKind,
    pub code: CodeId,
    pub state: GeneratorState,
    /// Its places and operands while it is suspended; else it is empty, and the room is used again.
    pub values: Vec<Value>,
    /// What was being handled in it when it was suspended, or `Unbound`.
    pub handled: Value,
    /// Whether something is to be done when the last reference goes: a `finally`, or the complaint that nobody awaited it.
    pub finalise: bool,
}

impl Generator {
    /// Ends it where it is suspended, if it is; what it held are the caller's references.
    pub fn end(&mut self) -> Vec<Value> {
        let GeneratorState::Suspended { .. } = self.state else {
            return Vec::new();
        };
        self.state = GeneratorState::Finished;
        let mut held = std::mem::take(&mut self.values);
        held.push(std::mem::replace(&mut self.handled, Value::Unbound));
        held
    }
}

/// What a generator is doing.
#[derive(Clone, Copy, Debug)]
pub(crate) enum GeneratorState {
    /// It waits at a `yield`, or has not begun.
    Suspended {
        /// The next instruction; 0 if it has not begun.
        pc: u32,
    },
    /// Its frame is on a fiber's stack.
    Running,
    /// It has ended.
    Finished,
}

/// One step of an asynchronous generator, to be awaited; or all steps of a coroutine, from its `__await__`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AsyncStep {
    pub generator: Value,
    /// What is sent, or the exception that is thrown.
    pub argument: Value,
    pub throws: bool,
    /// Whether it was begun.
    pub begun: bool,
    /// Which of the two it is.
    pub ty: Type,
}

/// A `_thread.lock`: not re-entrant, and whoever likes may release it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lock {
    /// Its number in the trace.
    pub id: LockId,
    /// Who acquired it, while it is locked. Python does not know; the page shows it.
    pub holder: Option<FiberId>,
    /// The `Thread` whose end it stands for; weak, for the trace's sake alone.
    pub ends: Value,
    /// One more than the number in traces of what it is a part of, or 0.
    pub part_of: u32,
    /// What it is for.
    pub role: LockRole,
}

/// What a lock is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LockRole {
    /// To keep others out, or whatever the program does with it.
    Any,
    /// A thread sleeps on it until whoever releases it says so.
    Waiter,
    /// An event loop sleeps on it until something calls for it.
    Loop,
}

/// A weak reference: the heap clears it when what it refers to goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WeakRef {
    /// What it refers to, not counted; `Unbound` once that has gone.
    pub target: Value,
    /// What is called then, or `Unbound`.
    pub callback: Value,
    /// The hash of what it refers to, once that is known, also when it has gone; no hash is -1.
    pub hash: i64,
}

/// A stack of calls. A fiber works on one at a time, and puts it away whole when it goes on with another.
#[derive(Clone, Debug)]
pub(crate) enum Stack {
    /// It begins with a call of this function, which returns the stack to go on with after its end.
    Fresh(Value),
    /// It is put away.
    Suspended(SuspendedStack),
    /// A fiber works on it.
    Running,
    /// It has ended.
    Finished,
}

/// A stack that is put away.
#[derive(Clone, Debug)]
pub(crate) struct SuspendedStack {
    pub frames: Vec<Frame>,
    pub stack: Vec<Value>,
    pub top: usize,
    /// What was being handled.
    pub handled: Value,
    /// What becomes of the result of the call that put it away.
    pub then: Then,
    /// Bytes charged for its calls.
    pub charged: u64,
}

/// What natives alone work on.
#[expect(clippy::large_enum_variant, reason = "a program has one generator or a few")]
#[derive(Clone, Debug)]
pub(crate) enum Tool {
    /// The generator behind `random`.
    Mersenne(Mersenne),
    /// A digest in progress.
    Hasher(Hasher),
}

/// A `_thread.RLock`: its holder may acquire it again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RLock {
    /// Its number in the trace.
    pub id: LockId,
    pub holder: Option<FiberId>,
    /// How often it is to be released.
    pub count: u32,
    /// One more than the number in traces of what it is a part of, or 0.
    pub part_of: u32,
}

impl Object {
    /// Whether something is to be done when its last reference goes.
    pub fn has_finaliser(&self) -> bool {
        match self {
            Self::Instance(instance) => instance.finalise,
            Self::Generator(generator) => generator.finalise,
            _ => false,
        }
    }

    /// Whether it may refer to what refers to it: CPython's collector counts no others either.
    pub fn may_be_in_cycle(&self) -> bool {
        !matches!(
            self,
            Self::Str(_) | Self::Bytes(_) | Self::ByteArray(_) | Self::BigInt(_) | Self::Range(_)
        )
    }

    /// What was to be done is being done.
    pub fn forget_finaliser(&mut self) {
        match self {
            Self::Instance(instance) => Arc::make_mut(instance).finalise = false,
            Self::Generator(generator) => Arc::make_mut(generator).finalise = false,
            _ => {}
        }
    }

    /// The object's builtin type; an instance's is that of the value that it carries, or `object`.
    pub fn type_of(&self) -> Type {
        match self {
            Self::Free { .. } => unreachable!("a free slot is never referred to"),
            Self::Str(_) => Type::Str,
            Self::Bytes(_) => Type::Bytes,
            Self::ByteArray(_) => Type::ByteArray,
            Self::BigInt(_) => Type::Int,
            Self::List(_) => Type::List,
            Self::Tuple(_) => Type::Tuple,
            Self::Dict(_) => Type::Dict,
            Self::Set(_) => Type::Set,
            Self::FrozenSet(_) => Type::FrozenSet,
            Self::View {
                kind: ViewKind::Keys, ..
            } => Type::DictKeys,
            Self::View {
                kind: ViewKind::Values,
                ..
            } => Type::DictValues,
            Self::View {
                kind: ViewKind::Items,
                ..
            } => Type::DictItems,
            Self::Range(_) => Type::Range,
            Self::Slice(_) => Type::Slice,
            Self::Iterator(iterator) => iterator.ty,
            Self::Lazy(lazy) => lazy.ty,
            Self::Function(_) => Type::Function,
            Self::Method {
                function: Value::Native(_),
                ..
            } => Type::BuiltinFunction,
            Self::Method { .. } => Type::Method,
            Self::Cell(_) => Type::Cell,
            Self::Class(_) => Type::Type,
            Self::Instance(_) => Type::Object,
            Self::Descriptor(descriptor) => match descriptor.kind {
                DescriptorKind::Property => Type::Property,
                DescriptorKind::StaticMethod => Type::StaticMethod,
                DescriptorKind::ClassMethod => Type::ClassMethod,
            },
            Self::Super(_) => Type::Super,
            Self::Exception(_) => Type::Exception,
            Self::Generator(generator) => match generator.kind {
                GeneratorKind::Generator => Type::Generator,
                GeneratorKind::Coroutine => Type::Coroutine,
                GeneratorKind::AsyncGenerator => Type::AsyncGenerator,
            },
            Self::AsyncStep(step) => step.ty,
            Self::Traceback(_) => Type::Traceback,
            Self::Code(_) => Type::Code,
            Self::Frame { .. } => Type::Frame,
            Self::Lock(_) => Type::Lock,
            Self::RLock(_) => Type::RLock,
            Self::WeakRef(_) => Type::WeakRef,
            Self::Tool(tool) => match **tool {
                Tool::Mersenne(_) => Type::Mersenne,
                Tool::Hasher(_) => Type::Hasher,
            },
            Self::Stack(_) => Type::Stack,
        }
    }

    /// Calls `visit` for each value that the object refers to, always in the same order.
    pub fn for_each_child(&self, mut visit: impl FnMut(Value)) {
        match self {
            Self::Free { .. }
            | Self::Str(_)
            | Self::Bytes(_)
            | Self::ByteArray(_)
            | Self::BigInt(_)
            | Self::Range(_)
            | Self::Traceback(_)
            | Self::Code(_)
            | Self::Frame { .. }
            | Self::Lock(_)
            | Self::RLock(_)
            | Self::Tool(_) => {}
            Self::WeakRef(reference) => visit(reference.callback),
            Self::Stack(stack) => match &**stack {
                Stack::Fresh(function) => visit(*function),
                Stack::Suspended(away) => {
                    away.stack[..away.top].iter().copied().for_each(&mut visit);
                    away.frames
                        .iter()
                        .for_each(|frame| frame.for_each_value(&mut visit));
                    visit(away.handled);
                    away.then.for_each_value(visit);
                }
                Stack::Running | Stack::Finished => {}
            },
            Self::List(items) | Self::Tuple(items) => items.iter().copied().for_each(visit),
            Self::Dict(dict) => dict.iter().for_each(|entry| {
                visit(entry.key);
                visit(entry.value);
            }),
            Self::Set(set) | Self::FrozenSet(set) => set.iter().for_each(|element| visit(element.key)),
            Self::View { dict, .. } => visit(*dict),
            Self::Slice(parts) => parts.iter().copied().for_each(visit),
            Self::Iterator(iterator) => visit(iterator.over),
            Self::Lazy(lazy) => {
                lazy.sources.iter().copied().for_each(&mut visit);
                visit(lazy.function);
                visit(lazy.count);
            }
            Self::Function(function) => {
                function.defaults.iter().copied().for_each(&mut visit);
                function.keyword_defaults.iter().copied().for_each(&mut visit);
                function.closure.iter().copied().for_each(&mut visit);
                function.attributes.iter().for_each(|(_, value)| visit(*value));
                visit(function.dict);
            }
            Self::Method { function, receiver } => {
                visit(*function);
                visit(*receiver);
            }
            Self::Cell(value) => visit(*value),
            Self::Class(class) => {
                visit(class.class);
                class.bases.iter().copied().for_each(&mut visit);
                class.mro.iter().copied().for_each(&mut visit);
                class.attributes.iter().for_each(|(_, value)| visit(*value));
            }
            Self::Instance(instance) => {
                visit(instance.class);
                visit(instance.base);
                instance.attributes.iter().for_each(|(_, value)| visit(*value));
                visit(instance.dict);
            }
            Self::Descriptor(descriptor) => {
                [descriptor.get, descriptor.set, descriptor.delete, descriptor.doc]
                    .into_iter()
                    .for_each(visit);
            }
            Self::Super(parts) => [parts.class, parts.object, parts.start]
                .into_iter()
                .for_each(visit),
            Self::Exception(exception) => {
                visit(exception.class);
                visit(exception.args);
                visit(exception.cause);
                visit(exception.context);
                exception.attributes.iter().for_each(|(_, value)| visit(*value));
            }
            Self::Generator(generator) => {
                visit(generator.handled);
                generator.values.iter().copied().for_each(visit);
            }
            Self::AsyncStep(step) => {
                visit(step.generator);
                visit(step.argument);
            }
        }
    }

    /// Bytes charged for what the object holds outside its slot.
    pub fn payload(&self) -> u64 {
        const WORD: usize = size_of::<Value>();
        const ATTRIBUTE: usize = size_of::<(Symbol, Value)>();
        // What holds pointers is smaller in wasm, but a run must reach its bound at the same instruction everywhere.
        const FUNCTION: usize = 120;
        const CLASS: usize = 184;
        const INSTANCE: usize = 80;
        const EXCEPTION: usize = 144;
        const GENERATOR: usize = 72;
        const ITERATOR: usize = 96;
        const LAZY: usize = 72;
        const STACK: usize = 96;
        const TOOL: usize = 2512;
        const WEAK_REF: usize = 40;
        const { assert!(size_of::<Function>() <= FUNCTION && size_of::<Class>() <= CLASS) };
        const { assert!(size_of::<Instance>() <= INSTANCE && size_of::<ExceptionObject>() <= EXCEPTION) };
        const { assert!(size_of::<Generator>() <= GENERATOR && size_of::<Iterator>() <= ITERATOR) };
        const { assert!(size_of::<Lazy>() <= LAZY && size_of::<Stack>() <= STACK) };
        const { assert!(size_of::<Tool>() <= TOOL && size_of::<WeakRef>() <= WEAK_REF) };
        let bytes = match self {
            Self::Free { .. }
            | Self::Method { .. }
            | Self::Cell(_)
            | Self::View { .. }
            | Self::Code(_)
            | Self::Frame { .. }
            | Self::Lock(_)
            | Self::RLock(_) => 0,
            Self::WeakRef(_) => WEAK_REF,
            Self::Tool(_) => TOOL,
            Self::Stack(stack) => {
                let calls = if let Stack::Suspended(away) = &**stack {
                    away.charged as usize
                } else {
                    0
                };
                STACK + calls
            }
            Self::Str(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
            Self::ByteArray(bytes) => bytes.len(),
            Self::BigInt(number) => (number.bits() / 8) as usize,
            Self::List(items) | Self::Tuple(items) => items.len() * WORD,
            Self::Dict(dict) => return dict.payload_bytes(),
            Self::Set(set) | Self::FrozenSet(set) => return set.payload_bytes(),
            Self::Range(_) => size_of::<Range>(),
            Self::Slice(_) => 3 * WORD,
            Self::Iterator(_) => ITERATOR,
            Self::Lazy(lazy) => LAZY + lazy.sources.len() * WORD,
            Self::Function(function) => {
                let values =
                    function.defaults.len() + function.keyword_defaults.len() + function.closure.len();
                FUNCTION + values * WORD + function.attributes.len() * ATTRIBUTE
            }
            Self::Class(class) => CLASS + class.attributes.len() * ATTRIBUTE,
            Self::Instance(instance) => INSTANCE + instance.attributes.len() * ATTRIBUTE,
            Self::Descriptor(_) => size_of::<Descriptor>(),
            Self::Super(_) => size_of::<Super>(),
            Self::Exception(exception) => EXCEPTION + exception.attributes.len() * ATTRIBUTE,
            Self::Generator(generator) => GENERATOR + generator.values.len() * WORD,
            Self::AsyncStep(_) => size_of::<AsyncStep>(),
            Self::Traceback(calls) => calls.len() * size_of::<(CodeId, u32)>(),
        };
        bytes as u64
    }
}
