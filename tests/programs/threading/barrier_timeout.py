# Who waits too long breaks the barrier for all.
import threading

barrier = threading.Barrier(3)
log = []


def patient():
    try:
        barrier.wait()
    except threading.BrokenBarrierError as e:
        log.append(repr(e))


t = threading.Thread(target=patient)
t.start()
try:
    barrier.wait(timeout=0.05)
except threading.BrokenBarrierError as e:
    print("timed out:", repr(e))
t.join()
print(log, barrier.broken, barrier.n_waiting)
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("stays broken")
barrier.reset()
print(barrier.broken)
