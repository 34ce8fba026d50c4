# Keys of several kinds.
people = [{"name": "Ann", "age": 30}, {"name": "bob", "age": 25}, {"name": "Cid", "age": 30}]
print([p["name"] for p in sorted(people, key=lambda p: (p["age"], p["name"]))], [p["name"] for p in sorted(people, key=lambda p: (-p["age"], p["name"].lower()))], max(people, key=lambda p: p["age"])["name"], min(people, key=lambda p: p["name"])["name"])
print(sorted("b3 a1 c2".split(), key=lambda s: int(s[1])), sorted([-3, 2, -1], key=abs), sorted([[2, 1], [1, 2], [1, 1]]), sorted({"x": 3, "y": 1}.items(), key=lambda kv: kv[1]), sorted("aBc", key=str.swapcase))
print(sorted([3, 1, 2], key=lambda x: 0), sorted([True, 0, 2.5, -1]), sorted([(1, None), (0, None)], key=lambda t: t[0]), sorted(range(5), key=lambda n: (n % 2, -n)))
try:
    sorted([(1, None), (1, "a")])
except TypeError as error:
    print(error)
try:
    sorted([None, 1])
except TypeError as error:
    print(error)
try:
    sorted([1, 2], key=lambda: 1)
except TypeError as error:
    print(error)
order = "low medium high".split()
print(sorted(["high", "low", "medium", "low"], key=order.index), [*map(lambda x, y: x * y, [1, 2], [3, 4])], list(filter(lambda w: len(w) > 3, order)))
