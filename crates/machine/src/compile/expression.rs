//! Expressions.

use syntax::tree::{CompareOp, Expr, ExprKind, FStringPart, Span, UnaryOp};
use triomphe::Arc;

use super::{Access, Compiler, Label, ScopeKind, fold, mangle};
use crate::code::Constant;
use crate::opcode::{Format, Instr};

impl Compiler {
    /// Leaves the expression's value on the stack.
    pub(super) fn expression(&mut self, expr: &Expr) {
        if let Some(constant) = self.fold(expr) {
            self.emit(Instr::LoadConst(constant), expr.span);
            return;
        }
        let span = expr.span;
        match &expr.kind {
            ExprKind::Constant(_) => unreachable!("a literal folds"),
            ExprKind::FString(parts) => self.f_string(parts, span),
            ExprKind::Name(name) => self.load_name(name, span),
            ExprKind::Attribute { value, name } => {
                self.expression(value);
                self.check_attribute(value, name, span);
                let span = self.span_on_its_line(span, name);
                let name = self.attribute(name);
                self.emit(Instr::LoadAttr(name), span);
            }
            ExprKind::Subscript { value, index } => {
                self.expression(value);
                self.expression(index);
                self.emit(Instr::BinarySubscr, span);
            }
            ExprKind::Slice { lower, upper, step } => {
                for part in [lower, upper] {
                    match part {
                        Some(part) => self.expression(part),
                        None => self.load_none(span),
                    }
                }
                if let Some(step) = step {
                    self.expression(step);
                }
                self.emit(Instr::BuildSlice(if step.is_some() { 3 } else { 2 }), span);
            }
            ExprKind::Call {
                function,
                args,
                keywords,
            } => self.call(span, function, args, keywords),
            ExprKind::Binary { left, op, right } => {
                self.expression(left);
                self.expression(right);
                self.emit(Instr::Binary(*op), span);
            }
            ExprKind::Unary { op, operand } => {
                self.expression(operand);
                self.emit(Instr::Unary(*op), span);
            }
            ExprKind::Bool { and, values } => {
                let end = self.label();
                let jump = if *and {
                    Instr::JumpIfFalseOrPop
                } else {
                    Instr::JumpIfTrueOrPop
                };
                for (index, value) in values.iter().enumerate() {
                    self.expression(value);
                    if index + 1 < values.len() {
                        self.jump(jump, end, span);
                    }
                }
                self.place(end);
            }
            ExprKind::Compare { first, rest } => self.comparison(span, first, rest),
            ExprKind::Conditional { test, body, orelse } => {
                let [otherwise, end] = [(); 2].map(|()| self.label());
                self.jump_if(test, false, otherwise);
                self.expression(body);
                self.jump(Instr::JumpForward, end, span);
                self.place(otherwise);
                self.expression(orelse);
                self.place(end);
            }
            ExprKind::List(items) => self.list(span, items),
            ExprKind::Tuple(items) => {
                if items.iter().any(is_starred) {
                    self.starred_list(span, 0, items);
                    self.emit(Instr::ListToTuple, span);
                } else {
                    items.iter().for_each(|item| self.expression(item));
                    self.emit(Instr::BuildTuple(items.len() as u32), span);
                }
            }
            ExprKind::Set(items) => self.set(span, items),
            ExprKind::Dict(items) => self.dict(span, items),
            ExprKind::Starred(_) => unreachable!("whoever takes starred expressions looks for them"),
            ExprKind::Lambda { parameters, body } => self.lambda(expr, parameters, body),
            ExprKind::Comprehension {
                kind,
                element,
                value,
                loops,
            } => {
                self.comprehension(expr, *kind, element, value.as_deref(), loops);
            }
            ExprKind::Yield(value) => self.yield_expression(span, value.as_deref()),
            ExprKind::YieldFrom(value) => {
                self.expression(value);
                self.emit(Instr::GetYieldFromIter, span);
                self.load_none(span);
                self.send_loop(span);
            }
            ExprKind::Await(value) => {
                self.expression(value);
                self.await_top(0, span);
            }
            ExprKind::Named { name, value } => {
                self.expression(value);
                self.emit(Instr::Copy(1), span);
                self.variable(name, span, Access::Store);
            }
        }
    }

