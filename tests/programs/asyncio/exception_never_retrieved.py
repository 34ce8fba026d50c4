"""A task's exception that nobody asks for is logged when the task goes."""

import asyncio


async def broken():
    raise ValueError("nobody will know")


async def main():
    task = asyncio.create_task(broken(), name="broken")
    await asyncio.sleep(0)
    print("done", task.done())
    del task
    print("end of main")


asyncio.run(main())
