//! Which names of a function are its own.

use std::collections::BTreeSet;

use syntax::tree::{Function, Stmt, StmtKind, Target, TargetKind};

/// A function's local variables, parameters first, then in order of first binding, as CPython numbers them.
pub(super) fn locals(function: &Function) -> Vec<String> {
    let mut bindings = Bindings::default();
    for parameter in &function.parameters {
        bindings.bind(&parameter.name);
    }
    bindings.block(&function.body);
    bindings.names.retain(|name| !bindings.globals.contains(name));
    bindings.names
}

/// The names that a block binds otherwise than by `import`.
pub(super) fn bound_without_imports(body: &[Stmt]) -> Vec<String> {
    let mut bindings = Bindings {
        without_imports: true,
        ..Bindings::default()
    };
    bindings.block(body);
    bindings.names
}

#[derive(Default)]
struct Bindings {
    names: Vec<String>,
    globals: BTreeSet<String>,
    without_imports: bool,
}

impl Bindings {
    fn bind(&mut self, name: &str) {
        if !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
        }
    }

    fn block(&mut self, body: &[Stmt]) {
        body.iter().for_each(|stmt| self.statement(stmt));
    }

    fn statement(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
                targets.iter().for_each(|target| self.target(target));
            }
            StmtKind::AugAssign { target, .. } => self.target(target),
            StmtKind::If { body, orelse, .. } | StmtKind::While { body, orelse, .. } => {
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For {
                target, body, orelse, ..
            } => {
                self.target(target);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::With { items, body } => {
                items
                    .iter()
                    .filter_map(|item| item.target.as_ref())
                    .for_each(|target| self.target(target));
                self.block(body);
            }
            StmtKind::Def(function) => self.bind(&function.name),
            StmtKind::Global(names) => self.globals.extend(names.iter().cloned()),
            StmtKind::Import { .. } if self.without_imports => {}
            StmtKind::Import { name, .. } => self.bind(name),
            StmtKind::ImportFrom { names, .. } => names.iter().for_each(|imported| self.bind(&imported.name)),
            StmtKind::Expr(_)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Pass
            | StmtKind::Return(_)
            | StmtKind::Assert { .. } => {}
        }
    }

    fn target(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Name(name) => self.bind(name),
            TargetKind::Sequence(targets) => targets.iter().for_each(|target| self.target(target)),
            TargetKind::Attribute { .. } | TargetKind::Subscript { .. } => {}
        }
    }
}
