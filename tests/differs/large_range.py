# CPython has ranges of any numbers.
try:
    range(2 ** 64)
except OverflowError as error:
    print(error)
else:
    raise AssertionError("no longer a difference")
