//! `with` and `async with`.

use syntax::tree::{Span, Stmt, WithItem};

use super::{Block, Compiler};
use crate::opcode::Instr;

impl Compiler {
    pub(super) fn with(&mut self, statement: Span, items: &[WithItem], body: &[Stmt], is_async: bool) {
        let Some((item, rest)) = items.split_first() else {
            self.block(body);
            return;
        };
        // Where the statement begins, whichever of its context managers it is.
        let span = Span {
            start: statement.start,
            end: item.context.span.end,
        };
        let [handler, cleanup, suppressed, end] = [(); 4].map(|()| self.label());
        self.expression(&item.context);
        if is_async {
            self.emit_unmarked(Instr::BeforeAsyncWith, span);
            self.await_top(1, span);
        } else {
            self.emit_unmarked(Instr::BeforeWith, span);
        }
        // What was entered lies on top, and the handler does not keep it.
        let region = self.body.assembler.region(handler, 1, true);
        self.enter(Block::With { region, is_async });
        match &item.target {
            Some(target) => self.store(target),
            None => self.emit(Instr::PopTop, span),
        }
        self.with(statement, rest, body, is_async);
        self.leave();
        self.call_exit(span, is_async);
        self.jump(Instr::JumpForward, end, span);

        self.place(handler);
        let region = self.body.assembler.region(cleanup, 0, true);
        self.enter(Block::Protected(region));
        self.emit(Instr::PushExcInfo, span);
        self.emit_unmarked(Instr::WithExceptStart, span);
        if is_async {
            self.await_top(2, span);
        }
        self.jump(Instr::PopJumpForwardIfTrue, suppressed, span);
        self.emit(Instr::Reraise(2), span);
        self.place(suppressed);
        self.emit(Instr::PopTop, span);
        self.leave();
        for instr in [Instr::PopExcept, Instr::PopTop, Instr::PopTop] {
            self.emit(instr, span);
        }
        self.jump(Instr::JumpForward, end, span);
        self.place(cleanup);
        self.restore_and_reraise(span);
        self.place(end);
    }

    /// `exit ->` Calls it, for nothing was raised.
    pub(super) fn call_exit(&mut self, span: Span, is_async: bool) {
        for _ in 0..3 {
            self.load_none(span);
        }
        self.emit_unmarked(Instr::Call(2), span);
        if is_async {
            self.await_top(2, span);
        }
        self.emit(Instr::PopTop, span);
    }

    /// `x -> result` Awaits the top of the stack; `origin` says where it comes from.
    pub(super) fn await_top(&mut self, origin: u32, span: Span) {
        let start = self.body.assembler.position();
        self.emit(Instr::GetAwaitable(origin), span);
        self.load_none(span);
        self.send_loop(span);
        if origin != 0 {
            // A part of `async with`.
            self.body.assembler.unmark_from(start);
        }
    }

    /// `iter x -> result` Sends and passes on what is yielded, until there is a result.
    pub(super) fn send_loop(&mut self, span: Span) {
        let [again, end] = [(); 2].map(|()| self.label());
        self.place(again);
        self.jump(Instr::Send, end, span);
        self.emit(Instr::YieldValue, span);
        self.emit(Instr::Resume, span);
        self.jump(Instr::JumpBackwardNoInterrupt, again, span);
        self.place(end);
    }
}
