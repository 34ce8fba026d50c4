# Which name is meant: local, enclosing, global, builtin.
x = "global"

def reads():
    return x

def local():
    x = "local"
    return x

def writes():
    global x
    x = "written"

def creates():
    global made
    made = 42

def unbound_local():
    try:
        print(x)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    x = 1

print(reads(), local(), reads())
writes()
print(reads())
creates()
print(made)
unbound_local()

try:
    undefined_name
except NameError as error:
    print(type(error).__name__, error)

def shadow():
    len = lambda value: "mine"
    return len([])
print(shadow(), len([]))

class C:
    x = "class"
    y = x + "!"
    def method(self):
        # A class body is no enclosing scope of its methods.
        return x
print(C().method(), C.y)

def nested():
    x = "enclosing"
    class Inner:
        seen = x
    return Inner.seen
print(nested())

for leaked in range(3):
    pass
print(leaked)
print([leaked for leaked in "abc"], leaked)
print("x" in globals(), "nothing" in globals())
def f(a, b=2):
    c = 3
    return sorted(locals().items())
print(f(1))
