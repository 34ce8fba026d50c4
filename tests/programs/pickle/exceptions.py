import pickle


class Plain(Exception):
    pass


class TwoArguments(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.sum = a + b


class OwnMessage(Exception):
    def __init__(self, a, b):
        super().__init__(f"{a} and {b}")


def again(error):
    return pickle.loads(pickle.dumps(error))


for error in (
    ValueError("v"), KeyError("k"), Plain(), Plain(1, 2), TwoArguments(1, 2), StopIteration(3),
    SystemExit(4), OSError(2, "No such file"), ZeroDivisionError("division by zero"),
):
    copy = again(error)
    print(type(copy).__name__, copy.args, copy, vars(copy))
error = again(OSError(2, "No such file", "name"))
print(type(error).__name__, error.errno, error.filename, error)
try:
    again(OwnMessage(1, 2))
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    except ZeroDivisionError as cause:
        raise ValueError("with cause") from cause
except ValueError as raised:
    copy = again(raised)
    print(copy, copy.__cause__, copy.__traceback__)


class Described(Exception):
    def __init__(self, value):
        self.value = repr(value)
        super().__init__(self.value)


# The state is restored over what __init__ has done with the arguments.
print(again(Described("text")).value)
