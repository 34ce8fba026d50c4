"""ensure_future makes a task of a coroutine or another awaitable; futures pass through."""

import asyncio


class Answer:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return 42


async def worker():
    return "worker"


async def main():
    task = asyncio.ensure_future(worker())
    print(isinstance(task, asyncio.Task), asyncio.ensure_future(task) is task)
    print(await task, await Answer(), await asyncio.ensure_future(Answer()))
    print(await asyncio.gather(Answer(), worker()))
    for wrong in (1, worker):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    other = asyncio.new_event_loop()
    try:
        asyncio.ensure_future(task, loop=other)
    except ValueError as error:
        print(error)
    other.close()


asyncio.run(main())
