# release(n) lets n waiters go.
import threading
import time

s = threading.Semaphore(0)
done = []


def take(n):
    s.acquire()
    done.append(n)


threads = [threading.Thread(target=take, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
s.release(3)
while len(done) < 3:
    time.sleep(0.001)
assert not s.acquire(False)
s.release()
for t in threads:
    t.join()
print(sorted(done))
