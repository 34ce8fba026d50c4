"""Functions run in an executor of threads, the default one or one's own."""

import asyncio
import concurrent.futures
import threading


def work(number):
    return number * number, threading.current_thread().name.split("_")[0]


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 3))
    with concurrent.futures.ThreadPoolExecutor(thread_name_prefix="mine") as executor:
        results = await asyncio.gather(*(loop.run_in_executor(executor, work, n) for n in range(4)))
        print(results)
    future = loop.run_in_executor(None, work, 4)
    print(type(future) is asyncio.Future, asyncio.isfuture(future))
    print(await future)
    try:
        loop.set_default_executor(3)
    except TypeError as error:
        print(error)
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, work, 5)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
