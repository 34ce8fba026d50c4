import asyncio

DOWNLOADS = 6  # @param {type:"slider", min:1, max:12, step:1, label:"Downloads", label_zh:"下载数"}
LIMIT = 2  # @param {type:"slider", min:1, max:6, step:1, label:"At a time (Semaphore)", label_zh:"同时几个（信号量）"}
PATIENCE = 1  # @param [0.05, 0.27, 1] {label:"Patience in all (s)", label_zh:"总共的耐心（秒）"}
LOCKED = True  # @param {type:"boolean", label:"Lock around a line of the log", label_zh:"写日志时加锁"}


async def tell(n):
    print("page", n, end=" ")
    await asyncio.sleep(0.01)
    print("is here")


async def download(n, gate, log, pages):
    async with gate:
        await asyncio.sleep(0.1)
    if LOCKED:
        async with log:
            await tell(n)
    else:
        await tell(n)
    await pages.put(n)


async def collect(pages, got):
    while len(got) < DOWNLOADS:
        got.append(await pages.get())


async def main():
    gate, log, pages = asyncio.Semaphore(LIMIT), asyncio.Lock(), asyncio.Queue()
    tasks = []
    for n in range(DOWNLOADS):
        tasks.append(asyncio.create_task(download(n, gate, log, pages), name=f"download {n}"))
    got = []
    try:
        await asyncio.wait_for(collect(pages, got), PATIENCE)
    except asyncio.TimeoutError:
        print("out of patience")
        for task in tasks:
            task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        if task.cancelled():
            print("cancelled:", task.get_name())
    print("got", got)


asyncio.run(main())
