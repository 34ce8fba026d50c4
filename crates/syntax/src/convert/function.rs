//! Function definitions and their parameters.

use ruff_python_ast::{Parameters, StmtFunctionDef};

use super::Converter;
use super::scope::Scope;
use crate::feature::Feature;
use crate::tree::{Expr, Function, Parameter, StmtKind};

impl Converter<'_> {
    pub(super) fn function(&mut self, def: &StmtFunctionDef) -> StmtKind {
        self.binds(&def.name, &def.name);
        if def.is_async {
            self.refuse(def, Feature::Async);
            return StmtKind::Pass;
        }
        for decorator in &def.decorator_list {
            self.refuse(decorator, Feature::Decorator);
        }
        // Defaults are computed outside the function, where it is defined.
        let defaults = self.defaults(&def.parameters);
        self.scopes.push(Scope::function(&def.name));
        let parameters = self.parameters(&def.parameters, defaults);
        let body = self.block(&def.body);
        self.finish_function();
        StmtKind::Def(Function {
            name: def.name.to_string(),
            name_span: self.span(&def.name),
            parameters,
            body,
        })
    }

    fn defaults(&mut self, parameters: &Parameters) -> Vec<Option<Expr>> {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let mut default = |default: Option<&_>| default.map(|default| self.expression(default));
        positional.map(|parameter| default(parameter.default())).collect()
    }

    fn parameters(&mut self, source: &Parameters, defaults: Vec<Option<Expr>>) -> Vec<Parameter> {
        for parameter in source {
            self.binds_parameter(parameter.name());
        }
        if let Some(last) = source.posonlyargs.last() {
            self.refuse(last, Feature::PositionalOnlyParameter);
        }
        if let Some(star) = &source.vararg {
            self.refuse(&**star, Feature::StarParameter);
        }
        for keyword_only in &source.kwonlyargs {
            self.refuse(keyword_only, Feature::KeywordOnlyParameter);
        }
        if let Some(stars) = &source.kwarg {
            self.refuse(&**stars, Feature::StarStarParameter);
        }
        let positional = source.posonlyargs.iter().chain(&source.args);
        let with_defaults = positional.zip(defaults);
        let parameter = |(parameter, default): (&ruff_python_ast::ParameterWithDefault, _)| Parameter {
            name: parameter.name().to_string(),
            span: self.span(&parameter.parameter),
            default,
        };
        with_defaults.map(parameter).collect()
    }
}
