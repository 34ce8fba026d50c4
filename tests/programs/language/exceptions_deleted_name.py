# The name after `as` is deleted at the end of its clause.
error = "outer"
try:
    raise ValueError("x")
except ValueError as error:
    inner = error
print("error" in globals(), inner)
try:
    print(error)
except NameError as problem:
    print(problem)
def f():
    e = 1
    try:
        raise KeyError("k")
    except KeyError as e:
        pass
    try:
        return e
    except UnboundLocalError as problem:
        return str(problem)
print(f())
def g():
    try:
        raise KeyError("k")
    except KeyError as e:
        del e
        e = "rebound"
        print(e)
g()
for n in range(2):
    try:
        raise ValueError(n)
    except ValueError as e:
        print("loop", e)
        continue
import sys
try:
    raise ValueError("info")
except ValueError:
    kind, value, traceback = sys.exc_info()
    print(kind.__name__, value, traceback.tb_lineno > 0)
print(sys.exc_info())
