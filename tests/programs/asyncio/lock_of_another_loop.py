"""A lock belongs to the loop in which somebody first had to wait for it."""

import asyncio

lock = asyncio.Lock()


async def contend():
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 0.05)
    except TimeoutError:
        print("timeout", lock)
    except RuntimeError as error:
        print(str(error).split("[")[1])
    lock.release()


asyncio.run(contend())
asyncio.run(contend())
