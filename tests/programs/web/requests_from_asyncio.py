# A request blocks the loop, unless it is made in a thread.
import asyncio
import time

import requests

SITE = "http://127.0.0.1:8808"


async def blocking(delay):
    return requests.get(f"{SITE}/delay/{delay}").status_code


async def threaded(delay):
    return (await asyncio.to_thread(requests.get, f"{SITE}/delay/{delay}")).status_code


async def main():
    for kind in (blocking, threaded):
        began = time.perf_counter()
        print(await asyncio.gather(*[kind(0.2) for _ in range(3)]))
        print(kind.__name__, "at once" if time.perf_counter() - began < 0.5 else "one by one")


asyncio.run(main())
