"""A task that got its permit and is cancelled before it runs gives the permit to the next."""

import asyncio


async def worker(name, semaphore):
    async with semaphore:
        print(name)


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    tasks = [asyncio.create_task(worker(name, semaphore)) for name in "abc"]
    await asyncio.sleep(0)
    semaphore.release()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print(tasks[0].cancelled(), semaphore)


asyncio.run(main())
