//! Whose variable a name is, as far as CPython's `Python/symtable.c` reports errors about it.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::Identifier;
use ruff_text_size::{Ranged, TextRange};

use super::Converter;
use crate::tree::ComprehensionKind;

/// What has variables of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Module,
    Class,
    Function {
        is_async: bool,
    },
    Lambda,
    Comprehension(ComprehensionKind),
    /// An annotation under `from __future__ import annotations`.
    Annotation,
}

/// The names of a scope as far as it was read, and what else is known of the code in it.
#[derive(Debug)]
pub(super) struct Scope {
    pub(super) kind: Kind,
    pub(super) parameters: BTreeSet<String>,
    /// Names that something here binds, parameters and imports too.
    pub(super) bound: BTreeSet<String>,
    /// Those that an import binds and nothing else.
    pub(super) imported: BTreeSet<String>,
    /// Names that something here reads.
    pub(super) read: BTreeSet<String>,
    /// Names that have an annotation here.
    pub(super) annotated: BTreeSet<String>,
    /// Names that `global` declares, and where first.
    pub(super) globals: BTreeMap<String, TextRange>,
    /// Names that `nonlocal` declares, and where first.
    pub(super) nonlocals: BTreeMap<String, TextRange>,
    /// Names that `nonlocal` declares in nested scopes, none of which has them.
    wanted: Vec<(String, TextRange)>,
    /// The loop variables of a comprehension.
    pub(super) loop_variables: BTreeSet<String>,
    /// Names that `:=` in a comprehension gives to the function around.
    pub(super) given_away: BTreeSet<String>,
    /// Whether the current place is a loop variable of a comprehension.
    pub(super) in_loop_variable: bool,
    /// Whether the current place is in what a comprehension iterates, even if that is around this scope.
    pub(super) in_iterable: bool,
    /// Whether the current place is inside a loop.
    pub(super) in_loop: bool,
    /// Whether there is a `yield` here.
    pub(super) is_generator: bool,
    /// Whether there is an `await` or an `async for` in this comprehension.
    pub(super) awaits: bool,
    /// The statements that return a value.
    pub(super) returns: Vec<TextRange>,
}

impl Scope {
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            parameters: BTreeSet::new(),
            bound: BTreeSet::new(),
            imported: BTreeSet::new(),
            read: BTreeSet::new(),
            annotated: BTreeSet::new(),
            globals: BTreeMap::new(),
            nonlocals: BTreeMap::new(),
            wanted: Vec::new(),
            loop_variables: BTreeSet::new(),
            given_away: BTreeSet::new(),
            in_loop_variable: false,
            in_iterable: false,
            in_loop: false,
            is_generator: false,
            awaits: false,
            returns: Vec::new(),
        }
    }
}

impl Converter<'_> {
    /// The innermost scope.
    pub(super) fn scope(&mut self) -> &mut Scope {
        self.scopes
            .last_mut()
            .expect("the module's scope is there until the end")
    }

    /// What follows, up to `leave`, has variables of its own.
    pub(super) fn enter(&mut self, kind: Kind) {
        let mut scope = Scope::new(kind);
        scope.in_iterable = self.scope().in_iterable;
        self.scopes.push(scope);
    }

    /// The innermost scope ends, so that its variables are known: what nested scopes want and it has not, those around it
    /// are asked for.
    pub(super) fn leave(&mut self) -> Scope {
        let mut scope = self.scopes.pop().expect("a scope was entered");
        let mut missing = Vec::new();
        let mut wanted: Vec<_> = scope.nonlocals.clone().into_iter().collect();
        for (name, range) in scope.wanted.drain(..) {
            let is_function = matches!(scope.kind, Kind::Function { .. });
            if is_function && scope.globals.contains_key(&name) {
                missing.push((name, range));
            } else if is_function && !scope.bound.contains(&name) && !scope.nonlocals.contains_key(&name)
                || !is_function && name != "__class__"
            {
                wanted.push((name, range));
            }
        }
        let around = self.scope();
        match around.kind {
            Kind::Module => missing.extend(wanted),
            _ => around.wanted.extend(wanted),
        }
        for (name, range) in missing {
            let en = format!("no binding for nonlocal '{name}' found");
            self.syntax(range, en, format!("找不到 nonlocal '{name}' 对应的外层变量"));
        }
        scope
    }

    /// A variable is read.
    pub(super) fn reads(&mut self, name: &str) {
        let read = &mut self.scope().read;
        if !read.contains(name) {
            read.insert(name.to_owned());
        }
    }

    /// A variable is assigned to (or deleted).
    pub(super) fn binds(&mut self, name: &str, ranged: impl Ranged) {
        let range = ranged.range();
        self.check_debug(name, range);
        let scope = self.scope();
        scope.bound.insert(name.to_owned());
        scope.imported.remove(name);
        if !scope.in_loop_variable {
            return;
        }
        scope.loop_variables.insert(name.to_owned());
        if scope.given_away.contains(name) {
            self.syntax(
                range,
                format!("comprehension inner loop cannot rebind assignment expression target '{name}'"),
                format!("推导式的内层循环不能重新绑定赋值表达式的目标 '{name}'"),
            );
        }
    }

    /// A variable is imported, which a declaration may follow.
    pub(super) fn imports_as(&mut self, name: &str, ranged: impl Ranged) {
        self.check_debug(name, ranged);
        let scope = self.scope();
        if scope.bound.insert(name.to_owned()) {
            scope.imported.insert(name.to_owned());
        }
    }

    /// A parameter gets its argument.
    pub(super) fn binds_parameter(&mut self, name: &Identifier) {
        self.binds(name, name);
        if !self.scope().parameters.insert(name.to_string()) {
            self.syntax(
                name,
                format!("duplicate argument '{name}' in function definition"),
                format!("函数定义里的参数 '{name}' 重复了"),
            );
        }
    }

    /// `__debug__` is a constant.
    pub(super) fn check_debug(&mut self, name: &str, ranged: impl Ranged) {
        if name == "__debug__" {
            self.syntax(ranged, "cannot assign to __debug__", "不能给 __debug__ 赋值");
        }
    }
}
