# Assignment expressions.
if (n := 10) > 5:
    print(n)
data = iter([1, 2, 3, 0, 4])
while (x := next(data)) != 0:
    print("read", x)
print([y := 1, y ** 2], y)
print((z := 5) + z)
squares = [last := v * v for v in range(4)]
print(squares, last)
def f():
    return any((found := w).startswith("b") for w in ["a", "bee", "c"]) and found
print(f())
print(f"{(w := 7)} {w}")
text = "value=42"
if (at := text.find("=")) >= 0 and (rest := text[at + 1:]):
    print(at, rest)
print(len(q := [1, 2]), q)
