"""Each greenlet has context variables of its own."""

import contextvars

from greenlet import getcurrent, greenlet

var = contextvars.ContextVar("var", default="default")
var.set("main")


def run():
    print("inside", var.get())
    var.set("inside")
    getcurrent().parent.switch()
    print("inside again", var.get())


g = greenlet(run)
print(g.gr_context)
g.switch()
print("main", var.get(), g.gr_context[var])
var.set("changed")
g.switch()
h = greenlet(run)
h.gr_context = contextvars.copy_context()
h.switch()
print("main", var.get())
h.switch()
