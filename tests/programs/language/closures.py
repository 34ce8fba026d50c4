# Inner functions keep the variables of outer ones, not their values.
def counter():
    count = 0
    def increment(by=1):
        nonlocal count
        count += by
        return count
    return increment

a, b = counter(), counter()
print(a(), a(), a(10), b())

def pair():
    value = "old"
    def get():
        return value
    def set_(new):
        nonlocal value
        value = new
    return get, set_

get, set_ = pair()
set_("new")
print(get())

def deep():
    x = 1
    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    return middle()()
print(deep())

def unbound():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = 5
    return inner()
print(unbound())

def deletes():
    x = 1
    def inner():
        return x
    del x
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
deletes()
print(a.__closure__[0].cell_contents)
