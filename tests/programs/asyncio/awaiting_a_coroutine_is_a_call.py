"""Awaiting a coroutine runs it in the same task, without giving way to others."""

import asyncio


async def step(name):
    print(name)


async def other():
    print("other task")


async def main():
    task = asyncio.create_task(other())
    await step("one")
    await step("two")
    print("nobody else ran:", not task.done())
    await task


asyncio.run(main())
