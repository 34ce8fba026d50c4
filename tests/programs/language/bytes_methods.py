# bytes: literals, methods, errors.
b = b"hello world"
print(b, b[0], b[0:2], b[-1], len(b), b.upper(), b.title(), b.find(b"o"), b.count(b"l"), b.replace(b"l", b"L"), b.split(), b.startswith(b"he"), b.endswith((b"x", b"ld")), b"lo" in b, 104 in b)
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(range(5)), bytes(b"x"), b"\x00\xff\n\t'\"\\", b"it's", b'"', b"a" + b"b", b"ab" * 2, b"a" < b"b", b == b"hello world", hash(b"a") == hash(b"a"))
print(b.hex(), b"\x01\x02\x03".hex("-"), bytes.fromhex("48 65 6c"), b"a,b".split(b","), b",".join([b"x", b"y"]), b"  x ".strip(), b.decode(), b"\xc3\xa9".decode("utf-8"), b"\xe9".decode("latin-1"), b"\xff\xfeabc".decode("utf-8", "replace"), b"\xffabc".decode("utf-8", "ignore"), list(b"abc"), b"abc"[::-1])
print(b"ab".center(6, b"-"), b"5".zfill(3), b"aXb".lower(), b"abc".isalpha(), b"12".isdigit(), b"a b".partition(b" "), b"x\ny".splitlines(), b"abc".translate(bytes.maketrans(b"a", b"z")), b"a".ljust(3) + b"|", b"%d-%s" % (5, b"x"))
for action in (lambda: bytes([256]), lambda: bytes(-1), lambda: bytes("a"), lambda: b"a" + "b", lambda: b[0:1] + 1, lambda: b"abc".find("a"), lambda: b.index(b"z"), lambda: b"\xff".decode(), lambda: bytes.fromhex("zz"), lambda: b"a"[5], lambda: b.join(["a"]), lambda: "a" in b, lambda: b.__setitem__(0, 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(b"a" == "a", b"" or "empty", bool(b"\x00"), int.from_bytes(b"\x01\x02", "little"), (258).to_bytes(2, "big"), int(b"42"))
