//! Modules of the library: nothing of them is executed at an import, so their top level is definitions alone, and what
//! they define is known before anything runs.

use syntax::tree::{Class, Constant as Literal, Expr, ExprKind, Function, Span, Stmt, StmtKind, TargetKind};

use super::scope::Scopes;
use super::{Compiler, fold};
use crate::class;
use crate::code::{CodeId, Constant, Initial, Static, StaticAttribute, StaticClass, Unit};
use crate::library::{self, ClassId, ModuleId};
use crate::native::Type;
use crate::symbol::Symbol;
use crate::value::Value;

/// Compiles a module of the library.
///
/// # Panics
/// When it is not written as such modules must be, which a test of all of them finds.
pub(crate) fn compile_library(id: ModuleId, name: &str, source: &str) -> Unit {
    let parsed = syntax::parse(source).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
    let module = parsed.module;
    let mut compiler = Compiler::new(source, id, Scopes::of(&module));
    compiler.atomic = module.body.iter().any(says_atomic);
    let mut classes = Vec::new();
    compiler.initialise("__name__", Initial::Constant(0));
    compiler.constants.push(Constant::Str(name.to_owned()));
    for stmt in &module.body {
        compiler.definition(name, stmt, &mut classes);
    }
    assert!(
        compiler.diagnostics.is_empty(),
        "{name}: {:?}",
        compiler.diagnostics
    );
    let mut unit = compiler.finish(source, name);
    unit.classes = classes;
    unit
}

fn says_atomic(stmt: &Stmt) -> bool {
    let StmtKind::Assign { targets, .. } = &stmt.kind else {
        return false;
    };
    matches!(&targets[..], [target] if matches!(&target.kind, TargetKind::Name(name) if name == "__atomic__"))
}

impl Compiler {
    pub(super) fn initialise(&mut self, name: &str, initial: Initial) {
        let slot = self.global(name);
        self.globals[slot as usize].initial = Some(initial);
    }

    fn definition(&mut self, module: &str, stmt: &Stmt, classes: &mut Vec<StaticClass>) {
        match &stmt.kind {
            StmtKind::Expr(Expr {
                kind: ExprKind::Constant(Literal::Str(_)),
                ..
            })
            | StmtKind::Pass => {}
            StmtKind::Import { module: whole, name } => {
                let id = library::named(whole).unwrap_or_else(|| panic!("{module} imports {whole}"));
                self.imports.insert(id);
                let meant = if whole.starts_with(&format!("{name}.")) {
                    library::named(name)
                } else {
                    Some(id)
                };
                let meant = meant.unwrap_or_else(|| panic!("{module} imports {whole}"));
                self.modules.insert(name.clone(), meant);
                self.initialise(name, Initial::Value(Static(Value::Module(meant))));
            }
            StmtKind::ImportFrom { module: from, names } => {
                let id = library::named(from).unwrap_or_else(|| panic!("{module} imports {from}"));
                self.imports.insert(id);
                for imported in names {
                    let initial = library::initial(id, &imported.attribute);
                    let initial =
                        initial.unwrap_or_else(|| panic!("{module}: {from} has no {}", imported.attribute));
                    self.initialise(&imported.name, initial);
                }
            }
            StmtKind::Assign { targets, value } => {
                let initial = self.static_expression(module, value);
                for target in targets {
                    let TargetKind::Name(name) = &target.kind else {
                        panic!("{module}: only names are assigned to")
                    };
                    self.initialise(name, initial);
                }
            }
            StmtKind::Def(function) => {
                let code = self.static_function(module, function);
                self.initialise(&function.name, Initial::Value(Static(Value::Function(code))));
            }
            StmtKind::Class(class) => {
                let number = classes.len() as u32;
                let built = self.static_class(module, class, classes);
                classes.push(built);
                let value = Value::Class(ClassId::new(self.id, number));
                self.initialise(&class.name, Initial::Value(Static(value)));
            }
            _ => panic!("{module}: line {}: only definitions", self.line(stmt.span)),
        }
    }

    fn line(&self, span: Span) -> u32 {
        self.lines.place(span).line
    }

    fn static_expression(&mut self, module: &str, value: &Expr) -> Initial {
        if let Some(constant) = self.fold(value) {
            return Initial::Constant(constant);
        }
        match &value.kind {
            ExprKind::Name(name) => self.static_name(module, name, value.span),
            ExprKind::Attribute { value: of, name } => {
                let owner = self.static_expression(module, of);
                let Initial::Value(Static(Value::Module(id))) = owner else {
                    panic!("{module}: line {}: not static", self.line(value.span))
                };
                library::initial(id, name).unwrap_or_else(|| panic!("{module}: no {name}"))
            }
            ExprKind::Tuple(items) => {
                let items = items
                    .iter()
                    .map(|item| self.static_constant(module, item))
                    .collect();
                Initial::Constant(self.constant(Constant::Tuple(items)))
            }
            _ => panic!("{module}: line {}: not static", self.line(value.span)),
        }
    }

