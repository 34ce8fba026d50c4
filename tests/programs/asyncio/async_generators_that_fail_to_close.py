"""An error in an asynchronous generator that is closed at the end is reported."""

import asyncio


async def stubborn():
    try:
        yield 1
    finally:
        raise RuntimeError("will not close")


async def main():
    generator = stubborn()
    print(await anext(generator))
    return generator


generator = asyncio.run(main())
print("end")
