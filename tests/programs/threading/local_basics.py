# Each thread sees its own attributes only.
import threading

data = threading.local()
data.x = "main"
log = []


def work(n):
    log.append(hasattr(data, "x"))
    data.x = n
    data.y = -n
    barrier.wait()
    log.append((data.x, data.y))


barrier = threading.Barrier(3)
threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log[:3], sorted(log[3:]), data.x, hasattr(data, "y"))
