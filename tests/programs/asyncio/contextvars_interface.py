"""Variables, tokens and contexts."""

import contextvars

var = contextvars.ContextVar("var")
with_default = contextvars.ContextVar("other", default=1)
print(var.name, with_default.get(), var.get("fallback"))
try:
    var.get()
except LookupError as error:
    print(error.args[0] is var)

token = var.set("a")
print(token.var is var, token.old_value is contextvars.Token.MISSING)
second = var.set("b")
print(second.old_value, var.get())
var.reset(second)
print(var.get())
try:
    var.reset(second)
except RuntimeError as error:
    print(str(error).split("at 0x")[1].split(">")[1])
try:
    with_default.reset(token)
except ValueError as error:
    print(str(error).split("at 0x")[-1].split(">")[-1])
var.reset(token)
print(var.get("unset again"))

context = contextvars.copy_context()


def inside():
    var.set("inside")
    with_default.set(2)
    try:
        context.run(print)
    except RuntimeError as error:
        print(str(error).split(":")[0])
    return contextvars.copy_context()


copied = context.run(inside)
print(var in context, var in copied, context[var], len(context), with_default.get())
print(sorted(v.name for v in context), sorted(map(str, context.values())))
print(context.get(with_default), context.get(contextvars.ContextVar("x")), len(dict(context.items())))
try:
    copied.run(var.reset, token)
except RuntimeError as error:
    print("used")
try:
    3 in context
except TypeError as error:
    print(error)
print(contextvars.Context().run(var.get, "nothing there"))
