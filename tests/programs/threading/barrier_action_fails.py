# An action that raises breaks the barrier.
import threading


def fail():
    raise ValueError("no good")


barrier = threading.Barrier(2, fail)
log = []


def work():
    try:
        barrier.wait()
    except (ValueError, threading.BrokenBarrierError) as e:
        log.append(type(e).__name__)


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(log), barrier.broken)
