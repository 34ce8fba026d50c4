"""Tasks may add tasks to their group while it waits at the end of its block."""

import asyncio


async def tree(group, depth):
    print("  " * (2 - depth) + f"depth {depth}")
    await asyncio.sleep(0)
    if depth:
        for _ in range(2):
            group.create_task(tree(group, depth - 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(tree(group, 2))
    print(group)


asyncio.run(main())
