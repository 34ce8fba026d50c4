# slice objects and __getitem__ with slices.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None, None, -1), s == slice(1, 10, 2), s.indices(6), slice(None).indices(4), slice(-3, None).indices(10), slice(None, None, -1).indices(3))
data = list(range(12))
print(data[s], "abcdefghijkl"[s], data[slice(None, 3)], data[slice(-2, None)])
class Show:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
x = Show()
print(x[1], x[1:2], x[:], x[::3], x[1:2, 3], x[...], x["k", 1:], x[()], x[-1:])
x[1:3] = "v"
x[0, 1] = 2
del x[::2]
del x["k"]
for spec in ((None, None, 2), (5, 1, -1), (-1, None, -2), (20, None, None), (None, -20, None), (3, 3, None), (8, 2, 3)):
    print(spec, data[slice(*spec)], "abcdefghijkl"[slice(*spec)], list(range(12)[slice(*spec)]))
for action in (lambda: data[1:"a"], lambda: data[::0], lambda: data[1.0:], lambda: slice(), lambda: hash(slice(1)), lambda: "abc"[::0], lambda: {}[1:2]):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
b = [0, 1, 2, 3, 4, 5]
b[1:3] = [10, 20, 30]
b[::3] = "xyz"
del b[-2:]
b[len(b):] = [7]
b[2:2] = [8, 8]
print(b)
try:
    b[::2] = [1]
except ValueError as error:
    print(error)
del b[::2]
print(b)
b[:] = range(3)
print(b)
