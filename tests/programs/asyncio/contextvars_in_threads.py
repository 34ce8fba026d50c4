"""A thread begins with an empty context."""

import contextvars
import threading

var = contextvars.ContextVar("var", default="default")
var.set("main")


def thread(label):
    print(label, var.get())
    var.set(label)
    print(label, var.get())


for call in (lambda: thread("plain"), lambda: contextvars.copy_context().run(thread, "copied")):
    other = threading.Thread(target=call)
    other.start()
    other.join()

context = contextvars.copy_context()
other = threading.Thread(target=context.run, args=(thread, "with context"))
other.start()
other.join()
print(var.get(), context[var])
