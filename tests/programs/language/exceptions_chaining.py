# __cause__, __context__ and __suppress_context__.
def show(error):
    print(repr(error), "cause", repr(error.__cause__), "context", repr(error.__context__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("implicit")
except ValueError as error:
    show(error)
try:
    try:
        1 / 0
    except ZeroDivisionError as zero:
        raise ValueError("explicit") from zero
except ValueError as error:
    show(error)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("none") from None
except ValueError as error:
    show(error)
try:
    raise ValueError("class cause") from KeyError
except ValueError as error:
    show(error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    try:
        raise KeyError("a")
    finally:
        raise IndexError("b")
except IndexError as error:
    show(error)
def deep():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise ValueError(2)
        except ValueError:
            raise ValueError(3)
try:
    deep()
except ValueError as error:
    while error:
        print(error)
        error = error.__context__
try:
    raise ValueError("plain")
except ValueError as error:
    show(error)
    error.add_note("a note")
    print(error.__notes__)
error = ValueError("x").with_traceback(None)
print(error.__traceback__)
