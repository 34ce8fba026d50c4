import asyncio
import random
import time

order = []


def block(n):
    time.sleep(random.random() / 1000)
    return n


async def run(n):
    order.append(await asyncio.to_thread(block, n))
    await asyncio.sleep(random.random() / 1000)
    order.append(-n)


async def main():
    await asyncio.gather(*(run(n) for n in range(1, 7)))


asyncio.run(main())
print(order)
