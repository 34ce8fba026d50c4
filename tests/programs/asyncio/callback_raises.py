"""An error in a callback is logged with the handle, and the loop goes on."""

import asyncio


def broken(number):
    return 1 / number


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken, 0)
    await asyncio.sleep(0)
    print("still running")


asyncio.run(main())
