# with: order of exits, errors replaced, return values.
log = []
class M:
    def __init__(self, name, suppress=False, fail=None): self.name, self.suppress, self.fail = name, suppress, fail
    def __enter__(self):
        log.append(f"enter {self.name}")
        return self
    def __exit__(self, kind, value, tb):
        log.append(f"exit {self.name} {kind.__name__ if kind else None}")
        if self.fail:
            raise self.fail
        return self.suppress
def run(f):
    log.clear()
    try:
        result = f()
    except Exception as e:
        result = f"raised {e!r} context {e.__context__!r}"
    print(log, result)
def a():
    with M(1), M(2), M(3):
        return "returned"
def b():
    with M(1), M(2, suppress=True), M(3):
        raise ValueError("body")
    return "after"
def c():
    with M(1, suppress=True), M(2, fail=KeyError("exit")):
        raise ValueError("body")
    return "after"
def d():
    with M(1), M(2, fail=KeyError("exit")):
        pass
def e():
    for i in range(3):
        with M(i):
            if i == 1:
                break
    return i
def f():
    with M(1) as x:
        with M(2) as y:
            return x.name + y.name
def g():
    with M(1, suppress=True):
        with M(2):
            raise KeyError("deep")
        return "never"
    return "suppressed outside"
def h():
    m = M("reused")
    with m:
        with m:
            pass
    return "twice"
for function in (a, b, c, d, e, f, g, h):
    run(function)
def generator():
    with M("gen"):
        yield 1
        yield 2
it = generator()
log.clear()
next(it)
it.close()
print(log)
