# deque: both ends, bounds, rotation, comparisons, errors.
from collections import deque
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], list(d), bool(deque()))
d.extend([7, 8])
d.extendleft("ab")
print(d, d.maxlen)
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.rotate()
print(d, d.index(7), d.count(8), 8 in d)
d.insert(1, "in")
d.remove(7)
d.reverse()
print(d, list(reversed(d)))
d[0] = "first"
del d[1]
print(d, d.copy() == d, d + deque([1]), deque([1]) * 3, 2 * deque("a"))
b = deque(range(10), maxlen=3)
print(b, b.maxlen)
b.append(10)
b.appendleft(6)
print(b)
b.extend([1, 2])
print(b, b.copy(), deque(b, 2))
d = deque()
d += "xy"
d *= 2
print(d, deque([1, 2]) < deque([1, 3]), deque([1]) == [1], deque([1, 2]) >= deque([1]))
d.clear()
print(d, deque(maxlen=0))
me = deque([1])
me.append(me)
print(me)
for action in (
    lambda: deque().pop(), lambda: deque().popleft(), lambda: deque()[0], lambda: deque([1])["a"], lambda: deque([1])[0:1],
    lambda: deque([1]).remove(2), lambda: deque([1]).index(2), lambda: b.insert(0, 1), lambda: deque(maxlen=-1),
    lambda: deque(5), lambda: deque([1]) + [2],
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    d = deque([1, 2, 3])
    for x in d:
        d.append(x)
except RuntimeError as error:
    print(error)
big = deque()
for n in range(1000):
    big.append(n)
    big.appendleft(-n)
    if n % 3 == 0:
        big.pop()
        big.popleft()
print(len(big), big[0], big[-1], big[len(big) // 2], sum(big))
for _ in range(500):
    big.popleft()
big.rotate(7)
big.rotate(-3)
print(len(big), list(big)[:8], big[3], big.index(20))
while len(big) > 3:
    big.pop()
    if big:
        big.popleft()
print(list(big))
