import threading
import time

DELAY = 0.2  # @param [0.05, 0.2, 1] {label:"The timer rings after (s)", label_zh:"定时器延迟（秒）"}
WORK = 0.1  # @param [0.05, 0.1, 0.5] {label:"The work takes (s)", label_zh:"工作耗时（秒）"}

start = time.perf_counter()


def ring():
    print("too slow! after", round(time.perf_counter() - start, 1))


timer = threading.Timer(DELAY, ring)
timer.start()
time.sleep(WORK)
timer.cancel()
print("work is done")
timer.join()
