# release(n) lets n waiters go.
import threading

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
    pass
assert not s.acquire(False)
s.release()
for t in threads:
    t.join()
print(sorted(done))
