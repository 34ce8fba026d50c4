//! Patterns (PEP 634; `compiler_pattern` in CPython's `Python/compile.c`).

use std::collections::BTreeSet;

use ruff_python_ast::{
    Expr as Source, Identifier, Pattern as SourcePattern, PatternArguments, PatternMatchAs,
    PatternMatchMapping, Singleton,
};
use ruff_text_size::TextRange;

use super::Converter;
use super::key::Key;
use crate::tree::{Constant, Expr, Pattern, PatternKind};

/// The names that a pattern binds.
type Names = BTreeSet<String>;

impl Converter<'_> {
    /// A pattern that is followed by others must leave something to them; `names` are those that are bound left of it.
    pub(super) fn pattern(
        &mut self,
        source: &SourcePattern,
        is_followed: bool,
        names: &mut Names,
    ) -> Pattern {
        Pattern {
            span: self.span(source),
            kind: self.pattern_kind(source, is_followed, names),
        }
    }

    fn pattern_kind(&mut self, source: &SourcePattern, is_followed: bool, names: &mut Names) -> PatternKind {
        match source {
            SourcePattern::MatchValue(value) => {
                self.check_value(&value.value, "patterns", "模式");
                PatternKind::Value(self.expression(&value.value))
            }
            SourcePattern::MatchSingleton(singleton) => PatternKind::Singleton(match singleton.value {
                Singleton::None => Constant::None,
                Singleton::True => Constant::Bool(true),
                Singleton::False => Constant::Bool(false),
            }),
            SourcePattern::MatchSequence(sequence) => {
                self.check_stars(&sequence.patterns, sequence.range);
                PatternKind::Sequence(self.patterns(&sequence.patterns, names))
            }
            SourcePattern::MatchStar(star) => PatternKind::Star(self.captures(star.name.as_ref(), names)),
            SourcePattern::MatchMapping(mapping) => self.mapping(mapping, names),
            SourcePattern::MatchClass(class) => {
                self.check_attributes(&class.arguments);
                let keywords = &class.arguments.keywords;
                PatternKind::Class {
                    class: self.expression(&class.cls),
                    positional: self.patterns(&class.arguments.patterns, names),
                    keywords: keywords
                        .iter()
                        .map(|keyword| {
                            let pattern = self.pattern(&keyword.pattern, false, names);
                            (keyword.attr.to_string(), pattern)
                        })
                        .collect(),
                }
            }
            SourcePattern::MatchAs(capture) => self.capture(capture, is_followed, names),
            SourcePattern::MatchOr(or) => {
                PatternKind::Or(self.alternatives(&or.patterns, or.range, is_followed, names))
            }
        }
    }

    /// Parts of a pattern: that one matches anything does not say that the whole does.
    fn patterns(&mut self, sources: &[SourcePattern], names: &mut Names) -> Vec<Pattern> {
        let sources = sources.iter();
        sources.map(|source| self.pattern(source, false, names)).collect()
    }

    fn captures(&mut self, name: Option<&Identifier>, names: &mut Names) -> Option<String> {
        let name = name?;
        self.binds(name, name);
        self.adds(name, name.range, names);
        Some(name.to_string())
    }

    fn adds(&mut self, name: &str, range: TextRange, names: &mut Names) {
        if !names.insert(name.to_owned()) {
            let zh = format!("模式里多次给名字 '{name}' 赋值");
            self.syntax(
                range,
                format!("multiple assignments to name '{name}' in pattern"),
                zh,
            );
        }
    }

    fn capture(&mut self, capture: &PatternMatchAs, is_followed: bool, names: &mut Names) -> PatternKind {
        let pattern = match &capture.pattern {
            Some(pattern) => Some(Box::new(self.pattern(pattern, is_followed, names))),
            None => {
                if is_followed {
                    self.irrefutable(capture);
                }
                None
            }
        };
        PatternKind::As {
            pattern,
            name: self.captures(capture.name.as_ref(), names),
        }
    }

    fn irrefutable(&mut self, capture: &PatternMatchAs) {
        let (what, was) = match &capture.name {
            Some(name) => (format!("name capture '{name}'"), format!("捕获名字 '{name}' ")),
            None => ("wildcard".to_owned(), "通配符".to_owned()),
        };
        self.syntax(
            capture,
            format!("{what} makes remaining patterns unreachable"),
            format!("{was}使后面的模式永远匹配不到"),
        );
    }

    fn alternatives(
        &mut self,
        sources: &[SourcePattern],
        range: TextRange,
        is_followed: bool,
        names: &mut Names,
    ) -> Vec<Pattern> {
        let mut patterns = Vec::with_capacity(sources.len());
        let mut first: Option<Names> = None;
        for (position, source) in sources.iter().enumerate() {
            let mut own = Names::new();
            let is_last = position + 1 == sources.len();
            patterns.push(self.pattern(source, is_followed || !is_last, &mut own));
            let first = first.get_or_insert_with(|| own.clone());
            if *first != own {
                let zh = "各个可选模式绑定的名字不同";
                self.syntax(source, "alternative patterns bind different names", zh);
            }
        }
        for name in first.unwrap_or_default() {
            self.adds(&name, range, names);
        }
        patterns
    }

    fn mapping(&mut self, mapping: &PatternMatchMapping, names: &mut Names) -> PatternKind {
        let mut seen: Vec<Key> = Vec::new();
        let mut items = Vec::with_capacity(mapping.keys.len());
        for (source, pattern) in mapping.keys.iter().zip(&mapping.patterns) {
            self.check_value(source, "mapping pattern keys", "映射模式的键");
            let key = self.expression(source);
            self.check_key(source, &key, &mut seen);
            items.push((key, self.pattern(pattern, false, names)));
        }
        PatternKind::Mapping {
            items,
            rest: self.captures(mapping.rest.as_ref(), names),
        }
    }

    fn check_key(&mut self, source: &Source, key: &Expr, seen: &mut Vec<Key>) {
        let Some(key) = Key::of(key) else { return };
        if seen.contains(&key) {
            let zh = format!("映射模式的键重复了（{key}）");
            self.syntax(
                source,
                format!("mapping pattern checks duplicate key ({key})"),
                zh,
            );
        }
        seen.push(key);
    }

    /// The grammar has f-strings among the strings here.
    fn check_value(&mut self, source: &Source, what: &str, was: &str) {
        if source.is_f_string_expr() {
            self.syntax(
                source,
                format!("{what} may only match literals and attribute lookups"),
                format!("{was}只能是字面量或带点的名字"),
            );
        }
    }

    fn check_stars(&mut self, patterns: &[SourcePattern], range: TextRange) {
        let stars = patterns.iter().filter(|pattern| pattern.is_match_star());
        if stars.count() > 1 {
            let zh = "序列模式里有多个带星号的名字";
            self.syntax(range, "multiple starred names in sequence pattern", zh);
        }
    }

    fn check_attributes(&mut self, arguments: &PatternArguments) {
        let mut seen = BTreeSet::new();
        for keyword in &arguments.keywords {
            let name = &keyword.attr;
            self.check_debug(name, keyword);
            if !seen.insert(name.as_str()) {
                let zh = format!("类模式里的属性名重复了：{name}");
                self.syntax(
                    keyword,
                    format!("attribute name repeated in class pattern: {name}"),
                    zh,
                );
            }
        }
    }
}
