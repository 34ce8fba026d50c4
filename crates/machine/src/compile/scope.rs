//! Whose variable a name is: local, a cell that nested functions share, free, or global (`Python/symtable.c`).

use std::collections::{BTreeSet, HashMap};

use syntax::tree::{
    Class, ComprehensionLoop, Expr, ExprKind, FStringPart, Function, MatchCase, Module, Parameters, Pattern,
    PatternKind, Span, Stmt, StmtKind, Target, TargetKind,
};

use super::mangle::mangle;

/// What a scope is the inside of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ScopeKind {
    #[default]
    Module,
    Class,
    /// A function, a lambda or a comprehension.
    Function,
}

/// The names of a scope.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    pub kind: ScopeKind,
    /// Names that it binds, parameters first, then in order of first binding, as CPython numbers them.
    pub bound: Vec<String>,
    /// Those of them that nested functions use.
    pub cells: Vec<String>,
    /// Names of functions around it, sorted.
    pub free: BTreeSet<String>,
    /// Names that `global` declares.
    pub globals: BTreeSet<String>,
    nonlocals: BTreeSet<String>,
    used: BTreeSet<String>,
    children: Vec<usize>,
    /// Whether it has an `await` or `async for` of its own.
    pub awaits: bool,
    /// Whether it has a `yield` of its own.
    pub yields: bool,
}

/// All scopes of a module but the module's own, by the place of the node that they belong to: no two begin and end alike.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    by_place: HashMap<Span, usize>,
    scopes: Vec<Scope>,
}

impl Scopes {
    /// Analyses a module.
    pub fn of(module: &Module) -> Self {
        let mut analysis = Analysis {
            scopes: Self::default(),
            open: vec![Scope::default()],
            class: None,
            without_imports: false,
        };
        analysis.block(&module.body);
        let Some(root) = analysis.open.pop() else {
            unreachable!("the module's scope is open")
        };
        let mut scopes = analysis.scopes;
        for child in &root.children {
            scopes.resolve(*child, &BTreeSet::new());
        }
        scopes
    }

    /// The scope of the node there, which may be asked for again: what is in `finally` is compiled for each way out.
    pub fn at(&self, place: Span) -> Scope {
        self.scopes[self.by_place[&place]].clone()
    }

    /// Settles which names are free and which are cells, given what functions around bind.
    fn resolve(&mut self, index: usize, around: &BTreeSet<String>) {
        let scope = &mut self.scopes[index];
        let is_function = scope.kind == ScopeKind::Function;
        scope
            .bound
            .retain(|name| !scope.globals.contains(name) && !scope.nonlocals.contains(name));
        let free = scope
            .used
            .iter()
            .filter(|name| !(scope.bound.contains(*name) || scope.globals.contains(*name)))
            .filter(|name| around.contains(*name))
            .chain(&scope.nonlocals);
        scope.free = free.cloned().collect();
        let mut inside: BTreeSet<String> = around.difference(&scope.globals).cloned().collect();
        if is_function {
            inside.extend(scope.bound.iter().cloned());
        } else {
            inside.insert("__class__".to_owned());
        }
        for child in self.scopes[index].children.clone() {
            self.resolve(child, &inside);
            for name in self.scopes[child].free.clone() {
                let scope = &mut self.scopes[index];
                let own = if is_function {
                    scope.bound.contains(&name)
                } else {
                    name == "__class__"
                };
                if !own {
                    scope.free.insert(name);
                } else if !scope.cells.contains(&name) {
                    scope.cells.push(name);
                }
            }
        }
    }
}

/// The names that a module's block binds otherwise than by `import`.
pub(super) fn bound_without_imports(body: &[Stmt]) -> Vec<String> {
    let mut analysis = Analysis {
        scopes: Scopes::default(),
        open: vec![Scope::default()],
        class: None,
        without_imports: true,
    };
    analysis.block(body);
    analysis.open.pop().map_or_else(Vec::new, |scope| scope.bound)
}

