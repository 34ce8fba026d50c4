"""What CPython says about the sources in the given files: an error, or the tree in the notation of `notation.rs`.

Sources are separated by lines that begin with `%%`. Answers are separated by a line `%%`.
"""

import ast
import sys
import warnings

OPERATORS = {"Mult": "Mul", "BitAnd": "And", "BitOr": "Or", "BitXor": "Xor", "UAdd": "Pos", "USub": "Neg"}


def place(node, within_string):
    if within_string:  # CPython 3.11 tells no true places within an f-string.
        return ""
    return f"@{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"


def operator(node):
    name = type(node).__name__
    return OPERATORS.get(name, name)


def text(value):
    return "'" + " ".join(f"{ord(character):x}" for character in value) + "'"


def constant(value):
    if isinstance(value, str):
        return text(value)
    if isinstance(value, float):
        return value.hex()
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:x}"
    return str(value)


def parts(node):
    shown = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            shown.append(text(part.value))
            continue
        conversion = {-1: "", 115: "Str", 114: "Repr", 97: "Ascii"}[part.conversion]
        spec = parts(part.format_spec) if part.format_spec else []
        shown.append(f"Field({show(part.value, True)} {conversion}[{' '.join(spec)}])")
    return shown


def show(node, within_string=False):
    def inner(child):
        return "-" if child is None else show(child, within_string)

    def row(children):
        return "[" + " ".join(map(inner, children)) + "]"

    at = place(node, within_string)
    match node:
        case ast.Constant():
            return f"{constant(node.value)}{at}"
        case ast.JoinedStr() if all(isinstance(part, ast.Constant) for part in node.values):
            return f"{text(''.join(part.value for part in node.values))}{at}"
        case ast.JoinedStr():
            return f"FString{at}[{' '.join(parts(node))}]"
        case ast.Name():
            return f"{node.id}{at}"
        case ast.Attribute():
            return f"Attribute{at}({inner(node.value)} {node.attr})"
        case ast.Subscript():
            return f"Subscript{at}({inner(node.value)} {inner(node.slice)})"
        case ast.Slice():
            return f"Slice{at}({inner(node.lower)} {inner(node.upper)} {inner(node.step)})"
        case ast.Call():
            keywords = " ".join(f"{keyword.arg}={inner(keyword.value)}" for keyword in node.keywords)
            return f"Call{at}({inner(node.func)} {row(node.args)} [{keywords}])"
        case ast.BinOp():
            return f"{operator(node.op)}{at}({inner(node.left)} {inner(node.right)})"
        case ast.UnaryOp():
            return f"{operator(node.op)}{at}({inner(node.operand)})"
        case ast.BoolOp():
            return f"Bool{operator(node.op)}{at}{row(node.values)}"
        case ast.Compare():
            rest = " ".join(f"{operator(op)} {inner(right)}" for op, right in zip(node.ops, node.comparators))
            return f"Compare{at}({inner(node.left)} {rest})"
        case ast.IfExp():
            return f"Conditional{at}({inner(node.test)} {inner(node.body)} {inner(node.orelse)})"
        case ast.Tuple() | ast.List() if isinstance(node.ctx, ast.Store | ast.Del):
            return f"Sequence{at}{row(node.elts)}"
        case ast.List() | ast.Tuple():
            return f"{type(node).__name__}{at}{row(node.elts)}"
    raise NotImplementedError(ast.dump(node))


def optional(node):
    return "-" if node is None else show(node)


def row(nodes):
    return "[" + " ".join(map(show, nodes)) + "]"


def statement(node, in_function):
    at = place(node, False)

    def block(body):
        return "{" + "; ".join(line for child in body for line in statement(child, in_function)) + "}"

    match node:
        case ast.Expr(value=ast.Constant(value=value)) if value is ...:
            return [f"Pass{at}"]
        case ast.Expr():
            return [f"Expr{at}({show(node.value)})"]
        case ast.Assign():
            return [f"Assign{at}({row(node.targets)} {show(node.value)})"]
        case ast.AnnAssign():
            return [f"Assign{at}([{show(node.target)}] {show(node.value)})"]
        case ast.AugAssign():
            return [f"AugAssign{at}({show(node.target)} {operator(node.op)} {show(node.value)})"]
        case ast.If():
            return [f"If{at}({show(node.test)} {block(node.body)} {block(node.orelse)})"]
        case ast.While():
            return [f"While{at}({show(node.test)} {block(node.body)} {block(node.orelse)})"]
        case ast.For():
            return [f"For{at}({show(node.target)} {show(node.iter)} {block(node.body)} {block(node.orelse)})"]
        case ast.Pass() | ast.Break() | ast.Continue():
            return [f"{type(node).__name__}{at}"]
        case ast.Global():
            return [f"Global{at}({' '.join(node.names)})" if in_function else f"Pass{at}"]
        case ast.Return():
            return [f"Return{at}({optional(node.value)})"]
        case ast.Assert():
            return [f"Assert{at}({show(node.test)} {optional(node.msg)})"]
        case ast.Delete():
            return [f"Delete{at}{row(node.targets)}"]
        case ast.Import():
            top = lambda alias: alias.asname or alias.name.split(".")[0]
            return [f"Import{at}({alias.name} {top(alias)})" for alias in node.names]
        case ast.ImportFrom(module="__future__"):
            return [f"Pass{at}"]
        case ast.ImportFrom():
            names = " ".join(f"{alias.name}{place(alias, False)}:{alias.asname or alias.name}" for alias in node.names)
            return [f"ImportFrom{at}({node.module} {names})"]
        case ast.With():
            items = " ".join(f"{show(item.context_expr)}:{optional(item.optional_vars)}" for item in node.items)
            return [f"With{at}({items} {block(node.body)})"]
        case ast.FunctionDef():
            arguments = node.args.args
            defaults = [None] * (len(arguments) - len(node.args.defaults)) + node.args.defaults
            shown = " ".join(f"{arg.arg}{place(arg, False)}={optional(value)}" for arg, value in zip(arguments, defaults))
            body = "{" + "; ".join(line for child in node.body for line in statement(child, True)) + "}"
            return [f"Def{at}({node.name} [{shown}] {body})"]
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
    try:
        return "\n".join(warned + [line for child in parsed(source).body for line in statement(child, False)])
    except NotImplementedError:
        return "refused"


for file in sys.argv[1:]:
    lines, sources = open(file, encoding="utf-8").read().split("\n"), []
    for line in lines:
        if line.startswith("%%"):
            sources.append([])
        else:
            sources[-1].append(line)
    for source in sources:
        print(answer("\n".join(source)), "%%", sep="\n")
