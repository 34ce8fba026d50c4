"""Each task has a copy of the context in which it was created."""

import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def inner():
    return user.get()


async def request(name):
    previous = user.get()
    user.set(name)
    await asyncio.sleep(0)
    return previous, await inner(), await asyncio.create_task(inner())


async def main():
    user.set("main")
    print(await asyncio.gather(*(request(name) for name in "abc")))
    await request("directly called")
    print(user.get())
    context = contextvars.copy_context()
    await asyncio.create_task(request("in a context"), context=context)
    print(user.get(), context[user])
    print(await asyncio.to_thread(user.get))


asyncio.run(main())
print(user.get())
