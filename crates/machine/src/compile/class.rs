//! `class`.

use syntax::tree::{Class, Expr, ExprKind};

use super::{Access, Compiler};
use crate::code::{CodeKind, Parameters};
use crate::opcode::{FunctionParts, Instr};

impl Compiler {
    pub(super) fn class_statement(&mut self, class: &Class) {
        let span = class.name_span;
        class
            .decorators
            .iter()
            .for_each(|decorator| self.expression(decorator));
        self.emit(Instr::PushNull, span);
        self.emit(Instr::LoadBuildClass, span);
        let code = self.class_body(class);
        self.make_function(code, FunctionParts::default(), span);
        self.load_text(&class.name, span);
        let starred = class
            .bases
            .iter()
            .any(|base| matches!(base.kind, ExprKind::Starred(_)))
            || class.keywords.iter().any(|(name, _)| name.is_none());
        if starred {
            self.spread_arguments(span, 2, &class.bases, &class.keywords);
        } else {
            self.plain_arguments(span, 2, &class.bases, &class.keywords);
        }
        self.body.assembler.unmark();
        class
            .decorators
            .iter()
            .rev()
            .for_each(|decorator| self.emit(Instr::Call(0), decorator.span));
        self.store_name(&class.name, span);
    }

    /// The class's own code: it fills the namespace and returns the cell that its methods find the class in.
    fn class_body(&mut self, class: &Class) -> u32 {
        let span = class.name_span;
        let scope = self.scopes.at(class.name_span);
        let outer_class = self.class.replace(class.name.clone());
        let outer_static = self.static_class.take();
        let (number, outer) = self.begin_body(&class.name, scope, CodeKind::Plain);
        self.emit(Instr::Resume, span);
        self.variable("__name__", span, Access::Load);
        self.variable("__module__", span, Access::Store);
        let qualname = self.body.qualname.clone();
        self.load_text(&qualname, span);
        self.variable("__qualname__", span, Access::Store);
        if let Some(doc) = self.documentation(&class.body) {
            self.emit(Instr::LoadConst(doc), span);
            self.variable("__doc__", span, Access::Store);
        }
        self.block(&class.body);
        let end = class.body.last().map_or(span, |stmt| stmt.span);
        if self.body.scope.cells.iter().any(|cell| cell == "__class__") {
            let place = self.place_of("__class__");
            self.emit(Instr::LoadClosure(place), end);
        } else {
            self.load_none(end);
        }
        self.emit(Instr::ReturnValue, end);
        self.class = outer_class;
        self.static_class = outer_static;
        self.end_body(number, outer, &class.name, Parameters::default(), None)
    }

    /// Whether an expression is a call of `super` without arguments.
    pub(super) fn is_bare_super(function: &Expr, args: &[Expr]) -> bool {
        args.is_empty() && matches!(&function.kind, ExprKind::Name(name) if name == "super")
    }
}
