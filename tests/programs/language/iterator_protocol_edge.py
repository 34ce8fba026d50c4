# Iterators: exhaustion, sentinels, errors inside.
it = iter([1, 2])
print(next(it), next(it), next(it, None), next(it, None))
calls = iter([1, 2, 0, 3])
print(list(iter(lambda: next(calls), 0)), next(calls))
class Flaky:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == 2: raise StopIteration
        return self.n
f = Flaky()
print(list(f), next(f), next(f))
class Breaks:
    def __iter__(self): return self
    def __next__(self): raise ValueError("broken")
for action in (lambda: list(Breaks()), lambda: sum(Breaks()), lambda: [x for x in Breaks()], lambda: tuple(Breaks()), lambda: 1 in Breaks(), lambda: dict(Breaks()), lambda: "".join(Breaks()), lambda: max(Breaks())):
    try:
        action()
    except ValueError as error:
        print(error, end="; ")
print()
z = zip([1, 2, 3], iter([1]))
print(list(z))
source = iter(range(5))
print(list(zip(source, source)), list(source))
pairs = iter([("a", 1), ("b", 2)])
print(dict(pairs), list(pairs))
a = iter("abcd")
print(next(a), "c" in a, list(a))
m = map(lambda x: x, iter([1, 2]))
print(iter(m) is m, list(m), list(m))
r = reversed([1, 2, 3])
print(next(r), list(r), list(r))
e = enumerate("ab")
print(next(e), list(e))
print(sum(iter([1, 2])), sorted(iter("ba")), max(iter([1, 3])), list(filter(lambda x: x > 1, iter([1, 2]))), any(iter([0])), [*iter("xy")], set(iter([1])), min(map(abs, [-1, 2])))
class GetItem:
    def __getitem__(self, i):
        print("item", i, end=" ")
        if i > 1: raise IndexError
        return i
print(list(GetItem()))
