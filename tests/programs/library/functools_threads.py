# A cache and a counter that several threads use.
import functools, itertools, threading
counter = itertools.count()
numbers = []
def work():
    for _ in range(100):
        numbers.append(next(counter))
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(numbers) == list(range(400)), next(counter))
@functools.lru_cache(maxsize=None)
def slow(n): return n * n
def ask():
    for n in range(20):
        assert slow(n) == n * n
threads = [threading.Thread(target=ask) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
info = slow.cache_info()
print(info.currsize, info.hits + info.misses)
class Lazy:
    made = 0
    @functools.cached_property
    def value(self):
        Lazy.made += 1
        return "computed"
lazy = Lazy()
results = []
threads = [threading.Thread(target=lambda: results.append(lazy.value)) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(results, Lazy.made)
