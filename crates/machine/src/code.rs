//! Compiled code: units (the program, and each module of the library), code objects, constants, names.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use syntax::LineIndex;
use syntax::tree::Span;
use trace::{Diagnostic, Place};
use triomphe::Arc;

use crate::int::Int;
use crate::library::{self, ModuleId};
use crate::named::Named;
use crate::native::NativeByType;
use crate::opcode::Instr;
use crate::step::Steps;
use crate::symbol::Symbol;
use crate::value::Value;

/// A code object's place: its unit and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeId(u64);

impl CodeId {
    const UNIT_SHIFT: u32 = 24;

    pub(crate) const fn new(unit: ModuleId, index: u32) -> Self {
        Self(unit.0 << Self::UNIT_SHIFT | index as u64)
    }

    pub(crate) const fn unit(self) -> ModuleId {
        ModuleId(self.0 >> Self::UNIT_SHIFT)
    }

    pub(crate) const fn index(self) -> usize {
        (self.0 & ((1 << Self::UNIT_SHIFT) - 1)) as usize
    }

    /// A word that differs for different code.
    pub(crate) const fn word(self) -> u64 {
        self.0
    }
}

/// A compiled program. It never changes, so every process and thread shares it.
#[derive(Debug)]
pub struct Program {
    pub(crate) unit: Unit,
    /// The modules of the library that it can get hold of, directly or through one another; the hidden core comes first.
    pub(crate) modules: Vec<ModuleId>,
    pub(crate) script: Script,
    pub(crate) warnings: Vec<Diagnostic>,
}

/// What a program can learn of how it was started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Its file's name in tracebacks, and its `__file__`: CPython 3.11 shows an absolute path.
    pub file: String,
    /// `sys.argv`.
    pub arguments: Vec<String>,
}

impl Default for Script {
    /// A program that is in no file.
    fn default() -> Self {
        let file = "program.py".to_owned();
        Self {
            arguments: vec![file.clone()],
            file,
        }
    }
}

impl Program {
    /// The code of the module itself.
    pub(crate) const MODULE: CodeId = CodeId::new(ModuleId::MAIN, 0);
    /// The code in which each thread begins: it calls what the thread is to do.
    pub(crate) const THREAD: CodeId = CodeId::new(ModuleId::MAIN, 1);

    /// What the learner should know although the program runs: CPython's `SyntaxWarning`s.
    #[must_use]
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    pub(crate) fn unit(&self, id: ModuleId) -> &Unit {
        if id == ModuleId::MAIN {
            &self.unit
        } else {
            library::unit(id)
        }
    }

    pub(crate) fn code(&self, id: CodeId) -> &Code {
        &self.unit(id.unit()).codes[id.index()]
    }

    /// Where an instruction of the program lies, in lines and columns.
    pub(crate) fn place(&self, id: CodeId, at: usize) -> Place {
        let unit = self.unit(id.unit());
        let span = unit.codes[id.index()].spans.get(at);
        span.map_or(Place::default(), |span| unit.lines.place(*span))
    }
}

/// A module's code and tables.
#[derive(Debug)]
pub(crate) struct Unit {
    /// `__name__`
    pub name: String,
    pub source: String,
    pub lines: LineIndex,
    pub codes: Vec<Code>,
    pub constants: Vec<Constant>,
    /// Names of attributes.
    pub attributes: Vec<Attribute>,
    /// Names of global variables; a variable's index is its slot.
    pub globals: Vec<Global>,
    /// Names of keyword arguments, a list for each `KW_NAMES`.
    pub keywords: Vec<Vec<Arc<str>>>,
    /// Modules of the library that it names.
    pub imports: Vec<ModuleId>,
    /// Those that only functions of a module of the library import.
    pub imports_in_functions: Vec<ModuleId>,
    /// Classes of a module of the library.
    pub classes: Vec<StaticClass>,
    /// Slots of global variables that change while a program runs, as far as the module itself can change them.
    pub mutable: Vec<u32>,
    /// Slots by name.
    pub slots: FxHashMap<Symbol, u32>,
}

impl Unit {
    /// Whether its code names no constant, attribute or global variable but those that it has: the loop relies on it.
    pub fn names_what_it_has(&self) -> bool {
        let mut instrs = self.codes.iter().flat_map(|code| &code.instrs);
        instrs.all(|instr| match *instr {
            Instr::LoadConst(index) => (index as usize) < self.constants.len(),
            Instr::LoadAttr(name) | Instr::StoreAttr(name) | Instr::LoadMethod(name) => {
                (name as usize) < self.attributes.len()
            }
            Instr::LoadName(slot)
            | Instr::StoreName(slot)
            | Instr::LoadGlobal(slot)
            | Instr::LoadGlobalNull(slot)
            | Instr::StoreGlobal(slot) => (slot as usize) < self.globals.len(),
            _ => true,
        })
    }

    /// The slot of a global variable.
    pub fn slot(&self, name: &str) -> Option<usize> {
        let slot = self.slots.get(&Symbol::known(name)?)?;
        Some(*slot as usize)
    }
}

/// Parameters of a code object; their places come first, in the order of the fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parameters {
    pub positional: u32,
    /// How many of the positional ones cannot be named.
    pub positional_only: u32,
    pub keyword_only: u32,
    /// Which of the keyword-only ones have a default.
    pub keyword_defaults: Vec<u32>,
    /// Whether `*args` follows.
    pub star: bool,
    /// Whether `**kwargs` follows.
    pub star_star: bool,
}

