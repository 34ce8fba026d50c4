# Attributes of exceptions: args, notes, traceback, equality.
e = ValueError("a", 1)
print(e.args, str(e), repr(e), e == ValueError("a", 1), e is e, e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__)
e.args = ("new",)
print(e, e.args)
e.extra = 5
print(e.extra, vars(e))
try:
    raise e
except ValueError as caught:
    print(caught is e, caught.__traceback__ is not None, caught.__traceback__.tb_lineno, caught.__traceback__.tb_next)
e.add_note("note")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as error:
    print(error)
try:
    e.args = 5
except TypeError as error:
    print(error)
try:
    e.__cause__ = 5
except TypeError as error:
    print(error)
print([c.__name__ for c in ZeroDivisionError.__mro__], [c.__name__ for c in FileNotFoundError.__mro__], [c.__name__ for c in UnicodeDecodeError.__mro__])
for kind in (ArithmeticError, AssertionError, AttributeError, EOFError, FloatingPointError, ImportError, IndexError, KeyError, KeyboardInterrupt, LookupError, MemoryError, NameError, NotImplementedError, OSError, OverflowError, RecursionError, ReferenceError, RuntimeError, StopIteration, StopAsyncIteration, SyntaxError, SystemError, SystemExit, TypeError, UnboundLocalError, UnicodeError, ValueError, Warning, BrokenPipeError, ChildProcessError, ConnectionError, ConnectionResetError, FileExistsError, InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError, TimeoutError, BlockingIOError):
    print(kind.__name__, kind.__base__.__name__, repr(kind("m")), end="; ")
print()
print(issubclass(BaseException, object), BaseException("x").args)
print(isinstance(OSError(2, "x"), FileNotFoundError), type(OSError(13, "x")).__name__, type(OSError(11, "x")).__name__, type(OSError("x")).__name__, OSError(2, "x", "f").filename)
