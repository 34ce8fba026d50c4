"""A waiter that is cancelled, even one that was woken already, passes the lock on."""

import asyncio


async def worker(name, lock):
    try:
        async with lock:
            print(name, "has the lock")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first, second, third = [asyncio.create_task(worker(name, lock)) for name in ("1", "2", "3")]
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    lock.release()
    second.cancel()
    await asyncio.wait([first, second, third])
    print(lock)


asyncio.run(main())
