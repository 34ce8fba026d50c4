//! What the program uses of Python's library, checked before it runs: never import a module and then fail at use.

use std::collections::{BTreeSet, HashMap};

use syntax::tree::{Expr, ExprKind, Function, Module, Span, Stmt, StmtKind};
use trace::Text;

use super::{Compiler, scope};
use crate::native;

impl Compiler {
    /// The module of that name, or a diagnostic.
    pub(super) fn supported_module(&mut self, span: Span, name: &str) -> Option<native::Module> {
        let module = native::Module::named(name);
        if module.is_none() {
            let known: Vec<&str> = native::Module::ALL.iter().map(|module| module.name()).collect();
            let known = known.join(", ");
            self.refuse(
                span,
                Text::new(
                    format!("the module `{name}` is not available here"),
                    format!("这里没有模块 `{name}`"),
                ),
                Some(Text::new(
                    format!("available modules: {known}"),
                    format!("可用的模块：{known}"),
                )),
            );
        }
        module
    }

    pub(super) fn check_module_attribute(&mut self, module: native::Module, name: &str, span: Span) {
        if module.attribute(name).is_some() {
            return;
        }
        let known = module.attributes().join(", ");
        let module = module.name();
        self.refuse(
            span,
            Text::new(
                format!("`{module}.{name}` is not available here"),
                format!("这里没有 `{module}.{name}`"),
            ),
            Some(Text::new(
                format!("available in `{module}`: {known}"),
                format!("`{module}` 里可用的：{known}"),
            )),
        );
    }

    /// Checks a name behind a dot: of a module exactly, of anything else whether any type of ours has it.
    pub(super) fn check_attribute(&mut self, value: &Expr, name: &str, span: Span) {
        if let ExprKind::Name(variable) = &value.kind
            && self.local(variable).is_none()
            && let Some(module) = self.modules.get(variable)
        {
            self.check_module_attribute(*module, name, span);
            return;
        }
        if !native::Type::ALL.iter().any(|ty| ty.has_attribute(name))
            && !native::Module::ALL
                .iter()
                .any(|module| module.attribute(name).is_some())
        {
            self.refuse(
                span,
                Text::new(
                    format!("no value here has an attribute `.{name}`"),
                    format!("这里没有任何值具有属性 `.{name}`"),
                ),
                None,
            );
        }
    }

    /// Checks a variable: a builtin of Python's that we do not have is refused; an unknown name is a `NameError` at run time.
    pub(super) fn check_name(&mut self, name: &str, span: Span) {
        if self.local(name).is_some() || self.assigned.contains(name) || native::builtin(name).is_some() {
            return;
        }
        if native::PYTHON_BUILTINS.contains(&name) {
            self.refuse(
                span,
                Text::new(
                    format!("the builtin `{name}` is not available here"),
                    format!("这里没有内置的 `{name}`"),
                ),
                None,
            );
        }
    }
}

/// Global variables that get a module and nothing else anywhere in the program.
pub(super) fn modules(module: &Module) -> HashMap<String, native::Module> {
    let mut imported = HashMap::new();
    let mut uses = Uses::default();
    uses.block(&module.body, true);
    for (name, module) in uses.imports {
        if let Some(module) = native::Module::named(&module)
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
    uses.others
        .into_iter()
        .chain(uses.imports.into_iter().map(|(name, _)| name))
        .collect()
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
                StmtKind::Def(Function { body, .. }) => self.block(body, false),
                StmtKind::Global(names) => self.others.extend(names.iter().cloned()),
                _ => {}
            }
        }
        if top {
            self.others.extend(scope::bound_without_imports(body));
        }
    }
}
