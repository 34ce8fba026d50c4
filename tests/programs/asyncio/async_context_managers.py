"""async with and async for on classes of one's own."""

import asyncio


class Connection:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(0)
        print("close", exc_type and exc_type.__name__)
        return exc_type is KeyError

    def __aiter__(self):
        self.left = 3
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        await asyncio.sleep(0)
        return self.left


async def main():
    async with Connection() as connection:
        print([number async for number in connection])
    async with Connection():
        raise KeyError("suppressed")
    task = asyncio.create_task(use())
    await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


async def use():
    async with Connection():
        await asyncio.sleep(10)


asyncio.run(main())
