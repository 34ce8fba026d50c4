//! `global` and `nonlocal` (`symtable_visit_stmt` and `analyze_name` in CPython's `Python/symtable.c`).

use ruff_python_ast::Identifier;
use ruff_text_size::TextRange;

use super::Converter;
use super::scope::{Kind, Scope};
use crate::tree::StmtKind;

impl Converter<'_> {
    pub(super) fn global(&mut self, names: &[Identifier], statement: TextRange) -> StmtKind {
        for name in names {
            self.check_declaration(name, statement, "global");
            let scope = self.scope();
            scope.globals.entry(name.to_string()).or_insert(statement);
        }
        if self.scope().kind == Kind::Module {
            // The module's variables are global anyway.
            return StmtKind::Pass;
        }
        StmtKind::Global(names.iter().map(ToString::to_string).collect())
    }

    /// Whether a function around has the names shows when that ends.
    pub(super) fn nonlocal(&mut self, names: &[Identifier], statement: TextRange) -> StmtKind {
        if self.scope().kind == Kind::Module {
            let zh = "模块级别不允许 nonlocal 声明";
            self.syntax(statement, "nonlocal declaration not allowed at module level", zh);
            return StmtKind::Pass;
        }
        for name in names {
            self.check_declaration(name, statement, "nonlocal");
            let scope = self.scope();
            scope.nonlocals.entry(name.to_string()).or_insert(statement);
        }
        StmtKind::Nonlocal(names.iter().map(ToString::to_string).collect())
    }

    /// A declaration comes before any other use in its scope, never of a parameter, and there is one kind of it.
    fn check_declaration(&mut self, name: &Identifier, statement: TextRange, keyword: &str) {
        let scope = self.scope();
        let opposite = match keyword {
            "global" => &scope.nonlocals,
            _ => &scope.globals,
        };
        if let Some(first) = opposite.get(name.as_str()).copied() {
            let en = format!("name '{name}' is nonlocal and global");
            let zh = format!("名字 '{name}' 既声明为 nonlocal 又声明为 global");
            self.syntax(first, en, zh);
        } else if let Some((en, zh)) = earlier_use(scope, name, keyword) {
            self.syntax(statement, en, zh);
        }
    }
}

/// What is wrong with a declaration here, in both languages.
fn earlier_use(scope: &Scope, name: &str, keyword: &str) -> Option<(String, String)> {
    if scope.parameters.contains(name) {
        Some((
            format!("name '{name}' is parameter and {keyword}"),
            format!("名字 '{name}' 既是参数又声明为 {keyword}"),
        ))
    } else if scope.read.contains(name) {
        Some((
            format!("name '{name}' is used prior to {keyword} declaration"),
            format!("名字 '{name}' 在 {keyword} 声明之前就被使用了"),
        ))
    } else if scope.annotated.contains(name) {
        Some((
            format!("annotated name '{name}' can't be {keyword}"),
            format!("带类型标注的名字 '{name}' 不能声明为 {keyword}"),
        ))
    } else if scope.bound.contains(name) && !scope.imported.contains(name) {
        Some((
            format!("name '{name}' is assigned to before {keyword} declaration"),
            format!("名字 '{name}' 在 {keyword} 声明之前就被赋值了"),
        ))
    } else {
        None
    }
}
