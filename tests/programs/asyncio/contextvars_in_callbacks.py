"""Callbacks run in the context in which they were handed over, or the one they are given."""

import asyncio
import contextvars

var = contextvars.ContextVar("var")


def show(label, *args):
    print(label, var.get("unset"))
    var.set(label)


async def main():
    loop = asyncio.get_running_loop()
    empty = contextvars.Context()
    var.set("main")
    loop.call_soon(show, "first")
    loop.call_soon(show, "second")
    var.set("changed")
    loop.call_soon(show, "third")
    loop.call_later(0.01, show, "timer", 1)
    future = loop.create_future()
    future.add_done_callback(lambda future: show("callback"))
    future.set_result(None)
    await asyncio.sleep(0.05)
    loop.call_soon(lambda: show("in empty"), context=empty)
    await asyncio.sleep(0)
    print(var.get(), empty[var])


asyncio.run(main())
