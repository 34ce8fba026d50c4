# throw() raises inside a generator.
def careful():
    while True:
        try:
            x = yield "ready"
            print("value", x)
        except ValueError as error:
            print("caught", error)
            yield "recovered"
g = careful()
print(next(g))
print(g.throw(ValueError("oops")))
print(next(g))
print(g.throw(ValueError))
try:
    g.throw(KeyError("other"))
except KeyError as error:
    print("out", error)
print(next(g, "finished"))
def fresh():
    yield 1
f = fresh()
try:
    f.throw(RuntimeError("before start"))
except RuntimeError as error:
    print(error)
print(list(f))
def leak():
    yield 1
    raise StopIteration("inside")
try:
    list(leak())
except RuntimeError as error:
    print(error, type(error.__cause__).__name__)
def swallow():
    try:
        yield 1
    except Exception:
        pass
s = swallow()
next(s)
try:
    s.throw(ValueError("x"))
except StopIteration:
    print("swallowed and ended")
try:
    fresh().throw(5)
except TypeError as error:
    print(error)
