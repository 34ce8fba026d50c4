"""What a lock looks like, and what it refuses."""

import asyncio


async def main():
    lock = asyncio.Lock()
    print(lock, lock.locked())
    print(await lock.acquire(), lock.locked(), lock)
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(lock)
    lock.release()
    print(lock)
    print(await waiter, lock)
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    async with lock as nothing:
        print(nothing)


asyncio.run(main())
