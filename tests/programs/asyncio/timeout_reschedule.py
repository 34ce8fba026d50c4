"""A timeout's deadline can be moved, and taken away."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.05) as limit:
        limit.reschedule(limit.when() + 1)
        await asyncio.sleep(0.1)
        limit.reschedule(None)
        print(limit.when())
    try:
        async with asyncio.timeout(None) as limit:
            limit.reschedule(loop.time())
            await asyncio.sleep(10)
    except TimeoutError:
        print("at once", limit.expired())
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            print("begins")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("never printed")
    except TimeoutError:
        print("was over before it began")
    for when in ("finished", "created"):
        try:
            limit.reschedule(1)
        except RuntimeError as error:
            print(error)
        limit = asyncio.timeout(1)
    print(limit)


asyncio.run(main())
