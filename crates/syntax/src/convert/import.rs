//! Imports. Which modules exist is the machine's knowledge, not ours.

use ruff_python_ast::{Identifier, StmtImport, StmtImportFrom};
use ruff_text_size::Ranged;

use super::Converter;
use super::scope::Kind;
use crate::feature::Feature;
use crate::tree::{Imported, Stmt, StmtKind};

/// `Lib/__future__.py` of CPython 3.11, `all_feature_names`.
const FUTURE_FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl Converter<'_> {
    /// `import a, b` is a statement for each module.
    pub(super) fn imports(&mut self, import: &StmtImport) -> Vec<Stmt> {
        let mut statements = Vec::with_capacity(import.names.len());
        for alias in &import.names {
            let module = alias.name.to_string();
            let name = match &alias.asname {
                Some(name) => name.to_string(),
                None => module.split('.').next().unwrap_or_default().to_owned(),
            };
            self.imports_as(&name, alias);
            statements.push(Stmt {
                span: self.span(import),
                kind: StmtKind::Import { module, name },
            });
        }
        statements
    }

    pub(super) fn imports_from(&mut self, import: &StmtImportFrom) -> StmtKind {
        let is_star = import.names.iter().any(|alias| alias.name.as_str() == "*");
        if is_star && self.scope().kind != Kind::Module {
            let zh = "import * 只允许在模块级别使用";
            self.syntax(import, "import * only allowed at module level", zh);
        } else if import.level > 0 {
            self.refuse(import, Feature::RelativeImport);
        } else if import
            .module
            .as_ref()
            .is_some_and(|module| module.as_str() == "__future__")
        {
            return self.imports_from_future(import);
        }
        let mut names = Vec::with_capacity(import.names.len());
        for alias in &import.names {
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            if !is_star {
                self.imports_as(name, alias);
            }
            names.push(Imported {
                span: self.span(alias),
                attribute: alias.name.to_string(),
                name: name.to_string(),
            });
        }
        let module = import
            .module
            .as_ref()
            .map_or_else(String::new, Identifier::to_string);
        StmtKind::ImportFrom { module, names }
    }

    /// `annotations` changes only what is an error, since we compute none; `Python/future.c` has the rules.
    fn imports_from_future(&mut self, import: &StmtImportFrom) -> StmtKind {
        if !self.future_allowed {
            let en = "from __future__ imports must occur at the beginning of the file";
            self.syntax(import, en, "from __future__ 导入必须放在文件开头");
        }
        for alias in &import.names {
            let feature = alias.name.as_str();
            if feature == "braces" {
                self.syntax(import, "not a chance", "想都别想");
            } else if !FUTURE_FEATURES.contains(&feature) {
                let zh = format!("没有名为 {feature} 的 future 特性");
                self.syntax(import, format!("future feature {feature} is not defined"), zh);
            } else if feature != "annotations" || alias.asname.is_some() {
                self.refuse(alias.range(), Feature::FutureImport);
            } else {
                self.future_annotations = true;
            }
        }
        StmtKind::Pass
    }
}
