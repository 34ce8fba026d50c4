import pickle

for value in (
    list(range(2500)),
    {i: str(i) for i in range(1500)},
    b"b" * 70000,
    "s" * 70000,
    [b"c" * 70000, 1, "d" * 66000],
    set(range(1200)),
    tuple(range(300)),
    2**20000,
):
    for protocol in (4, 5):
        data = pickle.dumps(value, protocol)
        assert pickle.loads(data) == value
        print(type(value).__name__, protocol, len(data))
