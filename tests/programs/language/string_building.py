# Building texts: join, concatenation, repetition, formatting in loops.
lines = []
for n in range(1, 4):
    lines.append(f"{n:>2} {'*' * n:<4}|{n ** 2:04d}")
print("\n".join(lines))
text = ""
for ch in "abc":
    text = ch + text + ch.upper()
print(text, len(text), text[::2], text.index("C"))
table = [("apple", 1.5, 3), ("banana", 0.25, 12)]
for name, price, count in table:
    print("{:<10}{:>8.2f}{:>5}".format(name, price, count), "%-10s|%6.2f|%3d" % (name, price, count))
print("=" * 10, "-".join(str(n) for n in range(5)), "".join(reversed("abc")), "ab\n" * 2, sep="\n")
word = "level"
print(word == word[::-1], "".join(sorted("hello")), " ".join(w.capitalize() for w in "the quick fox".split()), "a,b;c".replace(";", ",").split(","))
def caesar(s, k): return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.isalpha() else c for c in s)
print(caesar("hello world", 3), caesar(caesar("hello", 3), -3))
counts = {}
for ch in "mississippi":
    counts[ch] = counts.get(ch, 0) + 1
print(counts, max(counts, key=counts.get), "".join(f"{c}{n}" for c, n in counts.items()))
print("abc" "def" + "g" * 2, "tab\tsep".expandtabs(8), "%s" % "x" * 3, "multi\
line", ("paren "
"joined"))
print(str(12.0), str(1e16), str(-0.0), repr("\n"), str([1.0, "a", None, True]), str({"k": (1,)}), f"{1.10}", str(0.1 + 0.2), "%.1f" % 0.05, "%.0f" % 0.5, f"{2.675:.2f}", round(2.675, 2))
