"""What CPython says about the sources in the given files: an error, or the tree in the notation of `notation.rs`.

Sources are separated by lines that begin with `%%`. Answers are separated by a line `%%`.
"""

import ast
import sys
import warnings

OPERATORS = {
    "Mult": "Mul", "MatMult": "MatMul", "BitAnd": "And", "BitOr": "Or", "BitXor": "Xor", "UAdd": "Pos", "USub": "Neg"
}
COMPREHENSIONS = {ast.ListComp: "List", ast.SetComp: "Set", ast.DictComp: "Dict", ast.GeneratorExp: "Generator"}


def operator(node):
    name = type(node).__name__
    return OPERATORS.get(name, name)


def text(value):
    return "'" + " ".join(f"{ord(character):x}" for character in value) + "'"


def constant(value):
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bytes):
        return "b" + text(value.decode("latin-1"))
    if isinstance(value, float):
        return value.hex()
    if isinstance(value, complex):
        raise NotImplementedError(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:x}"
    return str(value)


def maybe(item, show=str):
    return "-" if item is None else show(item)


def row(items, show=str):
    return "[" + " ".join(map(show, items)) + "]"


def has_yield(node):
    """Whether a node has a `yield` of its own, not of a function within it."""
    match node:
        case ast.Yield() | ast.YieldFrom():
            return True
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
            defaults = node.args.defaults + [default for default in node.args.kw_defaults if default]
            inner = getattr(node, "decorator_list", []) + defaults
        case ast.ClassDef():
            inner = node.decorator_list + node.bases + [keyword.value for keyword in node.keywords]
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            inner = [node.generators[0].iter]
        case _:
            inner = ast.iter_child_nodes(node)
    return any(map(has_yield, inner))


