"""Cancelling the wait for a thread does not stop the thread."""

import asyncio
import threading


async def main():
    begun, go = threading.Event(), threading.Event()
    ended = []

    def work():
        begun.set()
        go.wait()
        ended.append(True)

    task = asyncio.create_task(asyncio.to_thread(work))
    while not begun.is_set():
        await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", ended)
    go.set()
    await asyncio.get_running_loop().shutdown_default_executor()
    print(ended)


asyncio.run(main())
