import asyncio

LIMIT = 2  # @param {type:"slider", min:1, max:6, step:1, label:"Semaphore", label_zh:"信号量容量"}
PATIENCE = 0.15  # @param [0.05, 0.15, 1] {label:"Patience in seconds", label_zh:"耐心（秒）"}


async def download(n, gate, done):
    async with gate:
        await asyncio.sleep(0.06)
    await done.put(n)


async def main():
    gate, done = asyncio.Semaphore(LIMIT), asyncio.Queue()
    tasks = [asyncio.create_task(download(n, gate, done), name=f"download {n}") for n in range(6)]
    got = []
    try:
        for _ in tasks:
            got.append(await asyncio.wait_for(done.get(), PATIENCE))
    except asyncio.TimeoutError:
        print("no patience left")
    for task in tasks:
        if task.cancel():
            print("cancelled", task.get_name())
    await asyncio.gather(*tasks, return_exceptions=True)
    print("got", len(got))


asyncio.run(main())
