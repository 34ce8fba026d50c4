//! The parser's tree to ours. What ours does not have is refused; what CPython's compiler (not its parser) reports is found here.

mod annotation;
mod call;
mod class;
mod comprehension;
mod coroutine;
mod declaration;
mod exception;
mod expression;
mod function;
mod import;
mod key;
mod literal;
mod matching;
mod named;
mod pattern;
mod scope;
mod statement;
mod target;
mod warnings;

use ruff_python_ast::ModModule;
use ruff_text_size::{Ranged, TextRange};

use crate::feature::Feature;
use crate::normalise::Normalised;
use crate::problem::Problem;
use crate::tree::{Constant, ExprKind, Module, Span};
use scope::{Kind, Scope};

/// Converts a module that has no parse errors; the problems beside a tree are warnings.
pub(crate) fn module(
    module: &ModModule,
    source: &Normalised<'_>,
) -> Result<(Module, Vec<Problem>), Vec<Problem>> {
    let mut converter = Converter {
        source,
        scopes: vec![Scope::new(Kind::Module)],
        problems: Vec::new(),
        warnings: Vec::new(),
        future_allowed: true,
        future_annotations: false,
        elifs: 0,
    };
    let body = converter.block(&module.body);
    if converter.problems.is_empty() {
        Ok((Module { body }, converter.warnings))
    } else {
        Err(converter.problems)
    }
}

/// Walks the tree once. A node that is wrong is reported and replaced by `None` or `pass`, so that what follows is looked
/// at too; the tree is thrown away then.
struct Converter<'a> {
    source: &'a Normalised<'a>,
    /// The scopes around the current place, from the module's.
    scopes: Vec<Scope>,
    problems: Vec<Problem>,
    warnings: Vec<Problem>,
    /// Whether only the module's docstring and imports from `__future__` came before.
    future_allowed: bool,
    /// Whether annotations are not even compiled.
    future_annotations: bool,
    /// How many clauses of `if` statements are around the current place, those before an `elif` too.
    elifs: usize,
}

impl Converter<'_> {
    fn span(&self, ranged: impl Ranged) -> Span {
        self.source.span(ranged.range())
    }

    fn text(&self, range: TextRange) -> &str {
        &self.source.text()[range]
    }

    fn refuse(&mut self, ranged: impl Ranged, feature: Feature) {
        let problem = feature.refused(self.span(ranged));
        self.problems.push(problem);
    }

    fn refuse_expression(&mut self, ranged: impl Ranged, feature: Feature) -> ExprKind {
        self.refuse(ranged, feature);
        ExprKind::Constant(Constant::None)
    }

    fn syntax(&mut self, ranged: impl Ranged, en: impl Into<String>, zh: impl Into<String>) {
        let problem = Problem::syntax(self.span(ranged), en, zh);
        self.problems.push(problem);
    }
}
