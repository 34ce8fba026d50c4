# str.format and format().
print("{} {}".format(1, "a"), "{1} {0} {1}".format("a", "b"), "{x} {y}".format(x=1, y=2))
print("{0[1]} {0[2]} {d[key]} {p.imag}".format([1, 2, 3], d={"key": "v"}, p=5))
print("{:>8}|{:<8}|{:^8}|{:*^8}|{:=+8}".format("a", "b", "c", "d", 5))
print("{:,} {:_} {:.2f} {:e} {:g} {:%} {:b} {:o} {:x} {:X} {:#x} {:c} {:n}".format(1234567, 1234567, 3.14159, 1e6, 1e-7, 0.5, 5, 8, 255, 255, 255, 65, 7))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{{}} {{{}}}".format(1))
print("{:{}} {:{w}.{p}}".format("a", 5, 3.14159, w=8, p=3))
print("{:+} {: } {:-} {:+.1f} {:08.3f} {:<08}".format(1, 2, -3, 4.25, -3.14159, 5))
print(format(255, "08b"), format(1e100, ".3g"), format(True), format(True, "d"), format("x", "5") + "|", format(12345.678, ",.1f"))
print(format(float("nan")), format(float("inf"), "8"), format(-0.0, ".1f"), format(0.1 + 0.2, ".20f"))
print("{a.b}".format(a=type("T", (), {"b": 9})), "{0}{0}".format("x"))
print("{:10.3s}|".format("abcdef"), "{:.0f}".format(2.5), "{:.0f}".format(3.5), "{:#.3g}".format(1.0))
print("{name}".format_map({"name": "mapped"}))
for action in (
    lambda: "{}".format(),
    lambda: "{1}".format(0),
    lambda: "{x}".format(),
    lambda: "{} {0}".format(1),
    lambda: "{".format(1),
    lambda: "}".format(1),
    lambda: "{!z}".format(1),
    lambda: "{:d}".format("a"),
    lambda: "{:,s}".format("a"),
    lambda: "{0.x}".format(5),
    lambda: "{0[k]}".format({}),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
