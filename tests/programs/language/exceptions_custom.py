# Exception classes of one's own.
class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.needed = needed
        self.available = available
try:
    raise InsufficientFunds(10, 3)
except InsufficientFunds as error:
    print(error, error.args, error.needed - error.available, repr(error))
class Coded(Exception):
    def __str__(self):
        return f"code {self.args[0]}"
print(str(Coded(5)), repr(Coded(5)), repr(Coded(1, "a")), str(Exception()), str(Exception(1, 2)), repr(Exception("a")))
class NoInit(ValueError): pass
print(NoInit("m").args, isinstance(NoInit(), ValueError), NoInit.__mro__[1].__name__)
class ForgetsSuper(Exception):
    def __init__(self, message):
        self.message = message
error = ForgetsSuper("kept")
print(error.args, str(error), error.message)
print(str(KeyError("k")), str(KeyError("a", "b")), str(KeyError()), repr(KeyError("k")))
print(StopIteration(3).value, SystemExit(2).code, SystemExit().code)
class WithDefault(Exception):
    def __init__(self, message="default message"):
        super().__init__(message)
try:
    raise WithDefault
except WithDefault as e:
    print(e)
print(issubclass(ConnectionError, OSError), issubclass(TimeoutError, OSError), issubclass(ModuleNotFoundError, ImportError), IOError is OSError)
print(issubclass(UnicodeDecodeError, ValueError), issubclass(RecursionError, RuntimeError), issubclass(KeyboardInterrupt, Exception))
e = OSError(2, "No such file or directory")
print(e.errno, e.strerror, e, type(e).__name__, repr(e))
e = OSError(2, "No such file", "x.txt")
print(e, e.filename)
e = AttributeError("m", name="n", obj=5)
print(e.name, e.obj)
print(NameError("x", name="q").name)
