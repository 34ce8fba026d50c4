"""Errors of an inner group reach the outer group as one error."""

import asyncio


async def broken(error):
    await asyncio.sleep(0)
    raise error


async def sibling():
    try:
        await asyncio.sleep(10)
    finally:
        print("sibling ends")


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(broken(ValueError("a")))
        group.create_task(broken(KeyError("b")))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
            group.create_task(sibling())
    except ExceptionGroup as error:
        print(repr(error))
        matched, rest = error.split(ValueError)
        print(repr(matched), repr(rest))


asyncio.run(main())
