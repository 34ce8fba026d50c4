//! Calls, and the arguments of calls and classes.

use std::collections::BTreeSet;

use ruff_python_ast::{Arguments, Expr as Source, ExprCall};
use ruff_text_size::Ranged;

use super::Converter;
use crate::tree::{Expr, ExprKind};

/// Positional arguments, and keyword arguments with their names.
type Converted = (Vec<Expr>, Vec<(Option<String>, Expr)>);

impl Converter<'_> {
    pub(super) fn call(&mut self, call: &ExprCall) -> ExprKind {
        let function = self.boxed(&call.func);
        self.warn_of_call(call.range(), &function);
        let (mut args, keywords) = self.arguments(&call.arguments);
        // A generator that is the only argument shares its brackets with the call.
        if let ([Source::Generator(generator)], [arg]) = (&*call.arguments.args, args.as_mut_slice())
            && !generator.parenthesized
        {
            arg.span = self.span(&call.arguments);
        }
        ExprKind::Call {
            function,
            args,
            keywords,
        }
    }

    pub(super) fn arguments(&mut self, arguments: &Arguments) -> Converted {
        self.check_keywords(arguments);
        let args = self.elements(&arguments.args);
        let keywords = arguments.keywords.iter().map(|keyword| {
            let name = keyword.arg.as_ref().map(ToString::to_string);
            (name, self.expression(&keyword.value))
        });
        (args, keywords.collect())
    }

    fn check_keywords(&mut self, arguments: &Arguments) {
        let mut seen = BTreeSet::new();
        for keyword in &arguments.keywords {
            let Some(name) = &keyword.arg else { continue };
            self.check_debug(name, keyword);
            if !seen.insert(name.as_str()) {
                let zh = format!("关键字参数重复：{name}");
                self.syntax(keyword, format!("keyword argument repeated: {name}"), zh);
            }
        }
    }
}
