"""as_completed gives results in the order in which they come."""

import asyncio


async def worker(number):
    await asyncio.sleep(number / 20)
    if number == 2:
        raise ValueError(number)
    return number


async def main():
    for coro in asyncio.as_completed([worker(3), worker(1), worker(2)]):
        try:
            print(await coro)
        except ValueError as error:
            print(repr(error))
    print(list(asyncio.as_completed([])))
    try:
        next(asyncio.as_completed(asyncio.get_running_loop().create_future()))
    except TypeError as error:
        print(error)


asyncio.run(main())
