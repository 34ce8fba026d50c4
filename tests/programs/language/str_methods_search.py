# Methods of str: searching, replacing, splitting.
s = "banana bandana"
print(s.find("an"), s.find("an", 2), s.find("zz"), s.rfind("an"), s.index("nd"), s.rindex("b"), s.count("an"), s.count("a", 3), s.count(""), s.find("", 3), s.find("a", 1, 2), s.find("a", -3))
print(s.replace("an", "AN"), s.replace("an", "", 2), s.replace("", "-", 3), "aaa".replace("aa", "b"))
print(s.startswith("ban"), s.startswith(("x", "b")), s.startswith("dana", 10), s.endswith("ana"), s.endswith(("x",)), s.startswith(""), "" in s, "nd" in s)
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 1), "  a  b ".split(), "  a  b ".split(" "), "".split(), "".split(","), "a b c".split(None, 1), " a b c ".rsplit(None, 1))
print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"), "abc".rpartition("x"), "line1\nline2\r\nline3\n\nx".splitlines(), "a\nb\n".splitlines(True), "a\x0bb\x0cc\x1cd\u2028e".splitlines())
print("-".join(["a", "b", "c"]), "".join("abc"), ",".join({"k": 1, "l": 2}), "-".join([]), "x".join(["only"]))
print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|", "xxhixx".strip("x"), "abcba".strip("ab"), "prefix-body".removeprefix("prefix-"), "file.py".removesuffix(".py"), "x".removeprefix("y"))
for action in (lambda: s.index("zz"), lambda: s.split(""), lambda: s.partition(""), lambda: ",".join([1]), lambda: s.find(5), lambda: s.replace("a"), lambda: s.startswith(5), lambda: s.count(), lambda: s.strip(5), lambda: 5 in s):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
