"""A Runner keeps one loop, and one context, for several runs."""

import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")


async def note(value):
    previous = var.get()
    var.set(value)
    return previous


with asyncio.Runner() as runner:
    print(runner.run(note("one")))
    print(runner.run(note("two")))
    print(runner.get_loop().is_running(), runner.get_loop().is_closed())
    print(asyncio.get_event_loop() is runner.get_loop())
    loop = runner.get_loop()

print(loop.is_closed(), var.get())
try:
    runner.get_loop()
except RuntimeError as error:
    print(error)
