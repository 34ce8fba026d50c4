# Methods of str: alignment, tabs, translation.
print("ab".ljust(5) + "|", "ab".rjust(5, "*"), "ab".center(5, "-"), "abc".center(6, "-"), "a".center(4, "-"), "ab".ljust(1), "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2), "".zfill(2))
print("a\tb\tc".expandtabs(), "a\tbc\td".expandtabs(4), "\t".expandtabs(2) + "|", "ab\ncd\te".expandtabs(4))
table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), "abc".translate({97: None, 98: "BB", 99: 67}), str.maketrans({"a": "1", 98: None}), "hello".translate(str.maketrans("l", "L")))
print("hello"[1], "hello"[-1], "hello"[1:3], "hello"[::-1], "ab" * 3, 0 * "ab", "ab" + "cd", len("héllo"), "a" < "b", "a" < "B", "abc" < "abd", "" < "a", max("hello"), min("hello"), sorted("hello"), list("ab"))
print("Hello".encode(), "é".encode("utf-8"), "é".encode("latin-1"), "é€".encode("ascii", "replace"), "é€".encode("ascii", "ignore"), "é".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"), "a".encode("utf-16-le"), str(b"abc", "ascii"))
index = 1.5
for action in (lambda: "a".center("x"), lambda: "a".ljust(5, "ab"), lambda: str.maketrans("a", "bc"), lambda: "a" + 1, lambda: "a" * "b", lambda: "a"[index], lambda: "é".encode("ascii"), lambda: "x".encode("nonsense"), lambda: str(b"\xff", "utf-8"), lambda: "a".zfill()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
