import threading
import time
from multiprocessing import Barrier, Process, Queue




def party(barrier, queue):
    queue.put(barrier.wait())


def breaks(barrier, queue):
    try:
        barrier.wait(20)
    except threading.BrokenBarrierError:
        queue.put("broken")


queue = Queue()
barrier = Barrier(3)
print(barrier.parties, barrier.n_waiting, barrier.broken)
processes = [Process(target=party, args=(barrier, queue)) for _ in range(3)]
for process in processes:
    process.start()
print(sorted(queue.get() for _ in processes))
for process in processes:
    process.join()
process = Process(target=breaks, args=(barrier, queue))
process.start()
while barrier.n_waiting == 0:
    time.sleep(0.01)
barrier.abort()
print(queue.get(), barrier.broken)
process.join()
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("still broken")
barrier.reset()
print(barrier.broken, barrier.n_waiting)
try:
    barrier.wait(0.05)
except threading.BrokenBarrierError:
    print("too late", barrier.broken)
