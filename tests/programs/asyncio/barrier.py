"""Tasks wait for one another, round after round."""

import asyncio


async def worker(number, barrier):
    for turn in range(2):
        print("worker", number, "comes to round", turn)
        place = await barrier.wait()
        print("worker", number, "leaves round", turn, "as", place)


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier, barrier.parties, barrier.n_waiting)
    tasks = [asyncio.create_task(worker(number, barrier)) for number in range(3)]
    await asyncio.gather(*tasks)
    print(barrier)
    async with asyncio.Barrier(1) as place:
        print(place)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
