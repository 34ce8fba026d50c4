//! Statements.

use ruff_python_ast::{
    Expr as Source, Stmt as SourceStmt, StmtAssert, StmtAugAssign, StmtFor, StmtIf, StmtWhile, StmtWith,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::Converter;
use super::expression::binary_op;
use crate::depth::MAX_DEPTH;
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
                    let span = self.statement_span(source);
                    statements.push(Stmt { span, kind });
                }
            }
        }
        statements
    }

    /// A definition begins behind its decorators.
    fn statement_span(&self, source: &SourceStmt) -> Span {
        let decorators = match source {
            SourceStmt::FunctionDef(def) => &def.decorator_list,
            SourceStmt::ClassDef(def) => &def.decorator_list,
            _ => return self.span(source),
        };
        let Some(last) = decorators.last() else {
            return self.span(source);
        };
        let rest = self.text(TextRange::new(last.end(), source.end()));
        let start = last.end() + TextSize::of(rest) - TextSize::of(without_comments(rest));
        self.span(TextRange::new(start, source.end()))
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
            SourceStmt::ClassDef(def) => self.class(def),
            SourceStmt::Return(statement) => self.returns(statement),
            SourceStmt::Global(statement) => self.global(&statement.names, statement.range),
            SourceStmt::Nonlocal(statement) => self.nonlocal(&statement.names, statement.range),
            SourceStmt::ImportFrom(import) => self.imports_from(import),
            SourceStmt::With(statement) => self.with(statement),
            SourceStmt::Assert(statement) => self.asserts(statement),
            SourceStmt::Delete(statement) => {
                let targets = statement.targets.iter();
                StmtKind::Delete(targets.map(|target| self.target(target)).collect())
            }
            SourceStmt::Raise(statement) => self.raises(statement),
            SourceStmt::Try(statement) => self.tries(statement),
            SourceStmt::Match(statement) => self.matches(statement),
            // The parser reports what is newer than CPython 3.11, and `block` has the imports.
            SourceStmt::TypeAlias(_) | SourceStmt::IpyEscapeCommand(_) | SourceStmt::Import(_) => {
                self.syntax(source, "invalid syntax", "语法无效");
                StmtKind::Pass
            }
        }
    }

    fn asserts(&mut self, statement: &StmtAssert) -> StmtKind {
        let test = self.expression(&statement.test);
        self.warn_of_assertion(statement.range, &test);
        let message = statement.msg.as_ref().map(|message| self.expression(message));
        StmtKind::Assert { test, message }
    }

    /// The first line of a statement is enough to point at, not its whole body.
    pub(super) fn keyword(&self, range: TextRange, keyword: &str) -> TextRange {
        let text = self.text(range);
        let start = text.find(keyword).unwrap_or(0);
        let start = range.start() + TextSize::of(&text[..start]);
        TextRange::at(start, TextSize::of(keyword))
    }

    fn check_loop(&mut self, range: TextRange, en: &str, zh: &str) {
        if !self.scope().in_loop {
            self.syntax(range, en, zh);
        }
    }

    fn augmented(&mut self, assign: &StmtAugAssign) -> StmtKind {
        StmtKind::AugAssign {
            target: self.target(&assign.target),
            op: binary_op(assign.op),
            value: self.expression(&assign.value),
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
            self.check_async(statement.range, "for");
        }
        let iter = self.expression(&statement.iter);
        StmtKind::For {
            is_async: statement.is_async,
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
            self.check_async(statement.range, "with");
        }
        let items = statement.items.iter().map(|item| WithItem {
            context: self.expression(&item.context_expr),
            target: item
                .optional_vars
                .as_ref()
                .map(|target| self.outer_target(target)),
        });
        StmtKind::With {
            is_async: statement.is_async,
            items: items.collect(),
            body: self.block(&statement.body),
        }
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

/// What follows white space, joined lines and comments.
fn without_comments(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest =
            rest.trim_start_matches(|character: char| character.is_ascii_whitespace() || character == '\\');
        if !rest.starts_with('#') {
            return rest;
        }
        rest = rest.find('\n').map_or("", |end| &rest[end..]);
    }
}
