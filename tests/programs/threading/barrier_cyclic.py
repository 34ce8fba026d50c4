# A barrier may be used again and again.
import threading

barrier = threading.Barrier(2)
log = []


def work(name):
    for step in range(4):
        log.append(step)
        barrier.wait()


threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for t in threads:
    t.start()
for t in threads:
    t.join()
assert log == sorted(log)
print(log)
