# The iteration protocol.
class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)))
it = Countdown(2)
print(next(it), next(it), next(it, "done"))
try:
    next(it)
except StopIteration as stop:
    print("stop", stop.value, stop.args)
a, *rest = Countdown(4)
print(a, rest)
print(dict(zip(Countdown(2), "ab")), set(Countdown(3)) == {1, 2, 3}, tuple(Countdown(1)))

class Fresh:
    def __iter__(self):
        yield from "xyz"
print([c + d for c in Fresh() for d in Fresh()])
print("y" in Fresh(), "q" in Fresh())

class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i
print(list(Old()), 4 in Old())
values = [1, 2, 3, 0, 5]
it = iter(values)
print(list(iter(lambda: next(it), 0)))
for action in (lambda: iter(5), lambda: next([]), lambda: list(None)):
    try:
        action()
    except TypeError as error:
        print(error)
class BadIter:
    def __iter__(self):
        return 5
try:
    iter(BadIter())
except TypeError as error:
    print(error)
