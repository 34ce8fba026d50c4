import traceback
from multiprocessing import Pool


def inner():
    raise ValueError("in the worker")


def outer():
    inner()


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.apply(outer)
        except ValueError as error:
            text = "".join(traceback.format_exception(error))
            print(type(error.__cause__), error.__cause__.tb.startswith('\n"""\nTraceback'))
    wanted = ("multiprocessing.pool.RemoteTraceback:", '"""', "Traceback", "ValueError", "    inner()", "The above")
    for line in text.splitlines():
        if line.startswith(wanted):
            print(line)
