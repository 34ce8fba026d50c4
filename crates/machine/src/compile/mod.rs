//! A module's tree to bytecode, following CPython 3.11's compiler (`Python/compile.c`), so that what may be interrupted is
//! what may be interrupted there.

mod assemble;
mod block;
mod class;
mod comprehension;
mod expression;
mod fold;
mod function;
mod instead;
mod library;
mod mangle;
mod pattern;
mod scope;
mod star;
mod statement;
mod supported;
mod try_statement;
mod with;

use std::collections::{BTreeSet, HashMap};

use syntax::LineIndex;
use syntax::Parsed;
use syntax::tree::{Module, Span};
use trace::{Diagnostic, Severity, Text};

use crate::code::{
    Attribute, Code, CodeId, CodeKind, Constant, Global, Initial, Parameters, Program, Script, Static, Unit,
};
use crate::library::ModuleId;
use crate::native;
use crate::opcode::Instr;
use crate::symbol::Symbol;
use crate::value::Value;
use assemble::{Assembler, Label};
use block::Block;
use mangle::mangle;
use scope::{Scope, ScopeKind, Scopes};

pub(crate) use library::compile_library;

/// Compiles a program.
///
/// # Errors
/// With a diagnostic for each use of a module, function or attribute that Python has and we do not.
pub(crate) fn compile(source: &str, parsed: &Parsed, script: Script) -> Result<Program, Vec<Diagnostic>> {
    // Builtins that the core defines are asked for by name.
    crate::library::unit(ModuleId::CORE);
    let written_out = star::written_out(&parsed.module);
    let module = written_out.as_ref().unwrap_or(&parsed.module);
    let mut compiler = Compiler::new(source, ModuleId::MAIN, Scopes::of(module));
    compiler.codes.push(None);
    compiler.codes.push(Some(thread_code()));
    let name = compiler.text("__main__");
    let file = compiler.text(&script.file);
    for (variable, constant) in [("__name__", name), ("__file__", file)] {
        compiler.initialise(variable, Initial::Constant(constant));
    }
    compiler.modules = supported::modules(module);
    compiler.assigned = supported::assigned(module);
    let code = compiler.module(module);
    compiler.codes[Program::MODULE.index()] = Some(code);
    if !compiler.diagnostics.is_empty() {
        return Err(compiler.diagnostics);
    }
    let unit = compiler.finish(source, "__main__");
    let modules = crate::library::closure(&unit.imports);
    Ok(Program {
        unit,
        modules,
        script,
        warnings: parsed.warnings.clone(),
    })
}

/// A thread begins with `NULL target args` on its stack.
fn thread_code() -> Code {
    let mut assembler = Assembler::default();
    assembler.begins_with(3);
    for instr in [
        Instr::ThreadStarted,
        Instr::CallFunctionEx(false),
        Instr::ReturnValue,
    ] {
        assembler.emit(instr, Span::default());
    }
    let mut code = assembler.finish("<thread>".to_owned(), Vec::new());
    code.hidden = true;
    code
}

struct Compiler {
    id: ModuleId,
    lines: LineIndex,
    codes: Vec<Option<Code>>,
    constants: Vec<Constant>,
    texts: HashMap<String, u32>,
    attributes: Vec<String>,
    attribute_places: HashMap<String, u32>,
    globals: Vec<Global>,
    global_slots: HashMap<String, u32>,
    keywords: Vec<Vec<triomphe::Arc<str>>>,
    imports: BTreeSet<ModuleId>,
    imports_in_functions: BTreeSet<ModuleId>,
    diagnostics: Vec<Diagnostic>,
    /// Global variables that mean a module throughout the program.
    modules: HashMap<String, ModuleId>,
    /// Global variables that the program binds somewhere.
    assigned: BTreeSet<String>,
    scopes: Scopes,
    /// The innermost class around, for private names.
    class: Option<String>,
    /// The class of the library whose methods are being compiled: it is a constant for them.
    static_class: Option<Value>,
    /// Whether what is compiled stands for what CPython does in one go.
    atomic: bool,
    body: Body,
}

