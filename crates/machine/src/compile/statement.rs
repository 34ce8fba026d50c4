//! Statements.

use syntax::tree::{Expr, ExprKind, Function, Imported, Span, Stmt, StmtKind, Target, TargetKind, WithItem};

use super::{Access, Block, Compiler};
use crate::code::Constant;
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
            StmtKind::AugAssign { target, op, value } => self.augmented(span, target, *op, value),
            StmtKind::If { test, body, orelse } => self.if_statement(test, body, orelse),
            StmtKind::While { test, body, orelse } => self.while_statement(test, body, orelse),
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
            } => self.for_statement(span, target, iter, body, orelse),
            StmtKind::Break | StmtKind::Continue => {
                self.leave_loop(span, matches!(stmt.kind, StmtKind::Break));
            }
            StmtKind::Def(function) => self.def(function),
            StmtKind::Return(value) => self.return_statement(span, value.as_ref()),
            StmtKind::Global(_) => {}
            StmtKind::Import { module, name } => {
                let Some(module) = self.supported_module(span, module) else {
                    return;
                };
                self.emit(Instr::ImportName(module as u32), span);
                self.store_name(name, span);
            }
            StmtKind::ImportFrom { module, names } => self.import_from(span, module, names),
            StmtKind::With { items, body } => self.with(items, body),
            StmtKind::Assert { test, message } => {
                let holds = self.label();
                self.jump_if(test, true, holds);
                self.emit(Instr::LoadAssertionError, span);
                if let Some(message) = message {
                    self.expression(message);
                    self.emit(Instr::Call(0), span);
                }
                self.emit(Instr::RaiseVarargs(1), span);
                self.place(holds);
            }
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.delete(target)),
        }
    }

    fn store_name(&mut self, name: &str, span: Span) {
        self.variable(name, span, Access::Store);
    }

    /// Stores the top of the stack.
    pub(super) fn store(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Name(name) => self.store_name(name, target.span),
            TargetKind::Attribute { value, name } => {
                self.expression(value);
                self.check_attribute(value, name, target.span);
                let name = self.attribute(name);
                self.emit(Instr::StoreAttr(name), target.span);
            }
            TargetKind::Subscript { value, index } => {
                self.expression(value);
                self.expression(index);
                self.emit(Instr::StoreSubscr, target.span);
            }
            TargetKind::Sequence(targets) => {
                self.emit(Instr::UnpackSequence(targets.len() as u32), target.span);
                targets.iter().for_each(|target| self.store(target));
            }
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
        }
    }

    fn augmented(&mut self, span: Span, target: &Target, op: syntax::tree::BinaryOp, value: &Expr) {
        match &target.kind {
            TargetKind::Name(name) => {
                self.load_name(name, target.span);
                self.expression(value);
                self.emit(Instr::InPlace(op), span);
                self.store_name(name, target.span);
            }
            TargetKind::Attribute { value: object, name } => {
                self.expression(object);
                self.check_attribute(object, name, target.span);
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
            TargetKind::Sequence(_) => unreachable!("the parser refuses `a, b += c`"),
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
        self.unit.blocks.push(Block::While {
            continues,
            breaks: end,
        });
        self.place(continues);
        self.jump_if(test, false, otherwise);
        self.place(again);
        self.block(body);
        self.jump_if(test, true, again);
        self.unit.blocks.pop();
        self.place(otherwise);
        self.block(orelse);
        self.place(end);
    }

    fn for_statement(&mut self, span: Span, target: &Target, iter: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let [continues, otherwise, end] = [(); 3].map(|()| self.label());
        self.unit.blocks.push(Block::For {
            continues,
            breaks: end,
        });
        self.expression(iter);
        self.emit(Instr::GetIter, iter.span);
        self.place(continues);
        self.jump(Instr::ForIter, otherwise, iter.span);
        self.store(target);
        self.block(body);
        self.jump(Instr::JumpBackward, continues, span);
        self.unit.blocks.pop();
        self.place(otherwise);
        self.block(orelse);
        self.place(end);
    }

    fn leave_loop(&mut self, span: Span, breaks: bool) {
        let blocks = self.unit.blocks.clone();
        while let Some(block) = self.unit.blocks.last().copied() {
            match block {
                Block::While {
                    continues,
                    breaks: out,
                } => {
                    self.jump(Instr::JumpForward, if breaks { out } else { continues }, span);
                    break;
                }
                Block::For {
                    continues,
                    breaks: out,
                } => {
                    if breaks {
                        self.emit(Instr::PopTop, span);
                    }
                    self.jump(Instr::JumpForward, if breaks { out } else { continues }, span);
                    break;
                }
                Block::With { .. } => self.unwind(block, span, false),
            }
        }
        self.resume_blocks(blocks);
    }

    fn return_statement(&mut self, span: Span, value: Option<&Expr>) {
        let keeps = value.is_some_and(|value| self.fold(value).is_none());
        if let Some(value) = value.filter(|_| keeps) {
            self.expression(value);
        }
        let blocks = self.unit.blocks.clone();
        while let Some(block) = self.unit.blocks.last().copied() {
            self.unwind(block, span, keeps);
        }
        match value {
            Some(value) if !keeps => self.expression(value),
            None => self.load_none(span),
            Some(_) => {}
        }
        self.emit(Instr::ReturnValue, span);
        self.resume_blocks(blocks);
    }

    /// Leaves the innermost block; with `keeps` the top of the stack is a value to be returned.
    fn unwind(&mut self, block: Block, span: Span, keeps: bool) {
        self.unit.blocks.pop();
        match block {
            Block::While { .. } => {}
            Block::For { .. } => {
                if keeps {
                    self.emit(Instr::Swap(2), span);
                }
                self.emit(Instr::PopTop, span);
            }
            Block::With {
                entry,
                start,
                handler,
            } => {
                // What leaves the block is not protected by it any more.
                self.unit.assembler.protect(start, entry, handler);
                if keeps {
                    self.emit(Instr::Swap(2), span);
                }
                self.call_exit(span);
            }
        }
    }

    /// The code behind a jump out is inside the same blocks again; the protected part of each `with` begins anew.
    fn resume_blocks(&mut self, blocks: Vec<Block>) {
        let left = self.unit.blocks.len();
        let position = self.unit.assembler.position();
        self.unit.blocks = blocks;
        for block in &mut self.unit.blocks[left..] {
            if let Block::With { start, .. } = block {
                *start = position;
            }
        }
    }

    fn call_exit(&mut self, span: Span) {
        for _ in 0..3 {
            self.load_none(span);
        }
        self.emit(Instr::Call(2), span);
        self.emit(Instr::PopTop, span);
    }

    fn with(&mut self, items: &[WithItem], body: &[Stmt]) {
        let Some((item, rest)) = items.split_first() else {
            self.block(body);
            return;
        };
        let [handler, suppressed, end] = [(); 3].map(|()| self.label());
        self.expression(&item.context);
        self.emit(Instr::BeforeWith, item.context.span);
        let entry = self.unit.assembler.position();
        self.unit.blocks.push(Block::With {
            entry,
            start: entry,
            handler,
        });
        match &item.target {
            Some(target) => self.store(target),
            None => self.emit(Instr::PopTop, item.context.span),
        }
        self.with(rest, body);
        let Some(Block::With { start, .. }) = self.unit.blocks.pop() else {
            unreachable!("blocks are left in the order in which they were entered");
        };
        self.unit.assembler.protect(start, entry, handler);
        self.call_exit(item.context.span);
        self.jump(Instr::JumpForward, end, item.context.span);

        self.place(handler);
        self.emit(Instr::PushExcInfo, item.context.span);
        self.emit(Instr::WithExceptStart, item.context.span);
        self.jump(Instr::PopJumpForwardIfTrue, suppressed, item.context.span);
        self.emit(Instr::Reraise(2), item.context.span);
        self.place(suppressed);
        for instr in [Instr::PopTop, Instr::PopExcept, Instr::PopTop, Instr::PopTop] {
            self.emit(instr, item.context.span);
        }
        self.place(end);
    }

    fn def(&mut self, function: &Function) {
        let defaults: Vec<&Expr> = function
            .parameters
            .iter()
            .filter_map(|p| p.default.as_ref())
            .collect();
        if !defaults.is_empty() {
            let folded: Option<Vec<u32>> = defaults.iter().map(|default| self.fold(default)).collect();
            if let Some(items) = folded {
                let tuple = self.constant(Constant::Tuple(items));
                self.emit(Instr::LoadConst(tuple), function.name_span);
            } else {
                defaults.iter().for_each(|default| self.expression(default));
                self.emit(Instr::BuildTuple(defaults.len() as u32), function.name_span);
            }
        }
        let code = self.function(function);
        self.emit(
            Instr::MakeFunction(code, !defaults.is_empty()),
            function.name_span,
        );
        self.store_name(&function.name, function.name_span);
    }

    fn import_from(&mut self, span: Span, module: &str, names: &[Imported]) {
        let Some(module) = self.supported_module(span, module) else {
            return;
        };
        self.emit(Instr::ImportName(module as u32), span);
        for imported in names {
            self.check_module_attribute(module, &imported.attribute, imported.span);
            let attribute = self.attribute(&imported.attribute);
            self.emit(Instr::ImportFrom(attribute), imported.span);
            self.store_name(&imported.name, imported.span);
        }
        self.emit(Instr::PopTop, span);
    }
}
