//! Functions and lambdas, and their parameters.

use ruff_python_ast::Parameters as Source;
use ruff_python_ast::{
    Decorator, ExprLambda, Parameter as SourceParameter, ParameterWithDefault, StmtFunctionDef,
};

use super::Converter;
use super::scope::Kind;
use crate::tree::{Expr, ExprKind, Function, Parameter, Parameters, StmtKind};

impl Converter<'_> {
    pub(super) fn function(&mut self, def: &StmtFunctionDef) -> StmtKind {
        self.binds(&def.name, &def.name);
        let parameters = self.parameters(&def.parameters);
        let annotations = self.annotations(def);
        let decorators = self.decorators(&def.decorator_list);
        self.enter(Kind::Function {
            is_async: def.is_async,
        });
        self.binds_parameters(&def.parameters);
        let body = self.block(&def.body);
        let scope = self.leave();
        self.check_returns(&scope);
        StmtKind::Def(Function {
            name: def.name.to_string(),
            name_span: self.span(&def.name),
            decorators,
            parameters,
            annotations,
            is_async: def.is_async,
            is_generator: scope.is_generator,
            body,
        })
    }

    /// In CPython's order (`compiler_visit_annotations`): parameters that can be named come before those that cannot.
    fn annotations(&mut self, def: &StmtFunctionDef) -> Vec<(String, Expr)> {
        let source = &*def.parameters;
        let named = |parameter: &'_ ParameterWithDefault| parameter.parameter.clone();
        let positional = source.args.iter().chain(&source.posonlyargs).map(named);
        let star = source.vararg.iter().map(|parameter| (**parameter).clone());
        let keyword_only = source.kwonlyargs.iter().map(named);
        let star_star = source.kwarg.iter().map(|parameter| (**parameter).clone());
        let parameters: Vec<SourceParameter> = positional
            .chain(star)
            .chain(keyword_only)
            .chain(star_star)
            .collect();
        let mut annotations = Vec::new();
        for parameter in &parameters {
            if let Some(annotation) = &parameter.annotation {
                annotations.push((parameter.name.to_string(), self.annotation(annotation)));
            }
        }
        if let Some(returns) = &def.returns {
            annotations.push(("return".to_owned(), self.annotation(returns)));
        }
        annotations
    }

    pub(super) fn lambda(&mut self, lambda: &ExprLambda) -> ExprKind {
        let parameters = match &lambda.parameters {
            Some(parameters) => self.parameters(parameters),
            None => Parameters::default(),
        };
        self.enter(Kind::Lambda);
        if let Some(parameters) = &lambda.parameters {
            self.binds_parameters(parameters);
        }
        let body = self.boxed(&lambda.body);
        self.leave();
        ExprKind::Lambda {
            parameters: Box::new(parameters),
            body,
        }
    }

    pub(super) fn decorators(&mut self, decorators: &[Decorator]) -> Vec<Expr> {
        let decorators = decorators.iter();
        decorators
            .map(|decorator| self.expression(&decorator.expression))
            .collect()
    }

    /// Defaults are computed outside the function, where it is defined.
    fn parameters(&mut self, source: &Source) -> Parameters {
        let positional = source.posonlyargs.iter().chain(&source.args);
        Parameters {
            positional: positional.map(|parameter| self.parameter(parameter)).collect(),
            positional_only: source.posonlyargs.len(),
            star: self.rest(source.vararg.as_deref()),
            keyword_only: source
                .kwonlyargs
                .iter()
                .map(|parameter| self.parameter(parameter))
                .collect(),
            star_star: self.rest(source.kwarg.as_deref()),
        }
    }

    fn parameter(&mut self, source: &ParameterWithDefault) -> Parameter {
        Parameter {
            name: source.name().to_string(),
            span: self.span(&source.parameter),
            default: source.default().map(|default| self.expression(default)),
        }
    }

    fn rest(&self, source: Option<&SourceParameter>) -> Option<(String, crate::tree::Span)> {
        source.map(|source| (source.name.to_string(), self.span(&source.name)))
    }

    /// In the order in which CPython finds duplicates.
    fn binds_parameters(&mut self, source: &Source) {
        let positional = source.posonlyargs.iter().chain(&source.args);
        for parameter in positional.chain(&source.kwonlyargs) {
            self.binds_parameter(parameter.name());
        }
        for rest in [&source.vararg, &source.kwarg].into_iter().flatten() {
            self.binds_parameter(&rest.name);
        }
    }
}
