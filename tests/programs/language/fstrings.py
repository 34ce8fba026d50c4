# f-strings: conversions, specs, nesting, =.
name, n, pi = "World", 42, 3.14159265
print(f"Hello, {name}! {n + 1} {pi:.2f} {pi:10.3f}| {n:05d} {n:>8}| {n:<8}| {n:^8}| {name!r:>10}")
print(f"{n:x} {n:X} {n:#x} {n:b} {n:#b} {n:o} {n:e} {1234567:,} {1234567:_} {0.256:.1%} {n:+d} {-n: d}")
width, precision = 12, 4
print(f"{pi:{width}.{precision}f}|{name:*^{width}}|{n:{'>'}{6}}|")
print(f"{n=} {n = } {pi=:.2f} {name=!s} {n+1=} {name.upper()=}")
print(f"{{literal}} {{{n}}} {'nested ' + f'{name}'} {[x for x in range(3)]} {({'a': 1})['a']}")
print(f"""multi
{n}
line""")
print(f"{'a' if n > 1 else 'b'} {(lambda x: x * 2)(4)} {n!s:>5} {n:}")
print(rf"\n{n}" f" joined {name}" " plain")
print(f"{3:c>{5}}" f"{True} {None} {1.0} {1e100}")
try:
    f"{undefined}"
except NameError as error:
    print(error)
for action in (lambda: f"{'a':d}", lambda: f"{1:s}", lambda: f"{1.5:d}", lambda: f"{1:.2d}", lambda: f"{[]:5}", lambda: f"{1:q}"):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
class P:
    x = 3
p = P()
d = {"key": [1, 2, 3]}
print(f"{p.x:03} {d['key'][1]:>4} {d!r}")