impl Parameters {
    /// Whether so many arguments without names are just what it takes to call it.
    pub fn takes_just(&self, given: usize) -> bool {
        given == self.positional as usize && self.keyword_only == 0 && !self.star && !self.star_star
    }

    /// How many places they take.
    pub fn places(&self) -> usize {
        (self.positional + self.keyword_only) as usize + usize::from(self.star) + usize::from(self.star_star)
    }
}

/// What a call of a code object makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CodeKind {
    /// It runs.
    #[default]
    Plain,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// What a call of a code needs, in one place.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// How many arguments without names are just what it takes to call it and to run it.
    pub takes: Option<u32>,
    /// Its own places.
    pub places: u32,
    /// Places that a frame needs: its own and the deepest that its stack can be.
    pub frame_size: u32,
    /// How many of its places, the last ones, get the function's closure.
    pub free: u32,
}

/// The code of a module, function, class or comprehension.
#[derive(Debug)]
pub(crate) struct Code {
    pub name: String,
    pub qualname: String,
    pub instrs: Vec<Instr>,
    /// The same as the loop executes them.
    pub steps: Steps,
    /// What a call asks of it.
    pub entry: Entry,
    /// Where each instruction comes from.
    pub spans: Vec<Span>,
    /// Instructions of which a traceback shows the line alone: CPython takes the whole statement for where they come from.
    pub unmarked: Vec<u32>,
    /// Its first decorator.
    pub decorated: Option<Span>,
    /// Names of its places: parameters, other local variables, cells, free variables.
    pub locals: Vec<String>,
    pub parameters: Parameters,
    /// Constants that are the defaults, where the function is the library's.
    pub static_defaults: Vec<u32>,
    pub static_keyword_defaults: Vec<u32>,
    pub kind: CodeKind,
    /// The constant that is its documentation.
    pub doc: Option<u32>,
    /// Exception handlers, the innermost first.
    pub handlers: Vec<Handler>,
    /// The machine's own code, which tracebacks and the stepper leave out.
    pub hidden: bool,
    /// Whether it stands for what CPython does in one go: nobody else runs while it is the innermost call.
    pub atomic: bool,
}

/// What happens to an exception in a range of instructions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Handler {
    pub start: u32,
    pub end: u32,
    /// Where to go on.
    pub target: u32,
    /// How much of the operand stack stays.
    pub depth: u32,
    /// Whether the handler also gets the place at which it was raised.
    pub place: bool,
}

/// A constant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Constant {
    None,
    Bool(bool),
    Int(Int),
    Float(u64),
    Str(String),
    Bytes(Vec<u8>),
    Ellipsis,
    /// Of constants that come before it.
    Tuple(Vec<u32>),
    /// The same, without an order of its own.
    FrozenSet(Vec<u32>),
    /// Something of the library.
    Static(Static),
}

/// A value that is known before anything runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Static(pub Value);

impl PartialEq for Static {
    fn eq(&self, other: &Self) -> bool {
        crate::value::is_same(self.0, other.0)
    }
}

/// A name behind a dot, with the methods that it may mean.
#[derive(Debug)]
pub(crate) struct Attribute {
    pub symbol: Symbol,
    pub name: String,
    /// The method of that name of each builtin type.
    pub methods: NativeByType,
}

impl Attribute {
    pub fn new(name: &str) -> Self {
        Self {
            symbol: Symbol::of(name),
            name: name.to_owned(),
            methods: NativeByType::new(|ty| ty.method(name)),
        }
    }
}

/// `__new__` and `__init__`, which every instance asks for.
pub(crate) static NEW: LazyLock<Attribute> = LazyLock::new(|| Attribute::new("__new__"));
pub(crate) static INIT: LazyLock<Attribute> = LazyLock::new(|| Attribute::new("__init__"));

/// A global variable's name and what it means while it is unassigned.
#[derive(Debug)]
pub(crate) struct Global {
    pub name: String,
    pub builtin: Option<Value>,
    /// The constant that holds its name, for the bodies of classes.
    pub text: Option<u32>,
    /// What it holds before anything runs: the library's definitions.
    pub initial: Option<Initial>,
    /// Whether a function names it; otherwise only the main thread ever sees it.
    pub shared: bool,
    /// How often it is stored, as far as more than once matters.
    pub stores: u32,
}

/// What a global variable of the library begins with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Initial {
    Constant(u32),
    Value(Static),
    /// What a variable of another module begins with.
    Import(ModuleId, u32),
}

/// A class of the library: known before anything runs, and never changed.
#[derive(Debug)]
pub(crate) struct StaticClass {
    pub name: String,
    /// The name in messages: with its module's where CPython's class is written in C.
    pub message_name: String,
    pub qualname: String,
    /// `__module__`: its module, or what it says itself.
    pub module: String,
    pub metaclass: Value,
    pub bases: Vec<Value>,
    /// Its method resolution order, itself first.
    pub mro: Vec<Value>,
    pub attributes: Named<StaticAttribute>,
}

/// What a class of the library has under a name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum StaticAttribute {
    /// A method.
    Method(CodeId),
    StaticMethod(CodeId),
    ClassMethod(CodeId),
    /// A property with its getter and maybe a setter.
    Property {
        get: CodeId,
        set: Option<CodeId>,
    },
    Constant(u32),
}
