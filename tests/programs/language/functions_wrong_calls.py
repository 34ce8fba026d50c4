# The TypeErrors of calls that do not fit the parameters.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=1): pass
def star(a, *rest): pass
def kwonly(*, a): pass
def kwonly2(*, a, b, c): pass
def posonly(a, b, /): pass
def mixed(a, /, b, *, c): pass
def kwargs(a, **k): pass

class C:
    def method(self, a): pass
    def no_self(): pass

def attempt(call):
    try:
        call()
    except TypeError as error:
        print(error)
    else:
        print("no error")

attempt(lambda: none(1))
attempt(lambda: none(1, 2))
attempt(lambda: one())
attempt(lambda: two())
attempt(lambda: three())
attempt(lambda: two(1))
attempt(lambda: one(1, 2))
attempt(lambda: default())
attempt(lambda: default(1, 2, 3))
attempt(lambda: star())
attempt(lambda: kwonly())
attempt(lambda: kwonly(1))
attempt(lambda: kwonly2())
attempt(lambda: kwonly2(b=1))
attempt(lambda: kwonly(1, a=2))
attempt(lambda: posonly(a=1, b=2))
attempt(lambda: posonly(1))
attempt(lambda: posonly(1, b=2))
attempt(lambda: mixed(1, 2))
attempt(lambda: mixed(1))
attempt(lambda: mixed(1, 2, 3, c=4))
attempt(lambda: one(1, a=2))
attempt(lambda: one(b=2))
attempt(lambda: kwargs(1, a=3))
attempt(lambda: C().method())
attempt(lambda: C().method(1, 2))
attempt(lambda: C().no_self())
attempt(lambda: C(1))
attempt(lambda: one(*5))
attempt(lambda: one(**5))
attempt(lambda: one(**{1: 2}))
attempt(lambda: two(a=1, **{"a": 2}))
for value in (5, "text", None, [], {}.keys()):
    attempt(lambda: value())
