# Texts: comparison by code points, sorting, min and max.
words = ["banana", "Apple", "cherry", "apple", "Éclair", "eclair", "zebra", "10", "9", "a", "A", "_x", " space", ""]
print(sorted(words))
print(sorted(words, key=str.lower), sorted(words, key=lambda w: (len(w), w)), max(words), min(words))
print("a" < "b", "a" < "aa", "Z" < "a", "10" < "9", "" < "a", "abc" == "abc", "é" > "z", "😀" > "z")
print([("a" > "B"), ("apple" < "apply"), ("a", "b") < ("a", "c"), ["b"] > ["a", "z"]])
for op in (lambda: "a" < 1, lambda: "a" < None, lambda: ["a"] < "a", lambda: "a" < b"a"):
    try:
        op()
    except TypeError as error:
        print(error)
print("a" == 1, "a" == b"a", "a" != None, "1" == 1)