    fn static_constant(&mut self, module: &str, value: &Expr) -> u32 {
        match self.static_expression(module, value) {
            Initial::Constant(constant) => constant,
            Initial::Value(value) => self.constant(Constant::Static(value)),
            Initial::Import(id, slot) => self.imported_constant(id, slot),
        }
    }

    /// A constant of this module that is another module's.
    fn imported_constant(&mut self, id: ModuleId, slot: u32) -> u32 {
        match library::unit(id).globals[slot as usize].initial {
            Some(Initial::Constant(constant)) => self.copied_constant(id, constant),
            Some(Initial::Import(id, slot)) => self.imported_constant(id, slot),
            _ => unreachable!("only constants are imported so"),
        }
    }

    fn copied_constant(&mut self, id: ModuleId, constant: u32) -> u32 {
        let constant = match &library::unit(id).constants[constant as usize] {
            Constant::Tuple(items) => {
                Constant::Tuple(items.iter().map(|item| self.copied_constant(id, *item)).collect())
            }
            other => other.clone(),
        };
        self.constant(constant)
    }

    fn static_name(&mut self, module: &str, name: &str, span: Span) -> Initial {
        let slot = self.global(name);
        let global = &self.globals[slot as usize];
        let builtin = global.builtin.map(|value| Initial::Value(Static(value)));
        let initial = global.initial.or(builtin);
        initial.unwrap_or_else(|| panic!("{module}: line {}: {name} is not defined before", self.line(span)))
    }

    fn static_function(&mut self, module: &str, function: &Function) -> CodeId {
        let named = function
            .parameters
            .positional
            .iter()
            .chain(&function.parameters.keyword_only);
        for default in named.filter_map(|parameter| parameter.default.as_ref()) {
            let is_static = fold::known_truth(default).is_some()
                || matches!(
                    default.kind,
                    ExprKind::Name(_)
                        | ExprKind::Attribute { .. }
                        | ExprKind::Constant(_)
                        | ExprKind::Tuple(_)
                );
            assert!(
                is_static,
                "{module}: line {}: a default is not static",
                self.line(default.span)
            );
        }
        let number = self.function(function);
        let (positional, keyword_only) = self.static_defaults(module, function);
        if let Some(code) = &mut self.codes[number as usize] {
            code.static_defaults = positional;
            code.static_keyword_defaults = keyword_only;
            assert!(code.entry.free == 0, "{module}: {} is a closure", function.name);
        }
        self.code_id(number)
    }

    fn static_defaults(&mut self, module: &str, function: &Function) -> (Vec<u32>, Vec<u32>) {
        let mut constants = |parameters: &[syntax::tree::Parameter]| {
            let defaults = parameters
                .iter()
                .filter_map(|parameter| parameter.default.as_ref());
            defaults
                .map(|default| self.static_constant(module, default))
                .collect()
        };
        let positional = constants(&function.parameters.positional);
        (positional, constants(&function.parameters.keyword_only))
    }

    fn static_class(&mut self, module: &str, class: &Class, classes: &[StaticClass]) -> StaticClass {
        let mut bases = Vec::new();
        for base in &class.bases {
            match self.static_expression(module, base) {
                Initial::Value(Static(value)) => bases.push(value),
                _ => panic!("{module}: {} has a base that is no class", class.name),
            }
        }
        let mut metaclass = bases.iter().find_map(|base| match base {
            Value::Class(id) if id.unit() == self.id => Some(classes[id.index()].metaclass),
            Value::Class(id) => Some(id.get().metaclass),
            _ => None,
        });
        for (name, value) in &class.keywords {
            if let (Some("metaclass"), Initial::Value(Static(value))) =
                (name.as_deref(), self.static_expression(module, value))
            {
                metaclass = Some(value);
            }
        }
        let outer_class = self.class.replace(class.name.clone());
        let scope = self.scopes.at(class.name_span);
        assert!(
            scope.free.is_empty(),
            "{module}: {} is inside a function",
            class.name
        );
        let own = Value::Class(ClassId::new(self.id, classes.len() as u32));
        let outer = std::mem::take(&mut self.body);
        self.body.scope.kind = super::ScopeKind::Class;
        self.body.qualname.clone_from(&class.name);
        let mut attributes = Vec::new();
        for stmt in &class.body {
            self.static_attribute(module, stmt, own, &mut attributes);
        }
        self.body = outer;
        self.class = outer_class;
        let mro = class::linearise_static(self.id, classes, own, &bases)
            .unwrap_or_else(|| panic!("{module}: the bases of {} cannot be ordered", class.name));
        let said = |name: &str| {
            let found = attributes.iter().find(|(known, _)| *known == Symbol::of(name));
            match found.map(|(_, attribute)| attribute) {
                Some(StaticAttribute::Constant(constant)) => match &self.constants[*constant as usize] {
                    Constant::Str(text) => Some(text.clone()),
                    _ => None,
                },
                _ => None,
            }
        };
        let own_module = if self.id == ModuleId::CORE {
            "builtins"
        } else {
            module
        };
        let shown_module = said("__module__").unwrap_or_else(|| own_module.to_owned());
        StaticClass {
            name: class.name.clone(),
            message_name: if is_written_in_c(module, &class.name) {
                format!("{shown_module}.{}", class.name)
            } else {
                class.name.clone()
            },
            qualname: said("__qualname__").unwrap_or_else(|| class.name.clone()),
            module: shown_module,
            metaclass: metaclass.unwrap_or(Value::Type(Type::Type)),
            bases: if bases.is_empty() {
                vec![Value::Type(Type::Object)]
            } else {
                bases
            },
            mro,
            attributes: attributes.into(),
        }
    }

