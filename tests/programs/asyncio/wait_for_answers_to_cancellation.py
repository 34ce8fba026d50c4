"""What becomes of a task that answers the timeout's cancellation with a result or an error."""

import asyncio


async def answers(with_error):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        if with_error:
            raise ValueError("an error instead")
        return "a result instead"


async def main():
    print(await asyncio.wait_for(answers(False), 0.05))
    try:
        await asyncio.wait_for(answers(True), 0.05)
    except ValueError as error:
        print(repr(error), repr(error.__context__))


asyncio.run(main())
