"""Checks that library modules are declarative: importing one executes nothing.

    python3 declarative.py [FILE ...]      without files: every module of library/

The machine takes a library module's classes and functions as static data, which is
only right when its top level says nothing but what this checker admits. Inside
function bodies nearly everything is allowed.
"""

import ast
import builtins
import pathlib
import sys

LIBRARY = pathlib.Path(__file__).resolve().parent.parent

# What a library module may import although no file of the library provides it.
NATIVE = frozenset({
    "_core", "_interleave", "_thread", "_weakref", "builtins", "itertools", "math", "os",
    "sys", "time", "zlib",
})

# Modules of the library, named here so that one author's modules can be checked before
# another author's have arrived.
PLANNED = frozenset({
    "abc", "array", "asyncio", "atexit", "bisect", "collections", "concurrent",
    "contextlib", "contextvars", "copy", "ctypes", "dataclasses", "datetime", "enum",
    "errno", "functools", "gevent", "hashlib", "heapq", "inspect", "io", "json",
    "keyword", "logging", "multiprocessing", "numbers", "operator", "pickle", "queue",
    "random", "re", "requests", "sched", "selectors", "signal", "socket", "ssl",
    "statistics", "string", "subprocess", "textwrap", "threading", "traceback", "types",
    "typing", "urllib", "weakref",
})

REFUSED_CALLS = frozenset({"__import__", "eval", "exec", "open"})
BARE_DECORATORS = frozenset({"property", "staticmethod", "classmethod"})
SCALARS = (bool, int, float, str, type(None))


class Checker:
    """Collects what is wrong in one module as (line, message) pairs."""

    def __init__(self, tree):
        self.tree = tree
        self.problems = []
        self.names = set()

    def complain(self, node, message):
        self.problems.append((getattr(node, "lineno", 1), message))

    def run(self):
        for index, statement in enumerate(self.tree.body):
            self.top_level(statement, is_first=index == 0)
        for node in ast.walk(self.tree):
            self.anywhere(node)
        return sorted(self.problems)

    def top_level(self, node, is_first):
        match node:
            case ast.Expr(value=ast.Constant(value=str())) if is_first:
                pass
            case ast.Import() | ast.ImportFrom():
                self.bind_imports(node)
            case ast.Assign():
                name = self.assignment(
                    node, self.is_static_name, "a constant or a static name"
                )
                if name:
                    self.bind(node, name)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                if node.decorator_list:
                    self.complain(node, f"function {node.name}: no decorators here")
                self.defaults(node)
                self.bind(node, node.name)
            case ast.ClassDef():
                self.klass(node)
                self.bind(node, node.name)
            case _:
                self.complain(
                    node,
                    f"{type(node).__name__} at the top level: only imports, NAME = "
                    "constant, def and class are declarative",
                )

    def bind(self, node, name):
        if name in self.names:
            self.complain(node, f"{name} is bound twice at the top level")
        self.names.add(name)

    def bind_imports(self, node):
        for alias in node.names:
            if alias.name == "*":
                self.complain(node, "import * hides which names are static")
            else:
                self.bind(node, alias.asname or alias.name.split(".")[0])

    def is_static_name(self, node):
        """A name that is known without running: bound above, or a builtin."""
        return isinstance(node, ast.Name) and (
            node.id in self.names or hasattr(builtins, node.id)
        )

    def assignment(self, node, admits, wanted):
        match node.targets:
            case [ast.Name(id=name)]:
                if not is_constant(node.value) and not admits(node.value):
                    self.complain(node, f"{name} = ...: the value must be {wanted}")
                return name
        self.complain(node, "an assignment here must have the form NAME = value")
        return None

    def defaults(self, function):
        arguments = function.args
        for default in (*arguments.defaults, *filter(None, arguments.kw_defaults)):
            if not is_constant(default) and not self.is_static_name(default):
                self.complain(
                    default,
                    f"function {function.name}: a default must be a constant or a static name",
                )

    def klass(self, node):
        if node.decorator_list:
            self.complain(node, f"class {node.name}: no decorators on classes")
        if node.keywords:
            self.complain(node, f"class {node.name}: no metaclass or class keywords")
        for base in node.bases:
            if not self.is_static_name(base):
                self.complain(
                    base,
                    f"class {node.name}: a base must be a plain name bound above "
                    "(use `from module import Name`)",
                )
        members = set()
        properties = set()
        for index, statement in enumerate(node.body):
            self.member(node, statement, members, properties, is_first=index == 0)

    def member(self, owner, node, members, properties, is_first):
        where = f"class {owner.name}"
        match node:
            case ast.Expr(value=ast.Constant(value=str())) if is_first:
                pass
            case ast.Assign():
                name = self.assignment(
                    node,
                    lambda value: isinstance(value, ast.Name) and value.id in members,
                    f"a constant or a method defined above in {where}",
                )
                members.add(name)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self.method(where, node, members, properties)
                members.add(node.name)
            case _:
                self.complain(
                    node,
                    f"{where}: {type(node).__name__} in the body: only a docstring, "
                    "NAME = constant or method, and def are declarative",
                )

    def method(self, where, node, members, properties):
        redefines = False
        match node.decorator_list:
            case []:
                pass
            case [ast.Name(id=name)] if name in BARE_DECORATORS:
                if name == "property":
                    properties.add(node.name)
            case [ast.Attribute(value=ast.Name(id=name), attr="setter")]:
                redefines = True
                if name not in properties or name != node.name:
                    self.complain(
                        node,
                        f"{where}: @{name}.setter must follow a @property of that name",
                    )
            case _:
                self.complain(
                    node,
                    f"{where}.{node.name}: at most one decorator, of @property, @x.setter, "
                    "@staticmethod and @classmethod",
                )
        if node.name in members and not redefines:
            self.complain(node, f"{where}: {node.name} is defined twice")
        self.defaults(node)

    def anywhere(self, node):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in REFUSED_CALLS:
                self.complain(node, f"{name}() is refused in the library")
            case ast.Attribute(value=ast.Name(id="sys" | "_sys"), attr="_getframe"):
                self.complain(node, "sys._getframe is refused in the library")
            case ast.Assert():
                self.complain(node, "assert: raise what the caller shall see instead")
            case ast.Import(names=names):
                for alias in names:
                    self.imported(node, alias.name)
            case ast.ImportFrom(level=level, module=module):
                if level:
                    self.complain(node, "relative import: write the module's whole name")
                else:
                    self.imported(node, module)

    def imported(self, node, module):
        if module.split(".")[0] in NATIVE | PLANNED or module in library_modules():
            return
        self.complain(node, f"import of {module}: neither native nor in the library")


def is_constant(node):
    """None, bool, int, float, str, and tuples of them."""
    match node:
        case ast.Constant(value=value):
            return isinstance(value, SCALARS)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=value)):
            return type(value) in (int, float)
        case ast.Tuple(elts=elements):
            return all(map(is_constant, elements))
    return False


def library_modules():
    """The dotted names of the library's modules."""
    return {path.name.removesuffix(".py") for path in LIBRARY.glob("*.py")}


def check_source(source, filename="<module>"):
    """What is wrong with a module's source, as sorted (line, message) pairs."""
    return Checker(ast.parse(source, filename)).run()


def main(arguments):
    paths = [pathlib.Path(name) for name in arguments] or sorted(LIBRARY.glob("*.py"))
    failures = 0
    for path in paths:
        for line, message in check_source(path.read_text(encoding="utf-8"), str(path)):
            print(f"{path}:{line}: {message}")
            failures += 1
    print(f"{len(paths)} modules, {failures} problems")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
