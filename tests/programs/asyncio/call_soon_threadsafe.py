"""Another thread hands the loop a callback, and wakes it up."""

import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def thread():
        time.sleep(0.05)
        loop.call_soon_threadsafe(future.set_result, threading.current_thread().name)

    other = threading.Thread(target=thread, name="other")
    other.start()
    print("waiting")
    print(await future, "has called")
    other.join()
    return loop


loop = asyncio.run(main())
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as error:
    print(error)
