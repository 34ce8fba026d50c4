import asyncio

TASKS = 3  # @param {type:"slider", min:1, max:50, step:1, label:"Tasks", label_zh:"任务数"}
WHERE = "between read and write"  # @param ["between read and write", "after the write", "nowhere"] {label:"await", label_zh:"await 的位置"}
LOCKED = False  # @param {type:"boolean", label:"With asyncio.Lock", label_zh:"用 asyncio.Lock"}

n = 0
lock = None


async def add():
    global n
    seen = n
    if WHERE == "between read and write":
        await asyncio.sleep(0)
    n = seen + 1
    if WHERE == "after the write":
        await asyncio.sleep(0)


async def work():
    if LOCKED:
        async with lock:
            await add()
    else:
        await add()


async def main():
    global lock
    lock = asyncio.Lock()
    await asyncio.gather(*(work() for _ in range(TASKS)))
    print("n =", n)


asyncio.run(main())
