# Slicing, slice assignment and deletion.
s = list(range(10))
print(s[2:5], s[:3], s[7:], s[-3:], s[:-7], s[::3], s[::-1], s[8:2:-2], s[100:], s[-100:2], s[5:2])
s[1:3] = ["a", "b", "c"]
print(s)
s[::2] = [0] * len(s[::2])
print(s)
s[3:3] = ["in"]
print(s)
del s[::2]
print(s)
del s[1:3]
print(s)
s[:] = [1, 2]
print(s)
s[5:] = [9]
print(s)
try:
    s[::2] = [1]
except ValueError as error:
    print(error)
try:
    s[0:1] = 5
except TypeError as error:
    print(error)
print("hello"[1:4], "hello"[::-1], (1, 2, 3)[1:], b"abc"[::2], range(10)[2:8:2])
sl = slice(1, 10, 3)
print(sl, sl.start, sl.stop, sl.step, sl.indices(5), [0, 1, 2, 3, 4, 5][sl], slice(None), slice(3) == slice(None, 3))
try:
    [1][1.5:2]
except TypeError as error:
    print(error)
try:
    "abc"[0] = "x"
except TypeError as error:
    print(error)
try:
    del "abc"[0]
except TypeError as error:
    print(error)
t = [1, 2, 3]
t += "ab"
t *= 2
print(t)
u = [3, 4, 5]
u[-1:] = []
u[:0] = [1, 2]
print(u)
b = bytearray(b"hello")
b[1:3] = b"XYZ"
del b[0]
print(b)
