# When decorators run and what they receive.
log = []
def deco(tag):
    log.append(f"make {tag}")
    def apply(f):
        log.append(f"apply {tag} to {f.__name__}")
        return f
    return apply
@deco("a")
@deco("b")
def f(x=log.append("default")): pass
class C:
    log.append("body")
    @deco("m")
    def m(self): pass
    @staticmethod
    @deco("s")
    def s(): pass
@deco("class")
class D: pass
print(log)
registry = {}
def command(name=None, **options):
    def register(function):
        registry[name or function.__name__] = (function, options)
        return function
    return register
@command()
def start(): return "started"
@command("halt", force=True)
def stop(): return "stopped"
print({k: (f(), o) for k, (f, o) in registry.items()})
def trace(function):
    def wrapper(*args, **kwargs):
        print("->", function.__name__, args, kwargs)
        try:
            result = function(*args, **kwargs)
        except Exception as error:
            print("!!", type(error).__name__)
            raise
        print("<-", result)
        return result
    return wrapper
@trace
def divide(a, b=1): return a / b
divide(4, b=2)
try:
    divide(1, 0)
except ZeroDivisionError:
    print("passed on")
@lambda f: f()
def immediately(): return "called at once"
print(immediately)
decorators = [str.upper, lambda f: "x" + f]
@decorators[0]
@lambda f: f.__name__
def named(): pass
print(named)
try:
    @5
    def broken(): pass
except TypeError as error:
    print(error)
