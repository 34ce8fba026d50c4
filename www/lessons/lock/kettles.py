import threading
import time

THREADS = 5  # @param {type:"slider", min:1, max:20, step:1, label:"Threads", label_zh:"线程数"}
THINK = 0.05  # @param [0, 0.01, 0.05, 0.2] {label:"Seconds outside", label_zh:"锁外的秒数"}
INSIDE = 0.02  # @param [0, 0.001, 0.02, 0.1] {label:"Seconds inside", label_zh:"锁内的秒数"}
HOLD = "only the update"  # @param ["nothing", "only the update", "everything"] {label:"The lock guards", label_zh:"锁住的范围"}

stock = 100
lock = threading.Lock()


def think():
    time.sleep(THINK)


def update():
    global stock
    seen = stock
    time.sleep(INSIDE)
    stock = seen - 1


def work():
    if HOLD == "everything":
        with lock:
            think()
            update()
    elif HOLD == "only the update":
        think()
        with lock:
            update()
    else:
        think()
        update()


start = time.perf_counter()
threads = [threading.Thread(target=work) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("taken", 100 - stock, "of", THREADS)
print("seconds", round(time.perf_counter() - start, 3))
