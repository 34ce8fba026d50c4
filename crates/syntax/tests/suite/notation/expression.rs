//! Expressions and targets.

use syntax::tree::{ComprehensionLoop, Expr, ExprKind, FStringPart, Target, TargetKind};

use super::literal::{constant, text};
use super::{Notation, maybe, row};

impl Notation<'_> {
    pub fn target(&self, target: &Target) -> String {
        let at = self.at(target.span);
        match &target.kind {
            TargetKind::Name(name) => format!("{name}{at}"),
            TargetKind::Attribute { value, name } => {
                format!("Attribute{at}({} {name})", self.expression(value))
            }
            TargetKind::Subscript { value, index } => {
                format!(
                    "Subscript{at}({} {})",
                    self.expression(value),
                    self.expression(index)
                )
            }
            TargetKind::Sequence(targets) => {
                format!("Sequence{at}{}", row(targets, |target| self.target(target)))
            }
            TargetKind::Starred(target) => format!("Starred{at}({})", self.target(target)),
        }
    }

    pub fn keyword(&self, (name, value): &(Option<String>, Expr)) -> String {
        format!("{}={}", name.as_deref().unwrap_or("**"), self.expression(value))
    }

    pub fn expression(&self, expression: &Expr) -> String {
        let at = self.at(expression.span);
        let show = |expression: &Expr| self.expression(expression);
        let boxed = |part: &Option<Box<Expr>>| maybe(part.as_ref(), |part| self.expression(part));
        match &expression.kind {
            ExprKind::Constant(value) => constant(value) + &at,
            ExprKind::FString(parts) => format!("FString{at}{}", self.parts(parts)),
            ExprKind::Name(name) => format!("{name}{at}"),
            ExprKind::Attribute { value, name } => format!("Attribute{at}({} {name})", show(value)),
            ExprKind::Subscript { value, index } => format!("Subscript{at}({} {})", show(value), show(index)),
            ExprKind::Slice { lower, upper, step } => {
                format!("Slice{at}({} {} {})", boxed(lower), boxed(upper), boxed(step))
            }
            ExprKind::Call {
                function,
                args,
                keywords,
            } => {
                let keywords = row(keywords, |keyword| self.keyword(keyword));
                format!("Call{at}({} {} {keywords})", show(function), row(args, show))
            }
            ExprKind::Binary { left, op, right } => format!("{op:?}{at}({} {})", show(left), show(right)),
            ExprKind::Unary { op, operand } => format!("{op:?}{at}({})", show(operand)),
            ExprKind::Bool { and, values } => {
                format!("Bool{}{at}{}", if *and { "And" } else { "Or" }, row(values, show))
            }
            ExprKind::Compare { first, rest } => {
                let rest = row(rest, |(op, right)| format!("{op:?} {}", show(right)));
                format!("Compare{at}({} {rest})", show(first))
            }
            ExprKind::Conditional { test, body, orelse } => {
                format!("Conditional{at}({} {} {})", show(test), show(body), show(orelse))
            }
            ExprKind::List(values) => format!("List{at}{}", row(values, show)),
            ExprKind::Tuple(values) => format!("Tuple{at}{}", row(values, show)),
            ExprKind::Set(values) => format!("Set{at}{}", row(values, show)),
            ExprKind::Dict(items) => {
                let item = |(key, value): &(Option<Expr>, Expr)| {
                    let key = key.as_ref().map_or_else(|| "**".to_owned(), show);
                    format!("{key}:{}", show(value))
                };
                format!("Dict{at}{}", row(items, item))
            }
            ExprKind::Starred(value) => format!("Starred{at}({})", show(value)),
            ExprKind::Lambda { parameters, body } => {
                format!("Lambda{at}({} {})", self.parameters(parameters), show(body))
            }
            ExprKind::Comprehension {
                kind,
                element,
                value,
                loops,
            } => {
                let loops = row(loops, |inner| self.comprehension_loop(inner));
                format!("{kind:?}Of{at}({} {} {loops})", show(element), boxed(value))
            }
            ExprKind::Yield(value) => format!("Yield{at}({})", boxed(value)),
            ExprKind::YieldFrom(value) => format!("YieldFrom{at}({})", show(value)),
            ExprKind::Await(value) => format!("Await{at}({})", show(value)),
            ExprKind::Named { name, value } => format!("Named{at}({name} {})", show(value)),
        }
    }

    fn comprehension_loop(&self, inner: &ComprehensionLoop) -> String {
        format!(
            "{}({} {} {})",
            if inner.is_async { "AsyncFor" } else { "For" },
            self.target(&inner.target),
            self.expression(&inner.iter),
            row(&inner.conditions, |condition| self.expression(condition))
        )
    }

    fn parts(&self, parts: &[FStringPart]) -> String {
        let within = Notation {
            in_string: true,
            ..*self
        };
        row(parts, |part| match part {
            FStringPart::Literal(literal) => text(literal),
            FStringPart::Field {
                value,
                conversion,
                spec,
            } => {
                let conversion = conversion.map_or_else(String::new, |conversion| format!("{conversion:?}"));
                format!(
                    "Field({} {conversion}{})",
                    within.expression(value),
                    self.parts(spec)
                )
            }
        })
    }
}
