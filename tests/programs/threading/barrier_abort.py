# abort() breaks the barrier.
import threading
import time

barrier = threading.Barrier(3)
log = []


def work():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        log.append("broken")


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
while barrier.n_waiting < 2:
    time.sleep(0.001)
barrier.abort()
for t in threads:
    t.join()
print(log, barrier.broken)
work()
print(len(log))
