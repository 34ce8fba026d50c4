import threading
import time

lock = threading.Lock()
results = []


def hold():
    for _ in range(5):
        with lock:
            time.sleep(0.001)


def attempt():
    for _ in range(5):
        got = lock.acquire(timeout=0.001)
        results.append(got)
        if got:
            lock.release()


threads = [threading.Thread(target=target) for target in (hold, attempt, attempt)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
