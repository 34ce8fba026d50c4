"""A pool of workers that take jobs from a queue and fail now and then."""

import asyncio


async def worker(name, jobs, results):
    while True:
        job = await jobs.get()
        try:
            await asyncio.sleep(0.01)
            results[job] = 100 // job
        except ZeroDivisionError as error:
            results[job] = str(error)
        finally:
            jobs.task_done()


async def main():
    jobs, results = asyncio.Queue(), {}
    for job in (5, 0, 2, 7, 10):
        jobs.put_nowait(job)
    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(worker(name, jobs, results)) for name in "ab"]
        await jobs.join()
        for task in workers:
            task.cancel()
    print(dict(sorted(results.items())))


asyncio.run(main())
