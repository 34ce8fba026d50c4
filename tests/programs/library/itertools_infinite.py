# count, cycle, repeat.
from itertools import count, cycle, repeat, islice
print(list(islice(count(), 5)), list(islice(count(10, 3), 4)), list(islice(count(0.5, 0.25), 3)), list(islice(count(5, -1), 3)))
print(list(islice(cycle("abc"), 8)), list(cycle([])), list(repeat("x", 3)), list(islice(repeat(None), 2)), list(repeat(1, -3)))
c = count(7)
print(next(c), next(c), c, count(), count(1, 2), count(1.5), repeat(5), repeat("a", 2))
r = repeat("z", 3)
next(r)
print(r, list(map(pow, range(4), repeat(2))), list(zip(count(1), "ab")))
from operator import length_hint
print(length_hint(repeat(1, 9)))
for action in (lambda: count("a"), lambda: cycle(5), lambda: repeat(1, "a")):
    try:
        action()
    except TypeError as error:
        print(error)
print(next(count(2 ** 70)))
