import threading
import time

fired = []
timers = [threading.Timer(0.001, fired.append, args=(n,)) for n in range(6)]
for timer in timers:
    timer.start()
time.sleep(0.001)
for timer in timers:
    timer.cancel()
for timer in timers:
    timer.join()
print(fired)
