//! A tree on one line for each statement, as `oracle.py` writes CPython's.

mod expression;
mod literal;
mod pattern;

use syntax::LineIndex;
use syntax::tree::{
    Class, ExceptHandler, Expr, Function, MatchCase, Module, Parameter, Parameters, Span, Stmt, StmtKind,
    Target, WithItem,
};

/// Writes a whole program.
pub fn module(module: &Module, source: &str) -> String {
    let notation = Notation {
        source,
        lines: &LineIndex::new(source),
        in_string: false,
    };
    let lines: Vec<_> = module
        .body
        .iter()
        .map(|statement| notation.statement(statement))
        .collect();
    lines.join("\n")
}

#[derive(Clone, Copy)]
struct Notation<'a> {
    source: &'a str,
    lines: &'a LineIndex,
    /// Within an f-string CPython 3.11 tells no true places.
    in_string: bool,
}

/// A row in square brackets.
fn row<T>(items: &[T], show: impl Fn(&T) -> String) -> String {
    format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(" "))
}

/// Something, or a dash.
fn maybe<T>(item: Option<&T>, show: impl Fn(&T) -> String) -> String {
    item.map_or_else(|| "-".to_owned(), show)
}

impl Notation<'_> {
    /// Lines from 1 and columns in bytes from 0, as CPython's `ast` counts.
    fn at(&self, span: Span) -> String {
        if self.in_string {
            return String::new();
        }
        let column = |offset: u32| {
            let before = &self.source[..offset as usize];
            before.len() - before.rfind(['\n', '\r']).map_or(0, |newline| newline + 1)
        };
        let lines = (self.lines.line(span.start), self.lines.line(span.end));
        format!(
            "@{}:{}-{}:{}",
            lines.0,
            column(span.start),
            lines.1,
            column(span.end)
        )
    }

    fn block(&self, block: &[Stmt]) -> String {
        let lines: Vec<_> = block.iter().map(|statement| self.statement(statement)).collect();
        format!("{{{}}}", lines.join("; "))
    }

    fn statement(&self, statement: &Stmt) -> String {
        let (name, inside) = self.parts_of_statement(&statement.kind);
        let inside: Vec<_> = inside.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{name}{}({})", self.at(statement.span), inside.join(" "))
    }

    fn parts_of_statement(&self, kind: &StmtKind) -> (&'static str, Vec<String>) {
        let show = |expression: &Expr| self.expression(expression);
        let optional = |expression: &Option<Expr>| maybe(expression.as_ref(), show);
        let target = |target: &Target| self.target(target);
        let block = |block: &[Stmt]| self.block(block);
        match kind {
            StmtKind::Expr(value) => ("Expr", vec![show(value)]),
            StmtKind::Assign { targets, value } => ("Assign", vec![row(targets, target), show(value)]),
            StmtKind::Annotated {
                target,
                annotation,
                value,
            } => (
                "Annotated",
                vec![self.target(target), show(annotation), optional(value)],
            ),
            StmtKind::AugAssign { target, op, value } => (
                "AugAssign",
                vec![self.target(target), format!("{op:?}"), show(value)],
            ),
            StmtKind::If { test, body, orelse } => ("If", vec![show(test), block(body), block(orelse)]),
            StmtKind::While { test, body, orelse } => ("While", vec![show(test), block(body), block(orelse)]),
            StmtKind::For {
                is_async,
                target,
                iter,
                body,
                orelse,
            } => {
                let name = if *is_async { "AsyncFor" } else { "For" };
                (
                    name,
                    vec![self.target(target), show(iter), block(body), block(orelse)],
                )
            }
            StmtKind::Break => ("Break", Vec::new()),
            StmtKind::Continue => ("Continue", Vec::new()),
            StmtKind::Pass => ("Pass", Vec::new()),
            StmtKind::Def(function) => self.function(function),
            StmtKind::Class(class) => ("Class", self.class(class)),
            StmtKind::Return(value) => ("Return", vec![optional(value)]),
            StmtKind::Global(names) => ("Global", names.clone()),
            StmtKind::Nonlocal(names) => ("Nonlocal", names.clone()),
            StmtKind::Import { module, name } => ("Import", vec![module.clone(), name.clone()]),
            StmtKind::ImportFrom { module, names } => {
                let names = names
                    .iter()
                    .map(|name| format!("{}{}:{}", name.attribute, self.at(name.span), name.name));
                ("ImportFrom", [module.clone()].into_iter().chain(names).collect())
            }
            StmtKind::With {
                is_async,
                items,
                body,
            } => {
                let name = if *is_async { "AsyncWith" } else { "With" };
                (name, vec![row(items, |item| self.item(item)), block(body)])
            }
            StmtKind::Assert { test, message } => ("Assert", vec![show(test), optional(message)]),
            StmtKind::Delete(targets) => ("Delete", vec![row(targets, target)]),
            StmtKind::Raise { exception, cause } => ("Raise", vec![optional(exception), optional(cause)]),
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finally,
            } => {
                let handlers = row(handlers, |handler| self.handler(handler));
                ("Try", vec![block(body), handlers, block(orelse), block(finally)])
            }
            StmtKind::Match { subject, cases } => {
                ("Match", vec![show(subject), row(cases, |case| self.case(case))])
            }
        }
    }

    fn item(&self, item: &WithItem) -> String {
        let target = maybe(item.target.as_ref(), |target| self.target(target));
        format!("{}:{target}", self.expression(&item.context))
    }

    fn handler(&self, handler: &ExceptHandler) -> String {
        format!(
            "Except{}({} {} {})",
            self.at(handler.span),
            maybe(handler.kind.as_ref(), |kind| self.expression(kind)),
            maybe(handler.name.as_ref(), String::clone),
            self.block(&handler.body)
        )
    }

    fn case(&self, case: &MatchCase) -> String {
        format!(
            "Case({} {} {})",
            self.pattern(&case.pattern),
            maybe(case.guard.as_ref(), |guard| self.expression(guard)),
            self.block(&case.body)
        )
    }

    fn check_name(&self, name: &str, span: Span) {
        assert_eq!(&self.source[span.start as usize..span.end as usize], name);
    }

    fn class(&self, class: &Class) -> Vec<String> {
        self.check_name(&class.name, class.name_span);
        vec![
            class.name.clone(),
            row(&class.decorators, |decorator| self.expression(decorator)),
            row(&class.bases, |base| self.expression(base)),
            row(&class.keywords, |keyword| self.keyword(keyword)),
            self.block(&class.body),
        ]
    }

    fn function(&self, function: &Function) -> (&'static str, Vec<String>) {
        self.check_name(&function.name, function.name_span);
        let name = match (function.is_async, function.is_generator) {
            (false, false) => "Def",
            (false, true) => "DefGenerator",
            (true, false) => "AsyncDef",
            (true, true) => "AsyncDefGenerator",
        };
        let parts = vec![
            function.name.clone(),
            row(&function.decorators, |decorator| self.expression(decorator)),
            self.parameters(&function.parameters),
            self.block(&function.body),
        ];
        (name, parts)
    }

    fn parameters(&self, parameters: &Parameters) -> String {
        let parameter = |parameter: &Parameter| {
            let default = maybe(parameter.default.as_ref(), |default| self.expression(default));
            format!("{}{}={default}", parameter.name, self.at(parameter.span))
        };
        let rest = |rest: &Option<(String, Span)>| {
            maybe(rest.as_ref(), |(name, span)| format!("{name}{}", self.at(*span)))
        };
        format!(
            "({}{} *{} {} **{})",
            parameters.positional_only,
            row(&parameters.positional, parameter),
            rest(&parameters.star),
            row(&parameters.keyword_only, parameter),
            rest(&parameters.star_star)
        )
    }
}
