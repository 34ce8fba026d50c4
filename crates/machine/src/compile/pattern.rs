//! `match`: each pattern leaves the subject or jumps with it still on the stack, names are stored once all of it matched
//! (PEP 634; `compiler_pattern` in `Python/compile.c`).

use syntax::tree::{CompareOp, Expr, MatchCase, Pattern, PatternKind, Span};

use super::{Access, Compiler, Label};
use crate::code::Constant;
use crate::opcode::Instr;

/// What a pattern that is being compiled has on the stack.
struct Captures {
    /// Names of captured values, which lie below the patterns' own values, the last on top.
    names: Vec<String>,
    /// Values on top of the captured ones that a failure has to drop.
    above: usize,
    /// Where a failure goes with so many values to drop.
    failures: Vec<Label>,
}

impl Compiler {
    pub(super) fn match_statement(&mut self, subject: &Expr, cases: &[MatchCase]) {
        let end = self.label();
        self.expression(subject);
        for (index, case) in cases.iter().enumerate() {
            let is_last = index + 1 == cases.len();
            let span = case.pattern.span;
            if !is_last {
                self.emit(Instr::Copy(1), span);
            }
            let mut captures = Captures {
                names: Vec::new(),
                above: 0,
                failures: Vec::new(),
            };
            self.pattern(&case.pattern, &mut captures);
            for name in std::mem::take(&mut captures.names).iter().rev() {
                self.variable(name, span, Access::Store);
            }
            if let Some(guard) = &case.guard {
                let failed = self.failure(&mut captures, 0);
                self.jump_if(guard, false, failed);
            }
            if !is_last {
                self.emit(Instr::PopTop, span);
            }
            self.block(&case.body);
            self.jump(Instr::JumpForward, end, span);
            self.drop_failures(captures, span);
        }
        self.place(end);
    }

    /// Where to go when so many values are to be dropped.
    fn failure(&mut self, captures: &mut Captures, drop: usize) -> Label {
        while captures.failures.len() <= drop {
            let label = self.label();
            captures.failures.push(label);
        }
        captures.failures[drop]
    }

    fn fail_unless_true(&mut self, captures: &mut Captures, span: Span) {
        let drop = captures.above + captures.names.len();
        let label = self.failure(captures, drop);
        self.jump(Instr::PopJumpForwardIfFalse, label, span);
    }

    fn drop_failures(&mut self, captures: Captures, span: Span) {
        let mut labels = captures.failures.into_iter().rev().peekable();
        while let Some(label) = labels.next() {
            self.place(label);
            if labels.peek().is_some() {
                self.emit(Instr::PopTop, span);
            }
        }
    }

