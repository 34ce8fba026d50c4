//! Annotations, which are texts under `from __future__ import annotations`.

use ruff_python_ast::{Expr as Source, StmtAnnAssign};
use ruff_text_size::{Ranged, TextRange};

use super::Converter;
use super::scope::Kind;
use crate::tree::{Constant, Expr, ExprKind, StmtKind};

impl Converter<'_> {
    /// Only the annotation of a name without brackets is one of the scope.
    pub(super) fn annotated(&mut self, assign: &StmtAnnAssign) -> StmtKind {
        let name = match &*assign.target {
            Source::Name(name) => Some(name),
            _ => None,
        };
        if let Some(name) = name.filter(|_| assign.simple) {
            self.annotates(&name.id, assign.range);
        }
        let annotation = self.annotation(&assign.annotation);
        let value = assign.value.as_ref().map(|value| self.expression(value));
        let is_bracketed = name.is_some() && !assign.simple;
        match value {
            None if is_bracketed => StmtKind::Pass,
            Some(value) if is_bracketed => StmtKind::Assign {
                targets: vec![self.target(&assign.target)],
                value,
            },
            value => StmtKind::Annotated {
                target: self.target(&assign.target),
                annotation,
                value,
            },
        }
    }

    /// An annotated variable is local.
    fn annotates(&mut self, name: &str, statement: TextRange) {
        let scope = self.scope();
        let keyword = if scope.kind == Kind::Module {
            None
        } else if scope.globals.contains_key(name) {
            Some("global")
        } else if scope.nonlocals.contains_key(name) {
            Some("nonlocal")
        } else {
            None
        };
        scope.annotated.insert(name.to_owned());
        if let Some(keyword) = keyword {
            let en = format!("annotated name '{name}' can't be {keyword}");
            self.syntax(
                statement,
                en,
                format!("带类型标注的名字 '{name}' 不能声明为 {keyword}"),
            );
        }
    }

    /// What an annotation is: its value, or its text.
    pub(super) fn annotation(&mut self, source: &Source) -> Expr {
        // `*args: *Types` (PEP 646)
        let source = match source {
            Source::Starred(starred) => &*starred.value,
            other => other,
        };
        if self.future_annotations {
            self.enter(Kind::Annotation);
            self.expression(source);
            self.leave();
            Expr {
                span: self.span(source),
                kind: ExprKind::Constant(Constant::Str(self.text(source.range()).to_owned())),
            }
        } else {
            self.expression(source)
        }
    }

    /// Reports an expression that has no place in an annotation that is not even compiled; whether the place is such a one.
    pub(super) fn check_annotation(&mut self, source: impl Ranged, what: &str) -> bool {
        if self.scope().kind != Kind::Annotation {
            return false;
        }
        let en = format!("'{what} expression' can not be used within an annotation");
        self.syntax(source, en, format!("类型标注里不能使用 {what} 表达式"));
        true
    }
}
