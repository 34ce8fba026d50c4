import asyncio
import threading
import time

HOW = "blocking"  # @param ["blocking", "polling", "awaited"] {label:"How", label_zh:"方式"}
BOIL = 0.1  # @param [0.02, 0.1, 0.5] {label:"The kettle takes (s)", label_zh:"水开要多久（秒）"}
PAUSE = 0.001  # @param [0, 0.001, 0.01] {label:"Pause between two looks (s)", label_zh:"两次查看之间的停顿（秒）"}

looks = 0
chores = 0
boiling = threading.Event()
kettle = threading.Timer(BOIL, boiling.set)


def chore():
    global chores
    chores += 1


def blocking():
    boiling.wait()


def polling():
    global looks
    while not boiling.is_set():
        looks += 1
        time.sleep(PAUSE)


async def do_chores():
    while True:
        chore()
        await asyncio.sleep(0.01)


async def awaited():
    others = asyncio.create_task(do_chores())
    await asyncio.to_thread(boiling.wait)
    others.cancel()


start = time.perf_counter()
kettle.start()
if HOW == "blocking":
    blocking()
elif HOW == "polling":
    polling()
else:
    asyncio.run(awaited())
print("tea after", round(time.perf_counter() - start, 2))
print("looks", looks)
print("chores meanwhile", chores)
