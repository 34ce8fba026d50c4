# traceback: calls and errors as objects.
import io
import sys
import traceback
from traceback import FrameSummary, StackSummary, TracebackException

def low(number):
    values = {"a": [1, 2]}
    return values["a"][number] + 1

def middle(number):
    return low(number) * 2

def high(number):
    try:
        return middle(
            number,
        )
    except IndexError as error:
        raise RuntimeError("high", number) from error

def deep(number):
    return deep(number - 1) if number else 1 / 0

try:
    high(5)
except RuntimeError as error:
    failure = error

calls = traceback.extract_tb(failure.__traceback__)
print(type(calls).__name__, len(calls), calls[0], calls[-1].name, calls[-1].lineno, calls[-1].line, calls[0].filename == __file__, isinstance(calls, list))
frame = calls[-1]
print(tuple(frame)[1:], frame[2], frame[1:], len(frame), frame == FrameSummary(__file__, frame.lineno, "high"), frame == tuple(frame), frame != calls[0], frame.locals)
print([(call.lineno, call.end_lineno, call.colno, call.end_colno) for call in traceback.extract_tb(failure.__cause__.__traceback__)])
print("".join(calls.format()), "".join(traceback.format_list(calls)) == "".join(traceback.format_tb(failure.__traceback__)), sep="")
print("".join(traceback.format_list([("some.py", 3, "work", "x = 1"), ("other.py", 4, "more", None), FrameSummary("a.py", 1, "f", line="   y = 2   ")])), end="")
print(FrameSummary("none.py", 9, "f").line, FrameSummary("none.py", None, "f").line, FrameSummary("a.py", 1, "f", locals={"b": 2, "a": "x"}).locals)
print("".join(StackSummary.from_list([FrameSummary("a.py", 1, "f", line="z", locals={"b": 2, "a": "x"})]).format()), end="")
print("".join(StackSummary.from_list([("a.py", 1, "f", "f()")] * 6 + [("a.py", 2, "g", "g()")]).format()), end="")
print("".join(StackSummary.from_list([("a.py", 1, "f", "f()")] * 4).format()), end="")
for frame, line in traceback.walk_tb(failure.__traceback__):
    print(frame.f_code.co_name, line)
print("".join(StackSummary.extract(traceback.walk_tb(failure.__traceback__)).format()), end="")
try:
    deep(6)
except ZeroDivisionError as error:
    print(len(traceback.extract_tb(error.__traceback__)), [call.name for call in traceback.extract_tb(error.__traceback__, 2)], [call.line for call in traceback.extract_tb(error.__traceback__, limit=-1)])
    print("".join(traceback.format_tb(error.__traceback__)), end="")
    traceback.print_tb(error.__traceback__, 1, sys.stdout)
    print(traceback.format_exc(limit=1), traceback.format_exc(-1), traceback.format_exc(0), sep="")
    print(traceback.format_exception(error, limit=2))
print(traceback.extract_tb(None), traceback.format_tb(None))

def stack():
    here = traceback.extract_stack()
    print([call.name for call in here], here[-1].line, here[0].colno, [call.name for call in traceback.extract_stack(limit=1)], [call.name for call in traceback.extract_stack(limit=-1)])
    print("".join(traceback.format_stack(limit=2)), end="")
    traceback.print_list(here[:1], file=sys.stdout)
stack()

summary = TracebackException.from_exception(failure)
print(str(summary), summary.exc_type, len(summary.stack), summary.stack[0].name, summary.__cause__.exc_type, summary.__context__, summary.__suppress_context__, summary.exceptions)
print("".join(summary.format()) == "".join(traceback.format_exception(failure)), list(summary.format_exception_only()))
print("".join(summary.format(chain=False)), end="")
written = io.StringIO()
summary.print(file=written)
print(written.getvalue(), end="")
print(summary == TracebackException(type(failure), failure, failure.__traceback__), summary == TracebackException.from_exception(ValueError()), list(TracebackException(ValueError, ValueError("v"), None).format()))
print([len(piece.splitlines()) for piece in summary.format()])

failure.add_note("a note\nof two lines")
failure.add_note("another")
print(traceback.format_exception_only(failure), traceback.format_exception_only(None), traceback.format_exception(None), len(list(summary.format_exception_only())))
class Silent(Exception):
    def __str__(self):
        return 1
print(traceback.format_exception_only(Silent()), traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(ValueError("a\nb")))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")
except KeyError as error:
    print("".join(traceback.format_exception(error)), "".join(traceback.format_exception(error, chain=False)), sep="---\n", end="")
    print("".join(traceback.format_exception(type(error), error, None)), end="")
    print(traceback.format_exception(error)[4:6])
    error.__suppress_context__ = True
    print(len(traceback.format_exception(error)))
    error.__context__.__context__ = error
    print(len(list(TracebackException.from_exception(error).format())))
for wrong in (lambda: traceback.format_exception(5), lambda: traceback.format_exception(ValueError, ValueError())):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)

def fail(error):
    try:
        raise error
    except Exception:
        return error
inner = ExceptionGroup("inner", [fail(KeyError("k")), ValueError("v")])
inner.add_note("noted")
outer = fail(ExceptionGroup("outer", [fail(TypeError("t")), fail(inner)]))
outer.__cause__ = fail(OSError(2, "cause"))
print("".join(traceback.format_exception(outer)), end="")
wide = ExceptionGroup("wide", [ValueError(number) for number in range(18)])
print("".join(traceback.format_exception(wide)), end="")
short = TracebackException.from_exception(outer, max_group_width=1, max_group_depth=1)
print("".join(short.format()), [each.exc_type.__name__ for each in short.exceptions], sep="")
traceback.clear_frames(failure.__traceback__)
traceback.print_exception(failure, limit=1, file=sys.stdout)
