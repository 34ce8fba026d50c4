# global and nonlocal: declarations and their effects.
counter = 0
def bump():
    global counter, created
    counter += 1
    created = f"created {counter}"
bump(); bump()
print(counter, created)
def outer():
    x, y = 1, 2
    def inner():
        nonlocal x, y
        x += 10
        y = "changed"
        def innermost():
            nonlocal x
            x *= 2
        innermost()
    inner()
    return x, y
print(outer())
def shadowing():
    counter = "local"
    def inner():
        global counter
        counter = "global again"
    inner()
    return counter
print(shadowing(), counter)
def delete_global():
    global created
    del created
delete_global()
print("created" in globals())
class Body:
    global made_in_class
    made_in_class = "by class body"
    def method(self):
        global made_in_class
        made_in_class += "!"
Body().method()
print(made_in_class, hasattr(Body, "made_in_class"))
def loop_global():
    global index
    for index in range(3):
        pass
loop_global()
print(index)
def import_global():
    global math
    import math
import_global()
print(math.pi > 3)
def def_global():
    global made_function
    def made_function(): return "made"
def_global()
print(made_function(), made_function.__qualname__)
globals()["by_dict"] = 5
print(by_dict)