    /// Where an attribute that is asked for comes from: of one on a line further down, its name alone
    /// (`update_start_location_to_match_attr` in `Python/compile.c`).
    fn span_on_its_line(&self, span: Span, name: &str) -> Span {
        if self.lines.line(span.start) == self.lines.line(span.end) {
            return span;
        }
        Span {
            start: span.end.saturating_sub(name.len() as u32),
            end: span.end,
        }
    }

    pub(super) fn load_name(&mut self, name: &str, span: Span) {
        self.check_name(name, span);
        self.variable(name, span, Access::Load);
    }

    /// CPython loads three or more constants as one tuple.
    fn list(&mut self, span: Span, items: &[Expr]) {
        if items.iter().any(is_starred) {
            self.starred_list(span, 0, items);
            return;
        }
        if items.len() > 2
            && let Some(folded) = self.fold_all(items)
        {
            let tuple = self.constant(Constant::Tuple(folded));
            self.emit(Instr::BuildList(0), span);
            self.emit(Instr::LoadConst(tuple), span);
            self.emit(Instr::ListExtend(1), span);
            return;
        }
        items.iter().for_each(|item| self.expression(item));
        self.emit(Instr::BuildList(items.len() as u32), span);
    }

    fn fold_all(&mut self, items: &[Expr]) -> Option<Vec<u32>> {
        items.iter().map(|item| self.fold(item)).collect()
    }

    /// What is only iterated or looked into: a display of constants is one constant (`fold_iter` in `Python/ast_opt.c`).
    pub(super) fn iterable(&mut self, expr: &Expr) {
        let constant = match &expr.kind {
            ExprKind::List(items) => self.fold_all(items).map(Constant::Tuple),
            ExprKind::Set(items) => self.fold_all(items).map(Constant::FrozenSet),
            _ => None,
        };
        match constant {
            Some(constant) => {
                let constant = self.constant(constant);
                self.emit(Instr::LoadConst(constant), expr.span);
            }
            None => self.expression(expr),
        }
    }

    /// `a, *b, c` as a list; `before` values on the stack are its first items.
    fn starred_list(&mut self, span: Span, before: u32, items: &[Expr]) {
        let plain = items.iter().take_while(|item| !is_starred(item)).count();
        items[..plain].iter().for_each(|item| self.expression(item));
        self.emit(Instr::BuildList(before + plain as u32), span);
        for item in &items[plain..] {
            match &item.kind {
                ExprKind::Starred(value) => {
                    self.expression(value);
                    self.emit(Instr::ListExtend(1), span);
                }
                _ => {
                    self.expression(item);
                    self.emit(Instr::ListAppend(1), span);
                }
            }
        }
    }

    /// CPython loads three or more constants as one frozenset.
    fn set(&mut self, span: Span, items: &[Expr]) {
        if items.len() > 2
            && let Some(folded) = self.fold_all(items)
        {
            let constant = self.constant(Constant::FrozenSet(folded));
            self.emit(Instr::BuildSet(0), span);
            self.emit(Instr::LoadConst(constant), span);
            self.emit(Instr::SetUpdate(1), span);
            return;
        }
        let plain = items.iter().take_while(|item| !is_starred(item)).count();
        items[..plain].iter().for_each(|item| self.expression(item));
        self.emit(Instr::BuildSet(plain as u32), span);
        for item in &items[plain..] {
            match &item.kind {
                ExprKind::Starred(value) => {
                    self.expression(value);
                    self.emit(Instr::SetUpdate(1), span);
                }
                _ => {
                    self.expression(item);
                    self.emit(Instr::SetAdd(1), span);
                }
            }
        }
    }

    fn dict(&mut self, span: Span, items: &[(Option<Expr>, Expr)]) {
        let plain = items.iter().take_while(|(key, _)| key.is_some()).count();
        for (key, value) in &items[..plain] {
            key.iter().for_each(|key| self.expression(key));
            self.expression(value);
        }
        self.emit(Instr::BuildMap(plain as u32), span);
        for (key, value) in &items[plain..] {
            match key {
                Some(key) => {
                    self.expression(key);
                    self.expression(value);
                    self.emit(Instr::MapAdd(1), span);
                }
                None => {
                    self.expression(value);
                    self.emit(Instr::DictUpdate(1), span);
                }
            }
        }
    }

