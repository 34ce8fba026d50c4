"""What a task can be asked, and what it refuses."""

import asyncio


async def worker():
    return "result"


async def main():
    coro = worker()
    task = asyncio.create_task(coro)
    print(task.get_coro() is coro, task.get_loop() is asyncio.get_running_loop())
    print(asyncio.isfuture(task), asyncio.isfuture(coro), isinstance(task, asyncio.Future))
    for refused in (task.set_result, task.set_exception):
        try:
            refused(None)
        except RuntimeError as error:
            print(error)
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        print(error)
    await task
    print(task.result(), task.exception(), task.done(), task.cancelled())
    try:
        asyncio.Task(worker)
    except TypeError as error:
        print(str(error).split(" at ")[0])
    try:
        asyncio.create_task(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
