# A thread calls its target with the arguments given; join waits for it.
import threading

results = []


def add(a, b, *, scale=1):
    results.append((a + b) * scale)


t = threading.Thread(target=add, args=(1, 2), kwargs={"scale": 10})
assert not t.is_alive()
t.start()
t.join()
assert not t.is_alive()
assert results == [30]
print(results)
