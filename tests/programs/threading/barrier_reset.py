# reset() throws out who waits; then the barrier is like new.
import threading
import time

barrier = threading.Barrier(2)
log = []


def work():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        log.append("thrown out")


t = threading.Thread(target=work)
t.start()
while barrier.n_waiting < 1:
    time.sleep(0.001)
barrier.reset()
t.join()
print(log, barrier.broken, barrier.n_waiting)
t = threading.Thread(target=work)
t.start()
barrier.wait()
t.join()
print(log)
