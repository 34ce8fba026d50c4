import asyncio
import time

HOW = "time.sleep"  # @param ["time.sleep", "computing", "asyncio.sleep", "to_thread"] {label:"The slow call", label_zh:"慢调用"}
SLOW = 0.2  # @param [0.05, 0.2, 0.5] {label:"It takes (s)", label_zh:"耗时（秒）"}

latest = 0


def compute():
    end = time.perf_counter() + SLOW
    while time.perf_counter() < end:
        pass


async def tick():
    global latest
    for i in range(30):
        due = time.perf_counter() + 0.02
        await asyncio.sleep(0.02)
        latest = max(latest, time.perf_counter() - due)


async def slow():
    await asyncio.sleep(0.05)
    if HOW == "time.sleep":
        time.sleep(SLOW)
    elif HOW == "computing":
        compute()
    elif HOW == "asyncio.sleep":
        await asyncio.sleep(SLOW)
    else:
        await asyncio.to_thread(time.sleep, SLOW)


async def main():
    await asyncio.gather(tick(), tick(), slow())


asyncio.run(main())
print("a tick was late by", round(latest, 2))
