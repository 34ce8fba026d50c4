"""A loop makes its tasks with a factory of one's own."""

import asyncio


class Loud(asyncio.Task):
    def __init__(self, coro, **options):
        print("task for", coro.__name__)
        super().__init__(coro, **options)

    def cancel(self, msg=None):
        print("cancelling", self.get_name())
        return super().cancel(msg)


async def worker():
    await asyncio.sleep(10)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(lambda loop, coro, **options: Loud(coro, loop=loop, **options))
    task = asyncio.create_task(worker(), name="loud")
    await asyncio.sleep(0)
    print(task)
    task.cancel()
    await asyncio.wait([task])
    print(task)
    try:
        loop.set_task_factory(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