    /// Matches the top of the stack and takes it off.
    fn pattern(&mut self, pattern: &Pattern, captures: &mut Captures) {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) => {
                self.expression(value);
                self.emit(Instr::Compare(CompareOp::Eq), span);
                self.fail_unless_true(captures, span);
            }
            PatternKind::Singleton(literal) => {
                let constant = super::fold::literal(literal);
                let constant = self.folded_constant(constant);
                self.emit(Instr::LoadConst(constant), span);
                self.emit(Instr::Is(false), span);
                self.fail_unless_true(captures, span);
            }
            PatternKind::Sequence(patterns) => self.sequence_pattern(span, patterns, captures),
            PatternKind::Star(_) => unreachable!("only in a sequence"),
            PatternKind::Mapping { items, rest } => {
                self.mapping_pattern(span, items, rest.as_deref(), captures);
            }
            PatternKind::Class {
                class,
                positional,
                keywords,
            } => {
                self.class_pattern(span, class, positional, keywords, captures);
            }
            PatternKind::As { pattern: None, name } => self.capture(name.as_deref(), captures, span),
            PatternKind::As {
                pattern: Some(inner),
                name,
            } => {
                captures.above += 1;
                self.emit(Instr::Copy(1), span);
                self.pattern(inner, captures);
                captures.above -= 1;
                self.capture(name.as_deref(), captures, span);
            }
            PatternKind::Or(patterns) => self.or_pattern(span, patterns, captures),
        }
    }

    /// Moves the top of the stack below what lies on top of the captured values; without a name it is dropped.
    fn capture(&mut self, name: Option<&str>, captures: &mut Captures, span: Span) {
        match name {
            None => self.emit(Instr::PopTop, span),
            Some(name) => {
                self.rotate(captures.above + 1, span);
                captures.names.push(name.to_owned());
            }
        }
    }

    /// Moves the top of the stack down so that it is the `count`th from above.
    fn rotate(&mut self, count: usize, span: Span) {
        for depth in (2..=count).rev() {
            self.emit(Instr::Swap(depth as u32), span);
        }
    }

    fn sequence_pattern(&mut self, span: Span, patterns: &[Pattern], captures: &mut Captures) {
        let star = patterns
            .iter()
            .position(|pattern| matches!(pattern.kind, PatternKind::Star(_)));
        captures.above += 1;
        self.emit(Instr::MatchSequence, span);
        self.fail_unless_true(captures, span);
        let least = patterns.len() - usize::from(star.is_some());
        if star.is_none() || least > 0 {
            self.emit(Instr::GetLen, span);
            let count = self.constant(Constant::Int((least as i64).into()));
            self.emit(Instr::LoadConst(count), span);
            let op = if star.is_some() {
                CompareOp::GtE
            } else {
                CompareOp::Eq
            };
            self.emit(Instr::Compare(op), span);
            self.fail_unless_true(captures, span);
        }
        captures.above -= 1;
        let unpack = match star {
            Some(before) => Instr::UnpackEx(before as u16, (patterns.len() - before - 1) as u16),
            None => Instr::UnpackSequence(patterns.len() as u32),
        };
        self.emit(unpack, span);
        captures.above += patterns.len();
        for pattern in patterns {
            captures.above -= 1;
            match &pattern.kind {
                PatternKind::Star(name) => self.capture(name.as_deref(), captures, pattern.span),
                _ => self.pattern(pattern, captures),
            }
        }
    }

    fn mapping_pattern(
        &mut self,
        span: Span,
        items: &[(Expr, Pattern)],
        rest: Option<&str>,
        captures: &mut Captures,
    ) {
        captures.above += 1;
        self.emit(Instr::MatchMapping, span);
        self.fail_unless_true(captures, span);
        if items.is_empty() && rest.is_none() {
            captures.above -= 1;
            self.emit(Instr::PopTop, span);
            return;
        }
        if !items.is_empty() {
            self.emit(Instr::GetLen, span);
            let count = self.constant(Constant::Int((items.len() as i64).into()));
            self.emit(Instr::LoadConst(count), span);
            self.emit(Instr::Compare(CompareOp::GtE), span);
            self.fail_unless_true(captures, span);
        }
        items.iter().for_each(|(key, _)| self.expression(key));
        self.emit(Instr::BuildTuple(items.len() as u32), span);
        self.emit(Instr::MatchKeys, span);
        // The subject, the keys, and the values or `None`.
        captures.above += 2;
        self.emit(Instr::Copy(1), span);
        self.load_none(span);
        self.emit(Instr::Is(true), span);
        self.fail_unless_true(captures, span);
        self.emit(Instr::UnpackSequence(items.len() as u32), span);
        captures.above += items.len();
        captures.above -= 1;
        for (_, pattern) in items {
            captures.above -= 1;
            self.pattern(pattern, captures);
        }
        // The subject and the keys are left.
        captures.above -= 2;
        match rest {
            None => {
                self.emit(Instr::PopTop, span);
                self.emit(Instr::PopTop, span);
            }
            Some(name) => {
                // subject keys {} -> {} keys subject -> rest keys
                self.emit(Instr::BuildMap(0), span);
                self.emit(Instr::Swap(3), span);
                self.emit(Instr::DictUpdate(2), span);
                self.emit(Instr::UnpackSequence(items.len() as u32), span);
                for left in (1..=items.len() as u32).rev() {
                    self.emit(Instr::Copy(left + 1), span);
                    self.emit(Instr::Swap(2), span);
                    self.emit(Instr::DeleteSubscr, span);
                }
                self.capture(Some(name), captures, span);
            }
        }
    }

    fn class_pattern(
        &mut self,
        span: Span,
        class: &Expr,
        positional: &[Pattern],
        keywords: &[(String, Pattern)],
        captures: &mut Captures,
    ) {
        self.expression(class);
        let names: Vec<u32> = keywords.iter().map(|(name, _)| self.text(name)).collect();
        let names = self.constant(Constant::Tuple(names));
        self.emit(Instr::LoadConst(names), span);
        self.emit(Instr::MatchClass(positional.len() as u32), span);
        self.emit(Instr::Copy(1), span);
        self.load_none(span);
        self.emit(Instr::Is(true), span);
        captures.above += 1;
        self.fail_unless_true(captures, span);
        let count = positional.len() + keywords.len();
        self.emit(Instr::UnpackSequence(count as u32), span);
        captures.above += count;
        captures.above -= 1;
        for pattern in positional
            .iter()
            .chain(keywords.iter().map(|(_, pattern)| pattern))
        {
            captures.above -= 1;
            self.pattern(pattern, captures);
        }
    }

    /// Each alternative begins with a copy of the subject and captures anew; the captured values are put in one order.
    fn or_pattern(&mut self, span: Span, patterns: &[Pattern], captures: &mut Captures) {
        let matched = self.label();
        let mut order: Option<Vec<String>> = None;
        for pattern in patterns {
            self.emit(Instr::Copy(1), span);
            let mut inner = Captures {
                names: Vec::new(),
                above: 0,
                failures: Vec::new(),
            };
            self.pattern(pattern, &mut inner);
            let names = std::mem::take(&mut inner.names);
            let wanted = order.get_or_insert_with(|| names.clone()).clone();
            self.reorder(names, &wanted, span);
            self.jump(Instr::JumpForward, matched, span);
            self.drop_failures(inner, span);
        }
        // No alternative matched: the subject goes.
        self.emit(Instr::PopTop, span);
        let drop = captures.above + captures.names.len();
        let failed = self.failure(captures, drop);
        self.jump(Instr::JumpForward, failed, span);
        self.place(matched);
        let names = order.unwrap_or_default();
        // subject v1 … vn: the subject goes, and the values to where captured values lie.
        self.bring_up(names.len() + 1, span);
        self.emit(Instr::PopTop, span);
        for left in (1..=names.len()).rev() {
            // The deepest of the new values goes first, below what lies above the captured ones.
            self.bring_up(left, span);
            self.rotate(captures.above + left, span);
        }
        captures.names.extend(names);
    }

    /// Moves the `count`th value from above to the top.
    fn bring_up(&mut self, count: usize, span: Span) {
        for depth in 2..=count {
            self.emit(Instr::Swap(depth as u32), span);
        }
    }

    /// Reorders captured values, the last on top.
    fn reorder(&mut self, mut names: Vec<String>, wanted: &[String], span: Span) {
        let count = names.len();
        for (place, name) in wanted.iter().enumerate().take(count) {
            let from = names.iter().position(|other| other == name).unwrap_or(place);
            if from == place {
                continue;
            }
            // Depths count from the top; swapping with the top thrice swaps two places.
            let (a, b) = ((count - place) as u32, (count - from) as u32);
            for depth in [a, b, a] {
                if depth > 1 {
                    self.emit(Instr::Swap(depth), span);
                }
            }
            names.swap(place, from);
        }
    }
}
