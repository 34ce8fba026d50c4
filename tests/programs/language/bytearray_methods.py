# bytearray: bytes that can be changed.
a = bytearray(b"hello")
a[0] = 72
a.append(33)
a.extend(b"??")
a += b"!"
print(a, len(a), a[0], a[1:3], a.pop(), a.pop(0), a)
a.insert(0, 65)
a.remove(101)
del a[0:2]
a[0:0] = b"xyz"
print(a, a.find(b"y"), a.upper(), a.replace(b"x", b"_"), a == b"xyz" + a[3:], bytes(a), a.decode(), a.reverse(), a)
a.clear()
print(a, bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"ab") * 2, bytearray(b"a") + b"b", b"a" + bytearray(b"b"), list(bytearray(b"ab")), 97 in bytearray(b"abc"))
c = bytearray(b"abc")
d = c
d[0] = 122
print(c, c is d, c.copy() == c, sorted(c), max(c), bytearray(b"b") > bytearray(b"a"))
c[::2] = b"12"
print(c)
for action in (lambda: c.append(256), lambda: c.append("a"), lambda: c.remove(0), lambda: bytearray().pop(), lambda: hash(c), lambda: c[9], lambda: c.__setitem__(0, 999), lambda: c.extend(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
