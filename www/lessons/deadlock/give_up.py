import random
import threading
import time

THREADS = 2  # @param {type:"slider", min:1, max:4, step:1, label:"Threads", label_zh:"线程数"}
PATIENCE = 0.02  # @param [0.001, 0.02, 0.1] {label:"Patience in seconds", label_zh:"耐心（秒）"}

a = threading.Lock()
b = threading.Lock()
retries = 0


def work(number):
    global retries
    first, second = (a, b) if number % 2 == 0 else (b, a)
    while True:
        with first:
            time.sleep(0.01)
            if second.acquire(timeout=PATIENCE):
                second.release()
                return
        retries += 1
        time.sleep(random.random() / 50)


threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all done, retries", retries)
