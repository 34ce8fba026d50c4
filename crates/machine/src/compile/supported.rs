//! What the program uses of Python's library, checked before it runs: never import a module and then fail at use.

use std::collections::{BTreeSet, HashMap};

use syntax::tree::{Class, ExceptHandler, Expr, ExprKind, Function, MatchCase, Module, Span, Stmt, StmtKind};
use trace::Text;

use super::{Compiler, instead, scope};
use crate::library::{self, ModuleId};
use crate::native;

impl Compiler {
    /// The module of that name, or a diagnostic.
    pub(super) fn supported_module(&mut self, span: Span, name: &str) -> Option<ModuleId> {
        let module = if self.id == ModuleId::MAIN {
            library::importable(name)
        } else {
            library::named(name)
        };
        if module.is_none() {
            self.refuse(
                span,
                Text::new(
                    format!("the module `{name}` is not available here"),
                    format!("这里没有模块 `{name}`"),
                ),
                Some(instead::of_module(name)),
            );
        }
        module
    }

    pub(super) fn check_module_attribute(&mut self, module: ModuleId, name: &str, span: Span) {
        // Modules of the library may import one another in circles, so that they cannot ask one another while they are
        // compiled.
        if self.id != ModuleId::MAIN || library::has(module, name) || name.starts_with("__") {
            return;
        }
        let proposal = instead::of_attribute(module, name);
        let module = library::familiar_name(module);
        self.refuse(
            span,
            Text::new(
                format!("`{module}.{name}` is not available here"),
                format!("这里没有 `{module}.{name}`"),
            ),
            Some(proposal),
        );
    }

    /// Checks a name behind a dot, if what is before it can only be a module.
    pub(super) fn check_attribute(&mut self, value: &Expr, name: &str, span: Span) {
        if let Some(module) = self.module_of(value)
            && library::named(&format!("{}.{name}", module.name())).is_none()
        {
            self.check_module_attribute(module, name, span);
        }
    }

    /// The module that an expression can only mean.
    fn module_of(&self, value: &Expr) -> Option<ModuleId> {
        match &value.kind {
            ExprKind::Name(variable) if !self.is_local(variable) => self.modules.get(variable).copied(),
            ExprKind::Attribute { value, name } => {
                let outer = self.module_of(value)?;
                library::named(&format!("{}.{name}", outer.name()))
            }
            _ => None,
        }
    }

    /// Checks a variable: a builtin of Python's that we do not have is refused; an unknown name is a `NameError` at run time.
    pub(super) fn check_name(&mut self, name: &str, span: Span) {
        if self.id != ModuleId::MAIN
            || self.is_local(name)
            || self.assigned.contains(name)
            || native::builtin(name).is_some()
        {
            return;
        }
        if native::PYTHON_BUILTINS.contains(&name) {
            self.refuse(
                span,
                Text::new(
                    format!("the builtin `{name}` is not available here"),
                    format!("这里没有内置的 `{name}`"),
                ),
                instead::of_builtin(name),
            );
        }
    }
}

/// Global variables that get a module and nothing else anywhere in the program.
pub(super) fn modules(module: &Module) -> HashMap<String, ModuleId> {
    let mut imported = HashMap::new();
    let mut uses = Uses::default();
    uses.block(&module.body, true);
    for (name, module) in uses.imports {
        let meant = if module.starts_with(&format!("{name}.")) {
            &name
        } else {
            &module
        };
        if let Some(module) = library::importable(meant)
            && !uses.others.contains(&name)
        {
            imported.insert(name, module);
        }
    }
    imported
}

/// Every global name that the program binds somewhere.
pub(super) fn assigned(module: &Module) -> BTreeSet<String> {
    let mut uses = Uses::default();
    uses.block(&module.body, true);
    let imported = uses.imports.into_iter().map(|(name, _)| name);
    uses.others.into_iter().chain(imported).collect()
}

#[derive(Default)]
struct Uses {
    imports: Vec<(String, String)>,
    others: BTreeSet<String>,
}

impl Uses {
    fn block(&mut self, body: &[Stmt], top: bool) {
        for stmt in body {
            match &stmt.kind {
                StmtKind::Import { module, name } if top => self.imports.push((name.clone(), module.clone())),
                StmtKind::If { body, orelse, .. }
                | StmtKind::While { body, orelse, .. }
                | StmtKind::For { body, orelse, .. } => {
                    self.block(body, top);
                    self.block(orelse, top);
                }
                StmtKind::With { body, .. } => self.block(body, top),
                StmtKind::Try {
                    body,
                    handlers,
                    orelse,
                    finally,
                } => {
                    self.block(body, top);
                    handlers
                        .iter()
                        .for_each(|ExceptHandler { body, .. }| self.block(body, top));
                    self.block(orelse, top);
                    self.block(finally, top);
                }
                StmtKind::Match { cases, .. } => {
                    cases
                        .iter()
                        .for_each(|MatchCase { body, .. }| self.block(body, top));
                }
                StmtKind::Def(Function { body, .. }) | StmtKind::Class(Class { body, .. }) => {
                    self.block(body, false);
                }
                StmtKind::Global(names) => self.others.extend(names.iter().cloned()),
                _ => {}
            }
        }
        if top {
            self.others.extend(scope::bound_without_imports(body));
        }
    }
}
