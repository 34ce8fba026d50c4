"""A timeout is entered once, by a task."""

import asyncio


def callback(done):
    step = asyncio.timeout(1).__aenter__()
    try:
        step.send(None)
    except RuntimeError as error:
        print(error)
    done.set_result(None)


async def main():
    limit = asyncio.timeout(1)
    async with limit:
        try:
            async with limit:
                print("never printed")
        except RuntimeError as error:
            print(error)
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(callback, done)
    await done


asyncio.run(main())
