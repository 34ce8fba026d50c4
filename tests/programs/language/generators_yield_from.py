# yield from passes everything through.
def inner():
    received = yield "a"
    print("inner got", received)
    try:
        yield "b"
    except ValueError as error:
        print("inner caught", error)
    return "inner result"
def outer():
    result = yield from inner()
    print("result", result)
    yield from [1, 2]
    yield from "xy"
    return (yield from ())
g = outer()
print(next(g))
print(g.send("sent"))
print(g.throw(ValueError("thrown")))
print(list(g))
def flatten(tree):
    if isinstance(tree, list):
        for item in tree:
            yield from flatten(item)
    else:
        yield tree
print(list(flatten([1, [2, [3, [4]], 5]])))
def closing():
    try:
        yield 1
    finally:
        print("inner closed")
def wraps():
    try:
        yield from closing()
    finally:
        print("outer closed")
w = wraps()
next(w)
w.close()
def bad():
    yield from 5
try:
    next(bad())
except TypeError as error:
    print(error)
def delegates_list():
    yield from [1, 2]
d = delegates_list()
next(d)
try:
    d.send("value")
except AttributeError as error:
    print(error)
def depth(n):
    if n:
        yield from depth(n - 1)
    yield n
print(list(depth(50))[-3:])
