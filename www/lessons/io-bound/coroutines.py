import asyncio
import time

PAGES = 8  # @param {type:"slider", min:1, max:32, step:1, label:"Pages", label_zh:"网页数"}
AT_ONCE = 4  # @param {type:"slider", min:1, max:32, step:1, label:"At a time", label_zh:"同时几个"}
LATENCY = 0.2  # @param [0.01, 0.05, 0.2, 0.4] {label:"The server takes, s", label_zh:"服务器要几秒"}
PARSE = 0  # @param [0, 1000, 10000, 50000, 200000] {label:"Rounds of computing per page", label_zh:"每页计算几轮"}


async def fetch(page, places):
    async with places:
        await asyncio.sleep(LATENCY)
        for i in range(PARSE):
            pass
        return page


async def main():
    places = asyncio.Semaphore(AT_ONCE)
    return await asyncio.gather(*[fetch(page, places) for page in range(PAGES)])


begin = time.perf_counter()
pages = asyncio.run(main())
seconds = time.perf_counter() - begin

print(f"fetched {len(pages)} pages")
print(f"seconds {seconds:.3f}")
