"""What runs when futures, timers and callbacks become ready in the same pass."""

import asyncio


async def waiter(name, awaitable):
    await awaitable
    print(name)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    event = asyncio.Event()
    tasks = [
        asyncio.create_task(waiter("future", future)),
        asyncio.create_task(waiter("event", event.wait())),
        asyncio.create_task(waiter("task", asyncio.create_task(asyncio.sleep(0)))),
        asyncio.create_task(waiter("gather", asyncio.gather(asyncio.sleep(0), future))),
    ]
    await asyncio.sleep(0)
    loop.call_soon(event.set)
    loop.call_soon(future.set_result, None)
    future.add_done_callback(lambda future: print("callback"))
    loop.call_later(0, print, "timer")
    for turn in range(5):
        print("-- pass", turn)
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)


asyncio.run(main())
