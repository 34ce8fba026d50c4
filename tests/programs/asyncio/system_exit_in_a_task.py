"""SystemExit leaves the loop at once, through whatever runs it."""

import asyncio
import sys


async def quitter():
    await asyncio.sleep(0)
    print("leaving")
    sys.exit(7)


async def main():
    task = asyncio.create_task(quitter())
    try:
        await asyncio.sleep(10)
    finally:
        print("main cancelled while leaving:", task.done())


asyncio.run(main())
