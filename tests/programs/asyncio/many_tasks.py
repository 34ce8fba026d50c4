"""Thousands of tasks sleep side by side and are forgotten together."""

import asyncio


async def sleeper(number):
    await asyncio.sleep(number % 10 / 1000)
    return number


async def main():
    tasks = [asyncio.create_task(sleeper(number)) for number in range(1500)]
    results = await asyncio.gather(*tasks)
    print(sum(results))


asyncio.run(main())
