"""What is passed to switch comes out of the switch in which the other one waits."""

from greenlet import getcurrent, greenlet


def run(*args, **kwargs):
    print("begins with", args, kwargs)
    back = getcurrent().parent
    print("got", back.switch())
    print("got", back.switch("one"))
    print("got", back.switch("one", 2))
    print("got", back.switch("one", named=2))
    print("got", back.switch(named=2))
    return "result"


g = greenlet(run)
value = g.switch(1, two=2)
while g:
    print("value", value)
    value = g.switch("from main", len(str(value)))
print("result:", value)
print(g.switch("dead"), g.switch(), g.switch(1, 2))
