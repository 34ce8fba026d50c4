"""The main thread gets a loop made for it; other threads do not."""

import asyncio
import threading


async def answer():
    return 42


def thread():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop())
print(loop.run_until_complete(answer()))
other = threading.Thread(target=thread, name="other")
other.start()
other.join()
future = asyncio.Future()
print(future.get_loop() is loop)
loop.close()
