# No more threads at work at once than there are permits.
import threading
import time

permits = threading.BoundedSemaphore(2)
lock = threading.Lock()
at_work = most = 0


def work():
    global at_work, most
    with permits:
        with lock:
            at_work += 1
            most = max(most, at_work)
        time.sleep(0.01)
        with lock:
            at_work -= 1


threads = [threading.Thread(target=work) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most)
