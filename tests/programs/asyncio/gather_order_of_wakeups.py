"""In which order things happen when several awaited tasks end in one pass."""

import asyncio


async def worker(name):
    print(name, "runs")
    return name


async def parent(name):
    result = await asyncio.gather(worker(f"{name}1"), worker(f"{name}2"))
    print(name, "got", result)


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(parent(name)) for name in "ab"]
    for turn in range(5):
        loop.call_soon(print, "-- pass", turn)
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)


asyncio.run(main())
