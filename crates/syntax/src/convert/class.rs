//! Class definitions.

use ruff_python_ast::{Expr as Source, StmtClassDef};

use super::Converter;
use super::scope::Kind;
use crate::tree::{Class, StmtKind};

impl Converter<'_> {
    pub(super) fn class(&mut self, def: &StmtClassDef) -> StmtKind {
        self.binds(&def.name, &def.name);
        let (bases, keywords) = match &def.arguments {
            Some(arguments) => {
                if let [Source::Generator(generator)] = &*arguments.args
                    && !generator.parenthesized
                {
                    self.syntax(generator, "invalid syntax", "语法无效：生成器表达式要放在括号里");
                }
                self.arguments(arguments)
            }
            None => Default::default(),
        };
        let decorators = self.decorators(&def.decorator_list);
        self.enter(Kind::Class);
        let body = self.block(&def.body);
        self.leave();
        StmtKind::Class(Class {
            name: def.name.to_string(),
            name_span: self.span(&def.name),
            decorators,
            bases,
            keywords,
            body,
        })
    }
}
