//! `from module import *`: what it takes is known before anything runs, so it is written out.

use syntax::tree::{Imported, Module, Span, Stmt, StmtKind};

use crate::library;

/// The program with the names that stand for a star; `None` if it has none. Only at its very top level: where a star
/// stands in another statement it is refused like a name that the module lacks.
pub(super) fn written_out(module: &Module) -> Option<Module> {
    if !module.body.iter().any(|stmt| starred(stmt).is_some()) {
        return None;
    }
    let mut module = module.clone();
    for stmt in &mut module.body {
        let span = stmt.span;
        if let Some(name) = starred(stmt).map(str::to_owned)
            && let StmtKind::ImportFrom { names, .. } = &mut stmt.kind
            && let Some(id) = library::importable(&name)
        {
            let public = library::public_names(id).into_iter();
            *names = public.map(|name| taken(span, name)).collect();
        }
    }
    Some(module)
}

fn taken(span: Span, name: &str) -> Imported {
    Imported {
        span,
        attribute: name.to_owned(),
        name: name.to_owned(),
    }
}

/// The module of which a statement imports everything.
fn starred(stmt: &Stmt) -> Option<&str> {
    match &stmt.kind {
        StmtKind::ImportFrom { module, names } if names.iter().any(|imported| imported.attribute == "*") => {
            Some(module)
        }
        _ => None,
    }
}