class Notation:
    def __init__(self, source, within_string=False):
        self.source = source
        self.within_string = within_string

    def at(self, node, length=None):
        if self.within_string:  # CPython 3.11 tells no true places within an f-string.
            return ""
        end = (node.end_lineno, node.end_col_offset) if length is None else (node.lineno, node.col_offset + length)
        return f"@{node.lineno}:{node.col_offset}-{end[0]}:{end[1]}"

    def parts(self, node):
        def part(part):
            if isinstance(part, ast.Constant):
                return text(part.value)
            conversion = {-1: "", 115: "Str", 114: "Repr", 97: "Ascii"}[part.conversion]
            spec = self.parts(part.format_spec) if part.format_spec else "[]"
            return f"Field({Notation(self.source, True).show(part.value)} {conversion}{spec})"

        return row(node.values, part)

    def keyword(self, node):
        return f"{node.arg or '**'}={self.show(node.value)}"

    def loop(self, node):
        name = "AsyncFor" if node.is_async else "For"
        return f"{name}({self.show(node.target)} {self.show(node.iter)} {row(node.ifs, self.show)})"

    def parameters(self, node):
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults

        def parameters(arguments, defaults):
            return row(f"{arg.arg}{self.at(arg)}={self.optional(value)}" for arg, value in zip(arguments, defaults))

        def rest(arg):
            return maybe(arg, lambda arg: f"{arg.arg}{self.at(arg, len(arg.arg.encode()))}")

        return (
            f"({len(node.posonlyargs)}{parameters(positional, defaults)} *{rest(node.vararg)} "
            f"{parameters(node.kwonlyargs, node.kw_defaults)} **{rest(node.kwarg)})"
        )

    def optional(self, node):
        return maybe(node, self.show)

    def show(self, node):
        show, at = self.show, self.at(node)
        match node:
            case ast.Constant():
                return f"{constant(node.value)}{at}"
            case ast.JoinedStr() if all(isinstance(part, ast.Constant) for part in node.values):
                return f"{text(''.join(part.value for part in node.values))}{at}"
            case ast.JoinedStr():
                return f"FString{at}{self.parts(node)}"
            case ast.Name():
                return f"{node.id}{at}"
            case ast.Attribute():
                return f"Attribute{at}({show(node.value)} {node.attr})"
            case ast.Subscript():
                return f"Subscript{at}({show(node.value)} {show(node.slice)})"
            case ast.Slice():
                return f"Slice{at}({self.optional(node.lower)} {self.optional(node.upper)} {self.optional(node.step)})"
            case ast.Call():
                return f"Call{at}({show(node.func)} {row(node.args, show)} {row(node.keywords, self.keyword)})"
            case ast.BinOp():
                return f"{operator(node.op)}{at}({show(node.left)} {show(node.right)})"
            case ast.UnaryOp():
                return f"{operator(node.op)}{at}({show(node.operand)})"
            case ast.BoolOp():
                return f"Bool{operator(node.op)}{at}{row(node.values, show)}"
            case ast.Compare():
                rest = row(f"{operator(op)} {show(right)}" for op, right in zip(node.ops, node.comparators))
                return f"Compare{at}({show(node.left)} {rest})"
            case ast.IfExp():
                return f"Conditional{at}({show(node.test)} {show(node.body)} {show(node.orelse)})"
            case ast.Tuple() | ast.List() if isinstance(node.ctx, ast.Store | ast.Del):
                return f"Sequence{at}{row(node.elts, show)}"
            case ast.List() | ast.Tuple() | ast.Set():
                return f"{type(node).__name__}{at}{row(node.elts, show)}"
            case ast.Dict():
                items = (f"{'**' if key is None else show(key)}:{show(value)}" for key, value in zip(node.keys, node.values))
                return f"Dict{at}{row(items)}"
            case ast.Starred() | ast.YieldFrom() | ast.Await():
                return f"{type(node).__name__}{at}({show(node.value)})"
            case ast.Yield():
                return f"Yield{at}({self.optional(node.value)})"
            case ast.Lambda():
                return f"Lambda{at}({self.parameters(node.args)} {show(node.body)})"
            case ast.NamedExpr():
                return f"Named{at}({node.target.id} {show(node.value)})"
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                return f"{COMPREHENSIONS[type(node)]}Of{at}({show(node.elt)} - {row(node.generators, self.loop)})"
            case ast.DictComp():
                return f"DictOf{at}({show(node.key)} {show(node.value)} {row(node.generators, self.loop)})"
        raise NotImplementedError(ast.dump(node))

    def pattern(self, node):
        pattern = self.pattern
        name = f"{type(node).__name__}{self.at(node)}"
        match node:
            case ast.MatchValue():
                return f"{name}({self.show(node.value)})"
            case ast.MatchSingleton():
                return f"{name}({node.value})"
            case ast.MatchSequence() | ast.MatchOr():
                return f"{name}{row(node.patterns, pattern)}"
            case ast.MatchStar():
                return f"{name}({maybe(node.name)})"
            case ast.MatchMapping():
                items = (f"{self.show(key)}:{pattern(value)}" for key, value in zip(node.keys, node.patterns))
                return f"{name}({row(items)} {maybe(node.rest)})"
            case ast.MatchClass():
                keywords = (f"{key}={pattern(value)}" for key, value in zip(node.kwd_attrs, node.kwd_patterns))
                return f"{name}({self.show(node.cls)} {row(node.patterns, pattern)} {row(keywords)})"
            case ast.MatchAs():
                return f"{name}({maybe(node.pattern, pattern)} {maybe(node.name)})"
        raise NotImplementedError(ast.dump(node))

    def block(self, body, in_module=False):
        return "{" + "; ".join(line for child in body for line in self.statement(child, in_module)) + "}"

    def statement(self, node, in_module):
        if isinstance(node, ast.Import):
            top = lambda alias: alias.asname or alias.name.split(".")[0]
            return [f"Import{self.at(node)}({alias.name} {top(alias)})" for alias in node.names]
        name, parts = self.parts_of_statement(node, in_module)
        return [f"{name}{self.at(node)}({' '.join(filter(None, parts))})"]

    def parts_of_statement(self, node, in_module):
        show, optional, name = self.show, self.optional, type(node).__name__

        def block(body):
            return self.block(body, in_module)

        match node:
            case ast.Expr(value=ast.Constant(value=value)) if value is ...:
                return "Pass", []
            case ast.Expr():
                return name, [show(node.value)]
            case ast.Assign():
                return name, [row(node.targets, show), show(node.value)]
            case ast.AnnAssign(target=ast.Name(), simple=0, value=None):
                return "Pass", []
            case ast.AnnAssign(target=ast.Name(), simple=0):
                return "Assign", [row([node.target], show), show(node.value)]
            case ast.AnnAssign():
                annotation = show(node.annotation)
                if "from __future__ import annotations" in self.source:
                    annotation = text(ast.get_source_segment(self.source, node.annotation)) + self.at(node.annotation)
                return "Annotated", [show(node.target), annotation, optional(node.value)]
            case ast.AugAssign():
                return name, [show(node.target), operator(node.op), show(node.value)]
            case ast.If() | ast.While():
                return name, [show(node.test), block(node.body), block(node.orelse)]
            case ast.For() | ast.AsyncFor():
                return name, [show(node.target), show(node.iter), block(node.body), block(node.orelse)]
            case ast.Pass() | ast.Break() | ast.Continue():
                return name, []
            case ast.Global() if in_module:
                return "Pass", []
            case ast.Global() | ast.Nonlocal():
                return name, node.names
            case ast.Return():
                return name, [optional(node.value)]
            case ast.Assert():
                return name, [show(node.test), optional(node.msg)]
            case ast.Delete():
                return name, [row(node.targets, show)]
            case ast.ImportFrom(module="__future__"):
                return "Pass", []
            case ast.ImportFrom():
                names = [f"{alias.name}{self.at(alias)}:{alias.asname or alias.name}" for alias in node.names]
                return name, [node.module, *names]
            case ast.With() | ast.AsyncWith():
                items = (f"{show(item.context_expr)}:{optional(item.optional_vars)}" for item in node.items)
                return name, [row(items), block(node.body)]
            case ast.Raise():
                return name, [optional(node.exc), optional(node.cause)]
            case ast.Try():
                handlers = (
                    f"Except{self.at(handler)}({optional(handler.type)} {maybe(handler.name)} {block(handler.body)})"
                    for handler in node.handlers
                )
                return name, [block(node.body), row(handlers), block(node.orelse), block(node.finalbody)]
            case ast.Match():
                cases = (
                    f"Case({self.pattern(case.pattern)} {optional(case.guard)} {block(case.body)})" for case in node.cases
                )
                return name, [show(node.subject), row(cases)]
            case ast.ClassDef():
                keywords = row(node.keywords, self.keyword)
                heads = [node.name, row(node.decorator_list, show), row(node.bases, show), keywords]
                return "Class", [*heads, self.block(node.body)]
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                name = name.removesuffix("Def").removesuffix("Function") + "Def"
                name += "Generator" * any(map(has_yield, node.body))
                heads = [node.name, row(node.decorator_list, show), self.parameters(node.args)]
                return name, [*heads, self.block(node.body)]
        raise NotImplementedError(ast.dump(node))


def parsed(source):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def answer(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "source", "exec", dont_inherit=True)
        except SyntaxError as error:
            return f"{error.lineno} {type(error).__name__}: {error.msg}"
    warned = [f"{warning.lineno} SyntaxWarning: {warning.message}" for warning in caught if warning.category is SyntaxWarning]
    notation = Notation(source)
    try:
        return "\n".join(warned + [line for child in parsed(source).body for line in notation.statement(child, True)])
    except NotImplementedError as error:
        return f"refused: {error}"


for file in sys.argv[1:]:
    lines, sources = open(file, encoding="utf-8").read().split("\n"), []
    for line in lines:
        if line.startswith("%%"):
            sources.append([])
        else:
            sources[-1].append(line)
    for source in sources:
        print(answer("\n".join(source)), "%%", sep="\n")