struct Analysis {
    scopes: Scopes,
    open: Vec<Scope>,
    /// The innermost class around, for names that begin with two underscores.
    class: Option<String>,
    /// Whether `import a` binds nothing.
    without_imports: bool,
}

impl Analysis {
    fn scope(&mut self) -> &mut Scope {
        self.open.last_mut().expect("the module's scope is open")
    }

    fn bind(&mut self, name: &str) {
        let name = mangle(self.class.as_deref(), name).into_owned();
        let bound = &mut self.scope().bound;
        if !bound.contains(&name) {
            bound.push(name);
        }
    }

    fn read(&mut self, name: &str) {
        let name = mangle(self.class.as_deref(), name).into_owned();
        if name == "super" && self.scope().kind == ScopeKind::Function {
            self.scope().used.insert("__class__".to_owned());
        }
        self.scope().used.insert(name);
    }

    fn enter(&mut self, kind: ScopeKind) {
        self.open.push(Scope {
            kind,
            ..Scope::default()
        });
    }

    fn leave(&mut self, place: Span) {
        let Some(scope) = self.open.pop() else { return };
        let index = self.scopes.scopes.len();
        self.scopes.scopes.push(scope);
        let other = self.scopes.by_place.insert(place, index);
        debug_assert!(other.is_none(), "two scopes have one place");
        self.scope().children.push(index);
    }

    fn block(&mut self, body: &[Stmt]) {
        body.iter().for_each(|stmt| self.statement(stmt));
    }

