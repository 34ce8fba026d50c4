"""asyncio.run drives a coroutine to its end and gives back what it returned."""

import asyncio


async def main():
    print("in main")
    return 42


print(asyncio.run(main()))

try:
    asyncio.run("not a coroutine")
except ValueError as error:
    print(error)
