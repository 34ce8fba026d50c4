"""Timers for exactly the same moment come off the heap in the heap's order."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for count in (2, 3, 4, 5, 7, 10, 16):
        when = loop.time() + 0.005
        order = []
        for number in range(count):
            loop.call_at(when, order.append, number)
        loop.call_at(when - 0.001, order.append, "early")
        await asyncio.sleep(0.02)
        print(order)


asyncio.run(main())
