"""Done callbacks run through the loop, in order, also when the future is done already."""

import asyncio


def callback(name):
    def note(future):
        print(name, future.result())

    return note


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    removed = callback("removed")
    future.add_done_callback(callback("first"))
    future.add_done_callback(removed)
    future.add_done_callback(callback("second"))
    future.add_done_callback(removed)
    print(future.remove_done_callback(removed), future.remove_done_callback(print))
    loop.call_soon(print, "before")
    future.set_result("done")
    loop.call_soon(print, "after")
    print("set")
    await asyncio.sleep(0)
    future.add_done_callback(callback("late"))
    print("added")
    await asyncio.sleep(0)


asyncio.run(main())
