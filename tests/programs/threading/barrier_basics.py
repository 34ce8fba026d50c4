# All parties meet; each gets an index of its own.
import threading

barrier = threading.Barrier(3)
assert (barrier.parties, barrier.n_waiting, barrier.broken) == (3, 0, False)
log = []


def work(n):
    log.append("before")
    log.append(("after", barrier.wait()))


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
assert log[:3] == ["before"] * 3
print(sorted(log[3:]))
print(threading.Barrier(1).wait())