/// The code that is being written.
#[derive(Default)]
struct Body {
    assembler: Assembler,
    scope: Scope,
    /// Names of its places.
    places: Vec<String>,
    /// The name with those of what is around it.
    qualname: String,
    kind: CodeKind,
    blocks: Vec<Block>,
}

/// What is done to a variable.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Load,
    Store,
    Delete,
}

impl Compiler {
    fn new(source: &str, id: ModuleId, scopes: Scopes) -> Self {
        Self {
            id,
            lines: LineIndex::new(source),
            codes: Vec::new(),
            constants: Vec::new(),
            texts: HashMap::new(),
            attributes: Vec::new(),
            attribute_places: HashMap::new(),
            globals: Vec::new(),
            global_slots: HashMap::new(),
            keywords: Vec::new(),
            imports: BTreeSet::new(),
            imports_in_functions: BTreeSet::new(),
            diagnostics: Vec::new(),
            modules: HashMap::new(),
            assigned: BTreeSet::new(),
            scopes,
            class: None,
            static_class: None,
            atomic: false,
            body: Body::default(),
        }
    }

    fn finish(self, source: &str, name: &str) -> Unit {
        let numbered = || (0..).zip(&self.globals);
        let slots = numbered().map(|(slot, global)| (Symbol::of(&global.name), slot));
        let mutable = numbered().filter(|(_, global)| global.stores > 0);
        let (slots, mutable) = (slots.collect(), mutable.map(|(slot, _)| slot).collect());
        let unit = Unit {
            name: name.to_owned(),
            source: source.to_owned(),
            lines: self.lines,
            codes: self.codes.into_iter().flatten().collect(),
            constants: self.constants,
            attributes: self.attributes.iter().map(|name| Attribute::new(name)).collect(),
            globals: self.globals,
            keywords: self.keywords,
            imports: self.imports.into_iter().collect(),
            imports_in_functions: self.imports_in_functions.into_iter().collect(),
            classes: Vec::new(),
            mutable,
            slots,
        };
        assert!(unit.names_what_it_has());
        unit
    }

    fn module(&mut self, module: &Module) -> Code {
        // A module's body may end without a line of its own: its last instructions belong to the last statement.
        let end = module.body.last().map_or(Span::default(), |stmt| stmt.span);
        self.emit(Instr::Resume, Span::default());
        if let Some(doc) = self.documentation(&module.body) {
            self.emit(Instr::LoadConst(doc), end);
            self.variable("__doc__", end, Access::Store);
        }
        self.block(&module.body);
        self.load_none(end);
        self.emit(Instr::ReturnValue, end);
        let body = std::mem::take(&mut self.body);
        self.code(body, "<module>", Parameters::default(), None)
    }

    /// The finished code of a body.
    fn code(&self, body: Body, name: &str, parameters: Parameters, doc: Option<u32>) -> Code {
        let mut code = body.assembler.finish(name.to_owned(), body.places);
        code.qualname = body.qualname;
        code.parameters = parameters;
        code.kind = body.kind;
        code.doc = doc;
        code.hidden = self.id != ModuleId::MAIN;
        code.atomic = self.atomic;
        let parameters = &code.parameters;
        let is_plain = code.kind == CodeKind::Plain && parameters.takes_just(parameters.positional as usize);
        code.entry.takes = is_plain.then_some(parameters.positional);
        code.entry.free = body.scope.free.len() as u32;
        code
    }

