"""A Runner takes coroutines only, and its loop can come from a factory."""

import asyncio


async def answer():
    return 42


def factory():
    print("making a loop")
    return asyncio.new_event_loop()


with asyncio.Runner(loop_factory=factory) as runner:
    try:
        runner.run(answer)
    except ValueError as error:
        print(str(error).split(" at ")[0])
    print(runner.run(answer()))
