"""A future of concurrent.futures can be awaited when it is wrapped."""

import asyncio
import concurrent.futures


async def main():
    for outcome in ("result", "exception", "cancellation"):
        source = concurrent.futures.Future()
        wrapped = asyncio.wrap_future(source)
        print(asyncio.wrap_future(wrapped) is wrapped, wrapped.done())
        if outcome == "result":
            source.set_result(1)
        elif outcome == "exception":
            source.set_exception(ValueError("from a thread"))
        else:
            source.cancel()
            source.set_running_or_notify_cancel()
        try:
            print(await wrapped)
        except ValueError as error:
            print(repr(error))
        except asyncio.CancelledError:
            print("cancelled")
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(source.cancelled())


asyncio.run(main())
