//! `def` and `lambda`.

use syntax::tree::{
    Constant as Literal, Expr, ExprKind, Function, Parameters as Source, Span, Stmt, StmtKind,
};

use super::{Access, Compiler};
use crate::code::{CodeKind, Constant, Parameters};
use crate::library::ModuleId;
use crate::opcode::{FunctionParts, Instr};

impl Compiler {
    pub(super) fn def(&mut self, function: &Function) {
        function
            .decorators
            .iter()
            .for_each(|decorator| self.expression(decorator));
        let parts = self.defaults(&function.parameters, function.name_span);
        let code = self.function(function);
        if let Some(Some(code)) = self.codes.get_mut(code as usize) {
            code.decorated = function.decorators.first().map(|decorator| decorator.span);
        }
        self.make_function(code, parts, function.name_span);
        self.annotations(function);
        function
            .decorators
            .iter()
            .rev()
            .for_each(|decorator| self.emit(Instr::Call(0), decorator.span));
        self.store_name(&function.name, function.name_span);
    }

    /// `function ->` Evaluates its annotations, which it keeps.
    fn annotations(&mut self, function: &Function) {
        if function.annotations.is_empty() || self.id != ModuleId::MAIN {
            return;
        }
        let span = function.name_span;
        self.emit(Instr::Copy(1), span);
        for (name, annotation) in &function.annotations {
            let name = super::mangle(self.class.as_deref(), name).into_owned();
            self.load_text(&name, annotation.span);
            self.expression(annotation);
        }
        self.emit(Instr::BuildMap(function.annotations.len() as u32), span);
        self.emit(Instr::Swap(2), span);
        let name = self.attribute("__annotations__");
        self.emit(Instr::StoreAttr(name), span);
    }

    /// Compiles a function's body and returns its code's number.
    pub(super) fn function(&mut self, function: &Function) -> u32 {
        let kind = match (function.is_async, function.is_generator) {
            (false, false) => CodeKind::Plain,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        };
        let scope = self.scopes.at(function.name_span);
        let (number, outer) = self.begin_body(&function.name, scope, kind);
        self.emit(Instr::Resume, function.name_span);
        let doc = self.documentation(&function.body);
        self.block(&function.body);
        let end = function.body.last().map_or(function.name_span, |stmt| stmt.span);
        self.load_none(end);
        self.emit(Instr::ReturnValue, end);
        self.end_body(
            number,
            outer,
            &function.name,
            parameters(&function.parameters),
            doc,
        )
    }

    /// The constant that documents a body.
    pub(super) fn documentation(&mut self, body: &[Stmt]) -> Option<u32> {
        match body {
            [
                Stmt {
                    kind:
                        StmtKind::Expr(Expr {
                            kind: ExprKind::Constant(Literal::Str(text)),
                            ..
                        }),
                    ..
                },
                ..,
            ] => Some(self.text(text)),
            _ => None,
        }
    }

    pub(super) fn lambda(&mut self, expr: &Expr, source: &Source, value: &Expr) {
        let parts = self.defaults(source, expr.span);
        let scope = self.scopes.at(expr.span);
        let kind = if scope.yields {
            CodeKind::Generator
        } else {
            CodeKind::Plain
        };
        let (number, outer) = self.begin_body("<lambda>", scope, kind);
        self.emit(Instr::Resume, expr.span);
        self.expression(value);
        self.emit(Instr::ReturnValue, value.span);
        let code = self.end_body(number, outer, "<lambda>", parameters(source), None);
        self.make_function(code, parts, expr.span);
    }

    /// Leaves the defaults of parameters on the stack, as tuples.
    fn defaults(&mut self, source: &Source, span: Span) -> FunctionParts {
        let positional: Vec<&Expr> = source
            .positional
            .iter()
            .filter_map(|parameter| parameter.default.as_ref())
            .collect();
        let named: Vec<&Expr> = source
            .keyword_only
            .iter()
            .filter_map(|parameter| parameter.default.as_ref())
            .collect();
        self.tuple_of(&positional, span);
        self.tuple_of(&named, span);
        FunctionParts {
            defaults: !positional.is_empty(),
            keyword_defaults: !named.is_empty(),
            closure: false,
        }
    }

    fn tuple_of(&mut self, values: &[&Expr], span: Span) {
        if values.is_empty() {
            return;
        }
        let folded: Option<Vec<u32>> = values.iter().map(|value| self.fold(value)).collect();
        if let Some(items) = folded {
            let tuple = self.constant(Constant::Tuple(items));
            self.emit(Instr::LoadConst(tuple), span);
        } else {
            values.iter().for_each(|value| self.expression(value));
            self.emit(Instr::BuildTuple(values.len() as u32), span);
        }
    }

    /// Makes a function of a code whose defaults lie on the stack: its closure is added if it has one.
    pub(super) fn make_function(&mut self, code: u32, parts: FunctionParts, span: Span) {
        let Some(inner) = &self.codes[code as usize] else {
            unreachable!("the code is finished")
        };
        let first = inner.locals.len() - inner.entry.free as usize;
        let names: Vec<String> = inner.locals[first..].to_vec();
        for name in &names {
            let place = self.place_of(name);
            self.emit(Instr::LoadClosure(place), span);
        }
        if !names.is_empty() {
            self.emit(Instr::BuildTuple(names.len() as u32), span);
        }
        let parts = FunctionParts {
            closure: !names.is_empty(),
            ..parts
        };
        self.emit(Instr::MakeFunction(code, parts), span);
    }

    pub(super) fn yield_expression(&mut self, span: Span, value: Option<&Expr>) {
        match value {
            Some(value) => self.expression(value),
            None => self.load_none(span),
        }
        self.emit_yield(span);
    }

    /// `x -> sent`
    pub(super) fn emit_yield(&mut self, span: Span) {
        let is_async = self.body.kind == CodeKind::AsyncGenerator;
        self.emit(
            if is_async {
                Instr::YieldAsync
            } else {
                Instr::YieldValue
            },
            span,
        );
        self.emit(Instr::Resume, span);
    }

    /// The class that the function stands in, which `super()` needs.
    pub(super) fn load_class_cell(&mut self, span: Span) {
        self.variable("__class__", span, Access::Load);
    }
}

/// What a call has to bind.
pub(super) fn parameters(source: &Source) -> Parameters {
    let defaults = source
        .keyword_only
        .iter()
        .enumerate()
        .filter(|(_, parameter)| parameter.default.is_some());
    Parameters {
        positional: source.positional.len() as u32,
        positional_only: source.positional_only as u32,
        keyword_only: source.keyword_only.len() as u32,
        keyword_defaults: defaults.map(|(index, _)| index as u32).collect(),
        star: source.star.is_some(),
        star_star: source.star_star.is_some(),
    }
}
