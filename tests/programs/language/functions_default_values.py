# Defaults are evaluated once, when the def runs.
def collect(item, into=[]):
    into.append(item)
    return into

print(collect(1), collect(2))
print(collect.__defaults__)

x = 1
def remembers(value=x):
    return value
x = 2
print(remembers())

def fresh(item, into=None):
    into = [] if into is None else into
    into.append(item)
    return into
print(fresh(1), fresh(2))

def keyword(*, a=1, b=2):
    return a + b
print(keyword.__kwdefaults__)
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])
late = [lambda: i for i in range(3)]
print([f() for f in late])
