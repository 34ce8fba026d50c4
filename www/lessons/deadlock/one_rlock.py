import threading
import time

THREADS = 5  # @param {type:"slider", min:1, max:10, step:1, label:"Threads", label_zh:"线程数"}
PAUSE = 0.01  # @param [0, 0.001, 0.01, 0.1] {label:"Seconds between the locks", label_zh:"两把锁之间的秒数"}

both = threading.RLock()


def work(number):
    with both:
        with both:
            print(number, "has it twice")
            time.sleep(PAUSE)
    with both:
        time.sleep(PAUSE)
        with both:
            print(number, "has it twice again")


threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all done")
