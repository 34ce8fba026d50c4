"""Background tasks are kept in a set until they are done."""

import asyncio


async def job(number):
    await asyncio.sleep(number / 50)
    print("job", number)


async def main():
    background = set()
    for number in range(3):
        task = asyncio.create_task(job(number))
        background.add(task)
        task.add_done_callback(background.discard)
    while background:
        await asyncio.sleep(0.01)
    print("nothing left")


asyncio.run(main())
