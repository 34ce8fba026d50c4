"""What futures look like."""

import asyncio
import functools


def seen(*args):
    pass


class Seer:
    def look(self, future):
        pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(seen)
    print(future)
    future.add_done_callback(functools.partial(seen, 1, "two"))
    print(future)
    future.add_done_callback(Seer().look)
    print(future)
    future.add_done_callback(print)
    print(future)
    future.set_result(list(range(100)))
    print(future)
    for result in ("x" * 100, {n: n for n in range(9)}, (1,), {3, 1, 2}, [[[[[[[1]]]]]]], 10**60, None):
        future = loop.create_future()
        future.set_result(result)
        print(future)


asyncio.run(main())
