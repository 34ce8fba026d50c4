# CPython says "handled" first: the error's traceback holds the call's variables.
said = []


class Loud:
    def __del__(self):
        said.append("deleted")


def fail():
    loud = Loud()
    raise ValueError


try:
    fail()
except ValueError:
    said.append("handled")
assert said == ["deleted", "handled"]
