import asyncio
import time

HOW = "time.sleep"  # @param ["time.sleep", "asyncio.sleep", "to_thread"] {label:"The slow call", label_zh:"慢调用"}


async def tick():
    late = 0.0
    for _ in range(20):
        start = time.perf_counter()
        await asyncio.sleep(0.01)
        late = max(late, time.perf_counter() - start - 0.01)
    print("a tick was late by", round(late, 2))


async def slow():
    await asyncio.sleep(0.05)
    if HOW == "time.sleep":
        time.sleep(0.2)
    elif HOW == "asyncio.sleep":
        await asyncio.sleep(0.2)
    else:
        await asyncio.to_thread(time.sleep, 0.2)


async def main():
    await asyncio.gather(tick(), slow())


asyncio.run(main())
