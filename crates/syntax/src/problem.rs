//! What is wrong with a source, before it becomes a diagnostic.

use std::collections::HashSet;

use trace::{Diagnostic, Severity, Text};

use crate::LineIndex;
use crate::tree::Span;

/// A learner reads some; more than that only tells that the source is not Python.
pub(crate) const MAX_PROBLEMS: usize = 50;

/// Whose rule a source breaks. CPython's exceptions keep their names, since that is what one searches for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
    /// Python that we do not have.
    Refusal,
    /// `SyntaxWarning`: the program runs.
    Warning,
}

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Problem {
    /// Where.
    pub(crate) span: Span,
    /// Whose rule.
    pub(crate) kind: Kind,
    /// What.
    pub(crate) message: Text,
    /// What to write instead.
    pub(crate) instead: Option<Text>,
}

impl Problem {
    /// A problem without a proposal.
    pub(crate) fn new(kind: Kind, span: Span, en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self {
            span,
            kind,
            message: Text::new(en, zh),
            instead: None,
        }
    }

    /// A `SyntaxError`.
    pub(crate) fn syntax(span: Span, en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self::new(Kind::Syntax, span, en, zh)
    }

    /// The same problem with a proposal.
    pub(crate) fn instead(mut self, en: impl Into<String>, zh: impl Into<String>) -> Self {
        self.instead = Some(Text::new(en, zh));
        self
    }

    fn into_diagnostic(self, lines: &LineIndex) -> Diagnostic {
        let (en, zh) = match self.kind {
            Kind::Syntax => ("SyntaxError: ", "语法错误："),
            Kind::Indentation => ("IndentationError: ", "缩进错误："),
            Kind::Tab => ("TabError: ", "制表符错误："),
            Kind::Refusal => ("", ""),
            Kind::Warning => ("SyntaxWarning: ", "语法警告："),
        };
        let severity = match self.kind {
            Kind::Warning => Severity::Warning,
            _ => Severity::Error,
        };
        Diagnostic {
            place: lines.place(self.span),
            severity,
            message: Text::new(en.to_owned() + &self.message.en, zh.to_owned() + &self.message.zh),
            instead: self.instead,
        }
    }
}

/// Problems as the learner gets them: in the order of the source, each once, not too many.
pub(crate) fn diagnostics(mut problems: Vec<Problem>, lines: &LineIndex) -> Vec<Diagnostic> {
    problems.sort_by_key(|problem| problem.span.start);
    let mut seen = HashSet::new();
    problems.retain(|problem| seen.insert((problem.span.start, problem.message.clone())));
    problems.truncate(MAX_PROBLEMS);
    problems
        .into_iter()
        .map(|problem| problem.into_diagnostic(lines))
        .collect()
}
