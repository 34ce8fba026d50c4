# The order in which sets of ints and texts are printed (hash seed 0).
print({3, 1, 2}, {10, 5, 100, 1}, {8, 16, 24, 0}, {-1, -2, 3}, {64, 1, 33}, set(range(20, 0, -3)))
print({"apple", "banana", "cherry"}, {"a", "b", "c", "d", "e"}, set("hello world"), {"x", 1, "y", 2}, {"one", "two", "three", "four", "five", "six"})
print({1.5, 2.5, 0.5}, {(1, 2), (3, 4)}, {None}, {True, False}, {2 ** 70, 1}, frozenset(["q", "w", "e"]))
s = set()
for word in ("red", "green", "blue", "red", "yellow", "cyan", "magenta"):
    s.add(word)
    print(s)
s.discard("green")
s.add("black")
print(s, s.pop(), s, list({"k1": 1, "k2": 2}.keys() | {"k3"}))
print({hash("a") % 8, hash("") % 8}, hash("hello"), hash("a"), hash(b"a") == hash("a"), hash((1, 2)), hash((1, "a")), hash(None) is not None, hash(frozenset([1, 2, 3])), hash(1.5), hash(-1), hash(0.1))
