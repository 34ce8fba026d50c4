# del removes names, items and attributes.
x = 1
del x
try:
    x
except NameError as error:
    print(error)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
try:
    del d["a"]
except KeyError as error:
    print(repr(error))
l = [1, 2, 3, 4]
del l[0], l[-1]
print(l)
try:
    del l[9]
except IndexError as error:
    print(error)
class C: pass
c = C()
c.x = 1
del c.x
try:
    del c.x
except AttributeError as error:
    print(error)
def f():
    y = 1
    del y
    try:
        y
    except UnboundLocalError as error:
        print(error)
f()
a, b = 1, 2
del (a, b)
print("a" in globals())
try:
    del undefined
except NameError as error:
    print(error)
