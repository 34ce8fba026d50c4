"""Tasks that are left when main returns are cancelled, and get to clean up."""

import asyncio


async def worker(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "cleaned up")


async def main():
    task = asyncio.create_task(worker("a"))
    await asyncio.sleep(0)
    print("main is done:", task.done())
    return task


task = asyncio.run(main())
print(task.cancelled())
