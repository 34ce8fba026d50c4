//! Statements.

use syntax::tree::{BinaryOp, Expr, ExprKind, Imported, Span, Stmt, StmtKind, Target, TargetKind, UnaryOp};

use super::{Access, Block, Compiler, ScopeKind};
use crate::library::ModuleId;
use crate::opcode::Instr;

impl Compiler {
    pub(super) fn block(&mut self, body: &[Stmt]) {
        for stmt in body {
            self.statement(stmt);
        }
    }

    fn statement(&mut self, stmt: &Stmt) {
        let span = stmt.span;
        match &stmt.kind {
            // CPython drops a constant that stands alone, a docstring among them.
            StmtKind::Expr(Expr {
                kind: ExprKind::Constant(_),
                ..
            })
            | StmtKind::Pass => self.emit(Instr::Nop, span),
            StmtKind::Expr(value) => {
                self.expression(value);
                self.emit(Instr::PopTop, span);
            }
            StmtKind::Assign { targets, value } => {
                self.expression(value);
                for (index, target) in targets.iter().enumerate() {
                    if index + 1 < targets.len() {
                        self.emit(Instr::Copy(1), span);
                    }
                    self.store(target);
                }
            }
            StmtKind::Annotated {
                target,
                annotation,
                value,
            } => {
                if let Some(value) = value {
                    self.expression(value);
                    self.store(target);
                }
                self.annotate(span, target, annotation);
            }
            StmtKind::AugAssign { target, op, value } => self.augmented(span, target, *op, value),
            StmtKind::If { test, body, orelse } => self.if_statement(test, body, orelse),
            StmtKind::While { test, body, orelse } => self.while_statement(test, body, orelse),
            StmtKind::For {
                is_async: false,
                target,
                iter,
                body,
                orelse,
            } => {
                self.for_statement(span, target, iter, body, orelse);
            }
            StmtKind::For {
                is_async: true,
                target,
                iter,
                body,
                orelse,
            } => {
                self.async_for(span, target, iter, body, orelse);
            }
            StmtKind::Break | StmtKind::Continue => {
                self.leave_loop(span, matches!(stmt.kind, StmtKind::Break));
            }
            StmtKind::Def(function) => self.def(function),
            StmtKind::Class(class) => self.class_statement(class),
            StmtKind::Return(value) => self.return_statement(span, value.as_ref()),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) => {}
            StmtKind::Import { module, name } => self.import(span, module, name),
            StmtKind::ImportFrom { module, names } => self.import_from(span, module, names),
            StmtKind::With {
                is_async,
                items,
                body,
            } => self.with(span, items, body, *is_async),
            StmtKind::Assert { test, message } => {
                let holds = self.label();
                self.jump_if(test, true, holds);
                // What comes behind a comparison counts as a part of it (`compiler_jump_if`).
                let span = last_comparison(test).unwrap_or(span);
                self.emit(Instr::LoadAssertionError, span);
                if let Some(message) = message {
                    self.expression(message);
                    self.emit(Instr::Call(0), span);
                }
                self.emit(Instr::RaiseVarargs(1), span);
                self.place(holds);
            }
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.delete(target)),
            StmtKind::Raise { exception, cause } => {
                let count = exception.iter().chain(cause).count();
                exception
                    .iter()
                    .chain(cause)
                    .for_each(|value| self.expression(value));
                self.emit(Instr::RaiseVarargs(count as u32), span);
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finally,
            } => self.try_statement(span, body, handlers, orelse, finally),
            StmtKind::Match { subject, cases } => self.match_statement(subject, cases),
        }
    }

    pub(super) fn store_name(&mut self, name: &str, span: Span) {
        self.variable(name, span, Access::Store);
    }

    /// A class keeps its annotations; those of a function's variables are not evaluated.
    fn annotate(&mut self, span: Span, target: &Target, annotation: &Expr) {
        if self.body.scope.kind == ScopeKind::Function || self.id != ModuleId::MAIN {
            return;
        }
        let TargetKind::Name(name) = &target.kind else {
            self.expression(annotation);
            self.emit(Instr::PopTop, span);
            return;
        };
        if self.body.scope.kind != ScopeKind::Class {
            self.expression(annotation);
            self.emit(Instr::PopTop, span);
            return;
        }
        self.emit(Instr::SetupAnnotations, span);
        self.expression(annotation);
        self.variable("__annotations__", span, Access::Load);
        let name = super::mangle(self.class.as_deref(), name).into_owned();
        self.load_text(&name, span);
        self.emit(Instr::StoreSubscr, span);
    }

    /// Stores the top of the stack.
    pub(super) fn store(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Name(name) => self.store_name(name, target.span),
            TargetKind::Attribute { value, name } => {
                self.expression(value);
                let name = self.attribute(name);
                self.emit(Instr::StoreAttr(name), target.span);
            }
            TargetKind::Subscript { value, index } => {
                self.expression(value);
                self.expression(index);
                self.emit(Instr::StoreSubscr, target.span);
            }
            TargetKind::Sequence(targets) => {
                let is_star = |target: &Target| matches!(target.kind, TargetKind::Starred(_));
                let instr = match targets.iter().position(is_star) {
                    Some(before) => Instr::UnpackEx(before as u16, (targets.len() - before - 1) as u16),
                    None => Instr::UnpackSequence(targets.len() as u32),
                };
                self.emit(instr, target.span);
                targets.iter().for_each(|target| self.store(target));
            }
            TargetKind::Starred(target) => self.store(target),
        }
    }

    fn delete(&mut self, target: &Target) {
        let span = target.span;
        match &target.kind {
            TargetKind::Name(name) => self.variable(name, span, Access::Delete),
            TargetKind::Attribute { value, name } => {
                self.expression(value);
                let name = self.attribute(name);
                self.emit(Instr::DeleteAttr(name), span);
            }
            TargetKind::Subscript { value, index } => {
                self.expression(value);
                self.expression(index);
                self.emit(Instr::DeleteSubscr, span);
            }
            TargetKind::Sequence(targets) => targets.iter().for_each(|target| self.delete(target)),
            TargetKind::Starred(_) => unreachable!("the parser refuses `del *a`"),
        }
    }

    fn augmented(&mut self, span: Span, target: &Target, op: BinaryOp, value: &Expr) {
        match &target.kind {
            TargetKind::Name(name) => {
                self.load_name(name, target.span);
                self.expression(value);
                self.emit(Instr::InPlace(op), span);
                self.store_name(name, target.span);
            }
            TargetKind::Attribute { value: object, name } => {
                self.expression(object);
                let name = self.attribute(name);
                self.emit(Instr::Copy(1), target.span);
                self.emit(Instr::LoadAttr(name), target.span);
                self.expression(value);
                self.emit(Instr::InPlace(op), span);
                self.emit(Instr::Swap(2), target.span);
                self.emit(Instr::StoreAttr(name), target.span);
            }
            TargetKind::Subscript { value: object, index } => {
                self.expression(object);
                self.expression(index);
                self.emit(Instr::Copy(2), target.span);
                self.emit(Instr::Copy(2), target.span);
                self.emit(Instr::BinarySubscr, target.span);
                self.expression(value);
                self.emit(Instr::InPlace(op), span);
                self.emit(Instr::Swap(3), target.span);
                self.emit(Instr::Swap(2), target.span);
                self.emit(Instr::StoreSubscr, target.span);
            }
            TargetKind::Sequence(_) | TargetKind::Starred(_) => {
                unreachable!("the parser refuses `a, b += c`")
            }
        }
    }

    fn if_statement(&mut self, test: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let end = self.label();
        let otherwise = if orelse.is_empty() { end } else { self.label() };
        self.jump_if(test, false, otherwise);
        self.block(body);
        if !orelse.is_empty() {
            let last = body.last().map_or(test.span, |stmt| stmt.span);
            self.jump(Instr::JumpForward, end, last);
            self.place(otherwise);
            self.block(orelse);
        }
        self.place(end);
    }

    /// CPython tests once before the loop and again behind the body, so an iteration has one jump.
    fn while_statement(&mut self, test: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let [continues, again, otherwise, end] = [(); 4].map(|()| self.label());
        self.enter(Block::While {
            continues,
            breaks: end,
            iterator: false,
        });
        self.place(continues);
        self.jump_if(test, false, otherwise);
        self.place(again);
        self.block(body);
        self.jump_if(test, true, again);
        self.leave();
        self.place(otherwise);
        self.block(orelse);
        self.place(end);
    }

    fn for_statement(&mut self, span: Span, target: &Target, iter: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let [continues, otherwise, end] = [(); 3].map(|()| self.label());
        self.enter(Block::For {
            continues,
            breaks: end,
        });
        self.iterable(iter);
        self.emit_unmarked(Instr::GetIter, iter.span);
        self.place(continues);
        self.jump_unmarked(Instr::ForIter, otherwise, iter.span);
        self.store(target);
        self.block(body);
        self.jump(Instr::JumpBackward, continues, span);
        self.leave();
        self.place(otherwise);
        self.block(orelse);
        self.place(end);
    }

    fn async_for(&mut self, span: Span, target: &Target, iter: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let [continues, handler, end] = [(); 3].map(|()| self.label());
        self.expression(iter);
        self.emit_unmarked(Instr::GetAiter, iter.span);
        self.enter(Block::While {
            continues,
            breaks: end,
            iterator: true,
        });
        self.place(continues);
        self.next_of_async(iter.span, handler);
        self.store(target);
        self.block(body);
        self.jump(Instr::JumpBackward, continues, span);
        self.leave();
        self.place(handler);
        self.emit(Instr::EndAsyncFor, iter.span);
        self.block(orelse);
        self.place(end);
    }

    /// `aiter -> aiter next`; the end of the iteration goes to the handler as an exception.
    pub(super) fn next_of_async(&mut self, span: Span, handler: super::Label) {
        let region = self.body.assembler.region(handler, 0, false);
        let start = self.body.assembler.position();
        self.enter(Block::Protected(region));
        self.emit(Instr::GetAnext, span);
        self.load_none(span);
        self.send_loop(span);
        self.body.assembler.unmark_from(start);
        self.leave();
    }

    fn return_statement(&mut self, span: Span, value: Option<&Expr>) {
        let keeps = value.is_some_and(|value| self.fold(value).is_none());
        if let Some(value) = value.filter(|_| keeps) {
            self.expression(value);
        }
        let blocks = self.leave_all(span, keeps);
        match value {
            Some(value) if !keeps => self.expression(value),
            None => self.load_none(span),
            Some(_) => {}
        }
        self.emit(Instr::ReturnValue, span);
        self.resume_blocks(blocks);
    }

    /// `import a.b as c` means `a.b`; without `as` it means `a`.
    fn import(&mut self, span: Span, module: &str, name: &str) {
        let Some(whole) = self.supported_module(span, module) else {
            return;
        };
        let is_package = module.split_once('.').is_some_and(|(package, _)| package == name);
        let meant = if is_package {
            self.supported_module(span, name)
        } else {
            Some(whole)
        };
        if let Some(meant) = meant {
            self.depends_on(whole);
            self.depends_on(meant);
            self.emit(Instr::ImportName(meant.word()), span);
            self.store_name(name, span);
        }
    }

    /// What a module of the library imports at its top level is not compiled here: these are imports within functions.
    fn depends_on(&mut self, module: ModuleId) {
        if self.id == ModuleId::MAIN {
            self.imports.insert(module);
            self.imports.extend(crate::library::companion(module));
        } else {
            self.imports_in_functions.insert(module);
        }
    }

    fn import_from(&mut self, span: Span, module: &str, names: &[Imported]) {
        if module == "__future__" {
            return;
        }
        let Some(id) = self.supported_module(span, module) else {
            return;
        };
        self.depends_on(id);
        self.emit(Instr::ImportName(id.word()), span);
        for imported in names {
            if let Some(inner) = crate::library::named(&format!("{module}.{}", imported.attribute)) {
                self.depends_on(inner);
                self.emit(Instr::ImportName(inner.word()), imported.span);
            } else {
                self.check_module_attribute(id, &imported.attribute, imported.span);
                let attribute = self.attribute(&imported.attribute);
                self.emit(Instr::ImportFrom(attribute), imported.span);
            }
            self.store_name(&imported.name, imported.span);
        }
        self.emit(Instr::PopTop, span);
    }
}

/// The last comparison of a condition.
fn last_comparison(test: &Expr) -> Option<Span> {
    match &test.kind {
        ExprKind::Compare { .. } => Some(test.span),
        ExprKind::Unary {
            op: UnaryOp::Not,
            operand,
        } => last_comparison(operand),
        ExprKind::Bool { values, .. } => values.iter().rev().find_map(last_comparison),
        ExprKind::Conditional { test, body, orelse } => last_comparison(orelse)
            .or_else(|| last_comparison(body))
            .or_else(|| last_comparison(test)),
        _ => None,
    }
}
