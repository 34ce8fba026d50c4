"""A timer knows its time and can be cancelled; so can a callback."""

import asyncio


def ring(bell):
    print("ring", bell)


async def main():
    loop = asyncio.get_running_loop()
    timer = loop.call_at(loop.time() + 0.05, ring, 1)
    other = loop.call_later(0.1, ring, 2)
    soon = loop.call_soon(ring, 3)
    print(timer < other, timer == other, timer == timer, timer.when() < other.when())
    print(soon, soon.cancelled())
    timer.cancel()
    soon.cancel()
    print(soon, timer.cancelled(), other.cancelled())
    await asyncio.sleep(0.2)


asyncio.run(main())
