"""join waits until every item has been reported done."""

import asyncio


async def worker(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(item / 50)
        print(name, "did", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    await queue.join()
    for item in (2, 1, 3, 6):
        queue.put_nowait(item)
    workers = [asyncio.create_task(worker(name, queue)) for name in "ab"]
    await queue.join()
    print("all done")
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())
