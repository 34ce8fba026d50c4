# In which order operands are evaluated.
def v(name, value=1):
    print(name, end=" ")
    return value
print(v("a") + v("b") * v("c"))
print(v("a") ** v("b") ** v("c"))
x = {}
x[v("key")] = v("value")
print(x)
def f(*args, **kwargs): return "called"
print(v("function", f)(v("arg1"), *[v("star")], k=v("kw"), **{"z": v("dstar")}))
print([v("1"), v("2")], (v("3"), v("4")), {v("5"): v("6"), v("7", 2): v("8")}, {v("9")})
print(v("a", 0) or v("b", 0) or v("c"), v("d", 0) and v("e"))
print(v("then") if v("cond") else v("else"))
print(v("a", 1) < v("b", 0) < v("c"))
l = [0, 0]
l[v("i", 0)], l[v("j", 1)] = v("p"), v("q")
print(l)
l[v("index", 0)] += v("increment")
print(l)
a = b = v("once")
print(a, b)
print(v("obj", "text").replace(v("from", "t"), v("to", "T")))
print(f"{v('f1')}{v('f2'):{v('spec', 3)}}")
def default(p=v("default evaluated at def")): return p
print()
print(default(), default())
class K(v("base", object)):
    print("body", end=" ")
    attr = v("attr")
print()
for i in v("iterable", [1]): print(v("body"))
assert v("asserted"), v("message")
print()
del l[v("deleted", 0)]
print(l)
print(not v("n", 0), -v("m"), v("s", "abc")[v("start", 1):v("stop", 2)])
