# nondeterministic
"""Which of two threads' results comes first is anybody's guess."""

import asyncio


def work(name):
    return name


async def main():
    for coro in asyncio.as_completed([asyncio.to_thread(work, name) for name in "ab"]):
        print(await coro)


asyncio.run(main())
