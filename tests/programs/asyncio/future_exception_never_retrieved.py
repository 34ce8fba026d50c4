"""The same for a future; asking for the exception is enough to keep it quiet."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(KeyError("asked for"))
    print(repr(future.exception()))
    del future
    future = loop.create_future()
    future.set_exception(KeyError("forgotten"))
    del future
    print("end of main")


asyncio.run(main())
