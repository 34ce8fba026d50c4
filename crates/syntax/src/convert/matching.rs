//! `match` statements.

use std::collections::BTreeSet;

use ruff_python_ast::StmtMatch;

use super::Converter;
use crate::tree::{MatchCase, StmtKind};

impl Converter<'_> {
    pub(super) fn matches(&mut self, statement: &StmtMatch) -> StmtKind {
        let subject = self.expression(&statement.subject);
        let last = statement.cases.len().saturating_sub(1);
        let mut cases = Vec::with_capacity(statement.cases.len());
        for (position, case) in statement.cases.iter().enumerate() {
            let is_followed = position < last && case.guard.is_none();
            cases.push(MatchCase {
                pattern: self.pattern(&case.pattern, is_followed, &mut BTreeSet::new()),
                guard: case.guard.as_ref().map(|guard| self.expression(guard)),
                body: self.block(&case.body),
            });
        }
        StmtKind::Match { subject, cases }
    }
}
