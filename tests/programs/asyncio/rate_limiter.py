"""A limiter of one's own, made of a timer and an event."""

import asyncio


class Limiter:
    def __init__(self, period):
        self.period = period
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        await self.lock.acquire()
        asyncio.get_running_loop().call_later(self.period, self.lock.release)

    async def __aexit__(self, *details):
        pass


async def main():
    limiter = Limiter(0.02)
    loop = asyncio.get_running_loop()
    begin = loop.time()

    async def call(number):
        async with limiter:
            print("call", number)

    await asyncio.gather(*(call(number) for number in range(5)))
    print(0.08 <= loop.time() - begin < 1)
    await asyncio.sleep(0.03)


asyncio.run(main())
