"""Failures after the first one count as seen: nothing is logged of them."""

import asyncio


async def broken(number):
    await asyncio.sleep(number / 20)
    raise ValueError(number)


async def main():
    try:
        await asyncio.gather(broken(1), broken(2), broken(3))
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0.25)
    print("end")


asyncio.run(main())
