# abort() breaks the barrier.
import threading

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
    pass
barrier.abort()
for t in threads:
    t.join()
print(log, barrier.broken)
work()
print(len(log))
