# list: methods, operators, errors.
l = [3, 1, 2]
l.append(5)
l.extend((7, 8))
l.insert(1, "in")
l.insert(-1, "before last")
l.insert(100, "end")
print(l, len(l), l.index(2), l.count(5), l.pop(), l.pop(0), l.pop(-2), l)
l.remove("in")
l.remove("before last") if "before last" in l else None
l.reverse()
print(l, l.copy() is not l, l.copy() == l)
l.sort()
l.sort(reverse=True)
print(l)
words = ["banana", "Apple", "cherry", "apple"]
words.sort(key=str.lower)
print(words, sorted(words, key=len), sorted(words, reverse=True), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({"b": 1, "a": 2}))
print([1, 2] + [3], [1, 2] * 2, 2 * [0], [] == [], [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9], 2 in [1, 2], [1, [2]] == [1, [2]], [] or "empty", list("abc"), list(range(3)), [[0] * 2] * 2)
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid)
a = [1, 2, 3]
a += [4]
a *= 2
b = a
b.clear()
print(a, a is b)
n = [1, [2, 3]]
n[1].append(n)
print(n)
for action in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(9), lambda: [1].index(9), lambda: [1] + 5, lambda: [1, "a"].sort(), lambda: [1].insert("x", 1), lambda: [1].extend(5), lambda: [1][9], lambda: hash([]), lambda: [1].append(), lambda: [1].sort(5), lambda: [3, 1].sort(key=5), lambda: [1].index(1, 5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
items = [1, 2, 3, 4]
for item in items:
    if item == 2:
        items.remove(item)
print(items)
items[1:2] = []
print(items, items.index(4, 1), [1, 2, 1].index(1, 1), [5, 6][True])
