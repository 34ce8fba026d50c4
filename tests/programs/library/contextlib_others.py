# closing, suppress, redirect_stdout, nullcontext, ExitStack.
from contextlib import closing, suppress, nullcontext, ExitStack, AbstractContextManager, contextmanager
class Thing:
    def close(self): print("closed")
with closing(Thing()) as t:
    print(type(t).__name__)
with suppress(KeyError, IndexError):
    {}["x"]
    print("never")
try:
    with suppress(KeyError):
        [][1]
except IndexError as error:
    print(error)
with suppress():
    print("plain")
with nullcontext() as n, nullcontext(5) as five:
    print(n, five)
@contextmanager
def cm(name, fail=None):
    print("enter", name)
    try:
        yield name
    finally:
        print("leave", name)
        if fail:
            raise fail
with ExitStack() as stack:
    names = [stack.enter_context(cm(f"cm{i}")) for i in range(3)]
    stack.callback(print, "callback", sep="-")
    print(names)
with ExitStack() as stack:
    stack.push(lambda *exc: print("exit sees", exc[0].__name__) or True)
    raise ValueError("suppressed by the stack")
try:
    with ExitStack() as stack:
        stack.enter_context(cm("outer", KeyError("from outer")))
        stack.enter_context(cm("inner", IndexError("from inner")))
        raise ValueError("body")
except KeyError as error:
    while error:
        print(repr(error))
        error = error.__context__
with ExitStack() as stack:
    stack.enter_context(cm("moved"))
    later = stack.pop_all()
print("still open")
later.close()
try:
    ExitStack().enter_context(5)
except TypeError as error:
    print(error)
class Mine(AbstractContextManager):
    def __exit__(self, *exc):
        print("mine")
with Mine() as m:
    print(type(m).__name__)
stack = ExitStack()
@stack.callback
def cleanup():
    print("cleanup")
stack.close()
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
except ZeroDivisionError as error:
    print(error, error.__context__)
