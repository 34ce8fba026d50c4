import asyncio
import threading

TASKS = 3  # @param {type:"slider", min:1, max:50, step:1, label:"Tasks", label_zh:"任务数"}
AWAIT = "between read and write"  # @param ["between read and write", "after the write", "nowhere"] {label:"await", label_zh:"await 的位置"}
LOCK = "none"  # @param ["none", "asyncio.Lock", "threading.Lock"] {label:"Lock", label_zh:"锁"}

n = 0
async_lock = asyncio.Lock()
thread_lock = threading.Lock()


async def add():
    global n
    seen = n
    if AWAIT == "between read and write":
        await asyncio.sleep(0)
    n = seen + 1
    if AWAIT == "after the write":
        await asyncio.sleep(0)


async def work():
    if LOCK == "asyncio.Lock":
        async with async_lock:
            await add()
    elif LOCK == "threading.Lock":
        with thread_lock:
            await add()
    else:
        await add()


async def main():
    await asyncio.gather(*[work() for i in range(TASKS)])


asyncio.run(main())
print("n", n)
