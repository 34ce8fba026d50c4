# NameError and its suggestions only on standard error.
def f():
    return undefined_inside
for action in (lambda: undefined, f, lambda: [missing for _ in [1]], lambda: (lambda: lost)(), lambda: prin("x"), lambda: later):
    try:
        action()
    except NameError as error:
        print(type(error).__name__, error, error.name)
later = "now defined"
print((lambda: later)())
def g():
    if False:
        x = 1
    try:
        return x
    except UnboundLocalError as error:
        return str(error)
print(g())
def h():
    for i in []:
        pass
    try:
        return i
    except UnboundLocalError as error:
        return str(error)
print(h())
class K:
    try:
        y = z
    except NameError as error:
        message = str(error)
print(K.message)
