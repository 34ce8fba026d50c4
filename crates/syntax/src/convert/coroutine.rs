//! `yield`, `await`, `async` and `return`: where CPython's compiler allows them, and what they make of a function.

use ruff_python_ast::{Expr as Source, ExprAwait, StmtReturn};
use ruff_text_size::{Ranged, TextRange};

use super::Converter;
use super::scope::{Kind, Scope};
use crate::tree::{ComprehensionKind, ExprKind, StmtKind};

impl Converter<'_> {
    pub(super) fn yields(&mut self, source: &Source, value: Option<&Source>) -> ExprKind {
        self.check_yield(source);
        ExprKind::Yield(value.map(|value| self.boxed(value)))
    }

    pub(super) fn yields_from(&mut self, source: &Source, value: &Source) -> ExprKind {
        self.check_yield(source);
        if self.scope().kind == (Kind::Function { is_async: true }) {
            let zh = "async 函数里不能使用 'yield from'";
            self.syntax(source, "'yield from' inside async function", zh);
        }
        ExprKind::YieldFrom(self.boxed(value))
    }

    fn check_yield(&mut self, source: &Source) {
        if self.check_annotation(source, "yield") {
            return;
        }
        match self.scope().kind {
            Kind::Comprehension(kind) => {
                let (en, zh) = comprehension_name(kind);
                self.syntax(
                    source,
                    format!("'yield' inside {en}"),
                    format!("{zh}里不能使用 'yield'"),
                );
            }
            Kind::Function { .. } | Kind::Lambda => self.scope().is_generator = true,
            _ => self.syntax(source, "'yield' outside function", "'yield' 在函数外面"),
        }
    }

    pub(super) fn awaits(&mut self, source: &ExprAwait) -> ExprKind {
        if !self.check_annotation(source, "await") {
            match self.scope().kind {
                Kind::Function { is_async: true } => {}
                Kind::Comprehension(_) => self.scope().awaits = true,
                Kind::Function { .. } | Kind::Lambda => {
                    let zh = "'await' 在 async 函数外面";
                    self.syntax(source, "'await' outside async function", zh);
                }
                _ => self.syntax(source, "'await' outside function", "'await' 在函数外面"),
            }
        }
        ExprKind::Await(self.boxed(&source.value))
    }

    /// `async for` and `async with`
    pub(super) fn check_async(&mut self, statement: TextRange, keyword: &str) {
        if self.scope().kind != (Kind::Function { is_async: true }) {
            let place = self.keyword(statement, "async");
            self.syntax(
                place,
                format!("'async {keyword}' outside async function"),
                format!("'async {keyword}' 在 async 函数外面"),
            );
        }
    }

    /// A comprehension that awaits makes the one around it await too, up to an async function; a generator awaits only when
    /// it is asked for values.
    pub(super) fn check_async_comprehension(&mut self, inner: &Scope, range: TextRange) {
        let is_generator = inner.kind == Kind::Comprehension(ComprehensionKind::Generator);
        if !inner.awaits || is_generator {
            return;
        }
        match self.scope().kind {
            Kind::Function { is_async: true } => {}
            Kind::Comprehension(_) => self.scope().awaits = true,
            _ => self.syntax(
                range,
                "asynchronous comprehension outside of an asynchronous function",
                "异步推导式在 async 函数外面",
            ),
        }
    }

    pub(super) fn returns(&mut self, statement: &StmtReturn) -> StmtKind {
        let scope = self.scope();
        if !matches!(scope.kind, Kind::Function { .. }) {
            self.syntax(statement, "'return' outside function", "'return' 在函数外面");
        } else if statement.value.is_some() {
            scope.returns.push(statement.range());
        }
        StmtKind::Return(statement.value.as_ref().map(|value| self.expression(value)))
    }

    /// Whoever iterates an async generator has no use for a value that it returns.
    pub(super) fn check_returns(&mut self, function: &Scope) {
        if function.kind != (Kind::Function { is_async: true }) || !function.is_generator {
            return;
        }
        for statement in &function.returns {
            let zh = "异步生成器里的 'return' 不能有值";
            self.syntax(*statement, "'return' with value in async generator", zh);
        }
    }
}

fn comprehension_name(kind: ComprehensionKind) -> (&'static str, &'static str) {
    match kind {
        ComprehensionKind::List => ("list comprehension", "列表推导式"),
        ComprehensionKind::Set => ("set comprehension", "集合推导式"),
        ComprehensionKind::Dict => ("dict comprehension", "字典推导式"),
        ComprehensionKind::Generator => ("generator expression", "生成器表达式"),
    }
}
