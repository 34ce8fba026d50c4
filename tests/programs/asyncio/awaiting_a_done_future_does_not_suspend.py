"""Awaiting what is done already does not give way to other tasks."""

import asyncio


async def other():
    print("other task")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("ready")
    task = asyncio.create_task(other())
    print(await future)
    print("other has run:", task.done())
    await asyncio.sleep(0)
    print("other has run:", task.done())


asyncio.run(main())
