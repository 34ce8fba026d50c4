# subclasses, chains, identity, mutation while iterating, big inputs
class Money(int):
    def __str__(self): return "M"
class Temp(float):
    def __repr__(self): return "T"
    def __format__(self, spec): return "<" + spec + ">"
m = Money(5)
print("%s %d %r" % (m, m, m), "{} {:d} {!r}".format(m, m, m), f"{m} {m:03}")
t = Temp(1.5)
print("%s %.1f" % (t, t), "{} {:x}".format(t, t), t.hex(), t.is_integer(), t.as_integer_ratio())
class Name(str):
    def __str__(self): return "str!"
    def upper(self): return "UP!"
n = Name("bob")
print(n.upper(), n.lower(), n.title(), ",".join([n, n]), "%s" % n, "{}".format(n), n + "x", type(n.strip()), len(n), n[0], n == "bob", hash(n) == hash("bob"), "o" in n, n.split("o"), n.replace("b", "c"))
print(str.upper(n), super(Name, n).upper())
s = "abc"
print(s.strip() is s, s.replace("x", "y") is s, s.ljust(2) is s, str(s) is s, "".join([s]) is s, s.expandtabs() == s)
table = str.maketrans({"a": "1", 98: None, "c": "xyz"})
print(table, "abcabc".translate(table), "abc".translate({97: 98}))
print("{0[a][b]} {0[a][c][1]}".format({"a": {"b": 1, "c": [1, 2]}}))
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def __format__(self, spec): return f"({self.x}|{self.y}|{spec})"
    def __getitem__(self, k): return k
p = Point(1, 2)
print("{0.x} {0.y} {0:abc} {0} {0[key]} {0[7]}".format(p), "{p.x:>5} {p.y!r:^5}".format(p=p))
print("%(x)s %(y)s" % p, "%(x)d" % {"x": 3.9})
print("{:{}{}}".format("mid", "^", 9), "{:{fill}>{width}}".format(7, fill="*", width=4))
try: "{:{:{}}}".format(1, 2, 3)
except ValueError as e: print(e)
print("%s" % (1,), "%s" % ((1,),), "%s and %s" % ("a", [1]), "%r" % "it's")
for f in (lambda: "%s %s" % ("a",), lambda: "%d" % "1", lambda: "%(a)s" % ["x"], lambda: "abc" % 5, lambda: "%s" % (1, 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
big = "ab" * 1000
print(len(big.replace("a", "xyz")), big.count("ab"), big.find("ba", 500), len(big.split("a")), len(big.center(5000)))
print(int.from_bytes((12345678901234567890123).to_bytes(12, "little"), "little"))
print((0.1).as_integer_ratio(), (1e300).as_integer_ratio()[1], float.fromhex((0.1).hex()), (5e-324).as_integer_ratio()[0])
print(round(2.5), round(-2.5), round(2.675, 2), round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(1234.5678, -2), round(0.5), round(1e20), round(150.0, -2), round(250.0, -2), round(5, -5), round(True), round(6, -1), round(5, -1), round(50, -2), round(51, -2), round(150, -2))
print(divmod(7, -2), divmod(-7.5, 2), divmod(True, 2), divmod(2**70, 10**9))
for f in (lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: round(1.5, "x"), lambda: round(float("nan")), lambda: round("x"), lambda: divmod("a", 1), lambda: round(1.7e308, -308)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Meta:
    def __divmod__(self, o): return "dm"
    def __rdivmod__(self, o): return "rdm"
    def __round__(self, n=None): return ("round", n)
print(divmod(Meta(), 1), divmod(1, Meta()), divmod(1.5, Meta()), round(Meta()), round(Meta(), 2))
b = bytearray(b"hello")
for i, c in enumerate(b):
    if i == 0: b.append(33)
    if i > 8: break
print(b, bytes(b), bytes(b).decode(), list(b), b.hex(" "))
v = b"a,b;c"
print([x for part in v.split(b",") for x in part.split(b";")], v.partition(b";"), v.title(), v.swapcase())
print(bytes([1, 2]) < bytes([1, 3]), bytearray(b"a") == b"a", {b"k": 1}[b"k"], b"%s-%d" % (b"x", 5))
try: {bytearray(b"x"): 1}
except TypeError as e: print(e)
print(str(b"abc"), str(b"abc", "ascii"), "é".encode(), "é".encode("latin-1"), b"\xc3\xa9".decode())
print("a\tb".expandtabs(4), "x".zfill(3), "-5".zfill(4), "+1".zfill(5), "title case's here".title(), "ß".upper(), "ŉ".upper(), "İ".lower(), "ΑΣ".lower())
print("%c%c" % (65, "b"), "%5.1f|%-8s|%+d|%x|%o|%e" % (3.14159, "ab", 3, 255, 8, 12345.678), "%%", "%5%%" % () if False else "")
print("abc".isidentifier(), "1a".isidentifier(), "½".isnumeric(), "²".isdigit(), "٣".isdecimal(), int("٣"))
print("a-b_c".replace("-", "_").split("_", 1), "  x ".strip(), "xxhixx".strip("x"), "a.b.c".rsplit(".", 1), "a\nb\r\nc".splitlines(True))
print(max("hello"), min(b"hello"), sorted("hello"), "".join(reversed("abc")), list("héllo"), "héllo"[1], "héllo"[::-1])
import_ok = [int("0b101", 0), int("-0x1F", 16), int("z", 36), float("1e-5"), int(3.99), int(-3.99), float("  12  "), int(True)]
print(import_ok)
