import asyncio


async def sleeper(i):
    await asyncio.sleep(i % 10 / 10)
    return 1


async def main():
    assert sum(await asyncio.gather(*(sleeper(i) for i in range(100_000)))) == 100_000


asyncio.run(main())
