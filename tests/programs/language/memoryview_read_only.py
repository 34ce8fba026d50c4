# A read-only view sees what is written through others.
data = bytearray(b"abc")
view = memoryview(data)
locked = view.toreadonly()
view[0] = ord("z")
print(locked.tobytes(), locked.readonly, view.readonly, locked[1:].readonly, memoryview(locked).readonly)
try:
    locked[0] = 1
except TypeError as error:
    print(error)
print(view.cast("B").tolist(), memoryview(b"x").readonly)