    /// Begins the code of something inside what is being compiled; what was being compiled is to be handed to `end_body`.
    fn begin_body(&mut self, name: &str, mut scope: Scope, kind: CodeKind) -> (usize, Body) {
        if self.static_class.is_some() {
            scope.free.remove("__class__");
        }
        let number = self.codes.len();
        self.codes.push(None);
        let outer = &self.body;
        let is_global = outer.scope.globals.contains(name);
        let qualname = match outer.scope.kind {
            ScopeKind::Function if !is_global => format!("{}.<locals>.{name}", outer.qualname),
            ScopeKind::Class if !is_global => format!("{}.{name}", outer.qualname),
            _ => name.to_owned(),
        };
        let mut places = Vec::new();
        if scope.kind == ScopeKind::Function {
            places.clone_from(&scope.bound);
        }
        places.extend(
            scope
                .cells
                .iter()
                .filter(|cell| !scope.bound.contains(cell) || scope.kind != ScopeKind::Function)
                .cloned(),
        );
        let own_cells: Vec<String> = scope.cells.clone();
        places.extend(scope.free.iter().cloned());
        let free = scope.free.len() as u32;
        let body = Body {
            scope,
            places,
            qualname,
            kind,
            ..Body::default()
        };
        let outer = std::mem::replace(&mut self.body, body);
        let span = Span::default();
        if free > 0 {
            self.emit(Instr::CopyFreeVars(free), span);
        }
        for cell in own_cells {
            let place = self.place_of(&cell);
            self.emit(Instr::MakeCell(place), span);
        }
        (number, outer)
    }

    /// Finishes what `begin_body` began; its code's number.
    fn end_body(
        &mut self,
        number: usize,
        outer: Body,
        name: &str,
        parameters: Parameters,
        doc: Option<u32>,
    ) -> u32 {
        let body = std::mem::replace(&mut self.body, outer);
        self.codes[number] = Some(self.code(body, name, parameters, doc));
        number as u32
    }

    fn place_of(&self, name: &str) -> u32 {
        let place = self.body.places.iter().position(|place| place == name);
        place.expect("a name of the scope has a place") as u32
    }

    fn emit(&mut self, instr: Instr, span: Span) {
        self.body.assembler.emit(instr, span);
    }

    fn jump(&mut self, jump: fn(u32) -> Instr, to: Label, span: Span) {
        self.body.assembler.jump(jump, to, span);
    }

    /// The same of an instruction of which tracebacks show no more than the line.
    fn emit_unmarked(&mut self, instr: Instr, span: Span) {
        self.emit(instr, span);
        self.body.assembler.unmark();
    }

    fn jump_unmarked(&mut self, jump: fn(u32) -> Instr, to: Label, span: Span) {
        self.jump(jump, to, span);
        self.body.assembler.unmark();
    }

    fn label(&mut self) -> Label {
        self.body.assembler.label()
    }

    fn place(&mut self, label: Label) {
        self.body.assembler.place(label);
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
        let constant = self.constant(Constant::None);
        self.emit(Instr::LoadConst(constant), span);
    }

    fn load_text(&mut self, text: &str, span: Span) {
        let constant = self.text(text);
        self.emit(Instr::LoadConst(constant), span);
    }

    /// A constant string's number.
    fn text(&mut self, text: &str) -> u32 {
        if let Some(known) = self.texts.get(text) {
            return *known;
        }
        let number = self.constants.len() as u32;
        self.constants.push(Constant::Str(text.to_owned()));
        self.texts.insert(text.to_owned(), number);
        number
    }

    fn constant(&mut self, constant: Constant) -> u32 {
        match constant {
            Constant::Str(text) => self.text(&text),
            Constant::None | Constant::Bool(_) | Constant::Ellipsis => {
                if let Some(known) = self.constants.iter().position(|known| *known == constant) {
                    return known as u32;
                }
                self.constants.push(constant);
                self.constants.len() as u32 - 1
            }
            other => {
                self.constants.push(other);
                self.constants.len() as u32 - 1
            }
        }
    }

    fn attribute(&mut self, name: &str) -> u32 {
        let name = mangle(self.class.as_deref(), name).into_owned();
        if let Some(known) = self.attribute_places.get(&name) {
            return *known;
        }
        let number = self.attributes.len() as u32;
        self.attributes.push(name.clone());
        self.attribute_places.insert(name, number);
        number
    }

