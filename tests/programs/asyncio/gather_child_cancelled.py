"""A cancelled child is to gather as one that raised CancelledError."""

import asyncio


async def worker(name):
    try:
        await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "done")


async def main():
    a, b = asyncio.create_task(worker("a")), asyncio.create_task(worker("b"))
    both = asyncio.gather(a, b)
    await asyncio.sleep(0)
    a.cancel("only a")
    try:
        await both
    except asyncio.CancelledError as error:
        print("gather raised", error.args, both.cancelled(), both.done(), b.done())
    await b


asyncio.run(main())
