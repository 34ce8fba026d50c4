import threading
import time

THREADS = 5  # @param {type:"slider", min:1, max:10, step:1, label:"Threads", label_zh:"线程数"}
PAUSE = 0.01  # @param [0, 0.001, 0.01, 0.1] {label:"Seconds between the locks", label_zh:"两把锁之间的秒数"}

a = threading.Lock()
b = threading.Lock()


def work(number):
    for _ in range(2):
        with a:
            time.sleep(PAUSE)
            with b:
                print(number, "has both")


threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all done")
