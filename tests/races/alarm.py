import signal
import time

counts = []
n = 0


def ring(number, frame):
    counts.append(n)


signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
start = time.perf_counter()
while time.perf_counter() - start < 0.005:
    n += 1
signal.setitimer(signal.ITIMER_REAL, 0)
print(len(counts), counts[:2])
