"""What tasks say of coroutines that yield what they should not."""

import asyncio


class Odd:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        try:
            yield self.value
        except RuntimeError as error:
            print(str(error).split("0x")[0][-60:])


async def awaits(value):
    await Odd(value)


async def own():
    await asyncio.current_task()


async def main():
    await asyncio.create_task(awaits(17))
    await asyncio.create_task(awaits(asyncio.get_running_loop().create_future()))
    other = asyncio.new_event_loop()
    foreign = other.create_future()
    other.close()
    try:
        await foreign
    except RuntimeError as error:
        print(str(error).split(" got ")[1])
    try:
        await asyncio.create_task(own(), name="narcissus")
    except RuntimeError as error:
        print(str(error).split(" coro")[0])


asyncio.run(main())
