# memoryview: a window on bytes.
m = memoryview(bytearray(b"hello"))
print(len(m), m[0], bytes(m[1:3]), m.tolist(), m[-1], list(m[::2]), m == b"hello", m.readonly, memoryview(b"x").readonly)
m[0] = 72
m[1:3] = b"EL"
print(bytes(m), m.tobytes(), m.nbytes, m.itemsize, m.format)
for action in (lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: memoryview(b"x").__setitem__(0, 1), lambda: m[9], lambda: memoryview("text")):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
