//! A compiled program: code objects, constants, names.

use syntax::LineIndex;
use syntax::tree::Span;
use trace::Place;

use crate::int::Int;
use crate::native::{Native, TYPES, Type};
use crate::opcode::Instr;
use crate::value::Value;

/// A compiled program. It never changes, so every process and thread shares it.
#[derive(Debug)]
pub struct Program {
    pub(crate) source: String,
    pub(crate) lines: LineIndex,
    /// The module's code comes first, then a thread's first code, then functions.
    pub(crate) codes: Vec<Code>,
    pub(crate) constants: Vec<Constant>,
    /// Names of attributes.
    pub(crate) attributes: Vec<Attribute>,
    /// Names of global variables; a variable's index is its slot.
    pub(crate) globals: Vec<Global>,
    /// Names of keyword arguments, a list for each `KW_NAMES`.
    pub(crate) keywords: Vec<Vec<String>>,
}

impl Program {
    /// The program's name in tracebacks.
    pub(crate) const FILE: &str = "program.py";
    /// The code of the module itself.
    pub(crate) const MODULE: u32 = 0;
    /// The code in which each thread begins: it calls the thread's target.
    pub(crate) const THREAD: u32 = 1;

    /// Where a span lies, in lines and columns.
    pub(crate) fn place(&self, span: Span) -> Place {
        self.lines.place(span)
    }
}

/// The code of the module or of a function.
#[derive(Debug)]
pub(crate) struct Code {
    pub name: String,
    pub instrs: Vec<Instr>,
    /// Where each instruction comes from.
    pub spans: Vec<Span>,
    /// Names of local variables; parameters come first.
    pub locals: Vec<String>,
    /// How many of them are parameters.
    pub parameters: u32,
    /// Places that a frame needs: its locals and the deepest that its stack can be.
    pub frame_size: u32,
    /// Exception handlers, the innermost first.
    pub handlers: Vec<Handler>,
    /// The machine's own code, which a traceback leaves out.
    pub hidden: bool,
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
}

/// A constant.
#[derive(Clone, Debug)]
pub(crate) enum Constant {
    /// One that needs no object.
    Value(Value),
    Int(Int),
    Str(String),
    /// Of constants that come before it.
    Tuple(Vec<u32>),
}

/// A name behind a dot, with the methods that it may mean.
#[derive(Debug)]
pub(crate) struct Attribute {
    pub name: String,
    /// The method of that name of each type.
    pub methods: [Option<Native>; TYPES],
}

impl Attribute {
    pub fn new(name: &str) -> Self {
        let methods = Type::ALL.map(|ty| ty.method(name));
        Self {
            name: name.to_owned(),
            methods,
        }
    }
}

/// A global variable's name and the builtin that it means while it is unassigned.
#[derive(Debug)]
pub(crate) struct Global {
    pub name: String,
    pub builtin: Option<Value>,
    /// Whether a function names it; otherwise only the main thread ever sees it.
    pub shared: bool,
    /// How often it is stored, as far as more than once matters.
    pub stores: u32,
}
