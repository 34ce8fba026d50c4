//! Comprehensions: functions of one argument, which are called at once (`compiler_comprehension` in `Python/compile.c`).

use syntax::tree::{ComprehensionKind, ComprehensionLoop, Expr, Span};

use super::scope::ITERABLE;
use super::{Access, Compiler};
use crate::code::{CodeKind, Parameters};
use crate::opcode::{FunctionParts, Instr};

impl Compiler {
    pub(super) fn comprehension(
        &mut self,
        expr: &Expr,
        kind: ComprehensionKind,
        element: &Expr,
        value: Option<&Expr>,
        loops: &[ComprehensionLoop],
    ) {
        let Some(first) = loops.first() else { return };
        let span = expr.span;
        let scope = self.scopes.at(expr.span);
        let is_generator = kind == ComprehensionKind::Generator;
        let awaits = scope.awaits;
        let code_kind = match (is_generator, awaits) {
            (true, true) => CodeKind::AsyncGenerator,
            (true, false) => CodeKind::Generator,
            (false, true) => CodeKind::Coroutine,
            (false, false) => CodeKind::Plain,
        };
        let (name, build) = match kind {
            ComprehensionKind::List => ("<listcomp>", Some(Instr::BuildList(0))),
            ComprehensionKind::Set => ("<setcomp>", Some(Instr::BuildSet(0))),
            ComprehensionKind::Dict => ("<dictcomp>", Some(Instr::BuildMap(0))),
            ComprehensionKind::Generator => ("<genexpr>", None),
        };
        let (number, outer) = self.begin_body(name, scope, code_kind);
        self.emit(Instr::Resume, span);
        if let Some(build) = build {
            self.emit(build, span);
        }
        self.comprehension_loop(span, loops, 0, kind, element, value);
        if is_generator {
            self.load_none(span);
        }
        self.emit(Instr::ReturnValue, span);
        let parameters = Parameters {
            positional: 1,
            positional_only: 1,
            ..Parameters::default()
        };
        let code = self.end_body(number, outer, name, parameters, None);
        self.make_function(code, FunctionParts::default(), span);
        self.expression(&first.iter);
        self.emit(
            if first.is_async {
                Instr::GetAiter
            } else {
                Instr::GetIter
            },
            span,
        );
        self.emit(Instr::Call(0), span);
        if awaits && !is_generator {
            self.await_top(0, span);
        }
    }

    fn comprehension_loop(
        &mut self,
        span: Span,
        loops: &[ComprehensionLoop],
        depth: u32,
        kind: ComprehensionKind,
        element: &Expr,
        value: Option<&Expr>,
    ) {
        let Some(this) = loops.get(depth as usize) else {
            self.comprehension_element(span, depth, kind, element, value);
            return;
        };
        let [again, skip, end] = [(); 3].map(|()| self.label());
        if depth == 0 {
            self.variable(ITERABLE, span, Access::Load);
        } else {
            self.expression(&this.iter);
            self.emit(
                if this.is_async {
                    Instr::GetAiter
                } else {
                    Instr::GetIter
                },
                span,
            );
        }
        self.place(again);
        if this.is_async {
            self.next_of_async(span, end);
        } else {
            self.jump(Instr::ForIter, end, span);
        }
        self.store(&this.target);
        this.conditions
            .iter()
            .for_each(|condition| self.jump_if(condition, false, skip));
        self.comprehension_loop(span, loops, depth + 1, kind, element, value);
        self.place(skip);
        self.jump(Instr::JumpBackward, again, span);
        self.place(end);
        if this.is_async {
            self.emit(Instr::EndAsyncFor, span);
        }
    }

    fn comprehension_element(
        &mut self,
        span: Span,
        depth: u32,
        kind: ComprehensionKind,
        element: &Expr,
        value: Option<&Expr>,
    ) {
        self.expression(element);
        if let Some(value) = value {
            self.expression(value);
        }
        match kind {
            ComprehensionKind::List => self.emit(Instr::ListAppend(depth + 1), span),
            ComprehensionKind::Set => self.emit(Instr::SetAdd(depth + 1), span),
            ComprehensionKind::Dict => self.emit(Instr::MapAdd(depth + 1), span),
            ComprehensionKind::Generator => {
                self.emit_yield(span);
                self.emit(Instr::PopTop, span);
            }
        }
    }
}
