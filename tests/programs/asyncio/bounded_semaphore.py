"""A bounded semaphore notices a release too many."""

import asyncio


async def main():
    semaphore = asyncio.BoundedSemaphore(1)
    async with semaphore:
        print(semaphore)
    try:
        semaphore.release()
    except ValueError as error:
        print(error, semaphore)
    unbounded = asyncio.Semaphore(1)
    unbounded.release()
    print(unbounded)


asyncio.run(main())
