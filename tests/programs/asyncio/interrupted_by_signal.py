import asyncio
import os
import signal
import threading
import time


async def main():
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("finally")


start = time.monotonic()
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted", time.monotonic() - start < 5)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


async def swallows():
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "swallowed"


print(asyncio.run(swallows()))


async def blocks():
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
    start = time.monotonic()
    time.sleep(0.3)
    print("slept", time.monotonic() - start >= 0.3)
    await asyncio.sleep(10)


try:
    asyncio.run(blocks())
except KeyboardInterrupt:
    print("interrupted")
