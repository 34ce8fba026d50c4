import pickle

VALUES = [
    None, True, False, 0, 1, 255, 256, 65535, 65536, -1, -129, 2**31 - 1, 2**31, -2**31,
    -2**31 - 1, 2**63, 2**100, -2**100, 1.5, -0.0, float("inf"), "", "a", "é中", "a" * 300,
    b"", b"x", b"y" * 300, bytearray(b"abc"), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4),
    [], [1], [1, 2], {}, {1: 2}, {1: 2, 3: 4}, set(), {1}, frozenset(), frozenset({1}),
    range(3), slice(1, 2), ..., NotImplemented,
]
for value in VALUES:
    for protocol in (3, 4, 5):
        data = pickle.dumps(value, protocol)
        again = pickle.loads(data)
        assert type(again) is type(value) and again == value, value
        if type(value) not in (set, frozenset) or protocol > 3:
            print(protocol, repr(value)[:20], len(data))
print(pickle.dumps([1, "two", 3.0, None]))
print(pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL)
