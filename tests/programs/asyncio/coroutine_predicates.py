"""iscoroutine, iscoroutinefunction, isfuture."""

import asyncio


async def coroutine():
    pass


async def generator():
    yield


def function():
    pass


class Thing:
    async def method(self):
        pass


coro = coroutine()
for thing in (coroutine, coro, generator, generator(), function, Thing.method, Thing().method, 3):
    print(asyncio.iscoroutine(thing), asyncio.iscoroutinefunction(thing), asyncio.isfuture(thing))
coro.close()
