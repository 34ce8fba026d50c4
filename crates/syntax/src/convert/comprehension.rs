//! Comprehensions and generator expressions: scopes of their own, but for what the first loop iterates.

use ruff_python_ast::{Comprehension as SourceLoop, Expr as Source};
use ruff_text_size::TextRange;

use super::Converter;
use super::scope::Kind;
use crate::tree::{ComprehensionKind, ComprehensionLoop, Expr, ExprKind};

impl Converter<'_> {
    pub(super) fn comprehension(
        &mut self,
        kind: ComprehensionKind,
        range: TextRange,
        element: &Source,
        value: Option<&Source>,
        loops: &[SourceLoop],
    ) -> ExprKind {
        let mut first = loops.first().map(|first| self.iterable(&first.iter));
        self.enter(Kind::Comprehension(kind));
        let mut converted = Vec::with_capacity(loops.len());
        for source in loops {
            converted.push(self.comprehension_loop(source, first.take()));
        }
        let element = self.boxed(element);
        let value = value.map(|value| self.boxed(value));
        let inner = self.leave();
        self.check_async_comprehension(&inner, range);
        ExprKind::Comprehension {
            kind,
            element,
            value,
            loops: converted,
        }
    }

    fn comprehension_loop(&mut self, source: &SourceLoop, first: Option<Expr>) -> ComprehensionLoop {
        self.scope().awaits |= source.is_async;
        self.scope().in_loop_variable = true;
        let target = self.outer_target(&source.target);
        self.scope().in_loop_variable = false;
        let iter = match first {
            Some(iter) => iter,
            None => self.iterable(&source.iter),
        };
        ComprehensionLoop {
            is_async: source.is_async,
            target,
            iter,
            conditions: self.expressions(&source.ifs),
        }
    }

    fn iterable(&mut self, source: &Source) -> Expr {
        let outside = std::mem::replace(&mut self.scope().in_iterable, true);
        let iterable = self.expression(source);
        self.scope().in_iterable = outside;
        iterable
    }
}
