import asyncio
import time

ERRANDS = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Errands", label_zh:"任务数"}
WAIT = 0.1  # @param [0, 0.02, 0.1, 0.5] {label:"Seconds of waiting each", label_zh:"每个的等待秒数"}
COMPUTE = 20000  # @param {type:"slider", min:0, max:100000, step:5000, label:"Rounds of computing each", label_zh:"每个的计算量（轮）"}


def compute():
    i = 0
    while i < COMPUTE:
        i += 1


async def errand():
    compute()
    await asyncio.sleep(WAIT)
    compute()


async def in_order():
    for _ in range(ERRANDS):
        await errand()


async def together():
    await asyncio.gather(*(errand() for _ in range(ERRANDS)))


def measured(main):
    start = time.perf_counter()
    asyncio.run(main())
    return time.perf_counter() - start


one, other = measured(in_order), measured(together)
print("in order", round(one, 3))
print("together", round(other, 3))
print("gain", round(one / other, 2))
