"""A blocking function in another thread leaves the loop free."""

import asyncio
import threading
import time


def blocking(seconds, word="nothing"):
    time.sleep(seconds)
    return word, threading.current_thread().name


async def ticker():
    for _ in range(3):
        print("tick")
        await asyncio.sleep(0.05)


async def main():
    ticking = asyncio.create_task(ticker())
    await asyncio.sleep(0)
    print(await asyncio.to_thread(blocking, 0.3, word="slept"))
    await ticking
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)


asyncio.run(main())
