"""wait gives two sets: what is done and what is pending."""

import asyncio


async def worker(number):
    await asyncio.sleep(number / 20)
    if number == 2:
        raise ValueError(number)
    return number


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    tasks = [asyncio.create_task(worker(number), name=f"w{number}") for number in (1, 2, 4)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks, timeout=0.005)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print(names(done), names(pending))
    print([task.result() for task in tasks if not task.exception()])


asyncio.run(main())
