//! Arguments that a call of Python's library may have and that are not supported here, refused before the program runs wherever
//! the source shows them.

use syntax::tree::{Constant, Expr, ExprKind, UnaryOp};
use trace::Text;

use super::Compiler;

impl Compiler {
    /// Checks a call's arguments.
    pub(super) fn check_arguments(&mut self, function: &Expr, args: &[Expr], keywords: &[(String, Expr)]) {
        let keyword = |name: &str| {
            let mut named = keywords.iter().filter(|(keyword, _)| keyword == name);
            named.next().map(|(_, value)| value)
        };
        match &function.kind {
            ExprKind::Attribute { value, name } => match name.as_str() {
                "acquire" => {
                    let timeout = keyword("timeout").or(args.get(1));
                    if let Some(timeout) = timeout.filter(|timeout| number(timeout) != Some(-1.0)) {
                        self.refuse(
                            timeout.span,
                            Text::new(
                                "a timeout of `acquire` is not available here",
                                "这里的 `acquire` 不支持超时",
                            ),
                            Some(Text::new(
                                "`acquire()` waits as long as it takes, `acquire(False)` does not wait at all",
                                "`acquire()` 会一直等待，`acquire(False)` 完全不等待",
                            )),
                        );
                    }
                }
                // Strings join too, but not numbers.
                "join" => {
                    let timeout = keyword("timeout").or(args.first().filter(|arg| number(arg).is_some()));
                    if let Some(timeout) = timeout.filter(|timeout| !is_none(timeout)) {
                        self.refuse(
                            timeout.span,
                            Text::new(
                                "a timeout of `join` is not available here",
                                "这里的 `join` 不支持超时",
                            ),
                            Some(Text::new(
                                "`join()` waits for the thread's end, `is_alive()` asks whether it has come",
                                "`join()` 会等到线程结束，`is_alive()` 可查询线程是否已结束",
                            )),
                        );
                    }
                }
                "sort" => self.check_keyword("sort", "key", keyword("key").filter(|key| !is_none(key))),
                "Thread" if self.is_threading(value) => {
                    for name in ["daemon", "kwargs"] {
                        self.check_keyword("Thread", name, keyword(name));
                    }
                }
                _ => {}
            },
            ExprKind::Name(name) if self.local(name).is_none() && !self.assigned.contains(name) => {
                let unsupported: &[&str] = match name.as_str() {
                    "print" => &["file"],
                    "min" | "max" => &["key", "default"],
                    _ => &[],
                };
                for argument in unsupported {
                    self.check_keyword(name, argument, keyword(argument));
                }
            }
            _ => {}
        }
    }

    fn is_threading(&self, value: &Expr) -> bool {
        matches!(&value.kind, ExprKind::Name(variable) if self.local(variable).is_none()
            && self.modules.get(variable).is_some_and(|module| module.name() == "threading"))
    }

    fn check_keyword(&mut self, function: &str, name: &str, value: Option<&Expr>) {
        if let Some(value) = value {
            self.refuse(
                value.span,
                Text::new(
                    format!("the argument `{name}` of `{function}` is not available here"),
                    format!("这里的 `{function}` 不支持参数 `{name}`"),
                ),
                None,
            );
        }
    }
}

/// The number that an expression visibly is.
fn number(expr: &Expr) -> Option<f64> {
    match &expr.kind {
        ExprKind::Constant(Constant::Float(value)) => Some(*value),
        ExprKind::Constant(Constant::Int(value)) => Some(*value as f64),
        ExprKind::Unary {
            op: UnaryOp::Neg,
            operand,
        } => number(operand).map(|value| -value),
        _ => None,
    }
}

fn is_none(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Constant(Constant::None))
}
