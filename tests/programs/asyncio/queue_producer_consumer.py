"""A bounded queue makes a fast producer wait for a slow consumer."""

import asyncio


async def producer(queue):
    for number in range(5):
        await queue.put(number)
        print("put", number, queue.qsize())
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        await asyncio.sleep(0.02)


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
