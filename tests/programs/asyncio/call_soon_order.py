"""Callbacks run in the order of call_soon; those they add run in the next pass."""

import asyncio


def say(text):
    print(text)


def nested(loop, depth):
    print("nested", depth)
    if depth:
        loop.call_soon(nested, loop, depth - 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, "first")
    loop.call_soon(nested, loop, 2)
    loop.call_soon(say, "last")
    for turn in range(4):
        await asyncio.sleep(0)
        print("-- pass", turn)


asyncio.run(main())
