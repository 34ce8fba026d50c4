"""Cancelled timers are swept from the heap; the others keep their order."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    order = []
    when = loop.time() + 0.05
    timers = [loop.call_at(when + number % 7 / 1000, order.append, number) for number in range(200)]
    for number, timer in enumerate(timers):
        if number % 5:
            timer.cancel()
    await asyncio.sleep(0.1)
    print(order)


asyncio.run(main())
