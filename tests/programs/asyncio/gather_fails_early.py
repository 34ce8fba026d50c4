"""Without return_exceptions the first exception ends gather; the others go on."""

import asyncio


async def worker(name, delay, error=None):
    await asyncio.sleep(delay)
    print(name, "ends")
    if error:
        raise error
    return name


async def main():
    other = asyncio.create_task(worker("other", 0.6))
    try:
        await asyncio.gather(
            other,
            worker("first", 0.2, ValueError("first")),
            worker("second", 0.4, KeyError("second")),
        )
    except ValueError as error:
        print("caught", repr(error), other.done())
    print(await other)


asyncio.run(main())