    fn static_attribute(
        &mut self,
        module: &str,
        stmt: &Stmt,
        class: Value,
        attributes: &mut Vec<(Symbol, StaticAttribute)>,
    ) {
        let find = |attributes: &[(Symbol, StaticAttribute)], name: Symbol| {
            attributes
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, attribute)| *attribute)
        };
        match &stmt.kind {
            StmtKind::Pass => {}
            StmtKind::Expr(Expr {
                kind: ExprKind::Constant(Literal::Str(text)),
                ..
            }) => {
                let doc = self.text(text);
                attributes.push((Symbol::of("__doc__"), StaticAttribute::Constant(doc)));
            }
            StmtKind::Assign { targets, value } => {
                let alias = match &value.kind {
                    ExprKind::Name(name) => find(
                        attributes,
                        Symbol::of(&super::mangle(self.class.as_deref(), name)),
                    ),
                    _ => None,
                };
                let attribute =
                    alias.unwrap_or_else(|| StaticAttribute::Constant(self.static_constant(module, value)));
                for target in targets {
                    let TargetKind::Name(name) = &target.kind else {
                        panic!("{module}: only names are assigned to in a class")
                    };
                    attributes.push((Symbol::of(&super::mangle(self.class.as_deref(), name)), attribute));
                }
            }
            StmtKind::Def(function) => {
                let code = self.static_method(module, function, class);
                let name = Symbol::of(&super::mangle(self.class.as_deref(), &function.name));
                let attribute = match function.decorators.as_slice() {
                    [] => match &*function.name {
                        "__new__" => StaticAttribute::StaticMethod(code),
                        "__init_subclass__" | "__class_getitem__" => StaticAttribute::ClassMethod(code),
                        _ => StaticAttribute::Method(code),
                    },
                    [
                        Expr {
                            kind: ExprKind::Name(decorator),
                            ..
                        },
                    ] => match decorator.as_str() {
                        "staticmethod" => StaticAttribute::StaticMethod(code),
                        "classmethod" => StaticAttribute::ClassMethod(code),
                        "property" => StaticAttribute::Property { get: code, set: None },
                        _ => panic!("{module}: the decorator {decorator} is not static"),
                    },
                    [
                        Expr {
                            kind: ExprKind::Attribute { name: setter, .. },
                            ..
                        },
                    ] if setter == "setter" => match find(attributes, name) {
                        Some(StaticAttribute::Property { get, .. }) => {
                            StaticAttribute::Property { get, set: Some(code) }
                        }
                        _ => panic!("{module}: {} has a setter and no getter", function.name),
                    },
                    _ => panic!("{module}: the decorators of {} are not static", function.name),
                };
                attributes.retain(|(known, _)| *known != name);
                attributes.push((name, attribute));
            }
            _ => panic!(
                "{module}: line {}: only definitions in a class",
                self.line(stmt.span)
            ),
        }
    }

    /// A method: where it says `super()` or `__class__`, its class is a constant.
    fn static_method(&mut self, module: &str, function: &Function, class: Value) -> CodeId {
        let outer = self.static_class.replace(class);
        let code = self.static_function(module, function);
        self.static_class = outer;
        code
    }
}

/// Whether CPython's class of that name is written in C, and says so in its messages.
fn is_written_in_c(module: &str, class: &str) -> bool {
    match module {
        "array" | "datetime" | "io" | "itertools" => !class.starts_with('_'),
        "collections" => matches!(class, "OrderedDict" | "defaultdict" | "deque"),
        "functools" => class == "partial",
        "operator" => matches!(class, "attrgetter" | "itemgetter" | "methodcaller"),
        "types" => class == "SimpleNamespace",
        _ => false,
    }
}
