import threading
import time

WORKERS = 3  # @param {type:"slider", min:1, max:5, step:1, label:"Workers", label_zh:"工人数"}
BOSS = 0.2  # @param [0, 0.05, 0.2] {label:"The boss waits (s)", label_zh:"老板等待（秒）"}
WORKER = 0.05  # @param [0, 0.05, 0.2] {label:"A worker sighs for (s)", label_zh:"工人叹气（秒）"}

event = threading.Event()


def boss():
    event.set()
    time.sleep(BOSS)
    print("boss: you may go home")
    event.set()


def worker():
    event.wait()
    time.sleep(WORKER)
    event.clear()
    event.wait()
    print("worker: hurrah")


threads = [threading.Thread(target=worker) for _ in range(WORKERS)]
threads.append(threading.Thread(target=boss))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all went home")
