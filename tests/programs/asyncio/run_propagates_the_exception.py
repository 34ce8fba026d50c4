"""An exception that main does not handle leaves asyncio.run."""

import asyncio


async def main():
    await asyncio.sleep(0)
    raise ValueError("from main")


try:
    asyncio.run(main())
except ValueError as error:
    print("caught", error)

asyncio.run(main())
