"""Asynchronous generators: used up, left early, and closed by the end of the loop."""

import asyncio


async def numbers(name, count):
    try:
        for number in range(count):
            await asyncio.sleep(0)
            yield number
    finally:
        print(name, "closed")


async def main():
    print([number async for number in numbers("whole", 3)])
    kept = numbers("kept", 3)
    async for number in kept:
        print("kept gives", number)
        break
    async for number in numbers("dropped", 3):
        print("dropped gives", number)
        break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end of main")
    return kept


generator = asyncio.run(main())
