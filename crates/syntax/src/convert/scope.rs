//! Whose variable a name is: what CPython's `Python/symtable.c` checks, and which nested functions are closures.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::Identifier;
use ruff_text_size::{Ranged, TextRange};

use super::Converter;
use crate::feature::{self, Feature};

/// The names of a module or a function as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// The function's name; empty for the module.
    name: String,
    parameters: BTreeSet<String>,
    /// Names that something here assigns to, parameters too.
    bound: BTreeSet<String>,
    /// Names that something here reads, and where first.
    read: BTreeMap<String, TextRange>,
    /// Names that `global` declares.
    globals: BTreeSet<String>,
    /// Names that `nonlocal` declares, and where.
    nonlocals: Vec<(String, TextRange)>,
    /// What nested functions want of the functions around them.
    requests: Vec<Request>,
    /// Whether the current place is inside a loop.
    pub(super) in_loop: bool,
}

/// A name that a function has not itself.
#[derive(Clone, Debug)]
struct Request {
    name: String,
    /// Where it is read or declared.
    range: TextRange,
    /// Whether `nonlocal` declares it, so that it must be somebody's.
    is_nonlocal: bool,
}

impl Scope {
    pub(super) fn module() -> Self {
        Self::default()
    }

    pub(super) fn function(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// Whether the name's meaning is settled here.
    fn has(&self, name: &str) -> bool {
        self.bound.contains(name)
            || self.globals.contains(name)
            || self.nonlocals.iter().any(|(nonlocal, _)| nonlocal == name)
    }

    fn is_local(&self, name: &str) -> bool {
        self.bound.contains(name) && !self.globals.contains(name)
    }
}

impl Converter<'_> {
    /// A variable is read.
    pub(super) fn reads(&mut self, name: &str, range: TextRange) {
        let read = &mut self.scope().read;
        if !read.contains_key(name) {
            read.insert(name.to_owned(), range);
        }
    }

    /// A variable is assigned to (or deleted).
    pub(super) fn binds(&mut self, name: &str, ranged: impl Ranged) {
        self.check_debug(name, ranged);
        self.scope().bound.insert(name.to_owned());
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

    /// `global`: before any other use in the same function, and never of a parameter.
    pub(super) fn declares_global(&mut self, names: &[Identifier], statement: TextRange) {
        for name in names {
            let text = name.as_str();
            let scope = self.scope();
            let problem = if scope.parameters.contains(text) {
                Some(("is parameter and global", "既是参数又声明为全局变量"))
            } else if scope.nonlocals.iter().any(|(nonlocal, _)| nonlocal == text) {
                Some(("is nonlocal and global", "既声明为 nonlocal 又声明为 global"))
            } else if scope.globals.contains(text) {
                None
            } else if scope.read.contains_key(text) {
                Some((
                    "is used prior to global declaration",
                    "在 global 声明之前就被使用了",
                ))
            } else if scope.bound.contains(text) {
                Some((
                    "is assigned to before global declaration",
                    "在 global 声明之前就被赋值了",
                ))
            } else {
                None
            };
            scope.globals.insert(text.to_owned());
            if let Some((en, zh)) = problem {
                self.syntax(
                    statement,
                    format!("name '{name}' {en}"),
                    format!("名字 '{name}' {zh}"),
                );
            }
        }
    }

    /// `nonlocal`: in a nested function only; whether a function around has the names shows when that ends.
    pub(super) fn declares_nonlocal(&mut self, names: &[Identifier], statement: TextRange) {
        if !self.in_function() {
            let zh = "模块级别不允许 nonlocal 声明";
            self.syntax(statement, "nonlocal declaration not allowed at module level", zh);
            return;
        }
        for name in names {
            let text = name.as_str();
            let scope = self.scope();
            let problem = if scope.parameters.contains(text) {
                Some(("is parameter and nonlocal", "既是参数又声明为 nonlocal"))
            } else if scope.globals.contains(text) {
                Some(("is nonlocal and global", "既声明为 nonlocal 又声明为 global"))
            } else if scope.read.contains_key(text) {
                Some((
                    "is used prior to nonlocal declaration",
                    "在 nonlocal 声明之前就被使用了",
                ))
            } else if scope.bound.contains(text) {
                Some((
                    "is assigned to before nonlocal declaration",
                    "在 nonlocal 声明之前就被赋值了",
                ))
            } else {
                None
            };
            scope.nonlocals.push((text.to_owned(), statement));
            if let Some((en, zh)) = problem {
                self.syntax(
                    statement,
                    format!("name '{name}' {en}"),
                    format!("名字 '{name}' {zh}"),
                );
            }
        }
    }

    /// Whether `global` declares the name here.
    pub(super) fn is_global(&mut self, name: &str) -> bool {
        self.scope().globals.contains(name)
    }

    /// A function ends, so that its variables are known: nested functions that ask for one are closures; what it has not,
    /// the functions around it are asked for.
    pub(super) fn finish_function(&mut self) {
        let Some(scope) = self.scopes.pop() else { return };
        let mut requests = Vec::new();
        for request in &scope.requests {
            if scope.is_local(&request.name) {
                let span = self.source.span(request.range);
                self.problems.push(if request.is_nonlocal {
                    Feature::Nonlocal.refused(span)
                } else {
                    feature::closure(span, &request.name, &scope.name)
                });
            } else if request.is_nonlocal || !scope.globals.contains(&request.name) {
                requests.push(request.clone());
            }
        }
        let own_nonlocals = scope.nonlocals.iter().map(|(name, range)| (name, range, true));
        let free = scope.read.iter().filter(|(name, _)| !scope.has(name));
        let free = free.map(|(name, range)| (name, range, false));
        requests.extend(
            own_nonlocals
                .chain(free)
                .map(|(name, range, is_nonlocal)| Request {
                    name: name.clone(),
                    range: *range,
                    is_nonlocal,
                }),
        );
        if self.in_function() {
            self.scope().requests.extend(requests);
            return;
        }
        for request in requests.iter().filter(|request| request.is_nonlocal) {
            let name = &request.name;
            let zh = format!("找不到 nonlocal '{name}' 对应的外层变量");
            self.syntax(
                request.range,
                format!("no binding for nonlocal '{name}' found"),
                zh,
            );
        }
    }
}
