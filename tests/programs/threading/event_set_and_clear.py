# Waiters woken by set() get True, even when the flag is cleared at once.
import threading
import time

event = threading.Event()
waiting = threading.Semaphore(0)
results = []


def wait():
    waiting.release()
    results.append(event.wait())


threads = [threading.Thread(target=wait) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    waiting.acquire()
while len(event._cond._waiters) < 3:
    time.sleep(0.001)
event.set()
event.clear()
for t in threads:
    t.join()
print(results, event.is_set())