    fn statement(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(value) => self.expression(value),
            StmtKind::Assign { targets, value } => {
                self.expression(value);
                targets.iter().for_each(|target| self.target(target));
            }
            StmtKind::Annotated {
                target,
                annotation,
                value,
            } => {
                value.iter().for_each(|value| self.expression(value));
                self.target(target);
                if self.scope().kind != ScopeKind::Function {
                    self.expression(annotation);
                }
            }
            StmtKind::AugAssign { target, value, .. } => {
                if let TargetKind::Name(name) = &target.kind {
                    self.read(name);
                }
                self.expression(value);
                self.target(target);
            }
            StmtKind::If { test, body, orelse } | StmtKind::While { test, body, orelse } => {
                self.expression(test);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
                is_async,
            } => {
                self.scope().awaits |= is_async;
                self.expression(iter);
                self.target(target);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::With {
                items,
                body,
                is_async,
            } => {
                self.scope().awaits |= is_async;
                for item in items {
                    self.expression(&item.context);
                    item.target.iter().for_each(|target| self.target(target));
                }
                self.block(body);
            }
            StmtKind::Def(function) => self.def(function),
            StmtKind::Class(class) => self.class(class),
            StmtKind::Return(value) => value.iter().for_each(|value| self.expression(value)),
            StmtKind::Global(names) => {
                let names: Vec<String> = self.mangled(names);
                self.scope().globals.extend(names);
            }
            StmtKind::Nonlocal(names) => {
                let names: Vec<String> = self.mangled(names);
                self.scope().nonlocals.extend(names);
            }
            StmtKind::Import { .. } if self.without_imports => {}
            StmtKind::Import { name, .. } => self.bind(name),
            StmtKind::ImportFrom { names, .. } => names.iter().for_each(|imported| self.bind(&imported.name)),
            StmtKind::Assert { test, message } => {
                self.expression(test);
                message.iter().for_each(|message| self.expression(message));
            }
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.target(target)),
            StmtKind::Raise { exception, cause } => {
                exception
                    .iter()
                    .chain(cause)
                    .for_each(|value| self.expression(value));
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finally,
            } => {
                self.block(body);
                for handler in handlers {
                    handler.kind.iter().for_each(|kind| self.expression(kind));
                    handler.name.iter().for_each(|name| self.bind(name));
                    self.block(&handler.body);
                }
                self.block(orelse);
                self.block(finally);
            }
            StmtKind::Match { subject, cases } => {
                self.expression(subject);
                cases.iter().for_each(|case| self.case(case));
            }
            StmtKind::Break | StmtKind::Continue | StmtKind::Pass => {}
        }
    }

    fn mangled(&self, names: &[String]) -> Vec<String> {
        let class = self.class.as_deref();
        names
            .iter()
            .map(|name| mangle(class, name).into_owned())
            .collect()
    }

    fn parameters(&mut self, parameters: &Parameters) {
        let named = parameters.positional.iter().chain(&parameters.keyword_only);
        named.for_each(|parameter| self.bind(&parameter.name));
        let rest = parameters.star.iter().chain(&parameters.star_star);
        rest.for_each(|(name, _)| self.bind(name));
    }

    fn defaults(&mut self, parameters: &Parameters) {
        let named = parameters.positional.iter().chain(&parameters.keyword_only);
        named
            .filter_map(|parameter| parameter.default.as_ref())
            .for_each(|default| self.expression(default));
    }

    fn def(&mut self, function: &Function) {
        function
            .decorators
            .iter()
            .for_each(|decorator| self.expression(decorator));
        self.defaults(&function.parameters);
        self.expressions(function.annotations.iter().map(|(_, annotation)| annotation));
        self.bind(&function.name);
        self.enter(ScopeKind::Function);
        self.parameters(&function.parameters);
        self.block(&function.body);
        self.leave(function.name_span);
    }

    fn class(&mut self, class: &Class) {
        class
            .decorators
            .iter()
            .for_each(|decorator| self.expression(decorator));
        class.bases.iter().for_each(|base| self.expression(base));
        class
            .keywords
            .iter()
            .for_each(|(_, value)| self.expression(value));
        self.bind(&class.name);
        let outer = self.class.replace(class.name.clone());
        self.enter(ScopeKind::Class);
        self.block(&class.body);
        self.leave(class.name_span);
        self.class = outer;
    }

    fn case(&mut self, case: &MatchCase) {
        self.pattern(&case.pattern);
        case.guard.iter().for_each(|guard| self.expression(guard));
        self.block(&case.body);
    }

    fn pattern(&mut self, pattern: &Pattern) {
        match &pattern.kind {
            PatternKind::Value(value) => self.expression(value),
            PatternKind::Singleton(_) => {}
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => {
                patterns.iter().for_each(|pattern| self.pattern(pattern));
            }
            PatternKind::Star(name) => name.iter().for_each(|name| self.bind(name)),
            PatternKind::Mapping { items, rest } => {
                for (key, pattern) in items {
                    self.expression(key);
                    self.pattern(pattern);
                }
                rest.iter().for_each(|name| self.bind(name));
            }
            PatternKind::Class {
                class,
                positional,
                keywords,
            } => {
                self.expression(class);
                positional.iter().for_each(|pattern| self.pattern(pattern));
                keywords.iter().for_each(|(_, pattern)| self.pattern(pattern));
            }
            PatternKind::As { pattern, name } => {
                pattern.iter().for_each(|pattern| self.pattern(pattern));
                name.iter().for_each(|name| self.bind(name));
            }
        }
    }

    fn target(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Name(name) => self.bind(name),
            TargetKind::Sequence(targets) => targets.iter().for_each(|target| self.target(target)),
            TargetKind::Starred(target) => self.target(target),
            TargetKind::Attribute { value, .. } => self.expression(value),
            TargetKind::Subscript { value, index } => {
                self.expression(value);
                self.expression(index);
            }
        }
    }

    fn expressions<'a>(&mut self, values: impl IntoIterator<Item = &'a Expr>) {
        values.into_iter().for_each(|value| self.expression(value));
    }

    fn expression(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Constant(_) => {}
            ExprKind::FString(parts) => self.f_string(parts),
            ExprKind::Name(name) => self.read(name),
            ExprKind::Attribute { value, .. } => self.expression(value),
            ExprKind::Subscript { value, index } => self.expressions([&**value, &**index]),
            ExprKind::Slice { lower, upper, step } => {
                self.expressions([lower, upper, step].into_iter().flatten().map(|part| &**part));
            }
            ExprKind::Call {
                function,
                args,
                keywords,
            } => {
                self.expression(function);
                self.expressions(args);
                self.expressions(keywords.iter().map(|(_, value)| value));
            }
            ExprKind::Binary { left, right, .. } => self.expressions([&**left, &**right]),
            ExprKind::Unary { operand, .. } => self.expression(operand),
            ExprKind::Bool { values, .. } => self.expressions(values),
            ExprKind::Compare { first, rest } => {
                self.expression(first);
                self.expressions(rest.iter().map(|(_, operand)| operand));
            }
            ExprKind::Conditional { test, body, orelse } => self.expressions([&**test, &**body, &**orelse]),
            ExprKind::List(items) | ExprKind::Tuple(items) | ExprKind::Set(items) => self.expressions(items),
            ExprKind::Dict(items) => {
                for (key, value) in items {
                    self.expressions(key);
                    self.expression(value);
                }
            }
            ExprKind::Starred(value) => self.expression(value),
            ExprKind::YieldFrom(value) => {
                self.scope().yields = true;
                self.expression(value);
            }
            ExprKind::Await(value) => {
                self.scope().awaits = true;
                self.expression(value);
            }
            ExprKind::Yield(value) => {
                self.scope().yields = true;
                self.expressions(value.as_deref());
            }
            ExprKind::Lambda { parameters, body } => {
                self.defaults(parameters);
                self.enter(ScopeKind::Function);
                self.parameters(parameters);
                self.expression(body);
                self.leave(expr.span);
            }
            ExprKind::Comprehension {
                element,
                value,
                loops,
                ..
            } => {
                self.comprehension(expr, element, value.as_deref(), loops);
            }
            ExprKind::Named { name, value } => {
                self.expression(value);
                self.bind_around_comprehensions(name);
            }
        }
    }

    fn f_string(&mut self, parts: &[FStringPart]) {
        for part in parts {
            if let FStringPart::Field { value, spec, .. } = part {
                self.expression(value);
                self.f_string(spec);
            }
        }
    }

    /// The first iterable belongs to the scope around.
    fn comprehension(
        &mut self,
        expr: &Expr,
        element: &Expr,
        value: Option<&Expr>,
        loops: &[ComprehensionLoop],
    ) {
        let mut loops = loops.iter();
        let Some(first) = loops.next() else { return };
        self.expression(&first.iter);
        self.enter(ScopeKind::Function);
        self.bind(ITERABLE);
        self.scope().awaits |= first.is_async;
        self.target(&first.target);
        self.expressions(&first.conditions);
        for inner in loops {
            self.scope().awaits |= inner.is_async;
            self.expression(&inner.iter);
            self.target(&inner.target);
            self.expressions(&inner.conditions);
        }
        self.expression(element);
        self.expressions(value);
        self.leave(expr.span);
    }

    /// `:=` in a comprehension binds in the function or module around (PEP 572): in the comprehension itself the name is
    /// nonlocal, or global if that is the module's.
    fn bind_around_comprehensions(&mut self, name: &str) {
        let name = mangle(self.class.as_deref(), name).into_owned();
        let inner = self
            .open
            .iter()
            .rev()
            .take_while(|scope| is_comprehension(scope))
            .count();
        let owner = self.open.len() - 1 - inner;
        let is_global =
            self.open[owner].kind == ScopeKind::Module || self.open[owner].globals.contains(&name);
        for scope in &mut self.open[owner + 1..] {
            if is_global {
                scope.globals.insert(name.clone());
            } else {
                scope.nonlocals.insert(name.clone());
            }
        }
        let bound = &mut self.open[owner].bound;
        if !bound.contains(&name) {
            bound.push(name);
        }
    }
}

/// The parameter of a comprehension, which no program can name.
pub(super) const ITERABLE: &str = ".0";

fn is_comprehension(scope: &Scope) -> bool {
    scope.bound.first().is_some_and(|name| name == ITERABLE)
}
