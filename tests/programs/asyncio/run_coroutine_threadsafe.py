"""A thread has the loop of another thread run coroutines, and waits for the results."""

import asyncio
import concurrent.futures
import threading


async def double(number):
    await asyncio.sleep(0.01)
    if number < 0:
        raise ValueError(number)
    return 2 * number


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()

print(asyncio.run_coroutine_threadsafe(double(21), loop).result())
try:
    asyncio.run_coroutine_threadsafe(double(-1), loop).result()
except ValueError as error:
    print(repr(error))
future = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
try:
    future.result(0.05)
except concurrent.futures.TimeoutError:
    print("too late", future.cancel())
try:
    future.result()
except concurrent.futures.CancelledError:
    print("cancelled")
try:
    asyncio.run_coroutine_threadsafe(double, loop)
except TypeError as error:
    print(error)

# Time for the cancelled task to come to its end.
asyncio.run_coroutine_threadsafe(asyncio.sleep(0.05), loop).result()
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(loop.is_closed())
