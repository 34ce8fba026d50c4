//! Patterns.

use syntax::tree::{Pattern, PatternKind};

use super::literal::constant;
use super::{Notation, maybe, row};

impl Notation<'_> {
    pub fn pattern(&self, pattern: &Pattern) -> String {
        let at = self.at(pattern.span);
        let show = |pattern: &Pattern| self.pattern(pattern);
        match &pattern.kind {
            PatternKind::Value(value) => format!("MatchValue{at}({})", self.expression(value)),
            PatternKind::Singleton(value) => format!("MatchSingleton{at}({})", constant(value)),
            PatternKind::Sequence(patterns) => format!("MatchSequence{at}{}", row(patterns, show)),
            PatternKind::Star(name) => format!("MatchStar{at}({})", maybe(name.as_ref(), String::clone)),
            PatternKind::Mapping { items, rest } => {
                let items = row(items, |(key, pattern)| {
                    format!("{}:{}", self.expression(key), show(pattern))
                });
                format!(
                    "MatchMapping{at}({items} {})",
                    maybe(rest.as_ref(), String::clone)
                )
            }
            PatternKind::Class {
                class,
                positional,
                keywords,
            } => {
                let keywords = row(keywords, |(name, pattern)| format!("{name}={}", show(pattern)));
                let positional = row(positional, show);
                format!(
                    "MatchClass{at}({} {positional} {keywords})",
                    self.expression(class)
                )
            }
            PatternKind::As { pattern, name } => {
                let pattern = maybe(pattern.as_ref(), |pattern| show(pattern));
                format!("MatchAs{at}({pattern} {})", maybe(name.as_ref(), String::clone))
            }
            PatternKind::Or(patterns) => format!("MatchOr{at}{}", row(patterns, show)),
        }
    }
}
