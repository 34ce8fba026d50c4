//! `name := value`, whose variable belongs to the function around a comprehension (PEP 572; `symtable_handle_namedexpr` in
//! CPython's `Python/symtable.c`).

use ruff_python_ast::{Expr as Source, ExprNamed};
use ruff_text_size::TextRange;

use super::Converter;
use super::scope::Kind;
use crate::tree::{Constant, ExprKind};

impl Converter<'_> {
    pub(super) fn named(&mut self, named: &ExprNamed) -> ExprKind {
        let Source::Name(target) = &*named.target else {
            // The parser lets nothing else stand here, but the tree does not say so.
            self.syntax(named, "cannot use assignment expressions", ":= 左边必须是名字");
            return ExprKind::Constant(Constant::None);
        };
        let name = target.id.to_string();
        let in_comprehension = matches!(self.scope().kind, Kind::Comprehension(_));
        if self.scope().in_iterable {
            self.syntax(
                named,
                "assignment expression cannot be used in a comprehension iterable expression",
                "推导式的可迭代对象里不能使用赋值表达式",
            );
        } else if !self.check_annotation(named, "named") && in_comprehension {
            self.gives_away(&name, target.range);
        }
        let value = self.boxed(&named.value);
        if !in_comprehension {
            self.binds(&name, target);
        }
        ExprKind::Named { name, value }
    }

    /// Finds the scope around all comprehensions, which gets the variable.
    fn gives_away(&mut self, name: &str, range: TextRange) {
        self.check_debug(name, range);
        self.scope().given_away.insert(name.to_owned());
        for scope in self.scopes.iter_mut().rev() {
            match scope.kind {
                Kind::Comprehension(_) if scope.loop_variables.contains(name) => {
                    let en = "assignment expression cannot rebind comprehension iteration variable";
                    let zh = format!("赋值表达式不能重新绑定推导式的循环变量 '{name}'");
                    self.syntax(range, format!("{en} '{name}'"), zh);
                    return;
                }
                Kind::Comprehension(_) => {}
                Kind::Class => {
                    let en = "assignment expression within a comprehension cannot be used in a class body";
                    self.syntax(range, en, "类体的推导式里不能使用赋值表达式");
                    return;
                }
                _ => {
                    scope.bound.insert(name.to_owned());
                    return;
                }
            }
        }
    }
}