    fn global(&mut self, name: &str) -> u32 {
        if let Some(slot) = self.global_slots.get(name) {
            return *slot;
        }
        let slot = self.globals.len() as u32;
        self.globals.push(Global {
            name: name.to_owned(),
            builtin: native::builtin(name),
            text: None,
            initial: None,
            shared: false,
            stores: 0,
        });
        self.global_slots.insert(name.to_owned(), slot);
        slot
    }

    /// Whether the name is a variable of the function that is being compiled, or of one around it.
    fn is_local(&self, name: &str) -> bool {
        let scope = &self.body.scope;
        scope.free.contains(name)
            || scope.kind != ScopeKind::Module && scope.bound.iter().any(|bound| bound == name)
    }

    /// Emits what a variable's kind asks for.
    fn variable(&mut self, name: &str, span: Span, access: Access) {
        let name = &*mangle(self.class.as_deref(), name).into_owned();
        if let (Some(class), "__class__", Access::Load) = (self.static_class, name, access) {
            let constant = self.constant(Constant::Static(Static(class)));
            self.emit(Instr::LoadConst(constant), span);
            return;
        }
        let scope = &self.body.scope;
        let instr = if scope.free.contains(name)
            || scope.cells.iter().any(|cell| cell == name) && scope.kind == ScopeKind::Function
        {
            let is_class = scope.kind == ScopeKind::Class;
            let place = self.place_of(name);
            match access {
                Access::Load if is_class => {
                    self.text(name);
                    Instr::LoadClassDeref(place)
                }
                Access::Load => Instr::LoadDeref(place),
                Access::Store => Instr::StoreDeref(place),
                Access::Delete => Instr::DeleteDeref(place),
            }
        } else if scope.kind == ScopeKind::Function && scope.bound.iter().any(|bound| bound == name) {
            let place = self.place_of(name);
            match access {
                Access::Load => Instr::LoadFast(place),
                Access::Store => Instr::StoreFast(place),
                Access::Delete => Instr::DeleteFast(place),
            }
        } else {
            self.global_variable(name, access)
        };
        self.emit(instr, span);
    }

    fn global_variable(&mut self, name: &str, access: Access) -> Instr {
        let slot = self.global(name);
        let scope = &self.body.scope;
        let kind = scope.kind;
        let in_class = kind == ScopeKind::Class && !scope.globals.contains(name);
        let in_function = kind == ScopeKind::Function;
        let in_loop = self.body.blocks.iter().any(Block::is_loop);
        let text = if in_class { Some(self.text(name)) } else { None };
        let global = &mut self.globals[slot as usize];
        global.text = global.text.or(text);
        global.shared |= in_function || kind == ScopeKind::Class;
        if access != Access::Load && !in_class {
            // A loop or a function may store it again.
            let again = in_function || in_loop || access == Access::Delete;
            global.stores += if again { 2 } else { 1 };
        }
        match (access, in_class, in_function) {
            (Access::Load, true, _) => Instr::LoadClassName(slot),
            (Access::Store, true, _) => Instr::StoreClassName(slot),
            (Access::Delete, true, _) => Instr::DeleteClassName(slot),
            (Access::Load, false, false) => Instr::LoadName(slot),
            (Access::Load, false, true) => Instr::LoadGlobal(slot),
            (Access::Store, false, false) => Instr::StoreName(slot),
            (Access::Store, false, true) => Instr::StoreGlobal(slot),
            (Access::Delete, false, false) => Instr::DeleteName(slot),
            (Access::Delete, false, true) => Instr::DeleteGlobal(slot),
        }
    }

    /// The id of a code that is being or was compiled here.
    fn code_id(&self, number: u32) -> CodeId {
        CodeId::new(self.id, number)
    }
}
