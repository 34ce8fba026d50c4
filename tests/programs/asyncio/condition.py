"""Consumers wait for a condition; producers notify one or all."""

import asyncio


async def consumer(name, condition, items):
    async with condition:
        while not items:
            await condition.wait()
        print(name, "takes", items.pop(0))


async def main():
    condition = asyncio.Condition()
    items = []
    tasks = [asyncio.create_task(consumer(name, condition, items)) for name in "abcd"]
    await asyncio.sleep(0)
    print(condition)
    async with condition:
        items.append(1)
        condition.notify()
        print("notified one")
    await asyncio.sleep(0.05)
    async with condition:
        items += [2, 3, 4]
        condition.notify(2)
        print("notified two")
    await asyncio.sleep(0.05)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(condition)


asyncio.run(main())
