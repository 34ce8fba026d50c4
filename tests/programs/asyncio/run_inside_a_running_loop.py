"""A loop that runs cannot be run again from within."""

import asyncio


async def inner():
    pass


async def main():
    coro = inner()
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.Runner().run(coro)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.get_running_loop().run_until_complete(coro)
    except RuntimeError as error:
        print(error)
    await coro


asyncio.run(main())
