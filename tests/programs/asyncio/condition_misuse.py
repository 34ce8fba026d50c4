"""A condition is used while holding its lock."""

import asyncio


async def main():
    condition = asyncio.Condition()
    for use in (condition.wait, condition.notify, condition.notify_all):
        try:
            result = use()
            await result
        except RuntimeError as error:
            print(error)
    lock = asyncio.Lock()
    condition = asyncio.Condition(lock)
    async with condition:
        print(lock.locked(), condition.locked())


asyncio.run(main())
