# Every kind of parameter, and how arguments find them.
def plain(a, b):
    return a, b

def defaults(a, b=2, c=3):
    return a, b, c

def star(a, *rest):
    return a, rest

def keywords(a, **more):
    return a, more

def keyword_only(a, *, b, c=5):
    return a, b, c

def positional_only(a, b=1, /, c=2):
    return a, b, c

def everything(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs

print(plain(1, 2), plain(b=1, a=2), plain(1, b=3))
print(defaults(1), defaults(1, c=9), defaults(*[4, 5, 6]))
print(star(1), star(1, 2, 3), star(*"abc"))
print(keywords(1, z=1, y=2), keywords(**{"a": 1, "q": 2}))
print(keyword_only(1, b=2), keyword_only(1, c=3, b=2))
print(positional_only(1), positional_only(1, 2, 3), positional_only(1, c=7))
print(everything(1, d=4), everything(1, 2, 3, 4, 5, d=6, f=7))
print(everything(*[1, 2], *(3, 4), **{"d": 1}, **{"x": 2}))

def only_kwargs(a, /, **kwargs):
    return a, kwargs

# A positional-only name may come again among the keywords.
print(only_kwargs(1, a=2))
