# f-strings: nested quotes and specs, =, conversions, format methods.
width, precision, value, name = 10, 3, 12.34567, "Ann"
print(f"{value:{width}.{precision}}|{value:>{width}}|{name!r:^{width}}|{name:{'*'}^{width}}")
print(f"{value = }", f"{value=:.2f}", f"{name = !s}", f"{name=}", f"{ name = }", f"{value*2=}", f"{len(name)=}", f"{(lambda: 5)()=}", f"{name.upper()=!r:>12}")
print(f"{'single'}", f'{"double"}', f"{'''triple'''}", f"{{}}", f"{{{value}}}", f"{value!s:.4}", f"{3!r:>3}")
data = {"k": [1, {"n": 2}]}
print(f"{data['k'][1]['n']} {data['k'][0]:03d} {data!r}", f"{[i for i in range(3)]}", f"{ {1, 2} }", f"{ {'a': 1}['a'] }", f"{1 if value else 2}", f"{name[::-1]}", f"{name[0]}{name[-1]}")
print(f"a" "b" f"{1}" 'c', f"""{
    value
}""", f"{1}{2}{3}", f"", f"{'a' 'b'}")
class Fmt:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
f = Fmt()
print(f"{f}", f"{f:spec with spaces}", f"{f!s}", f"{f!r:>6}", f"{f:{width}}", f"{f=}", f"{f=!s}", f"{f=:x}")
print(f"{True:d} {True} {None} {...}", f"{1,}", f"{1, 2}", f"{-5:05d} {5:+} {255:#06x} {1e6:,.0f} {1234.5:_} {0.5:%} {1e-10:g} {12345678:,d} {3.0:g} {3.0}", f"{'abc':.2}", f"{'abc':5}|", f"{5:<5}|", f"{5:^5}|", f"{5:=+5}")
