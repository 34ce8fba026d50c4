import threading
import time

WORKERS = 2  # @param {type:"slider", min:1, max:10, step:1, label:"Workers", label_zh:"工人数"}
BOSS = 0.05  # @param [0.001, 0.05, 0.2] {label:"The boss waits (s)", label_zh:"老板等待（秒）"}
WORKER = 0.05  # @param [0.001, 0.05, 0.2] {label:"A worker sighs for (s)", label_zh:"工人叹气（秒）"}

event = threading.Event()
stayed = 0


def boss():
    print("boss: we work late today")
    print("may they go?", event.is_set())
    event.set()
    time.sleep(BOSS)
    event.clear()
    time.sleep(BOSS)
    print("boss: you may go home")
    event.set()


def worker():
    global stayed
    event.wait()
    print("worker: what a life")
    time.sleep(WORKER)
    if not event.is_set():
        stayed += 1
    event.wait()
    print("worker: hurrah")


threads = [threading.Thread(target=worker) for _ in range(WORKERS)]
threads.append(threading.Thread(target=boss))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("really waited for the second call:", stayed, "of", WORKERS)
