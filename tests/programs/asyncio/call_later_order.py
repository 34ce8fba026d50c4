"""Timers run by deadline; call_soon comes before any of them."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    loop.call_at(now + 0.15, print, "at 30")
    loop.call_at(now + 0.05, print, "at 10")
    loop.call_later(0.1, print, "later 20")
    loop.call_later(0, print, "later 0")
    loop.call_soon(print, "soon")
    await asyncio.sleep(0.3)
    try:
        loop.call_later(None, print)
    except TypeError as error:
        print(error)
    try:
        loop.call_at(None, print)
    except TypeError as error:
        print(error)


asyncio.run(main())
