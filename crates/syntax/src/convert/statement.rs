//! Statements.

use ruff_python_ast::{
    Expr as Source, Stmt as SourceStmt, StmtAnnAssign, StmtAugAssign, StmtFor, StmtIf, StmtWhile, StmtWith,
};
use ruff_text_size::{Ranged, TextRange};

use super::Converter;
use super::expression::binary_op;
use crate::depth::MAX_DEPTH;
use crate::feature::Feature;
use crate::tree::{Span, Stmt, StmtKind, WithItem};

impl Converter<'_> {
    pub(super) fn block(&mut self, block: &[SourceStmt]) -> Vec<Stmt> {
        let mut statements = Vec::with_capacity(block.len());
        for (position, source) in block.iter().enumerate() {
            let is_docstring = position == 0 && is_string(source);
            self.future_allowed &= is_docstring || is_future_import(source);
            match source {
                SourceStmt::Import(import) => statements.extend(self.imports(import)),
                _ => {
                    let kind = self.statement(source);
                    let span = self.span(source);
                    statements.push(Stmt { span, kind });
                }
            }
        }
        statements
    }

    fn statement(&mut self, source: &SourceStmt) -> StmtKind {
        match source {
            SourceStmt::Expr(statement) => match &*statement.value {
                // `...` as a body does nothing.
                Source::EllipsisLiteral(_) => StmtKind::Pass,
                value => StmtKind::Expr(self.expression(value)),
            },
            SourceStmt::Assign(assign) => {
                let value = self.expression(&assign.value);
                let targets = assign
                    .targets
                    .iter()
                    .map(|target| self.outer_target(target))
                    .collect();
                StmtKind::Assign { targets, value }
            }
            SourceStmt::AugAssign(assign) => self.augmented(assign),
            SourceStmt::AnnAssign(assign) => self.annotated(assign),
            SourceStmt::If(statement) => self.conditional(statement),
            SourceStmt::While(statement) => self.while_loop(statement),
            SourceStmt::For(statement) => self.for_loop(statement),
            SourceStmt::Break(_) => {
                self.check_loop(source.range(), "'break' outside loop", "'break' 在循环外面");
                StmtKind::Break
            }
            SourceStmt::Continue(_) => {
                let en = "'continue' not properly in loop";
                self.check_loop(source.range(), en, "'continue' 不在循环里");
                StmtKind::Continue
            }
            SourceStmt::Pass(_) => StmtKind::Pass,
            SourceStmt::FunctionDef(def) => self.function(def),
            SourceStmt::Return(statement) => {
                if !self.in_function() {
                    self.syntax(source, "'return' outside function", "'return' 在函数外面");
                }
                StmtKind::Return(statement.value.as_ref().map(|value| self.expression(value)))
            }
            SourceStmt::Global(statement) => {
                self.declares_global(&statement.names, statement.range);
                if !self.in_function() {
                    // The module's variables are global anyway.
                    return StmtKind::Pass;
                }
                StmtKind::Global(statement.names.iter().map(ToString::to_string).collect())
            }
            SourceStmt::Nonlocal(statement) => {
                self.declares_nonlocal(&statement.names, statement.range);
                StmtKind::Pass
            }
            SourceStmt::ImportFrom(import) => self.imports_from(import),
            SourceStmt::With(statement) => self.with(statement),
            SourceStmt::Assert(statement) => {
                let test = self.expression(&statement.test);
                self.warn_of_assertion(statement.range, &test);
                let message = statement.msg.as_ref().map(|message| self.expression(message));
                StmtKind::Assert { test, message }
            }
            SourceStmt::Delete(statement) => StmtKind::Delete(
                statement
                    .targets
                    .iter()
                    .map(|target| self.target(target))
                    .collect(),
            ),
            other => self.missing(other),
        }
    }

    /// A statement that we do not have.
    fn missing(&mut self, source: &SourceStmt) -> StmtKind {
        let (feature, keyword) = match source {
            SourceStmt::Try(statement) if statement.is_star => (Feature::ExceptStar, "try"),
            SourceStmt::Try(_) => (Feature::Try, "try"),
            SourceStmt::Raise(_) => (Feature::Raise, "raise"),
            SourceStmt::Match(_) => (Feature::Match, "match"),
            _ => (Feature::Class, "class"),
        };
        if let SourceStmt::ClassDef(class) = source {
            self.binds(&class.name, &class.name);
        }
        self.refuse(self.keyword(source.range(), keyword), feature);
        StmtKind::Pass
    }

    /// The first line of a statement is enough to point at, not its whole body.
    fn keyword(&self, range: TextRange, keyword: &str) -> TextRange {
        let text = self.text(range);
        let start = text.find(keyword).unwrap_or(0);
        let start = range.start() + ruff_text_size::TextSize::of(&text[..start]);
        TextRange::at(start, ruff_text_size::TextSize::of(keyword))
    }

    fn check_loop(&mut self, range: TextRange, en: &str, zh: &str) {
        if !self.scope().in_loop {
            self.syntax(range, en, zh);
        }
    }

    fn augmented(&mut self, assign: &StmtAugAssign) -> StmtKind {
        let target = self.target(&assign.target);
        let value = self.expression(&assign.value);
        match binary_op(assign.op) {
            Some(op) => StmtKind::AugAssign { target, op, value },
            None => {
                self.refuse(assign, Feature::MatrixProduct);
                StmtKind::Pass
            }
        }
    }

    fn annotated(&mut self, assign: &StmtAnnAssign) -> StmtKind {
        if let Source::Name(name) = &*assign.target
            && assign.simple
            && self.in_function()
            && self.is_global(&name.id)
        {
            let en = format!("annotated name '{}' can't be global", name.id);
            self.syntax(
                assign,
                en,
                format!("带类型标注的名字 '{}' 不能是全局变量", name.id),
            );
        }
        let Some(value) = &assign.value else {
            self.refuse(assign, Feature::BareAnnotation);
            return StmtKind::Pass;
        };
        let value = self.expression(value);
        StmtKind::Assign {
            targets: vec![self.target(&assign.target)],
            value,
        }
    }

    /// The parser keeps the `elif`s beside the `if`; ours nest, each up to the end of the whole. So here alone our tree can be
    /// deeper than the parser's, and the clauses around are counted.
    fn conditional(&mut self, statement: &StmtIf) -> StmtKind {
        let test = self.expression(&statement.test);
        let body = self.block(&statement.body);
        let end = self.span(statement).end;
        let mut clauses = Vec::new();
        let around = self.elifs;
        for clause in &statement.elif_else_clauses {
            self.elifs += 1;
            if self.elifs > MAX_DEPTH {
                self.syntax(
                    self.keyword(clause.range, "el"),
                    "too many elif clauses",
                    "elif 分支太多",
                );
                return StmtKind::Pass;
            }
            let span = self.span(clause);
            let test = clause.test.as_ref().map(|test| self.expression(test));
            clauses.push((span.start, test, self.block(&clause.body)));
        }
        self.elifs = around;
        let mut orelse = Vec::new();
        for (start, test, body) in clauses.into_iter().rev() {
            orelse = match test {
                Some(test) => vec![Stmt {
                    span: Span { start, end },
                    kind: StmtKind::If { test, body, orelse },
                }],
                None => body,
            };
        }
        StmtKind::If { test, body, orelse }
    }

    fn while_loop(&mut self, statement: &StmtWhile) -> StmtKind {
        StmtKind::While {
            test: self.expression(&statement.test),
            body: self.loop_body(&statement.body),
            orelse: self.block(&statement.orelse),
        }
    }

    fn for_loop(&mut self, statement: &StmtFor) -> StmtKind {
        if statement.is_async {
            self.check_async(
                statement.range,
                "'async for' outside async function",
                "'async for' 在 async 函数外面",
            );
        }
        let iter = self.expression(&statement.iter);
        StmtKind::For {
            target: self.outer_target(&statement.target),
            iter,
            body: self.loop_body(&statement.body),
            orelse: self.block(&statement.orelse),
        }
    }

    fn loop_body(&mut self, body: &[SourceStmt]) -> Vec<Stmt> {
        let outside = std::mem::replace(&mut self.scope().in_loop, true);
        let body = self.block(body);
        self.scope().in_loop = outside;
        body
    }

    fn with(&mut self, statement: &StmtWith) -> StmtKind {
        if statement.is_async {
            let zh = "'async with' 在 async 函数外面";
            self.check_async(statement.range, "'async with' outside async function", zh);
        }
        let items = statement.items.iter().map(|item| WithItem {
            context: self.expression(&item.context_expr),
            target: item
                .optional_vars
                .as_ref()
                .map(|target| self.outer_target(target)),
        });
        StmtKind::With {
            items: items.collect(),
            body: self.block(&statement.body),
        }
    }

    /// An `async def` is refused as a whole, so that no function that is looked at is one.
    fn check_async(&mut self, range: TextRange, en: &str, zh: &str) {
        let place = self.keyword(range, "async");
        self.syntax(place, en, zh);
    }
}

fn is_string(statement: &SourceStmt) -> bool {
    matches!(statement, SourceStmt::Expr(statement) if statement.value.is_string_literal_expr())
}

fn is_future_import(statement: &SourceStmt) -> bool {
    let SourceStmt::ImportFrom(import) = statement else {
        return false;
    };
    import
        .module
        .as_ref()
        .is_some_and(|module| module.as_str() == "__future__")
}
