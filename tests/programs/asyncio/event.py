"""Tasks wait for a flag; setting it wakes all of them."""

import asyncio


async def waiter(name, event):
    print(name, "waits")
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    print(event, event.is_set())
    tasks = [asyncio.create_task(waiter(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    print(event)
    tasks[1].cancel()
    event.set()
    print(event)
    event.clear()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], event)
    event.set()
    print(await event.wait(), event.is_set())


asyncio.run(main())
