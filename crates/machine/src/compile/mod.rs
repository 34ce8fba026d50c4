//! The program's tree to bytecode, following CPython 3.11's compiler (`Python/compile.c`), so that what may be
//! interrupted is what may be interrupted there.

mod arguments;
mod assemble;
mod expression;
mod fold;
mod scope;
mod statement;
mod supported;

use std::collections::{BTreeSet, HashMap};

use syntax::LineIndex;
use syntax::tree::{Function, Module, Span};
use trace::{Diagnostic, Severity, Text};

use crate::code::{Attribute, Code, Constant, Global, Program};
use crate::native;
use crate::opcode::Instr;
use crate::value::Value;
use assemble::{Assembler, Label};

/// Compiles a program.
///
/// # Errors
/// With a diagnostic for each use of a module, function or attribute that Python has and we do not.
pub fn compile(source: &str, module: &Module) -> Result<Program, Vec<Diagnostic>> {
    let mut compiler = Compiler::new(source);
    compiler.codes.push(None);
    compiler.codes.push(Some(thread_code()));
    let code = compiler.module(module);
    compiler.codes[Program::MODULE as usize] = Some(code);
    if !compiler.diagnostics.is_empty() {
        return Err(compiler.diagnostics);
    }
    Ok(Program {
        source: source.to_owned(),
        lines: compiler.lines,
        codes: compiler.codes.into_iter().flatten().collect(),
        constants: compiler.constants,
        attributes: compiler
            .attributes
            .into_iter()
            .map(|name| Attribute::new(&name))
            .collect(),
        globals: compiler.globals,
        keywords: compiler.keywords,
    })
}

/// A thread begins with `NULL target args` on its stack.
fn thread_code() -> Code {
    let mut assembler = Assembler::default();
    assembler.begins_with(3);
    for instr in [Instr::ThreadStarted, Instr::CallFunctionEx, Instr::ReturnValue] {
        assembler.emit(instr, Span::default());
    }
    assembler.finish("<thread>".to_owned(), Vec::new(), 0, true)
}

struct Compiler {
    lines: LineIndex,
    codes: Vec<Option<Code>>,
    constants: Vec<Constant>,
    attributes: Vec<String>,
    globals: Vec<Global>,
    global_slots: HashMap<String, u32>,
    keywords: Vec<Vec<String>>,
    diagnostics: Vec<Diagnostic>,
    /// Global variables that mean a module throughout the program.
    modules: HashMap<String, native::Module>,
    /// Global variables that the program binds somewhere.
    assigned: BTreeSet<String>,
    unit: Unit,
}

/// The code that is being written.
#[derive(Default)]
struct Unit {
    assembler: Assembler,
    /// Local variables of a function; a module has none.
    locals: Vec<String>,
    is_function: bool,
    blocks: Vec<Block>,
}

/// What a jump out of the code that is being written has to leave behind.
#[derive(Clone, Copy)]
enum Block {
    /// `while`
    While { continues: Label, breaks: Label },
    /// `for`: its iterator lies on the stack.
    For { continues: Label, breaks: Label },
    /// `with`: its exit method lies on the stack. `entry` is its first instruction, `start` begins what is protected.
    With { entry: u32, start: u32, handler: Label },
}

impl Compiler {
    fn new(source: &str) -> Self {
        Self {
            lines: LineIndex::new(source),
            codes: Vec::new(),
            constants: Vec::new(),
            attributes: Vec::new(),
            globals: Vec::new(),
            global_slots: HashMap::new(),
            keywords: Vec::new(),
            diagnostics: Vec::new(),
            modules: HashMap::new(),
            assigned: BTreeSet::new(),
            unit: Unit::default(),
        }
    }

    fn module(&mut self, module: &Module) -> Code {
        self.modules = supported::modules(module);
        self.assigned = supported::assigned(module);
        // A module's body may end without a line of its own: its last instructions belong to the last statement.
        let end = module.body.last().map_or(Span::default(), |stmt| stmt.span);
        self.emit(Instr::Resume, Span::default());
        self.block(&module.body);
        self.load_none(end);
        self.emit(Instr::ReturnValue, end);
        let unit = std::mem::take(&mut self.unit);
        unit.assembler.finish("<module>".to_owned(), Vec::new(), 0, false)
    }

