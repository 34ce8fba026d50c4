//! `try`, following `compiler_try_finally` and `compiler_try_except` in `Python/compile.c`.

use syntax::tree::{ExceptHandler, Span, Stmt};

use super::{Access, Block, Compiler, Label};
use crate::opcode::Instr;

impl Compiler {
    pub(super) fn try_statement(
        &mut self,
        span: Span,
        body: &[Stmt],
        handlers: &[ExceptHandler],
        orelse: &[Stmt],
        finally: &[Stmt],
    ) {
        if finally.is_empty() {
            self.try_except(span, body, handlers, orelse);
            return;
        }
        let [raised, cleanup, end] = [(); 3].map(|()| self.label());
        let region = self.body.assembler.region(raised, 0, false);
        // A range has to begin with an instruction that is reached with the stack as the handler keeps it.
        self.enter(Block::Finally(region, finally.to_vec()));
        self.emit(Instr::Nop, span);
        if handlers.is_empty() {
            self.block(body);
        } else {
            self.try_except(span, body, handlers, orelse);
        }
        self.leave();
        self.block(finally);
        let last = finally.last().map_or(span, |stmt| stmt.span);
        self.jump(Instr::JumpForward, end, last);

        self.place(raised);
        let region = self.body.assembler.region(cleanup, 0, true);
        self.enter(Block::FinallyEnd(region));
        self.emit(Instr::PushExcInfo, span);
        self.block(finally);
        self.emit(Instr::Reraise(0), last);
        self.leave();
        self.place(cleanup);
        self.restore_and_reraise(last);
        self.place(end);
    }

    fn try_except(&mut self, span: Span, body: &[Stmt], handlers: &[ExceptHandler], orelse: &[Stmt]) {
        let [raised, cleanup, end] = [(); 3].map(|()| self.label());
        let region = self.body.assembler.region(raised, 0, false);
        self.enter(Block::Protected(region));
        self.emit(Instr::Nop, span);
        self.block(body);
        self.leave();
        self.block(orelse);
        let last = orelse.last().or(body.last()).map_or(span, |stmt| stmt.span);
        self.jump(Instr::JumpForward, end, last);

        self.place(raised);
        let region = self.body.assembler.region(cleanup, 0, true);
        self.enter(Block::Handlers(region));
        self.emit(Instr::PushExcInfo, span);
        for handler in handlers {
            self.handler(handler, end);
        }
        self.emit(
            Instr::Reraise(0),
            handlers.last().map_or(span, |handler| handler.span),
        );
        self.leave();
        self.place(cleanup);
        self.restore_and_reraise(span);
        self.place(end);
    }

    /// `handled exception`: an `except` clause, which leaves `handled exception` if it is another's.
    fn handler(&mut self, handler: &ExceptHandler, end: Label) {
        let next = self.label();
        let span = handler.span;
        if let Some(kind) = &handler.kind {
            self.expression(kind);
            self.emit_unmarked(Instr::CheckExcMatch, kind.span);
            self.jump(Instr::PopJumpForwardIfFalse, next, kind.span);
        }
        let last = handler.body.last().map_or(span, |stmt| stmt.span);
        match &handler.name {
            Some(name) => {
                let cleanup = self.label();
                self.variable(name, span, Access::Store);
                let region = self.body.assembler.region(cleanup, 0, true);
                self.enter(Block::Handler {
                    region: Some(region),
                    name: Some(name.clone()),
                });
                self.emit(Instr::Nop, span);
                self.block(&handler.body);
                self.leave();
                self.end_handler(last, Some(name), end);
                self.place(cleanup);
                self.forget(name, last);
                self.emit(Instr::Reraise(1), last);
            }
            None => {
                self.emit(Instr::PopTop, span);
                self.enter(Block::Handler {
                    region: None,
                    name: None,
                });
                self.block(&handler.body);
                self.leave();
                self.end_handler(last, None, end);
            }
        }
        self.place(next);
    }

    /// Leaves a clause and all clauses, whose own protection does not cover that.
    fn end_handler(&mut self, span: Span, name: Option<&str>, end: Label) {
        let Some(Block::Handlers(mut region)) = self.body.blocks.pop() else {
            unreachable!("a clause is inside of all clauses")
        };
        self.body.assembler.protect(&mut region);
        self.emit(Instr::PopExcept, span);
        if let Some(name) = name {
            self.forget(name, span);
        }
        self.jump(Instr::JumpForward, end, span);
        region.start = self.body.assembler.position();
        self.enter(Block::Handlers(region));
    }

    /// `handled lasti exception ->` What was being handled before is again, and the exception goes on.
    pub(super) fn restore_and_reraise(&mut self, span: Span) {
        for instr in [Instr::Copy(3), Instr::PopExcept, Instr::Reraise(1)] {
            self.emit(instr, span);
        }
    }
}