    fn f_string(&mut self, parts: &[FStringPart], span: Span) {
        for part in parts {
            match part {
                FStringPart::Literal(text) => self.load_text(text, span),
                FStringPart::Field {
                    value,
                    conversion,
                    spec,
                } => {
                    self.expression(value);
                    if !spec.is_empty() {
                        self.f_string(spec, span);
                    }
                    let format = Format {
                        conversion: *conversion,
                        spec: !spec.is_empty(),
                    };
                    self.emit(Instr::FormatValue(format), span);
                }
            }
        }
        if parts.len() != 1 {
            self.emit(Instr::BuildString(parts.len() as u32), span);
        }
    }

    fn call(&mut self, mut span: Span, function: &Expr, args: &[Expr], keywords: &[(Option<String>, Expr)]) {
        let spreads = args.iter().any(is_starred) || keywords.iter().any(|(name, _)| name.is_none());
        match &function.kind {
            ExprKind::Attribute { value, name } if !spreads => {
                self.expression(value);
                self.check_attribute(value, name, function.span);
                let own = self.span_on_its_line(function.span, name);
                let is_module =
                    matches!(&value.kind, ExprKind::Name(name) if self.modules.contains_key(name));
                if own != function.span && !is_module {
                    span.start = own.start;
                }
                let name = self.attribute(name);
                self.emit(Instr::LoadMethod(name), own);
            }
            ExprKind::Name(name) if self.body.scope.kind == ScopeKind::Function && !self.is_local(name) => {
                self.check_name(name, function.span);
                let name = mangle(self.class.as_deref(), name).into_owned();
                if let Instr::LoadGlobal(slot) = self.global_variable(&name, Access::Load) {
                    self.emit(Instr::LoadGlobalNull(slot), function.span);
                }
            }
            _ => {
                self.emit(Instr::PushNull, function.span);
                self.expression(function);
            }
        }
        if Self::is_bare_super(function, args)
            && (self.static_class.is_some() || self.body.scope.free.contains("__class__"))
        {
            // CPython's `super()` looks into the frame that calls it; here it is told.
            self.load_class_cell(span);
            match self.body.places.first().cloned() {
                Some(first) => self.variable(&first, span, Access::Load),
                None => self.load_none(span),
            }
            self.emit(Instr::Call(2), span);
        } else if spreads {
            self.spread_arguments(span, 0, args, keywords);
        } else {
            self.plain_arguments(span, 0, args, keywords);
        }
    }

    /// Arguments behind `before` that are there already, and the call.
    pub(super) fn plain_arguments(
        &mut self,
        span: Span,
        before: u32,
        args: &[Expr],
        keywords: &[(Option<String>, Expr)],
    ) {
        args.iter().for_each(|arg| self.expression(arg));
        keywords.iter().for_each(|(_, value)| self.expression(value));
        if !keywords.is_empty() {
            let names = keywords.iter().filter_map(|(name, _)| name.as_deref());
            let names = names
                .map(|name| Arc::from(&*mangle(self.class.as_deref(), name)))
                .collect();
            self.keywords.push(names);
            self.emit(Instr::KwNames(self.keywords.len() as u32 - 1), span);
        }
        self.emit(Instr::Call(before + (args.len() + keywords.len()) as u32), span);
    }

    /// The same with `*values` or `**mapping` among them.
    pub(super) fn spread_arguments(
        &mut self,
        span: Span,
        before: u32,
        args: &[Expr],
        keywords: &[(Option<String>, Expr)],
    ) {
        match args {
            // A lone `*values` is handed over as it is.
            [
                Expr {
                    kind: ExprKind::Starred(value),
                    ..
                },
            ] if before == 0 && keywords.is_empty() => self.expression(value),
            _ => {
                self.starred_list(span, before, args);
                self.emit(Instr::ListToTuple, span);
            }
        }
        if !keywords.is_empty() {
            self.emit(Instr::BuildMap(0), span);
            for (name, value) in keywords {
                match name {
                    Some(name) => {
                        let name = mangle(self.class.as_deref(), name).into_owned();
                        self.load_text(&name, value.span);
                        self.expression(value);
                        // One by one, and into one dictionary: what is there already is an error.
                        self.emit(Instr::BuildMap(1), span);
                    }
                    None => self.expression(value),
                }
                self.emit(Instr::DictMerge(1), span);
            }
        }
        self.emit(Instr::CallFunctionEx(!keywords.is_empty()), span);
    }

