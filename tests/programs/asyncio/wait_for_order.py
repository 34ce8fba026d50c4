"""wait_for runs its coroutine in a task of its own, so it takes passes of the loop."""

import asyncio


async def step(name):
    print(name)


async def other():
    for turn in range(6):
        print("other", turn)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(other())
    await step("called directly")
    await asyncio.wait_for(step("waited for"), 1)
    print("main goes on")
    await asyncio.wait_for(step("without a limit"), None)
    print("main goes on")
    await task


asyncio.run(main())
