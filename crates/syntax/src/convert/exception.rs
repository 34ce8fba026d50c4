//! `try` and `raise`.

use ruff_python_ast::{ExceptHandler as SourceHandler, StmtRaise, StmtTry};
use ruff_text_size::Ranged;

use super::Converter;
use crate::feature::Feature;
use crate::tree::{ExceptHandler, StmtKind};

impl Converter<'_> {
    pub(super) fn tries(&mut self, statement: &StmtTry) -> StmtKind {
        if statement.is_star {
            self.refuse(self.keyword(statement.range, "try"), Feature::ExceptStar);
        }
        let body = self.block(&statement.body);
        let last = statement.handlers.len().saturating_sub(1);
        let mut handlers = Vec::with_capacity(statement.handlers.len());
        for (position, SourceHandler::ExceptHandler(source)) in statement.handlers.iter().enumerate() {
            if source.type_.is_none() && position < last {
                let place = self.keyword(source.range, "except");
                self.syntax(
                    place,
                    "default 'except:' must be last",
                    "不带类型的 'except:' 必须放在最后",
                );
            }
            let kind = source.type_.as_ref().map(|kind| self.expression(kind));
            let name = source.name.as_ref().map(|name| {
                self.binds(name, name);
                name.to_string()
            });
            handlers.push(ExceptHandler {
                span: self.span(source.range()),
                kind,
                name,
                body: self.block(&source.body),
            });
        }
        StmtKind::Try {
            body,
            handlers,
            orelse: self.block(&statement.orelse),
            finally: self.block(&statement.finalbody),
        }
    }

    pub(super) fn raises(&mut self, statement: &StmtRaise) -> StmtKind {
        StmtKind::Raise {
            exception: statement.exc.as_ref().map(|exception| self.expression(exception)),
            cause: statement.cause.as_ref().map(|cause| self.expression(cause)),
        }
    }
}