    fn comparison(&mut self, span: Span, first: &Expr, rest: &[(CompareOp, Expr)]) {
        self.expression(first);
        let Some(((last_op, last), chain)) = rest.split_last() else {
            return;
        };
        if chain.is_empty() {
            if matches!(last_op, CompareOp::In | CompareOp::NotIn) {
                self.iterable(last);
            } else {
                self.expression(last);
            }
            self.compare(*last_op, span);
            return;
        }
        let [cleanup, end] = [(); 2].map(|()| self.label());
        for (op, operand) in chain {
            self.chain_link(span, *op, operand);
            self.jump(Instr::JumpIfFalseOrPop, cleanup, span);
        }
        self.expression(last);
        self.compare(*last_op, span);
        self.jump(Instr::JumpForward, end, span);
        self.place(cleanup);
        self.emit(Instr::Swap(2), span);
        self.emit(Instr::PopTop, span);
        self.place(end);
    }

    /// Compares with `operand` and keeps it below the result, for the next comparison.
    fn chain_link(&mut self, span: Span, op: CompareOp, operand: &Expr) {
        self.expression(operand);
        self.emit(Instr::Swap(2), span);
        self.emit(Instr::Copy(2), span);
        self.compare(op, span);
    }

    fn compare(&mut self, op: CompareOp, span: Span) {
        let instr = match op {
            CompareOp::Is => Instr::Is(false),
            CompareOp::IsNot => Instr::Is(true),
            CompareOp::In => Instr::Contains(false),
            CompareOp::NotIn => Instr::Contains(true),
            _ => Instr::Compare(op),
        };
        self.emit(instr, span);
    }

    /// Jumps to `to` if the truth of `test` is `when` (`compiler_jump_if`).
    pub(super) fn jump_if(&mut self, test: &Expr, when: bool, to: Label) {
        if let Some(truth) = fold::known_truth(test) {
            if truth == when {
                self.jump(Instr::JumpForward, to, test.span);
            }
            return;
        }
        match &test.kind {
            ExprKind::Unary {
                op: UnaryOp::Not,
                operand,
            } => self.jump_if(operand, !when, to),
            ExprKind::Bool { and, values } => {
                let Some((last, first)) = values.split_last() else {
                    return;
                };
                // `and` is false as soon as one operand is; where that is not what is asked for, the rest is skipped.
                let decides = !*and;
                let skip = self.label();
                let early = if decides == when { to } else { skip };
                first.iter().for_each(|value| self.jump_if(value, decides, early));
                self.jump_if(last, when, to);
                self.place(skip);
            }
            ExprKind::Conditional {
                test: condition,
                body,
                orelse,
            } => {
                let [otherwise, end] = [(); 2].map(|()| self.label());
                self.jump_if(condition, false, otherwise);
                self.jump_if(body, when, to);
                self.jump(Instr::JumpForward, end, test.span);
                self.place(otherwise);
                self.jump_if(orelse, when, to);
                self.place(end);
            }
            ExprKind::Compare { first, rest } if rest.len() > 1 => {
                self.jump_if_chain(test.span, first, rest, when, to);
            }
            _ => {
                self.expression(test);
                let jump = if when {
                    Instr::PopJumpForwardIfTrue
                } else {
                    Instr::PopJumpForwardIfFalse
                };
                self.jump_unmarked(jump, to, test.span);
            }
        }
    }

    fn jump_if_chain(&mut self, span: Span, first: &Expr, rest: &[(CompareOp, Expr)], when: bool, to: Label) {
        let Some(((last_op, last), chain)) = rest.split_last() else {
            return;
        };
        let [cleanup, end] = [(); 2].map(|()| self.label());
        self.expression(first);
        for (op, operand) in chain {
            self.chain_link(span, *op, operand);
            self.jump(Instr::PopJumpForwardIfFalse, cleanup, span);
        }
        self.expression(last);
        self.compare(*last_op, span);
        let jump = if when {
            Instr::PopJumpForwardIfTrue
        } else {
            Instr::PopJumpForwardIfFalse
        };
        self.jump(jump, to, span);
        self.jump(Instr::JumpForward, end, span);
        self.place(cleanup);
        self.emit(Instr::PopTop, span);
        if !when {
            self.jump(Instr::JumpForward, to, span);
        }
        self.place(end);
    }
}

fn is_starred(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Starred(_))
}
