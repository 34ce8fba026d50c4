# The timeout given to the barrier holds for waits without one.
import threading

barrier = threading.Barrier(2, timeout=0.02)
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("broken by the default")
barrier2 = threading.Barrier(2, None, 0.01)
u = threading.Thread(target=barrier2.wait, args=(5,))
u.start()
print(barrier2.wait(5) in (0, 1))
u.join()
