"""A block that swallows its cancellation has no timeout; one that raises keeps its error."""

import asyncio


async def main():
    async with asyncio.timeout(0.05) as limit:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("swallowed")
    print(limit.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.05):
            try:
                await asyncio.sleep(10)
            finally:
                raise KeyError("mine")
    except KeyError as error:
        print(repr(error), repr(error.__context__))


asyncio.run(main())
