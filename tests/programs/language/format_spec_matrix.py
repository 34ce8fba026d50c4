# The format specification of ints, floats and texts.
for spec in ("", "5", "<5", ">5", "^5", "05", "+", " ", "x", "X", "o", "b", "#x", "#b", "#o", "c", "d", ",", "_", "_x", "08,", "+08d", "*>8", "e", ".2f", "%", "g", "n", "=8", "*=+8"):
    print(f"{spec:>5} {format(65, spec)!r:>20} {format(-1234, spec) if spec != 'c' else '-'!r:>20}")
for spec in ("", ".0f", ".1f", ".3f", "10.2f", "<10.2f", "^10.2f", "010.2f", "+.2f", " .2f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", ",", ",.2f", "_.1f", "10", ".5", "#.0f", "z.1f", "n"):
    print(f"{spec:>7}", *(repr(format(v, spec)) for v in (3.14159, -1234567.891, 0.0, 1e20, 1e-7, float("inf"), float("nan"), 2.5, -0.04)))
for spec in ("", "5", "<5", ">5", "^5", "*^6", ".2", "5.1", "s", "05"):
    print(f"{spec:>5} {format('abc', spec)!r}")
for value, spec in ((5, "s"), ("a", "d"), (1.5, "d"), (1.5, "x"), ("a", "+"), ("a", "="), (5, ".2"), (5, "c,"), (-1, "c"), (5, "y"), ("a", ","), (1.5, "5 "), ([], "5"), (None, "5"), (True, "z"), (5, "10**")):
    try:
        print(format(value, spec))
    except Exception as error:
        print(type(error).__name__, error)
