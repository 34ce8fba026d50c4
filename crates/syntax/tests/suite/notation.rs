//! A tree on one line for each statement, as `oracle.py` writes CPython's.

use std::fmt::Write;

use syntax::LineIndex;
use syntax::tree::{
    Constant, Expr, ExprKind, FStringPart, Function, Module, Span, Stmt, StmtKind, Target, TargetKind,
};

/// Writes a whole program.
pub fn module(module: &Module, source: &str) -> String {
    let notation = Notation {
        source,
        lines: LineIndex::new(source),
    };
    let lines: Vec<_> = module
        .body
        .iter()
        .map(|statement| notation.statement(statement))
        .collect();
    lines.join("\n")
}

struct Notation<'a> {
    source: &'a str,
    lines: LineIndex,
}

impl Notation<'_> {
    /// Lines from 1 and columns in bytes from 0, as CPython's `ast` counts.
    fn at(&self, span: Span) -> String {
        let column = |offset: u32| {
            let before = &self.source[..offset as usize];
            before.len() - before.rfind(['\n', '\r']).map_or(0, |newline| newline + 1)
        };
        let lines = (self.lines.line(span.start), self.lines.line(span.end));
        format!(
            "@{}:{}-{}:{}",
            lines.0,
            column(span.start),
            lines.1,
            column(span.end)
        )
    }

    fn block(&self, block: &[Stmt]) -> String {
        let lines: Vec<_> = block.iter().map(|statement| self.statement(statement)).collect();
        format!("{{{}}}", lines.join("; "))
    }

    fn statement(&self, statement: &Stmt) -> String {
        let at = self.at(statement.span);
        match &statement.kind {
            StmtKind::Expr(value) => format!("Expr{at}({})", self.show(value)),
            StmtKind::Assign { targets, value } => {
                format!("Assign{at}({} {})", self.targets(targets), self.show(value))
            }
            StmtKind::AugAssign { target, op, value } => {
                format!(
                    "AugAssign{at}({} {op:?} {})",
                    self.target(target),
                    self.show(value)
                )
            }
            StmtKind::If { test, body, orelse } => {
                format!(
                    "If{at}({} {} {})",
                    self.show(test),
                    self.block(body),
                    self.block(orelse)
                )
            }
            StmtKind::While { test, body, orelse } => {
                format!(
                    "While{at}({} {} {})",
                    self.show(test),
                    self.block(body),
                    self.block(orelse)
                )
            }
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
            } => {
                let (target, iter) = (self.target(target), self.show(iter));
                format!(
                    "For{at}({target} {iter} {} {})",
                    self.block(body),
                    self.block(orelse)
                )
            }
            StmtKind::Break => format!("Break{at}"),
            StmtKind::Continue => format!("Continue{at}"),
            StmtKind::Pass => format!("Pass{at}"),
            StmtKind::Def(function) => format!("Def{at}({})", self.function(function)),
            StmtKind::Return(value) => format!("Return{at}({})", self.optional(value.as_ref())),
            StmtKind::Global(names) => format!("Global{at}({})", names.join(" ")),
            StmtKind::Import { module, name } => format!("Import{at}({module} {name})"),
            StmtKind::ImportFrom { module, names } => {
                let mut shown = format!("ImportFrom{at}({module}");
                for name in names {
                    let _ = write!(shown, " {}{}:{}", name.attribute, self.at(name.span), name.name);
                }
                shown + ")"
            }
            StmtKind::With { items, body } => {
                let mut shown = format!("With{at}(");
                for item in items {
                    let target = item
                        .target
                        .as_ref()
                        .map_or_else(|| "-".to_owned(), |target| self.target(target));
                    let _ = write!(shown, "{}:{target} ", self.show(&item.context));
                }
                shown + &self.block(body) + ")"
            }
            StmtKind::Assert { test, message } => {
                format!(
                    "Assert{at}({} {})",
                    self.show(test),
                    self.optional(message.as_ref())
                )
            }
            StmtKind::Delete(targets) => format!("Delete{at}{}", self.targets(targets)),
        }
    }

    fn function(&self, function: &Function) -> String {
        let parameters = function.parameters.iter().map(|parameter| {
            let default = self.optional(parameter.default.as_ref());
            format!("{}{}={default}", parameter.name, self.at(parameter.span))
        });
        let parameters: Vec<_> = parameters.collect();
        assert_eq!(
            &self.source[function.name_span.start as usize..function.name_span.end as usize],
            function.name
        );
        format!(
            "{} [{}] {}",
            function.name,
            parameters.join(" "),
            self.block(&function.body)
        )
    }

    fn targets(&self, targets: &[Target]) -> String {
        let targets: Vec<_> = targets.iter().map(|target| self.target(target)).collect();
        format!("[{}]", targets.join(" "))
    }

    fn target(&self, target: &Target) -> String {
        let at = self.at(target.span);
        match &target.kind {
            TargetKind::Name(name) => format!("{name}{at}"),
            TargetKind::Attribute { value, name } => format!("Attribute{at}({} {name})", self.show(value)),
            TargetKind::Subscript { value, index } => {
                format!("Subscript{at}({} {})", self.show(value), self.show(index))
            }
            TargetKind::Sequence(targets) => format!("Sequence{at}{}", self.targets(targets)),
        }
    }

    fn show(&self, expression: &Expr) -> String {
        self.expression(expression, false)
    }

    fn optional(&self, expression: Option<&Expr>) -> String {
        expression.map_or_else(|| "-".to_owned(), |expression| self.show(expression))
    }

    /// Within an f-string CPython 3.11 tells no true places.
    fn expression(&self, expression: &Expr, in_string: bool) -> String {
        let at = if in_string {
            String::new()
        } else {
            self.at(expression.span)
        };
        let show = |expression: &Expr| self.expression(expression, in_string);
        let row = |row: &[Expr]| format!("[{}]", row.iter().map(show).collect::<Vec<_>>().join(" "));
        let optional =
            |part: &Option<Box<Expr>>| part.as_ref().map_or_else(|| "-".to_owned(), |part| show(part));
        match &expression.kind {
            ExprKind::Constant(value) => constant(value) + &at,
            ExprKind::FString(parts) => format!("FString{at}[{}]", self.parts(parts)),
            ExprKind::Name(name) => format!("{name}{at}"),
            ExprKind::Attribute { value, name } => format!("Attribute{at}({} {name})", show(value)),
            ExprKind::Subscript { value, index } => format!("Subscript{at}({} {})", show(value), show(index)),
            ExprKind::Slice { lower, upper, step } => {
                format!(
                    "Slice{at}({} {} {})",
                    optional(lower),
                    optional(upper),
                    optional(step)
                )
            }
            ExprKind::Call {
                function,
                args,
                keywords,
            } => {
                let keywords: Vec<_> = keywords
                    .iter()
                    .map(|(name, value)| format!("{name}={}", show(value)))
                    .collect();
                format!(
                    "Call{at}({} {} [{}])",
                    show(function),
                    row(args),
                    keywords.join(" ")
                )
            }
            ExprKind::Binary { left, op, right } => format!("{op:?}{at}({} {})", show(left), show(right)),
            ExprKind::Unary { op, operand } => format!("{op:?}{at}({})", show(operand)),
            ExprKind::Bool { and, values } => {
                format!("Bool{}{at}{}", if *and { "And" } else { "Or" }, row(values))
            }
            ExprKind::Compare { first, rest } => {
                let rest: Vec<_> = rest
                    .iter()
                    .map(|(op, right)| format!("{op:?} {}", show(right)))
                    .collect();
                format!("Compare{at}({} {})", show(first), rest.join(" "))
            }
            ExprKind::Conditional { test, body, orelse } => {
                format!("Conditional{at}({} {} {})", show(test), show(body), show(orelse))
            }
            ExprKind::List(values) => format!("List{at}{}", row(values)),
            ExprKind::Tuple(values) => format!("Tuple{at}{}", row(values)),
        }
    }

    fn parts(&self, parts: &[FStringPart]) -> String {
        let parts = parts.iter().map(|part| match part {
            FStringPart::Literal(literal) => text(literal),
            FStringPart::Field {
                value,
                conversion,
                spec,
            } => {
                let conversion = conversion.map_or_else(String::new, |conversion| format!("{conversion:?}"));
                format!(
                    "Field({} {conversion}[{}])",
                    self.expression(value, true),
                    self.parts(spec)
                )
            }
        });
        parts.collect::<Vec<_>>().join(" ")
    }
}

fn constant(value: &Constant) -> String {
    match value {
        Constant::None => "None".to_owned(),
        Constant::Bool(true) => "True".to_owned(),
        Constant::Bool(false) => "False".to_owned(),
        Constant::Int(value) => format!("{value:x}"),
        Constant::BigInt(value) => value.to_str_radix(16),
        Constant::Float(value) => hex(*value),
        Constant::Str(value) => text(value),
    }
}

fn text(value: &str) -> String {
    let points: Vec<_> = value
        .chars()
        .map(|point| format!("{:x}", u32::from(point)))
        .collect();
    format!("'{}'", points.join(" "))
}

/// `float.hex` of a value that is not negative.
fn hex(value: f64) -> String {
    if value.is_infinite() {
        return "inf".to_owned();
    }
    let (exponent, fraction) = (value.to_bits() >> 52, value.to_bits() & ((1 << 52) - 1));
    match (exponent, fraction) {
        (0, 0) => "0x0.0p+0".to_owned(),
        (0, _) => format!("0x0.{fraction:013x}p-1022"),
        _ => {
            let power = i64::try_from(exponent).expect("eleven bits") - 1023;
            format!("0x1.{fraction:013x}p{power:+}")
        }
    }
}
