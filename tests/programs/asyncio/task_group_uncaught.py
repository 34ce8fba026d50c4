"""What a group's error looks like when nobody handles it."""

import asyncio


async def broken(name):
    raise ValueError(name)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(broken("one"))
        group.create_task(broken("two"))


asyncio.run(main())
