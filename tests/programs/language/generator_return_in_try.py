# return, break and errors inside generators with try.
def g(mode):
    try:
        yield "start"
        if mode == "return":
            return "early"
        if mode == "raise":
            raise ValueError("inside")
        yield "middle"
    except ValueError as error:
        yield f"handled {error}"
    else:
        yield "else"
    finally:
        yield "finally"
    return "end"
for mode in ("return", "raise", "normal"):
    print(mode, list(g(mode)))
def collects(it):
    result = yield from it
    yield f"result {result}"
print(list(collects(g("normal"))), list(collects(g("return"))))
def manual(it):
    out = []
    while True:
        try:
            out.append(next(it))
        except StopIteration as stop:
            return out, stop.value
print(manual(g("return")), manual(iter([])))
def nested():
    for i in range(2):
        try:
            yield i
        finally:
            print("cleanup", i)
it = nested()
print(next(it), next(it))
it.close()
def raises():
    yield 1
    raise KeyError("end")
it = raises()
print(next(it))
try:
    next(it)
except KeyError as error:
    print(repr(error))
print(next(it, "exhausted after an error"))