    /// Compiles a function's body and returns its code's number.
    fn function(&mut self, function: &Function) -> u32 {
        let number = self.codes.len() as u32;
        self.codes.push(None);
        let unit = Unit {
            locals: scope::locals(function),
            is_function: true,
            ..Unit::default()
        };
        let outer = std::mem::replace(&mut self.unit, unit);
        self.emit(Instr::Resume, function.name_span);
        self.block(&function.body);
        let end = function.body.last().map_or(function.name_span, |stmt| stmt.span);
        self.load_none(end);
        self.emit(Instr::ReturnValue, end);
        let unit = std::mem::replace(&mut self.unit, outer);
        let parameters = function.parameters.len() as u32;
        self.codes[number as usize] =
            Some(
                unit.assembler
                    .finish(function.name.clone(), unit.locals, parameters, false),
            );
        number
    }

    fn emit(&mut self, instr: Instr, span: Span) {
        self.unit.assembler.emit(instr, span);
    }

    fn jump(&mut self, jump: fn(u32) -> Instr, to: Label, span: Span) {
        self.unit.assembler.jump(jump, to, span);
    }

    fn label(&mut self) -> Label {
        self.unit.assembler.label()
    }

    fn place(&mut self, label: Label) {
        self.unit.assembler.place(label);
    }

    fn refuse(&mut self, span: Span, message: Text, instead: Option<Text>) {
        let place = self.lines.place(span);
        self.diagnostics.push(Diagnostic {
            place,
            severity: Severity::Error,
            message,
            instead,
        });
    }

    fn load_none(&mut self, span: Span) {
        let constant = self.constant(Constant::Value(Value::None));
        self.emit(Instr::LoadConst(constant), span);
    }

    fn constant(&mut self, constant: Constant) -> u32 {
        self.constants.push(constant);
        self.constants.len() as u32 - 1
    }

    fn attribute(&mut self, name: &str) -> u32 {
        if let Some(known) = self.attributes.iter().position(|attribute| attribute == name) {
            return known as u32;
        }
        self.attributes.push(name.to_owned());
        self.attributes.len() as u32 - 1
    }

    fn global(&mut self, name: &str) -> u32 {
        if let Some(slot) = self.global_slots.get(name) {
            return *slot;
        }
        let slot = self.globals.len() as u32;
        self.globals.push(Global {
            name: name.to_owned(),
            builtin: native::builtin(name),
            shared: false,
            stores: 0,
        });
        self.global_slots.insert(name.to_owned(), slot);
        slot
    }

    fn local(&self, name: &str) -> Option<u32> {
        self.unit
            .locals
            .iter()
            .position(|local| local == name)
            .map(|index| index as u32)
    }

    /// Emits what a variable's kind asks for: it is local, or global as the module's own code or a function sees it.
    fn variable(&mut self, name: &str, span: Span, access: Access) {
        let instr = match self.local(name) {
            Some(index) => match access {
                Access::Load => Instr::LoadFast(index),
                Access::Store => Instr::StoreFast(index),
                Access::Delete => Instr::DeleteFast(index),
            },
            None => self.global_variable(name, access),
        };
        self.emit(instr, span);
    }

    fn global_variable(&mut self, name: &str, access: Access) -> Instr {
        let slot = self.global(name);
        let in_function = self.unit.is_function;
        let in_loop = self
            .unit
            .blocks
            .iter()
            .any(|block| !matches!(block, Block::With { .. }));
        let global = &mut self.globals[slot as usize];
        global.shared |= in_function;
        if !matches!(access, Access::Load) {
            // A loop or a function may store it again.
            let again = in_function || in_loop || matches!(access, Access::Delete);
            global.stores += if again { 2 } else { 1 };
        }
        match (access, in_function) {
            (Access::Load, false) => Instr::LoadName(slot),
            (Access::Load, true) => Instr::LoadGlobal(slot),
            (Access::Store, false) => Instr::StoreName(slot),
            (Access::Store, true) => Instr::StoreGlobal(slot),
            (Access::Delete, false) => Instr::DeleteName(slot),
            (Access::Delete, true) => Instr::DeleteGlobal(slot),
        }
    }
}

/// What is done to a variable.
#[derive(Clone, Copy)]
enum Access {
    Load,
    Store,
    Delete,
}
